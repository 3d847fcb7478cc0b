#pragma once

#include "core/domain/HiddenWords.h"
#include "core/domain/Id.h"

#include <functional>
#include <QObject>
#include <QPointer>
#include <QVector>

namespace seamfinder {

class MainWindow;
class ScrubPanel;
class StudySession;
class WithdrawalPanel;

/// The windows for what cannot be undone, made when they are asked for; they go with the study.
class ErasurePanels final : public QObject
{
public:
    /// `leave`: closes what is open of interviews that are about to be erased, typed text and all.
    ErasurePanels(StudySession &session, MainWindow &window,
                  std::function<void(const QVector<InterviewId> &)> leave);
    ~ErasurePanels() override;

    void withdraw(ParticipantId participant);
    /// An empty text: it is still to be typed.
    void removeEverywhere(const HiddenWord &word);

private:
    StudySession &m_session;
    MainWindow &m_window;
    std::function<void(const QVector<InterviewId> &)> m_leave;
    QPointer<WithdrawalPanel> m_withdrawal;
    QPointer<ScrubPanel> m_scrub;
};

} // namespace seamfinder
