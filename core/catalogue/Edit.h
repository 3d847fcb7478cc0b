#pragma once

#include "core/domain/Id.h"

#include <QByteArray>
#include <QVector>

namespace seamfinder {

class Connection;
class IdGenerator;
class SessionRecorder;

/// One write transaction in progress, handed to whoever changes the study. The functions in the Edit*.h
/// headers take it; all that they do becomes one journal entry.
class Edit
{
public:
    Edit(Connection &db, IdGenerator &ids, CoderId coder, JournalEntryId entry, qint64 now,
         SessionRecorder *recorder);
    Q_DISABLE_COPY_MOVE(Edit)

    [[nodiscard]] Connection &db() { return m_db; }
    [[nodiscard]] CoderId coder() const { return m_coder; }
    /// For content that comes from elsewhere (the sample, an import): whose work it is, and when it was done.
    void attributeTo(CoderId coder) { m_coder = coder; }
    void setNow(qint64 time) { m_now = time; }
    [[nodiscard]] JournalEntryId entry() const { return m_entry; }
    [[nodiscard]] qint64 now() const
    {
        return m_now;
    } ///< milliseconds since 1970 UTC, the same during the edit

    template <class IdType>
    [[nodiscard]] IdType newId()
    {
        return IdType{nextId()};
    }
    [[nodiscard]] qint64 nextId();

    /// To be called by bulk actions after each target: every few thousand, the changes so far become a chunk
    /// of their own, so that no changeset grows without bound.
    void targetDone();

    /// The chunks so far, to be completed by the recorder's rest.
    [[nodiscard]] const QVector<QByteArray> &chunks() const { return m_chunks; }

private:
    Connection &m_db;
    IdGenerator &m_ids;
    CoderId m_coder;
    JournalEntryId m_entry;
    qint64 m_now;
    SessionRecorder *m_recorder;
    int m_targets = 0;
    QVector<QByteArray> m_chunks;
};

} // namespace seamfinder
