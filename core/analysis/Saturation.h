#pragma once

#include "core/analysis/Selection.h"

#include <QVector>

namespace seamfinder {

/// What one interview named, for saturation.
struct InterviewItems
{
    qint64 interview = 0;
    QVector<qint64> items; ///< information items of its gaps, in any order, repeats allowed
};

/// What an interview added to what was known before it.
struct SaturationStep
{
    qint64 interview = 0;
    int named = 0; ///< different items that it named
    int fresh = 0; ///< of these, the ones that no earlier interview had named
    int known = 0; ///< different items named so far, with this interview

    friend bool operator==(const SaturationStep &, const SaturationStep &) = default;
};

/// One step per interview, in the order given (that in which they were held).
[[nodiscard]] QVector<SaturationStep> saturation(const QVector<InterviewItems> &interviews);

/// The items that the gaps of a selection name, for each of these interviews in this order; an interview that
/// named none keeps its place.
[[nodiscard]] QVector<InterviewItems> itemsByInterview(const CatalogueColumns &columns,
                                                       const Selection &selection,
                                                       const QVector<qint64> &interviews);

} // namespace seamfinder
