#pragma once

#include "core/catalogue/EditFields.h"

namespace seamfinder {

class CodebookCache;
class StudySession;

/// What the editors of a card share.
struct EditorContext
{
    StudySession &session;
    CodebookCache &codebook;
    CodingStage stage = CodingStage::After; ///< the layer that codings go to: Live while interviewing
    bool readOnly = false;                  ///< whatever the study allows: of an interview that is locked

    [[nodiscard]] bool isWritable() const;
};

} // namespace seamfinder
