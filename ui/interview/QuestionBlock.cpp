#include "ui/interview/QuestionBlock.h"

#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"
#include "ui/common/Colors.h"
#include "ui/common/CommandKeys.h"
#include "ui/common/ElidedLabel.h"
#include "ui/common/FlowLayout.h"
#include "ui/common/Icons.h"
#include "ui/common/KeyHint.h"
#include "ui/common/KeyText.h"
#include "ui/common/PlainEnter.h"
#include "ui/common/StateTag.h"
#include "ui/interview/AgreedTogether.h"
#include "ui/interview/AnswerEditor.h"
#include "ui/interview/CardText.h"
#include "ui/interview/LanguageButton.h"
#include "ui/interview/MarkedWords.h"
#include "ui/interview/NamedRows.h"
#include "ui/interview/QuestionNote.h"
#include "ui/interview/RepeatPanel.h"
#include "ui/interview/SaidByOthers.h"

#include <limits>
#include <QApplication>
#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QRegularExpression>
#include <QToolButton>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int bandMargin = 16, currentBar = 3;
constexpr double sayScale = 1.55, sayAmongOthers = 1.3, bodyScale = 1.15;

QLabel *textLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    return label;
}

/// At the question where the recording is started and kept.
QString keyForRecording(const InterviewSession &session, const Field *field)
{
    const QString key = CommandKeys::ofProgram().text(KeyCommand::RecordingStarts);
    if (!field || *field != fields::interview::recording || key.isEmpty())
        return {};
    const bool runs = session.time().recordingOffset(QDateTime::currentMSecsSinceEpoch()).has_value();
    return runs ? QuestionBlock::tr("The recording runs; %1 says that it stops.").arg(key)
                : QuestionBlock::tr(
                      "%1 says that it starts, so that answers and marks know their place in it.")
                      .arg(key);
}

/// Where a sentence is agreed to that may need another word.
QString keysForMending(const Step &step)
{
    const CommandKeys &keys = CommandKeys::ofProgram();
    const bool agrees = step.question->type == QuestionType::Acknowledge && step.field &&
                        *step.field == fields::example::status;
    return agrees
               ? QuestionBlock::tr("To mend it: %1 shows the examples, %2 leads to this one, Enter opens it.")
                     .arg(keys.text(KeyCommand::ExamplesBeside), keys.text(KeyCommand::NextPane))
               : QString();
}

/// A card that is passed over in the interview is still one to show whenever it helps.
bool isForAfterwards(const Question &question)
{
    return question.when == AnswerWhen::After && question.type != QuestionType::Card;
}

/// Nothing of it is said aloud: a section of the interviewer's own, what is filled in afterwards, or an
/// instruction without words to say.
bool isForInterviewer(const Section &section, const Question &question)
{
    return isInterviewerOnly(section, question) || isForAfterwards(question) ||
           (question.label.isEmpty() && question.labelByTerm.isEmpty() && !question.hint.isEmpty());
}
} // namespace

