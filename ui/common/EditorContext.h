#pragma once

#include "core/catalogue/EditFields.h"

#include <functional>

namespace seamfinder {

class CodebookCache;
class SpokenLabels;
class StudySession;

/// What the editors of a card share.
struct EditorContext
{
    StudySession &session;
    CodebookCache &codebook;
    CodingStage stage = CodingStage::After; ///< the layer that codings go to: Live while interviewing
    bool readOnly = false;                  ///< whatever the study allows: of an interview that is locked
    /// What the interview calls the terms aloud: pickers find and show that, too. Asked anew each time,
    /// because the language may change in the middle of it.
    std::function<const SpokenLabels &()> spoken{};

    [[nodiscard]] bool isWritable() const;
};

} // namespace seamfinder
