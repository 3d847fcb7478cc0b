#pragma once

#include <QByteArray>
#include <QString>
#include <QVector>

namespace seamfinder {

/// The text of a transcript file: UTF-8 or UTF-16 with or without a mark, else Latin-1. Line ends become
/// "\n"; nothing else is changed.
[[nodiscard]] QString transcriptFromBytes(const QByteArray &bytes);
/// The same for a text that was pasted.
[[nodiscard]] QString withPlainLineEnds(const QString &text);

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
/// Ana:". A label counts if it is a usual one or comes back; without any, the text is one turn.
[[nodiscard]] QVector<SpeakerTurn> speakerTurns(const QString &text);

/// Excerpts are kept in Unicode code points, widgets count in UTF-16 units.
[[nodiscard]] int codePointsBefore(QStringView text, qsizetype position);
[[nodiscard]] qsizetype positionOfCodePoint(QStringView text, int codePoints);

} // namespace seamfinder
