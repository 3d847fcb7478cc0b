#include "core/interview/ProtocolMove.h"

#include "core/catalogue/EditProtocols.h"
#include "core/domain/Error.h"
#include "core/interview/AnswerWriting.h"
#include "core/interview/InterviewAnswers.h"
#include "core/protocol/Flow.h"
#include "core/protocol/ProtocolJson.h"

#include <cmath>
#include <QCoreApplication>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

using Fate = MovedAnswer::Fate;

QString tr(const char *text)
{
    return QCoreApplication::translate("ProtocolMove", text);
}

QStringList repeatNames(const ProtocolIndex &index, int at)
{
    QStringList names;
    for (const int repeat : index.questions()[at].repeats)
        names.append(index.questions()[repeat].question->name);
    return names;
}

bool sameSource(const ChoiceSource &a, const ChoiceSource &b)
{
    return a.kind == b.kind && a.from == b.from;
}

/// The keys of an answer that a question still offers.
QStringList offeredKeys(const QStringList &keys, const Question &before, const Question &after)
{
    if (after.choices.kind != ChoiceSource::Kind::Fixed)
        return sameSource(before.choices, after.choices) ? keys : QStringList();
    QStringList offered;
    for (const QString &key : keys) {
        const bool there = std::any_of(after.choices.fixed.begin(), after.choices.fixed.end(),
                                       [&key](const AnswerChoice &choice) { return choice.key == key; });
        if (there)
            offered.append(key);
    }
    return offered;
}

/// What of a stored value still answers the question; nothing if none of it does.
std::optional<QString> fitting(const QString &stored, const Question &before, const Question &after)
{
    const Value::Kind kind = valueKind(after.type);
    const Value value = Value::fromText(kind, stored);
    if (value.isBlank())
        return std::nullopt;
    if (kind == Value::Kind::Keys) {
        if (valueKind(before.type) != Value::Kind::Keys)
            return std::nullopt;
        const QStringList keys = offeredKeys(value.keys(), before, after);
        const bool tooMany = after.type == QuestionType::SelectOne && value.keys().size() > 1;
        return keys.isEmpty() || tooMany ? std::nullopt : std::optional(Value::keys(keys).toText());
    }
    const bool whole = after.type == QuestionType::Integer || after.type == QuestionType::Scale;
    const double number = value.number();
    if (whole && number != std::floor(number))
        return std::nullopt;
    if (after.type == QuestionType::Scale && (number < after.minimum || number > after.maximum))
        return std::nullopt;
    return stored;
}

class Plan
{
public:
    Plan(const InterviewData &data, const MoveVersions &versions)
        : m_data(data)
        , m_versions(versions)
        , m_before(*versions.before)
        , m_after(*versions.after)
    {
    }

    struct Outcome
    {
        std::optional<MovedAnswer> moved;
        std::optional<QString> value; ///< what the answer's value becomes, if it is to become a note
    };

    [[nodiscard]] Outcome outcomeOf(const Answer &answer) const
    {
        const int oldAt = m_before.find(answer.place.question), newAt = m_after.find(answer.place.question);
        MovedAnswer moved{answer.place, Fate::NoLongerAsked, saidOf(oldAt, answer), textOf(oldAt, answer)};
        if (newAt < 0 || oldAt < 0 || repeatNames(m_before, oldAt) != repeatNames(m_after, newAt))
            return {moved, answer.value};
        const Question &old = *m_before.questions()[oldAt].question,
                       &now = *m_after.questions()[newAt].question;
        if (!old.binding.isEmpty()) {
            moved.fate = Fate::StaysInField;
            return {old.binding == now.binding ? std::nullopt : std::optional(moved), answer.value};
        }
        if (!answer.value)
            return {{}, {}};
        const std::optional<QString> value =
            now.binding.isEmpty() ? fitting(*answer.value, old, now) : std::nullopt;
        if (value == answer.value)
            return {{}, value};
        moved.fate = Fate::BecomesNote;
        return {moved, value};
    }

    /// In the order of the older version: as the interviewer remembers them.
    [[nodiscard]] QVector<const Answer *> answers() const
    {
        QVector<const Answer *> result;
        for (const Answer *answer : m_data.allAnswers()) {
            if (answer->value || answer->missing || !answer->note.isEmpty() || isBound(*answer))
                result.append(answer);
        }
        std::sort(result.begin(), result.end(), [this](const Answer *a, const Answer *b) {
            const int first = m_before.find(a->place.question), second = m_before.find(b->place.question);
            return first != second ? first < second : a->id.value < b->id.value;
        });
        return result;
    }

private:
    [[nodiscard]] bool isBound(const Answer &answer) const
    {
        const Question *question = m_before.question(answer.place.question);
        return question && !question->binding.isEmpty();
    }

    [[nodiscard]] QString saidOf(int at, const Answer &answer) const
    {
        const QString said = at < 0 ? QString()
                                    : m_before.questions()[at].question->label.in(
                                          m_data.interview.language, m_versions.before->language());
        return said.isEmpty() ? answer.place.question : said;
    }

    /// In words: of choices what they say, and the note where there is one.
    [[nodiscard]] QString textOf(int at, const Answer &answer) const
    {
        QString text = answer.value.value_or(QString());
        if (at >= 0 && valueKind(m_before.questions()[at].question->type) == Value::Kind::Keys) {
            QStringList words;
            for (const QString &key : text.split(u' ', Qt::SkipEmptyParts))
                words.append(wordsOf(*m_before.questions()[at].question, key));
            text = words.join(u", "_s);
        }
        return text.isEmpty() ? answer.note : text;
    }

    [[nodiscard]] QString wordsOf(const Question &question, const QString &key) const
    {
        for (const AnswerChoice &choice : question.choices.fixed) {
            if (choice.key == key)
                return choice.label.in(m_data.interview.language, m_versions.before->language());
        }
        return key;
    }

