#pragma once

#include "core/catalogue/ReadInterviews.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace seamfinder {

class StudySession;

/// When no interview is open: start a new one (a pseudonym is enough; Enter starts) or go on with another.
class InterviewList : public QWidget
{
    Q_OBJECT

public:
    explicit InterviewList(StudySession &session, QWidget *parent = nullptr);

    void refresh();
    /// The form of a new interview, filled in: Enter starts it.
    void focusNew();

Q_SIGNALS:
    void openRequested(seamfinder::InterviewId interview);
    void tryRequested();
    void failed(const QString &reason);

private:
    void start();
    void openCurrent();

    StudySession &m_session;
    QLineEdit *m_pseudonym;
    QComboBox *m_protocol;
    QPushButton *m_start;
    QTreeWidget *m_list;
    class SectionHeading *m_listHeading;
};

/// The state of an interview as people read it.
[[nodiscard]] QString interviewStateLabel(const QString &state);

} // namespace seamfinder
