#include "app/commands/Command.h"
#include "core/catalogue/ReadStudy.h"
#include "core/catalogue/Study.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
void declare(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"study"_s, u"The study's file."_s);
    parser.addOption({u"json"_s, u"As JSON."_s});
}

struct Fact
{
    QString key;
    QString label;
    int count;
};

QVector<Fact> facts(const StudyInfo &info)
{
    return {{u"participants"_s, u"Participants"_s, info.participants},
            {u"systems"_s, u"Systems"_s, info.systems},
            {u"interviews"_s, u"Interviews"_s, info.interviews},
            {u"examples"_s, u"Mismatch examples"_s, info.examples},
            {u"gaps"_s, u"Information gaps"_s, info.gaps},
            {u"needs"_s, u"  of these without an example"_s, info.needs},
            {u"practices"_s, u"Practices"_s, info.practices},
            {u"terms"_s, u"Codebook terms"_s, info.terms},
            {u"schema_version"_s, u"Schema version"_s, info.schemaVersion}};
}

QByteArray asJson(const StudyInfo &info, const QVector<ProtocolVersion> &versions)
{
    QJsonObject json{{u"title"_s, info.title}};
    for (const Fact &fact : facts(info))
        json.insert(fact.key, fact.count);
    QJsonArray protocols;
    for (const ProtocolVersion &version : versions)
        protocols.append(QJsonObject{
            {u"key"_s, version.key}, {u"title"_s, version.title}, {u"version"_s, version.number}});
    json.insert(u"protocols"_s, protocols);
    return QJsonDocument(json).toJson();
}

QByteArray asText(const StudyInfo &info, const QVector<ProtocolVersion> &versions)
{
    QString text = info.title + u'\n';
    for (const Fact &fact : facts(info))
        text += u"%1 %2\n"_s.arg(fact.label + u':', -30).arg(fact.count);
    for (const ProtocolVersion &version : versions)
        text += u"Protocol: %1, version %2 (%3)\n"_s.arg(version.title).arg(version.number).arg(version.key);
    return text.toUtf8();
}

int run(const QCommandLineParser &parser)
{
    const auto study = Study::open(argument(parser, 0, u"the study's file name"_s), Study::Mode::Read);
    Connection db = study->openReader();
    const StudyInfo info = readStudyInfo(db);
    const QVector<ProtocolVersion> versions = readProtocolVersions(db);
    print(parser.isSet(u"json"_s) ? asJson(info, versions) : asText(info, versions));
    return Done;
}
} // namespace

const Command infoCommand{"info", "counts, schema version, protocol versions", false, &declare, &run};

} // namespace seamfinder
