#pragma once

class QMenu;

namespace seamfinder {

/// Underlines a letter in every entry of the menu that has none, each another one: the first letter of a word
/// where that can be had. Entries keep those that their text names, as long as no entry before has them. An
/// entry whose key is a letter has that one: it stands beside it, and is not underlined in another.
/// Where a menu is opened again and again, it may be called each time.
void giveMnemonics(QMenu &menu);

} // namespace seamfinder
