#include "ui/report/ChartFiles.h"

#include "core/exchange/CsvFormat.h"

#include <QBuffer>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

QString csvCell(QString text)
{
    bool isNumber = false;
    text.remove(QChar::Null);
    text.toDouble(&isNumber);
    if (!isNumber && runsAsFormula(text.toStdString()))
        text.prepend(u'\'');
    if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r'))
        return u'"' + text.replace(u"\""_s, u"\"\""_s) + u'"';
    return text;
}

} // namespace

QByteArray csvOf(const TableRows &rows)
{
    QString text;
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            text += (i ? u","_s : QString()) + csvCell(row[i]);
        text += u"\r\n"_s;
    }
    return text.toUtf8();
}

QString plainTextOf(const TableRows &rows)
{
    QStringList lines;
    for (QStringList row : rows) {
        for (QString &cell : row)
            cell = cell.simplified();
        lines.append(row.join(u'\t'));
    }
    return lines.join(u'\n');
}

QString htmlOf(const TableRows &rows)
{
    QString html = u"<table>"_s;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        html += u"<tr>"_s;
        for (qsizetype j = 0; j < rows[i].size(); ++j) {
            const QString tag = i == 0 || j == 0 ? u"th"_s : u"td"_s;
            html += u"<%1>%2</%1>"_s.arg(tag, rows[i][j].toHtmlEscaped());
        }
        html += u"</tr>"_s;
    }
    return html + u"</table>"_s;
}

QByteArray pngOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace seamfinder
