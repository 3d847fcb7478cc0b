#include "core/domain/Id.h"
#include "core/exchange/ExpressionText.h"
#include "core/exchange/QuestionNames.h"
#include "core/exchange/XlsForm.h"
#include "core/exchange/XlsFormColumns.h"
#include "core/exchange/XlsFormExpression.h"
#include "core/exchange/XlsFormQuotes.h"
#include "core/exchange/XlsFormSheet.h"
#include "core/protocol/ProtocolIndex.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

class Writer
{
public:
    explicit Writer(const Protocol &protocol)
        : m_protocol(protocol)
        , m_survey(u"survey"_s, protocol.languages,
                   {u"type"_s, u"name"_s, u"label"_s, u"hint"_s, u"guidance_hint"_s, u"required"_s,
                    u"relevant"_s, u"constraint"_s, u"constraint_message"_s, u"default"_s, u"calculation"_s,
                    u"choice_filter"_s, u"repeat_count"_s, u"parameters"_s})
        , m_settings(u"settings"_s, protocol.languages, {u"form_title"_s, u"form_id"_s, u"version"_s})
        , m_lists(protocol.languages)
    {
        const ProtocolIndex index(protocol);
        for (const IndexedQuestion &each : index.questions()) {
            m_taken.insert(each.question->name);
            m_names.types.insert(each.question->name, each.question->type);
            QStringList repeats;
            for (const int repeat : each.repeats)
                repeats.append(index.questions()[repeat].question->name);
            m_names.repeats.insert(each.question->name, repeats);
        }
    }

    Workbook write()
    {
        for (const Section &section : m_protocol.sections)
            put(section);
        putSettings();
        return {{m_survey.sheet(), m_lists.sheet(), m_settings.sheet()}};
    }

private:
    void put(const QString &column, const TranslatableText &text)
    {
        m_survey.put(column, withFormQuotes(text));
    }

    void putSettings()
    {
        m_settings.addRow();
        const QString language = m_protocol.language();
        TranslatableText otherTitles = m_protocol.title;
        m_settings.put(u"form_title"_s, otherTitles.byLanguage.take(language));
        m_settings.put(u"form_id"_s, m_protocol.key);
        m_settings.put(u"version"_s, m_protocol.version);
        m_settings.put(u"default_language"_s, nameOfLanguage(language));
        m_settings.put(u"seamfinder_format"_s, QString(xlsFormFormat));
        m_settings.put(u"seamfinder_languages"_s, m_protocol.languages.join(u", "_s));
        m_settings.put(u"seamfinder_id"_s, id<ProtocolTag>(m_protocol.id));
        m_settings.put(u"seamfinder_version_id"_s, id<ProtocolVersionTag>(m_protocol.versionId));
        m_settings.put(u"seamfinder_title"_s, otherTitles);
        m_settings.put(u"seamfinder_description"_s, m_protocol.description);
        m_settings.put(u"seamfinder_reserve_minutes"_s, m_protocol.reserveMinutes);
    }

    /// A number for the fixed ids of resources, as in the program's own files (ProtocolJson.h).
    template <class Tag>
    static QString id(qint64 value)
    {
        constexpr qint64 fixedIds = qint64(1) << 22;
        return value == 0 ? QString() : value < fixedIds ? QString::number(value) : toText(Id<Tag>{value});
    }

    void put(const Section &section)
    {
        m_around.clear();
        m_survey.addRow();
        m_survey.put(u"type"_s, u"begin_group"_s);
        // Other programs look a ${name} up among groups too, so a section's name is nobody else's.
        const QString base = isQuestionName(section.key) ? section.key : u"section"_s;
        QString name = base;
        for (int i = 1; m_taken.contains(name); ++i)
            name = u"%1-section-%2"_s.arg(base).arg(i);
        m_taken.insert(name);
        m_survey.put(u"name"_s, name);
        if (name != section.key)
            m_survey.put(u"seamfinder_key"_s, section.key);
        put(u"label"_s, section.title);
        put(u"relevant"_s, section.relevance);
        m_survey.put(u"seamfinder_minutes"_s, section.minutes);
        m_survey.put(u"seamfinder_interviewer_only"_s, section.interviewerOnly ? u"yes"_s : QString());
        put(section.questions);
        m_survey.addRow();
        m_survey.put(u"type"_s, u"end_group"_s);
    }

