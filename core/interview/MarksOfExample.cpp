#include "core/interview/MarksOfExample.h"

#include "core/domain/Fields.h"

#include <algorithm>

namespace seamfinder {

namespace {

/// When the next example of the interview was begun; nothing behind the last one.
std::optional<qint64> nextBegun(const ExampleRecord &example, const InterviewData &data)
{
    std::optional<qint64> next;
    for (const ExampleRecord &other : data.examples) {
        if (other.created > example.created && (!next || other.created < *next))
            next = other.created;
    }
    return next;
}

} // namespace

QVector<Mark> marksOf(const ExampleRecord &example, const InterviewData &data)
{
    const std::optional<qint64> end = nextBegun(example, data);
    const QString &story = example.text(fields::example::story);
    QVector<Mark> found;
    for (const Mark &mark : data.marks) {
        if (exampleOf(mark) && exampleOf(mark) != example.exampleId() && data.example(exampleOf(mark).value))
            continue; // another one was being written down
        const QuestionRef ref = refOf(mark.place);
        const bool inside = ref.instances.contains(example.id) || exampleOf(mark) == example.exampleId();
        const bool told = !mark.words.quote.isEmpty() && story.contains(mark.words.quote);
        const bool then = ref.instances.isEmpty() && ref.question == example.firstQuestion &&
                          mark.time >= example.created && (!end || mark.time < *end);
        if (inside || told || then)
            found.append(mark);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Mark &one, const Mark &other) { return one.time < other.time; });
    return found;
}

} // namespace seamfinder
