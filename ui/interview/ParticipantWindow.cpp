#include "ui/interview/ParticipantWindow.h"

#include "core/interview/InterviewSession.h"
#include "core/protocol/SpokenLabels.h"
#include "ui/common/CommandKeys.h"
#include "ui/common/PutBeside.h"
#include "ui/common/TypedText.h"
#include "ui/interview/CardText.h"
#include "ui/interview/NamedRows.h"

#include <algorithm>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

constexpr double titleOfHeight = 0.05; // of the window's height, in pixels of text
// The largest that is tried: some eighty letters in a line, and not so few lines that the window looks empty.
constexpr double bodyOfWidth = 0.024, bodyOfHeight = 0.09;
constexpr int pauseInTyping = 1500; // milliseconds
constexpr int leastTitle = 18, leastBody = 13;

/// "I will show you a few cards, one for each part": what is said of a term.
bool isCardOfTerm(const Step &step)
{
    return !step.instances.isEmpty() && step.question->labelByTerm.contains(step.instances.last().termKey);
}

} // namespace

ParticipantWindow::ParticipantWindow(InterviewSession &session, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_session(session)
    , m_title(new QLabel(this))
    , m_body(new CardText(this))
    , m_place(new QLabel(this))
    , m_previous(new QPushButton(this))
    , m_next(new QPushButton(this))
{
    setObjectName(u"participantWindow"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_body->setAccessibleName(tr("Card"));
    m_body->installEventFilter(this);
    m_place->setForegroundRole(QPalette::PlaceholderText);
    for (QPushButton *button : {m_previous, m_next})
        button->setAutoDefault(false);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_place);
    foot->addStretch(1);
    foot->addWidget(m_previous);
    foot->addWidget(m_next);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(48, 36, 48, 24);
    column->setSpacing(18);
    column->addWidget(m_title);
    column->addWidget(m_body, 1);
    column->addLayout(foot);
    resize(960, 720);
    connect(m_previous, &QPushButton::clicked, this, &ParticipantWindow::previous);
    connect(m_next, &QPushButton::clicked, this, &ParticipantWindow::next);
    connect(&session, &InterviewSession::currentChanged, this, &ParticipantWindow::follow);
    connect(&session, &InterviewSession::changed, this, &ParticipantWindow::refresh);
    setFonts();
    follow();
}

QVector<int> ParticipantWindow::cards() const
{
    QVector<int> places;
    const QVector<Step> &steps = m_session.flow().steps();
    for (int i = 0; i < steps.size(); ++i) {
        if (isForTheParticipant(steps[i]))
            places.append(i);
    }
    return places;
}

bool ParticipantWindow::isForTheParticipant(const Step &step) const
{
    if (!step.relevant ||
        isInterviewerOnly(m_session.flow().protocol().sections[step.section], *step.question))
        return false;
    if (step.question->type == QuestionType::Card || listsWhatWasNamed(step))
        return true;
    // Who pages on by themselves must not be prompted before the interviewer gets there.
    const Step *here = m_session.currentStep();
    return isCardOfTerm(step) && here && step.section <= here->section;
}

QString ParticipantWindow::titleOf(const Step &step) const
{
    return isCardOfTerm(step) ? step.instances.last().title : m_session.flow().say(step);
}

QString ParticipantWindow::bodyOf(const Step &step) const
{
    if (isCardOfTerm(step))
        return m_session.flow().say(step);
    return listsWhatWasNamed(step) ? namedRows(m_session.flow(), step)
                                   : m_session.flow().text(step, step.question->body);
}

void ParticipantWindow::follow()
{
    const Step *step = m_session.currentStep();
    if (step && isForTheParticipant(*step))
        m_shown = step->ref.toText();
    refresh();
}

void ParticipantWindow::refresh()
{
    const QVector<Step> &steps = m_session.flow().steps();
    const QVector<int> places = cards();
    int at = 0;
    for (int i = 0; i < places.size(); ++i) {
        if (steps[places[i]].ref.toText() == m_shown)
            at = i;
    }
    show(places.isEmpty() ? -1 : at);
}

void ParticipantWindow::show(int card)
{
    const QVector<int> places = cards();
    const SpokenLabels &spoken = m_session.flow().spoken();
    setWindowTitle(spoken.phrase("Cards")); // whoever shares it shows nothing of the study by its name
    m_previous->setText(spoken.phrase("Back"));
    m_next->setText(spoken.phrase("Next"));
    m_previous->setEnabled(card > 0);
    m_next->setEnabled(card >= 0 && card + 1 < places.size());
    m_place->setText(card < 0 ? QString() : spoken.phrase("%1 of %2").arg(card + 1).arg(places.size()));
    if (card < 0) {
        m_title->clear();
        m_body->showCard({});
        return;
    }
    const Step &step = m_session.flow().steps()[places[card]];
    m_shown = step.ref.toText();
    m_title->setText(titleOf(step));
    m_body->showCard(bodyOf(step));
}

void ParticipantWindow::open(const QWidget &typed)
{
    setAttribute(Qt::WA_ShowWithoutActivating);
    const QScreen *interviewers = typed.window()->screen();
    const QList<QScreen *> screens = QGuiApplication::screens();
    const auto other = std::find_if(screens.cbegin(), screens.cend(),
                                    [&](const QScreen *each) { return each != interviewers; });
    if (other != screens.cend()) {
        setGeometry((*other)->availableGeometry());
        setWindowState(Qt::WindowMaximized);
    } else {
        putBeside(*this, typed);
    }
    QWidget::show();
}

void ParticipantWindow::next()
{
    const QVector<int> places = cards();
    for (int i = 0; i + 1 < places.size(); ++i) {
        if (m_session.flow().steps()[places[i]].ref.toText() == m_shown) {
            show(i + 1);
            return;
        }
    }
}

void ParticipantWindow::previous()
{
    const QVector<int> places = cards();
    for (int i = 1; i < places.size(); ++i) {
        if (m_session.flow().steps()[places[i]].ref.toText() == m_shown) {
            show(i - 1);
            return;
        }
    }
}

bool ParticipantWindow::eventFilter(QObject *watched, QEvent *event)
{
    // The text would scroll by these keys; paging is what is meant here.
    if (watched == m_body && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Space) {
            keyPressEvent(static_cast<QKeyEvent *>(event));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ParticipantWindow::keyPressEvent(QKeyEvent *event)
{
    if (CommandKeys::ofProgram().isKeyOf(KeyCommand::ParticipantWindow, *event)) { // as in the main window
        close();
        return;
    }
    // Where the window system keeps the other window from coming to the front, a blank is still of the words.
    const bool isOfWords =
        !m_typed.hasExpired() && (event->key() == Qt::Key_Space || event->key() == Qt::Key_Backspace);
    if (isOfWords || isTypedText(*event)) {
        const bool beginsWord = m_typed.hasExpired();
        m_typed.setRemainingTime(pauseInTyping);
        Q_EMIT keyPassed(*event, beginsWord);
        return;
    }
    const bool leftToRight = layoutDirection() == Qt::LeftToRight;
    switch (event->key()) {
    case Qt::Key_Right:
        leftToRight ? next() : previous();
        break;
    case Qt::Key_Left:
        leftToRight ? previous() : next();
        break;
    case Qt::Key_Space:
    case Qt::Key_PageDown:
        next();
        break;
    case Qt::Key_Backspace:
    case Qt::Key_PageUp:
        previous();
        break;
    case Qt::Key_F11:
        setWindowState(windowState() ^ Qt::WindowFullScreen);
        break;
    case Qt::Key_Escape:
        if (isFullScreen())
            showNormal();
        else
            close();
        break;
    default:
        Q_EMIT keyPassed(*event, false);
    }
}

void ParticipantWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    setFonts();
}

void ParticipantWindow::setFonts()
{
    QFont title = font();
    title.setPixelSize(std::max(leastTitle, int(height() * titleOfHeight)));
    title.setBold(true);
    m_title->setFont(title);
    m_body->setTextSizes(leastBody,
                         std::max(leastBody, int(std::min(width() * bodyOfWidth, height() * bodyOfHeight))));
}

} // namespace seamfinder
