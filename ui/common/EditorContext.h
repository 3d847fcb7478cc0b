#pragma once

#include "core/catalogue/EditFields.h"

#include <functional>

namespace seamfinder {

class CodebookCache;
class SpokenLabels;
class StudySession;
struct ParadataChange;
struct Term;

/// What the editors of a card share.
struct EditorContext
{
    StudySession &session;
    CodebookCache &codebook;
    CodingStage stage = CodingStage::After; ///< the layer that codings go to: Live while interviewing
    bool readOnly = false;                  ///< whatever the study allows: of an interview that is locked
    /// What the interview calls the terms aloud: chips, pills and pickers show that; pickers find the
    /// codebook's word, too. Asked anew each time, because the language may change in the middle of it.
    std::function<const SpokenLabels &()> spoken{};
    /// Where words go that were typed into a list and match nothing in it, when one goes on all the same;
    /// `field` (nullptr: a link to a row) of `row` is what was chosen for.
    std::function<void(const QString &words, const Field *field, qint64 row)> keepWords{};
    /// What is being typed in a list (a name of one on the screen) for a field of the row; empty: it came to
    /// something.
    std::function<void(const QString &list, const QString &words, qint64 row)> searched{};
    /// What an interview keeps of each write to a row, in its transaction: one change per visit to a field,
    /// from what stood there before.
    std::function<std::function<void(Edit &, qint64 row)>(const QString &visit, const ParadataChange &)>
        changed{};

    [[nodiscard]] bool isWritable() const;
    /// Where nothing is said aloud: every label as it is in the codebook. The same object as long as the
    /// language is the same.
    [[nodiscard]] const SpokenLabels &labels() const;
    [[nodiscard]] QString termLabel(const Term &term) const;
};

} // namespace seamfinder
