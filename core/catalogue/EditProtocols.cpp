#include "core/catalogue/EditProtocols.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/EditInterview.h"
#include "core/catalogue/Query.h"
#include "core/domain/Error.h"
#include "core/protocol/ProtocolJson.h"

#include <QCryptographicHash>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

struct Known
{
    ProtocolId protocol{};
    ProtocolVersionId same{}, draft{};
    int lastNumber = 0;
};

// Ids say where a version came from, not what it asks.
QByteArray contentOf(Protocol protocol)
{
    protocol.id = protocol.versionId = 0;
    return writeProtocolJson(protocol);
}

Known find(Edit &edit, const Protocol &protocol)
{
    Known known;
    const QByteArray content = contentOf(protocol);
    Query q =
        edit.db().query(u"SELECT protocol.id, protocol_version.id, number, content, published FROM protocol "
                        "JOIN protocol_version ON protocol_version.protocol = protocol.id "
                        "WHERE key = ? ORDER BY number"_s);
    q.bind(protocol.key);
    while (q.next()) {
        known.protocol = q.id<ProtocolId>(0);
        if (q.isNull(4)) {
            known.draft = q.id<ProtocolVersionId>(1);
            continue;
        }
        known.lastNumber = int(q.integer(2));
        if (contentOf(readProtocolJson(q.text(3).toUtf8()).protocol) == content)
            known.same = q.id<ProtocolVersionId>(1);
    }
    return known;
}

QString titleOf(const Protocol &protocol)
{
    return protocol.title.in(protocol.language(), protocol.language()) + u""_s;
}

QString hashOf(const QByteArray &content)
{
    return QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
}

ProtocolId addProtocolRow(Edit &edit, const Protocol &protocol)
{
    const auto id = edit.newId<ProtocolId>();
    edit.db()
        .query(
            u"INSERT INTO protocol(id, key, title, created, revision, changed_by) VALUES (?, ?, ?, ?, ?, ?)"_s)
        .bind(id, protocol.key, titleOf(protocol), edit.now(), edit.entry(), edit.coder())
        .run();
    return id;
}

struct Draft
{
    ProtocolId protocol{};
    QString content;
    int lastNumber = 0; ///< of the published versions
};

Draft draftRow(Edit &edit, ProtocolVersionId id)
{
    Query q = edit.db().query(
        u"SELECT draft.protocol, draft.content, coalesce((SELECT max(number) FROM protocol_version AS other "
        "WHERE other.protocol = draft.protocol AND other.published IS NOT NULL), 0) "
        "FROM protocol_version AS draft WHERE draft.id = ? AND draft.published IS NULL"_s);
    q.bind(id);
    if (!q.next())
        throw Error(ErrorCode::InvalidInput, u"a published version of a protocol cannot be changed"_s,
                    toText(id));
    return {q.id<ProtocolId>(0), q.text(1), int(q.integer(2))};
}

void setTitle(Edit &edit, ProtocolId protocol, const QString &title)
{
    edit.db()
        .query(
            u"UPDATE protocol SET title = ?1, revision = ?2, changed_by = ?3 WHERE id = ?4 AND title <> ?1"_s)
        .bind(title, edit.entry(), edit.coder(), protocol)
        .run();
}

} // namespace

CodebookKeys codebookKeys(const Codebook &codebook)
{
    return [codebook](const QString &facet) -> std::optional<QStringList> {
        if (!codebook.facets().contains(facet))
            return std::nullopt;
        QStringList keys;
        for (const Term &term : codebook.inFacet(facet))
            keys.append(term.key);
        return keys;
    };
}

