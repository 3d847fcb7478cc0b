#include "core/domain/Id.h"
#include "core/protocol/ProtocolJson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

/// Puts only what differs from the default.
class Writer
{
public:
    explicit Writer(const Protocol &protocol)
        : m_protocol(protocol)
    {
    }

    [[nodiscard]] QJsonObject write() const
    {
        QJsonObject root{{"format"_L1, QString(protocolFormat)}};
        put(root, "id"_L1, id<ProtocolTag>(m_protocol.id));
        put(root, "versionId"_L1, id<ProtocolVersionTag>(m_protocol.versionId));
        put(root, "key"_L1, m_protocol.key);
        put(root, "version"_L1, m_protocol.version);
        put(root, "languages"_L1, QJsonArray::fromStringList(m_protocol.languages));
        put(root, "title"_L1, m_protocol.title);
        put(root, "description"_L1, m_protocol.description);
        put(root, "reserveMinutes"_L1, m_protocol.reserveMinutes);
        QJsonArray sections;
        for (const Section &section : m_protocol.sections) {
            QJsonObject object;
            put(object, "key"_L1, section.key);
            put(object, "title"_L1, section.title);
            put(object, "minutes"_L1, section.minutes);
            put(object, "interviewerOnly"_L1, section.interviewerOnly);
            put(object, "relevance"_L1, section.relevance);
            put(object, "questions"_L1, questions(section.questions));
            sections.append(object);
        }
        root.insert("sections"_L1, sections);
        return root;
    }

private:
    template <class Tag>
    static QJsonValue id(qint64 value)
    {
        if (value == 0)
            return QJsonValue::Undefined;
        return value < (qint64(1) << 22) ? QJsonValue(value) : QJsonValue(toText(Id<Tag>{value}));
    }

    static void put(QJsonObject &object, QLatin1StringView key, const QJsonValue &value)
    {
        if (!value.isUndefined())
            object.insert(key, value);
    }
    static void put(QJsonObject &object, QLatin1StringView key, const QString &value)
    {
        if (!value.isEmpty())
            object.insert(key, value);
    }
    static void put(QJsonObject &object, QLatin1StringView key, int value)
    {
        if (value != 0)
            object.insert(key, value);
    }
    static void put(QJsonObject &object, QLatin1StringView key, bool value)
    {
        if (value)
            object.insert(key, value);
    }
    static void put(QJsonObject &object, QLatin1StringView key, const Expression &value)
    {
        put(object, key, value.source());
    }
    static void put(QJsonObject &object, QLatin1StringView key, const QJsonArray &value)
    {
        if (!value.isEmpty())
            object.insert(key, value);
    }
    static void put(QJsonObject &object, QLatin1StringView key, const QJsonObject &value)
    {
        if (!value.isEmpty())
            object.insert(key, value);
    }
    void put(QJsonObject &object, QLatin1StringView key, const TranslatableText &value) const
    {
        if (!value.isEmpty())
            object.insert(key, text(value));
    }

    [[nodiscard]] QJsonValue text(const TranslatableText &value) const
    {
        const QMap<QString, QString> &texts = value.byLanguage;
        if (texts.size() == 1 && texts.firstKey() == m_protocol.language() && !texts.first().isEmpty())
            return texts.first();
        QJsonObject object;
        for (auto entry = texts.cbegin(); entry != texts.cend(); ++entry)
            object.insert(entry.key(), *entry);
        return object;
    }

    [[nodiscard]] QJsonArray choices(const QVector<AnswerChoice> &choices) const
    {
        QJsonArray array;
        for (const AnswerChoice &choice : choices) {
            QJsonObject object{{"key"_L1, choice.key}};
            put(object, "label"_L1, choice.label);
            array.append(object);
        }
        return array;
    }

    [[nodiscard]] QJsonObject source(const ChoiceSource &source) const
    {
        QJsonObject object;
        switch (source.kind) {
        case ChoiceSource::Kind::None:
            break;
        case ChoiceSource::Kind::Fixed:
            object.insert("fixed"_L1, choices(source.fixed));
            break;
        case ChoiceSource::Kind::Facet:
            object.insert("facet"_L1, source.from);
            break;
        case ChoiceSource::Kind::Question:
            object.insert("question"_L1, source.from);
            break;
        case ChoiceSource::Kind::Rows:
            object.insert("rows"_L1, source.from);
            break;
        }
        put(object, "filter"_L1, source.filter);
        return object;
    }

    [[nodiscard]] QJsonObject rule(const RepeatRule &rule) const
    {
        QJsonObject object;
        put(object, "minimum"_L1, rule.minimum);
        put(object, "maximum"_L1, rule.maximum);
        put(object, "count"_L1, rule.count);
        if (rule.creates)
            object.insert("creates"_L1, QString(entityKey(*rule.creates)));
        QJsonObject presets;
        for (auto entry = rule.presets.cbegin(); entry != rule.presets.cend(); ++entry)
            presets.insert(entry.key(), entry->source());
        put(object, "presets"_L1, presets);
        put(object, "over"_L1, source(rule.over));
        put(object, "first"_L1, rule.first);
        return object;
    }

    [[nodiscard]] QJsonArray questions(const QVector<Question> &questions) const
    {
        QJsonArray array;
        for (const Question &question : questions)
            array.append(this->question(question));
        return array;
    }

    [[nodiscard]] QJsonObject question(const Question &question) const
    {
        QJsonObject object{{"name"_L1, question.name}, {"type"_L1, QString(keyOf(question.type))}};
        put(object, "label"_L1, question.label);
        put(object, "hint"_L1, question.hint);
        put(object, "reword"_L1, question.reword);
        put(object, "guidance"_L1, question.guidance);
        put(object, "body"_L1, question.body);
        QJsonObject byTerm;
        for (auto entry = question.labelByTerm.cbegin(); entry != question.labelByTerm.cend(); ++entry)
            byTerm.insert(entry.key(), text(*entry));
        put(object, "labelByTerm"_L1, byTerm);
        put(object, "probes"_L1, choices(question.probes));
        put(object, "choices"_L1, source(question.choices));
        put(object, "minimum"_L1, question.minimum);
        put(object, "maximum"_L1, question.maximum);
        put(object, "lowLabel"_L1, question.lowLabel);
        put(object, "highLabel"_L1, question.highLabel);
        put(object, "required"_L1, question.required);
        put(object, "interviewerOnly"_L1, question.interviewerOnly);
        if (question.priority != Priority::Core)
            object.insert("priority"_L1, QString(keyOf(question.priority)));
        if (question.when != AnswerWhen::Live)
            object.insert("when"_L1, QString(keyOf(question.when)));
        put(object, "binding"_L1, question.binding);
        put(object, "mark"_L1, QString(keyOf(question.mark)));
        put(object, "relevance"_L1, question.relevance);
        put(object, "constraint"_L1, question.constraint);
        put(object, "constraintMessage"_L1, question.constraintMessage);
        put(object, "calculation"_L1, question.calculation);
        put(object, "default"_L1, question.defaultValue);
        put(object, "repeat"_L1, rule(question.repeat));
        put(object, "questions"_L1, questions(question.children));
        return object;
    }

    const Protocol &m_protocol;
};

} // namespace

QByteArray writeProtocolJson(const Protocol &protocol)
{
    return QJsonDocument(Writer(protocol).write()).toJson(QJsonDocument::Indented);
}

} // namespace seamfinder
