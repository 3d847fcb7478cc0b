// The actions of InterviewSession: what is noted and recorded.

#include "core/catalogue/Consent.h"
#include "core/catalogue/ConsentOfEach.h"
#include "core/catalogue/Edit.h"
#include "core/catalogue/EditFields.h"
#include "core/catalogue/ExampleFacts.h"
#include "core/catalogue/ReadMarks.h"
#include "core/domain/Fields.h"
#include "core/interview/AnswerWriting.h"
#include "core/interview/InterviewSession.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
/// The row that a bound answer is a field of; made where it is the interview's system.
qint64 targetRow(Edit &edit, const Field &field, const InterviewData &data, qint64 around,
                 ParticipantId participant)
{
    switch (field.entity) {
    case Entity::Interview:
        return data.interview.id.value;
    case Entity::Participant:
        return participant.value;
    case Entity::System:
        return interviewSystem(edit, data.interview.id).value;
    default:
        return around;
    }
}

/// As the paradata keep it: never null.
QString wordsOf(const Value &value)
{
    const QString words = value.kind() == Value::Kind::Keys ? value.keys().join(u"; "_s) : value.toText();
    return words.isNull() ? u""_s : words;
}

bool isTyped(const Question &question)
{
    return question.type == QuestionType::Text;
}

/// Whether the field has what this participant says: of the system that is who described it first.
bool describesFirst(Edit &edit, InterviewId interview, const AnswerPlace &place, const Field &field,
                    ParticipantId participant)
{
    if (field.entity != Entity::System)
        return true;
    const ParticipantId first = firstToAnswer(edit, interview, place);
    return !first || first == participant;
}

QVector<GapId> gapsOf(const Value &value)
{
    QVector<GapId> gaps;
    for (const QString &key : value.keys()) {
        if (const auto id = fromCrockford(key))
            gaps.append(GapId{*id});
    }
    return gaps;
}

/// Something was marked while it was being written down; not the mark that it was made of.
bool isMarked(Edit &edit, const ExampleRecord &example, MarkId madeOf)
{
    const QVector<Mark> marks = readMarks(edit.db(), example.interview);
    return std::any_of(marks.begin(), marks.end(), [&](const Mark &each) {
        return each.id != madeOf && exampleOf(each) == example.exampleId();
    });
}

/// What is agreed to: the key that was picked, or that the tick stands for; empty for none.
QString consentKey(const Field &field, const Value &value)
{
    if (value.isBlank())
        return {};
    return value.kind() != Value::Kind::Boolean ? value.keys().value(0)
           : value.toBool()                     ? QString(field.ticked)
                                                : QString();
}
} // namespace

void InterviewSession::answer(const QuestionRef &ref, const Value &value, int caret)
{
    const Question *question = m_answers->index().question(ref.question);
    if (!question || !isWritable())
        return;
    const Field *field = fieldByName(question->binding);
    const QuestionRef key = keyOf(ref);
    const bool begins = !m_beforeVisit.contains(key);
    if (begins)
        m_beforeVisit.insert(key, wordsBefore(ref));
    const QString before = m_beforeVisit.value(key);
    const ParadataChange told{.what = u"answer"_s,
                              .row = 0,
                              .before = before,
                              .after = wordsOf(value),
                              .typed = isTyped(*question),
                              .by = ownerAt(ref)};
    const bool isCurrent = ref == m_current;
    if (isCurrent && caret >= 0)
        m_caret = caret;
    const bool agrees = field && isConsent(*field);
    const bool ofPart = field && *field == fields::interview::takesPart;
    const bool ranksGaps =
        question->type == QuestionType::Rank && m_answers->index().entityOf(*question) == Entity::Gap;

    const auto change = [=, id = m_id, paradata = m_paradata, protocol = m_protocol, codebook = m_codebook,
                         mark = question->mark, isPart = saysPartOfField(*question),
                         isTick = question->type == QuestionType::Acknowledge, place = placeOf(ref),
                         around = field ? m_answers->rowAround(ref, field->entity) : 0, held = data(),
                         coding = stage(), moment = m_paradata->now(), storedCaret = m_caret,
                         visit = visitOf(ref), who = speaker(ref), own = ownerAt(ref),
                         named = speakerNamed(ref), wasDeclined = isDeclined()](Edit &edit) {
        named(edit);
        if (agrees) {
            touchAnswer(edit, id, place);
            setConsentOf(edit, id, who, *field, consentKey(*field, value));
        } else if (field && own && !describesFirst(edit, id, place, *field, own)) {
            setAnswer(edit, id, place, value.isBlank() ? std::nullopt : std::optional(value.toText()), own);
        } else if (field) {
            const AnswerId row = touchAnswer(edit, id, place, own);
            const qint64 target = targetRow(edit, *field, held, around, who);
            if (isTick)
                writeTick(edit, *field, target, value.toBool());
            else if (!isPart)
                writeField(edit, *field, target, value, *codebook, coding, row);
            else
                writeMark(edit, *field, target, mark, value.keys().value(0), *codebook, coding, row);
            if (isPart && !value.isBlank())
                setAnswerMissing(edit, id, place, std::nullopt);
        } else {
            setAnswer(edit, id, place, value.isBlank() ? std::nullopt : std::optional(value.toText()), own);
        }
        if (ranksGaps)
            setGapPriorities(edit, id, gapsOf(value));
        if (ofPart)
            followTakesPart(edit, id, *protocol, wasDeclined);
        storeRelevance(edit, id, protocol, codebook);
        if (isCurrent)
            setPosition(edit, id, place, storedCaret);
        if (!before.isNull())
            paradata->change(edit, moment, visit, place, told);
        else if (begins)
            paradata->add(edit, moment, "answered"_L1, place);
    };
    m_failed.remove(key);
    m_unwritten[key].value = value;
    perform(actionAt(tr("Answer “%1”").arg(shortName(ref)), ref, true), change, {}, key);
}

