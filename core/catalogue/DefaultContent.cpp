#include "core/catalogue/Connection.h"
#include "core/catalogue/EditCodebook.h"
#include "core/catalogue/Query.h"
#include "core/domain/Error.h"
#include "core/protocol/BuiltInProtocols.h"

#include <QCryptographicHash>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

/// What a new study starts with: the default codebook and the built-in protocols of the resources.
namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
QByteArray resource(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(ErrorCode::Internal, u"a resource is missing from the program"_s, path);
    return file.readAll();
}

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue entry : value.toArray())
        list << entry.toString();
    return list;
}

// Terms refer to each other by key; ids are known before the first is inserted.
class CodebookReader
{
public:
    explicit CodebookReader(const QJsonObject &codebook)
    {
        for (const QJsonValue facet : codebook["facets"_L1].toArray()) {
            for (const QJsonValue term : facet["terms"_L1].toArray())
                m_ids.insert(facet["key"_L1].toString() + u'/' + term["key"_L1].toString(),
                             TermId{term["id"_L1].toInteger()});
        }
    }

    [[nodiscard]] TermId id(const QString &facet, const QString &key) const
    {
        return key.isEmpty() ? TermId{} : m_ids.value(facet + u'/' + key);
    }

    [[nodiscard]] QVector<TermId> roles(const QJsonValue &keys) const
    {
        QVector<TermId> ids;
        for (const QString &key : strings(keys))
            ids.append(id(u"role"_s, key));
        return ids;
    }

    [[nodiscard]] Term term(const QString &facet, const QJsonObject &json) const
    {
        return {
            .id = TermId{json["id"_L1].toInteger()},
            .facet = facet,
            .key = json["key"_L1].toString(),
            .label = json["label"_L1].toString(),
            .alias = strings(json["alias"_L1]).join(u"; "_s),
            .definition = json["definition"_L1].toString(),
            .useWhen = json["use_when"_L1].toString(),
            .useNot = json["use_not"_L1].toString(),
            .example = json["example"_L1].toString(),
            .colour = json["colour"_L1].toString(),
            .parent = id(facet, json["parent"_L1].toString()),
            .about = id(u"element"_s, json["element"_L1].toString()),
            .groupRole = id(u"role"_s, json["group"_L1].toString()),
            .workflow = id(u"workflow"_s, json["workflow"_L1].toString()),
            .special = json["special"_L1].toBool(),
            .asksText = json["asks_text"_L1].toBool(),
        };
    }

private:
    QHash<QString, TermId> m_ids;
};
} // namespace

void addDefaultCodebook(Edit &edit)
{
    const QJsonObject codebook = QJsonDocument::fromJson(resource(u":/codebook/default.json"_s)).object();
    const CodebookReader reader(codebook);
    // Terms refer to terms that come later.
    edit.db().execute(u"PRAGMA defer_foreign_keys=ON"_s);
    for (const QJsonValue facet : codebook["facets"_L1].toArray()) {
        for (const QJsonValue json : facet["terms"_L1].toArray())
            createTerm(edit, reader.term(facet["key"_L1].toString(), json.toObject()));
    }
    for (const QJsonValue facet : codebook["facets"_L1].toArray()) {
        for (const QJsonValue json : facet["terms"_L1].toArray()) {
            const QVector<TermId> provides = reader.roles(json["provides"_L1]);
            const QVector<TermId> needs = reader.roles(json["needs"_L1]);
            if (!provides.isEmpty() || !needs.isEmpty())
                setExpectedFlow(edit, TermId{json["id"_L1].toInteger()}, provides, needs);
        }
    }
}

ProtocolVersionId addProtocol(Edit &edit, const QByteArray &content)
{
    const Protocol protocol = readProtocolJson(content).protocol;
    const ProtocolId id = protocol.id ? ProtocolId{protocol.id} : edit.newId<ProtocolId>();
    const ProtocolVersionId version =
        protocol.versionId ? ProtocolVersionId{protocol.versionId} : edit.newId<ProtocolVersionId>();
    edit.db()
        .query(
            u"INSERT INTO protocol(id, key, title, created, revision, changed_by) VALUES (?, ?, ?, ?, ?, ?)"_s)
        .bind(id, protocol.key, protocol.title.in(protocol.language(), protocol.language()), edit.now(),
              edit.entry(), edit.coder())
        .run();
    edit.db()
        .query(u"INSERT INTO protocol_version(id, protocol, number, content, hash, published, created, "
               u"revision, changed_by) "
               "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s)
        .bind(version, id, std::max(1, protocol.version.toInt()), QString::fromUtf8(content),
              QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex()),
              edit.now(), edit.now(), edit.entry(), edit.coder())
        .run();
    return version;
}

void addBuiltInProtocols(Edit &edit)
{
    for (const BuiltInProtocol &builtIn : builtInProtocols())
        addProtocol(edit, resource(builtIn.path));
}

} // namespace seamfinder
