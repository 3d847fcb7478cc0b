#pragma once

#include <QString>
#include <QStringList>

namespace seamfinder {

/// The keys of the facets that a codebook has, in the order of the screen.
[[nodiscard]] QStringList facetKeys();

/// What a facet is called on screen ("Information item"); the key itself if there is no such facet.
[[nodiscard]] QString facetLabel(QStringView facet);

} // namespace seamfinder
