#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace seamfinder {

/// A stretch of a transcript that one person says, for display: the stored text stays as it is.
struct SpeakerTurn
{
    QString label;       ///< as written, without the colon; empty before the first label
    bool asks = false;   ///< the interviewer's
    qsizetype start = 0; ///< in UTF-16 units: of the label,
    qsizetype text = 0;  ///< of what is said,
    qsizetype end = 0;   ///< and behind it
};

/// Turns as their labels at the start of a line show: "interviewee:", "Interviewer 1:", "P07 :", "[00:12]
/// Ana:". A label counts if it is a usual one, comes back or is one of `names`; without any, the text is one
/// turn.
[[nodiscard]] QVector<SpeakerTurn> speakerTurns(const QString &text, const QStringList &names = {});
/// Everything that a line begins with as if it were a label, each once: speakers, and the like of "Note:".
[[nodiscard]] QStringList lineLabels(const QString &text);

/// Whether a label is this name, however its case, spaces and zeros are written: "P 7" is P07.
[[nodiscard]] bool isLabelOf(const QString &label, const QString &name);
/// Which of those who are interviewed a numbered label means: 1 for "Participant 2". Or -1. Not "A2", which
/// is as often the second answer.
[[nodiscard]] qsizetype placeByNumber(const QString &label);

/// Excerpts are kept in Unicode code points, widgets count in UTF-16 units.
[[nodiscard]] int codePointsBefore(QStringView text, qsizetype position);
[[nodiscard]] qsizetype positionOfCodePoint(QStringView text, int codePoints);

} // namespace seamfinder
