#include "core/interview/InterviewSession.h"

#include "core/catalogue/Edit.h"
#include "core/domain/Error.h"
#include "core/domain/Fields.h"
#include "core/interview/AnswerWriting.h"
#include "core/protocol/ProtocolJson.h"

#include <QPointer>
#include <QTimer>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
// A step that depends on a write waits for it, but not for ever: something long may be in the queue before.
constexpr int longestWait = 400;

/// The names of the repeats around a question, from the outermost inwards; nothing if it is not among these.
std::optional<QStringList> repeatsAround(const QVector<Question> &questions, const QString &name)
{
    for (const Question &question : questions) {
        if (question.name == name)
            return QStringList();
        if (auto inner = repeatsAround(question.children, name)) {
            if (question.type == QuestionType::Repeat)
                inner->prepend(question.name);
            return inner;
        }
    }
    return std::nullopt;
}

/// Where an instance is gone that somebody stood in, the question of its repeat is there still.
QuestionRef nearestTo(const Flow &flow, const QuestionRef &gone)
{
    for (const Section &section : flow.protocol().sections) {
        const auto repeats = repeatsAround(section.questions, gone.question);
        for (qsizetype depth = repeats ? qMin(repeats->size(), gone.instances.size()) : 0; depth-- > 0;) {
            if (const QuestionRef repeat{repeats->at(depth), gone.instances.first(depth)};
                flow.indexOf(repeat) >= 0)
                return repeat;
        }
    }
    return gone;
}
/// By the time it is written another step may have begun or ended it.
void beginIfPlanned(Edit &edit, InterviewId interview)
{
    const auto found = readInterview(edit.db(), interview);
    if (found && found->state == interview_state::planned)
        setInterviewState(edit, interview, interview_state::inProgress);
}
} // namespace

InterviewSession::InterviewSession(StudySession &study, std::shared_ptr<const Codebook> codebook,
                                   InterviewId interview, QObject *parent)
    : QObject(parent)
    , m_study(study)
    , m_id(interview)
    , m_codebook(std::move(codebook))
    , m_paradata(std::make_shared<Paradata>(interview))
    , m_opened(QDateTime::currentMSecsSinceEpoch())
{
    InterviewData data = InterviewData::read(study.reader(), interview);
    const QByteArray content = readProtocolContent(study.reader(), data.interview.version);
    m_protocol = std::make_shared<const Protocol>(readProtocolJson(content).protocol);
    m_answers = std::make_unique<InterviewAnswers>(m_protocol, m_codebook);
    m_answers->setData(std::move(data));
    m_flow = std::make_unique<Flow>(m_protocol, *m_answers, m_answers->data().interview.language);
    if (const auto position = readPosition(study.reader(), interview)) {
        m_current = refOf(position->place);
        m_caret = position->caret;
        if (currentIndex() < 0) {
            m_current = nearestTo(*m_flow, m_current);
            m_caret = 0;
        }
    }
    if (currentIndex() < 0) {
        const int first = m_flow->next(-1);
        m_current = first < 0 ? QuestionRef{} : m_flow->steps()[first].ref;
        m_caret = 0;
    }
    rememberRows();
    // Who spoke there goes on; where nothing was answered yet, who spoke last.
    m_answers->setSpeaking(this->data().answers.contains(m_current) || headlined(m_current)
                               ? speaker(m_current)
                               : lastSpeaker());
    connect(&study, &StudySession::committed, this, [this](const Commit &commit) { follow(commit, false); });
    connect(&study, &StudySession::undone, this, [this](const Commit &commit) { follow(commit, true); });
    connect(&study, &StudySession::redone, this, [this](const Commit &commit) { follow(commit, true); });
}

InterviewSession::~InterviewSession() = default;

void InterviewSession::rememberRows()
{
    for (const Answer *answer : data().allAnswers())
        m_answerRows.insert(answer->id.value, {refOf(answer->place), data().speakerOf(*answer)});
}

ParticipantId InterviewSession::lastSpeaker() const
{
    const Answer *last = nullptr;
    for (const Answer *answer : data().allAnswers()) {
        if (!last || answer->updated > last->updated)
            last = answer;
    }
    const QVector<ParticipantId> &people = data().interview.participants;
    return last && people.contains(last->speaker) ? last->speaker : people.value(0);
}

CodingStage InterviewSession::stage() const
{
    return isOver() ? CodingStage::After : CodingStage::Live;
}

