#include "core/protocol/ProtocolChecker.h"

#include "core/domain/Fields.h"

#include <algorithm>
#include <QCoreApplication>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("ProtocolCheck", text);
}

QStringList keysOf(std::span<const Choice> choices)
{
    QStringList keys;
    for (const Choice &choice : choices)
        keys.append(choice.key);
    return keys;
}
} // namespace

std::optional<QStringList> ProtocolChecker::facetKeys(const QString &facet) const
{
    return m_codebook && !facet.isEmpty() ? m_codebook(facet) : std::nullopt;
}

std::optional<QStringList> ProtocolChecker::choiceKeys(const Question &question) const
{
    if (question.choices.kind == ChoiceSource::Kind::Fixed) {
        QStringList keys;
        for (const AnswerChoice &choice : question.choices.fixed)
            keys.append(choice.key);
        return keys;
    }
    if (choiceKind(question) == ChoiceSource::Kind::Fixed)
        return keysOf(fieldByName(question.binding)->choices);
    return facetKeys(m_index.facetOf(question));
}

void ProtocolChecker::checkFacet(const QString &facet)
{
    if (m_codebook && !m_codebook(facet))
        problem(tr("The codebook has no facet “%1”.").arg(facet),
                tr("Correct it, or add the facet to the codebook."));
}

void ProtocolChecker::checkChoices()
{
    const Question &here = question();
    if (here.type == QuestionType::Note && here.choices.kind == ChoiceSource::Kind::Rows) {
        checkSource(here.choices, tr("choice")); // a note that lists what was named
        return;
    }
    if (!isSelect(here.type)) {
        if (here.choices != ChoiceSource())
            problem(tr("A question of this type has no choices."), tr("Remove them, or make it a select."));
        return;
    }
    if (choiceKind(here) == ChoiceSource::Kind::None)
        problem(tr("There is nothing to choose from."), tr("Give it \"choices\"."));
    checkSource(here.choices, tr("choice"));
    if (here.choices.kind == ChoiceSource::Kind::Fixed && here.maximum > here.choices.fixed.size())
        problem(tr("More can be picked than there are choices."), tr("Lower the \"maximum\"."));
}

void ProtocolChecker::checkSource(const ChoiceSource &source, const QString &what)
{
    switch (source.kind) {
    case ChoiceSource::Kind::None:
        break;
    case ChoiceSource::Kind::Fixed:
        if (source.fixed.isEmpty())
            problem(tr("The list of choices is empty."), tr("Add choices."));
        checkKeyed(source.fixed, what);
        break;
    case ChoiceSource::Kind::Facet:
        checkFacet(source.from);
        break;
    case ChoiceSource::Kind::Rows:
        if (source.from != entityKey(Entity::Example) && source.from != entityKey(Entity::Gap))
            problem(tr("An interview has no rows “%1” to choose from.").arg(source.from),
                    tr("Use \"example\" or \"gap\"."));
        break;
    case ChoiceSource::Kind::Question: {
        const int at = m_index.find(source.from);
        if (at < 0) {
            problem(tr("There is no question “%1” to take from.").arg(source.from), tr("Correct the name."),
                    source.from);
        } else if (at >= m_at) {
            problem(tr("“%1” is asked only later.").arg(source.from),
                    tr("Take from a question that stands before."));
        } else {
            const Question &target = *m_index.questions()[at].question;
            const bool picks =
                isSelect(target.type) && (m_index.entityOf(target) || !m_index.facetOf(target).isEmpty());
            if (target.type != QuestionType::Repeat && !picks)
                problem(tr("“%1” names no examples, gaps or terms.").arg(source.from),
                        tr("Take from a repeat, or from a select over rows or a facet."));
        }
        break;
    }
    }
}

