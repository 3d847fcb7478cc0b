#include "core/exchange/QuestionOrder.h"

#include <utility>

namespace seamfinder {

QStringList referencesOf(const Question &question)
{
    QStringList names;
    forExpressions(question, [&names](const Expression &expression, const QString &) {
        names += expression.references();
    });
    return names;
}

QuestionOrder::QuestionOrder(const Protocol &protocol)
    : m_protocol(protocol)
    , m_index(protocol)
{
    for (const IndexedQuestion &entry : m_index.questions()) {
        QVector<int> edges;
        for (const QString &name : referencesOf(*entry.question)) {
            if (const int target = m_index.find(name); target >= 0)
                edges.append(target);
        }
        if (entry.parent >= 0)
            edges.append(entry.parent);
        m_edges.append(edges);
    }
}

int QuestionOrder::furthestBelow(int from, const QStringList &names) const
{
    int furthest = -1;
    for (const QString &name : names) {
        const int target = m_index.find(name);
        if (target > from && target > furthest && !leadsTo(target, from))
            furthest = target;
    }
    return furthest;
}

QVector<int> QuestionOrder::path(int place) const
{
    QVector<int> result;
    for (int each = place; each >= 0; each = m_index.questions()[each].parent)
        result.prepend(each);
    return result;
}

bool QuestionOrder::dependsOn(int place, int other) const
{
    for (int each = 0; each < size(); ++each) {
        if (!path(each).contains(place))
            continue;
        for (const int needed : m_edges[each]) {
            if (path(needed).contains(other))
                return true;
        }
    }
    return false;
}

bool QuestionOrder::leadsTo(int from, int to) const
{
    QVector<bool> seen(m_edges.size(), false);
    QVector<int> open{from};
    while (!open.isEmpty()) {
        const int place = open.takeLast();
        if (place == to)
            return true;
        if (!std::exchange(seen[place], true))
            open += m_edges[place];
    }
    return false;
}

} // namespace seamfinder