void InterviewSession::setCodebook(std::shared_ptr<const Codebook> codebook)
{
    m_codebook = std::move(codebook);
    m_answers->setCodebook(m_codebook);
    m_flow->update();
    Q_EMIT changed();
}

const Step *InterviewSession::currentStep() const
{
    const int index = currentIndex();
    return index < 0 ? nullptr : &m_flow->steps()[index];
}

QString InterviewSession::placeText(const QuestionRef &ref) const
{
    return toText(m_id) + u'#' + ref.toText();
}

std::optional<QuestionRef> InterviewSession::refFromPlace(const QString &place) const
{
    const QString prefix = toText(m_id) + u'#';
    return place.startsWith(prefix) ? QuestionRef::fromText(QStringView(place).sliced(prefix.size()))
                                    : std::nullopt;
}

QString InterviewSession::shortName(const QuestionRef &ref) const
{
    constexpr qsizetype longest = 40;
    const int index = m_flow->indexOf(ref);
    const QString text = index < 0 ? ref.question : m_flow->say(m_flow->steps()[index]).simplified();
    return text.size() > longest ? text.first(longest - 1).trimmed() + u'…' : text;
}

Action InterviewSession::actionAt(const QString &label, const QuestionRef &ref, bool ofVisit) const
{
    Action action{.label = label, .place = placeText(ref)};
    if (ofVisit)
        action.visit = u"%1/%2/%3"_s.arg(action.place).arg(quintptr(this)).arg(m_visit);
    return action;
}

void InterviewSession::perform(const Action &action, const Change &change, const std::function<void()> &then,
                               const std::optional<QuestionRef> &retry, Performs performs)
{
    if (!isWritable() || m_gone)
        return;
    ++m_pending;
    if (retry && m_unwritten.contains(*retry))
        ++m_unwritten[*retry].writes;
    const auto paradata = m_paradata;
    // Who took "Begin" back and goes on asking has begun all the same.
    const bool mayBegin = state() == interview_state::planned && performs == Performs::Asking;
    const auto whole = [change, paradata, mayBegin, id = m_id](Edit &edit) {
        const bool hadSession = paradata->hasSession();
        try {
            if (mayBegin)
                beginIfPlanned(edit, id);
            change(edit);
        } catch (...) {
            paradata->forgetIfStartedIn(hadSession);
            throw;
        }
    };
    // Without a context object: Qt 6.4 asserts where that is gone by the time a future is finished. The
    // promise is finished in this thread.
    const QPointer<InterviewSession> self(this);
    m_study.perform(action, whole)
        .then([self, then, retry](const Commit &) {
            if (self)
                self->wrote(then, retry);
        })
        .onFailed([self, action, change, retry](const Error &error) {
            if (self)
                self->couldNotWrite({action, change}, retry, error.detail());
        });
}

void InterviewSession::wrote(const std::function<void()> &then, const std::optional<QuestionRef> &ref)
{
    --m_pending;
    if (ref && m_unwritten.contains(*ref) && --m_unwritten[*ref].writes <= 0)
        m_unwritten.remove(*ref);
    if (then)
        then();
    retryFailed();
    runWaiting();
}

void InterviewSession::couldNotWrite(const PendingChange &failed, const std::optional<QuestionRef> &ref,
                                     const QString &reason)
{
    --m_pending;
    if (ref) {
        if (m_unwritten.contains(*ref))
            --m_unwritten[*ref].writes;
        m_failed.insert(*ref, failed);
        Q_EMIT writeFailed(*ref, reason);
    }
    runWaiting();
}

QVector<PendingChange> InterviewSession::pending() const
{
    return m_failed.values();
}

QuestionRef InterviewSession::noteOf(const QuestionRef &ref)
{
    return {ref.question + u"#note"_s, ref.instances};
}

Value InterviewSession::lastAnswer(const QuestionRef &ref) const
{
    const auto unwritten = m_unwritten.constFind(keyOf(ref));
    return unwritten == m_unwritten.cend() ? m_answers->valueOfSpeaker(ref) : unwritten->value;
}

QString InterviewSession::lastNote(const QuestionRef &ref, ParticipantId by) const
{
    const auto unwritten = m_unwritten.constFind(noteOf(keyOf(ref, by)));
    if (unwritten != m_unwritten.cend())
        return unwritten->value.toText();
    const ParticipantId own = ownerAt(ref, by);
    const Answer *stored = own ? data().answerOf(ref, own) : m_answers->rowOfSpeaker(ref);
    return stored ? stored->note : QString();
}

