#pragma once

#include "core/catalogue/ReadCodebook.h"
#include "core/domain/Dimension.h"

#include <optional>
#include <QHash>
#include <QVector>
#include <tuple>

namespace seamfinder {

/// How values of dimensions are called: on screen by their label, in files and on the command line by their
/// key, which stays when labels are edited. A value: read it again after a commit that touches terms,
/// participants, systems, interviews or coders.
class DimensionLabels
{
public:
    [[nodiscard]] static DimensionLabels read(Connection &db);

    [[nodiscard]] QString label(Dimension dimension, DimensionValue value) const;
    /// "data-scientist", "P03", "data-scientist>operations" for a flow, "(none)" for what is not coded.
    [[nodiscard]] QString key(Dimension dimension, DimensionValue value) const;

    /// Every value that the dimension can have (without "(none)"), in the order of the codebook or of names.
    /// Of Flow, every pair of roles.
    [[nodiscard]] QVector<DimensionValue> values(Dimension dimension) const;
    /// Nothing if the dimension has no such key.
    [[nodiscard]] std::optional<DimensionValue> fromKey(Dimension dimension, QStringView key) const;

    /// In the order of the codebook, or of names; "(none)" last.
    [[nodiscard]] QVector<DimensionValue> sorted(Dimension dimension, QVector<DimensionValue> values) const;

    [[nodiscard]] bool comesBefore(Dimension dimension, DimensionValue one, DimensionValue other) const;
    /// "#rrggbb" of a term, or empty.
    [[nodiscard]] QString colour(DimensionValue value) const;

    [[nodiscard]] const Codebook &codebook() const { return m_codebook; }

    static constexpr QLatin1StringView noneKey{"(none)"};

private:
    struct Name
    {
        QString key;
        QString label;
        qint64 rank = 0;
    };
    [[nodiscard]] const QHash<qint64, Name> *names(Dimension dimension) const;
    [[nodiscard]] Name name(Dimension dimension, qint64 first) const;
    [[nodiscard]] std::tuple<bool, qint64, qint64> rank(Dimension dimension, DimensionValue value) const;

    Codebook m_codebook;
    QHash<qint64, Name> m_terms, m_participants, m_systems, m_interviews, m_coders;
};

} // namespace seamfinder
