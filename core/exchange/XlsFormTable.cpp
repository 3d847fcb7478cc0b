#include "core/exchange/XlsFormTable.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

FormTable::FormTable(const Sheet *sheet, bool verbatim)
    : m_sheet(sheet)
    , m_verbatim(verbatim)
{
    if (!sheet || sheet->rows.isEmpty())
        return;
    const QStringList &header = sheet->rows.first().cells;
    for (qsizetype i = 0; i < header.size(); ++i) {
        if (header[i].trimmed().isEmpty())
            continue;
        const FormColumn column = formColumn(header[i]);
        QVector<Column> &known = m_columns[column.key];
        if (known.isEmpty())
            m_keys.append(column.key);
        for (const Column &each : std::as_const(known)) {
            if (each.language == column.language && !m_twice.contains(column.key))
                m_twice.append(column.key);
        }
        known.append({i, column.language, header[i].trimmed()});
    }
}

QStringList FormTable::languages(const QString &key) const
{
    QStringList result;
    for (const QString &each : key.isEmpty() ? m_keys : QStringList{key}) {
        for (const Column &column : m_columns.value(each)) {
            if (!column.language.isEmpty() && !result.contains(column.language))
                result.append(column.language);
        }
    }
    return result;
}

bool FormTable::hasPlain(const QStringList &keys) const
{
    return std::any_of(keys.begin(), keys.end(), [this](const QString &key) {
        const auto columns = m_columns.value(key);
        return std::any_of(columns.begin(), columns.end(),
                           [](const Column &column) { return column.language.isEmpty(); });
    });
}

bool FormTable::hasBoth(const QString &key) const
{
    return hasPlain({key}) && !languages(key).isEmpty();
}

QString FormTable::cell(qsizetype row, qsizetype column) const
{
    return m_sheet->rows[row + 1].cells.value(column);
}

QString FormTable::text(qsizetype row, const QString &key) const
{
    const auto columns = m_columns.constFind(key);
    if (columns == m_columns.cend())
        return {};
    const QString whole = cell(row, columns->first().at);
    return m_verbatim ? whole : whole.trimmed();
}

QString FormTable::name(qsizetype row, const QString &key) const
{
    return text(row, key).trimmed();
}

TranslatableText FormTable::texts(qsizetype row, const QString &key, const FormLanguages &languages) const
{
    TranslatableText result;
    for (const Column &column : m_columns.value(key)) {
        const QString whole = cell(row, column.at);
        const QString text = m_verbatim ? whole : whole.trimmed();
        const bool plain = column.language.isEmpty();
        const QString language = plain ? languages.ofPlainColumns : column.language;
        // A column that names the language goes before one that does not.
        if (!text.isEmpty() && !(plain && result.byLanguage.contains(language)))
            result.byLanguage.insert(language, text);
    }
    return result;
}

ImportPlace FormTable::at(int number, const QString &key) const
{
    if (const auto columns = m_columns.value(key); m_sheet && !columns.isEmpty())
        return at(number, columns.first());
    return {m_sheet ? m_sheet->name : QString(), number, {}, {}, {}};
}

ImportPlace FormTable::at(int number, const Column &column) const
{
    return {m_sheet->name, number, m_sheet->letters(column.at), column.header, {}};
}

QVector<FormTable::Cell> FormTable::cells(qsizetype row, const QString &key) const
{
    QVector<Cell> result;
    for (const Column &column : m_columns.value(key)) {
        if (const QString text = cell(row, column.at); !text.trimmed().isEmpty())
            result.append({text, at(m_sheet->rows[row + 1].number, column)});
    }
    return result;
}

ImportPlace FormTable::place(qsizetype row, const QString &key) const
{
    return at(m_sheet->rows[row + 1].number, key);
}

ImportPlace FormTable::place(qsizetype row, const QString &key, const FormLanguages &languages) const
{
    const QString wanted = languages.all.value(0);
    const int number = m_sheet->rows[row + 1].number;
    const auto columns = m_columns.value(key);
    // A column that names the language goes before one that does not.
    for (const QString &language : {wanted, QString()}) {
        for (const Column &column : columns) {
            if (column.language == language && (!language.isEmpty() || languages.ofPlainColumns == wanted))
                return at(number, column);
        }
    }
    return at(number, key);
}

ImportPlace FormTable::headerPlace(const QString &key) const
{
    return at(m_sheet && !m_sheet->rows.isEmpty() ? m_sheet->rows.first().number : 0, key);
}

QStringList FormTable::others(const QStringList &known) const
{
    QStringList result;
    for (const QString &key : m_keys) {
        if (known.contains(key))
            continue;
        for (qsizetype row = 0; row < size(); ++row) {
            if (!name(row, key).isEmpty()) {
                result.append(key);
                break;
            }
        }
    }
    return result;
}

} // namespace seamfinder