QuestionBlock::QuestionBlock(InterviewSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_column(new QVBoxLayout(this))
    , m_where(new ElidedLabel({}, this))
    , m_tag(new StateTag({}, Tone::Neutral, this))
    , m_say(textLabel(this))
    , m_body(textLabel(this))
    , m_do(textLabel(this))
    , m_answer(new AnswerEditor(session, this))
    , m_controls(new QWidget(this))
    , m_noAnswer(control(tr("No answer"), u"edit-clear"_s, std::nullopt, tr("Say why there is no answer")))
    , m_noteButton(
          control(tr("Note"), u"document-edit"_s, KeyCommand::NoteOnQuestion, tr("A note on this question")))
    , m_another(control(tr("Another"), u"list-add"_s, KeyCommand::Another, tr("One more of these")))
    , m_speaker(control({}, u"list-add-user"_s, KeyCommand::NextSpeaker,
                        tr("The next of the participants answers, here and from here on. Each has an answer "
                           "of their own; only what is told of an example becomes theirs as a whole")))
    , m_give(control({}, u"exchange-positions"_s, std::nullopt,
                     tr("What stands here as one's answer was said by another")))
    , m_card(control(tr("Show the card"), u"view-presentation"_s, KeyCommand::ParticipantWindow,
                     tr("Opens or closes the window for the participant")))
    , m_handedOver(textLabel(this))
    , m_others(textLabel(this))
    , m_note(new QuestionNote(session, this))
    , m_reword(textLabel(this))
{
    m_where->setMuted(true);
    m_say->setObjectName(u"say"_s);
    m_body->setTextFormat(Qt::MarkdownText);
    m_do->setForegroundRole(QPalette::PlaceholderText);
    m_reword->setForegroundRole(QPalette::PlaceholderText);

    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(12);
    auto *top = new QHBoxLayout;
    top->addWidget(m_where, 1);
    top->addWidget(m_tag);
    auto *controls = new FlowLayout(m_controls);
    for (QToolButton *button : {m_card, m_speaker, m_give, m_noAnswer, m_noteButton, m_another})
        controls->addWidget(button);
    m_column->addLayout(top);
    m_column->addWidget(m_say);
    m_column->addWidget(m_body);
    m_column->addWidget(m_do);
    m_column->addSpacing(4);
    m_column->addWidget(m_others);
    m_column->addWidget(m_answer);
    m_column->addWidget(m_controls);
    m_column->addWidget(m_handedOver);
    m_column->addWidget(m_note);
    m_column->addWidget(m_reword);
    m_handedOver->setObjectName(u"handedOver"_s);
    m_handedOver->hide();
    m_others->setObjectName(u"saidByOthers"_s);
    m_others->setForegroundRole(QPalette::PlaceholderText);

    setFonts();
    connect(m_noAnswer, &QToolButton::clicked, this, &QuestionBlock::toggleMissing);
    connect(m_noteButton, &QToolButton::clicked, this, &QuestionBlock::editNote);
    connect(m_another, &QToolButton::clicked, this, &QuestionBlock::addAnother);
    connect(m_card, &QToolButton::clicked, this, &QuestionBlock::cardWanted);
    connect(m_speaker, &QToolButton::clicked, this, &QuestionBlock::nextSpeaker);
    connect(m_give, &QToolButton::clicked, this, &QuestionBlock::giveToNext);
    m_give->setObjectName(u"giveAnswer"_s);
    m_speaker->setObjectName(u"speaker"_s);
    followKeys(*this, [this] { refresh(); }); // its text names who speaks
    connect(m_answer, &AnswerEditor::confirmed, this, &QuestionBlock::confirmed);
    connect(m_answer, &AnswerEditor::wordsKept, this, &QuestionBlock::wordsKept);
    connect(m_note, &QuestionNote::done, this, &QuestionBlock::focusAnswer);
}

QToolButton *QuestionBlock::control(const QString &text, const QString &iconName,
                                    std::optional<KeyCommand> command, const QString &tip)
{
    auto *button = new QToolButton(m_controls);
    followKeys(*button, [button, text, command] {
        const QString key = command ? CommandKeys::ofProgram().text(*command) : keyText(Qt::Key_F4);
        // The style leaves hardly any room between the icon and the text.
        button->setText(u'\u2002' + tr("%1  %2").arg(text, key).trimmed());
    });
    button->setAccessibleName(text);
    button->setIcon(icon(iconName));
    button->setToolTip(tip);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void QuestionBlock::setFonts()
{
    QFont say = font();
    say.setPointSizeF(font().pointSizeF() * (m_amongOthers ? sayAmongOthers : sayScale));
    m_say->setFont(say);
    QFont body = font();
    body.setPointSizeF(font().pointSizeF() * bodyScale);
    m_body->setFont(body);
}

void QuestionBlock::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_reword)
        setFonts();
}

const Step *QuestionBlock::step() const
{
    const int index = m_session.flow().indexOf(m_ref);
    return index < 0 ? nullptr : &m_session.flow().steps()[index];
}

void QuestionBlock::showQuestion(const QuestionRef &ref)
{
    if (m_answer->input())
        m_carets.insert(m_ref, m_answer->input()->caret());
    if (m_ref != ref)
        m_answeredBy = {};
    m_ref = ref;
    const Step *shown = step();
    if (!shown)
        return;
    const bool repeat = shown->question->type == QuestionType::Repeat;
    m_note->flush(); // what the answer refused is written behind it
    m_answer->showQuestion(ref);
    m_answer->setVisible(takesAnswer(shown->question->type));
    if (repeat && !m_repeat) {
        m_repeat = new RepeatPanel(m_session, this);
        connect(m_repeat, &RepeatPanel::waits, this, &QuestionBlock::waits);
        m_column->insertWidget(m_column->indexOf(m_controls), m_repeat);
    }
    if (m_repeat)
        m_repeat->setVisible(repeat);
    if (repeat)
        m_repeat->showRepeat(ref);
    m_note->showNote(ref);
    // Where one was before in it; else it stands behind what is there.
    if (const auto caret = m_carets.constFind(ref); caret != m_carets.cend())
        m_answer->setCaret(*caret);
    // What has no control takes the focus itself, so that the keys still come here.
    setFocusPolicy(m_answer->input() || repeat ? Qt::NoFocus : Qt::StrongFocus);
    refresh();
}

