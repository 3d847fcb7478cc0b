#pragma once

#include <QSet>
#include <QString>

namespace seamfinder {

/// Whether a question can have the name (Protocol.h).
[[nodiscard]] bool isQuestionName(const QString &name);
/// The nearest name that a question can have and that is not taken.
[[nodiscard]] QString nearestQuestionName(const QString &name, const QSet<QString> &taken);

} // namespace seamfinder
