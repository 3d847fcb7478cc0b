#include "core/catalogue/ColumnsReader.h"

#include "core/domain/Fields.h"

#include <array>
#include <map>

/// Which of the fields that an example needs are open: its own and its gaps'.
namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
// The open fields that a shown gap adds to its example.
OpenFields openOfGap(quint8 flags)
{
    return OpenFields((flags & ColumnsData::GapOwnerOpen ? openBit(OpenField::Owner) : 0) |
                      (flags & ColumnsData::GapNeededByOpen ? openBit(OpenField::NeededBy) : 0) |
                      (flags & ColumnsData::GapItemOpen ? openBit(OpenField::Item) : 0));
}

OpenFields withGap(OpenFields open, quint8 flags)
{
    return OpenFields((open & ~openBit(OpenField::Gap)) | openOfGap(flags));
}

SetColumn::Values openValues(OpenFields fields)
{
    SetColumn::Values values;
    for (const OpenField field : openFields()) {
        if (fields & openBit(field))
            values.push_back({qint64(field), 0});
    }
    return values;
}
} // namespace

void ColumnsReader::readMissing()
{
    Cursor missing(m_db, u"SELECT target, field FROM field_missing INDEXED BY field_missing_target"_s);
    while (missing.next())
        takeMissing(missing.integer(0), missing.bytes(1));
}

void ColumnsReader::takeMissing(qint64 target, QByteArrayView field)
{
    const QLatin1StringView key(field);
    if (const int gap = placeOfId(*d.gapIds, target); gap >= 0) {
        quint8 flags = (*d.gapFlags)[size_t(gap)];
        if (key == fields::gap::owner.key)
            flags &= quint8(~ColumnsData::GapOwnerOpen);
        else if (key == fields::gap::neededBy.key)
            flags &= quint8(~ColumnsData::GapNeededByOpen);
        else if (key == fields::gap::item.key)
            flags &= quint8(~ColumnsData::GapItemOpen);
        assign(d.gapFlags, size_t(gap), flags);
        return;
    }
    const int row = placeOfId(*d.rowIds, target);
    if (row < 0)
        return;
    const bool likely = ((*d.rowFlags)[size_t(row)] & ColumnsData::RowLikely) != 0;
    OpenFields done = 0;
    if (key == fields::example::element.key)
        done = openBit(OpenField::Element);
    else if (key == fields::example::believedBy.key)
        done = openBit(OpenField::BelievedBy);
    else if (key == fields::example::countedOn.key)
        done = openBit(OpenField::CountedOn);
    else if (key == (likely ? fields::example::feared.key : fields::example::turnedOut.key))
        done = openBit(OpenField::TurnedOut);
    else if (key == fields::example::effect.key)
        done = openBit(OpenField::Effect);
    else if (key == "gap"_L1)
        done = openBit(OpenField::Gap);
    assign(d.rowOpen, size_t(row), OpenFields((*d.rowOpen)[size_t(row)] & ~done));
}

void ColumnsReader::deriveOpen(const std::set<qint32> &rows)
{
    std::map<qint32, OpenFields> open;
    for (const qint32 row : rows) {
        if (row >= 0 && !((*d.rowFlags)[size_t(row)] & ColumnsData::RowNeed))
            open.emplace(row, (*d.rowOpen)[size_t(row)]);
    }
    if (open.empty())
        return;
    const std::vector<qint32> &rowOfGap = *d.rowOfGap;
    for (size_t gap = 0; gap < rowOfGap.size(); ++gap) {
        if (rowOfGap[gap] < open.begin()->first || rowOfGap[gap] > open.rbegin()->first)
            continue;
        const quint8 flags = (*d.gapFlags)[gap];
        const auto row = open.find(rowOfGap[gap]);
        if (row != open.end() && (flags & ColumnsData::GapShown))
            row->second = withGap(row->second, flags);
    }
    for (const auto &[row, fields] : open)
        d.assign(Dimension::Open, size_t(row), openValues(fields));
}

void ColumnsReader::deriveOpenOfAll()
{
    std::vector<OpenFields> open = *d.rowOpen;
    for (size_t gap = 0; gap < d.gapIds->size(); ++gap) {
        const quint8 flags = (*d.gapFlags)[gap];
        if (const qint32 row = (*d.rowOfGap)[gap]; row >= 0 && (flags & ColumnsData::GapShown))
            open[size_t(row)] = withGap(open[size_t(row)], flags);
    }
    SetColumn &column = d.column(Dimension::Open).edit();
    std::array<std::optional<quint32>, (1U << unsigned(OpenField::Item))> places;
    for (size_t row = 0; row < open.size(); ++row) {
        if ((*d.rowFlags)[row] & ColumnsData::RowNeed)
            continue;
        std::optional<quint32> &place = places[open[row]];
        if (!place)
            place = column.intern(openValues(open[row]));
        column.set(row, *place);
    }
}

} // namespace seamfinder
