#include "core/exchange/CsvReader.h"

#include "core/domain/Error.h"
#include "core/domain/Utf8.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

QVector<QStringList> readCsv(QByteArrayView text, char delimiter, EmptyLines emptyLines)
{
    if (text.startsWith("\xef\xbb\xbf"))
        text = text.sliced(3);
    QVector<QStringList> rows;
    QStringList row;
    QByteArray cell;
    int line = 1;
    bool wasQuoted = false;
    const auto endCell = [&] {
        row.append(textFromUtf8(cell));
        cell.clear();
        wasQuoted = false;
    };
    const auto fail = [&](const QString &what) {
        throw Error(ErrorCode::InvalidInput, u"line %1: %2"_s.arg(line).arg(what));
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"') {
            if (!cell.isEmpty() || wasQuoted)
                fail(u"a quote in the middle of a cell"_s);
            wasQuoted = true;
            for (++i;; ++i) {
                if (i >= text.size())
                    fail(u"a quoted cell has no end"_s);
                if (text[i] == '"' && (i + 1 >= text.size() || text[i + 1] != '"'))
                    break;
                if (text[i] == '"')
                    ++i;
                if (text[i] == '\n')
                    ++line;
                cell.append(text[i]);
            }
        } else if (c == delimiter) {
            endCell();
        } else if (c == '\r' || c == '\n') {
            if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n')
                ++i;
            ++line;
            if (row.isEmpty() && cell.isEmpty() && !wasQuoted) {
                if (emptyLines == EmptyLines::Keep)
                    rows.append(QStringList());
                continue;
            }
            endCell();
            rows.append(std::exchange(row, {}));
        } else {
            if (wasQuoted)
                fail(u"text after a quoted cell"_s);
            cell.append(c);
        }
    }
    if (!row.isEmpty() || !cell.isEmpty() || wasQuoted) {
        endCell();
        rows.append(row);
    }
    return rows;
}

} // namespace seamfinder
