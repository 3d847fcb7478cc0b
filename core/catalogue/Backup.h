#pragma once

#include <functional>
#include <QString>

namespace seamfinder {

class Connection;

/// Copies the study behind `source` to `path` with SQLite's backup API (never by copying the live file), then
/// opens the copy and checks it before it takes the name. `progress` gets 0 to 1 and stops the copy by
/// returning false (ErrorCode::Cancelled). An existing file is only replaced by a good copy.
void backUp(Connection &source, const QString &path, const std::function<bool(double)> &progress = {});

} // namespace seamfinder
