#include "core/catalogue/ReadProtocols.h"

#include "core/catalogue/Query.h"

#include <QHash>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
const QString entryColumns =
    u"SELECT protocol_version.id, protocol.id, protocol.key, protocol.title, "
    "protocol_version.number, protocol_version.note, protocol_version.published "
    "FROM protocol JOIN protocol_version ON protocol_version.protocol = protocol.id WHERE %1"_s;

ProtocolEntry entryFrom(const Query &q)
{
    return {.id = q.id<ProtocolVersionId>(0),
            .protocol = q.id<ProtocolId>(1),
            .key = q.text(2),
            .title = q.text(3),
            .number = int(q.integer(4)),
            .note = q.text(5),
            .published = q.isNull(6) ? std::nullopt : std::optional(q.integer(6))};
}

QHash<ProtocolVersionId, int> interviewsByVersion(Connection &db)
{
    QHash<ProtocolVersionId, int> counts;
    Query q = db.query(u"SELECT protocol_version, count(*) FROM interview WHERE deleted_at IS NULL "
                       "AND protocol_version IS NOT NULL GROUP BY protocol_version"_s);
    while (q.next())
        counts.insert(q.id<ProtocolVersionId>(0), int(q.integer(1)));
    return counts;
}
} // namespace

QVector<ProtocolEntry> readProtocolEntries(Connection &db)
{
    const QHash<ProtocolVersionId, int> counts = interviewsByVersion(db);
    QVector<ProtocolEntry> entries;
    Query q =
        db.query(entryColumns.arg(u"protocol.retired = 0 ORDER BY protocol.id, "
                                  "protocol_version.published IS NOT NULL, protocol_version.number DESC"_s));
    while (q.next()) {
        entries.append(entryFrom(q));
        entries.last().interviews = counts.value(entries.last().id);
    }
    return entries;
}

std::optional<ProtocolEntry> readProtocolEntry(Connection &db, ProtocolVersionId id)
{
    Query q = db.query(entryColumns.arg(u"protocol_version.id = ?"_s));
    q.bind(id);
    if (!q.next())
        return std::nullopt;
    ProtocolEntry entry = entryFrom(q);
    entry.interviews = interviewsByVersion(db).value(id);
    return entry;
}

std::optional<ProtocolEntry> readNewestVersion(Connection &db, ProtocolId protocol)
{
    Query q =
        db.query(entryColumns.arg(u"protocol_version.protocol = ? AND protocol_version.published IS NOT NULL "
                                  "ORDER BY protocol_version.number DESC LIMIT 1"_s));
    q.bind(protocol);
    return q.next() ? std::optional(entryFrom(q)) : std::nullopt;
}

} // namespace seamfinder
