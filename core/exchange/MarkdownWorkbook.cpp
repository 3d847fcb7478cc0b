#include "core/exchange/SheetsInOneTable.h"
#include "core/interview/TranscriptText.h"

#include <algorithm>

namespace seamfinder {

namespace {
/// The cells between the bars of "| a | b \| c |".
QStringList cellsOf(QStringView line)
{
    QStringList cells;
    QString cell;
    for (qsizetype i = 1; i < line.size(); ++i) {
        if (line[i] == u'\\' && i + 1 < line.size() && line[i + 1] == u'|') {
            cell += line[++i];
        } else if (line[i] == u'|') {
            cells.append(cell.trimmed());
            cell.clear();
        } else {
            cell += line[i];
        }
    }
    // A last bar may be missing.
    if (!cell.trimmed().isEmpty())
        cells.append(cell.trimmed());
    return cells;
}

/// "|---|:--:|", which parts a header from its rows.
bool isRule(QStringView line)
{
    return line.contains(u'-') && std::all_of(line.begin(), line.end(), [](QChar c) {
               return c == u'|' || c == u'-' || c == u':' || c == u' ';
           });
}
} // namespace

Workbook readMarkdownWorkbook(const QByteArray &bytes, const WorkbookLimits &limits)
{
    SheetsInOneTable sheets(limits);
    int number = 0;
    const QString text = transcriptFromBytes(bytes);
    for (const QStringView whole : QStringView(text).split(u'\n')) {
        ++number;
        const QStringView line = whole.trimmed();
        if (line.startsWith(u'|') && !isRule(line))
            sheets.add(number, cellsOf(line));
    }
    return sheets.take();
}

} // namespace seamfinder
