#include "core/domain/Error.h"
#include "core/exchange/CsvFormat.h"
#include "core/exchange/CsvReader.h"
#include "core/exchange/SheetsInOneTable.h"

#include <QStringDecoder>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
/// As UTF-8, with the line ends inside of cells as they are: UTF-16 has its mark, and what is no UTF-8 is
/// taken for Latin-1, as in CsvImport.
QByteArray asUtf8(const QByteArray &bytes)
{
    const auto marked = QStringConverter::encodingForData(bytes);
    // Stateless: a sequence that is cut off at the end counts as an error.
    QStringDecoder decoder(marked.value_or(QStringConverter::Utf8), QStringConverter::Flag::Stateless);
    const QString text = decoder(bytes);
    if (decoder.hasError())
        return QString::fromLatin1(bytes).toUtf8();
    return marked && marked != QStringConverter::Utf8 ? text.toUtf8() : bytes;
}

/// The line of a sheet's name may have no delimiter, so the header below it counts too.
char delimiterOf(const QByteArray &text)
{
    qsizetype end = 0;
    for (int line = 0; line < 3 && end >= 0; ++line)
        end = text.indexOf('\n', end + 1);
    const QByteArray first = end < 0 ? text : text.left(end); // a short table ends before
    char most = ',';
    for (const char candidate : {';', '\t'}) {
        if (first.count(candidate) > first.count(most))
            most = candidate;
    }
    return most;
}
} // namespace

Workbook readCsvWorkbook(const QByteArray &bytes, const WorkbookLimits &limits)
{
    const QByteArray text = asUtf8(bytes);
    SheetsInOneTable sheets(limits);
    int number = 0;
    for (QStringList &row : readCsv(text, delimiterOf(text), EmptyLines::Keep))
        sheets.add(++number, std::move(row));
    return sheets.take();
}

QByteArray writeCsvWorkbook(const Workbook &workbook)
{
    const CsvFormat format;
    std::string text;
    for (const Sheet &sheet : workbook.sheets) {
        format.cell(text, sheet.name.toStdString());
        CsvFormat::endLine(text);
        for (const SheetRow &row : sheet.rows) {
            format.cell(text, {});
            for (const QString &cell : row.cells)
                format.cell(text, cell.toStdString());
            CsvFormat::endLine(text);
        }
    }
    return QByteArray::fromStdString(text);
}

} // namespace seamfinder
