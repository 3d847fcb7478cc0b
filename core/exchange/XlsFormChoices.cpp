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
    // What a missing column takes from every row is said once.
    const auto missing = [&](const QString &column) {
        if (table.size() > 0)
            problems.append({ImportSeverity::Error, table.headerPlace(),
                             tr("The sheet has no column “%1”.").arg(column),
                             tr("Add it; the first row names the columns.")});
    };
    if (!knowsLists())
        missing(u"list_name"_s);
    if (!table.has(nameColumn))
        missing(u"name"_s);
    if (!knowsLists())
        return;
    const bool labelled = table.has(u"label"_s);
    if (table.size() > 0 && !labelled && !verbatim)
        problems.append({ImportSeverity::Warning, table.headerPlace(),
                         tr("The sheet has no column “label”; the names of the choices are shown."),
                         tr("Add it, and write the labels.")});
    QHash<QString, QSet<QString>> keys;
    const QString language = languages.all.value(0);
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
        if (key.isEmpty() && !table.has(nameColumn))
            m_broken.insert(list);
        else if (key.isEmpty())
            problem(nameColumn, tr("The choice has no name."), tr("Give it one, without spaces."));
        else if (blank)
            problem(nameColumn, tr("“%1” is no name for a choice.").arg(key), tr("A name has no spaces."));
        else if (keys[list].contains(key))
            problem(nameColumn, tr("The choice “%1” is twice in the list “%2”.").arg(key, list),
                    tr("Remove or rename one of them."));
        keys[list].insert(key);
        if (!verbatim && !key.isEmpty() && !choice.label.byLanguage.contains(language)) {
            const QString what =
                choice.label.isEmpty()
                    ? tr("The choice “%1” has no label; its name is shown.").arg(key)
                    : tr("The choice “%1” has no label in the language “%2”; its name is shown.")
                          .arg(key, language);
            if (labelled)
                problems.append({ImportSeverity::Warning, table.place(row, u"label"_s, languages), what,
                                 tr("Write the label.")});
            choice.label.byLanguage.insert(language, key);
        }
        m_lists[list].choices.append(std::move(choice));
        m_lists[list].rows.append(row);
    }
}

bool FormChoices::knowsLists() const
{
    return m_table.size() == 0 || m_table.has(u"list_name"_s);
}

ChoicesByValue FormChoices::byValue(const QString &list)
{
    return [this, list](const QString &column) -> std::optional<QMap<QString, QStringList>> {
        const QString key = formColumn(column).key;
        if (!m_table.has(key))
            return std::nullopt;
        m_used.insert(key);
        QMap<QString, QStringList> result;
        const List found = m_lists.value(list);
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
