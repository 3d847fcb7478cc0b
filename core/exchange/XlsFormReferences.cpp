#include "core/exchange/XlsFormReferences.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
using Kind = FormType::Kind;

QString tr(const char *text)
{
    return QCoreApplication::translate("XlsForm", text);
}

/// What ends may be named again.
bool ends(const FormType &type)
{
    return type.kind == Kind::EndGroup || type.kind == Kind::EndRepeat || type.isMeantToEnd;
}

QStringList quotedIn(const QString &text)
{
    static const QRegularExpression quote(u"\\$\\{\\s*([^}]*?)\\s*\\}"_s);
    QStringList names;
    for (auto match = quote.globalMatch(text); match.hasNext();)
        names.append(match.next().captured(1));
    return names;
}

/// What is no row of any form, but means something where the protocol's own check lets it.
bool isOfProgram(const QString &name)
{
    static const QStringList names{u"row.title"_s, u"row.sentence"_s, u"choice.key"_s, u"choice.group"_s,
                                   u"choice.needed-by"_s};
    return names.contains(name);
}
} // namespace

FormReferences::FormReferences(FormSource &source, const QHash<QString, qsizetype> &rowOfSection)
    : m_source(source)
    , m_sectionRows(rowOfSection.cbegin(), rowOfSection.cend())
{
    const FormTable &survey = source.survey, &choices = source.choices;
    for (qsizetype row = 0; row < survey.size(); ++row) {
        const QString name = survey.name(row, u"name"_s);
        const FormType type = formType(survey.name(row, u"type"_s));
        if (name.isEmpty() || ends(type))
            continue;
        const Standing standing = source.isDisabled(row)        ? Standing::Disabled
                                  : type.kind == Kind::Metadata ? Standing::Noted
                                  : m_sectionRows.contains(row) ? Standing::Section
                                                                : Standing::Asked;
        // Of several rows, the one that is asked counts.
        if (standing == Standing::Asked || !m_standing.contains(name))
            m_standing.insert(name, standing);
        if (standing == Standing::Asked) {
            m_asked.insert(source.names.renamed.value(name, name));
            m_inCase.insert(name.toLower(), name);
        }
    }
    for (qsizetype row = 0; row < choices.size(); ++row) {
        const auto labels = choices.cells(row, u"label"_s);
        if (std::any_of(labels.begin(), labels.end(),
                        [](const FormTable::Cell &label) { return label.text.contains("${"_L1); }))
            m_quotingChoices[choices.name(row, u"list_name"_s)].append(row);
    }
}

void FormReferences::check()
{
    if (m_source.settings.size() > 0) {
        for (const QString &column : {u"form_title"_s, u"seamfinder_title"_s, u"seamfinder_description"_s})
            checkTexts(m_source.settings, 0, column, ofSettings);
    }
    for (qsizetype row = 0; row < m_source.survey.size(); ++row)
        checkRow(row);
}

void FormReferences::checkRow(qsizetype row)
{
    const QString typeName = m_source.survey.name(row, u"type"_s);
    const FormType type = formType(typeName);
    const bool blank = typeName.isEmpty() && m_source.survey.name(row, u"name"_s).isEmpty();
    if (blank || m_source.isDisabled(row) || ends(type) || type.kind == Kind::Metadata)
        return;
    checkExpression(row, u"relevant"_s);
    checkTexts(m_source.survey, row, u"label"_s, row);
    if (m_sectionRows.contains(row))
        return;
    for (const QString &column : {u"hint"_s, u"guidance_hint"_s, u"seamfinder_reword"_s, u"seamfinder_body"_s,
                                  u"seamfinder_low_label"_s, u"seamfinder_high_label"_s})
        checkTexts(m_source.survey, row, column, row);
    // What a question of its type has no use for is left out, with all that it refers to.
    const bool any = type.kind == Kind::Unknown;
    const auto given = questionTypeFromKey(m_source.survey.name(row, u"seamfinder_type"_s));
    const QuestionType asked = given                            ? *given
                               : type.kind == Kind::BeginGroup  ? QuestionType::Group
                               : type.kind == Kind::BeginRepeat ? QuestionType::Repeat
                                                                : type.type;
    if (any || valueKind(asked) != Value::Kind::Nothing) {
        checkExpression(row, u"constraint"_s);
        checkExpression(row, u"default"_s);
        if (!m_source.cell(row, "constraint").isEmpty())
            checkTexts(m_source.survey, row, u"constraint_message"_s, row);
    }
    if (any || asked == QuestionType::Calculated)
        checkExpression(row, u"calculation"_s);
    if (any || isSelect(asked))
        checkExpression(row, u"choice_filter"_s);
    if (any || asked == QuestionType::Repeat)
        checkExpression(row, u"repeat_count"_s);
    if (!type.list.isEmpty() && m_source.cell(row, "seamfinder_choices").isEmpty())
        checkChoices(type.list, row);
}

