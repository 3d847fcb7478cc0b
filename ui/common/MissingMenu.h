#pragma once

#include "core/domain/MissingCode.h"

#include <functional>
#include <QMenu>

namespace seamfinder {

/// The "No answer" menu: the underlined letter of a line picks it, F4 or Esc closes. Deletes itself.
QMenu *makeMissingMenu(QWidget *parent, std::function<void(MissingCode)> chosen);

} // namespace seamfinder
