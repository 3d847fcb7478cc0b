#include "core/protocol/SpokenLabels.h"

#include "core/domain/Facet.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMutex>
#include <QRegularExpression>

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
    return {json["en"_L1].toString(), json["say"_L1].toString(), json["alias"_L1].toString()};
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

SpokenLabels::Labels phrasesFrom(const QJsonObject &root)
{
    SpokenLabels::Labels result = labelsFrom(
        {{u"missing"_s, root["missing"_L1]}, {u"facets"_s, root["facets"_L1]}, {u"open"_s, root["open"_L1]}});
    for (const QJsonValue phrase : root["phrases"_L1].toArray()) {
        const SpokenLabels::Label label = labelFrom(phrase);
        result[u"phrases"_s].insert(label.original, label);
    }
    return result;
}

/// Many rules of a language want the same of the next word, that it sounds like a vowel: "~".
WordJoints jointsFrom(const QJsonObject &root)
{
    WordJoints joints;
    const QString vowelSound = root["vowel_sound"_L1].toString();
    for (const QJsonValue rule : root["joints"_L1].toArray()) {
        const QString after = rule["after"_L1].toString();
        joints.add(rule["before"_L1].toString(), after == u'~' ? vowelSound : after,
                   rule["instead"_L1].toString());
    }
    return joints;
}

/// The words of labels, in small letters: none of them is a name. "ML" is none of a sentence.
QStringList wordsOf(const SpokenLabels::Labels &labels)
{
    static const QRegularExpression word(u"\\p{L}(?:\\p{Ll}|-)+(?![\\p{L}\\d])"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    QStringList result;
    for (const auto &list : labels) {
        for (const SpokenLabels::Label &label : list) {
            for (const QRegularExpressionMatch &match : word.globalMatch(label.spoken))
                result.append(match.captured().toLower());
        }
    }
    return result;
}

/// How a role is called inside a sentence where its label alone would lack an article: by the label.
ReadBackWords::Spoken namesWithin(const QJsonObject &roles)
{
    ReadBackWords::Spoken names;
    for (const QJsonValue role : roles) {
        if (const QString within = role["within"_L1].toString(); !within.isEmpty())
            names.insert(role["say"_L1].toString(), within);
    }
    return names;
}

ReadBackWords readBackFrom(const QJsonObject &root, const SpokenLabels::Labels &terms)
{
    ReadBackWords::Spoken spoken;
    const QJsonObject sentence = root["read_back"_L1].toObject();
    for (auto word = sentence.begin(); word != sentence.end(); ++word)
        spoken.insert(word.key(), word.value()["say"_L1].toString());
    ReadBackWords words(std::move(spoken), jointsFrom(root), wordsOf(terms));
    words.setNames(namesWithin(root["terms"_L1]["role"_L1].toObject()));
    return words;
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
    labels.m_phrases = phrasesFrom(root);
    labels.m_readBack = readBackFrom(root, labels.m_terms);
    labels.m_acknowledge = labelFrom(root["acknowledge"_L1]);
    return labels;
}

QString SpokenLabels::term(const QString &facet, const QString &key, const QString &label) const
{
    const Label *found = find(m_terms, facet, key);
    return found && found->original == label ? found->spoken : label;
}

QString SpokenLabels::otherNames(const QString &facet, const QString &key, const QString &label,
                                 const QString &alias) const
{
    const QString said = term(facet, key, label);
    QStringList names{label, alias};
    if (const Label *found = find(m_terms, facet, key); found && found->original == label)
        names.append(found->alias); // else the team's own word stands there
    names.removeAll(said);
    names.removeAll(QString());
    return names.join(u"; "_s);
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

QString SpokenLabels::phrase(SpokenPhrase phrase) const
{
    const QString english = QString::fromUtf8(phrase.english().data(), qsizetype(phrase.english().size()));
    const Label *found = find(m_phrases, u"phrases"_s, english);
    return found ? found->spoken : english;
}

QString SpokenLabels::blank(const Field &field) const
{
    const Label *found = find(m_phrases, u"phrases"_s, QString::fromLatin1(field.label));
    return found ? found->spoken : label(field);
}

QString SpokenLabels::missing(MissingCode code) const
{
    const Label *found = find(m_phrases, u"missing"_s, QString(info(code).key));
    return found ? found->spoken : QString::fromUtf8(info(code).label);
}

QString SpokenLabels::facet(const QString &key) const
{
    const Label *found = find(m_phrases, u"facets"_s, key);
    return found ? found->spoken : facetLabel(key);
}

QString SpokenLabels::open(OpenFields fields) const
{
    QStringList names;
    for (const OpenField field : openFields()) {
        if (!isOpen(fields, field))
            continue;
        const Label *found = find(m_phrases, u"open"_s, QString(openFieldKey(field)));
        names.append(found ? found->spoken : label(field));
    }
    return names.isEmpty() ? QString() : phrase("open: %1").arg(names.join(u", "_s));
}

} // namespace seamfinder