void FormReferences::checkExpression(qsizetype row, const QString &column)
{
    const QString own = u"seamfinder_"_s + column;
    const QString &used = m_source.survey.name(row, column).isEmpty() ? own : column;
    checkNames(referencesOfXPath(m_source.survey.name(row, used), !m_source.ours), column,
               m_source.survey.place(row, used), row, false);
}

void FormReferences::checkTexts(const FormTable &table, qsizetype tableRow, const QString &column,
                                qsizetype row)
{
    for (const FormTable::Cell &each : table.cells(tableRow, column))
        checkNames(quotedIn(each.text), column, each.place, row, true);
}

void FormReferences::checkChoices(const QString &list, qsizetype row)
{
    for (const qsizetype choice : m_quotingChoices.value(list))
        checkTexts(m_source.choices, choice, u"label"_s, row);
}

void FormReferences::checkNames(const QStringList &names, const QString &column, const ImportPlace &place,
                                qsizetype row, bool inText)
{
    for (const QString &name : names) {
        const auto standing = m_standing.constFind(name);
        const bool exists = standing != m_standing.cend() && *standing == Standing::Asked;
        const bool computed = !inText && m_source.names.computed.contains(name);
        // An earlier interview's answers are refused where the expression is read.
        if (exists || computed || isOfProgram(name) || name.startsWith("last-saved#"_L1) ||
            (m_source.ours && name.contains(u'.')))
            continue;
        m_said.insert({row, m_source.names.renamed.value(name, name)});
        const std::pair at(place.text(), name);
        if (!m_saidAt.contains(at))
            say(name, column, place);
        m_saidAt.insert(at);
    }
}

void FormReferences::say(const QString &name, const QString &column, const ImportPlace &place)
{
    const auto problem = [&](const QString &what, const QString &mend) {
        m_source.problem(ImportSeverity::Error, place, what.arg(column, name), mend);
    };
    const auto standing = m_standing.constFind(name);
    if (standing == m_standing.cend()) {
        const QString near = m_inCase.value(name.toLower());
        problem(tr("“%1” refers to “${%2}”, which does not exist."),
                near.isEmpty() ? tr("Correct the name, or add a question of this name.")
                               : tr("Write “${%1}”: upper and lower case differ.").arg(near));
        return;
    }
    switch (*standing) {
    case Standing::Noted:
        problem(tr("“%1” refers to “${%2}”, which is left out: it is not asked, but noted by a device."),
                tr("Remove it, or ask for it in a question of its own."));
        break;
    case Standing::Disabled:
        problem(tr("“%1” refers to “${%2}”, whose row is disabled."),
                tr("Empty its cell “disabled”, or remove what refers to it."));
        break;
    case Standing::Section:
        problem(tr("“%1” refers to “${%2}”, a group, which has no answer."),
                tr("Refer to one of its questions."));
        break;
    case Standing::Asked:
        break;
    }
}

} // namespace seamfinder
