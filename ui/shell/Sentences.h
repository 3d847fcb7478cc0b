#pragma once

#include "core/domain/Error.h"
#include "ui/shell/Messages.h"

#include <exception>

namespace seamfinder {

/// What happened, what was kept and what to do, in one plain sentence or two. Names the subject (the file's
/// name without its folders) where the error has one.
QString sentenceFor(const Error &error);

/// The same as a message: the technical detail goes into `details`; a cancelled action is only information.
Message messageFor(const Error &error);
/// For the seam where an action is started or a future returns: any exception that reached it.
Message messageFor(const std::exception_ptr &exception);

} // namespace seamfinder
