#pragma once

#include "core/catalogue/SetColumn.h"

#include <array>
#include <memory>
#include <QHash>
#include <span>
#include <type_traits>
#include <vector>

namespace seamfinder {

/// Copy on write: copies share the value until one is edited.
template <class T>
class Shared
{
public:
    const T &operator*() const { return *m_value; }
    const T *operator->() const { return m_value.get(); }
    T &edit()
    {
        if (m_value.use_count() > 1)
            m_value = std::make_shared<T>(*m_value);
        return *m_value;
    }

private:
    std::shared_ptr<T> m_value = std::make_shared<T>();
};

/// What CatalogueColumns holds. Rows are examples and needs; see there.
struct ColumnsData
{
    enum RowFlag : quint8 { RowShown = 1, RowNeed = 2, RowLikely = 4 };
    enum GapFlag : quint8 { GapShown = 1, GapOwnerOpen = 2, GapNeededByOpen = 4, GapItemOpen = 8 };

    Shared<std::vector<qint64>> rowIds;
    Shared<std::vector<quint8>> rowFlags;
    Shared<std::vector<OpenFields>>
        rowOpen; ///< the example's own; OpenField::Gap: has no missing code for it
    Shared<std::vector<qint32>> participantOfRow;
    Shared<std::vector<qint64>> gapIds;
    Shared<std::vector<quint8>> gapFlags;
    Shared<std::vector<qint32>> rowOfGap;
    std::array<Shared<SetColumn>, size_t(Dimension::Remedy) + 1> columns;

    // Small tables that the columns depend on.
    QHash<qint64, qint32> participants; ///< id → ordinal
    QHash<qint64, SetColumn::Values> rolesOfParticipant;
    QHash<qint64, SetColumn::Values> codersOfInterview;
    QHash<qint64, qint64> elementOfItem;
    qint64 likely = 0; ///< the occurrence "likely"

    Shared<SetColumn> &column(Dimension dimension) { return columns[size_t(dimension)]; }
    [[nodiscard]] const SetColumn &column(Dimension dimension) const { return *columns[size_t(dimension)]; }

    /// Gives a unit a set of values (sorted, distinct); nothing is copied where it has it already.
    void assign(Dimension dimension, size_t unit, std::span<const DimensionValue> values);
    void assign(Dimension dimension, size_t unit, DimensionValue value); ///< none: the empty set

    void resizeRows(size_t size);
    void resizeGaps(size_t size);
};

[[nodiscard]] constexpr OpenFields openBit(OpenField field)
{
    return OpenFields(1u << (unsigned(field) - 1));
}

/// The place of an id among sorted ones, or -1.
[[nodiscard]] int placeOfId(const std::vector<qint64> &ids, qint64 id);

/// Writes one element, if it differs.
template <class T>
void assign(Shared<std::vector<T>> &vector, size_t place, std::type_identity_t<T> value)
{
    if ((*vector)[place] != value)
        vector.edit()[place] = value;
}

} // namespace seamfinder
