#pragma once

#include <QByteArray>
#include <QStringList>
#include <QVector>

namespace seamfinder {

struct SheetRow
{
    int number = 0;    ///< as the spreadsheet shows it, from 1; of Markdown, the line of the file
    QStringList cells; ///< from the sheet's first column on; what is missing at the end is empty
};

struct Sheet
{
    QString name;
    int firstColumn = 0;    ///< where cells[0] stands: 0 is A
    QVector<SheetRow> rows; ///< without those that are empty

    /// "A", "B", … "AA" of a place in `cells`.
    [[nodiscard]] QString letters(qsizetype cell) const;
};

/// The sheets of a spreadsheet as texts: numbers without ".0", "TRUE" and "FALSE", dates as YYYY-MM-DD.
struct Workbook
{
    QVector<Sheet> sheets;
    /// By name, in upper or lower case; nullptr if there is none.
    [[nodiscard]] const Sheet *sheet(QStringView name) const;
};

/// What a file may be at most, so that a small one cannot fill the memory.
struct WorkbookLimits
{
    qint64 file = 16 << 20;   ///< bytes, compressed
    qint64 entry = 64 << 20;  ///< bytes of one part of an .xlsx, expanded
    qint64 total = 128 << 20; ///< bytes of all parts that are read, expanded
    qint64 cells = 2'000'000; ///< of all sheets, with the empty ones between
    int columns = 1024;
};

/// An .xlsx (Office Open XML), else a Markdown table if the first sign is "|", else CSV.
///
/// CSV and Markdown hold all sheets in one table, as pyxform reads them
/// (https://github.com/XLSForm/pyxform): a row whose first cell is filled names the sheet that begins there;
/// the rows below have an empty first cell. A table that starts with a header of its own ("type", "name", …)
/// is the sheet "survey" alone. In Markdown "\|" is a "|" of a text.
///
/// Error InvalidInput with a sentence for what is none of these, is damaged or beyond the limits.
[[nodiscard]] Workbook readWorkbook(const QByteArray &bytes, const WorkbookLimits &limits = {});

[[nodiscard]] Workbook readXlsx(const QByteArray &bytes, const WorkbookLimits &limits = {});
[[nodiscard]] Workbook readCsvWorkbook(const QByteArray &bytes, const WorkbookLimits &limits = {});
[[nodiscard]] Workbook readMarkdownWorkbook(const QByteArray &bytes, const WorkbookLimits &limits = {});

/// Every cell is written as a text, whatever it looks like. A text of more than 32767 signs does not fit into
/// a cell of an .xlsx: Error InvalidInput; CannotWrite if there is no room for temporary files.
[[nodiscard]] QByteArray writeXlsx(const Workbook &workbook);
/// The single file described above.
[[nodiscard]] QByteArray writeCsvWorkbook(const Workbook &workbook);

} // namespace seamfinder
