#pragma once

#include "core/domain/Id.h"

#include <algorithm>
#include <QString>
#include <QVector>

namespace seamfinder {

/// What a user does in one step, as the journal names it.
struct Action
{
    QString label;   ///< readable: "Edit what people counted on"
    QString place{}; ///< where it shows, for going there on undo: a typed id such as "ex-…", perhaps with
                     ///< "#field"
    QString
        visit{}; ///< saves that share a non-empty visit, with nothing in between, become one journal entry
};

struct RowChange
{
    enum class Kind : quint8 { Insert, Update, Delete };
    QString table;
    qint64 row = 0;
    Kind kind = Kind::Update;
    qint64 target = 0; ///< of a coding, missing code or evidence: the example, gap … that it belongs to
};

/// What one transaction changed in the journaled tables.
struct Commit
{
    JournalEntryId entry{}; ///< none if nothing journaled changed
    Action action;
    QVector<RowChange> changes;

    [[nodiscard]] bool touches(QLatin1StringView table) const
    {
        return std::any_of(changes.begin(), changes.end(),
                           [&](const RowChange &change) { return change.table == table; });
    }
};

/// One user action as the audit trail shows it.
struct JournalEntry
{
    enum class State : quint8 { Done, Undone, CutOff };
    JournalEntryId id{};
    qint64 time = 0;
    CoderId coder{};
    QString label;
    QString place;
    State state = State::Done;
};

} // namespace seamfinder
