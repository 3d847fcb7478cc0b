#include "core/catalogue/EditProtocols.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/Query.h"
#include "core/protocol/ProtocolJson.h"

#include <QCryptographicHash>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

struct Known
{
    ProtocolId protocol{};
    ProtocolVersionId same{};
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
    Query q = edit.db().query(u"SELECT protocol.id, protocol_version.id, number, content FROM protocol "
                              "JOIN protocol_version ON protocol_version.protocol = protocol.id "
                              "WHERE key = ? ORDER BY number"_s);
    q.bind(protocol.key);
    while (q.next()) {
        known.protocol = q.id<ProtocolId>(0);
        known.lastNumber = int(q.integer(2));
        if (contentOf(readProtocolJson(q.text(3).toUtf8()).protocol) == content)
            known.same = q.id<ProtocolVersionId>(1);
    }
    return known;
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
    if (!known.protocol) {
        known.protocol = edit.newId<ProtocolId>();
        edit.db()
            .query(
                u"INSERT INTO protocol(id, key, title, created, revision, changed_by) VALUES (?, ?, ?, ?, ?, ?)"_s)
            .bind(known.protocol, protocol.key, protocol.title.in(protocol.language(), protocol.language()),
                  edit.now(), edit.entry(), edit.coder())
            .run();
    }
    const auto version = edit.newId<ProtocolVersionId>();
    protocol.id = known.protocol.value;
    protocol.versionId = version.value;
    const QByteArray content = writeProtocolJson(protocol);
    edit.db()
        .query(u"INSERT INTO protocol_version(id, protocol, number, content, hash, note, published, created, "
               "revision, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s)
        .bind(version, known.protocol, known.lastNumber + 1, QString::fromUtf8(content),
              QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex()),
              note + u""_s, edit.now(), edit.now(), edit.entry(), edit.coder())
        .run();
    return version;
}

} // namespace seamfinder
