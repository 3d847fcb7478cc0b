#pragma once

#include "core/exchange/Workbook.h"
#include "core/protocol/Protocol.h"

#include <QHash>

namespace seamfinder {

/// A sheet of a form as it is written: cells by column, the columns as they turn out to be needed.
class FormSheet
{
public:
    /// With one language, headers do not name it. `order` says which columns come first.
    FormSheet(QString name, const QStringList &languages, const QStringList &order);

    void addRow() { m_rows.append(QHash<QString, QString>()); }
    void put(const QString &column, const QString &text);
    void put(const QString &column, const TranslatableText &text);
    void put(const QString &column, int number);
    [[nodiscard]] Sheet sheet() const;

private:
    [[nodiscard]] QString header(const QString &column, const QString &language) const;

    QString m_name;
    QStringList m_languages, m_headers; ///< headers in their order
    QVector<QHash<QString, QString>> m_rows;
};

/// The sheet "choices" as it is written.
class FormLists
{
public:
    explicit FormLists(const QStringList &languages);

    /// The name of the list with these choices, which is `name` if that is free; empty if there are none.
    /// Equal lists are written once.
    QString list(const QString &name, const QVector<AnswerChoice> &choices);
    [[nodiscard]] Sheet sheet() const { return m_sheet.sheet(); }

private:
    FormSheet m_sheet;
    QVector<std::pair<QString, QVector<AnswerChoice>>> m_lists;
};

} // namespace seamfinder
