#pragma once

#include "core/domain/SpeakerTurns.h"

#include <QByteArray>
#include <QString>

namespace seamfinder {

/// The text of a transcript file: UTF-8 or UTF-16 with or without a mark, else Latin-1. Line ends become
/// "\n"; nothing else is changed.
[[nodiscard]] QString transcriptFromBytes(const QByteArray &bytes);
/// The same for a text that was pasted.
[[nodiscard]] QString withPlainLineEnds(const QString &text);

/// Words of a transcript as evidence: whole words, without the space at their ends and without the label of
/// the speaker with whom they begin.
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

} // namespace seamfinder