void InterviewSession::retryFailed()
{
    const QHash<QuestionRef, PendingChange> failed = std::exchange(m_failed, {});
    for (auto each = failed.cbegin(); each != failed.cend(); ++each)
        perform(each->action, each->change, {}, each.key());
}

void InterviewSession::whenWritten(std::function<void()> then)
{
    if (m_pending == 0) {
        then();
        return;
    }
    m_waiting.push_back(std::move(then));
    QTimer::singleShot(longestWait, this, [this] {
        for (const auto &waiting : std::exchange(m_waiting, {}))
            waiting();
    });
}

void InterviewSession::runWaiting()
{
    if (m_pending > 0)
        return;
    for (const auto &waiting : std::exchange(m_waiting, {}))
        waiting();
}

void InterviewSession::reread()
{
    InterviewData read = InterviewData::read(m_study.reader(), m_id);
    read.speaking = data().speaking;
    m_answers->setData(std::move(read));
    rememberRows();
    // An instance that is gone takes the place in it along: stay as near as possible.
    const int before = currentIndex();
    m_flow->setLanguage(data().interview.language);
    m_flow->update();
    if (currentIndex() < 0) {
        const int near = m_flow->previous(qMin(before, int(m_flow->steps().size())));
        const int there = near < 0 ? m_flow->next(-1) : near;
        m_current = there < 0 ? QuestionRef{} : m_flow->steps()[there].ref;
        m_caret = 0;
        Q_EMIT changed();
        Q_EMIT currentChanged();
        return;
    }
    Q_EMIT changed();
}

void InterviewSession::follow(const Commit &commit, bool undoOrRedo)
{
    static constexpr QLatin1StringView tables[] = {
        "answer"_L1,           "example"_L1,     "gap"_L1,
        "practice"_L1,         "coding"_L1,      "interview"_L1,
        "interview_system"_L1, "system"_L1,      "participant"_L1,
        "participant_term"_L1, "probe_asked"_L1, "repeat_instance"_L1,
        "evidence"_L1,         "excerpt"_L1,     "transcript"_L1,
        "field_missing"_L1,    "mark"_L1,        "interview_participant"_L1,
        "interview_coder"_L1};
    if (!std::any_of(std::begin(tables), std::end(tables),
                     [&](QLatin1StringView table) { return commit.touches(table); }))
        return;
    const auto takesItAway = [this](const RowChange &change) {
        return change.table == "interview"_L1 && change.row == m_id.value &&
               change.kind == RowChange::Kind::Delete;
    };
    if (m_gone || std::any_of(commit.changes.begin(), commit.changes.end(), takesItAway)) {
        if (!std::exchange(m_gone, true))
            Q_EMIT gone();
        return;
    }
    const QString before = state();
    reread();
    // Undo brings the state back, the clock's events it leaves: they say that it goes on, or stands again.
    if (undoOrRedo && state() != before) {
        const bool held = interview_state::isOver(before) || before == interview_state::paused;
        const QLatin1StringView event = isOver()                             ? "finish"_L1
                                        : state() == interview_state::paused ? "pause"_L1
                                        : held && state() == interview_state::inProgress
                                            ? "resume"_L1
                                            : QLatin1StringView();
        if (!event.isEmpty() && !(isOver() && interview_state::isOver(before)))
            perform({commit.action.label, {}},
                    [paradata = m_paradata, place = placeOf(m_current), moment = m_paradata->now(),
                     event](Edit &edit) { paradata->add(edit, moment, event, place); });
    }
    if (const auto asked = refFromPlace(commit.action.place); asked && undoOrRedo)
        followSpeaker(*asked, whoseChange(commit, *asked));
    // What was changed elsewhere (on a card, in the catalogue) may hide or show questions here. Undo and redo
    // bring relevance back with the change itself.
    if (undoOrRedo || refFromPlace(commit.action.place))
        return;
    const RelevanceDifferences differences = relevanceDifferences(*m_flow, data());
    if (differences.isEmpty() || differences == m_lastDifferences)
        return;
    m_lastDifferences = differences;
    perform(
        commit.action,
        [id = m_id, protocol = m_protocol, codebook = m_codebook](Edit &edit) {
            storeRelevance(edit, id, protocol, codebook);
        },
        {}, {}, Performs::Aside);
}

