#include "core/domain/Error.h"
#include "ui/common/CommandKeys.h"
#include "ui/interview/InterviewList.h"
#include "ui/interview/InterviewPage.h"
#include "ui/interview/InterviewWorkspace.h"
#include "ui/interview/PracticeRoom.h"
#include "ui/protocol/ProtocolsPage.h"
#include "ui/shell/Messages.h"

#include <QAction>
#include <QStackedWidget>

/// The protocols behind the interviews: their pages, the practice with one, and the move to a newer version.
namespace seamfinder {

using namespace Qt::StringLiterals;

void InterviewWorkspace::addProtocolActions()
{
    auto *protocols = new QAction(tr("Protocols"), this);
    protocols->setObjectName(u"protocolsAction"_s);
    CommandKeys::ofProgram().drive(*protocols, KeyCommand::Protocols);
    connect(protocols, &QAction::triggered, this, &InterviewWorkspace::showProtocols);
    QWidget::addAction(protocols);
    auto *move = new QAction(tr("Move to a newer version of the protocol…"), this);
    move->setObjectName(u"moveInterviewAction"_s);
    connect(move, &QAction::triggered, this, &InterviewWorkspace::moveToNewerVersion);
    m_actions << protocols << move;
    m_pageActions.append(move);
}

void InterviewWorkspace::connectProtocols()
{
    connect(m_list, &InterviewList::protocolsRequested, this, &InterviewWorkspace::showProtocols);
    connect(m_protocols, &ProtocolsPage::closeRequested, this, &InterviewWorkspace::leaveProtocols);
    connect(m_back, &QAction::triggered, this, [this] {
        if (areProtocolsShown())
            m_protocols->goBack();
    });
    connect(m_protocols, &ProtocolsPage::versionAdded, m_list, &InterviewList::preferProtocol);
    connect(m_protocols, &ProtocolsPage::interviewRequested, this, &InterviewWorkspace::openInterview);
    connect(m_protocols, &ProtocolsPage::tryRequested, this, [this](const QByteArray &protocol) {
        practise(protocol);
        m_backToProtocols = m_practice != nullptr;
    });
}

bool InterviewWorkspace::areProtocolsShown() const
{
    return m_stack->currentWidget() == m_protocols;
}

void InterviewWorkspace::showProtocols()
{
    if (m_page && !m_practice)
        m_leftFor = m_page->session().id();
    setPage(nullptr);
    m_practice.reset();
    m_backToProtocols = false;
    m_stack->setCurrentWidget(m_protocols);
    updateActions();
    m_protocols->focusDefault();
}

void InterviewWorkspace::leaveProtocols()
{
    const InterviewId interview = std::exchange(m_leftFor, {});
    if (!interview) {
        showList();
        return;
    }
    m_session.flush(); // where it was left is read from the file
    openInterview(interview);
}

void InterviewWorkspace::tryInterview()
{
    practise({});
}

void InterviewWorkspace::practise(const QByteArray &protocol)
{
    try {
        m_protocols->flush();
        m_backToProtocols = false;
        setPage(nullptr);
        m_practice = std::make_unique<PracticeRoom>(protocol);
        setPage(new InterviewPage(m_practice->study.session(), m_practice->codebook, m_messages,
                                  m_practice->study.interview(), true));
        InterviewSession &practice = m_page->session();
        const QString language = m_list->likelyLanguage(practice.flow().protocol().languages);
        if (language != practice.flow().language())
            practice.setLanguage(language);
        m_page->focusQuestion();
    } catch (const Error &error) {
        m_messages.show({Severity::Problem, tr("The practice could not be set up."), error.detail()});
        showList();
    }
}

void InterviewWorkspace::moveToNewerVersion()
{
    if (!m_page || m_practice)
        return;
    const InterviewId interview = m_page->session().id();
    showProtocols();
    m_protocols->moveInterview(interview);
}

void InterviewWorkspace::followVersion()
{
    if (!m_page || m_practice || m_page->session().data().interview.version == m_pageVersion)
        return;
    const InterviewId interview = m_page->session().id();
    setPage(nullptr);
    openInterview(interview);
}

} // namespace seamfinder
