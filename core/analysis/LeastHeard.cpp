#include "core/analysis/LeastHeard.h"

#include "core/analysis/Debrief.h"
#include "core/analysis/UnitWalk.h"

#include <algorithm>
#include <tuple>

namespace seamfinder {

namespace {

struct RoleGroup
{
    TermId role;
    QVector<DimensionValue> members; ///< the role, and those that belong with it
};

/// The roles that perform a workflow; where the codebook has none, those that belong with no other.
QVector<RoleGroup> roleGroups(const Codebook &codebook)
{
    const QVector<Term> roles = codebook.inFacet(u"role");
    const bool byWorkflow =
        std::any_of(roles.begin(), roles.end(), [](const Term &role) { return bool(role.workflow); });
    QVector<RoleGroup> groups;
    for (const Term &role : roles) {
        const bool belongsElsewhere = role.groupRole && role.groupRole != role.id;
        if (role.special || role.retired || belongsElsewhere || (byWorkflow && !role.workflow))
            continue;
        RoleGroup group{role.id, {DimensionValue{role.id.value, 0}}};
        for (const Term &other : roles) {
            if (other.groupRole == role.id && other.id != role.id)
                group.members.append(DimensionValue{other.id.value, 0});
        }
        groups.append(group);
    }
    return groups;
}

bool isExpected(const Codebook &codebook, const RoleGroup &group, TermId element)
{
    const auto names = [&group](const QVector<TermId> &roles) {
        return std::any_of(roles.begin(), roles.end(), [&group](TermId role) {
            return group.members.contains(DimensionValue{role.value, 0});
        });
    };
    return names(codebook.provides(element)) || names(codebook.needs(element));
}

/// What counts: no non-mismatches, nothing of an interview that was withdrawn or has not begun.
Filter countedFilter(const CatalogueColumns &columns, const QVector<HeldInterview> &held)
{
    Filter filter = withoutNonMismatches({});
    QVector<DimensionValue> interviews{DimensionValue{}}; // recorded without one
    for (const HeldInterview &each : held)
        interviews.append(DimensionValue{each.interview.value, 0});
    const auto &dictionary = columns.column(Dimension::Interview).dictionary();
    const bool allHeld = std::all_of(dictionary.begin(), dictionary.end(), [&](const auto &values) {
        return values.empty() || interviews.contains(values.front());
    });
    // As short as possible: people read it as chips.
    if (!allHeld)
        filter.values[Dimension::Interview] = interviews;
    return filter;
}

/// Distinct participants by role and element: a cell for each pair, then the roles, then the elements.
class Voices
{
public:
    Voices(const CatalogueColumns &columns, const Selection &selection, const QVector<RoleGroup> &groups,
           const QVector<Term> &elements)
        : m_elements(elements.size())
        , m_groups(groups.size())
        , m_counter(size_t((groups.size() + 1) * (elements.size() + 1)))
    {
        // Few different sets of roles and elements occur, however many rows there are.
        const SetColumn &roles = columns.column(Dimension::ParticipantRole);
        const SetColumn &named = columns.column(Dimension::Element);
        const Places across = placesOf(named, m_elements, [&](qsizetype i, const DimensionValue &value) {
            return value.first == elements[i].id.value;
        });
        const Places down = placesOf(roles, m_groups, [&](qsizetype i, const DimensionValue &value) {
            return groups[i].members.contains(value);
        });
        const std::span<const qint32> participants = columns.participantOfRow();
        const UnitWalk walk(columns, selection);
        for (const UnitWalk::Unit &unit : walk.units()) {
            const auto row = size_t(unit.row);
            for (const qsizetype group : down[roles.setOf(row)]) {
                for (const qsizetype element : across[named.setOf(row)])
                    m_counter.add(place(group, element), participants[row], unit.row, true, unit.gap >= 0);
            }
        }
    }

    [[nodiscard]] int of(qsizetype group, qsizetype element) const { return count(group, element); }
    [[nodiscard]] int ofGroup(qsizetype group) const { return count(group, m_elements); }
    [[nodiscard]] int about(qsizetype element) const { return count(m_groups, element); }

private:
    using Places = std::vector<QVector<qsizetype>>;

    /// For each set of a dictionary, the places that one of its values belongs to; the last is everybody's.
    template <class Belongs>
    static Places placesOf(const SetColumn &column, qsizetype count, const Belongs &belongs)
    {
        Places places;
        for (const SetColumn::Values &values : column.dictionary()) {
            QVector<qsizetype> found{count};
            for (qsizetype i = 0; i < count; ++i) {
                if (std::any_of(values.begin(), values.end(),
                                [&](const DimensionValue &value) { return belongs(i, value); }))
                    found.append(i);
            }
            places.push_back(found);
        }
        return places;
    }

    [[nodiscard]] size_t place(qsizetype group, qsizetype element) const
    {
        return size_t(group * (m_elements + 1) + element);
    }
    [[nodiscard]] int count(qsizetype group, qsizetype element) const
    {
        return m_counter.counts(place(group, element)).participants;
    }

    qsizetype m_elements, m_groups;
    CellCounter m_counter;
};

} // namespace

std::optional<LeastHeard> leastHeard(const CatalogueColumns &columns, const Codebook &codebook,
                                     const QVector<HeldInterview> &held)
{
    const Filter counted = countedFilter(columns, held);
    const Selection selection = select(columns, counted);
    const QVector<RoleGroup> groups = roleGroups(codebook);
    if (selection.counts.participants == 0 || groups.isEmpty())
        return std::nullopt;
    const QVector<Term> elements = codebook.inFacet(u"element", false);
    const Voices voices(columns, selection, groups, elements);

    // The last place of each stands for "whatever element".
    QVector<std::pair<qsizetype, qsizetype>> pairs;
    for (qsizetype group = 0; group < groups.size(); ++group) {
        for (qsizetype element = 0; element < elements.size(); ++element) {
            if (isExpected(codebook, groups[group], elements[element].id))
                pairs.append({group, element});
        }
    }
    if (pairs.isEmpty()) {
        for (qsizetype group = 0; group < groups.size(); ++group)
            pairs.append({group, elements.size()});
    }
    const auto rank = [&](const std::pair<qsizetype, qsizetype> &pair) {
        const auto [group, element] = pair;
        return std::tuple(voices.of(group, element), voices.ofGroup(group), -voices.about(element));
    };
    const auto [group, element] =
        *std::min_element(pairs.begin(), pairs.end(),
                          [&](const auto &one, const auto &other) { return rank(one) < rank(other); });

    LeastHeard least;
    least.role = groups[group].role;
    least.participants = voices.of(group, element);
    least.ofRole = voices.ofGroup(group);
    least.behind = counted;
    least.behind.values[Dimension::ParticipantRole] = groups[group].members;
    if (element < elements.size()) {
        least.element = elements[element].id;
        least.aboutElement = voices.about(element);
        least.behind.values[Dimension::Element] = {DimensionValue{least.element.value, 0}};
    }
    return least;
}

} // namespace seamfinder
