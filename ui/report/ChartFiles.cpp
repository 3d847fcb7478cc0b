#include "ui/report/ChartFiles.h"

#include "core/domain/Error.h"

#include <QBuffer>
#include <QFileInfo>
#include <QSaveFile>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

QString csvCell(QString text)
{
    static constexpr QStringView startsFormula = u"=+-@\t\r";
    bool isNumber = false;
    text.toDouble(&isNumber);
    if (!text.isEmpty() && !isNumber && startsFormula.contains(text.front()))
        text.prepend(u'\'');
    if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r'))
        return u'"' + text.replace(u"\""_s, u"\"\""_s) + u'"';
    return text;
}

/// The path as the file system knows it, also where the file does not exist yet.
QString realPath(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists())
        return info.canonicalFilePath();
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? info.absoluteFilePath() : folder + u'/' + info.fileName();
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

void writeChartFile(const QString &path, const QByteArray &bytes, const QString &studyPath)
{
    const QString real = realPath(path);
    const QString study = studyPath.isEmpty() ? QString() : realPath(studyPath);
    for (const QString &side : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s, u".lock"_s}) {
        if (!study.isEmpty() && real == study + side)
            throw Error(ErrorCode::InvalidInput, u"a picture or table must not replace the study"_s, path);
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        throw Error(ErrorCode::CannotWrite, file.errorString(), path);
}

} // namespace seamfinder
