#pragma once

#include "core/catalogue/Commit.h"

#include <memory>
#include <QByteArray>
#include <QVector>

struct sqlite3_session;

namespace seamfinder {

class Connection;

/// Records what happens to the journaled tables, with SQLite's session extension
/// (https://www.sqlite.org/sessionintro.html), from its construction on.
class SessionRecorder
{
public:
    explicit SessionRecorder(Connection &db);
    ~SessionRecorder();
    Q_DISABLE_COPY_MOVE(SessionRecorder)

    [[nodiscard]] bool isEmpty() const;
    /// The changeset so far; empty if the net change is nil.
    [[nodiscard]] QByteArray changeset() const;
    /// Hands out the changeset so far and starts a new one: for bulk actions of many chunks.
    [[nodiscard]] QByteArray cut();

private:
    void start();
    Connection &m_db;
    std::unique_ptr<sqlite3_session, void (*)(sqlite3_session *)> m_session;
};

namespace changeset {
[[nodiscard]] QVector<RowChange> rows(const QByteArray &changeset);
[[nodiscard]] QByteArray inverted(const QByteArray &changeset);
/// One changeset with the effect of `first`, then `second`.
[[nodiscard]] QByteArray concatenated(const QByteArray &first, const QByteArray &second);
/// Applies it inside the caller's transaction. A deletion whose row is gone already is passed over; any other
/// conflict is an Error (Conflict), and the caller must roll back.
void apply(Connection &db, const QByteArray &changeset);
} // namespace changeset

} // namespace seamfinder
