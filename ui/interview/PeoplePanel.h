#pragma once

#include <functional>
#include <QPointer>
#include <QVector>
#include <QWidget>

class QToolButton;

namespace seamfinder {

class FlowLayout;
class InterviewSession;
class PeoplePicker;
class PseudonymChip;
class SectionHeading;

/// Who is interviewed and who interviews, in the interview's set-up: others can be added, and taken out again
/// as long as nothing was noted of them; a participant's pseudonym is changed in place.
class PeoplePanel : public QWidget
{
    Q_OBJECT

public:
    explicit PeoplePanel(InterviewSession &session, QWidget *parent = nullptr);
    ~PeoplePanel() override;

private:
    void refresh();
    void addChip(FlowLayout *line, const QString &name, bool removable, const std::function<void()> &remove);

    InterviewSession &m_session;
    QPointer<PeoplePicker> m_picker; ///< while it is open it is a child of the window
    FlowLayout *m_participants;
    FlowLayout *m_interviewers;
    QToolButton *m_addParticipant;
    QToolButton *m_addInterviewer;
    QString m_shown; ///< who the chips are, so that they are made anew only when it changes
    QVector<PseudonymChip *> m_people;
};

} // namespace seamfinder