QString QuestionBlock::placeText(const InterviewSession &session, const Step &step, bool withSection)
{
    const Flow &flow = session.flow();
    QStringList where;
    if (withSection)
        where.append(flow.text(flow.protocol().sections[step.section].title));
    for (const StepInstance &instance : step.instances) {
        const QString place =
            instance.count > 1 ? tr("%1 of %2").arg(instance.position).arg(instance.count) : QString();
        where.append(QStringList{place, instance.title}.filter(QRegularExpression(u"."_s)).join(u": "_s));
    }
    where.removeAll(QString());
    return where.join(u"  ›  "_s);
}

void QuestionBlock::showForWhom(const Step &step)
{
    const Section &section = m_session.flow().protocol().sections[step.section];
    const bool after = isForAfterwards(*step.question);
    const bool forYou = isForInterviewer(section, *step.question);
    m_tag->setVisible(!step.relevant || forYou);
    m_tag->setState(!step.relevant                     ? tr("not asked now")
                    : after && section.interviewerOnly ? tr("for you, after the interview")
                    : after                            ? tr("after the interview, not to be said")
                                                       : tr("for you, not to be said"),
                    step.relevant ? Tone::Neutral : Tone::Warning);
    const int side = m_amongOthers || forYou ? bandMargin : 0;
    const int edge = m_amongOthers ? 10 : forYou ? bandMargin - 4 : 0;
    if (std::exchange(m_forYou, forYou) != forYou)
        update();
    m_column->setContentsMargins(side, edge, side, edge);
}

void QuestionBlock::refresh()
{
    const Step *shown = step();
    if (!shown)
        return;
    const Flow &flow = m_session.flow();
    m_where->setText(m_amongOthers ? m_heading : placeText(m_session, *shown));
    showForWhom(*shown);
    m_where->setVisible(!m_where->text().isEmpty() || !m_tag->isHidden());

    const QString say = flow.say(*shown);
    setAccessibleName(say);
    m_say->setText(say);
    m_say->setVisible(!say.isEmpty());
    const auto fill = [&](QLabel *label, const TranslatableText &text, const QString &pattern) {
        const QString filled = flow.text(*shown, text);
        label->setVisible(!filled.isEmpty());
        label->setText(pattern.isEmpty() ? withoutPictures(filled) : pattern.arg(filled));
    };
    fill(m_body, shown->question->body, {});
    if (shown->question->type == QuestionType::Note && listsWhatWasNamed(*shown)) {
        m_body->setText(namedRows(flow, *shown));
        m_body->setVisible(!m_body->text().isEmpty());
    }
    fill(m_do, shown->question->hint, {});
    for (const QString &line : {agreedTogether(m_session, shown->field),
                                keyForRecording(m_session, shown->field), keysForMending(*shown)}) {
        if (line.isEmpty())
            continue;
        m_do->setText(m_do->text().isEmpty() ? line : m_do->text() + u'\n' + line);
        m_do->show();
    }
    fill(m_reword, shown->question->reword,
         isForInterviewer(flow.protocol().sections[shown->section], *shown->question)
             ? tr("What is meant: %1")
             : tr("If they ask what you mean: %1").arg(quotationMarks(flow.language())));

    const bool writable = m_session.isWritable();
    m_card->setVisible(shown->question->type == QuestionType::Card);
    m_noAnswer->setVisible(m_answer->takesMissing());
    m_noteButton->setVisible(writable && m_note->isHidden());
    showSpeaker(isForInterviewer(flow.protocol().sections[shown->section], *shown->question));
    m_another->setVisible(writable && growingRepeat().has_value() &&
                          shown->question->type != QuestionType::Repeat);
    m_note->refresh(m_answer->keptInNote());
}

