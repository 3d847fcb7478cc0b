#pragma once

#include "core/exchange/XlsFormReader.h"

#include <QSet>

namespace seamfinder {

/// Each ${name} of a form against the rows that there are. It asks the sheets, not the protocol that could be
/// made of them: so no error of a row hides what the row refers to, and a name whose own row is broken
/// exists.
class FormReferences
{
public:
    /// `rowOfSection`: the groups that became sections, by their key.
    FormReferences(FormSource &source, const QHash<QString, qsizetype> &rowOfSection);

    /// Adds each name that leads nowhere to the problems of the form, once a cell.
    void check();
    /// Whether check() has said it of the row. Both names are the protocol's.
    [[nodiscard]] bool isSaid(qsizetype row, const QString &name) const
    {
        return m_said.contains({row, name});
    }
    /// Whether a row of this name is asked, or would be without its errors.
    [[nodiscard]] bool isAsked(const QString &name) const { return m_asked.contains(name); }

    static constexpr qsizetype ofSettings = -1; ///< for isSaid()

private:
    enum class Standing : quint8 { Asked, Noted, Disabled, Section };

    void checkRow(qsizetype row);
    void checkExpression(qsizetype row, const QString &column);
    void checkTexts(const FormTable &table, qsizetype tableRow, const QString &column, qsizetype row);
    void checkChoices(const QString &list, qsizetype row);
    void checkNames(const QStringList &names, const QString &column, const ImportPlace &place, qsizetype row,
                    bool inText);
    void say(const QString &name, const QString &column, const ImportPlace &place);

    FormSource &m_source;
    QSet<qsizetype> m_sectionRows;
    QHash<QString, Standing> m_standing;                 ///< by the form's name
    QHash<QString, QString> m_inCase;                    ///< what is asked, by its name in lower case
    QSet<QString> m_asked;                               ///< the protocol's names
    QHash<QString, QVector<qsizetype>> m_quotingChoices; ///< rows of "choices" that quote something, by list
    QSet<std::pair<qsizetype, QString>> m_said;
    QSet<std::pair<QString, QString>> m_saidAt; ///< of cells that several rows use: place, name
};

} // namespace seamfinder
