#include "core/catalogue/ColumnsReader.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/FacetNumbers.h"
#include "core/catalogue/Query.h"
#include "core/domain/Fields.h"

#include <algorithm>
#include <bit>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
struct FacetColumn
{
    const Field *field;
    Dimension dimension;
    int number;
};

const std::array<FacetColumn, 7> &exampleFacets()
{
    static const std::array table{
        FacetColumn{&fields::example::element, Dimension::Element, facetNumber(fields::example::element)},
        FacetColumn{&fields::example::believedBy, Dimension::BelievedBy,
                    facetNumber(fields::example::believedBy)},
        FacetColumn{&fields::example::workflowOrigin, Dimension::WorkflowOrigin,
                    facetNumber(fields::example::workflowOrigin)},
        FacetColumn{&fields::example::workflowFound, Dimension::WorkflowFound,
                    facetNumber(fields::example::workflowFound)},
        FacetColumn{&fields::example::effect, Dimension::Effect, facetNumber(fields::example::effect)},
        FacetColumn{&fields::example::detection, Dimension::Detection,
                    facetNumber(fields::example::detection)},
        FacetColumn{&fields::example::tag, Dimension::Tag, facetNumber(fields::example::tag)},
    };
    return table;
}

const std::array<FacetColumn, 8> &gapFacets()
{
    static const std::array table{
        FacetColumn{&fields::gap::item, Dimension::Item, facetNumber(fields::gap::item)},
        FacetColumn{&fields::gap::hadBy, Dimension::HadBy, facetNumber(fields::gap::hadBy)},
        FacetColumn{&fields::gap::owner, Dimension::Owner, facetNumber(fields::gap::owner)},
        FacetColumn{&fields::gap::neededBy, Dimension::NeededBy, facetNumber(fields::gap::neededBy)},
        FacetColumn{&fields::gap::state, Dimension::State, facetNumber(fields::gap::state)},
        FacetColumn{&fields::gap::reason, Dimension::Reason, facetNumber(fields::gap::reason)},
        FacetColumn{&fields::gap::neededWhen, Dimension::NeededWhen, facetNumber(fields::gap::neededWhen)},
        FacetColumn{&fields::gap::remedy, Dimension::Remedy, facetNumber(fields::gap::remedy)},
    };
    return table;
}

constexpr OpenFields ownFields = openBit(OpenField::Element) | openBit(OpenField::BelievedBy) |
                                 openBit(OpenField::CountedOn) | openBit(OpenField::TurnedOut) |
                                 openBit(OpenField::Effect) | openBit(OpenField::Gap);

DimensionValue choiceValue(const Field &field, QByteArrayView key)
{
    for (size_t i = 0; i < field.choices.size(); ++i) {
        if (QLatin1StringView(key) == field.choices[i].key)
            return {qint64(i + 1), 0};
    }
    return {};
}

constexpr qint64 rowsBetweenReports = 1 << 18;
} // namespace

// The order is that of takeExampleFacts.
QString ColumnsReader::exampleFactsSql()
{
    return u"SELECT id, interview, participant, system, occurrence, source, breadth, what_if, first_hand, "
           u"status, "
           "given, relevant, deleted_at FROM example"_s;
}

QString ColumnsReader::gapFactsSql()
{
    return u"SELECT id, example, interview, participant, relevant, deleted_at FROM gap"_s;
}

void ColumnsReader::readAll(const std::function<void(double)> &progress)
{
    const auto report = [&](double from, double to) {
        return [=, &progress](double part) {
            if (progress)
                progress(from + part * (to - from));
        };
    };
    readSmallTables();
    readIds();
    readExampleFacts(report(0.1, 0.3));
    readGapFacts();
    readCodings(report(0.4, 0.95));
    readMissing();
    deriveOpenOfAll();
    report(0, 1)(1);
}

void ColumnsReader::readSmallTables()
{
    d.rolesOfParticipant.clear();
    Query roles = m_db.query(
        u"SELECT DISTINCT participant, term FROM participant_term WHERE field = 'role' ORDER BY participant, term"_s);
    while (roles.next())
        d.rolesOfParticipant[roles.integer(0)].push_back({roles.integer(1), 0});
    d.codersOfInterview.clear();
    Query coders =
        m_db.query(u"SELECT DISTINCT interview, coder FROM interview_coder ORDER BY interview, coder"_s);
    while (coders.next())
        d.codersOfInterview[coders.integer(0)].push_back({coders.integer(1), 0});
    d.elementOfItem.clear();
    Query items = m_db.query(u"SELECT id, about FROM term WHERE about IS NOT NULL"_s);
    while (items.next())
        d.elementOfItem.insert(items.integer(0), items.integer(1));
    Query likely = m_db.query(u"SELECT id FROM term WHERE facet = 'occurrence' AND key = 'likely'"_s);
    d.likely = likely.next() ? likely.integer(0) : 0;
}

