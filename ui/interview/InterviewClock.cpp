#include "ui/interview/InterviewClock.h"

#include "core/interview/InterviewSession.h"
#include "core/interview/Schedule.h"
#include "ui/common/Colors.h"
#include "ui/common/CommandKeys.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QTimer>
#include <QToolButton>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 msPerMinute = 60'000;
constexpr double farOver = 1.5; // of what is planned

int plannedMinutes(const InterviewSession &session)
{
    return session.data().interview.plannedMinutes.value_or(session.flow().protocol().totalMinutes());
}

void setTone(QLabel *label, qint64 used, qint64 planned)
{
    const Colors &colors = colorsFor(label->parentWidget());
    QPalette palette = label->parentWidget()->palette();
    const bool over = planned > 0 && used > planned;
    palette.setColor(QPalette::WindowText, !over                                      ? colors.mutedText
                                           : double(used) > double(planned) * farOver ? colors.bad.text
                                                                                      : colors.warning.text);
    label->setPalette(palette);
    QFont font = label->parentWidget()->font();
    font.setBold(over);
    label->setFont(font);
}

} // namespace

QString clockText(qint64 milliseconds)
{
    const qint64 seconds = std::max<qint64>(0, milliseconds) / 1000;
    const auto two = [](qint64 number) { return u"%1"_s.arg(number, 2, 10, QLatin1Char('0')); };
    const qint64 hours = seconds / 3600;
    const QString rest = two(seconds % 60);
    return hours ? u"%1:%2:%3"_s.arg(hours).arg(two(seconds / 60 % 60), rest)
                 : u"%1:%2"_s.arg(seconds / 60).arg(rest);
}

InterviewClock::InterviewClock(InterviewSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_total(new QLabel(this))
    , m_section(new QLabel(this))
    , m_recording(new QLabel(this))
    , m_folded(new QToolButton(this))
{
    m_total->setObjectName(u"interviewClock"_s);
    m_section->setObjectName(u"sectionClock"_s);
    m_recording->setObjectName(u"recordingClock"_s);
    m_folded->setObjectName(u"foldedQuestions"_s);
    m_folded->setAutoRaise(true);
    m_folded->setFocusPolicy(Qt::NoFocus);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(14);
    line->addWidget(m_folded);
    line->addWidget(m_recording);
    line->addWidget(m_section);
    line->addWidget(m_total);
    connect(m_folded, &QToolButton::clicked, this, &InterviewClock::toggleFolding);
    auto *timer = new QTimer(this);
    timer->setInterval(1000);
    connect(timer, &QTimer::timeout, this, &InterviewClock::tick);
    connect(&session, &InterviewSession::currentChanged, this, &InterviewClock::tick);
    connect(&session, &InterviewSession::changed, this, &InterviewClock::tick);
    timer->start();
    tick();
}

void InterviewClock::toggleFolding()
{
    const bool folds = m_session.flow().foldedCount() > 0;
    m_foldedByUs = !folds;
    m_session.setFolding(folds ? Folding::Never : Folding::Always);
    tick();
}

bool InterviewClock::isLate(const InterviewTime &time) const
{
    return m_session.currentStep() && time.isRunning && runsLate(m_session.flow().protocol(), time);
}

void InterviewClock::fold(const InterviewTime &time)
{
    const bool late = isLate(time);
    const Folding now = m_session.flow().folding();
    if (late && now == Folding::ByPlan) {
        m_foldedByUs = true;
        m_session.setFolding(Folding::Always);
    } else if (!late && now == Folding::Always && std::exchange(m_foldedByUs, false)) {
        m_session.setFolding(Folding::ByPlan);
    }
    const int folded = m_session.flow().foldedCount();
    m_folded->setVisible(folded > 0 || now == Folding::Never);
    m_folded->setText(folded == 0 ? tr("Fold the optional questions")
                      : late      ? tr("Late: %1 optional folded. Show").arg(folded)
                                  : tr("%1 optional folded. Show").arg(folded));
}

void InterviewClock::showTotal(const InterviewTime &time)
{
    const qint64 used = time.total();
    const int planned = plannedMinutes(m_session);
    m_total->setText(time.isPaused ? tr("%1 of %2 min, paused").arg(clockText(used)).arg(planned)
                                   : tr("%1 of %2 min").arg(clockText(used)).arg(planned));
    m_total->setToolTip(tr("Time of the interview without pauses"));
    setTone(m_total, used, planned * msPerMinute);
}

void InterviewClock::showSection(const InterviewTime &time)
{
    const Step *step = m_session.currentStep();
    const QVector<Section> &sections = m_session.flow().protocol().sections;
    const int minutes = step ? sections[step->section].minutes : 0;
    m_section->setVisible(minutes > 0);
    if (minutes == 0)
        return;
    const qint64 used = time.bySection(int(sections.size()))[step->section];
    m_section->setText(tr("This section %1 of %2").arg(clockText(used)).arg(minutes));
    setTone(m_section, used, minutes * msPerMinute);
}

void InterviewClock::showRecording(const InterviewTime &time)
{
    const auto offset = time.recordingOffset(QDateTime::currentMSecsSinceEpoch());
    const bool runs = offset && !m_session.isOver();
    m_recording->setVisible(runs);
    if (!runs)
        return;
    m_recording->setText(tr("● Recording %1").arg(clockText(*offset)));
    m_recording->setAccessibleName(tr("The recording has run for %1").arg(clockText(*offset)));
    const auto answer = m_session.data().answers.constFind(m_session.currentRef());
    const auto answered =
        answer == m_session.data().answers.cend() ? std::nullopt : time.recordingOffset(answer->updated);
    const QString again = CommandKeys::ofProgram().text(KeyCommand::RecordingStarts);
    m_recording->setToolTip(
        (again.isEmpty() ? tr("Since the recording was said to start")
                         : tr("Since the recording was said to start; %1 says that it stops").arg(again)) +
        (answered ? u'\n' + tr("This question was last written at %1").arg(clockText(*answered))
                  : QString()));
    setTone(m_recording, 0, 0);
}

void InterviewClock::tick()
{
    const InterviewTime time = m_session.time();
    fold(time);
    showTotal(time);
    showSection(time);
    showRecording(time);
    Q_EMIT ticked(time);
}

} // namespace seamfinder