    void put(const QVector<Question> &questions)
    {
        for (const Question &question : questions)
            put(question);
    }

    void put(const Question &question)
    {
        m_around = m_names.repeats.value(question.name);
        m_survey.addRow();
        m_survey.put(u"name"_s, question.name);
        putType(question);
        put(u"label"_s, question.label);
        put(u"hint"_s, question.hint);
        put(u"guidance_hint"_s, question.guidance);
        put(u"constraint_message"_s, question.constraintMessage);
        put(u"seamfinder_reword"_s, question.reword);
        put(u"seamfinder_body"_s, question.body);
        put(u"seamfinder_low_label"_s, question.lowLabel);
        put(u"seamfinder_high_label"_s, question.highLabel);
        putExpressions(question);
        m_survey.put(u"seamfinder_probes"_s, m_lists.list(question.name + u"-probes"_s, question.probes));
        QVector<AnswerChoice> byTerm;
        for (auto each = question.labelByTerm.cbegin(); each != question.labelByTerm.cend(); ++each)
            byTerm.append({each.key(), *each});
        m_survey.put(u"seamfinder_label_by_term"_s, m_lists.list(question.name + u"-labels"_s, byTerm));
        m_survey.put(u"seamfinder_interviewer_only"_s, question.interviewerOnly ? u"yes"_s : QString());
        if (question.priority != Priority::Core)
            m_survey.put(u"seamfinder_priority"_s, QString(keyOf(question.priority)));
        if (question.when != AnswerWhen::Live)
            m_survey.put(u"seamfinder_when"_s, QString(keyOf(question.when)));
        m_survey.put(u"seamfinder_binding"_s, question.binding);
        m_survey.put(u"seamfinder_mark"_s, QString(keyOf(question.mark)));
        if (question.type != QuestionType::Group && question.type != QuestionType::Repeat)
            return;
        put(question.children);
        m_survey.addRow();
        m_survey.put(u"type"_s, question.type == QuestionType::Group ? u"end_group"_s : u"end_repeat"_s);
    }

    void putType(const Question &question)
    {
        QString type;
        bool own = false; // a type that other programs have not
        switch (question.type) {
        case QuestionType::Card:
            type = u"note"_s;
            own = true;
            break;
        case QuestionType::Scale:
            type = u"range"_s;
            m_survey.put(u"parameters"_s,
                         u"start=%1 end=%2 step=1"_s.arg(question.minimum).arg(question.maximum));
            break;
        case QuestionType::SelectOne:
        case QuestionType::SelectMany:
        case QuestionType::Rank:
            type = selectType(question);
            own = type == "text"_L1;
            break;
        case QuestionType::Calculated:
            type = u"calculate"_s;
            break;
        case QuestionType::Group:
            type = u"begin_group"_s;
            break;
        case QuestionType::Repeat:
            type = u"begin_repeat"_s;
            putRepeat(question);
            break;
        default:
            type = QString(keyOf(question.type));
            if (question.choices.kind != ChoiceSource::Kind::None) // a note that lists rows
                m_survey.put(u"seamfinder_choices"_s, source(question.choices, {}));
            break;
        }
        m_survey.put(u"type"_s, type);
        if (own)
            m_survey.put(u"seamfinder_type"_s, QString(keyOf(question.type)));
        if (question.type != QuestionType::Scale && question.type != QuestionType::Repeat) {
            m_survey.put(u"seamfinder_minimum"_s, question.minimum);
            m_survey.put(u"seamfinder_maximum"_s, question.maximum);
        }
    }

    /// "select_one LIST"; a text where the choices are not known before the interview.
    QString selectType(const Question &question)
    {
        QVector<AnswerChoice> choices = question.choices.fixed;
        const Field *field = fieldByName(question.binding);
        if (question.choices.kind == ChoiceSource::Kind::None && field) {
            for (const Choice &choice : field->choices)
                choices.append({choice.key, {{{m_protocol.language(), label(choice)}}}});
        }
        const QString name = m_lists.list(question.name, choices);
        if (question.choices.kind != ChoiceSource::Kind::Fixed)
            m_survey.put(u"seamfinder_choices"_s, source(question.choices, name));
        if (name.isEmpty())
            return u"text"_s;
        const QString kind = question.type == QuestionType::SelectOne    ? u"select_one "_s
                             : question.type == QuestionType::SelectMany ? u"select_multiple "_s
                                                                         : u"rank "_s;
        return kind + name;
    }

