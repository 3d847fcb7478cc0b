#pragma once

#include "ui/common/TermPicker.h"

namespace seamfinder {

struct Coder;
class InterviewSession;

/// As interviewers call each other: by name where there is one.
[[nodiscard]] QString nameOf(const Coder &coder);

/// Who could be added to an interview, as a list that searches: what is typed there becomes the pseudonym of
/// a new participant, or finds somebody of the study.
class PeoplePicker final : public TermPicker
{
    Q_OBJECT

public:
    /// The picker lives in the window while it is open: the owner deletes it.
    explicit PeoplePicker(InterviewSession &session, QWidget *owner);

    /// A new participant first and chosen, so that Enter alone adds one.
    void offerParticipants(QWidget *anchor);
    void offerInterviewers(QWidget *anchor);

private:
    void add(qint64 who);

    InterviewSession &m_session;
    bool m_interviewers = false; ///< else participants
};

} // namespace seamfinder
