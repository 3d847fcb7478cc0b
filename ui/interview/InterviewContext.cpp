#include "ui/interview/InterviewContext.h"

#include "core/interview/InterviewSession.h"

namespace seamfinder {

EditorContext interviewContext(const InterviewSession &interview, CodebookCache &codebook, CodingStage stage,
                               bool readOnly)
{
    return {.session = interview.study(),
            .codebook = codebook,
            .stage = stage,
            .readOnly = readOnly,
            .spoken = [&interview]() -> const SpokenLabels & { return interview.flow().spoken(); }};
}

} // namespace seamfinder
