#include "ui/interview/FinishEnd.h"

#include "core/interview/FinishQueue.h"
#include "core/interview/InterviewSession.h"
#include "ui/common/KeyHint.h"
#include "ui/interview/DebriefPanel.h"

#include <algorithm>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

FinishEnd::FinishEnd(InterviewSession &session, CodebookCache &codebook, CatalogueService *catalogue,
                     QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_isPractice(!catalogue)
    , m_state(new QLabel(this))
    , m_again(new QPushButton(this))
    , m_readBack(new QPushButton(tr("Read the examples back"), this))
    , m_complete(new QPushButton(tr("Mark as complete"), this))
    , m_lock(new QPushButton(tr("Lock as complete"), this))
{
    m_readBack->setObjectName(u"finishReadBack"_s);
    keepToolTip(*m_readBack, tr("Each as one sentence, in large type"), KeyCommand::ReadBack);
    m_again->setObjectName(u"finishAgain"_s);
    m_again->setToolTip(tr("From the first of what was left out on the way"));
    m_state->setObjectName(u"finishState"_s);
    m_state->setWordWrap(true);
    m_complete->setObjectName(u"completeInterview"_s);
    m_complete->setToolTip(tr("Says that nothing more comes; what was noted can still be changed"));
    m_lock->setObjectName(u"lockInterview"_s);
    keepToolTip(*m_lock, tr("So that nothing that was noted is changed by accident; it can be unlocked"),
                KeyCommand::Lock);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_state);
    if (catalogue) {
        auto *debrief = new DebriefPanel(session, codebook, *catalogue, this);
        connect(debrief, &DebriefPanel::catalogueWanted, this, &FinishEnd::catalogueWanted);
        column->addWidget(debrief);
    }
    for (QPushButton *button : {m_again, m_readBack, m_complete, m_lock}) {
        button->setAutoDefault(false);
        column->addWidget(button, 0, Qt::AlignLeading);
    }
    connect(m_again, &QPushButton::clicked, this, &FinishEnd::againWanted);
    connect(m_readBack, &QPushButton::clicked, this, &FinishEnd::readBackWanted);
    connect(m_complete, &QPushButton::clicked, this, [this] { m_session.complete(); });
    connect(m_lock, &QPushButton::clicked, this, [this] { m_session.setLocked(true); });
    connect(&session, &InterviewSession::changed, this, &FinishEnd::refresh);
    refresh();
}

QString FinishEnd::stateInWords() const
{
    const StepCounts counts = m_session.flow().counts();
    const QString answered =
        tr("%1 of %2 core questions are answered.").arg(counts.requiredAnswered).arg(counts.required);
    const qsizetype marks =
        std::ranges::count_if(m_session.data().marks, [](const Mark &each) { return !each.done; });
    const QString waiting = marks == 0   ? QString()
                            : marks == 1 ? u' ' + tr("One mark waits.")
                                         : u' ' + tr("%1 marks wait.").arg(marks);
    if (m_isPractice)
        return answered + waiting;
    if (m_session.state() == interview_state::complete)
        return tr("This interview is marked as complete. %1").arg(answered) + waiting;
    return tr("This interview is being finished. %1 It counts as complete when you say so.").arg(answered) +
           waiting;
}

void FinishEnd::refresh()
{
    m_state->setText(stateInWords());
    const int open = m_session.isLocked() ? 0 : openItems(finishQueue(m_session.flow(), m_session.answers()));
    m_again->setText(tr("Go through what is still open (%1)").arg(open));
    m_again->setVisible(open > 0);
    m_complete->setVisible(!m_isPractice && m_session.state() != interview_state::complete);
    m_complete->setEnabled(m_session.isWritable() && m_session.isOver());
    m_readBack->setEnabled(!m_session.data().examples.isEmpty());
    m_lock->setVisible(!m_isPractice && !m_session.isLocked()); // the strip above unlocks
    m_lock->setEnabled(m_session.study().isWritable() && m_session.isOver());
}

} // namespace seamfinder
