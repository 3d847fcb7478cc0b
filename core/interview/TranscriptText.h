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

/// Words of a transcript as evidence: without the space at their ends and without the label of the speaker
/// with whom they begin.
struct SaidWords
{
    qsizetype start = 0, end = 0; ///< in UTF-16 units
    SpeakerTurn turn{};           ///< in which they begin
    /// Whether the transcript says that somebody who is interviewed speaks.
    [[nodiscard]] bool isTold() const { return !turn.asks && !turn.label.isEmpty(); }
};
/// Of a selection. Empty where nothing but space and labels was selected.
[[nodiscard]] SaidWords saidWords(const QString &text, qsizetype start, qsizetype end);
/// What the person at this place says there; in a text without speakers, the line.
[[nodiscard]] SaidWords wordsOfTurnAt(const QString &text, qsizetype position);

/// Excerpts are kept in Unicode code points, widgets count in UTF-16 units.
[[nodiscard]] int codePointsBefore(QStringView text, qsizetype position);
[[nodiscard]] qsizetype positionOfCodePoint(QStringView text, int codePoints);

} // namespace seamfinder
