#pragma once

#include "core/catalogue/JointTranscripts.h"
#include "core/domain/Id.h"

#include <QHash>
#include <QString>
#include <QVector>
#include <unordered_set>

namespace seamfinder {

class Connection;

/// Who withdraws: a participant with everything that is about them, or one interview.
struct Withdrawal
{
    ParticipantId participant{}; ///< none: the interview
    InterviewId interview{};
};

/// The rows that a withdrawal erases, by table, and what it has to leave.
class ErasedRows
{
public:
    /// Error NotFound if there is no such participant or interview.
    [[nodiscard]] static ErasedRows of(Connection &db, const Withdrawal &withdrawal);

    [[nodiscard]] const QHash<QString, QVector<qint64>> &byTable() const { return m_rows; }
    /// Also of rows that were theirs and are no more, which the journal alone tells of.
    [[nodiscard]] bool contains(qint64 row) const { return m_ids.contains(row); }
    [[nodiscard]] qsizetype count(const QString &table) const { return m_rows.value(table).size(); }
    /// Interviews with others, of which only what names this participant goes.
    [[nodiscard]] const QVector<InterviewId> &joint() const { return m_joint; }
    /// Of those interviews: they stay, too, without the turns of this participant.
    [[nodiscard]] const QVector<JointTranscript> &transcripts() const { return m_transcripts; }

    /// Rows that stay, of which the study forgets what stood there before: it may be theirs.
    [[nodiscard]] const QVector<qint64> &written() const { return m_written; }

    /// The rows of this table are not erased after all.
    void keep(const QString &table);
    /// False if it was there.
    bool add(const QString &table, qint64 row);

private:
    QHash<QString, QVector<qint64>> m_rows;
    std::unordered_set<qint64> m_ids;
    QVector<qint64> m_written;
    QVector<InterviewId> m_joint;
    QVector<JointTranscript> m_transcripts;

    friend class ErasureSearch;
};

} // namespace seamfinder
