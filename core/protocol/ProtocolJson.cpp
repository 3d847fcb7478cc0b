#include "core/protocol/ProtocolJson.h"

#include "core/domain/Id.h"
#include "core/protocol/ProtocolCheck.h"
#include "core/protocol/ProtocolIndex.h"

#include <initializer_list>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 16; ///< groups and repeats within each other

QString tr(const char *text)
{
    return QCoreApplication::translate("ProtocolJson", text);
}

/// Reads on after a problem, so that all are found in one go.
class Reader
{
public:
    explicit Reader(QString file)
        : m_file(std::move(file))
    {
    }

    LoadedProtocol read(const QByteArray &json)
    {
        QJsonParseError error{};
        const QJsonDocument document = QJsonDocument::fromJson(json, &error);
        if (error.error != QJsonParseError::NoError) {
            const auto line = json.first(qBound(0, error.offset, int(json.size()))).count('\n') + 1;
            problem(tr("The file is not well-formed JSON: %1 (line %2).").arg(error.errorString()).arg(line),
                    tr("Mend the JSON at that line."));
        } else if (!document.isObject()) {
            problem(tr("The file does not hold a protocol."), tr("A protocol is one JSON object."));
        } else if (document.object().value("format"_L1).toString() != protocolFormat) {
            problem(tr("The file does not say that it is a protocol of a format known here."),
                    tr("Give it \"format\": \"%1\".").arg(protocolFormat));
        } else {
            readProtocol(document.object());
        }
        return {std::move(m_protocol), std::move(m_problems)};
    }

private:
    void problem(const QString &what, const QString &mend)
    {
        m_problems.append({m_file, m_section, m_question, what, mend});
    }

    void knowsOnly(const QJsonObject &object, std::initializer_list<QLatin1StringView> known)
    {
        for (auto entry = object.begin(); entry != object.end(); ++entry) {
            const QString key = entry.key();
            if (std::find(known.begin(), known.end(), key) == known.end())
                problem(tr("“%1” is not known here.").arg(key), tr("Correct its spelling or remove it."));
        }
    }

    void wrongType(QLatin1StringView key, const QString &wanted)
    {
        problem(tr("“%1” is not %2.").arg(key, wanted), tr("Write %1 there.").arg(wanted));
    }

    QString string(const QJsonObject &object, QLatin1StringView key)
    {
        const QJsonValue value = object.value(key);
        if (!value.isUndefined() && !value.isString())
            wrongType(key, tr("a text"));
        return value.toString();
    }

    bool flag(const QJsonObject &object, QLatin1StringView key)
    {
        const QJsonValue value = object.value(key);
        if (!value.isUndefined() && !value.isBool())
            wrongType(key, tr("true or false"));
        return value.toBool();
    }

