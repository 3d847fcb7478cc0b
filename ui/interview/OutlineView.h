#pragma once

#include "core/interview/InterviewTime.h"
#include "core/protocol/QuestionRef.h"

#include <QTreeWidget>

namespace seamfinder {

class InterviewSession;
struct Step;

/// The way through the interview: sections with what is answered and the minutes used of those planned,
/// questions with a sign for what is answered (✓), has no answer (–), is open (○) or has a problem (!),
/// instances of repeats under their titles. The current place is always in sight. Narrow, it shows the
/// sections alone.
class OutlineView : public QTreeWidget
{
    Q_OBJECT

public:
    explicit OutlineView(InterviewSession &session, QWidget *parent = nullptr);

    void setNarrow(bool narrow);
    [[nodiscard]] bool isNarrow() const { return m_narrow; }
    void showTimes(const InterviewTime &time);

protected:
    void focusOutEvent(QFocusEvent *event) override;

private:
    void refresh();
    void rebuild();
    void showTexts();
    void showMinutes();
    /// A count is never elided: the titles are.
    void fitColumn(int column);
    [[nodiscard]] QString signOf(const Step &step) const;
    void showCurrent();
    void go(QTreeWidgetItem *item);
    [[nodiscard]] QTreeWidgetItem *parentFor(const Step &step, QTreeWidgetItem *section);
    [[nodiscard]] QString structure() const;

    InterviewSession &m_session;
    bool m_narrow = false;
    int m_entered = -1; ///< the section whose questions were unfolded last
    QString m_structure;
    QVector<QTreeWidgetItem *> m_sections;
    QHash<QuestionRef, QTreeWidgetItem *> m_steps;
    QHash<QuestionRef, QTreeWidgetItem *> m_instances; ///< by repeat and path
    InterviewTime m_time;
};

} // namespace seamfinder
