#pragma once

#include <QString>
#include <QVector>

namespace seamfinder {

class InterviewSession;

/// What a timeline shows above its lines: a moment, and what happened then.
struct TimelineSign
{
    enum class Kind : quint8 { Example, Mark, Change };

    Kind kind = Kind::Example;
    qint64 moment = 0;
    QString sign;  ///< of a mark: its character
    QString words; ///< "Example", "Star", "“Led to” changed: a week → a month"
};

/// In order. A change is one of something that was noted before; what was changed is told in the words of the
/// window, and not told of who takes no part.
[[nodiscard]] QVector<TimelineSign> timelineSigns(const InterviewSession &session);

} // namespace seamfinder
