#pragma once

#include "core/catalogue/ReadCodebook.h"
#include "core/domain/Field.h"
#include "core/protocol/SpokenLabels.h"
#include "ui/common/TermPicker.h"

namespace seamfinder {

/// The lines of a picker for a coding field: the facet's terms in codebook order, retired ones only where
/// they are chosen already. Information items stand under their elements, those of `elementsFirst` on top.
/// The labels are those of `spoken`; what the codebook says instead finds a term as well and stands behind
/// it.
[[nodiscard]] QList<PickItem> pickItems(const Codebook &codebook, const Field &field,
                                        const QList<qint64> &chosen, const QVector<TermId> &elementsFirst,
                                        const SpokenLabels &spoken = SpokenLabels::in({}));

} // namespace seamfinder
