#pragma once

#include "core/catalogue/ReadMarks.h"

#include <QListWidget>

namespace seamfinder {

class InterviewSession;
struct InterviewTime;

/// The marks that wait, in order of time, each with how far into the interview it was dropped: Enter or a
/// click goes to where one was dropped, Space ticks it off. As high as what it shows. A line is selected only
/// while the list has the focus.
class MarkList final : public QListWidget
{
    Q_OBJECT

public:
    explicit MarkList(InterviewSession &session, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void emptyChanged(bool empty);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void refresh();
    void go(QListWidgetItem *item);
    void tick(QListWidgetItem *item);
    [[nodiscard]] QString lineOf(const Mark &mark, const InterviewTime &time) const;

    InterviewSession &m_session;
    QString m_shown;
    qint64 m_newest = 0; ///< the last mark that was dropped
};

} // namespace seamfinder
