#include "core/catalogue/EditCodebook.h"
#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditStudy.h"
#include "core/domain/Fields.h"
#include "tests/support/StudyMachine.h"

/// What one change does, to the study and to the model.
namespace seamfinder::test {

using namespace Qt::StringLiterals;

namespace {
QVector<Field> fieldsOfKind(bool ofGap, FieldKind kind)
{
    QVector<Field> fields;
    for (const Field &field : fieldsOf(ofGap ? Entity::Gap : Entity::Example)) {
        if (field.kind == kind && !(field == fields::example::tag))
            fields.append(field);
    }
    return fields;
}

// A field that cannot be empty has no missing code either.
bool canBeEmpty(const Field &field)
{
    return !(field == fields::example::status);
}

std::optional<FieldKind> kindOf(Change::Kind kind)
{
    switch (kind) {
    case Change::Kind::Text:
        return FieldKind::Text;
    case Change::Kind::Choice:
        return FieldKind::Choice;
    case Change::Kind::Term:
        return FieldKind::Term;
    case Change::Kind::Number:
        return FieldKind::Number;
    case Change::Kind::Code:
    case Change::Kind::RemoveLayer:
        return FieldKind::Coding;
    default:
        return std::nullopt;
    }
}

template <class List>
auto chosen(const List &list, int number)
{
    return list[typename List::size_type(number) % list.size()];
}
} // namespace

void StudyMachine::apply(Edit &edit, const Change &change, StudyModel &model)
{
    m_moment.coder = (change.byOther ? m_empty.other : m_empty.lead).value;
    edit.attributeTo(CoderId{m_moment.coder});
    switch (change.kind) {
    case Change::Kind::NewExample:
    case Change::Kind::NewGap:
    case Change::Kind::NewNeed:
        return create(edit, change, model);
    case Change::Kind::Lead:
        if (std::exchange(model.leadCoder, m_moment.coder) != m_moment.coder)
            model.leadAction = m_moment.action;
        return setLeadCoder(edit, CoderId{m_moment.coder});
    default:
        if (!model.units.empty())
            changeUnit(edit, change, model);
    }
}

void StudyMachine::create(Edit &edit, const Change &change, StudyModel &model)
{
    const Origin origin{.interview = change.value % 3 == 0 ? InterviewId{} : m_empty.interview};
    ModelUnit made;
    made.interview = origin.interview.value;
    made.participant = origin.interview ? m_empty.participant.value : 0;
    made.updated = m_moment.now;
    made.action = m_moment.action;
    made.isGap = change.kind != Change::Kind::NewExample;
    const std::vector<qint64> examples = model.idsOf(false);
    if (!made.isGap) {
        made.id = createExample(edit, origin).value;
        made.values[u"status"_s] = u"candidate"_s;
    } else if (change.kind == Change::Kind::NewGap && !examples.empty()) {
        const ModelUnit &example = model.units.at(chosen(examples, change.unit));
        made.example = example.id;
        made.id = createGap(edit, ExampleId{example.id}, origin).value;
        made.interview = origin.interview ? made.interview : example.interview;
        made.participant = example.participant ? example.participant : made.participant;
    } else {
        made.id = createGap(edit, {}, origin).value;
    }
    model.units[made.id] = made;
}

void StudyMachine::changeUnit(Edit &edit, const Change &change, StudyModel &model)
{
    std::vector<qint64> ids;
    for (const auto &[id, unit] : model.units)
        ids.push_back(id);
    ModelUnit &unit = model.units.at(chosen(ids, change.unit));
    switch (change.kind) {
    case Change::Kind::Delete:
    case Change::Kind::Restore:
        return changeBin(edit, change, model, unit);
    case Change::Kind::Tag:
        return setTag(edit, change, model);
    default:
        changeField(edit, change, unit);
    }
}

void StudyMachine::changeBin(Edit &edit, const Change &change, StudyModel &model, ModelUnit &unit)
{
    // As the window offers it: what is shown can be deleted, what is in the bin by itself comes back.
    const bool deletes = change.kind == Change::Kind::Delete;
    if (unit.example != 0 && model.units.at(unit.example).deletedAt)
        return;
    if (deletes == unit.deletedAt.has_value())
        return;
    if (!unit.isGap) {
        deletes ? deleteExample(edit, ExampleId{unit.id}) : restoreExample(edit, ExampleId{unit.id});
        model.setExampleDeleted(unit.id, deletes, m_moment);
        return;
    }
    deletes ? deleteGap(edit, GapId{unit.id}) : restoreGap(edit, GapId{unit.id});
    unit.setDeleted(deletes ? std::optional(m_moment.now) : std::nullopt, m_moment);
}

void StudyMachine::setTag(Edit &edit, const Change &change, StudyModel &model)
{
    const QString label = u"tag %1"_s.arg(change.value % 4);
    const TermId tag = tagByLabel(edit, label);
    if (const auto known = model.tags.find(label); known != model.tags.end())
        RC_ASSERT(known->second == tag.value);
    model.tags[label] = tag.value;
    const std::vector<qint64> examples = model.idsOf(false);
    if (examples.empty())
        return;
    ModelUnit &example = model.units.at(chosen(examples, change.unit));
    const auto stage = CodingStage(change.stage + 1);
    setCodings(edit, fields::example::tag, example.id, {{.term = tag}}, stage);
    example.setCodings(fields::example::tag, {{.term = tag}}, stage, m_moment);
}

QVector<CodedTerm> StudyMachine::codedTerms(const Change &change, const Field &field) const
{
    QVector<CodedTerm> coded;
    for (const int number : change.terms) {
        CodedTerm one{.term = term(field, number), .main = coded.isEmpty() && change.value % 2 == 0};
        if (std::any_of(coded.begin(), coded.end(),
                        [&](const CodedTerm &had) { return had.term == one.term; }))
            continue;
        one.pair = change.value % 3;
        one.team = field.withTeam ? Team(change.value % 4) : Team::NotSaid;
        one.other = change.text;
        coded.append(one);
    }
    return coded;
}

TermId StudyMachine::term(const Field &field, int number) const
{
    return chosen(m_terms.at(field.facet), number);
}

void StudyMachine::setColumn(Edit &edit, const Change &change, const Field &field, ModelUnit &unit)
{
    QVariant value;
    const bool clears = change.value % 4 == 0 && canBeEmpty(field);
    if (field.kind == FieldKind::Text)
        value = change.text;
    else if (field.kind == FieldKind::Choice && !clears)
        value = QString(field.choices[size_t(change.value) % field.choices.size()].key);
    else if (field.kind == FieldKind::Term && !clears)
        value = term(field, change.value).value;
    else if (field.kind == FieldKind::Number && !clears)
        value = qint64(change.value);
    setValue(edit, field, unit.id, value);
    unit.setValue(field, value, m_moment);
}

void StudyMachine::setMissingCode(Edit &edit, const Change &change, ModelUnit &unit)
{
    const std::span<const Field> all = fieldsOf(unit.isGap ? Entity::Gap : Entity::Example);
    const Field &field = all[size_t(change.field) * 3 % all.size()];
    if (!canBeEmpty(field) || field.kind == FieldKind::Link)
        return;
    std::optional<MissingCode> code;
    if (change.value % 4 != 0)
        code = missingCodes[size_t(change.value) % missingCodes.size()].code;
    const auto stage = CodingStage(change.stage + 1);
    setMissing(edit, field, unit.id, code, stage);
    unit.setMissing(field, code, stage, m_moment);
}

void StudyMachine::changeField(Edit &edit, const Change &change, ModelUnit &unit)
{
    const std::optional<FieldKind> kind = kindOf(change.kind);
    if (!kind)
        return setMissingCode(edit, change, unit);
    const QVector<Field> fields = fieldsOfKind(unit.isGap, *kind);
    if (fields.isEmpty()) // a gap has no choices
        return;
    const Field &field = fields[change.field % fields.size()];
    const auto stage = CodingStage(change.stage + 1);
    if (*kind != FieldKind::Coding)
        return setColumn(edit, change, field, unit);
    if (change.kind == Change::Kind::Code) {
        const QVector<CodedTerm> terms = codedTerms(change, field);
        setCodings(edit, field, unit.id, terms, stage);
        unit.setCodings(field, terms, stage, m_moment);
        return;
    }
    removeLayer(edit, field, unit.id, edit.coder(), stage);
    unit.removeLayer(field, stage, m_moment);
}

} // namespace seamfinder::test
