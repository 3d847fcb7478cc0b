#include "ui/interview/GoToItems.h"

#include "core/interview/InterviewSession.h"
#include "ui/common/PickDelegate.h"

#include <algorithm>
#include <QCoreApplication>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

/// "the counting model", or "2 of 3" where it has no name yet; of each repeat around.
QStringList namesOf(const Step &step)
{
    QStringList names;
    for (const StepInstance &instance : step.instances) {
        names += instance.title.isEmpty() ? QCoreApplication::translate("GoToItems", "%1 of %2")
                                                .arg(instance.position)
                                                .arg(instance.count)
                                          : instance.title;
    }
    return names;
}

constexpr QLatin1StringView sentence("${row.sentence}");

QString label(const Flow &flow, const Step &step)
{
    return step.question->label.in(flow.language(), flow.protocol().language());
}

/// How a question is found: by its words, but not by the example that it reads aloud, in which any word may
/// occur.
QString wordsOf(const Flow &flow, const Step &step)
{
    if (!label(flow, step).contains(sentence))
        return flow.say(step).simplified();
    TranslatableText shorter;
    shorter.byLanguage.insert(flow.language(), label(flow, step).replace(sentence, u"…"_s));
    return flow.text(step, shorter).simplified();
}

bool isInside(const StepInstance &instance, const Step &here, qsizetype depth)
{
    return depth < here.instances.size() && here.instances[depth].repeat == instance.repeat &&
           here.instances[depth].id == instance.id;
}

/// Of two steps in different instances of one repeat, the one in the instance that `here` is in.
bool isNearer(const Step &one, const Step &other, const Step &here)
{
    const qsizetype shared = std::min(one.instances.size(), other.instances.size());
    for (qsizetype depth = 0; depth < shared; ++depth) {
        const StepInstance &first = one.instances[depth];
        const StepInstance &second = other.instances[depth];
        if (first.repeat != second.repeat)
            return false;
        const bool inFirst = isInside(first, here, depth);
        if (first.id != second.id)
            return inFirst && !isInside(second, here, depth);
        if (!inFirst)
            return false;
    }
    return false;
}

} // namespace

QList<PickItem> goToItems(const InterviewSession &interview)
{
    const Flow &flow = interview.flow();
    QVector<int> places;
    for (int i = flow.next(-1); i >= 0; i = flow.next(i))
        places.append(i);
    if (const Step *here = interview.currentStep()) {
        std::ranges::sort(places, [&](int one, int other) {
            const Step &first = flow.steps()[one];
            const Step &second = flow.steps()[other];
            if (isNearer(first, second, *here))
                return true;
            return !isNearer(second, first, *here) && one < other;
        });
    }
    QList<PickItem> items;
    for (const int place : places) {
        const Step &step = flow.steps()[place];
        const QStringList names = namesOf(step);
        PickItem item{.id = place + 1,
                      .label = wordsOf(flow, step),
                      .group = flow.text(flow.protocol().sections[step.section].title),
                      .definition = names.join(u" › "_s)};
        if (!names.isEmpty())
            item.label += tellsApart.toString() + item.definition;
        items.append(item);
    }
    return items;
}

} // namespace seamfinder
