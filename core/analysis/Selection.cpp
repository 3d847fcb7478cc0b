#include "core/analysis/Selection.h"

#include <algorithm>

namespace seamfinder {

namespace {
// Which sets of a dimension's dictionary meet the chosen values.
std::vector<quint8> acceptedSets(const SetColumn &column, const QVector<DimensionValue> &chosen)
{
    std::vector<quint8> accepted;
    accepted.reserve(column.dictionary().size());
    for (const SetColumn::Values &values : column.dictionary()) {
        const bool meets =
            values.empty() ? chosen.contains(DimensionValue{})
                           : std::any_of(values.begin(), values.end(),
                                         [&](const DimensionValue &value) { return chosen.contains(value); });
        accepted.push_back(meets);
    }
    return accepted;
}

void limit(std::vector<quint8> &units, const SetColumn &column, const std::vector<quint8> &accepted)
{
    for (size_t unit = 0; unit < units.size(); ++unit)
        units[unit] &= accepted[column.setOf(unit)];
}
} // namespace

Selection select(const CatalogueColumns &columns, const Filter &filter,
                 const std::optional<std::vector<qint64>> &textHits)
{
    const size_t rowCount = columns.rowIds().size(), gapCount = columns.gapIds().size();
    const std::span<const qint32> rowOfGap = columns.rowOfGap();

    std::vector<quint8> rows(rowCount), gaps(gapCount), hasGaps(rowCount);
    for (size_t row = 0; row < rowCount; ++row)
        rows[row] = columns.isShown(row);
    for (size_t gap = 0; gap < gapCount; ++gap) {
        gaps[gap] = columns.isGapShown(gap);
        if (gaps[gap])
            hasGaps[size_t(rowOfGap[gap])] = 1;
    }

    bool acceptsNoGap = true;
    for (const auto &[dimension, chosen] : filter.values.asKeyValueRange()) {
        const SetColumn &column = columns.column(dimension);
        const std::vector<quint8> accepted = acceptedSets(column, chosen);
        limit(info(dimension).ofGap ? gaps : rows, column, accepted);
        if (info(dimension).ofGap)
            acceptsNoGap = acceptsNoGap && accepted.front();
    }

    std::vector<quint8> rowHits(textHits ? rowCount : 0), gapHits(textHits ? gapCount : 0);
    for (const qint64 id : textHits.value_or(std::vector<qint64>{})) {
        if (const int gap = columns.findGap(id); gap >= 0)
            gapHits[size_t(gap)] = 1;
        else if (const int row = columns.findRow(id); row >= 0)
            rowHits[size_t(row)] = 1;
    }

    Selection selection{std::vector<quint8>(rowCount), std::move(gaps), {}};
    for (size_t gap = 0; gap < gapCount; ++gap) {
        if (!selection.gaps[gap])
            continue;
        const auto row = size_t(rowOfGap[gap]);
        const bool found = !textHits || gapHits[gap] || rowHits[row];
        selection.gaps[gap] = found && rows[row];
        if (selection.gaps[gap])
            selection.examples[row] = 1;
    }
    std::vector<quint8> participants(size_t(columns.participantCount()));
    const std::span<const qint32> participantOfRow = columns.participantOfRow();
    for (size_t row = 0; row < rowCount; ++row) {
        if (!hasGaps[row] && rows[row] && acceptsNoGap && !columns.isNeed(row) && (!textHits || rowHits[row]))
            selection.examples[row] = 1;
        if (!selection.examples[row])
            continue;
        if (const qint32 participant = participantOfRow[row]; participant >= 0)
            participants[size_t(participant)] = 1;
        if (columns.isNeed(row))
            selection.examples[row] = 0; // counted as a gap
        else
            ++selection.counts.examples;
    }
    selection.counts.gaps = int(std::count(selection.gaps.begin(), selection.gaps.end(), 1));
    selection.counts.participants = int(std::count(participants.begin(), participants.end(), 1));
    return selection;
}

} // namespace seamfinder
