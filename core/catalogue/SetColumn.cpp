#include "core/catalogue/SetColumn.h"

#include <limits>

namespace seamfinder {

SetColumn::SetColumn()
    : m_dictionary(1)
{
}

std::optional<quint32> SetColumn::find(std::span<const DimensionValue> set) const
{
    if (set.empty())
        return 0;
    if (set.size() == 1) {
        const auto found = m_placeOfValue.find(set.front());
        return found == m_placeOfValue.end() ? std::nullopt : std::optional(found->second);
    }
    const auto found = m_placeOfSet.find(Values(set.begin(), set.end()));
    return found == m_placeOfSet.end() ? std::nullopt : std::optional(found->second);
}

quint32 SetColumn::intern(std::span<const DimensionValue> set)
{
    if (const auto known = find(set))
        return *known;
    const auto place = quint32(m_dictionary.size());
    const Values &values = m_dictionary.emplace_back(set.begin(), set.end());
    if (values.size() == 1)
        m_placeOfValue.emplace(values.front(), place);
    else
        m_placeOfSet.emplace(values, place);
    return place;
}

void SetColumn::resize(size_t units)
{
    if (m_wide.empty())
        growTo(m_narrow, units);
    else
        growTo(m_wide, units);
}

void SetColumn::set(size_t unit, quint32 set)
{
    if (m_wide.empty() && set > std::numeric_limits<quint16>::max()) {
        m_wide.assign(m_narrow.begin(), m_narrow.end());
        m_narrow = {};
    }
    if (m_wide.empty())
        m_narrow[unit] = quint16(set);
    else
        m_wide[unit] = set;
}

} // namespace seamfinder
