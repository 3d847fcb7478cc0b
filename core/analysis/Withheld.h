#pragma once

#include "core/analysis/Selection.h"
#include "core/catalogue/Consent.h"

namespace seamfinder {

/// The selection without what must not leave the study even as a number: the examples and gaps of those who
/// withdrew or do not take part. For everything that is counted to be shown to others.
[[nodiscard]] Selection withoutWithheld(const CatalogueColumns &columns, const Consent &consent,
                                        Selection selection);

/// Whom the selection is about.
[[nodiscard]] QVector<ParticipantId> participantsIn(const CatalogueColumns &columns,
                                                    const Selection &selection);

} // namespace seamfinder
