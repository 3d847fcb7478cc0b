#pragma once

#include <QWidget>

class QVBoxLayout;

namespace seamfinder {

class InterviewSession;
class MarkList;
class SectionHeading;

/// Beside the question: its probes to tick when asked, what to come back to, and this interview's examples
/// with what is open in each.
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
    void showExamples();

    InterviewSession &m_session;
    SectionHeading *m_probeHeading;
    QVBoxLayout *m_probes;
    SectionHeading *m_markHeading;
    MarkList *m_marks;
    SectionHeading *m_exampleHeading;
    QVBoxLayout *m_examples;
    QString m_shownProbes;
    QString m_shownExamples;
};

} // namespace seamfinder
