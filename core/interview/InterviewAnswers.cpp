#include "core/interview/InterviewAnswers.h"

#include "core/catalogue/Consent.h"
#include "core/catalogue/ExampleFacts.h"
#include "core/catalogue/ExampleName.h"
#include "core/domain/Fields.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
TermLabel labelsOf(const SpokenLabels &spoken)
{
    return [&spoken](const Term &term) { return spoken.term(term.facet, term.key, term.label); };
}
} // namespace

InterviewAnswers::InterviewAnswers(std::shared_ptr<const Protocol> protocol,
                                   std::shared_ptr<const Codebook> codebook)
    : m_protocol(std::move(protocol))
    , m_codebook(std::move(codebook))
    , m_index(*m_protocol)
{
}

qint64 InterviewAnswers::rowAround(const QuestionRef &ref, Entity entity) const
{
    const int at = m_index.find(ref.question);
    if (at < 0)
        return 0;
    const QVector<int> &repeats = m_index.questions()[at].repeats;
    qint64 row = 0;
    for (qsizetype i = 0; i < repeats.size() && i < ref.instances.size(); ++i) {
        if (m_index.entityOf(*m_index.questions()[repeats[i]].question) == entity)
            row = ref.instances[i];
    }
    return row;
}

const Record *InterviewAnswers::boundRecord(const QuestionRef &ref, const Field &field) const
{
    return m_data.record(field.entity, rowAround(ref, field.entity));
}

Value InterviewAnswers::valueOf(const Record &record, const Field &field) const
{
    const QVariant value = record.value(field);
    switch (field.kind) {
    case FieldKind::Text:
        return value.toString().isEmpty() ? Value() : Value::text(value.toString());
    case FieldKind::Number:
        return value.isNull() ? Value() : Value::number(value.toDouble());
    case FieldKind::Choice:
        return value.toString().isEmpty() ? Value() : Value::keys({value.toString()});
    case FieldKind::Term: {
        const QString key = m_codebook->key(TermId{value.toLongLong()});
        return key.isEmpty() ? Value() : Value::keys({key});
    }
    case FieldKind::Link:
        return value.toLongLong() ? Value::keys({crockford(value.toLongLong())}) : Value();
    case FieldKind::Coding: {
        QStringList keys;
        for (const CodedTerm &coded : record.coded(field)) {
            if (const QString key = m_codebook->key(coded.term); !key.isEmpty())
                keys.append(key);
        }
        return keys.isEmpty() ? Value() : Value::keys(keys);
    }
    }
    return {};
}

Value InterviewAnswers::markedValue(const Record &record, const Field &field, CodingMark mark) const
{
    for (const CodedTerm &coded : record.coded(field)) {
        if (coded.has(mark))
            return Value::keys({m_codebook->key(coded.term)});
    }
    return {};
}

Value InterviewAnswers::valueOf(const Record &record, const Question &question, const Field &field) const
{
    if (question.type == QuestionType::Acknowledge)
        return record.text(field) == field.ticked ? Value::boolean(true) : Value();
    return question.mark == CodingMark::None ? valueOf(record, field)
                                             : markedValue(record, field, question.mark);
}

namespace {
Value valueIn(const Answer *answer, const Question &question)
{
    return answer && answer->value ? Value::fromText(valueKind(question.type), *answer->value) : Value();
}
} // namespace

Value InterviewAnswers::value(const QuestionRef &ref) const
{
    const Question *question = m_index.question(ref.question);
    if (!question || question->type == QuestionType::Repeat)
        return {};
    if (const Field *field = fieldByName(question->binding)) {
        const Record *record = boundRecord(ref, *field);
        const Value stored = record ? valueOf(*record, *question, *field) : Value();
        const auto other = m_data.answers.constFind(ref);
        // What is left in words of their own, when who described it first has left.
        return stored.isBlank() && other != m_data.answers.cend() && field->entity == Entity::System
                   ? valueIn(&*other, *question)
                   : stored;
    }
    const auto found = m_data.answers.constFind(ref);
    return valueIn(found == m_data.answers.cend() ? nullptr : &*found, *question);
}

