#include "ui/interview/InterviewContext.h"

#include "core/interview/InterviewSession.h"

#include <QPointer>

namespace seamfinder {

EditorContext interviewContext(InterviewSession &interview, CodebookCache &codebook, CodingStage stage,
                               bool readOnly)
{
    return {.session = interview.study(),
            .codebook = codebook,
            .stage = stage,
            .readOnly = readOnly,
            .spoken = [&interview]() -> const SpokenLabels & { return interview.flow().spoken(); },
            .keepWords =
                [&interview](const QString &words) { keepInNote(interview, interview.currentRef(), words); },
            // A card's last write may come when the interview is being left.
            .changed = [held = QPointer(&interview)](const QString &visit, const ParadataChange &change)
                -> std::function<void(Edit &, qint64)> {
                return held ? held->changeOf(visit, change) : std::function<void(Edit &, qint64)>();
            }};
}

void keepInNote(InterviewSession &interview, const QuestionRef &ref, const QString &words)
{
    const QString note = interview.lastNote(ref);
    if (!note.split(u'\n').contains(words))
        interview.setNote(ref, note.isEmpty() ? words : note + u'\n' + words);
}

} // namespace seamfinder
