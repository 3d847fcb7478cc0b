#pragma once

#include "core/domain/Dimension.h"

#include <QMap>
#include <QString>
#include <QVector>

namespace seamfinder {

/// What a list, chart or export is limited to: AND between dimensions, OR within one. All values of the gap's
/// dimensions must hold for one and the same gap. What is in the bin or hidden by the protocol is never
/// shown.
struct Filter
{
    QMap<Dimension, QVector<DimensionValue>> values;
    QString text; ///< full-text search, as typed: words are prefixes and must all occur

    [[nodiscard]] bool isEmpty() const { return values.isEmpty() && text.trimmed().isEmpty(); }
    /// Adds the value if it is not there, takes it away if it is; a dimension without values goes.
    void toggle(Dimension dimension, DimensionValue value);
    [[nodiscard]] bool has(Dimension dimension, DimensionValue value) const;
    /// Whether a dimension of the gap is limited.
    [[nodiscard]] bool limitsGaps() const;

    friend bool operator==(const Filter &, const Filter &) = default;
};

/// Examples that turned out not to be mismatches are left out of counts unless Status is asked for: this adds
/// the other states where the filter says nothing about them, so that the limit is visible.
[[nodiscard]] Filter withoutNonMismatches(Filter filter);

} // namespace seamfinder
