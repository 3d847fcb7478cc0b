#include "core/protocol/ProtocolIndex.h"

namespace seamfinder {

namespace {
constexpr int deepest = 8; ///< of selects over selects: a file may let them refer to each other in a circle
}

ProtocolIndex::ProtocolIndex(const Protocol &protocol)
{
    for (int section = 0; section < protocol.sections.size(); ++section)
        add(protocol.sections[section], protocol.sections[section].questions, section, -1, {});
}

void ProtocolIndex::add(const Section &in, const QVector<Question> &questions, int section, int parent,
                        const QVector<int> &repeats)
{
    for (const Question &question : questions) {
        const int at = int(m_questions.size());
        m_questions.append({&question, section, parent, repeats, isInterviewerOnly(in, question)});
        if (!m_byName.contains(question.name))
            m_byName.insert(question.name, at);
        QVector<int> inner = repeats;
        if (question.type == QuestionType::Repeat)
            inner.append(at);
        add(in, question.children, section, at, inner);
    }
}

const Question *ProtocolIndex::question(const QString &name) const
{
    const int at = find(name);
    return at < 0 ? nullptr : m_questions[at].question;
}

std::optional<Entity> ProtocolIndex::entityOf(const Question &question) const
{
    return entityOf(question, 0);
}

std::optional<Entity> ProtocolIndex::entityOf(const Question &question, int depth) const
{
    if (question.repeat.creates)
        return question.repeat.creates;
    const ChoiceSource &source =
        question.type == QuestionType::Repeat ? question.repeat.over : question.choices;
    if (source.kind == ChoiceSource::Kind::Rows)
        return entityFromKey(source.from);
    if (source.kind != ChoiceSource::Kind::Question || depth > deepest)
        return std::nullopt;
    const auto *target = this->question(source.from);
    return target ? entityOf(*target, depth + 1) : std::nullopt;
}

bool ProtocolIndex::isOfTheInterview(const Question &question) const
{
    const bool ordersGaps = question.type == QuestionType::Rank && question.binding.isEmpty() &&
                            entityOf(question) == Entity::Gap;
    return ordersGaps || picksExamples(question);
}

bool ProtocolIndex::picksExamples(const Question &question) const
{
    return isSelect(question.type) && question.binding.isEmpty() && entityOf(question) == Entity::Example;
}

QString ProtocolIndex::facetOf(const Question &question) const
{
    return facetOf(question, 0);
}

QString ProtocolIndex::facetOf(const Question &question, int depth) const
{
    const ChoiceSource &source =
        question.type == QuestionType::Repeat ? question.repeat.over : question.choices;
    switch (source.kind) {
    case ChoiceSource::Kind::Facet:
        return source.from;
    case ChoiceSource::Kind::Question: {
        const auto *target = this->question(source.from);
        return target && depth <= deepest ? facetOf(*target, depth + 1) : QString();
    }
    case ChoiceSource::Kind::None:
        return choiceKind(question) == ChoiceSource::Kind::Facet
                   ? QString(fieldByName(question.binding)->facet)
                   : QString();
    default:
        return {};
    }
}

std::optional<Entity> entityFromKey(QStringView key)
{
    for (const Entity entity : {Entity::Participant, Entity::System, Entity::Interview, Entity::Example,
                                Entity::Gap, Entity::Practice}) {
        if (key == entityKey(entity))
            return entity;
    }
    return std::nullopt;
}

} // namespace seamfinder
