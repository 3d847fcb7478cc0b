#pragma once

#include "core/interview/InterviewTime.h"

#include <QWidget>

namespace seamfinder {

class InterviewSession;

/// How an interview went: a line per section with when one was in it, pauses as gaps, and above them where
/// examples and marks came. What a line shows is said in words at its end and, for screen readers, in the
/// description. Several sittings stand one behind the other, with a line where one ends.
class TimelineView final : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineView(InterviewSession &session, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// "Headlines: 6:10 of 6 minutes", a line for each section that one was in; then pauses and examples.
    [[nodiscard]] QString inWords() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool event(QEvent *event) override;

private:
    void refresh();
    [[nodiscard]] int lineHeight() const;
    [[nodiscard]] QVector<int> sectionsSeen() const;
    [[nodiscard]] QRect barsRect() const;
    [[nodiscard]] double xOf(qint64 moment) const;
    [[nodiscard]] QString sectionTitle(int section) const;
    void paintMoments(class QPainter &painter) const;
    void paintSittings(class QPainter &painter) const;

    InterviewSession &m_session;
    InterviewTime m_time;
    QVector<InterviewTime::Sitting> m_sittings;
    qint64 m_length = 0; ///< of all sittings
};

} // namespace seamfinder
