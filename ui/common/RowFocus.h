#pragma once

class QStyleOptionViewItem;

namespace seamfinder {

/// Gives the option of a selected row paler colours of selection where its view could have the focus and has
/// not: so one sees where keys go. A window that is not the active one keeps the look of the one that it will
/// have again. For delegates that draw texts themselves; OutlineStyle does it for what the style draws.
void paleWithoutFocus(QStyleOptionViewItem &option);

} // namespace seamfinder
