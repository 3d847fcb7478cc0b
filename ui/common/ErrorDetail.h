#pragma once

#include "core/domain/Error.h"

#include <exception>

namespace seamfinder {

/// The technical part of what a background job threw, for the details of a message; what only says that
/// something went wrong says that.
[[nodiscard]] inline QString errorDetail(const std::exception_ptr &error)
{
    try {
        std::rethrow_exception(error);
    } catch (const Error &caught) {
        return caught.detail();
    } catch (const std::exception &caught) {
        return QString::fromUtf8(caught.what());
    } catch (...) {
        return QStringLiteral("unknown");
    }
}

} // namespace seamfinder
