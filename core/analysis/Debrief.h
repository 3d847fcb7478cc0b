#pragma once

#include "core/analysis/LeastHeard.h"
#include "core/analysis/Selection.h"
#include "core/catalogue/ReadCodebook.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/domain/Filter.h"

#include <optional>

namespace seamfinder {

/// An interview that has begun and was not withdrawn.
struct HeldInterview
{
    InterviewId interview{};
    qint64 began = 0; ///< milliseconds since 1970, UTC
    QVector<ParticipantId> participants{};
};
/// In the order in which they were held.
[[nodiscard]] QVector<HeldInterview> heldInterviews(const QVector<Interview> &interviews);

/// Values that an interview named, and what opens the examples and needs that name them.
struct DebriefValues
{
    QVector<DimensionValue> values; ///< ascending
    Filter behind;                  ///< of this interview, and of these values
    UnitCounts counts;              ///< of the filter's selection
};

/// What one interview brought. An item or element is fresh if nothing recorded before names it; it is
/// confirmed if somebody else, who took no part in this interview, named it before. What the same person had
/// named already is neither. What turned out to be no mismatch, is in the bin or hidden does not count.
struct Debrief
{
    DebriefValues freshItems, confirmedItems;
    DebriefValues freshElements, confirmedElements;
    std::optional<LeastHeard> leastHeard; ///< nothing as long as nobody told anything
};

/// Nothing if the interview is not among those held. `held`: in their order. What was recorded without an
/// interview was named at the time of its recording.
[[nodiscard]] std::optional<Debrief> debrief(const CatalogueColumns &columns, const Codebook &codebook,
                                             const QVector<HeldInterview> &held, InterviewId interview);

} // namespace seamfinder
