#include "core/analysis/Debrief.h"

#include "core/analysis/LeastHeard.h"
#include "core/domain/IdGenerator.h"

#include <algorithm>
#include <QHash>
#include <QSet>

namespace seamfinder {

namespace {

/// Who named a value, seen from one interview.
struct Naming
{
    bool here = false;
    bool before = false;
    bool beforeByOthers = false;
};

/// When something was recorded, seen from one interview: its own, before it, or neither.
class Clock
{
public:
    Clock(const QVector<HeldInterview> &held, qsizetype here)
        : m_here(held[here])
    {
        for (qsizetype i = 0; i < here; ++i)
            m_before.insert(held[i].interview.value);
    }

    [[nodiscard]] bool isHere(qint64 interview) const { return interview == m_here.interview.value; }
    [[nodiscard]] bool isBefore(qint64 interview, qint64 row) const
    {
        return interview ? m_before.contains(interview) : IdGenerator::timeOf(row) < m_here.began;
    }

private:
    HeldInterview m_here;
    QSet<qint64> m_before;
};

qint64 valueOf(const CatalogueColumns &columns, Dimension dimension, size_t row)
{
    const SetColumn::Values &values = columns.column(dimension).valuesOf(row);
    return values.empty() ? 0 : values.front().first;
}

/// Every value of a dimension that a selection names, and who named it. Dimensions of the gap are those of
/// each gap, the others those of its row.
class Namings
{
public:
    Namings(const CatalogueColumns &columns, const HeldInterview &here, const Clock &clock)
        : m_columns(columns)
        , m_here(here)
        , m_clock(clock)
    {
    }

    [[nodiscard]] QHash<DimensionValue, Naming> of(Dimension dimension, const Selection &selection)
    {
        m_namings.clear();
        const SetColumn &column = m_columns.column(dimension);
        if (info(dimension).ofGap) {
            const std::span<const qint32> rowOfGap = m_columns.rowOfGap();
            for (size_t gap = 0; gap < rowOfGap.size(); ++gap) {
                if (selection.gaps[gap])
                    add(column.valuesOf(gap), size_t(rowOfGap[gap]));
            }
        } else {
            for (size_t row = 0; row < m_columns.rowIds().size(); ++row) {
                if (selection.examples[row])
                    add(column.valuesOf(row), row);
            }
        }
        return std::move(m_namings);
    }

private:
    void add(const SetColumn::Values &values, size_t row)
    {
        if (values.empty())
            return;
        const qint64 interview = valueOf(m_columns, Dimension::Interview, row);
        const bool here = m_clock.isHere(interview);
        const bool before = !here && m_clock.isBefore(interview, m_columns.rowIds()[row]);
        // Of whom nobody knows who it was, it may have been the same person.
        const ParticipantId teller{valueOf(m_columns, Dimension::Participant, row)};
        const bool byOthers = before && teller && !m_here.participants.contains(teller);
        for (const DimensionValue &value : values) {
            Naming &naming = m_namings[value];
            naming.here |= here;
            naming.before |= before;
            naming.beforeByOthers |= byOthers;
        }
    }

    const CatalogueColumns &m_columns;
    const HeldInterview &m_here;
    const Clock &m_clock;
    QHash<DimensionValue, Naming> m_namings;
};

DebriefValues valuesOf(const CatalogueColumns &columns, InterviewId interview, Dimension dimension,
                       QVector<DimensionValue> values)
{
    if (values.isEmpty())
        return {};
    std::sort(values.begin(), values.end());
    DebriefValues found;
    found.behind.values[Dimension::Interview] = {DimensionValue{interview.value, 0}};
    found.behind.values[dimension] = values;
    found.behind = withoutNonMismatches(found.behind);
    found.counts = select(columns, found.behind).counts;
    found.values = std::move(values);
    return found;
}

} // namespace

QVector<HeldInterview> heldInterviews(const QVector<Interview> &interviews)
{
    QVector<HeldInterview> held;
    for (const Interview &each : interviews) {
        if (interview_state::isHeld(each.standing()))
            held.append({each.id, each.date.value_or(IdGenerator::timeOf(each.id.value)), each.participants});
    }
    std::sort(held.begin(), held.end(), [](const HeldInterview &one, const HeldInterview &other) {
        return std::pair(one.began, one.interview) < std::pair(other.began, other.interview);
    });
    return held;
}

std::optional<Debrief> debrief(const CatalogueColumns &columns, const Codebook &codebook,
                               const QVector<HeldInterview> &held, InterviewId interview)
{
    const auto here = std::find_if(held.begin(), held.end(), [interview](const HeldInterview &each) {
        return each.interview == interview;
    });
    if (here == held.end())
        return std::nullopt;
    const Selection selection = select(columns, withoutNonMismatches({}));
    const Clock clock(held, here - held.begin());
    Namings namings(columns, *here, clock);
    Debrief result;
    const auto fill = [&](Dimension dimension, DebriefValues &fresh, DebriefValues &confirmed) {
        QVector<DimensionValue> freshValues, confirmedValues;
        const QHash<DimensionValue, Naming> named = namings.of(dimension, selection);
        for (auto value = named.cbegin(); value != named.cend(); ++value) {
            if (value->here && !value->before)
                freshValues.append(value.key());
            else if (value->here && value->beforeByOthers)
                confirmedValues.append(value.key());
        }
        fresh = valuesOf(columns, interview, dimension, freshValues);
        confirmed = valuesOf(columns, interview, dimension, confirmedValues);
    };
    fill(Dimension::Item, result.freshItems, result.confirmedItems);
    fill(Dimension::Element, result.freshElements, result.confirmedElements);
    result.leastHeard = leastHeard(columns, codebook, held);
    return result;
}

} // namespace seamfinder
