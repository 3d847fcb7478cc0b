#pragma once

#include "core/interview/InterviewTime.h"
#include "ui/interview/TimelineLegend.h"
#include "ui/interview/TimelineSigns.h"

#include <QWidget>

namespace seamfinder {

class InterviewSession;

/// How an interview went: a line per section with when one was in it, pauses as gaps, and above them where
/// examples and marks came and what was changed. What a line shows is said in words at its end and, for
/// screen readers, in the description. The pointer, or Left and Right, says what a sign above the lines
/// stands for; a legend below names those that there are. Several sittings stand one behind the other, with a
/// line where one ends.
class TimelineView final : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineView(InterviewSession &session, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// "Headlines: 6:10 of 6 minutes", a line for each section that one was in; then pauses, examples, marks
    /// and changes.
    [[nodiscard]] QString inWords() const;
    /// What is shown of the sign that Left and Right stand at; empty if they stand at none.
    [[nodiscard]] QString currentSign() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void refresh();
    [[nodiscard]] int lineHeight() const;
    [[nodiscard]] int titleWidth() const;
    [[nodiscard]] bool isOver(int section, qint64 used) const;
    [[nodiscard]] QVector<int> sectionsSeen() const;
    [[nodiscard]] QRect barsRect() const;
    [[nodiscard]] double xOf(qint64 moment) const;
    [[nodiscard]] QString sectionTitle(int section) const;
    [[nodiscard]] TimelineLegend legend() const;
    [[nodiscard]] QString signWords(const TimelineSign &sign) const;
    [[nodiscard]] QString signsNear(double x) const;
    void goToSign(qsizetype index);
    void paintSigns(class QPainter &painter) const;
    void paintSection(class QPainter &painter, int section, qint64 used, int top) const;
    void paintSittings(class QPainter &painter) const;

    InterviewSession &m_session;
    InterviewTime m_time;
    QVector<InterviewTime::Sitting> m_sittings;
    QVector<TimelineSign> m_signs;
    qsizetype m_sign = -1; ///< that the keys stand at
    qint64 m_length = 0;   ///< of all sittings
};

} // namespace seamfinder
