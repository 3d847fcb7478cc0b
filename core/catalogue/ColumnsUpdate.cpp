#include "core/catalogue/ColumnsReader.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/Query.h"

#include <algorithm>

/// Bringing the columns up to date after a commit.
namespace seamfinder {

using namespace Qt::StringLiterals;

bool ColumnsReader::refreshSmallTables()
{
    const QHash<qint64, qint64> elements = d.elementOfItem;
    const QHash<qint64, SetColumn::Values> roles = d.rolesOfParticipant, coders = d.codersOfInterview;
    const qint64 likely = d.likely;
    readSmallTables();
    if (d.elementOfItem != elements || d.likely != likely)
        return false;
    if (d.rolesOfParticipant == roles && d.codersOfInterview == coders)
        return true;
    const auto firstOf = [](const SetColumn &column, size_t row) {
        const SetColumn::Values &values = column.valuesOf(row);
        return values.empty() ? 0 : values.front().first;
    };
    for (size_t row = 0; row < d.rowIds->size(); ++row)
        assignPeople(row, firstOf(*d.column(Dimension::Participant), row),
                     firstOf(*d.column(Dimension::Interview), row));
    return true;
}

bool ColumnsReader::readAgain(const std::set<qint64> &targets)
{
    if (!append(targets))
        return false;
    std::set<qint32> rows;
    for (const qint64 target : targets) {
        const int gap = placeOfId(*d.gapIds, target);
        const int row = placeOfId(*d.rowIds, target);
        if (gap >= 0) {
            rows.insert((*d.rowOfGap)[size_t(gap)]);
            readGap(size_t(gap));
            rows.insert((*d.rowOfGap)[size_t(gap)]);
        } else if (row >= 0) {
            readExample(size_t(row));
            rows.insert(row);
        }
    }
    deriveOpen(rows);
    return true;
}

bool ColumnsReader::append(const std::set<qint64> &targets)
{
    std::vector<qint64> rows, gaps;
    for (const qint64 target : targets) {
        if (placeOfId(*d.rowIds, target) >= 0 || placeOfId(*d.gapIds, target) >= 0)
            continue;
        Query gap = m_db.query(u"SELECT example IS NULL FROM gap WHERE id = ?"_s);
        if (gap.bind(target).next()) {
            gaps.push_back(target);
            if (gap.integer(0) != 0)
                rows.push_back(target);
        } else if (m_db.query(u"SELECT 1 FROM example WHERE id = ?"_s).bind(target).next()) {
            rows.push_back(target);
        }
    }
    const auto isNewer = [](const std::vector<qint64> &added, const std::vector<qint64> &known) {
        return added.empty() || known.empty() || added.front() > known.back();
    };
    if (!isNewer(rows, *d.rowIds) || !isNewer(gaps, *d.gapIds))
        return false;
    if (const size_t known = d.rowIds->size(); !rows.empty()) {
        d.resizeRows(known + rows.size());
        std::copy(rows.begin(), rows.end(), d.rowIds.edit().begin() + qsizetype(known));
    }
    if (const size_t known = d.gapIds->size(); !gaps.empty()) {
        d.resizeGaps(known + gaps.size());
        std::copy(gaps.begin(), gaps.end(), d.gapIds.edit().begin() + qsizetype(known));
        std::fill(d.rowOfGap.edit().begin() + qsizetype(known), d.rowOfGap.edit().end(), -1);
    }
    return true;
}

void ColumnsReader::readExample(size_t row)
{
    const qint64 id = (*d.rowIds)[row];
    Cursor facts(m_db, exampleFactsSql() + u" WHERE id = ?"_s);
    facts.bind(1, id);
    if (!facts.next()) {
        assign(d.rowFlags, row, 0);
        return;
    }
    takeExampleFacts(row, facts);
    Cursor codings(m_db, u"SELECT facet, term, main FROM adopted WHERE target = ? ORDER BY facet, term"_s);
    codings.bind(1, id);
    while (codings.next())
        takeCoding(int(codings.integer(0)), codings.integer(1), codings.integer(2) != 0);
    flushRowCodings(row);
    clearCodings();
    readTargetMissing(id);
}

void ColumnsReader::readGap(size_t gap)
{
    const qint64 id = (*d.gapIds)[gap];
    Cursor facts(m_db, gapFactsSql() + u" WHERE id = ?"_s);
    facts.bind(1, id);
    if (!facts.next()) {
        assign(d.gapFlags, gap, 0);
        if (const int row = placeOfId(*d.rowIds, id); row >= 0)
            assign(d.rowFlags, size_t(row), ColumnsData::RowNeed);
        return;
    }
    takeGapFacts(gap, facts);
    Cursor codings(m_db, u"SELECT facet, term FROM adopted WHERE target = ? ORDER BY facet, term"_s);
    codings.bind(1, id);
    while (codings.next())
        takeCoding(int(codings.integer(0)), codings.integer(1), false);
    flushGapCodings(gap);
    clearCodings();
    readTargetMissing(id);
}

void ColumnsReader::readTargetMissing(qint64 target)
{
    Cursor missing(m_db, u"SELECT field FROM field_missing WHERE target = ?"_s);
    missing.bind(1, target);
    while (missing.next())
        takeMissing(target, missing.bytes(0));
}

} // namespace seamfinder