/// Also where nobody answers: who is spoken with is to be seen before the next answer begins.
void QuestionBlock::showSpeaker(bool forInterviewer)
{
    const bool names = m_session.namesSpeaker(m_ref);
    m_speaker->setVisible(m_session.hasSeveralParticipants() && !forInterviewer);
    m_speaker->setEnabled(names && (m_session.isWritable() || m_session.answers().isOfEach(m_ref)));
    const Interview &interview = m_session.data().interview;
    const ParticipantId speaks =
        m_session.data().speaking ? m_session.data().speaking : interview.participants.value(0);
    const ParticipantId who = names ? m_session.speaker(m_ref) : speaks;
    const QString speaker = (m_session.answers().isAnsweredByOne(m_ref) ? tr("%1 answers") : tr("%1 speaks"))
                                .arg(interview.pseudonyms.value(interview.participants.indexOf(who)));
    const QString key = names ? CommandKeys::ofProgram().text(KeyCommand::NextSpeaker) : QString();
    m_speaker->setText(tr("%1  %2").arg(speaker, key).trimmed());
    m_speaker->setAccessibleName(speaker);
    QFont weight =
        m_noteButton->font(); // another than the first stands out: they stay until they are changed
    weight.setBold(true);
    m_speaker->setFont(weight);
    m_speaker->setMinimumWidth(m_speaker->sizeHint().width()); // nothing moves by it
    weight.setBold(who != m_session.data().interview.participants.value(0));
    m_speaker->setFont(weight);
    const ParticipantId next = nextOf(who);
    const auto isSilent = [this](ParticipantId each) {
        const Answer *row = m_session.data().answerOf(m_ref, each);
        return m_session.answers().valueBy(m_ref, each).isBlank() && !(row && row->missing) &&
               m_session.lastNote(m_ref, each).isEmpty();
    };
    const QString nextName = interview.pseudonyms.value(interview.participants.indexOf(next));
    m_give->setVisible(m_session.canGiveAnswer(m_ref)); // disabled it keeps its place while somebody types
    m_give->setEnabled(m_session.isWritable() && !isSilent(who) && isSilent(next));
    m_give->setText(u'\u2002' + tr("It was %1").arg(nextName));
    m_give->setAccessibleName(tr("It was %1 who said this").arg(nextName));
    const QString others = saidByOthers(m_session, m_ref);
    m_others->setText(others);
    m_others->setVisible(!others.isEmpty());
    // What the one before said goes along, unless each has an answer of their own.
    const ParticipantId before = std::exchange(m_answeredBy, names ? who : ParticipantId{});
    const bool isText =
        names && !m_session.answers().isOfEach(m_ref) &&
        !(m_session.lastAnswer(m_ref).isBlank() && m_session.lastNote(m_ref).trimmed().isEmpty());
    if (!before || !isText)
        m_handedOver->hide();
    else if (before != who) {
        // What an example says goes with who told of it, whoever answers about it.
        const ExampleRecord *example =
            m_session.data().example(m_session.answers().rowAround(m_ref, Entity::Example));
        const bool isOfAnother = example && example->participant && example->participant != who;
        const bool wentAlong = example && example->participant == who && m_session.isHeadline(m_ref);
        const QString what = wentAlong ? tr("The example, and what stands here, now counts as %1's.")
                             : m_session.lastNote(m_ref).trimmed().isEmpty()
                                 ? tr("What stands here now counts as %1's.")
                                 : tr("What stands here, the note too, now counts as %1's.");
        const QString counts = what.arg(m_session.speakerName(m_ref));
        m_handedOver->setText(!isOfAnother
                                  ? counts
                                  : counts + u' ' +
                                        tr("The example stays %1's, and is erased if they withdraw.")
                                            .arg(interview.pseudonyms.value(
                                                interview.participants.indexOf(example->participant))));
        m_handedOver->show();
    }
}

void QuestionBlock::standAmongOthers(const QString &heading)
{
    m_heading = heading;
    if (!std::exchange(m_amongOthers, true)) {
        QSizePolicy policy = m_controls->sizePolicy();
        policy.setRetainSizeWhenHidden(true); // nothing moves when another question becomes the current one
        m_controls->setSizePolicy(policy);
        m_controls->setVisible(m_current);
        m_column->setSpacing(8);
        setFonts();
    }
    refresh();
}

void QuestionBlock::setCurrent(bool current)
{
    if (std::exchange(m_current, current) == current)
        return;
    if (!current)
        m_note->forgetFocus(); // whoever comes here again comes to answer
    m_controls->setVisible(current || !m_amongOthers);
    update();
}

