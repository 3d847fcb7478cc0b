#pragma once

#include "core/catalogue/Connection.h"

#include <functional>
#include <QStringList>
#include <QVector>

namespace seamfinder {

/// One thing that was looked at, and what was wrong; nothing wrong: no problems.
struct CheckResult
{
    QString name; ///< "integrity", "foreign keys", "schema", "codings", "journal", "search index"
    QStringList problems;
};

/// Looks at everything in a study that can be wrong without being noticed. Changes nothing; the
/// connection is in no transaction. `progress` gets 0
/// to 1 between the parts.
[[nodiscard]] QVector<CheckResult> checkStudy(Connection &db,
                                              const std::function<void(double)> &progress = {});

} // namespace seamfinder