void ProtocolChecker::checkRepeat()
{
    const Question &here = question();
    if (here.type != QuestionType::Repeat)
        return;
    const RepeatRule &rule = here.repeat;
    checkSource(rule.over, tr("choice"));
    if (rule.over.kind == ChoiceSource::Kind::Fixed)
        problem(tr("A repeat cannot go over fixed choices."), tr("Use a facet, a question or rows."));
    if (!rule.grows() && (rule.creates || rule.minimum || rule.maximum || !rule.count.isEmpty()))
        problem(tr("A repeat over something that exists neither creates nor counts."),
                tr("Remove \"creates\", \"count\", \"minimum\" and \"maximum\", or \"over\"."));
    if (rule.maximum > 0 && rule.minimum > rule.maximum)
        problem(tr("The repeat wants more than it allows."),
                tr("Make \"minimum\" no greater than \"maximum\"."));
    if (!rule.first.isEmpty() && rule.over.kind != ChoiceSource::Kind::Facet)
        problem(tr("“first” orders the terms of a facet only."), tr("Remove it."));
    if (rule.grows() && !rule.over.filter.isEmpty())
        problem(tr("There is a filter, but nothing that the repeat goes over."), tr("Remove the filter."));
    if (rule.creates && *rule.creates != Entity::Example && *rule.creates != Entity::Gap &&
        *rule.creates != Entity::Practice)
        problem(tr("A repeat cannot create that."), tr("It creates \"example\", \"gap\" or \"practice\"."));
    checkPresets();
}

void ProtocolChecker::checkPresets()
{
    const RepeatRule &rule = question().repeat;
    for (auto preset = rule.presets.cbegin(); preset != rule.presets.cend(); ++preset) {
        const Field *field = fieldByName(preset.key());
        if (!field || !rule.creates || field->entity != *rule.creates) {
            problem(tr("“%1” is no field of what the repeat creates.").arg(preset.key()),
                    tr("Correct the field's name, as in \"example.source\"."));
            continue;
        }
        const std::optional<Value> value = preset->constant();
        if (!value)
            continue;
        const auto keys = field->kind == FieldKind::Choice ? std::optional(keysOf(field->choices))
                                                           : facetKeys(QString(field->facet));
        if (keys && !keys->contains(value->toText()))
            problem(tr("“%1” has no choice “%2”.").arg(preset.key(), value->toText()),
                    tr("Use a key that exists."));
    }
}

void ProtocolChecker::checkLabelsByTerm()
{
    const Question &here = question();
    if (here.labelByTerm.isEmpty())
        return;
    QString facet;
    for (const int repeat : this->here().repeats)
        facet = m_index.facetOf(*m_index.questions()[repeat].question);
    if (facet.isEmpty())
        problem(tr("There are texts by term, but no repeat over a facet around."), tr("Remove them."));
    const std::optional<QStringList> keys = facetKeys(facet);
    for (auto entry = here.labelByTerm.cbegin(); entry != here.labelByTerm.cend(); ++entry) {
        checkText("labelByTerm"_L1, *entry, tr("label for “%1”").arg(entry.key()), true);
        if (keys && !keys->contains(entry.key()))
            problem(tr("The facet “%1” has no term “%2”.").arg(facet, entry.key()), tr("Correct the key."));
    }
}

void ProtocolChecker::checkBinding()
{
    const Question &here = question();
    if (here.binding.isEmpty()) {
        if (here.mark != CodingMark::None)
            problem(tr("Without a binding there is nothing to single out."), tr("Remove the \"mark\"."));
        return;
    }
    const Field *field = fieldByName(here.binding);
    if (!field) {
        problem(tr("There is no field “%1” to bind to.").arg(here.binding),
                tr("Use a field's name, as in \"example.counted_on\"."));
        return;
    }
    const bool ofRow =
        field->entity == Entity::Example || field->entity == Entity::Gap || field->entity == Entity::Practice;
    if (ofRow && !hasRowAround(field->entity))
        problem(tr("“%1” needs a repeat around that creates or goes over such rows.").arg(here.binding),
                tr("Move the question into such a repeat."));
    const bool isAgreedTo = std::ranges::any_of(fields::interview::consents,
                                                [field](const Field *each) { return *each == *field; });
    if (here.interviewerOnly && (field->entity == Entity::Participant || isAgreedTo))
        problem(tr("“%1” is said by each participant, not by the interviewer.").arg(here.binding),
                tr("Let it be said aloud: it cannot be for the interviewer alone."));
    checkBoundType(*field);
    checkMark(*field);
}

