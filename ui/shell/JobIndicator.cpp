#include "ui/shell/JobIndicator.h"

#include "ui/common/Icons.h"

#include <algorithm>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QTimer>
#include <QToolButton>

namespace seamfinder {

namespace {
constexpr int delayMilliseconds = 300;
constexpr int steps = 1000;
} // namespace

JobIndicator::JobIndicator(QWidget *parent)
    : QWidget(parent)
    , m_delay(new QTimer(this))
    , m_title(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_stop(new QToolButton(this))
    , m_more(new QLabel(this))
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(6, 0, 6, 0);
    line->setSpacing(6);
    line->addStretch(1);
    line->addWidget(m_title);
    line->addWidget(m_bar);
    line->addWidget(m_stop);
    line->addWidget(m_more);
    m_title->setTextFormat(Qt::PlainText);
    m_bar->setMaximumWidth(160);
    m_stop->setAutoRaise(true);
    m_stop->setIcon(icon(u"process-stop"));
    connect(m_stop, &QToolButton::clicked, this, &JobIndicator::cancelShown);
    m_delay->setSingleShot(true);
    m_delay->setInterval(delayMilliseconds);
    connect(m_delay, &QTimer::timeout, this, [this] {
        refresh();
        setVisible(!m_jobs.isEmpty());
    });
    hide();
}

int JobIndicator::begin(const QString &title, std::function<void()> cancel)
{
    m_jobs.append({.number = ++m_last, .title = title, .cancel = std::move(cancel)});
    if (isHidden())
        m_delay->start();
    else
        refresh();
    return m_last;
}

JobIndicator::Job *JobIndicator::find(int number)
{
    const auto found = std::ranges::find(m_jobs, number, &Job::number);
    return found == m_jobs.end() ? nullptr : &*found;
}

void JobIndicator::progress(int job, qint64 done, qint64 total)
{
    Job *found = find(job);
    if (!found)
        return;
    found->done = done;
    found->total = total;
    if (!isHidden() && found == &m_jobs.first())
        refresh();
}

void JobIndicator::end(int job)
{
    m_jobs.removeIf([job](const Job &other) { return other.number == job; });
    if (m_jobs.isEmpty()) {
        m_delay->stop();
        hide();
    } else if (!isHidden()) {
        refresh();
    }
}

void JobIndicator::cancelShown()
{
    if (m_jobs.isEmpty() || !m_jobs.first().cancel || m_jobs.first().cancelling)
        return;
    m_jobs.first().cancelling = true;
    const auto cancel = m_jobs.first().cancel;
    refresh();
    cancel();
}

void JobIndicator::refresh()
{
    if (m_jobs.isEmpty())
        return;
    const Job &job = m_jobs.first();
    m_title->setText(job.cancelling ? tr("Stopping: %1").arg(job.title) : job.title);
    setAccessibleName(m_title->text());
    m_bar->setAccessibleName(job.title);
    if (job.total > 0) {
        m_bar->setRange(0, steps);
        m_bar->setValue(int(double(std::clamp<qint64>(job.done, 0, job.total)) * steps / double(job.total)));
    } else {
        m_bar->setRange(0, 0);
    }
    m_stop->setVisible(bool(job.cancel));
    m_stop->setEnabled(!job.cancelling);
    m_stop->setToolTip(tr("Stop: %1").arg(job.title));
    m_stop->setAccessibleName(m_stop->toolTip());
    m_more->setText(tr("and %n more", nullptr, int(m_jobs.size()) - 1));
    m_more->setVisible(m_jobs.size() > 1);
}

} // namespace seamfinder