QVector<Value> InterviewAnswers::valuesOfEach(const QuestionRef &ref) const
{
    const Question *question = m_index.question(ref.question);
    const Field *field = question ? fieldByName(question->binding) : nullptr;
    QVector<Value> values;
    if (m_data.participants.size() < 2)
        return values;
    if (question && !field && m_data.answersOfEach.contains(ref)) {
        for (const ParticipantId each : m_data.interview.participants)
            values.append(valueIn(m_data.answerOf(ref, each), *question));
        const bool saysAny = std::ranges::any_of(values, [](const Value &each) { return !each.isBlank(); });
        return saysAny ? values : QVector<Value>();
    }
    if (!field || field->entity != Entity::Participant)
        return values;
    for (const Record &each : m_data.participants)
        values.append(valueOf(each, *question, *field));
    return values;
}

int InterviewAnswers::personAt(const QuestionRef &ref) const
{
    return int(qMax(qsizetype(0), m_data.interview.participants.indexOf(speaker(ref))));
}

std::optional<MissingCode> InterviewAnswers::missing(const QuestionRef &ref) const
{
    const Question *question = m_index.question(ref.question);
    if (!question)
        return std::nullopt;
    if (const Field *field = fieldByName(question->binding); field && !saysPartOfField(*question)) {
        if (isConsent(*field) && !m_data.consents.isEmpty())
            return missingOfAll(*field);
        const Record *record = boundRecord(ref, *field);
        if (record && record->isMissing(*field))
            return record->missing.value(QString(field->key));
        return std::nullopt;
    }
    const auto found = m_data.answers.constFind(ref);
    return found == m_data.answers.cend() ? std::nullopt : found->missing;
}

std::optional<MissingCode> InterviewAnswers::missingOfAll(const Field &field) const
{
    std::optional<MissingCode> code;
    for (const Record &each : m_data.consents) {
        if (!each.has(field) && !each.isMissing(field))
            return std::nullopt;
        if (!code && each.isMissing(field))
            code = each.missing.value(QString(field.key));
    }
    return code;
}

const Question *InterviewAnswers::askedAloud(const QuestionRef &ref) const
{
    const int at = m_index.find(ref.question);
    return at < 0 || m_index.questions()[at].interviewerOnly ? nullptr : m_index.questions()[at].question;
}

bool InterviewAnswers::isSaidByOne(const QuestionRef &ref) const
{
    const Question *question = askedAloud(ref);
    return question && (isAnsweredByOne(ref) || question->type == QuestionType::Note ||
                        question->type == QuestionType::Card || question->type == QuestionType::Acknowledge);
}

bool InterviewAnswers::isAnsweredByOne(const QuestionRef &ref) const
{
    const Question *aloud = askedAloud(ref);
    if (!aloud)
        return false;
    const Question &question = *aloud;
    switch (question.type) {
    case QuestionType::Note:
    case QuestionType::Card:
    case QuestionType::Calculated:
    case QuestionType::Group:
        return false;
    default:
        break;
    }
    const Field *field = fieldByName(question.binding);
    if (question.type == QuestionType::Acknowledge)
        return field && isConsent(*field);
    if (m_index.isOfTheInterview(question))
        return false;
    if (!field)
        return true;
    return (field->entity != Entity::Interview || isConsent(*field)) &&
           *field != fields::participant::pseudonym;
}

namespace {
bool takesNoPart(const Record &consent)
{
    return consent.text(fields::interview::takesPart) == "no"_L1;
}
} // namespace

bool InterviewAnswers::isAnsweredByAll(const QuestionRef &ref) const
{
    const Question *question = m_index.question(ref.question);
    const Field *field = question ? fieldByName(question->binding) : nullptr;
    return !field || !isConsent(*field) || std::ranges::all_of(m_data.consents, [field](const Record &each) {
        // Who takes no part is not asked what else they agree to.
        return each.has(*field) || each.isMissing(*field) || takesNoPart(each);
    });
}

