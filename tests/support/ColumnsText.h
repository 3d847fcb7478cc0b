#pragma once

#include "core/catalogue/CatalogueColumns.h"

#include <QStringList>

namespace seamfinder::test {

/// Everything that the columns say about what is shown, by id: ordinals may differ between two that mean the
/// same.
[[nodiscard]] QStringList columnsText(const CatalogueColumns &columns);

} // namespace seamfinder::test