void ColumnsReader::readIds()
{
    // By a covering index: the table itself, with its texts, is ten times its size.
    std::vector<qint64> &rows = d.rowIds.edit();
    Cursor count(m_db, u"SELECT (SELECT count(*) FROM example), (SELECT count(*) FROM gap), "
                       "(SELECT count(*) FROM gap WHERE example IS NULL)"_s);
    if (count.next()) {
        rows.reserve(size_t(count.integer(0) + count.integer(2)));
        d.gapIds.edit().reserve(size_t(count.integer(1)));
    }
    Cursor examples(m_db, u"SELECT id FROM example INDEXED BY example_created"_s);
    while (examples.next())
        rows.push_back(examples.integer(0));
    std::vector<qint64> &gaps = d.gapIds.edit();
    Cursor all(m_db, u"SELECT id, example FROM gap INDEXED BY gap_facts"_s);
    while (all.next()) {
        gaps.push_back(all.integer(0));
        if (all.isNull(1))
            rows.push_back(all.integer(0));
    }
    std::sort(rows.begin(), rows.end());
    std::sort(gaps.begin(), gaps.end());
    d.resizeRows(rows.size());
    d.resizeGaps(gaps.size());
}

void ColumnsReader::readExampleFacts(const std::function<void(double)> &progress)
{
    Cursor facts(m_db, exampleFactsSql() + u" INDEXED BY example_facts"_s);
    qint64 read = 0;
    while (facts.next()) {
        takeExampleFacts(size_t(placeOfId(*d.rowIds, facts.integer(0))), facts);
        if (++read % rowsBetweenReports == 0)
            progress(double(read) / double(d.rowIds->size()));
    }
}

void ColumnsReader::takeExampleFacts(size_t row, const Cursor &facts)
{
    const qint64 occurrence = facts.integer(4);
    const auto given = facts.integer(10);
    const bool shown = facts.integer(11) != 0 && facts.isNull(12);
    const bool likely = occurrence != 0 && occurrence == d.likely;
    assign(d.rowFlags, row,
           quint8((shown ? ColumnsData::RowShown : 0) | (likely ? ColumnsData::RowLikely : 0)));
    OpenFields open = ownFields;
    if (given & 1)
        open &= OpenFields(~openBit(OpenField::CountedOn));
    if (given & (likely ? 8 : 2))
        open &= OpenFields(~openBit(OpenField::TurnedOut));
    assign(d.rowOpen, row, open);
    d.assign(Dimension::System, row, DimensionValue{facts.integer(3), 0});
    d.assign(Dimension::Occurrence, row, DimensionValue{occurrence, 0});
    d.assign(Dimension::Source, row, DimensionValue{facts.integer(5), 0});
    d.assign(Dimension::Breadth, row, DimensionValue{facts.integer(6), 0});
    d.assign(Dimension::WhatIf, row, choiceValue(fields::example::whatIf, facts.bytes(7)));
    d.assign(Dimension::FirstHand, row, choiceValue(fields::example::firstHand, facts.bytes(8)));
    d.assign(Dimension::Status, row, choiceValue(fields::example::status, facts.bytes(9)));
    assignPeople(row, facts.integer(2), facts.integer(1));
}

void ColumnsReader::assignPeople(size_t row, qint64 participant, qint64 interview)
{
    qint32 ordinal = -1;
    if (participant != 0) {
        const auto known = d.participants.constFind(participant);
        ordinal = known != d.participants.cend() ? *known : qint32(d.participants.size());
        if (known == d.participants.cend())
            d.participants.insert(participant, ordinal);
    }
    assign(d.participantOfRow, row, ordinal);
    d.assign(Dimension::Participant, row, DimensionValue{participant, 0});
    d.assign(Dimension::Interview, row, DimensionValue{interview, 0});
    d.assign(Dimension::ParticipantRole, row, d.rolesOfParticipant.value(participant));
    d.assign(Dimension::Coder, row, d.codersOfInterview.value(interview));
}

void ColumnsReader::readGapFacts()
{
    Cursor facts(m_db, gapFactsSql() + u" INDEXED BY gap_facts"_s);
    while (facts.next())
        takeGapFacts(size_t(placeOfId(*d.gapIds, facts.integer(0))), facts);
}

