#include "core/exchange/CsvLine.h"

#include "core/exchange/OutputFile.h"

namespace seamfinder {

void writeCsvLine(const CsvFormat &format, const QStringList &cells, OutputFile &file)
{
    std::string text;
    for (const QString &cell : cells)
        format.cell(text, cell.toStdString());
    CsvFormat::endLine(text);
    file.write(text.data(), text.size());
}

} // namespace seamfinder
