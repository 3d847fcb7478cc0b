#include "core/exchange/ProtocolImport.h"

#include <QCoreApplication>

namespace seamfinder {

using namespace Qt::StringLiterals;

QString ImportPlace::text() const
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("ProtocolImport", text); };
    if (!path.isEmpty())
        return path;
    QStringList parts;
    if (!sheet.isEmpty())
        parts.append(sheet);
    if (row > 0)
        parts.append(tr("row %1").arg(row));
    if (!letter.isEmpty())
        parts.append(column.isEmpty() ? tr("column %1").arg(letter)
                                      : tr("column %1 (%2)").arg(letter, column));
    return parts.join(u", "_s);
}

} // namespace seamfinder
