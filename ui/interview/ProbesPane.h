#pragma once

#include "core/domain/Id.h"
#include "core/protocol/StepProbes.h"

#include <QWidget>

class QStackedWidget;
class QVBoxLayout;

namespace seamfinder {

class ExampleLine;
class InterviewSession;
class MarkList;
class PeoplePanel;
class Pill;
class ProbeBox;
class SectionHeading;

/// Beside the question: in the set-up who is in the interview; its probes to tick when asked (Alt+1 … Alt+9
/// from anywhere, too), with those of the entry that it is in, and what to come back to. Or, as another page,
/// this interview's examples with what is open in each.
class ProbesPane : public QWidget
{
    Q_OBJECT

public:
    explicit ProbesPane(InterviewSession &session, QWidget *parent = nullptr);

    /// Which of the pages is shown. The focus stays, unless it was on the other one.
    void setExamplesShown(bool shown);
    /// The line of the page that had the focus last, else its first; null where it has none.
    [[nodiscard]] QWidget *currentLine() const;
    /// Of the example, among the examples; null where it has none. Lines are made anew when one changes.
    [[nodiscard]] QWidget *lineOf(ExampleId example) const;
    /// None for a widget that is none.
    [[nodiscard]] ExampleId exampleOf(const QWidget *line) const;

Q_SIGNALS:
    void exampleWanted(qint64 example);
    /// By the switch at the top.
    void pageChosen(bool examples);

private:
    void refresh();
    void showProbes();
    void showAsked();
    void showExamples();
    void showSwitch();
    void showPage();

    InterviewSession &m_session;
    QStackedWidget *m_pages;
    QWidget *m_switch; ///< between the pages, once one of them has something
    Pill *m_toProbes;
    Pill *m_toExamples;
    QWidget *m_page;
    QWidget *m_examplePage;
    PeoplePanel *m_people; ///< in the set-up
    SectionHeading *m_probeHeading;
    QVBoxLayout *m_probes;
    SectionHeading *m_markHeading;
    MarkList *m_marks;
    QVBoxLayout *m_examples;
    QString m_shownProbes;
    QVector<std::pair<ProbeBox *, StepProbe>> m_boxes;
    QString m_shownExamples;
    QVector<std::pair<ExampleLine *, ExampleId>> m_lines; ///< of the examples
};

} // namespace seamfinder