QString InterviewSession::visitOf(const QuestionRef &ref) const
{
    const ParticipantId own = ownerAt(ref);
    return actionAt({}, ref, true).visit + (own ? u'/' + toText(own) : QString());
}

QString InterviewSession::wordsBefore(const QuestionRef &ref) const
{
    if (const auto missing = this->missing(ref))
        return QString(info(*missing).key);
    const Value last = lastAnswer(ref);
    return last.isBlank() ? QString() : wordsOf(last);
}

std::function<void(Edit &, qint64)> InterviewSession::changeOf(const QString &visit,
                                                               const ParadataChange &change) const
{
    if (m_gone)
        return {};
    return [paradata = m_paradata, place = placeOf(m_current), moment = m_paradata->now(), visit,
            change](Edit &edit, qint64 row) {
        ParadataChange whole = change;
        whole.row = row;
        paradata->change(edit, moment, visit, place, whole);
    };
}

void InterviewSession::setSearched(const QString &list, const QString &words, qint64 row,
                                   const std::optional<QuestionRef> &ref)
{
    Search &search = m_searches[list];
    if (search.words == words)
        return;
    if (search.visit.isEmpty())
        search.visit = u"search/%1"_s.arg(++m_searched);
    if (!words.isEmpty())
        search.row = row; // another one may be shown by the time that it is closed
    const ParadataChange told{
        .what = QString(ParadataChange::search), .row = search.row, .before = {}, .after = words};
    const QString visit = search.visit;
    search.words = words;
    if (words.isEmpty())
        m_searches.remove(list);
    perform(
        {tr("Search in a list"), placeText(ref.value_or(m_current))},
        [paradata = m_paradata, place = placeOf(ref.value_or(m_current)), moment = m_paradata->now(), visit,
         told](Edit &edit) { paradata->change(edit, moment, visit, place, told); },
        {}, {}, Performs::Aside);
}

QVector<OpenSearch> InterviewSession::openSearches() const
{
    return readOpenSearches(m_study.reader(), m_id);
}

void InterviewSession::closeSearch(const OpenSearch &search)
{
    const ParadataChange closed{
        .what = QString(ParadataChange::search), .row = search.row, .before = {}, .after = {}};
    perform(
        {tr("Search in a list"), placeText(m_current)},
        [event = search.event, closed](Edit &edit) { replaceParadata(edit, event, closed.toDetail()); }, {},
        {}, Performs::Aside);
}

