#pragma once

#include "core/exchange/ProtocolForm.h"

namespace seamfinder {

/// The form as one HTML page that needs nothing beside itself: no script, no picture, no style from
/// elsewhere. Written as XML too, so that any XML reader takes it. Printed, a question stays on one page.
[[nodiscard]] QByteArray formHtml(const ProtocolForm &form);

} // namespace seamfinder
