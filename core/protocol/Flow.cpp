#include "core/protocol/Flow.h"

#include "core/domain/Error.h"
#include "core/protocol/FlowPass.h"

#include <algorithm>
#include <utility>

namespace seamfinder {

namespace {
bool isAsked(const Step &step)
{
    return step.relevant && !step.folded && step.question->type != QuestionType::Calculated;
}

/// While it lives, expressions see the answers of one of several people.
class As
{
public:
    As(const FlowPass &pass, int person)
        : m_pass(pass)
        , m_before(std::exchange(pass.person, person))
    {
    }
    ~As() { m_pass.person = m_before; }
    Q_DISABLE_COPY_MOVE(As)

private:
    const FlowPass &m_pass;
    int m_before;
};
} // namespace

Flow::Flow(std::shared_ptr<const Protocol> protocol, const AnswerSource &source, QString language,
           QDateTime now)
    : m_protocol(std::move(protocol))
    , m_source(source)
    , m_language(std::move(language))
    , m_now(std::move(now))
{
    if (!m_protocol)
        throw Error(ErrorCode::Internal, QStringLiteral("a flow needs a protocol"));
    m_index = std::make_unique<ProtocolIndex>(*m_protocol);
    update();
}

Flow::~Flow() = default;

QVector<RelevanceChange> Flow::update()
{
    // An aggregate, which make_unique takes in C++20 only, and clang 14 does not know that yet.
    std::unique_ptr<FlowPass> pass(new FlowPass{*m_protocol, *m_index, m_source, m_language,
                                                m_now.isValid() ? m_now : QDateTime::currentDateTime()});
    pass->folding = m_folding;
    pass->run();
    QVector<RelevanceChange> changes;
    for (const Step &step : pass->steps) {
        const int before = indexOf(step.ref);
        const bool wasRelevant = before < 0 || m_steps[before].relevant;
        if (wasRelevant != step.relevant)
            changes.append({step.ref, step.relevant});
    }
    m_steps = std::move(pass->steps);
    m_pass = std::move(pass);
    m_indexOf.clear();
    m_indexOf.reserve(m_steps.size());
    for (int i = 0; i < m_steps.size(); ++i)
        m_indexOf.insert(m_steps[i].ref, i);
    return changes;
}

void Flow::setFolding(Folding folding)
{
    if (std::exchange(m_folding, folding) != folding)
        update();
}

void Flow::setLanguage(const QString &language)
{
    if (std::exchange(m_language, language) != language)
        update();
}

int Flow::foldedCount() const
{
    return int(std::count_if(m_steps.begin(), m_steps.end(), [](const Step &step) {
        return step.relevant && step.folded && takesAnswer(step.question->type);
    }));
}

int Flow::indexOf(const QuestionRef &ref) const
{
    return m_indexOf.value(ref, -1);
}

int Flow::next(int index) const
{
    for (int i = qMax(-1, index) + 1; i < m_steps.size(); ++i) {
        if (isAsked(m_steps[i]))
            return i;
    }
    return -1;
}

int Flow::previous(int index) const
{
    for (int i = qMin(index, int(m_steps.size())) - 1; i >= 0; --i) {
        if (isAsked(m_steps[i]))
            return i;
    }
    return -1;
}

int Flow::firstOpen(AnswerWhen when) const
{
    for (int i = next(-1); i >= 0; i = next(i)) {
        const Step &step = m_steps[i];
        const bool now = when == AnswerWhen::Either || step.question->when == AnswerWhen::Either ||
                         step.question->when == when;
        if (now && step.required && !step.answered)
            return i;
    }
    return -1;
}

StepCounts Flow::counts(int section) const
{
    StepCounts counts;
    for (const Step &step : m_steps) {
        if ((section >= 0 && step.section != section) || !isAsked(step) || !takesAnswer(step.question->type))
            continue;
        ++counts.questions;
        counts.answered += step.answered;
        counts.required += step.required;
        counts.requiredAnswered += step.required && step.answered;
    }
    return counts;
}

StepCounts Flow::counts() const
{
    return counts(-1);
}

bool Flow::isSectionRelevant(int section) const
{
    return m_pass->sectionRelevant.value(section, false);
}

QVector<StepChoice> Flow::choices(const Step &step) const
{
    const Question &question = *step.question;
    const As speaker(*m_pass, m_source.personAt(step.ref));
    ChoiceSource source = question.choices;
    QVector<StepChoice> result;
    if (choiceKind(question) == ChoiceSource::Kind::Fixed) {
        for (const AnswerChoice &choice : source.fixed) {
            FlowCandidate candidate;
            candidate.key = choice.key;
            if (!source.filter.isValid() ||
                source.filter.evaluate(FlowContext(*m_pass, step.instances, {}, &candidate)).toBool())
                result.append({choice.key, text(step, choice.label), 0, {}});
        }
        if (source.kind == ChoiceSource::Kind::None) {
            for (const Choice &choice : step.field->choices)
                result.append({choice.key, m_pass->spoken.option(*step.field, choice.key), 0, {}});
        }
        return result;
    }
    if (source.kind == ChoiceSource::Kind::None)
        source = {choiceKind(question), {}, m_index->facetOf(question), source.filter};
    const FlowContext context(*m_pass, step.instances);
    for (const FlowCandidate &candidate : flowCandidates(*m_pass, question, source, context)) {
        if (!source.filter.isValid() ||
            source.filter.evaluate(FlowContext(*m_pass, step.instances, {}, &candidate)).toBool())
            result.append({candidate.key, candidate.label, candidate.id, candidate.group, candidate.alias});
    }
    return result;
}

const SpokenLabels &Flow::spoken() const
{
    return m_pass->spoken;
}

QString Flow::text(const Step &step, const TranslatableText &text) const
{
    const As speaker(*m_pass, m_source.personAt(step.ref));
    return FlowContext(*m_pass, step.instances).fillIn(m_pass->in(text));
}

QString Flow::problemWith(const Step &step, const Value &value) const
{
    const As speaker(*m_pass, m_source.personAt(step.ref));
    Step asked = step;
    asked.value = value;
    return m_pass->problemOf(asked);
}

QString Flow::say(const Step &step) const
{
    for (auto at = step.instances.crbegin(); at != step.instances.crend(); ++at) {
        const auto found = step.question->labelByTerm.constFind(at->termKey);
        if (!at->termKey.isEmpty() && found != step.question->labelByTerm.cend())
            return text(step, *found);
    }
    return text(step, step.question->label);
}

QString Flow::text(const TranslatableText &text) const
{
    return FlowContext(*m_pass, {}).fillIn(m_pass->in(text));
}

QVector<std::pair<const Field *, Value>> Flow::presets(const Step &repeat) const
{
    QVector<std::pair<const Field *, Value>> result;
    const FlowContext context(*m_pass, repeat.instances);
    const QMap<QString, Expression> &presets = repeat.question->repeat.presets;
    for (auto preset = presets.cbegin(); preset != presets.cend(); ++preset) {
        const Field *field = fieldByName(preset.key());
        const Value value = preset->evaluate(context);
        if (field && !value.isBlank())
            result.append({field, value});
    }
    return result;
}

} // namespace seamfinder