void InterviewSession::setMissing(const QuestionRef &ref, std::optional<MissingCode> code)
{
    const Question *question = m_answers->index().question(ref.question);
    if (!question || !isWritable())
        return;
    const Field *field = fieldByName(question->binding);
    std::optional<ParadataChange> lost; // the answer that the code takes the place of
    if (code && !lastAnswer(ref).isBlank())
        lost = ParadataChange{.what = u"answer"_s,
                              .row = 0,
                              .before = wordsBefore(ref),
                              .after = QString(info(*code).key),
                              .typed = isTyped(*question),
                              .by = ownerAt(ref)};
    const auto change = [=, id = m_id, paradata = m_paradata, protocol = m_protocol, codebook = m_codebook,
                         mark = question->mark, isPart = saysPartOfField(*question), place = placeOf(ref),
                         around = field ? m_answers->rowAround(ref, field->entity) : 0, held = data(),
                         coding = stage(), moment = m_paradata->now(), visit = visitOf(ref) + u"/missing"_s,
                         who = speaker(ref), own = ownerAt(ref), named = speakerNamed(ref)](Edit &edit) {
        named(edit);
        if (field && isConsent(*field)) {
            touchAnswer(edit, id, place);
            setConsentMissing(edit, id, who, *field, code);
        } else if (field && isPart) {
            // The field itself has its values.
            setAnswerMissing(edit, id, place, code);
            const qint64 target = code ? targetRow(edit, *field, held, around, who) : 0;
            if (code && mark != CodingMark::None)
                writeMark(edit, *field, target, mark, {}, *codebook, coding);
            else if (code)
                writeTick(edit, *field, target, false);
        } else if (field && own && !describesFirst(edit, id, place, *field, own)) {
            setAnswerMissing(edit, id, place, code, own);
        } else if (field) {
            touchAnswer(edit, id, place, own);
            seamfinder::setMissing(edit, *field, targetRow(edit, *field, held, around, who), code, coding);
        } else {
            setAnswerMissing(edit, id, place, code, own);
        }
        storeRelevance(edit, id, protocol, codebook);
        if (lost)
            paradata->change(edit, moment, visit, place, *lost);
        paradata->add(edit, moment, "missing"_L1, place, code ? QString(info(*code).key) : QString());
    };
    endVisit();
    const QuestionRef key = keyOf(ref);
    if (code)
        m_unwritten[key].value = {};
    perform(actionAt(code ? tr("No answer to “%1”").arg(shortName(ref))
                          : tr("Take “no answer” back at “%1”").arg(shortName(ref)),
                     ref, false),
            change, {}, key);
}

void InterviewSession::setNote(const QuestionRef &ref, const QString &note, ParticipantId by)
{
    if (!isWritable())
        return;
    Action action = actionAt(tr("Note on “%1”").arg(shortName(ref)), ref, true);
    const ParticipantId own = ownerAt(ref, by);
    action.visit += own ? u"/note of "_s + toText(own) : u"/note"_s;
    const QuestionRef key = noteOf(keyOf(ref, by));
    if (!m_beforeVisit.contains(key))
        m_beforeVisit.insert(key, lastNote(ref, by));
    const ParadataChange told{.what = u"note"_s,
                              .row = 0,
                              .before = m_beforeVisit.value(key),
                              .after = note,
                              .typed = true,
                              .by = own};
    m_unwritten[key].value = Value::text(note);
    perform(
        action,
        [id = m_id, paradata = m_paradata, place = placeOf(ref), note, told, own, visit = action.visit,
         moment = m_paradata->now(), named = speakerNamed(ref, by)](Edit &edit) {
            named(edit);
            setAnswerNote(edit, id, place, note, own);
            paradata->change(edit, moment, visit, place, told);
        },
        {}, key);
}

void InterviewSession::setProbeAsked(const QuestionRef &ref, const QString &probe, bool asked)
{
    perform(actionAt(asked ? tr("Tick a probe") : tr("Untick a probe"), ref, false),
            [id = m_id, paradata = m_paradata, place = placeOf(ref), moment = m_paradata->now(), probe,
             asked](Edit &edit) {
                seamfinder::setProbeAsked(edit, id, place, probe, asked);
                paradata->add(edit, moment, "probe"_L1, place, asked ? probe : u"not "_s + probe);
            });
}

