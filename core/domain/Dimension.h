#pragma once

#include "core/domain/Field.h"

#include <compare>
#include <QHashFunctions>
#include <QString>
#include <span>

namespace seamfinder {

/// A way to tell examples and gaps apart: in filters, charts, and on the command line. The unit is the gap; a
/// gap inherits its example's dimensions, and an example without gaps counts under "(none)" of the gap's
/// dimensions.
enum class Dimension : quint8 {
    // of the example
    Element,
    MainElement,
    BelievedBy,
    WorkflowOrigin,
    WorkflowFound,
    Effect,
    Detection,
    Tag,
    Occurrence,
    Source,
    Breadth,
    Participant,
    ParticipantRole,
    Interview,
    System,
    Coder,
    Status,
    FirstHand,
    WhatIf,
    Open,
    // of the gap
    ItemElement, ///< the element that the gap's information item is about; the gap's own element where it has
                 ///< no item
    Item,
    HadBy,
    Owner,
    NeededBy,
    Flow, ///< the pair owner → needed by
    State,
    Reason,
    NeededWhen,
    Remedy,
};

/// One value of a dimension. `first` is the id of a term, participant, interview, system or coder; for
/// Status, FirstHand and WhatIf the place in the field's choices, from 1; for Open an OpenField. Flow has the
/// owner first, then the needer. {0, 0} is "(none)": not coded.
struct DimensionValue
{
    qint64 first = 0;
    qint64 second = 0;

    friend auto operator<=>(const DimensionValue &, const DimensionValue &) = default;
};

inline size_t qHash(const DimensionValue &value, size_t seed = 0)
{
    return qHashMulti(seed, value.first, value.second);
}

struct DimensionInfo
{
    Dimension dimension;
    QLatin1StringView key; ///< as on the command line: "needed-by"
    const char *label;     ///< English; translated with context "Dimension"
    bool ofGap;
    bool forCharts;            ///< offered as rows and columns (the others are for filters only)
    QLatin1StringView facet{}; ///< the codebook facet of its terms, where it has one
};

[[nodiscard]] std::span<const DimensionInfo> dimensions();
[[nodiscard]] const DimensionInfo &info(Dimension dimension);
/// nullptr if there is no such dimension.
[[nodiscard]] const DimensionInfo *dimensionByKey(QStringView key);
[[nodiscard]] QString label(Dimension dimension);

/// What an example needs to be complete: each has a value or a missing code, or else it is open.
enum class OpenField : quint8 {
    Element = 1,
    BelievedBy,
    CountedOn,
    TurnedOut,
    Effect,
    Gap,
    Owner,
    NeededBy,
    Item
};

/// The bits of an example's open fields: 1 << (OpenField - 1).
using OpenFields = quint16;

[[nodiscard]] std::span<const OpenField> openFields();
[[nodiscard]] QLatin1StringView openFieldKey(OpenField field);
/// "effect", "who needed it", …
[[nodiscard]] QString label(OpenField field);

} // namespace seamfinder