bool InterviewAnswers::isSettledFor(const QuestionRef &ref, int person) const
{
    const Question *question = m_index.question(ref.question);
    const Field *field = question ? fieldByName(question->binding) : nullptr;
    if (!field || person >= m_data.participants.size() || (person > 0 && !isAnsweredByOne(ref)))
        return true;
    const bool takesPart =
        person >= m_data.consents.size() || !takesNoPart(m_data.consents[qsizetype(person)]);
    // Said of the question, "no answer" holds for those who have none.
    return !takesPart || m_data.participants[qsizetype(person)].isMissing(*field) ||
           (saysPartOfField(*question) && missing(ref));
}

bool InterviewAnswers::isOfEach(const QuestionRef &ref) const
{
    const Question *question = m_index.question(ref.question);
    const Field *field = question ? fieldByName(question->binding) : nullptr;
    if (!question || !isAnsweredByOne(ref))
        return false;
    if (!field) {
        // What is told of an example is one text.
        const bool isOfAll = rowAround(ref, Entity::Example) || rowAround(ref, Entity::Gap);
        return !isOfAll && m_data.interview.participants.size() > 1 &&
               valueKind(question->type) != Value::Kind::Nothing;
    }
    return field->entity == Entity::Participant || (isConsent(*field) && !m_data.consents.isEmpty()) ||
           isDescription(*field);
}

/// Of the system there is one record, but each describes it: the field has what was said first, the rows of
/// answers what the others say.
bool InterviewAnswers::isDescription(const Field &field) const
{
    return m_data.interview.participants.size() > 1 && field.entity == Entity::System &&
           field.kind == FieldKind::Text && field != fields::system::alias;
}

ParticipantId InterviewAnswers::firstToDescribe(const QuestionRef &ref) const
{
    const QVector<Answer> all = m_data.answersOfEach.value(ref);
    if (!all.isEmpty())
        return m_data.speakerOf(all.first());
    const auto one = m_data.answers.constFind(ref);
    return one == m_data.answers.cend() ? ParticipantId{} : m_data.speakerOf(*one);
}

bool InterviewAnswers::hasRowOfEach(const QuestionRef &ref) const
{
    const Question *question = m_index.question(ref.question);
    const Field *field = question ? fieldByName(question->binding) : nullptr;
    return m_data.interview.participants.size() > 1 && isOfEach(ref) && !(field && isConsent(*field));
}

const Answer *InterviewAnswers::rowOfSpeaker(const QuestionRef &ref) const
{
    if (hasRowOfEach(ref))
        return m_data.answerOf(ref, speaker(ref));
    const auto found = m_data.answers.constFind(ref);
    return found == m_data.answers.cend() ? nullptr : &*found;
}

void InterviewAnswers::setTurn(ParticipantId participant, const QuestionRef &ref)
{
    m_data.speaking = participant;
    m_turnAt = ref;
}

void InterviewAnswers::leaveTurn(const QuestionRef &to)
{
    if (m_turnAt != to)
        m_turnAt = {};
}

const Record *InterviewAnswers::recordOf(ParticipantId who, const Field &field) const
{
    if (field.entity == Entity::Participant)
        return m_data.record(field.entity, who.value);
    const qsizetype place = m_data.interview.participants.indexOf(who);
    return place >= 0 && place < m_data.consents.size() ? &m_data.consents[place] : nullptr;
}

ParticipantId InterviewAnswers::teller(const QuestionRef &ref) const
{
    const ExampleRecord *example = m_data.example(rowAround(ref, Entity::Example));
    return example && m_data.interview.participants.contains(example->participant) ? example->participant
                                                                                   : ParticipantId{};
}

