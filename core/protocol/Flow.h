#pragma once

#include "core/protocol/AnswerSource.h"
#include "core/protocol/Protocol.h"

#include <memory>

namespace seamfinder {

class ProtocolIndex;
class SpokenLabels;
struct FlowPass;

/// One instance of a repeat around a step.
struct StepInstance
{
    const Question *repeat = nullptr;
    qint64 id = 0;
    int position = 0, count = 0;  ///< "2 of 4"
    QString title;                ///< the row's title or the term's label; empty if it has none yet
    QString termKey;              ///< over a facet
    std::optional<Entity> entity; ///< what `id` is a row of
};

/// One stop on the way through an interview. Groups are no steps (see `group`); a repeat that grows is one,
/// the place where instances are added, followed by the steps of its instances.
struct Step
{
    QuestionRef ref;
    const Question *question = nullptr; ///< lives as long as the Flow's protocol
    int section = 0;
    const Question *group = nullptr; ///< the nearest group around it
    QVector<StepInstance> instances; ///< from the outermost repeat inwards, as in `ref`
    bool relevant = true;
    bool folded = false;   ///< a time-permitting question that there is no time for (see Folding)
    bool answered = false; ///< a value or a missing code; a repeat: enough instances, or a missing code
    bool required = false;
    Value value;     ///< as answered, or as calculated
    Value suggested; ///< the default, while there is no answer
    QString problem; ///< what the constraint has to say about the answer; empty if all is well
    int count = 0, minimum = 0, maximum = 0; ///< repeat: instances there are, wanted, allowed (0: any number)
    const Field *field = nullptr;            ///< what the answer is bound to,
    qint64 fieldRow = 0;                     ///< and the example, gap or practice; 0: the interview's own row
};

struct StepCounts
{
    int questions = 0, answered = 0; ///< of what can be answered, is relevant and not folded
    int required = 0, requiredAnswered = 0;
    friend bool operator==(const StepCounts &, const StepCounts &) = default;
};

struct RelevanceChange
{
    QuestionRef ref;
    bool relevant = true;
    friend bool operator==(const RelevanceChange &, const RelevanceChange &) = default;
};

/// One choice as offered at a step.
struct StepChoice
{
    QString key, label;
    qint64 id = 0;   ///< of the term or row; 0 for fixed choices
    QString group;   ///< a term's group
    QString alias{}; ///< other names that find it, separated by "; "
};

/// What becomes of time-permitting questions (and what they hold) while they have no answer.
enum class Folding : quint8 {
    ByPlan, ///< they fold away where fewer minutes are planned than the protocol takes
    Always, ///< the interview runs late
    Never,  ///< the interviewer wants to see them all the same
};

/// The way through one interview: which questions, in which order, for which instances. Pure: the same
/// answers give the same steps. Nothing here refuses an answer; what is wrong is said in `Step::problem`.
class Flow
{
public:
    /// `language`: of the texts. `now`: fixed time for today() and now(), for tests.
    Flow(std::shared_ptr<const Protocol> protocol, const AnswerSource &source, QString language = {},
         QDateTime now = {});
    ~Flow();

    /// Reads all answers again. Returns what became relevant or hidden, among the steps that were there
    /// before and those that are there now and hidden.
    QVector<RelevanceChange> update();

    /// These read all answers again too.
    void setFolding(Folding folding);
    void setLanguage(const QString &language);
    [[nodiscard]] Folding folding() const { return m_folding; }
    [[nodiscard]] const QString &language() const { return m_language; }
    /// How many questions are folded away.
    [[nodiscard]] int foldedCount() const;

    [[nodiscard]] const Protocol &protocol() const { return *m_protocol; }
    [[nodiscard]] const QVector<Step> &steps() const { return m_steps; }
    [[nodiscard]] int indexOf(const QuestionRef &ref) const; ///< -1 if there is no such step
    /// The nearest step after or before `index` that is relevant and not folded; -1 at the end. `next(-1)` is
    /// the first one.
    [[nodiscard]] int next(int index) const;
    [[nodiscard]] int previous(int index) const;
    /// The first step that is to be asked and is required and has no answer; `when` other than Either looks
    /// only at those that are asked then. -1 if none is open.
    [[nodiscard]] int firstOpen(AnswerWhen when = AnswerWhen::Either) const;
    [[nodiscard]] StepCounts counts(int section) const;
    [[nodiscard]] StepCounts counts() const; ///< of the whole interview
    [[nodiscard]] bool isSectionRelevant(int section) const;

    /// The choices offered at a step, filtered, in order, as they are said in the interview's language.
    [[nodiscard]] QVector<StepChoice> choices(const Step &step) const;
    [[nodiscard]] const SpokenLabels &spoken() const;

    /// A text of the step's question in the interview's language, earlier answers filled in.
    [[nodiscard]] QString text(const Step &step, const TranslatableText &text) const;
    /// SAY: the label, or the one for the term that the repeat is at.
    [[nodiscard]] QString say(const Step &step) const;
    /// What is wrong with another value than the step's: of one of several who answer for themselves.
    [[nodiscard]] QString problemWith(const Step &step, const Value &value) const;
    /// A text outside of questions (a section's title).
    [[nodiscard]] QString text(const TranslatableText &text) const;

    /// The values that a new instance of this repeat starts with, by field.
    [[nodiscard]] QVector<std::pair<const Field *, Value>> presets(const Step &repeat) const;

private:
    std::shared_ptr<const Protocol> m_protocol;
    std::unique_ptr<ProtocolIndex> m_index;
    const AnswerSource &m_source;
    QString m_language;
    QDateTime m_now;
    Folding m_folding = Folding::ByPlan;
    std::unique_ptr<FlowPass> m_pass; ///< answers and relevance as read by the last update
    QVector<Step> m_steps;
    QHash<QuestionRef, int> m_indexOf;
};

} // namespace seamfinder
