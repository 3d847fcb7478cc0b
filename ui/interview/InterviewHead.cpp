#include "ui/interview/InterviewHead.h"

#include "core/interview/InterviewSession.h"
#include "ui/common/Colors.h"
#include "ui/common/ElidedLabel.h"
#include "ui/common/InterviewState.h"
#include "ui/common/KeyHint.h"
#include "ui/interview/InterviewClock.h"
#include "ui/interview/LanguageButton.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <utility>

namespace seamfinder {

using namespace Qt::StringLiterals;

InterviewHead::InterviewHead(InterviewSession &session, bool practice, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_title(new ElidedLabel({}, this))
    , m_clock(new InterviewClock(session, this))
    , m_language(new LanguageButton(session, this))
    , m_pause(new QPushButton(tr("Pause"), this))
    , m_finish(new QPushButton(tr("Finish"), this))
{
    colour(practice);
    m_title->setObjectName(u"interviewTitle"_s);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(14, 5, 10, 5);
    line->addWidget(m_title, 1);
    line->addWidget(m_clock);
    line->addWidget(m_language);
    line->addSpacing(8);
    if (practice) {
        auto *notice = new QLabel(tr("Practice: nothing is kept"), this);
        notice->setObjectName(u"practiceNotice"_s);
        line->addWidget(notice);
        line->addSpacing(12);
    }
    auto *leave = new QPushButton(practice ? tr("Leave the practice") : tr("All interviews"), this);
    leave->setObjectName(u"leaveInterview"_s);
    for (QPushButton *button : {m_pause, m_finish, leave}) {
        button->setFlat(true);
        button->setFocusPolicy(Qt::NoFocus);
        line->addWidget(button);
    }
    m_pause->setVisible(!practice);
    keepToolTip(*m_pause, tr("Pause, or go on"), KeyCommand::Pause);
    keepToolTip(*m_finish, tr("To what is still open"), KeyCommand::Finish);
    connect(m_pause, &QPushButton::clicked, this, &InterviewHead::pauseWanted);
    connect(m_finish, &QPushButton::clicked, this, &InterviewHead::finishWanted);
    connect(leave, &QPushButton::clicked, this, &InterviewHead::leaveWanted);
}

void InterviewHead::colour(bool practice)
{
    setAutoFillBackground(true);
    const Colors &colors = colorsFor(this);
    QPalette palette = this->palette();
    palette.setColor(QPalette::Window, practice ? colors.warning.background : colors.raised);
    if (practice)
        palette.setColor(QPalette::WindowText, colors.warning.text);
    setPalette(palette);
}

void InterviewHead::refresh()
{
    const Interview &interview = m_session.data().interview;
    const QStringList names(interview.pseudonyms.begin(), interview.pseudonyms.end());
    const StepCounts counts = m_session.flow().counts();
    // The state last: where the line is narrow, it is what is known without being read.
    QString text = tr("%1  ·  %2 of %3 core questions answered  ·  %4")
                       .arg(names.join(u", "_s))
                       .arg(counts.requiredAnswered)
                       .arg(counts.required)
                       .arg(stateLabel(interview.state));
    if (m_session.isOver()) // what is open then, Finish counts
        text = tr("%1  ·  %2").arg(names.join(u", "_s), stateLabel(interview.state));
    if (m_session.isDeclined())
        text = m_session.study().nextUndo()
                   ? tr("%1  ·  does not take part: no answers are kept (Ctrl+Z takes it back; leaving the "
                        "interview erases what was said for good)")
                         .arg(names.join(u", "_s))
                   : tr("%1  ·  does not take part: nothing that was said is kept").arg(names.join(u", "_s));
    if (std::exchange(m_state, interview.state) != interview.state || m_sitting == 0) {
        const InterviewTime time = m_session.time();
        m_sitting = m_session.isOver() ? int(time.sittings().size())
                                       : time.sittingAt(QDateTime::currentMSecsSinceEpoch());
    }
    if (m_sitting > 1)
        text += m_session.isOver() ? tr("  ·  in %1 sittings").arg(m_sitting)
                                   : tr("  ·  sitting %1").arg(m_sitting);
    m_title->setText(text);
    const bool writable = m_session.isWritable();
    const bool paused = interview.state == interview_state::paused;
    m_pause->setEnabled(writable && !m_session.isDeclined());
    m_pause->setText(m_session.isOver() ? tr("Open again") : paused ? tr("Go on") : tr("Pause"));
    m_finish->setEnabled(m_session.study().isWritable() && !m_session.isDeclined());
}

} // namespace seamfinder
