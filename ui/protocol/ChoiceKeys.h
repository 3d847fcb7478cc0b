#pragma once

#include <QStringList>

namespace seamfinder {

class Codebook;
struct Field;
struct Protocol;

/// The keys that an answer to a question can have: of its own choices, of its field's, or of terms of the
/// codebook. None of a question without choices, and of choices that only an interview knows.
[[nodiscard]] QStringList choiceKeysOf(const Protocol &protocol, const Codebook &codebook,
                                       const QString &question);
[[nodiscard]] QStringList choiceKeysOf(const Field &field, const Codebook &codebook);

} // namespace seamfinder
