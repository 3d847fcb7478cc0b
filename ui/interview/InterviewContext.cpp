#include "ui/interview/InterviewContext.h"

#include "core/catalogue/EditFields.h"
#include "core/catalogue/ReadExamples.h"
#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"

#include <algorithm>
#include <QApplication>
#include <QFontMetrics>
#include <QPointer>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int placeWidth = 260; // in a message

QString tr(const char *text)
{
    return QCoreApplication::translate("InterviewContext", text);
}

QString shortened(const QString &text)
{
    return QFontMetrics(QApplication::font()).elidedText(text.simplified(), Qt::ElideRight, placeWidth);
}

void keepInStory(InterviewSession &interview, ExampleId example, const QString &words)
{
    interview.study().perform(
        {.label = tr("Keep words in the story"), .place = toText(example)}, [example, words](Edit &edit) {
            const auto record = readRecord(edit.db(), Entity::Example, example.value);
            const QString story = record ? record->text(fields::example::story) : QString();
            if (record && !story.split(u'\n').contains(words))
                setValue(edit, fields::example::story, example.value,
                         story.isEmpty() ? words : story + u'\n' + words);
        });
}
} // namespace

EditorContext interviewContext(InterviewSession &interview, CodebookCache &codebook, CodingStage stage,
                               bool readOnly)
{
    return {.session = interview.study(),
            .codebook = codebook,
            .stage = stage,
            .readOnly = readOnly,
            .spoken = [&interview]() -> const SpokenLabels & { return interview.flow().spoken(); },
            .keepWords = [&interview](const QString &words, const Field *,
                                      qint64) { keepInNote(interview, interview.currentRef(), words); },
            .searched =
                [held = QPointer(&interview)](const QString &list, const QString &words, qint64 row) {
                    if (held)
                        held->setSearched(list, words, row);
                },
            // A card's last write may come when the interview is being left.
            .changed = [held = QPointer(&interview)](const QString &visit, const ParadataChange &change)
                -> std::function<void(Edit &, qint64)> {
                return held ? held->changeOf(visit, change) : std::function<void(Edit &, qint64)>();
            }};
}

void keepInNote(InterviewSession &interview, const QuestionRef &ref, const QString &words, ParticipantId by)
{
    const QString note = interview.lastNote(ref, by);
    if (!note.split(u'\n').contains(words))
        interview.setNote(ref, note.isEmpty() ? words : note + u'\n' + words, by);
}

QString keptInNote(const Flow &flow, const Step &at, const QString &words)
{
    QString asked = shortened(flow.say(at));
    if (!at.instances.isEmpty() && !at.instances.last().title.isEmpty())
        asked += u" · "_s + shortened(at.instances.last().title);
    return tr("“%1” is not picked. It is kept in your note on “%2”.").arg(words, asked);
}

namespace {
bool isAbout(const Step &step, qint64 row)
{
    return row && step.relevant && std::ranges::any_of(step.instances, [row](const StepInstance &instance) {
               return instance.id == row;
           });
}

/// nullptr: nothing is asked about it.
const Step *stepAbout(const Flow &flow, ExampleId example, const WordsFor &wanted)
{
    const QVector<Step> &steps = flow.steps();
    const auto asks = std::ranges::find_if(steps, [&wanted](const Step &step) {
        return wanted.field && step.field && *step.field == *wanted.field && isAbout(step, wanted.row);
    });
    if (asks != steps.end())
        return &*asks;
    const auto first = std::ranges::find_if(steps, [example](const Step &step) {
        return isAbout(step, example.value) && step.question->type != QuestionType::Acknowledge;
    });
    return first == steps.end() ? nullptr : &*first;
}
} // namespace

QString keepWords(InterviewSession &interview, ExampleId example, const QString &words,
                  const WordsFor &wanted)
{
    const Step *at = example ? stepAbout(interview.flow(), example, wanted) : interview.currentStep();
    if (at) {
        const QuestionRef ref = at->ref;
        const QString sentence = keptInNote(interview.flow(), *at, words);
        const ExampleRecord *told = example ? interview.data().example(example.value) : nullptr;
        keepInNote(interview, ref, words, told ? told->participant : ParticipantId{});
        return sentence;
    }
    if (!example)
        return {};
    keepInStory(interview, example, words);
    const QString title = shortened(interview.answers().rowTitle(Entity::Example, example.value));
    return title.isEmpty() ? tr("“%1” is not picked. It is kept in the story.").arg(words)
                           : tr("“%1” is not picked. It is kept in the story of “%2”.").arg(words, title);
}

QString keepOpenSearches(InterviewSession &interview)
{
    QStringList sentences;
    for (const OpenSearch &search : interview.openSearches()) {
        const GapRecord *gap = interview.data().gap(search.row);
        const ExampleRecord *example = interview.data().example(gap ? gap->example.value : search.row);
        const QuestionRef ref = refOf(search.place);
        const int at = interview.flow().indexOf(ref);
        if (!example && at >= 0) {
            sentences += keptInNote(interview.flow(), interview.flow().steps()[at], search.words);
            keepInNote(interview, ref, search.words);
        } else {
            sentences += keepWords(interview, example ? ExampleId{example->id} : ExampleId{}, search.words);
        }
        interview.closeSearch(search);
    }
    return sentences.join(u' ');
}

} // namespace seamfinder