void InterviewSession::addInstance(const QuestionRef &repeat, const Created &then)
{
    const int index = m_flow->indexOf(repeat);
    if (index < 0)
        return;
    const Step step = m_flow->steps()[index];
    const std::optional<Entity> creates = step.question->repeat.creates;
    const ExampleId example{m_answers->rowAround(repeat, Entity::Example)};
    const auto made = std::make_shared<qint64>(0);
    const auto change = [=, id = m_id, paradata = m_paradata, protocol = m_protocol, codebook = m_codebook,
                         speaker = speaker(repeat), presets = m_flow->presets(step),
                         moment = m_paradata->now(), coding = stage()](Edit &edit) {
        const AnswerPlace place = placeOf(repeat);
        Origin origin;
        origin.interview = id;
        origin.participant = speaker;
        origin.firstQuestion = repeat.question;
        if (!creates)
            *made = addRepeatInstance(edit, id, repeat.question, place.instances);
        else if (*creates == Entity::Example)
            *made = seamfinder::createExample(edit, origin).value;
        else if (*creates == Entity::Gap)
            *made = createGap(edit, example, origin).value;
        else
            *made = createPractice(edit, origin);
        // A first instance answers "none, because …".
        setAnswerMissing(edit, id, place, std::nullopt);
        AnswerId marked{};
        if (creates && !repeat.instances.isEmpty())
            marked =
                touchAnswer(edit, id, placeOf({repeat.question, QVector<qint64>(repeat.instances) << *made}));
        for (const auto &[field, value] : presets)
            writeField(edit, *field, *made, value, *codebook, coding, marked);
        storeRelevance(edit, id, protocol, codebook);
        paradata->add(edit, moment, creates == Entity::Example ? "example"_L1 : "instance"_L1, place);
    };
    const QString label = !creates                      ? tr("Add an entry")
                          : *creates == Entity::Example ? tr("New example")
                          : *creates == Entity::Gap     ? tr("New gap")
                                                        : tr("New practice");
    perform(actionAt(label, repeat, false), change, [this, repeat, made, then] {
        const QVector<qint64> path = QVector<qint64>(repeat.instances) << *made;
        for (const Step &each : m_flow->steps()) {
            if (each.ref.instances == path && each.relevant && !each.folded) {
                moveTo(each.ref, "shown"_L1);
                break;
            }
        }
        if (then)
            then(*made);
    });
}

void InterviewSession::dropIfEmpty(ExampleId example, MarkId madeOf)
{
    // Judged when all that was written before it is in the file.
    perform(actionAt(tr("Drop an empty example"), m_current, false), [example, madeOf](Edit &edit) {
        const QVector<ExampleRecord> found = readExamples(edit.db(), {example});
        // An example is born with the one system of its interview: nobody chose that.
        const SystemId system = found.isEmpty() ? SystemId{} : found.first().system;
        if (found.isEmpty() || saysAnything(found.first()) ||
            (system && system != onlySystemOf(edit.db(), found.first().interview)) ||
            !readEvidence(edit.db(), example.value).isEmpty() || isMarked(edit, found.first(), madeOf))
            return;
        deleteExample(edit, example);
        if (madeOf)
            seamfinder::setMarkDone(edit, madeOf, false);
    });
}

void InterviewSession::removeInstance(const QuestionRef &repeat, qint64 instance)
{
    const Question *question = m_answers->index().question(repeat.question);
    if (!question)
        return;
    perform(actionAt(tr("Remove an entry"), repeat, false),
            [id = m_id, creates = question->repeat.creates, instance, protocol = m_protocol,
             codebook = m_codebook](Edit &edit) {
                if (!creates)
                    removeRepeatInstance(edit, instance);
                else if (*creates == Entity::Example)
                    deleteExample(edit, ExampleId{instance});
                else if (*creates == Entity::Gap)
                    deleteGap(edit, GapId{instance});
                else
                    deletePractice(edit, instance);
                storeRelevance(edit, id, protocol, codebook);
            });
}

void InterviewSession::createFrom(const std::optional<Passage> &passage, const Created &then)
{
    const auto made = std::make_shared<qint64>(0);
    perform(
        actionAt(tr("New example"), m_current, false),
        [id = m_id, paradata = m_paradata, place = placeOf(m_current), moment = m_paradata->now(), passage,
         speaker = passage && passage->speaker ? passage->speaker : speaker(m_current), made](Edit &edit) {
            *made = seamfinder::createExample(
                        edit, {.interview = id, .participant = speaker, .firstQuestion = place.question})
                        .value;
            if (passage)
                seamfinder::addEvidence(edit, *made, *passage, relationOf(*passage));
            paradata->add(edit, moment, "example"_L1, place);
        },
        [made, then] {
            if (then)
                then(*made);
        });
}

void InterviewSession::createExample(const Created &then)
{
    createFrom(std::nullopt, then);
}

void InterviewSession::createExampleFrom(const Passage &passage, const Created &then)
{
    createFrom(passage, then);
}

void InterviewSession::addEvidence(qint64 target, const Passage &passage, QLatin1StringView relation)
{
    perform(actionAt(tr("Add evidence"), m_current, false), [target, passage, relation](Edit &edit) {
        seamfinder::addEvidence(edit, target, passage, relation);
    });
}

void InterviewSession::addTranscript(const QString &title, const QString &text)
{
    perform(actionAt(tr("Add a transcript"), m_current, false),
            [id = m_id, title, text](Edit &edit) { seamfinder::addTranscript(edit, id, title, text); });
}

