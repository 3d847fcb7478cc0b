#pragma once

#include "core/exchange/XlsFormExpression.h"
#include "core/exchange/XlsFormTable.h"

#include <QSet>

namespace seamfinder {

/// The lists of the sheet "choices".
class FormChoices
{
public:
    /// What is wrong with a choice is added to `problems`.
    FormChoices(const FormTable &table, const FormLanguages &languages, bool verbatim,
                QVector<ImportProblem> &problems);

    [[nodiscard]] bool has(const QString &list) const { return m_lists.contains(list); }
    /// Whether the sheet tells the lists apart; without the column for it no list is known.
    [[nodiscard]] bool knowsLists() const;
    [[nodiscard]] QVector<AnswerChoice> list(const QString &name) const
    {
        return m_lists.value(name).choices;
    }
    /// Whether something of the list has been reported.
    [[nodiscard]] bool isBroken(const QString &list) const { return m_broken.contains(list); }
    /// What its choices have in further columns; a column that is asked for counts as used.
    [[nodiscard]] ChoicesByValue byValue(const QString &list);
    /// Further columns that no filter has asked for.
    [[nodiscard]] QStringList unusedColumns() const;

private:
    struct List
    {
        QVector<AnswerChoice> choices;
        QVector<qsizetype> rows; ///< of the table
    };
    const FormTable &m_table;
    QHash<QString, List> m_lists;
    QSet<QString> m_broken, m_used;
};

} // namespace seamfinder