void ProtocolChecker::checkMark(const Field &field)
{
    const Question &here = question();
    if (here.mark == CodingMark::None)
        return;
    const bool possible = here.mark == CodingMark::Main
                              ? field == fields::example::element || field == fields::participant::role
                              : field == fields::example::element;
    if (!possible)
        problem(tr("“%1” cannot be set of “%2”.").arg(keyOf(here.mark), here.binding),
                tr("Use \"main\" with \"example.element\" or \"participant.role\", the misfit with "
                   "\"example.element\"."));
    else if (here.type != QuestionType::SelectOne)
        problem(tr("One of several is singled out by picking it."), tr("Use the type \"select-one\"."));
}

void ProtocolChecker::checkBoundType(const Field &field)
{
    const Question &here = question();
    const auto refuse = [&](const QString &wanted) {
        problem(tr("“%1” cannot be answered by a question of this type.").arg(here.binding), wanted);
    };
    switch (field.kind) {
    case FieldKind::Text:
        if (here.type != QuestionType::Text)
            refuse(tr("Use the type \"text\"."));
        break;
    case FieldKind::Number:
        if (here.type != QuestionType::Integer && here.type != QuestionType::Scale)
            refuse(tr("Use \"integer\" or \"scale\"."));
        else if (here.type == QuestionType::Scale && field.maximum > 0 &&
                 (here.minimum < field.minimum || here.maximum > field.maximum))
            refuse(tr("Its scale goes from %1 to %2.").arg(field.minimum).arg(field.maximum));
        break;
    case FieldKind::Choice:
        if (here.type == QuestionType::Acknowledge && !field.ticked.isEmpty())
            break;
        if (here.type != QuestionType::SelectOne) {
            refuse(tr("Use the type \"select-one\"."));
        } else if (here.choices.kind != ChoiceSource::Kind::None) {
            const QStringList known = keysOf(field.choices);
            for (const AnswerChoice &choice : here.choices.fixed) {
                if (!known.contains(choice.key))
                    problem(tr("“%1” has no choice “%2”.").arg(here.binding, choice.key),
                            tr("Use only: %1.").arg(known.join(u", "_s)));
            }
            if (here.choices.kind != ChoiceSource::Kind::Fixed)
                refuse(tr("Leave \"choices\" out: the field has its own."));
        }
        break;
    case FieldKind::Term:
    case FieldKind::Coding: {
        const bool fits =
            here.type == QuestionType::SelectOne || (here.type == QuestionType::SelectMany && field.many);
        if (!fits)
            refuse(field.many ? tr("Use \"select-one\" or \"select-many\".")
                              : tr("Use the type \"select-one\"."));
        else if (m_index.facetOf(here) != field.facet)
            problem(
                tr("The choices are not of the facet “%1” that “%2” is of.").arg(field.facet, here.binding),
                tr("Leave \"choices\" out, or use that facet."));
        break;
    }
    case FieldKind::Link:
        refuse(tr("Remove the binding: this is set elsewhere in the program."));
        break;
    }
}

bool ProtocolChecker::isAround(int repeat) const
{
    return m_at >= 0 && here().repeats.contains(repeat);
}

bool ProtocolChecker::hasRowAround(std::optional<Entity> entity) const
{
    if (m_at < 0)
        return false;
    return std::any_of(here().repeats.begin(), here().repeats.end(), [&](int repeat) {
        const auto found = m_index.entityOf(*m_index.questions()[repeat].question);
        return found && (!entity || found == entity);
    });
}

bool ProtocolChecker::hasTermAround(const QString &facet) const
{
    return m_at >= 0 && std::any_of(here().repeats.begin(), here().repeats.end(), [&](int repeat) {
               return m_index.facetOf(*m_index.questions()[repeat].question) == facet;
           });
}

} // namespace seamfinder
