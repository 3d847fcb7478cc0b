#include "core/domain/Error.h"
#include "core/exchange/Workbook.h"
#include "core/exchange/XlsxText.h"

#include <QFile>
#include <QTemporaryDir>
#include <xlsxwriter.h>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype longestCell = 32'767; ///< signs, by Excel's specification

void writeSheet(lxw_workbook *book, lxw_format *heading, const Sheet &sheet)
{
    lxw_worksheet *page = workbook_add_worksheet(book, sheet.name.toUtf8().constData());
    lxw_row_t row = 0;
    for (const SheetRow &each : sheet.rows) {
        for (qsizetype column = 0; column < each.cells.size(); ++column) {
            const QString &text = each.cells[column];
            if (text.isEmpty())
                continue;
            const QString stored = toXstring(text);
            if (stored.toUcs4().size() > longestCell)
                throw Error(ErrorCode::InvalidInput,
                            u"the text is too long for a cell of an .xlsx: “%1…”"_s.arg(text.left(60)));
            worksheet_write_string(page, row, lxw_col_t(column), stored.toUtf8().constData(),
                                   row == 0 ? heading : nullptr);
        }
        ++row;
    }
    if (page)
        worksheet_freeze_panes(page, 1, 0);
}
} // namespace

QByteArray writeXlsx(const Workbook &workbook)
{
    // The library writes to a file only.
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"form.xlsx"_s);
    lxw_workbook *book = folder.isValid() ? workbook_new(QFile::encodeName(path).constData()) : nullptr;
    if (!book)
        throw Error(ErrorCode::CannotWrite, u"a temporary file cannot be made"_s, path);
    lxw_format *heading = workbook_add_format(book);
    format_set_bold(heading);
    try {
        for (const Sheet &sheet : workbook.sheets)
            writeSheet(book, heading, sheet);
    } catch (const Error &) {
        workbook_close(book); // frees it
        throw;
    }
    if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR)
        throw Error(ErrorCode::CannotWrite, QString::fromUtf8(lxw_strerror(error)), path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(ErrorCode::CannotRead, file.errorString(), path);
    return file.readAll();
}

} // namespace seamfinder
