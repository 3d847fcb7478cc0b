#include "ui/common/CatalogueService.h"

#include "core/catalogue/CatalogueOrder.h"
#include "core/catalogue/StudySession.h"
#include "ui/common/Deliver.h"
#include "ui/common/StudyNames.h"

#include <QEvent>
#include <QWidget>

namespace seamfinder {

namespace {
constexpr int progressIntervalMs = 200;
}

CatalogueService::CatalogueService(StudySession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_names(new StudyNames(session, this))
{
    for (const auto signal : {&StudySession::committed, &StudySession::undone, &StudySession::redone})
        connect(&session, signal, this, &CatalogueService::accept);
    m_progressTimer.setInterval(progressIntervalMs);
    connect(&m_progressTimer, &QTimer::timeout, this, [this] { Q_EMIT loading(m_progress->load()); });
    load();
}

void CatalogueService::load()
{
    m_busy = true;
    // What commits until the reading begins is in it already; to read that again later does no harm.
    m_progressTimer.start();
    const Generation::Ticket ticket = m_generation.next();
    const auto read = [progress = m_progress](Connection &db) {
        return std::make_shared<const CatalogueColumns>(
            CatalogueColumns::load(db, [&](double part) { progress->store(part); }));
    };
    deliver(
        m_session.jobs().run(ticket, read, Lane::Long), ticket, this,
        [this](const std::shared_ptr<const CatalogueColumns> &columns) {
            m_progressTimer.stop();
            m_busy = false;
            m_columns = columns;
            Q_EMIT changed();
            updateNext();
        },
        [this](const std::exception_ptr &error) {
            m_progressTimer.stop();
            m_busy = false;
            Q_EMIT failed(error);
        });
}

void CatalogueService::accept(const Commit &commit)
{
    m_waiting.append(commit);
    updateNext();
}

void CatalogueService::addViewer(QWidget *viewer)
{
    m_viewers.removeIf([](const QPointer<QWidget> &known) { return !known; });
    m_viewers.append(viewer);
    viewer->installEventFilter(this);
    updateNext();
}

bool CatalogueService::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show)
        QMetaObject::invokeMethod(this, &CatalogueService::updateNext,
                                  Qt::QueuedConnection); // when it is seen
    return QObject::eventFilter(watched, event);
}

bool CatalogueService::isSeen() const
{
    bool known = false;
    for (const QPointer<QWidget> &viewer : m_viewers) {
        if (viewer && viewer->isVisible())
            return true;
        known |= !viewer.isNull();
    }
    return !known;
}

void CatalogueService::updateNext()
{
    if (m_busy || m_waiting.isEmpty() || !m_columns || !isSeen())
        return;
    // All that came in the meantime is one update: the rows are read as they are now.
    Commit joined;
    for (const Commit &commit : std::exchange(m_waiting, {}))
        joined.changes += commit.changes;
    m_busy = true;
    using Updated = std::shared_ptr<const CatalogueColumns>;
    const Generation::Ticket ticket = m_generation.next();
    const auto read = [columns = m_columns, joined](Connection &db) {
        auto next = std::make_shared<CatalogueColumns>(*columns);
        return next->update(db, joined) ? Updated(std::move(next)) : Updated();
    };
    deliver(
        m_session.jobs().run(ticket, read), ticket, this,
        [this](const Updated &updated) {
            m_busy = false;
            if (!updated) {
                load();
                return;
            }
            m_columns = updated;
            Q_EMIT changed();
            updateNext();
        },
        [this](const std::exception_ptr &error) {
            m_busy = false;
            Q_EMIT failed(error);
        });
}

QFuture<Selection> CatalogueService::select(const Generation::Ticket &ticket, const Filter &filter)
{
    return m_session.jobs().run(ticket, [columns = m_columns, filter](Connection &db) {
        std::optional<std::vector<qint64>> hits;
        if (!filter.text.trimmed().isEmpty())
            hits = searchText(db, filter.text);
        return seamfinder::select(columns ? *columns : CatalogueColumns::load(db), filter, hits);
    });
}

} // namespace seamfinder
