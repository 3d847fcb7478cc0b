#pragma once

#include "core/domain/Id.h"

#include <optional>
#include <QString>

namespace seamfinder {

/// What a "changed" event of the paradata says in its detail: one visit to an answer, a note or a field of a
/// card, from what stood there before to what was left. Stored as a JSON list, so that a scrub finds each
/// text.
struct ParadataChange
{
    QString what;   ///< "answer", "note", or a field with its entity: "example.counted_on"
    qint64 row = 0; ///< whose field it is
    QString before, after;
    bool typed = true;  ///< one of them is what somebody typed, not picked
    ParticipantId by{}; ///< whose, at a question that each of several answers for themselves

    [[nodiscard]] QString toDetail() const;
    /// Nothing if a detail is no such list: events may have others.
    static std::optional<ParadataChange> fromDetail(const QString &detail);
    /// "answer", "example.counted_on ex-0123456789abc"
    [[nodiscard]] QString target() const;

    /// `what` of letters that were typed to find something in a list. `after` holds them until they came to
    /// something (were picked, became a note, were taken away), so that a program that is killed leaves them.
    static constexpr QLatin1StringView search{"search"};
};

} // namespace seamfinder