    static QString source(const ChoiceSource &source, const QString &list)
    {
        switch (source.kind) {
        case ChoiceSource::Kind::None:
            return u"field"_s;
        case ChoiceSource::Kind::Fixed:
            return u"list:"_s + list;
        case ChoiceSource::Kind::Facet:
            return u"facet:"_s + source.from;
        case ChoiceSource::Kind::Question:
            return u"question:"_s + source.from;
        case ChoiceSource::Kind::Rows:
            return u"rows:"_s + source.from;
        }
        return {};
    }

    void putRepeat(const Question &question)
    {
        const RepeatRule &rule = question.repeat;
        m_survey.put(u"seamfinder_minimum"_s, rule.minimum);
        m_survey.put(u"seamfinder_maximum"_s, rule.maximum);
        put(u"repeat_count"_s, rule.count);
        if (rule.creates)
            m_survey.put(u"seamfinder_creates"_s, QString(entityKey(*rule.creates)));
        QJsonObject presets;
        for (auto each = rule.presets.cbegin(); each != rule.presets.cend(); ++each)
            presets.insert(each.key(), each->source());
        if (!presets.isEmpty())
            m_survey.put(u"seamfinder_presets"_s,
                         QString::fromUtf8(QJsonDocument(presets).toJson(QJsonDocument::Compact)));
        if (!rule.grows())
            m_survey.put(u"seamfinder_over"_s,
                         source(rule.over, m_lists.list(question.name + u"-over"_s, rule.over.fixed)));
        m_survey.put(u"seamfinder_over_filter"_s, rule.over.filter.source());
        m_survey.put(u"seamfinder_first"_s, rule.first.source());
    }

    void putExpressions(const Question &question)
    {
        const bool container = question.type == QuestionType::Group || question.type == QuestionType::Repeat;
        if (question.required)
            m_survey.put(container ? u"seamfinder_required"_s : u"required"_s, u"yes"_s);
        put(u"relevant"_s, question.relevance);
        put(u"constraint"_s, question.constraint);
        put(u"calculation"_s, question.calculation);
        if (isSelect(question.type))
            put(u"choice_filter"_s, question.choices.filter);
        putDefault(question);
    }

    /// In XLSForm's spelling where that says all of it.
    void put(const QString &column, const Expression &expression)
    {
        if (expression.isEmpty())
            return;
        const bool filter = column == "choice_filter"_L1;
        const QString spelt = toFormSpelling(expression.source(), filter, [this](const QString &name) {
            return m_names.isOneAnswer(name, m_around);
        });
        // A calculation is needed; '' says that there is nothing that another program could calculate.
        m_survey.put(column, spelt.isEmpty() && column == "calculation"_L1 ? u"''"_s : spelt);
        if (fromFormSpelling(spelt, filter) != expression.source())
            m_survey.put(u"seamfinder_"_s + column, expression.source());
    }

    /// A default is a text without quotes, or an expression.
    void putDefault(const Question &question)
    {
        const QString source = question.defaultValue.source();
        const ExpressionNode *root = question.defaultValue.root();
        QStringList cells{toFormSpelling(
            source, false, [this](const QString &name) { return m_names.isOneAnswer(name, m_around); })};
        if (root && root->operation == Operation::Literal)
            cells.prepend(root->literal.toText());
        for (const QString &cell : std::as_const(cells)) {
            if (!cell.isEmpty() && defaultFromCell(cell, question.type) == source) {
                m_survey.put(u"default"_s, cell);
                return;
            }
        }
        m_survey.put(u"seamfinder_default"_s, source);
    }

    const Protocol &m_protocol;
    FormSheet m_survey, m_settings;
    FormLists m_lists;
    QSet<QString> m_taken; ///< names of questions and sections
    FormNames m_names;
    QStringList m_around; ///< the repeats around what is being written
};

} // namespace

QByteArray writeXlsForm(const Protocol &protocol)
{
    return writeXlsx(Writer(protocol).write());
}

QByteArray writeXlsFormCsv(const Protocol &protocol)
{
    return writeCsvWorkbook(Writer(protocol).write());
}

} // namespace seamfinder
