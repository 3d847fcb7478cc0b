#include "core/exchange/QuestionNames.h"
#include "core/exchange/SurveyJsReader.h"
#include "core/exchange/SurveyJsTables.h"

#include <array>
#include <QJsonArray>
#include <QRegularExpression>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int deepest = 64; ///< objects and lists within each other

constexpr std::array lists{"pages"_L1, "elements"_L1, "questions"_L1, "templateElements"_L1};
/// What people read.
constexpr std::array texts{"title"_L1,     "description"_L1,        "text"_L1,
                           "html"_L1,      "minRateDescription"_L1, "maxRateDescription"_L1,
                           "labelTrue"_L1, "labelFalse"_L1};
} // namespace

SurveySource::SurveySource(const QJsonObject &survey)
    : root(withoutTables(survey))
{
    const QString given = root.value("locale"_L1).toString();
    languages.append(given.isEmpty() ? u"en"_s : given);
    findLanguages(root, 0);
    findNames(root, 0);
}

void SurveySource::error(const QString &path, const QString &what, const QString &mend)
{
    problems.append({ImportSeverity::Error, {{}, 0, {}, {}, path}, what, mend});
}

void SurveySource::warning(const QString &path, const QString &what, const QString &mend)
{
    problems.append({ImportSeverity::Warning, {{}, 0, {}, {}, path}, what, mend});
}

void SurveySource::findLanguages(const QJsonValue &value, int depth)
{
    if (depth > deepest)
        return;
    for (const QJsonValue each : value.toArray())
        findLanguages(each, depth + 1);
    const QJsonObject object = value.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const bool text = std::find(texts.begin(), texts.end(), entry.key()) != texts.end();
        if (!text || !entry->isObject()) {
            findLanguages(*entry, depth + 1);
            continue;
        }
        for (const QString &language : entry->toObject().keys()) {
            if (language != "default"_L1 && !languages.contains(language))
                languages.append(language);
        }
    }
}

void SurveySource::findNames(const QJsonObject &parent, int depth)
{
    for (const QLatin1StringView list : lists) {
        for (const QJsonValue each : parent.value(list).toArray()) {
            if (!each.isObject() || depth > deepest)
                continue;
            addName(each.toObject());
            findNames(each.toObject(), depth + 1);
        }
    }
}

void SurveySource::addName(const QJsonObject &element)
{
    const QString name = element.value("name"_L1).toString();
    if (name.isEmpty() || !element.contains("type"_L1))
        return;
    const QString near = isQuestionName(name)           ? name
                         : names.renamed.contains(name) ? names.renamed.value(name)
                                                        : nearestQuestionName(name, m_taken);
    m_taken.insert(near);
    if (near != name)
        names.renamed.insert(name, near);
    names.types.insert(near, surveyType(element).value_or(QuestionType::Text));
    if (element.value("type"_L1) == "boolean"_L1)
        names.booleans.insert(near);
    for (const QJsonValue choice : element.value("choices"_L1).toArray()) {
        const QJsonValue chosen = choice.isObject() ? choice["value"_L1] : choice;
        if (keyOfValue(chosen) != textOfValue(chosen))
            names.keys[near].insert(textOfValue(chosen), keyOfValue(chosen));
    }
}

TranslatableText SurveySource::text(const QJsonValue &value) const
{
    static const QRegularExpression quote(u"\\{([^{}]+)\\}"_s);
    TranslatableText result;
    const auto add = [&](const QString &language, const QString &words) {
        QString text;
        qsizetype from = 0;
        for (auto match = quote.globalMatch(words); match.hasNext();) {
            const QRegularExpressionMatch each = match.next();
            const QString given = each.captured(1).trimmed();
            const QString name = given.startsWith("panel."_L1) ? given.sliced(6) : given;
            const QString known = names.renamed.value(name, name);
            text += words.sliced(from, each.capturedStart() - from);
            text += names.types.contains(known) ? u"${"_s + known + u'}' : each.captured();
            from = each.capturedEnd();
        }
        text += words.sliced(from);
        if (!text.trimmed().isEmpty())
            result.byLanguage.insert(language, text.trimmed());
    };
    if (value.isString())
        add(languages[0], value.toString());
    const QJsonObject object = value.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        add(entry.key() == "default"_L1 ? languages[0] : entry.key(), entry->toString());
    return result;
}

QString textOfValue(const QJsonValue &value)
{
    return value.isDouble() ? Value::number(value.toDouble()).toText()
           : value.isBool() ? (value.toBool() ? u"true"_s : u"false"_s)
                            : value.toString();
}

QString keyOfValue(const QJsonValue &value)
{
    return textOfValue(value).simplified().replace(u' ', u'-');
}

} // namespace seamfinder