    const InterviewData &m_data;
    const MoveVersions &m_versions;
    const ProtocolIndex m_before, m_after;
};

} // namespace

MoveVersions readMoveVersions(Connection &db, InterviewId interview, ProtocolVersionId to)
{
    const auto found = readInterview(db, interview);
    if (!found)
        throw Error(ErrorCode::NotFound, u"there is no such interview"_s, toText(interview));
    const auto protocol = [&db](ProtocolVersionId version) {
        return std::make_shared<const Protocol>(readProtocolJson(readProtocolContent(db, version)).protocol);
    };
    return {protocol(found->version), protocol(to), std::make_shared<const Codebook>(Codebook::read(db)),
            found->protocolNumber};
}

QuestionRef placeAfterMove(const QuestionRef &ref, const Protocol &before, const Flow &after)
{
    if (after.indexOf(ref) >= 0)
        return ref;
    const auto stepOf = [&](const QString &name) {
        for (const Step &step : after.steps()) {
            if (step.ref.question != name || !step.relevant)
                continue;
            // In the same instances, as far as there are any.
            const qsizetype common = qMin(step.ref.instances.size(), ref.instances.size());
            if (step.ref.instances.first(common) == ref.instances.first(common))
                return step.ref;
        }
        return QuestionRef{};
    };
    const ProtocolIndex index(before);
    const int at = index.find(ref.question);
    for (int next = at + 1; at >= 0 && next < index.questions().size(); ++next) {
        if (const QuestionRef there = stepOf(index.questions()[next].question->name);
            !there.question.isEmpty())
            return there;
    }
    for (int previous = at - 1; previous >= 0; --previous) {
        if (const QuestionRef there = stepOf(index.questions()[previous].question->name);
            !there.question.isEmpty())
            return there;
    }
    const int first = after.next(-1);
    return first < 0 ? QuestionRef{} : after.steps()[first].ref;
}

ProtocolMove planMove(const InterviewData &data, const MoveVersions &versions, const QuestionRef &standsAt)
{
    ProtocolMove move;
    const Plan plan(data, versions);
    for (const Answer *answer : plan.answers()) {
        if (const auto outcome = plan.outcomeOf(*answer); outcome.moved)
            move.others.append(*outcome.moved);
        else
            ++move.kept;
    }
    InterviewAnswers answers(versions.after, versions.codebook),
        answersBefore(versions.before, versions.codebook);
    answers.setData(data);
    answersBefore.setData(data);
    const Flow flow(versions.after, answers, data.interview.language);
    const Flow flowBefore(versions.before, answersBefore, data.interview.language);
    for (const Step &step : flow.steps()) {
        const int old = flowBefore.indexOf(step.ref);
        const bool wasRequired =
            old >= 0 && flowBefore.steps()[old].required && flowBefore.steps()[old].relevant;
        if (step.relevant && step.required && !step.answered && !wasRequired)
            move.newRequired.append(flow.say(step));
        else if (step.relevant && !step.answered && !answersBefore.index().question(step.ref.question))
            move.newQuestions.append(flow.say(step));
    }
    move.position = placeAfterMove(standsAt, *versions.before, flow);
    if (const int at = flow.indexOf(move.position); at >= 0)
        move.positionText = flow.say(flow.steps()[at]);
    return move;
}

QString whyNotMoved(const Interview &interview)
{
    if (interview.state == interview_state::finishing)
        return tr(
            "The conversation of this interview is over, so it stays with the version it was held with. "
            "Open it again first if it has to be moved.");
    if (interview.state == interview_state::complete)
        return tr("This interview is complete, so it stays with the version it was held with. Go on with it "
                  "first if it has to be moved.");
    if (interview.locked)
        return tr(
            "This interview is locked as complete, so it stays as it is. Unlock it first if it has to be "
            "moved.");
    if (interview.state == interview_state::withdrawn)
        return tr("This interview was withdrawn, so it stays as it is.");
    return {};
}

void moveInterview(Edit &edit, InterviewId interview, ProtocolVersionId to)
{
    const MoveVersions versions = readMoveVersions(edit.db(), interview, to);
    const InterviewData data = InterviewData::read(edit.db(), interview);
    if (const QString reason = whyNotMoved(data.interview); !reason.isEmpty())
        throw Error(ErrorCode::InvalidInput, reason, toText(interview));
    const auto position = readPosition(edit.db(), interview);
    const ProtocolMove move = planMove(data, versions, position ? refOf(position->place) : QuestionRef{});
    const Plan plan(data, versions);
    for (const Answer *answer : plan.answers()) {
        const Plan::Outcome outcome = plan.outcomeOf(*answer);
        if (!outcome.moved || outcome.moved->fate != Fate::BecomesNote)
            continue;
        const QString was =
            tr("Answered in version %1: %2").arg(versions.numberBefore).arg(outcome.moved->text);
        setAnswerNote(edit, interview, answer->place,
                      answer->note.isEmpty() ? was : answer->note + u'\n' + was, data.speakerOf(*answer));
        setAnswer(edit, interview, answer->place, outcome.value, data.speakerOf(*answer));
    }
    setInterviewVersion(edit, interview, to);
    storeRelevance(edit, interview, versions.after, versions.codebook);
    if (position && !move.position.question.isEmpty()) {
        const AnswerPlace place = placeOf(move.position);
        setPosition(edit, interview, place, place == position->place ? position->caret : 0);
    }
    addParadata(edit, startParadataSession(edit, interview), 0, "protocol"_L1, placeOf(move.position),
                u"%1 → %2"_s.arg(toText(data.interview.version), toText(to)));
}

} // namespace seamfinder