ProtocolVersionId publishProtocol(Edit &edit, Protocol protocol, const QString &note)
{
    Known known = find(edit, protocol);
    if (known.same)
        return known.same;
    if (!known.protocol)
        known.protocol = addProtocolRow(edit, protocol);
    const auto version = edit.newId<ProtocolVersionId>();
    protocol.id = known.protocol.value;
    protocol.versionId = version.value;
    const QByteArray content = writeProtocolJson(protocol);
    edit.db()
        .query(u"INSERT INTO protocol_version(id, protocol, number, content, hash, note, published, created, "
               "revision, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s)
        .bind(version, known.protocol, known.lastNumber + 1, QString::fromUtf8(content), hashOf(content),
              note + u""_s, edit.now(), edit.now(), edit.entry(), edit.coder())
        .run();
    return version;
}

ProtocolVersionId startDraft(Edit &edit, const Protocol &protocol)
{
    Known known = find(edit, protocol);
    if (known.draft)
        return known.draft;
    if (!known.protocol)
        known.protocol = addProtocolRow(edit, protocol);
    const auto draft = edit.newId<ProtocolVersionId>();
    const QByteArray content = contentOf(protocol);
    edit.db()
        .query(u"INSERT INTO protocol_version(id, protocol, number, content, hash, created, revision, "
               u"changed_by) "
               "VALUES (?, ?, 0, ?, ?, ?, ?, ?)"_s)
        .bind(draft, known.protocol, QString::fromUtf8(content), hashOf(content), edit.now(), edit.entry(),
              edit.coder())
        .run();
    return draft;
}

void saveDraft(Edit &edit, ProtocolVersionId draft, const Protocol &protocol)
{
    const Draft row = draftRow(edit, draft);
    const QByteArray content = contentOf(protocol);
    edit.db()
        .query(u"UPDATE protocol_version SET content = ?1, hash = ?2, revision = ?3, changed_by = ?4 "
               "WHERE id = ?5 AND hash <> ?2"_s)
        .bind(QString::fromUtf8(content), hashOf(content), edit.entry(), edit.coder(), draft)
        .run();
    if (row.lastNumber == 0)
        setTitle(edit, row.protocol, titleOf(protocol));
}

void publishDraft(Edit &edit, ProtocolVersionId draft, const QString &note)
{
    const Draft row = draftRow(edit, draft);
    const LoadedProtocol loaded = loadProtocol(row.content.toUtf8(), codebookKeys(Codebook::read(edit.db())));
    if (!loaded.isUsable())
        throw Error(ErrorCode::InvalidInput, loaded.problems.first().what, loaded.problems.first().question);
    Protocol protocol = loaded.protocol;
    protocol.id = row.protocol.value;
    protocol.versionId = draft.value;
    protocol.version = QString::number(row.lastNumber + 1);
    const QByteArray content = writeProtocolJson(protocol);
    edit.db()
        .query(u"UPDATE protocol_version SET content = ?, hash = ?, number = ?, note = ?, published = ?, "
               "revision = ?, changed_by = ? WHERE id = ?"_s)
        .bind(QString::fromUtf8(content), hashOf(content), row.lastNumber + 1, note + u""_s, edit.now(),
              edit.entry(), edit.coder(), draft)
        .run();
    setTitle(edit, row.protocol, titleOf(protocol));
}

void discardDraft(Edit &edit, ProtocolVersionId draft)
{
    const Draft row = draftRow(edit, draft);
    edit.db().query(u"DELETE FROM protocol_version WHERE id = ?"_s).bind(draft).run();
    if (row.lastNumber == 0)
        edit.db().query(u"DELETE FROM protocol WHERE id = ?"_s).bind(row.protocol).run();
}

QString freeProtocolKey(Connection &db, const QString &wanted)
{
    QStringList taken;
    Query q = db.query(u"SELECT key FROM protocol"_s);
    while (q.next())
        taken.append(q.text(0));
    QString key = wanted;
    for (int number = 2; taken.contains(key); ++number)
        key = u"%1-%2"_s.arg(wanted).arg(number);
    return key;
}

void setInterviewVersion(Edit &edit, InterviewId interview, ProtocolVersionId version)
{
    requireUnlocked(edit, interview);
    edit.db()
        .query(u"UPDATE interview SET protocol_version = ?1, updated = ?2, revision = ?3, changed_by = ?4 "
               "WHERE id = ?5 AND protocol_version IS NOT ?1"_s)
        .bind(version, edit.now(), edit.entry(), edit.coder(), interview)
        .run();
}

} // namespace seamfinder