ParticipantId InterviewAnswers::speaker(const QuestionRef &ref) const
{
    const QVector<ParticipantId> &participants = m_data.interview.participants;
    const Question *question = m_index.question(ref.question);
    const Field *field = question ? fieldByName(question->binding) : nullptr;
    const bool speaks = participants.contains(m_data.speaking);
    if (field && !isDescription(*field) && (field->entity == Entity::Participant || isConsent(*field)))
        return speaks && isAnsweredByOne(ref) ? m_data.speaking : participants.value(0);
    // What somebody else answered there is shown until it is said whose turn it is.
    if ((!field || isDescription(*field)) && speaks && isOfEach(ref) &&
        (m_turnAt == ref || m_data.answerOf(ref, m_data.speaking)))
        return m_data.speaking;
    // A further entry is told by who speaks now, whoever told of the one before.
    if (speaks && question && question->type == QuestionType::Repeat)
        return m_data.speaking;
    // What stands in an example was told by who told of it, whoever speaks now.
    if (const ParticipantId who = teller(ref);
        who && field && !m_data.answers.contains(ref) && !value(ref).isBlank())
        return who;
    return m_data.speaker(ref);
}

Value InterviewAnswers::valueOfSpeaker(const QuestionRef &ref) const
{
    return isOfEach(ref) ? valueBy(ref, speaker(ref)) : value(ref);
}

Value InterviewAnswers::valueBy(const QuestionRef &ref, ParticipantId participant) const
{
    const Question *question = m_index.question(ref.question);
    const Field *field = question ? fieldByName(question->binding) : nullptr;
    if (question && !field)
        return valueIn(m_data.answerOf(ref, participant), *question);
    if (field && isDescription(*field)) {
        const Answer *theirs = m_data.answerOf(ref, participant);
        const ParticipantId first = firstToDescribe(ref);
        return theirs && theirs->value          ? valueIn(theirs, *question)
               : !first || first == participant ? value(ref)
                                                : Value();
    }
    const Record *record = field ? recordOf(participant, *field) : nullptr;
    return record ? valueOf(*record, *question, *field) : value(ref);
}

std::optional<MissingCode> InterviewAnswers::missingOfSpeaker(const QuestionRef &ref) const
{
    const Question *question = m_index.question(ref.question);
    const Field *field = question && isOfEach(ref) ? fieldByName(question->binding) : nullptr;
    const bool isInRow = question && isOfEach(ref) &&
                         (!field || (isDescription(*field) && firstToDescribe(ref) != speaker(ref)));
    if (isInRow) {
        const Answer *theirs = rowOfSpeaker(ref);
        return theirs ? theirs->missing : std::nullopt;
    }
    const Record *record = field ? recordOf(speaker(ref), *field) : nullptr;
    if (!record)
        return missing(ref);
    // Said of the question, it holds for those who have no answer.
    if (saysPartOfField(*m_index.question(ref.question)))
        return valueOfSpeaker(ref).isBlank() ? missing(ref) : std::nullopt;
    return record->isMissing(*field) ? std::optional(record->missing.value(QString(field->key)))
                                     : std::nullopt;
}

bool InterviewAnswers::isInstance(qint64 row, const QString &firstQuestion, const QuestionRef &repeat) const
{
    if (firstQuestion != repeat.question)
        return false;
    // Inside another repeat, the answer row at the new instance says in which of its instances it was made.
    return repeat.instances.isEmpty() ||
           m_data.answers.contains({repeat.question, QVector<qint64>(repeat.instances) << row});
}

QVector<qint64> InterviewAnswers::instances(const QuestionRef &repeat) const
{
    QVector<qint64> result;
    const Question *question = m_index.question(repeat.question);
    if (!question)
        return result;
    if (!question->repeat.creates) {
        const AnswerPlace place = placeOf(repeat);
        for (const RepeatInstance &instance : m_data.instances) {
            if (instance.repeat == place.question && instance.enclosing == place.instances)
                result.append(instance.id);
        }
        return result;
    }
    switch (*question->repeat.creates) {
    case Entity::Example:
        for (const ExampleRecord &example : m_data.examples) {
            if (isInstance(example.id, example.firstQuestion, repeat))
                result.append(example.id);
        }
        break;
    case Entity::Gap: {
        if (const qint64 around = rowAround(repeat, Entity::Example)) {
            const ExampleRecord *example = m_data.example(around);
            for (const GapRecord &gap : example ? example->gaps : QVector<GapRecord>()) {
                // A gap that was noted on the example's card belongs to the questions about it too.
                const Question *maker = m_index.question(gap.firstQuestion);
                if (gap.firstQuestion == repeat.question || !maker || maker->repeat.creates != Entity::Gap)
                    result.append(gap.id);
            }
            break;
        }
        for (const GapRecord &gap : m_data.needs) {
            if (isInstance(gap.id, gap.firstQuestion, repeat))
                result.append(gap.id);
        }
        break;
    }
    default:
        for (const Record &practice : m_data.practices) {
            if (isInstance(practice.id, repeat.question, repeat))
                result.append(practice.id);
        }
    }
    return result;
}