void QuestionBlock::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const Colors &colors = colorsFor(this);
    if (m_forYou) {
        painter.setBrush(colors.raised);
        painter.drawRoundedRect(rect(), 6, 6);
    }
    if (!m_amongOthers || !m_current)
        return;
    painter.setBrush(colors.accent);
    const bool leftToRight = layoutDirection() == Qt::LeftToRight;
    painter.drawRect(QRect(leftToRight ? 0 : width() - currentBar, 4, currentBar, height() - 8));
}

void QuestionBlock::focusAnswer()
{
    const Step *shown = step();
    if (!shown)
        return;
    if (m_note->wantsFocusBack() && m_note->isVisible()) {
        m_note->setFocus(Qt::OtherFocusReason);
    } else if (shown->question->type == QuestionType::Repeat && m_repeat) {
        m_repeat->setFocus(Qt::OtherFocusReason);
    } else if (m_answer->input()) {
        m_answer->input()->setFocus(Qt::OtherFocusReason);
    } else {
        setFocus(Qt::OtherFocusReason);
    }
}

void QuestionBlock::caretToEnd()
{
    setCaret(std::numeric_limits<int>::max());
}

void QuestionBlock::setCaret(int caret)
{
    m_answer->setCaret(caret);
    if (m_answer->input() && m_ref == m_session.currentRef())
        m_session.setCaret(m_answer->input()->caret());
}

void QuestionBlock::flush()
{
    m_answer->flush();
    m_note->flush();
    if (m_answer->input() && m_ref == m_session.currentRef())
        m_session.setCaret(m_answer->input()->caret());
}

void QuestionBlock::toggleMissing()
{
    m_answer->toggleMissing();
}

void QuestionBlock::nextSpeaker()
{
    if (!m_session.namesSpeaker(m_ref))
        return;
    m_note->flush();   // before a line of it comes to it
    m_answer->letGo(); // what was typed is of who spoke until now
    flush();
    m_session.nextSpeaker(m_ref);
}

ParticipantId QuestionBlock::nextOf(ParticipantId participant) const
{
    const QVector<ParticipantId> &all = m_session.data().interview.participants;
    return all.isEmpty() ? participant : all[(all.indexOf(participant) + 1) % all.size()];
}

void QuestionBlock::giveToNext()
{
    flush();
    m_session.giveAnswer(m_ref, nextOf(m_session.speaker(m_ref)));
    focusAnswer();
}

void QuestionBlock::editNote()
{
    if (m_note->hasFocus()) {
        focusAnswer();
        return;
    }
    m_answer->letGo();   // a line that is kept in the note is not put there again
    m_note->refresh({}); // with it, be it in the file already or not
    m_noteButton->hide();
    m_note->open();
}

void QuestionBlock::keyPressEvent(QKeyEvent *event)
{
    // Here comes only what no field has taken.
    const Step *shown = step();
    if (m_note->takeTyped(event))
        m_noteButton->hide();
    else if (isPlainEnter(*event) && !event->isAutoRepeat() && shown && !takesAnswer(shown->question->type))
        Q_EMIT confirmed(); // it is read aloud: Enter leads on as from an answer
    else
        QWidget::keyPressEvent(event);
}

std::optional<QuestionRef> QuestionBlock::growingRepeat() const
{
    const Step *shown = step();
    if (!shown)
        return std::nullopt;
    if (shown->question->type == QuestionType::Repeat &&
        (shown->maximum == 0 || shown->count < shown->maximum))
        return shown->ref;
    for (qsizetype depth = shown->instances.size() - 1; depth >= 0; --depth) {
        const QuestionRef repeat{shown->instances[depth].repeat->name, shown->ref.instances.first(depth)};
        const int index = m_session.flow().indexOf(repeat);
        if (index < 0)
            continue;
        const Step &found = m_session.flow().steps()[index];
        if (found.maximum == 0 || found.count < found.maximum)
            return repeat;
    }
    return std::nullopt;
}

bool QuestionBlock::addAnother()
{
    flush();
    const auto repeat = growingRepeat();
    if (repeat) {
        Q_EMIT waits();
        m_session.addInstance(*repeat);
    }
    return repeat.has_value();
}

Passage QuestionBlock::wordsToMark(MarkKind kind) const
{
    const auto *field = qobject_cast<QPlainTextEdit *>(window()->focusWidget());
    Passage words = field ? wordsAtCaret(*field, kind) : Passage{};
    if (field && m_answer->isAncestorOf(field))
        words.sourceKind = u"answer"_s;
    else if (field == m_note)
        words.sourceKind = u"note"_s;
    else
        words.start = words.end = -1; // of a text that has no row as a source
    return words;
}

} // namespace seamfinder
