#include "core/catalogue/NotedAt.h"

#include "core/catalogue/ChangesetRewrite.h"
#include "core/catalogue/Connection.h"
#include "core/catalogue/Journal.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/Tables.h"

#include <optional>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
/// The place of a field's column in recorded changes. Migrations add columns at the end alone.
std::optional<size_t> columnOf(Connection &db, const Field &field)
{
    Query q = db.query(u"PRAGMA table_info(%1)"_s.arg(tableOf(field.entity)));
    while (q.next()) {
        if (q.text(1) == field.key)
            return size_t(q.integer(0));
    }
    return std::nullopt;
}

/// What the entry left in the column; nothing if it did not write it.
std::optional<QString> valueLeft(Connection &db, JournalEntryId entry, const QByteArray &table, qint64 row,
                                 size_t column)
{
    using Type = changeset::RecordedValue::Type;
    std::optional<QString> left;
    Query q = db.query(u"SELECT changeset FROM journal_chunk WHERE entry = ? ORDER BY number"_s);
    q.bind(entry);
    while (q.next()) {
        static_cast<void>(changeset::rewritten(q.blob(0), [&](const changeset::RecordedChange &change) {
            const bool writes = change.table == table && change.row() == row &&
                                change.after.size() > column && change.after[column].type != Type::Unchanged;
            if (writes)
                left = change.after[column].type == Type::Text ? QString::fromUtf8(change.after[column].bytes)
                                                               : QString();
            return true; // only read
        }));
    }
    return left;
}

/// "int-…#question/instances", as an interview names the places of its actions.
std::optional<NotedAt> placeIn(const QString &text)
{
    const auto interview = fromText<InterviewTag>(text.section(u'#', 0, 0));
    const QString place = text.section(u'#', 1);
    if (!interview || place.isEmpty())
        return std::nullopt;
    return NotedAt{*interview, {place.section(u'/', 0, 0), place.section(u'/', 1)}, {}};
}
} // namespace

QVector<NotedAt> whereNoted(Connection &db, const Field &field, qint64 row)
{
    QVector<NotedAt> found;
    const auto column = columnOf(db, field);
    for (const JournalEntry &entry : journal::history(db, -1, row)) {
        auto noted = column && entry.state == JournalEntry::State::Done ? placeIn(entry.place) : std::nullopt;
        if (!noted)
            continue;
        if (const auto left = valueLeft(db, entry.id, tableOf(field.entity).toUtf8(), row, *column)) {
            noted->value = *left;
            found.append(*noted);
        }
    }
    return found;
}

} // namespace seamfinder
