#pragma once

#include "core/catalogue/Commit.h"

#include <functional>

namespace seamfinder {

class Connection;
class Edit;

/// An action that was asked for and could not be written.
struct PendingChange
{
    Action action;
    std::function<void(Edit &)> change;
};

/// Copies the study behind `source` to `path` and makes the pending changes there, in order, so that nothing
/// that was typed stays behind. A change that the copy refuses is left out; returns how many were made.
/// Errors: those of backUp and of opening the copy; then there is no copy, or one without the changes.
int copyStudy(Connection &source, const QString &path, const QVector<PendingChange> &pending);

} // namespace seamfinder
