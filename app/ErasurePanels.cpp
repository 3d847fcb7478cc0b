#include "app/ErasurePanels.h"

#include "ui/common/HiddenWordList.h"
#include "ui/shell/MainWindow.h"
#include "ui/study/ScrubPanel.h"
#include "ui/study/WithdrawalPanel.h"

namespace seamfinder {

ErasurePanels::ErasurePanels(StudySession &session, MainWindow &window,
                             std::function<void(const QVector<InterviewId> &)> leave)
    : m_session(session)
    , m_window(window)
    , m_leave(std::move(leave))
{
    connect(&HiddenWordList::ofProgram(), &HiddenWordList::removalWanted, this,
            &ErasurePanels::removeEverywhere);
}

ErasurePanels::~ErasurePanels()
{
    delete m_withdrawal;
    delete m_scrub;
}

void ErasurePanels::withdraw(ParticipantId participant)
{
    if (!m_withdrawal) {
        m_withdrawal = new WithdrawalPanel(m_session, m_window.messages(), m_window.jobs(), &m_window);
        connect(m_withdrawal, &WithdrawalPanel::aboutToErase, this, m_leave);
    }
    m_withdrawal->withdraw(participant);
}

void ErasurePanels::removeEverywhere(const HiddenWord &word)
{
    if (!m_scrub)
        m_scrub = new ScrubPanel(m_session, m_window.messages(), m_window.jobs(), &m_window);
    Q_EMIT m_window.flushRequested(); // what is being typed is looked through, too
    m_scrub->remove(word.text, word.alias);
}

} // namespace seamfinder