QVector<FlowTerm> InterviewAnswers::terms(const QString &facet) const
{
    QVector<FlowTerm> result;
    for (const Term &term : m_codebook->inFacet(facet, false)) {
        FlowTerm entry{.id = term.id.value,
                       .key = term.key,
                       .label = term.label,
                       .group = {},
                       .neededBy = {},
                       .alias = term.alias};
        const TermId group = term.about ? term.about : term.groupRole ? term.groupRole : term.parent;
        entry.group = m_codebook->key(group);
        for (const TermId role : m_codebook->needs(term.id))
            entry.neededBy.append(m_codebook->key(role));
        result.append(std::move(entry));
    }
    return result;
}

QVector<qint64> InterviewAnswers::rows(Entity entity) const
{
    QVector<qint64> result;
    if (entity == Entity::Example) {
        for (const ExampleRecord &example : m_data.examples)
            result.append(example.id);
    } else if (entity == Entity::Gap) {
        for (const ExampleRecord &example : m_data.examples) {
            for (const GapRecord &gap : example.gaps)
                result.append(gap.id);
        }
        for (const GapRecord &gap : m_data.needs)
            result.append(gap.id);
    } else if (entity == Entity::Practice) {
        for (const Record &practice : m_data.practices)
            result.append(practice.id);
    } else if (const Record *record = m_data.record(entity, 0)) {
        result.append(record->id);
    }
    return result;
}

QString InterviewAnswers::rowTitle(Entity entity, qint64 id, const SpokenLabels &spoken) const
{
    const Record *record = m_data.record(entity, id);
    if (!record)
        return {};
    const auto firstLine = [](const QString &text) { return text.trimmed().section(u'\n', 0, 0).trimmed(); };
    switch (entity) {
    case Entity::Example:
        return exampleName(*m_data.example(id));
    case Entity::Gap: {
        const QString words = firstLine(record->text(fields::gap::information));
        if (!words.isEmpty() || record->coded(fields::gap::item).isEmpty())
            return words;
        return codedLabel(record->coded(fields::gap::item).first(), *m_codebook, labelsOf(spoken));
    }
    case Entity::Practice:
        return firstLine(record->text(fields::practice::story));
    case Entity::Participant:
        return record->text(fields::participant::pseudonym);
    case Entity::System:
        return record->text(fields::system::alias);
    case Entity::Interview:
        break;
    }
    return {};
}

QVector<ReadBackPart> InterviewAnswers::sentence(const ExampleRecord &example,
                                                 const SpokenLabels &spoken) const
{
    return readBack(readBackFacts(example, *m_codebook, labelsOf(spoken)), spoken.readBack());
}

QVector<ReadBackPart> InterviewAnswers::aloud(const ExampleRecord &example, const SpokenLabels &spoken) const
{
    return readAloud(readBackFacts(example, *m_codebook, labelsOf(spoken)), spoken.readBack());
}

QString InterviewAnswers::rowSentence(Entity entity, qint64 id, const SpokenLabels &spoken) const
{
    const ExampleRecord *example = entity == Entity::Example ? m_data.example(id) : nullptr;
    if (!example || example->text(fields::example::status) == "not-mismatch"_L1)
        return {};
    QString sentence;
    for (const ReadBackPart &part : aloud(*example, spoken))
        sentence += part.text;
    return sentence;
}

} // namespace seamfinder
