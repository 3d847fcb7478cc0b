#pragma once

#include "core/catalogue/Commit.h"
#include "core/catalogue/Connection.h"
#include "core/domain/IdGenerator.h"

#include <functional>
#include <optional>

namespace seamfinder {

class Edit;

/// The one writer of a study. Every action is one transaction and one journal entry; it is on disk when the
/// function returns (WAL with synchronous=FULL). On any Error nothing of the action is left. One thread at a
/// time.
class StudyWriter
{
public:
    explicit StudyWriter(Connection connection);
    Q_DISABLE_COPY_MOVE(StudyWriter)

    [[nodiscard]] Connection &db() { return m_db; }
    [[nodiscard]] IdGenerator &ids() { return m_ids; }

    void setCoder(CoderId coder) { m_coder = coder; }
    [[nodiscard]] CoderId coder() const { return m_coder; }

    Commit perform(const Action &action, const std::function<void(Edit &)> &change);

    [[nodiscard]] std::optional<JournalEntry> nextUndo();
    [[nodiscard]] std::optional<JournalEntry> nextRedo();
    /// Nothing if there is nothing to undo or redo. Error Conflict leaves everything as it was.
    std::optional<Commit> undo();
    std::optional<Commit> redo();

private:
    std::optional<Commit> apply(std::optional<JournalEntry> entry,
                                const std::function<QVector<RowChange>(const JournalEntry &)> &how);

    Connection m_db;
    IdGenerator m_ids;
    CoderId m_coder{};
};

} // namespace seamfinder
