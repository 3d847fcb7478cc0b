#include "core/protocol/SpokenLabels.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMutex>

#include <map>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView folder(":/spoken");

QString pathFor(const QString &language)
{
    return u"%1/%2.json"_s.arg(folder, language);
}

/// The most special file there is: for "pt-BR" that of "pt-br", else that of "pt"; nothing if there is none.
QString nearestPath(QString language)
{
    language = language.toLower().replace(u'_', u'-');
    while (!language.isEmpty() && !QFile::exists(pathFor(language)))
        language.truncate(qMax(qsizetype(0), language.lastIndexOf(u'-')));
    return language.isEmpty() ? QString() : pathFor(language);
}

SpokenLabels::Label labelFrom(const QJsonValue &json)
{
    return {json["en"_L1].toString(), json["say"_L1].toString()};
}

SpokenLabels::Labels labelsFrom(const QJsonObject &lists)
{
    SpokenLabels::Labels result;
    for (auto list = lists.begin(); list != lists.end(); ++list) {
        const QJsonObject labels = list.value().toObject();
        for (auto label = labels.begin(); label != labels.end(); ++label)
            result[list.key()].insert(label.key(), labelFrom(label.value()));
    }
    return result;
}

ReadBackWords readBackFrom(const QJsonObject &sentence)
{
    ReadBackWords::Spoken spoken;
    for (auto word = sentence.begin(); word != sentence.end(); ++word)
        spoken.insert(word.key(), word.value()["say"_L1].toString());
    return ReadBackWords(std::move(spoken));
}

const SpokenLabels::Label *find(const SpokenLabels::Labels &labels, const QString &list, const QString &key)
{
    const auto inList = labels.constFind(list);
    if (inList == labels.cend())
        return nullptr;
    const auto found = inList->constFind(key);
    return found == inList->cend() || found->spoken.isEmpty() ? nullptr : &*found;
}

} // namespace

const SpokenLabels &SpokenLabels::in(const QString &language)
{
    static QMutex mutex;
    static std::map<QString, SpokenLabels> known;
    const QMutexLocker lock(&mutex);
    const auto found = known.find(language);
    return found != known.end() ? found->second
                                : known.emplace(language, read(nearestPath(language))).first->second;
}

QStringList SpokenLabels::languages()
{
    QStringList names = QDir(folder).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(5);
    return names;
}

SpokenLabels SpokenLabels::read(const QString &path)
{
    SpokenLabels labels;
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return labels;
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    labels.m_terms = labelsFrom(root["terms"_L1].toObject());
    labels.m_options = labelsFrom(root["options"_L1].toObject());
    labels.m_readBack = readBackFrom(root["read_back"_L1].toObject());
    labels.m_acknowledge = labelFrom(root["acknowledge"_L1]);
    return labels;
}

QString SpokenLabels::term(const QString &facet, const QString &key, const QString &label) const
{
    const Label *found = find(m_terms, facet, key);
    return found && found->original == label ? found->spoken : label;
}

QString SpokenLabels::option(const Field &field, const QString &key) const
{
    const Label *found = find(m_options, entityKey(field.entity) + u'.' + field.key, key);
    return found ? found->spoken : choiceLabel(field, key);
}

QString SpokenLabels::acknowledge(const QString &label) const
{
    return m_acknowledge.spoken.isEmpty() ? label : m_acknowledge.spoken;
}

} // namespace seamfinder