/// Who answered what a step of the journal changed there; none: it changed no answer.
ParticipantId InterviewSession::whoseChange(const Commit &commit, const QuestionRef &ref) const
{
    for (const RowChange &change : commit.changes) {
        const auto row =
            change.table == "answer"_L1 ? m_answerRows.constFind(change.row) : m_answerRows.cend();
        if (row != m_answerRows.cend() && row->first == ref)
            return row->second;
    }
    return {};
}

/// Undo and redo show what they changed: who speaks is who is named there now.
void InterviewSession::followSpeaker(const QuestionRef &ref, ParticipantId answered)
{
    if (!namesSpeaker(ref) || !data().speaking)
        return;
    if (m_answers->hasRowOfEach(ref)) {
        if (!answered || answered == speaker(ref))
            return;
        m_answers->setTurn(answered, ref);
    } else if (!m_answers->isOfEach(ref) && (data().answers.contains(ref) || headlined(ref)) &&
               data().speaking != speaker(ref)) {
        m_answers->setSpeaking(speaker(ref));
    } else {
        return;
    }
    Q_EMIT changed();
}

// ---- where the interviewer is

void InterviewSession::moveTo(const QuestionRef &ref, QLatin1StringView event)
{
    endVisit();
    m_answers->leaveTurn(ref);
    followTeller(ref);
    m_current = ref;
    m_caret = 0;
    if (!isOver()) {
        perform(
            {tr("Go to a question"), placeText(ref)},
            [id = m_id, paradata = m_paradata, place = placeOf(ref), moment = m_paradata->now(),
             event](Edit &edit) {
                setPosition(edit, id, place, 0);
                paradata->add(edit, moment, event, place);
            },
            {}, {}, Performs::Aside);
    } else {
        savePosition(); // no part of how the conversation went
    }
    Q_EMIT currentChanged();
}

bool InterviewSession::isForAfterwards(const Step &step) const
{
    // A section of the interviewer's own, as the debrief, is gone through as a whole.
    return step.question->when == AnswerWhen::After &&
           !m_flow->protocol().sections[step.section].interviewerOnly;
}

int InterviewSession::neighbour(int (Flow::*step)(int) const) const
{
    const Step *here = currentStep();
    const bool passesOver = !isOver() && !(here && isForAfterwards(*here));
    int index = (m_flow.get()->*step)(currentIndex());
    while (passesOver && index >= 0 && isForAfterwards(m_flow->steps()[index]))
        index = (m_flow.get()->*step)(index);
    return index;
}

void InterviewSession::goNext()
{
    whenWritten([this] {
        const int next = nextIndex();
        if (next >= 0)
            moveTo(m_flow->steps()[next].ref, "shown"_L1);
    });
}

void InterviewSession::goPrevious()
{
    whenWritten([this] {
        const int previous = previousIndex();
        if (previous >= 0)
            moveTo(m_flow->steps()[previous].ref, "shown"_L1);
    });
}

bool InterviewSession::goTo(const QuestionRef &ref)
{
    if (m_flow->indexOf(ref) < 0)
        return false;
    if (ref != m_current) {
        m_jumpedFrom.append(m_current);
        moveTo(ref, "jump"_L1);
    }
    return true;
}

bool InterviewSession::goOnTo(const QuestionRef &ref)
{
    if (m_flow->indexOf(ref) < 0)
        return false;
    if (ref != m_current)
        moveTo(ref, "shown"_L1);
    return true;
}

bool InterviewSession::goBack()
{
    while (!m_jumpedFrom.isEmpty()) {
        const QuestionRef ref = m_jumpedFrom.takeLast();
        if (ref != m_current && m_flow->indexOf(ref) >= 0) {
            moveTo(ref, "jump"_L1);
            return true;
        }
    }
    return false;
}

void InterviewSession::savePosition()
{
    if (m_current.question.isEmpty())
        return;
    perform(
        {tr("Go to a question"), placeText(m_current)},
        [id = m_id, place = placeOf(m_current), caret = m_caret](Edit &edit) {
            setPosition(edit, id, place, caret);
        },
        {}, {}, Performs::Aside);
}

void InterviewSession::endVisit()
{
    ++m_visit;
    m_beforeVisit.clear();
}

} // namespace seamfinder
