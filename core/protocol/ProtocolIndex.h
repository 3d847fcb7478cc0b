#pragma once

#include "core/protocol/Protocol.h"

#include <QHash>

namespace seamfinder {

struct IndexedQuestion
{
    const Question *question = nullptr;
    int section = 0;
    int parent = -1;              ///< the group or repeat around it
    QVector<int> repeats;         ///< the repeats around it, from the outermost inwards
    bool interviewerOnly = false; ///< by itself, or as all of its section
};

/// The questions of a protocol in order, by name, and what follows from where they stand. The protocol must
/// outlive it. Of questions with the same name, the first is found.
class ProtocolIndex
{
public:
    explicit ProtocolIndex(const Protocol &protocol);

    [[nodiscard]] const QVector<IndexedQuestion> &questions() const { return m_questions; }
    [[nodiscard]] int find(const QString &name) const { return m_byName.value(name, -1); }
    [[nodiscard]] const Question *question(const QString &name) const;

    /// What the ids are rows of: the instances of a repeat, or the choices of a select. Nothing for terms and
    /// for repeats that create nothing.
    [[nodiscard]] std::optional<Entity> entityOf(const Question &question) const;
    /// An answer that picks among the examples of its interview, as for what is asked of each next: whoever
    /// says it, it is the interview's.
    [[nodiscard]] bool picksExamples(const Question &question) const;
    /// The answer is the interview's, whoever gives it: a pick among the examples, or the one order of the
    /// gaps.
    [[nodiscard]] bool isOfTheInterview(const Question &question) const;
    /// The facet whose terms a repeat goes over or a select offers; empty if none.
    [[nodiscard]] QString facetOf(const Question &question) const;

private:
    void add(const Section &in, const QVector<Question> &questions, int section, int parent,
             const QVector<int> &repeats);
    [[nodiscard]] std::optional<Entity> entityOf(const Question &question, int depth) const;
    [[nodiscard]] QString facetOf(const Question &question, int depth) const;

    QVector<IndexedQuestion> m_questions;
    QHash<QString, int> m_byName;
};

std::optional<Entity> entityFromKey(QStringView key);

} // namespace seamfinder
