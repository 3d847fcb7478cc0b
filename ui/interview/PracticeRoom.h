#pragma once

#include "core/interview/TryOut.h"
#include "ui/common/CodebookCache.h"

namespace seamfinder {

/// A practice interview's own study, as a page needs it.
struct PracticeRoom
{
    explicit PracticeRoom(const QByteArray &protocol)
        : study(protocol)
    {
    }

    TryOut study;
    CodebookCache codebook{study.session()};
};

} // namespace seamfinder
