#include "core/exchange/XlsFormSheet.h"

#include "core/exchange/XlsFormColumns.h"
#include "core/exchange/XlsFormQuotes.h"

#include <algorithm>

namespace seamfinder {

using namespace Qt::StringLiterals;

FormSheet::FormSheet(QString name, const QStringList &languages, const QStringList &order)
    : m_name(std::move(name))
    , m_languages(languages)
{
    for (const QString &column : order) {
        m_headers.append(column);
        for (const QString &language : languages) {
            if (const QString each = header(column, language); !m_headers.contains(each))
                m_headers.append(each);
        }
    }
}

QString FormSheet::header(const QString &column, const QString &language) const
{
    return m_languages.size() == 1 && language == m_languages.first() ? column : formHeader(column, language);
}

void FormSheet::put(const QString &column, const QString &text)
{
    if (text.isEmpty())
        return;
    if (!m_headers.contains(column))
        m_headers.append(column);
    m_rows.last().insert(column, text);
}

void FormSheet::put(const QString &column, const TranslatableText &text)
{
    for (auto each = text.byLanguage.cbegin(); each != text.byLanguage.cend(); ++each)
        put(header(column, each.key()), *each);
}

void FormSheet::put(const QString &column, int number)
{
    if (number != 0)
        put(column, QString::number(number));
}

Sheet FormSheet::sheet() const
{
    QStringList used;
    for (const QString &header : m_headers) {
        const bool any =
            std::any_of(m_rows.begin(), m_rows.end(), [&](const auto &row) { return row.contains(header); });
        if (any)
            used.append(header);
    }
    Sheet sheet{m_name, 0, {{1, used}}};
    for (const auto &row : m_rows) {
        QStringList cells;
        for (const QString &header : used)
            cells.append(row.value(header));
        sheet.rows.append({int(sheet.rows.size()) + 1, cells});
    }
    return sheet;
}

FormLists::FormLists(const QStringList &languages)
    : m_sheet(u"choices"_s, languages, {u"list_name"_s, u"name"_s, u"label"_s})
{
}

QString FormLists::list(const QString &name, const QVector<AnswerChoice> &choices)
{
    if (choices.isEmpty())
        return {};
    QSet<QString> taken;
    for (const auto &[known, list] : std::as_const(m_lists)) {
        if (list == choices)
            return known;
        taken.insert(known);
    }
    QString free = name;
    for (int i = 2; taken.contains(free); ++i)
        free = u"%1-%2"_s.arg(name).arg(i);
    m_lists.append({free, choices});
    for (const AnswerChoice &choice : choices) {
        m_sheet.addRow();
        m_sheet.put(u"list_name"_s, free);
        m_sheet.put(u"name"_s, choice.key);
        m_sheet.put(u"label"_s, withFormQuotes(choice.label));
    }
    return free;
}

} // namespace seamfinder
