#include "core/exchange/XlsFormChoices.h"

#include "core/exchange/XlsFormQuotes.h"

#include <QCoreApplication>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("XlsForm", text);
}

const QStringList &knownColumns()
{
    static const QStringList known{u"list_name"_s, u"name"_s, u"label"_s};
    return known;
}
} // namespace

FormChoices::FormChoices(const FormTable &table, const FormLanguages &languages, bool verbatim,
                         QVector<ImportProblem> &problems)
    : m_table(table)
{
    const QString nameColumn = table.has(u"name"_s) ? u"name"_s : u"value"_s;
    QHash<QString, QSet<QString>> keys;
    for (qsizetype row = 0; row < table.size(); ++row) {
        const QString list = table.name(row, u"list_name"_s), key = table.text(row, nameColumn);
        AnswerChoice choice{key, table.texts(row, u"label"_s, languages)};
        for (QString &text : choice.label.byLanguage)
            text = verbatim ? fromFormQuotes(text) : text;
        if (list.isEmpty() && key.isEmpty() && choice.label.isEmpty())
            continue;
        const auto problem = [&](const QString &column, const QString &what, const QString &mend) {
            m_broken.insert(list);
            problems.append({ImportSeverity::Error, table.place(row, column), what, mend});
        };
        if (list.isEmpty()) {
            problem(u"list_name"_s, tr("The choice belongs to no list."), tr("Name its list."));
            continue;
        }
        const bool blank = std::any_of(key.begin(), key.end(), [](QChar c) { return c.isSpace(); });
        if (key.isEmpty() || blank)
            problem(nameColumn, tr("“%1” is no name for a choice.").arg(key),
                    tr("A name is not empty and has no spaces."));
        else if (keys[list].contains(key))
            problem(nameColumn, tr("The choice “%1” is twice in the list “%2”.").arg(key, list),
                    tr("Remove or rename one of them."));
        keys[list].insert(key);
        if (choice.label.isEmpty() && !verbatim) {
            choice.label.byLanguage.insert(languages.all.value(0), key);
            problems.append({ImportSeverity::Warning, table.place(row, u"label"_s),
                             tr("The choice “%1” has no label; its name is shown.").arg(key),
                             tr("Write the label.")});
        }
        m_lists[list].choices.append(std::move(choice));
        m_lists[list].rows.append(row);
    }
}

ChoicesByValue FormChoices::byValue(const QString &list)
{
    return [this, list](const QString &column) -> std::optional<QMap<QString, QStringList>> {
        const QString key = formColumn(column).key;
        if (!m_table.has(key))
            return std::nullopt;
        m_used.insert(key);
        QMap<QString, QStringList> result;
        const List &found = m_lists[list];
        for (qsizetype i = 0; i < found.rows.size(); ++i) {
            if (const QString value = m_table.name(found.rows[i], key); !value.isEmpty())
                result[value].append(found.choices[i].key);
        }
        return result;
    };
}

QStringList FormChoices::unusedColumns() const
{
    return m_table.others(knownColumns() + QStringList(m_used.begin(), m_used.end()));
}

} // namespace seamfinder
