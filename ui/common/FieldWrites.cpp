#include "ui/common/FieldWrites.h"

#include "core/catalogue/StudySession.h"

#include <QPointer>

namespace seamfinder {

FieldWrites::FieldWrites(StudySession &session)
    : QObject(&session)
    , m_session(session)
{
    // A commit shows that writing works again.
    connect(&session, &StudySession::committed, this, [this] {
        const QStringList keys = m_entries.keys();
        for (const QString &key : keys) {
            const Entry entry = m_entries.value(key);
            if (entry.failed && !entry.hopeless)
                start(key);
        }
    });
}

FieldWrites &FieldWrites::of(StudySession &session)
{
    if (auto *found = session.findChild<FieldWrites *>({}, Qt::FindDirectChildrenOnly))
        return *found;
    return *new FieldWrites(session);
}

void FieldWrites::perform(const QString &key, const Action &action, const FieldContent &content,
                          std::function<void(Edit &)> change, std::function<void()> failed)
{
    Entry &entry = m_entries[key];
    entry.action = action;
    entry.content = content;
    entry.change = std::move(change);
    entry.onFailure = std::move(failed);
    start(key);
}

void FieldWrites::start(const QString &key)
{
    Entry &entry = m_entries[key];
    entry.failed = entry.hopeless = false;
    entry.number = ++m_number;
    ++entry.underWay;
    const quint64 number = entry.number;
    const auto onFailure = entry.onFailure;
    // Not with a context: a write that is cut off when the study closes would reach for one that is gone. The
    // session finishes its futures in this thread.
    m_session.perform(entry.action, entry.change)
        .then([self = QPointer(this), key, number, onFailure](QFuture<Commit> future) {
            std::optional<Error> error;
            try {
                future.waitForFinished(); // it is; this throws what went wrong
            } catch (const Error &caught) {
                error = caught;
                if (onFailure)
                    onFailure();
            }
            if (self)
                self->finish(key, number, error);
        });
    Q_EMIT changed(key);
}

void FieldWrites::finish(const QString &key, quint64 number, const std::optional<Error> &error)
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end())
        return;
    --found->underWay;
    if (error && found->number == number) {
        found->failed = true;
        found->hopeless = error->code() == ErrorCode::NotFound || error->code() == ErrorCode::InvalidInput ||
                          error->code() == ErrorCode::ReadOnly;
    }
    if (found->underWay == 0 && !found->failed)
        m_entries.erase(found);
    Q_EMIT changed(key);
}

const FieldContent *FieldWrites::waiting(const QString &key) const
{
    const auto found = m_entries.constFind(key);
    return found == m_entries.constEnd() ? nullptr : &found->content;
}

bool FieldWrites::hasFailed(const QString &key) const
{
    const auto found = m_entries.constFind(key);
    return found != m_entries.constEnd() && found->failed;
}

int FieldWrites::failedCount() const
{
    return int(
        std::count_if(m_entries.begin(), m_entries.end(), [](const Entry &entry) { return entry.failed; }));
}

QVector<PendingChange> FieldWrites::pending() const
{
    QVector<const Entry *> failed;
    for (const Entry &entry : m_entries) {
        if (entry.failed)
            failed.append(&entry);
    }
    std::sort(failed.begin(), failed.end(),
              [](const Entry *a, const Entry *b) { return a->number < b->number; });
    QVector<PendingChange> pending;
    for (const Entry *entry : std::as_const(failed))
        pending.append({entry->action, entry->change});
    return pending;
}

void FieldWrites::retry()
{
    const QStringList keys = m_entries.keys();
    for (const QString &key : keys) {
        if (hasFailed(key))
            start(key);
    }
}

} // namespace seamfinder
