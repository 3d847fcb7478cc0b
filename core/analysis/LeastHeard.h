#pragma once

#include "core/catalogue/CatalogueColumns.h"
#include "core/catalogue/ReadCodebook.h"
#include "core/domain/Filter.h"

#include <optional>

namespace seamfinder {

struct HeldInterview;

/// Who is heard least so far: a role, and the element of which it should know something.
struct LeastHeard
{
    TermId role{};        ///< one that performs a workflow, with the roles that belong with it
    TermId element{};     ///< none: the codebook says of no element which role knows about it
    Filter behind;        ///< what people of this role told about the element
    int participants = 0; ///< of the filter's selection: who was heard about it
    int ofRole = 0;       ///< how many people of this role were heard at all
    int aboutElement = 0; ///< how many people of whatever role were heard about the element

    friend bool operator==(const LeastHeard &, const LeastHeard &) = default;
};

/// The pair of which fewest people were heard, compared with the codebook's expected flow. Of equals that
/// whose role has fewest voices; then that whose element most others speak about: there one side is missing.
/// Interviews that are not among `held` do not count. Nothing as long as nobody told anything.
[[nodiscard]] std::optional<LeastHeard> leastHeard(const CatalogueColumns &columns, const Codebook &codebook,
                                                   const QVector<HeldInterview> &held);

} // namespace seamfinder
