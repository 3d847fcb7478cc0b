#pragma once

#include "core/protocol/ProtocolIndex.h"

namespace seamfinder {

/// The expressions of a question that a form of another program can have, each with its part's name.
template <class AnyQuestion, class Each>
void forExpressions(AnyQuestion &question, Each &&each)
{
    each(question.relevance, QStringLiteral("relevance"));
    each(question.constraint, QStringLiteral("constraint"));
    each(question.calculation, QStringLiteral("calculation"));
    each(question.defaultValue, QStringLiteral("default"));
    each(question.choices.filter, QStringLiteral("filter"));
    each(question.repeat.count, QStringLiteral("count"));
}

[[nodiscard]] QStringList referencesOf(const Question &question);

/// Who stands before whom in a protocol, and who needs whom. Questions are numbered in their order; a
/// container comes before what it holds. The protocol must outlive it.
class QuestionOrder
{
public:
    explicit QuestionOrder(const Protocol &protocol);

    [[nodiscard]] int size() const { return int(m_index.questions().size()); }
    [[nodiscard]] int find(const QString &name) const { return m_index.find(name); }
    [[nodiscard]] const Question &question(int place) const { return *m_index.questions()[place].question; }
    [[nodiscard]] int section(int place) const { return m_index.questions()[place].section; }
    [[nodiscard]] QString sectionKey(int place) const { return m_protocol.sections[section(place)].key; }

    /// Of these names, the one that stands furthest below; -1 if none does except in a circle.
    [[nodiscard]] int furthestBelow(int from, const QStringList &names) const;
    /// What is around a question, from the outermost inwards, and itself.
    [[nodiscard]] QVector<int> path(int place) const;
    /// Whether a question, or one inside of it, refers to another or to one inside of that.
    [[nodiscard]] bool dependsOn(int place, int other) const;

private:
    [[nodiscard]] bool leadsTo(int from, int to) const;

    const Protocol &m_protocol;
    const ProtocolIndex m_index;
    QVector<QVector<int>> m_edges; ///< question → what must be known before it
};

} // namespace seamfinder
