#include "tests/support/ColumnsText.h"

namespace seamfinder::test {

using namespace Qt::StringLiterals;

namespace {
QString valuesText(const CatalogueColumns &columns, bool ofGap, size_t unit)
{
    QString text;
    for (const DimensionInfo &dimension : dimensions()) {
        if (dimension.ofGap != ofGap)
            continue;
        text += u' ' + dimension.key + u'=';
        for (const DimensionValue &value : columns.column(dimension.dimension).valuesOf(unit))
            text += u"%1>%2,"_s.arg(value.first).arg(value.second);
    }
    return text;
}
} // namespace

QStringList columnsText(const CatalogueColumns &columns)
{
    QStringList lines;
    for (size_t row = 0; row < columns.rowIds().size(); ++row) {
        if (columns.isShown(row))
            lines.append(u"row %1 need %2 known %3"_s.arg(columns.rowIds()[row])
                             .arg(columns.isNeed(row))
                             .arg(columns.participantOfRow()[row] >= 0) +
                         valuesText(columns, false, row));
    }
    for (size_t gap = 0; gap < columns.gapIds().size(); ++gap) {
        if (columns.isGapShown(gap))
            lines.append(u"gap %1 of %2"_s.arg(columns.gapIds()[gap])
                             .arg(columns.rowIds()[size_t(columns.rowOfGap()[gap])]) +
                         valuesText(columns, true, gap));
    }
    return lines;
}

} // namespace seamfinder::test