void InterviewSession::begin()
{
    if (state() == interview_state::inProgress || isOver())
        return;
    perform(
        actionAt(state() == interview_state::paused ? tr("Go on with the interview")
                                                    : tr("Begin the interview"),
                 m_current, false),
        [id = m_id, paradata = m_paradata, place = placeOf(m_current), moment = m_paradata->now(),
         resumed = state() == interview_state::paused, caret = m_caret](Edit &edit) {
            setInterviewState(edit, id, interview_state::inProgress);
            setPosition(edit, id, place, caret);
            paradata->add(edit, moment, resumed ? "resume"_L1 : "begin"_L1, place);
            paradata->add(edit, moment, "shown"_L1, place);
        },
        {}, {}, Performs::Aside);
}

void InterviewSession::reopen()
{
    if (!isOver())
        return;
    perform(actionAt(tr("Open the interview again"), m_current, false),
            [id = m_id, paradata = m_paradata, place = placeOf(m_current),
             moment = m_paradata->now()](Edit &edit) {
                setInterviewState(edit, id, interview_state::inProgress);
                paradata->add(edit, moment, "resume"_L1, place);
            });
}

void InterviewSession::setLocked(bool locked)
{
    if (!m_study.isWritable() || locked == isLocked() || (locked && !isOver()))
        return;
    endVisit();
    // Not by perform(), which leaves a locked interview alone.
    m_study.perform(
        actionAt(locked ? tr("Lock the interview") : tr("Unlock the interview"), m_current, false),
        [id = m_id, locked](Edit &edit) {
            if (locked)
                setInterviewState(edit, id, interview_state::complete);
            setInterviewLocked(edit, id, locked);
        });
}

void InterviewSession::pause()
{
    endVisit();
    perform(actionAt(tr("Pause the interview"), m_current, false),
            [id = m_id, paradata = m_paradata, place = placeOf(m_current),
             moment = m_paradata->now()](Edit &edit) {
                setInterviewState(edit, id, interview_state::paused);
                paradata->add(edit, moment, "pause"_L1, place);
            });
}

void InterviewSession::setPauseReason(const QString &reason)
{
    perform(actionAt(tr("Reason of the pause"), m_current, false),
            [paradata = m_paradata, place = placeOf(m_current), moment = m_paradata->now(),
             reason](Edit &edit) { paradata->add(edit, moment, "pause-reason"_L1, place, reason); });
}

void InterviewSession::noteRecording(QLatin1StringView detail)
{
    perform(
        actionAt(tr("The recording starts or stops"), m_current, false),
        [paradata = m_paradata, place = placeOf(m_current), moment = m_paradata->now(), detail](Edit &edit) {
            paradata->add(edit, moment, "recording"_L1, place, detail);
        },
        [this] { Q_EMIT changed(); }); // the clock shows it at once
}

void InterviewSession::setLanguage(const QString &language)
{
    if (language == data().interview.language)
        return;
    perform(
        actionAt(tr("Change the language"), m_current, false),
        [id = m_id, paradata = m_paradata, place = placeOf(m_current), moment = m_paradata->now(),
         language](Edit &edit) {
            setInterviewLanguage(edit, id, language);
            paradata->add(edit, moment, "language"_L1, place, language);
        },
        {}, {}, Performs::Aside);
}

void InterviewSession::setFolding(Folding folding)
{
    if (m_flow->folding() == folding)
        return;
    m_flow->setFolding(folding);
    Q_EMIT changed();
}

InterviewTime InterviewSession::time() const
{
    const QVector<ParadataEvent> events = readParadataMoments(m_study.reader(), m_id);
    // Only what this session has written goes on; an earlier one ended with its last event.
    const bool isHeld = state() == interview_state::inProgress || state() == interview_state::paused;
    const bool isOurs = !events.isEmpty() && events.last().time >= m_opened;
    return interviewTime(events, *m_protocol,
                         isHeld && isOurs ? std::optional(QDateTime::currentMSecsSinceEpoch())
                                          : std::nullopt);
}

void InterviewSession::finish()
{
    if (isOver())
        return;
    endVisit();
    perform(actionAt(tr("Finish the interview"), m_current, false),
            [id = m_id, paradata = m_paradata, place = placeOf(m_current),
             moment = m_paradata->now()](Edit &edit) {
                setInterviewState(edit, id, interview_state::finishing);
                paradata->add(edit, moment, "finish"_L1, place);
            });
}

void InterviewSession::complete()
{
    if (state() != interview_state::finishing)
        return;
    endVisit();
    perform(actionAt(tr("Mark the interview as complete"), m_current, false),
            [id = m_id](Edit &edit) { setInterviewState(edit, id, interview_state::complete); });
}

} // namespace seamfinder