void ColumnsReader::takeGapFacts(size_t gap, const Cursor &facts)
{
    const bool isNeed = facts.isNull(1);
    const int row = placeOfId(*d.rowIds, isNeed ? facts.integer(0) : facts.integer(1));
    const bool shown = row >= 0 && facts.integer(4) != 0 && facts.isNull(5);
    assign(d.rowOfGap, gap, row);
    assign(d.gapFlags, gap,
           quint8((shown ? ColumnsData::GapShown : 0) | ColumnsData::GapOwnerOpen |
                  ColumnsData::GapNeededByOpen | ColumnsData::GapItemOpen));
    if (!isNeed || row < 0)
        return;
    assign(d.rowFlags, size_t(row), quint8(ColumnsData::RowNeed | (shown ? ColumnsData::RowShown : 0)));
    assignPeople(size_t(row), facts.integer(3), facts.integer(2));
}

void ColumnsReader::takeCoding(int facet, qint64 term, bool main)
{
    if (facet < 0 || facet >= int(m_values.size()))
        return;
    m_values[size_t(facet)].push_back({term, 0});
    m_facets |= quint64(1) << facet;
    if (main && facet == exampleFacets().front().number)
        m_mainElement = term;
}

void ColumnsReader::readCodings(const std::function<void(double)> &progress)
{
    // Ordered by target, as the ids are: the places in both only ever go forward.
    Cursor codings(m_db, u"SELECT target, facet, term, main FROM adopted ORDER BY target, facet, term"_s);
    const std::vector<qint64> &rows = *d.rowIds;
    const std::vector<qint64> &gaps = *d.gapIds;
    size_t row = 0, gap = 0;
    qint64 target = 0;
    const auto flush = [&] {
        while (row < rows.size() && rows[row] < target)
            ++row;
        while (gap < gaps.size() && gaps[gap] < target)
            ++gap;
        if (gap < gaps.size() && gaps[gap] == target)
            flushGapCodings(gap);
        else if (row < rows.size() && rows[row] == target)
            flushRowCodings(row);
        clearCodings();
    };
    qint64 targets = 0;
    while (codings.next()) {
        if (codings.integer(0) != target) {
            flush();
            target = codings.integer(0);
            if (++targets % rowsBetweenReports == 0)
                progress(double(targets) / double(rows.size() + gaps.size()));
        }
        takeCoding(int(codings.integer(1)), codings.integer(2), codings.integer(3) != 0);
    }
    flush();
}

void ColumnsReader::clearCodings()
{
    for (; m_facets != 0; m_facets &= m_facets - 1)
        m_values[size_t(std::countr_zero(m_facets))].clear();
    m_mainElement = 0;
}

void ColumnsReader::flushRowCodings(size_t row)
{
    OpenFields open = (*d.rowOpen)[row];
    for (const FacetColumn &facet : exampleFacets()) {
        const SetColumn::Values &values = m_values[size_t(facet.number)];
        d.assign(facet.dimension, row, values);
        if (values.empty())
            continue;
        if (facet.dimension == Dimension::Element)
            open &= OpenFields(~openBit(OpenField::Element));
        else if (facet.dimension == Dimension::BelievedBy)
            open &= OpenFields(~openBit(OpenField::BelievedBy));
        else if (facet.dimension == Dimension::Effect)
            open &= OpenFields(~openBit(OpenField::Effect));
    }
    assign(d.rowOpen, row, open);
    d.assign(Dimension::MainElement, row, DimensionValue{m_mainElement, 0});
}

void ColumnsReader::flushGapCodings(size_t gap)
{
    static const auto valuesPlace = [](const Field &field) { return size_t(facetNumber(field)); };
    static const size_t item = valuesPlace(fields::gap::item), ownElement = valuesPlace(fields::gap::element),
                        owner = valuesPlace(fields::gap::owner),
                        neededBy = valuesPlace(fields::gap::neededBy);
    for (const FacetColumn &facet : gapFacets())
        d.assign(facet.dimension, gap, m_values[size_t(facet.number)]);

    m_derived.clear();
    for (const DimensionValue &value : m_values[item]) {
        if (const qint64 element = d.elementOfItem.value(value.first))
            m_derived.push_back({element, 0});
    }
    std::sort(m_derived.begin(), m_derived.end());
    m_derived.erase(std::unique(m_derived.begin(), m_derived.end()), m_derived.end());
    d.assign(Dimension::ItemElement, gap, m_derived.empty() ? m_values[ownElement] : m_derived);

    m_derived.clear();
    for (const DimensionValue &from : m_values[owner]) {
        for (const DimensionValue &to : m_values[neededBy])
            m_derived.push_back({from.first, to.first});
    }
    d.assign(Dimension::Flow, gap, m_derived);

    quint8 flags = (*d.gapFlags)[gap];
    if (!m_values[owner].empty())
        flags &= quint8(~ColumnsData::GapOwnerOpen);
    if (!m_values[neededBy].empty())
        flags &= quint8(~ColumnsData::GapNeededByOpen);
    if (!m_values[item].empty())
        flags &= quint8(~ColumnsData::GapItemOpen);
    assign(d.gapFlags, gap, flags);
}

} // namespace seamfinder
