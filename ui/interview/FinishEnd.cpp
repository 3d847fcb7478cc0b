#include "ui/interview/FinishEnd.h"

#include "core/interview/InterviewSession.h"
#include "ui/interview/DebriefPanel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

FinishEnd::FinishEnd(InterviewSession &session, CodebookCache &codebook, CatalogueService *catalogue,
                     QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_readBack(new QPushButton(tr("Read the examples back"), this))
    , m_lock(new QPushButton(tr("Lock as complete"), this))
{
    m_readBack->setObjectName(u"finishReadBack"_s);
    m_readBack->setToolTip(tr("Each as one sentence, in large type (Ctrl+Shift+B)"));
    m_lock->setObjectName(u"lockInterview"_s);
    m_lock->setToolTip(tr("So that nothing that was noted is changed by accident; it can be unlocked"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    if (catalogue) {
        auto *debrief = new DebriefPanel(session, codebook, *catalogue, this);
        connect(debrief, &DebriefPanel::catalogueWanted, this, &FinishEnd::catalogueWanted);
        column->addWidget(debrief);
    }
    for (QPushButton *button : {m_readBack, m_lock}) {
        button->setAutoDefault(false);
        column->addWidget(button, 0, Qt::AlignLeading);
    }
    connect(m_readBack, &QPushButton::clicked, this, &FinishEnd::readBackWanted);
    connect(m_lock, &QPushButton::clicked, this, [this] { m_session.setLocked(true); });
    connect(&session, &InterviewSession::changed, this, &FinishEnd::refresh);
    refresh();
}

void FinishEnd::refresh()
{
    m_readBack->setEnabled(!m_session.data().examples.isEmpty());
    m_lock->setVisible(!m_session.isLocked()); // the strip above unlocks
    m_lock->setEnabled(m_session.study().isWritable() && m_session.state() == interview_state::complete);
}

} // namespace seamfinder
