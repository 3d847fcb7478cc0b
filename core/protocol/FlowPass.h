#pragma once

#include "core/protocol/Flow.h"
#include "core/protocol/ProtocolIndex.h"
#include "core/protocol/SpokenLabels.h"

#include <QHash>

namespace seamfinder {

/// What one walk over the protocol has read. Answers are noted in the order of the protocol, so that an
/// expression sees what stands before it; hidden answers are not noted and so count as unanswered.
struct FlowPass
{
    const Protocol &protocol;
    const ProtocolIndex &index;
    const AnswerSource &source;
    QString language;
    QDateTime now;
    Folding folding = Folding::ByPlan;
    /// Of the language in which the questions are asked, as `in` finds it.
    const SpokenLabels &spoken =
        SpokenLabels::in(protocol.languages.contains(language) ? language : protocol.language());

    QHash<QuestionRef, Value> values{};
    QHash<QuestionRef, QVector<Value>> valuesOfEach{};       ///< of several people, where each has their own
    int people = 1;                                          ///< those
    mutable int person = 0;                                  ///< whose an expression sees
    QHash<QString, QVector<QVector<qint64>>> answeredAt{};   ///< by question: the instances, in order
    QHash<QuestionRef, QVector<StepInstance>> instancesOf{}; ///< by repeat
    QVector<bool> sectionRelevant{};
    bool folds = false; ///< time-permitting questions
    QVector<Step> steps{};
    mutable QHash<QString, QVector<FlowTerm>> termCache{};

    /// With the labels as they are said aloud.
    const QVector<FlowTerm> &terms(const QString &facet) const;
    [[nodiscard]] QString in(const TranslatableText &text) const
    {
        return text.in(language, protocol.language());
    }

    /// As an expression sees it.
    [[nodiscard]] Value valueAt(const QuestionRef &ref) const;

    void run();
    /// What is wrong with the step's value; empty: nothing.
    [[nodiscard]] QString problemOf(const Step &step) const;

private:
    struct Around
    {
        int section = 0;
        const Question *group = nullptr;
        QVector<StepInstance> instances;
        QVector<qint64> path;
        bool relevant = true, folded = false;
        int person = 0; ///< the first of several for whom it is relevant
    };
    /// Whether the condition holds for any of the people, and for whom first.
    bool holds(const Expression &condition, Around &around) const;
    void walk(const QVector<Question> &questions, const Around &around);
    void walkRepeat(const Question &question, const Around &around);
    void answer(Step &step, int whose);
    [[nodiscard]] bool isAnswered(const Step &step, const QVector<Value> &ofEach) const;
    QVector<StepInstance> instances(const Question &repeat, const Around &around) const;
    bool holdsAnswer(const QVector<Question> &questions, const QVector<qint64> &path) const;
    void bind(Step &step) const;
    void note(const QuestionRef &ref, const Value &value, const QVector<Value> &ofEach);
};

/// A candidate of a filter: a term or a row that may become a choice or an instance.
struct FlowCandidate
{
    QString key, group;
    QStringList neededBy;
    std::optional<Entity> entity;
    qint64 id = 0;
    QString label;
    QString facet;   ///< of a term
    QString alias{}; ///< of a term
};

/// What expressions and texts at one place of the flow refer to.
///
/// ${name} is the answer in the same instances. A question in another repeat over the same kind of rows is
/// the answer about the same row, and likewise for terms of the same facet. The name of a repeat around is
/// the row or term it is at. ${choice.key},
/// ${choice.group} and ${choice.needed-by} are the candidate's, in filters; ${row.title} and ${row.sentence}
/// are those of the nearest row around.
class FlowContext : public ExpressionContext
{
public:
    FlowContext(const FlowPass &pass, const QVector<StepInstance> &instances, Value self = {},
                const FlowCandidate *candidate = nullptr)
        : m_pass(pass)
        , m_instances(instances)
        , m_self(std::move(self))
        , m_candidate(candidate)
    {
    }

    [[nodiscard]] Value value(const QString &name) const override;
    [[nodiscard]] QVector<Value> values(const QString &name) const override;
    [[nodiscard]] Value self() const override { return m_self; }
    [[nodiscard]] int position() const override;
    [[nodiscard]] QDateTime now() const override { return m_pass.now; }

    /// As read aloud: labels instead of keys, several joined; "…" if there is nothing to quote.
    [[nodiscard]] QString display(const QString &name) const;
    [[nodiscard]] QString titleAsSentence() const;
    [[nodiscard]] QString fillIn(const QString &text) const;

private:
    [[nodiscard]] std::optional<Value> special(const QString &name) const;
    /// The instances that `question` has seen from here, as far as they are fixed from the outermost inwards.
    [[nodiscard]] QVector<qint64> pathTo(const IndexedQuestion &question) const;

    const FlowPass &m_pass;
    const QVector<StepInstance> &m_instances;
    Value m_self;
    const FlowCandidate *m_candidate;
};

/// Candidates of a choice source, unfiltered. `question` is the one that has it.
QVector<FlowCandidate> flowCandidates(const FlowPass &pass, const Question &question,
                                      const ChoiceSource &source, const FlowContext &context);

} // namespace seamfinder
