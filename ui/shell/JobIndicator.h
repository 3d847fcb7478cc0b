#pragma once

#include "ui/shell/Jobs.h"

#include <QList>
#include <QWidget>

class QLabel;
class QProgressBar;
class QTimer;
class QToolButton;

namespace seamfinder {

/// The background jobs, in the status bar: the oldest one by name with its progress and a stop button, and
/// how many more there are. A job that is over within a moment is never shown.
class JobIndicator final : public QWidget, public Jobs
{
    Q_OBJECT

public:
    explicit JobIndicator(QWidget *parent = nullptr);

    int begin(const QString &title, std::function<void()> cancel = {}) override;
    void progress(int job, qint64 done, qint64 total) override;
    void end(int job) override;

private:
    struct Job
    {
        int number;
        QString title;
        std::function<void()> cancel;
        qint64 done = 0;
        qint64 total = 0;
        bool cancelling = false;
    };

    void refresh();
    void cancelShown();
    [[nodiscard]] Job *find(int number);

    QList<Job> m_jobs;
    int m_last = 0;
    QTimer *m_delay;
    QLabel *m_title;
    QProgressBar *m_bar;
    QToolButton *m_stop;
    QLabel *m_more;
};

} // namespace seamfinder