    int number(const QJsonObject &object, QLatin1StringView key)
    {
        const QJsonValue value = object.value(key);
        const double given = value.toDouble(0);
        if (!value.isUndefined() &&
            (!value.isDouble() || given < 0 || given > 10'000 || given != double(int(given)))) {
            wrongType(key, tr("a whole number from 0 to 10000"));
            return 0;
        }
        return int(given);
    }

    /// A number for the fixed ids of resources, else the text form: JSON readers round big numbers.
    template <class Tag>
    qint64 id(const QJsonObject &object, QLatin1StringView key)
    {
        const QJsonValue value = object.value(key);
        if (value.isUndefined())
            return 0;
        if (value.isString()) {
            if (const auto found = fromText<Tag>(value.toString()))
                return found->value;
        } else if (value.isDouble() && value.toInteger() > 0 && value.toInteger() < fixedIds) {
            return value.toInteger();
        }
        wrongType(key, tr("an id"));
        return 0;
    }

    TranslatableText text(const QJsonValue &value, QLatin1StringView key)
    {
        TranslatableText result;
        if (value.isString() && !value.toString().isEmpty()) {
            result.byLanguage.insert(m_protocol.language(), value.toString());
        } else if (value.isObject()) {
            const QJsonObject object = value.toObject();
            for (auto entry = object.begin(); entry != object.end(); ++entry) {
                if (!entry->isString())
                    wrongType(key, tr("a text in each language"));
                else
                    result.byLanguage.insert(entry.key(), entry->toString());
            }
        } else if (!value.isUndefined() && !value.isString()) {
            wrongType(key, tr("a text, or an object of texts by language"));
        }
        return result;
    }

    TranslatableText text(const QJsonObject &object, QLatin1StringView key)
    {
        return text(object.value(key), key);
    }

    Expression expression(const QJsonObject &object, QLatin1StringView key)
    {
        return Expression(string(object, key));
    }

    QJsonObject object(const QJsonObject &parent, QLatin1StringView key)
    {
        const QJsonValue value = parent.value(key);
        if (!value.isUndefined() && !value.isObject())
            wrongType(key, tr("an object {…}"));
        return value.toObject();
    }

    /// The objects of an array.
    QVector<QJsonObject> objects(const QJsonObject &parent, QLatin1StringView key)
    {
        const QJsonValue value = parent.value(key);
        QVector<QJsonObject> result;
        bool ok = value.isUndefined() || value.isArray();
        for (const QJsonValue entry : value.toArray()) {
            if (entry.isObject())
                result.append(entry.toObject());
            else
                ok = false;
        }
        if (!ok)
            wrongType(key, tr("a list of objects"));
        return result;
    }

    template <class Enum>
    Enum named(const QJsonObject &object, QLatin1StringView key, std::optional<Enum> (*find)(QStringView),
               Enum other)
    {
        if (!object.contains(key))
            return other;
        const QString name = string(object, key);
        if (const auto found = find(name))
            return *found;
        problem(tr("There is no %1 “%2”.").arg(key, name), tr("Use one that the format names."));
        return other;
    }

    QVector<AnswerChoice> answerChoices(const QJsonObject &parent, QLatin1StringView key)
    {
        QVector<AnswerChoice> result;
        for (const QJsonObject &entry : objects(parent, key)) {
            knowsOnly(entry, {"key"_L1, "label"_L1});
            result.append({string(entry, "key"_L1), text(entry, "label"_L1)});
        }
        return result;
    }

    ChoiceSource choiceSource(const QJsonObject &parent, QLatin1StringView key)
    {
        const QJsonObject source = object(parent, key);
        ChoiceSource result;
        if (source.isEmpty())
            return result;
        knowsOnly(source, {"fixed"_L1, "facet"_L1, "question"_L1, "rows"_L1, "filter"_L1});
        result.filter = expression(source, "filter"_L1);
        int kinds = 0;
        const auto take = [&](QLatin1StringView name, ChoiceSource::Kind kind) {
            if (!source.contains(name))
                return;
            ++kinds;
            result.kind = kind;
            if (kind == ChoiceSource::Kind::Fixed)
                result.fixed = answerChoices(source, name);
            else
                result.from = string(source, name);
        };
        take("fixed"_L1, ChoiceSource::Kind::Fixed);
        take("facet"_L1, ChoiceSource::Kind::Facet);
        take("question"_L1, ChoiceSource::Kind::Question);
        take("rows"_L1, ChoiceSource::Kind::Rows);
        if (kinds > 1)
            problem(tr("“%1” names more than one source of choices.").arg(key),
                    tr("Leave only one of them."));
        return result;
    }

    RepeatRule repeatRule(const QJsonObject &parent)
    {
        const QJsonObject rule = object(parent, "repeat"_L1);
        knowsOnly(rule, {"minimum"_L1, "maximum"_L1, "count"_L1, "creates"_L1, "presets"_L1, "over"_L1,
                         "first"_L1});
        RepeatRule result;
        result.minimum = number(rule, "minimum"_L1);
        result.maximum = number(rule, "maximum"_L1);
        result.count = expression(rule, "count"_L1);
        result.over = choiceSource(rule, "over"_L1);
        result.first = expression(rule, "first"_L1);
        if (const QString creates = string(rule, "creates"_L1); !creates.isEmpty()) {
            result.creates = entityFromKey(creates);
            if (!result.creates)
                problem(tr("A repeat cannot create “%1”.").arg(creates),
                        tr("It creates \"example\", \"gap\" or \"practice\"."));
        }
        const QJsonObject presets = object(rule, "presets"_L1);
        for (auto entry = presets.begin(); entry != presets.end(); ++entry) {
            if (!entry->isString())
                wrongType("presets"_L1, tr("an object of expressions by field"));
            result.presets.insert(entry.key(), Expression(entry->toString()));
        }
        return result;
    }

    Question question(const QJsonObject &object, int depth)
    {
        Question result;
        m_question = string(object, "name"_L1);
        result.name = m_question;
        knowsOnly(object, {"name"_L1,       "type"_L1,        "label"_L1,          "hint"_L1,
                           "reword"_L1,     "guidance"_L1,    "body"_L1,           "labelByTerm"_L1,
                           "probes"_L1,     "choices"_L1,     "minimum"_L1,        "maximum"_L1,
                           "lowLabel"_L1,   "highLabel"_L1,   "required"_L1,       "priority"_L1,
                           "when"_L1,       "binding"_L1,     "mark"_L1,           "relevance"_L1,
                           "constraint"_L1, "calculation"_L1, "default"_L1,        "constraintMessage"_L1,
                           "repeat"_L1,     "questions"_L1,   "interviewerOnly"_L1});
        if (!object.contains("type"_L1))
            problem(tr("The question has no type."), tr("Give it a \"type\"."));
        result.type = named(object, "type"_L1, &questionTypeFromKey, QuestionType::Text);
        result.label = text(object, "label"_L1);
        result.hint = text(object, "hint"_L1);
        result.reword = text(object, "reword"_L1);
        result.guidance = text(object, "guidance"_L1);
        result.body = text(object, "body"_L1);
        const QJsonObject byTerm = this->object(object, "labelByTerm"_L1);
        for (auto entry = byTerm.begin(); entry != byTerm.end(); ++entry)
            result.labelByTerm.insert(entry.key(), text(*entry, "labelByTerm"_L1));
        result.probes = answerChoices(object, "probes"_L1);
        result.choices = choiceSource(object, "choices"_L1);
        result.minimum = number(object, "minimum"_L1);
        result.maximum = number(object, "maximum"_L1);
        result.lowLabel = text(object, "lowLabel"_L1);
        result.highLabel = text(object, "highLabel"_L1);
        result.required = flag(object, "required"_L1);
        result.interviewerOnly = flag(object, "interviewerOnly"_L1);
        result.priority = named(object, "priority"_L1, &priorityFromKey, Priority::Core);
        result.when = named(object, "when"_L1, &answerWhenFromKey, AnswerWhen::Live);
        result.binding = string(object, "binding"_L1);
        result.mark = named(object, "mark"_L1, &codingMarkFromKey, CodingMark::None);
        result.relevance = expression(object, "relevance"_L1);
        result.constraint = expression(object, "constraint"_L1);
        result.constraintMessage = text(object, "constraintMessage"_L1);
        result.calculation = expression(object, "calculation"_L1);
        result.defaultValue = expression(object, "default"_L1);
        result.repeat = repeatRule(object);
        result.children = questions(object, depth + 1);
        return result;
    }

    QVector<Question> questions(const QJsonObject &parent, int depth)
    {
        QVector<Question> result;
        const QVector<QJsonObject> children = objects(parent, "questions"_L1);
        if (depth > deepest && !children.isEmpty()) {
            problem(tr("Questions are nested too deeply."), tr("Take them out of some of the groups."));
            return result;
        }
        const QString around = m_question;
        for (const QJsonObject &child : children)
            result.append(question(child, depth));
        m_question = around;
        return result;
    }

    void readProtocol(const QJsonObject &root)
    {
        knowsOnly(root, {"format"_L1, "id"_L1, "versionId"_L1, "key"_L1, "version"_L1, "languages"_L1,
                         "title"_L1, "description"_L1, "reserveMinutes"_L1, "sections"_L1});
        for (const QJsonValue language : root.value("languages"_L1).toArray()) {
            if (language.isString() && !language.toString().isEmpty())
                m_protocol.languages.append(language.toString());
            else
                wrongType("languages"_L1, tr("a list of language codes"));
        }
        m_protocol.id = id<ProtocolTag>(root, "id"_L1);
        m_protocol.versionId = id<ProtocolVersionTag>(root, "versionId"_L1);
        m_protocol.key = string(root, "key"_L1);
        m_protocol.version = string(root, "version"_L1);
        m_protocol.title = text(root, "title"_L1);
        m_protocol.description = text(root, "description"_L1);
        m_protocol.reserveMinutes = number(root, "reserveMinutes"_L1);
        for (const QJsonObject &object : objects(root, "sections"_L1)) {
            m_section = string(object, "key"_L1);
            knowsOnly(object, {"key"_L1, "title"_L1, "minutes"_L1, "interviewerOnly"_L1, "relevance"_L1,
                               "questions"_L1});
            Section section;
            section.key = m_section;
            section.title = text(object, "title"_L1);
            section.minutes = number(object, "minutes"_L1);
            section.interviewerOnly = flag(object, "interviewerOnly"_L1);
            section.relevance = expression(object, "relevance"_L1);
            section.questions = questions(object, 0);
            m_protocol.sections.append(std::move(section));
        }
        m_section.clear();
    }

    static constexpr qint64 fixedIds = qint64(1) << 22;
    QString m_file, m_section, m_question;
    Protocol m_protocol;
    QVector<ProtocolProblem> m_problems;
};

} // namespace

LoadedProtocol readProtocolJson(const QByteArray &json, const QString &file)
{
    return Reader(file).read(json);
}

LoadedProtocol loadProtocol(const QByteArray &json, const CodebookKeys &codebook, const QString &file)
{
    LoadedProtocol loaded = readProtocolJson(json, file);
    // Of a file that is no protocol at all there is no more to say.
    if (!loaded.protocol.sections.isEmpty() || loaded.problems.isEmpty())
        loaded.problems += checkProtocol(loaded.protocol, codebook, file);
    return loaded;
}

} // namespace seamfinder
