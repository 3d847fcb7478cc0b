#pragma once

#include "core/domain/Dimension.h"

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace seamfinder {

/// One dimension of many units: per unit the place of its set of values in a dictionary of the distinct sets.
/// Set 0 is the empty set. Two bytes per unit, four once there are more than 65,536 distinct sets.
class SetColumn
{
public:
    using Values = std::vector<DimensionValue>;

    SetColumn();

    [[nodiscard]] size_t size() const { return m_wide.empty() ? m_narrow.size() : m_wide.size(); }
    [[nodiscard]] quint32 setOf(size_t unit) const { return m_wide.empty() ? m_narrow[unit] : m_wide[unit]; }
    [[nodiscard]] const Values &valuesOf(size_t unit) const { return m_dictionary[setOf(unit)]; }
    /// The values of each set: sorted, distinct.
    [[nodiscard]] const std::vector<Values> &dictionary() const { return m_dictionary; }

    /// The place of a set (sorted, distinct) in the dictionary, if it is there.
    [[nodiscard]] std::optional<quint32> find(std::span<const DimensionValue> set) const;
    /// The place of a set (sorted, distinct), added if it is new.
    quint32 intern(std::span<const DimensionValue> set);

    void resize(size_t units); ///< new units get the empty set
    void set(size_t unit, quint32 set);

private:
    struct Hash
    {
        size_t operator()(const Values &values) const
        {
            return qHashRange(values.begin(), values.end(), size_t(values.size()));
        }
        size_t operator()(const DimensionValue &value) const
        {
            // Ids are spread well enough: their low bits start at random.
            return size_t(value.first) * 0x9e3779b97f4a7c15u ^ size_t(value.second);
        }
    };

    std::vector<quint16> m_narrow;
    std::vector<quint32> m_wide;
    std::vector<Values> m_dictionary;
    std::unordered_map<Values, quint32, Hash> m_placeOfSet; ///< of two values and more
    std::unordered_map<DimensionValue, quint32, Hash> m_placeOfValue;
};

/// As resize, without the doubling of capacity that a vector of a million would take for one more.
template <class T>
void growTo(std::vector<T> &vector, size_t size)
{
    if (size > vector.capacity())
        vector.reserve(size + vector.size() / 16);
    vector.resize(size);
}

} // namespace seamfinder
