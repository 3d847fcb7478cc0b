#pragma once

#include "core/exchange/ProtocolImport.h"
#include "core/exchange/Workbook.h"
#include "core/exchange/XlsFormColumns.h"

#include <QHash>

namespace seamfinder {

/// The languages of a form.
struct FormLanguages
{
    QStringList all;        ///< the first is the one that texts fall back to
    QString ofPlainColumns; ///< of columns whose header names no language
};

/// One sheet of an XLSForm, asked by the names of its columns.
class FormTable
{
public:
    /// Nothing of a missing sheet (nullptr). With `verbatim` texts keep the space around them.
    FormTable(const Sheet *sheet, bool verbatim);

    [[nodiscard]] qsizetype size() const
    {
        return m_sheet ? qMax(m_sheet->rows.size() - 1, qsizetype(0)) : 0;
    }
    [[nodiscard]] bool has(const QString &key) const { return !m_columns.value(key).isEmpty(); }
    /// The languages that the headers name, in their order; `key`: only of this text.
    [[nodiscard]] QStringList languages(const QString &key = {}) const;
    /// Whether a column of a text that has translations names no language.
    [[nodiscard]] bool hasPlain(const QStringList &keys) const;
    /// Whether of one text there are columns with and without a language.
    [[nodiscard]] bool hasBoth(const QString &key) const;

    /// The text of a cell, trimmed; of several columns the first.
    [[nodiscard]] QString name(qsizetype row, const QString &key) const;
    /// As it is, if `verbatim`.
    [[nodiscard]] QString text(qsizetype row, const QString &key) const;
    [[nodiscard]] TranslatableText texts(qsizetype row, const QString &key,
                                         const FormLanguages &languages) const;

    struct Cell
    {
        QString text;
        ImportPlace place;
    };
    /// The cells of a text in all its languages that are not empty.
    [[nodiscard]] QVector<Cell> cells(qsizetype row, const QString &key) const;

    [[nodiscard]] ImportPlace place(qsizetype row, const QString &key = {}) const;
    /// Of a text, in the column of the language that texts fall back to, if there is one.
    [[nodiscard]] ImportPlace place(qsizetype row, const QString &key, const FormLanguages &languages) const;
    [[nodiscard]] ImportPlace headerPlace(const QString &key = {}) const;
    /// Headers that appear twice, by their key.
    [[nodiscard]] QStringList twice() const { return m_twice; }
    /// The keys of the columns that have a text below the header, except `known`.
    [[nodiscard]] QStringList others(const QStringList &known) const;

private:
    struct Column
    {
        qsizetype at;
        QString language, header;
    };
    [[nodiscard]] QString cell(qsizetype row, qsizetype column) const;
    [[nodiscard]] ImportPlace at(int number, const QString &key) const;
    [[nodiscard]] ImportPlace at(int number, const Column &column) const;

    const Sheet *m_sheet;
    bool m_verbatim;
    QHash<QString, QVector<Column>> m_columns; ///< by key
    QStringList m_keys;                        ///< in the order of the sheet
    QStringList m_twice;
};

} // namespace seamfinder
