#pragma once

#include <QHash>
#include <QWidget>

class QVBoxLayout;

namespace seamfinder {

class InterviewSession;
class MarkList;
class PeoplePanel;
class ProbeBox;
class SectionHeading;

/// Beside the question: in the set-up who is in the interview; its probes to tick when asked (Alt+1 … Alt+9
/// from anywhere, too), what to come back to, and this interview's examples with what is open in each.
class ProbesPane : public QWidget
{
    Q_OBJECT

public:
    explicit ProbesPane(InterviewSession &session, QWidget *parent = nullptr);

Q_SIGNALS:
    void exampleWanted(qint64 example);

private:
    void refresh();
    void showProbes();
    void showAsked();
    void showExamples();

    InterviewSession &m_session;
    QWidget *m_page;
    PeoplePanel *m_people; ///< in the set-up
    SectionHeading *m_probeHeading;
    QVBoxLayout *m_probes;
    SectionHeading *m_markHeading;
    MarkList *m_marks;
    SectionHeading *m_exampleHeading;
    QVBoxLayout *m_examples;
    QString m_shownProbes;
    QHash<QString, ProbeBox *> m_boxes; ///< of the probes shown, by key
    QString m_shownExamples;
};

} // namespace seamfinder
