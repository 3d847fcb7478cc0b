#include "core/exchange/Workbook.h"

#include "core/domain/Error.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

QString Sheet::letters(qsizetype cell) const
{
    QString result;
    for (qsizetype rest = firstColumn + cell + 1; rest > 0; rest = (rest - 1) / 26)
        result.prepend(QChar(u'A' + char16_t((rest - 1) % 26)));
    return result;
}

const Sheet *Workbook::sheet(QStringView name) const
{
    for (const Sheet &sheet : sheets) {
        if (sheet.name.trimmed().compare(name, Qt::CaseInsensitive) == 0)
            return &sheet;
    }
    return nullptr;
}

Workbook readWorkbook(const QByteArray &bytes, const WorkbookLimits &limits)
{
    if (bytes.size() > limits.file)
        throw Error(ErrorCode::InvalidInput, u"the file is larger than %1 MB"_s.arg(limits.file >> 20));
    if (bytes.startsWith("PK"))
        return readXlsx(bytes, limits);
    // An .xls, or an .xlsx with a password, is an OLE compound file: https://learn.microsoft.com/openspecs
    if (bytes.startsWith("\xd0\xcf\x11\xe0"))
        throw Error(ErrorCode::InvalidInput,
                    u"the file is an old .xls or has a password; save it as .xlsx without one"_s);
    return bytes.trimmed().startsWith('|') ? readMarkdownWorkbook(bytes, limits)
                                           : readCsvWorkbook(bytes, limits);
}

} // namespace seamfinder
