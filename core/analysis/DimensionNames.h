#pragma once

#include "core/catalogue/ReadCodebook.h"
#include "core/domain/Dimension.h"

namespace seamfinder {

/// What the values of dimensions are called and in which order they stand: on screen, in pictures, and by
/// their keys on the command line. A value, so that a background job can read it beside what it names.
class DimensionNames
{
public:
    [[nodiscard]] static DimensionNames read(Connection &db, const Codebook &codebook);

    /// "Trained model", "P03", "Vendor → Operations staff"; "not yet coded" (or "none", where it is no code)
    /// for {0, 0}. The id's text form where nothing of this id is known any more.
    [[nodiscard]] QString label(Dimension dimension, DimensionValue value) const;
    /// The stable key: "trained-model", "P03", "vendor>operations-staff", "(none)".
    [[nodiscard]] QString key(Dimension dimension, DimensionValue value) const;
    /// "#rrggbb" of a term, or empty.
    [[nodiscard]] QString colour(DimensionValue value) const;

    /// Codebook order, pseudonyms ascending, interviews by date; "(none)" last.
    [[nodiscard]] bool comesBefore(DimensionValue one, DimensionValue other) const;

private:
    struct Name
    {
        QString label{}, key{}, colour{};
        int rank = 0;
    };
    void add(qint64 id, Name name);
    [[nodiscard]] QString plainLabel(Dimension dimension, qint64 id) const;
    [[nodiscard]] QString plainKey(Dimension dimension, qint64 id) const;
    [[nodiscard]] int rank(qint64 id) const;

    QHash<qint64, Name> m_names; ///< ids are unique across the study's tables
};

/// Whether {0, 0} means "nobody coded this yet" (rather than "there is no such participant, system …").
[[nodiscard]] bool isCoded(Dimension dimension);

} // namespace seamfinder
