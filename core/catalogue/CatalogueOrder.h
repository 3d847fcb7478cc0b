#pragma once

#include "core/catalogue/Connection.h"
#include "core/domain/Id.h"

#include <vector>

namespace seamfinder {

/// One row of the catalogue: an example, or an information need without one.
struct CatalogueRow
{
    qint64 id = 0;
    bool isNeed = false;
};

enum class SortKey : quint8 {
    Created,
    Updated,
    Title,
    Participant,
    System,
    Occurrence,
    MainElement,
    Effect,
    Status,
    Severity,
    Gaps,
    Open
};

/// The ids of all examples and needs (not in the bin, not hidden) in order, each sort over a covering index;
/// ties by id.
[[nodiscard]] std::vector<CatalogueRow> readOrder(Connection &db, SortKey key, Qt::SortOrder order);

/// Ids of examples and gaps whose texts, or whose evidence's quotes, match. Words are prefixes and must all
/// occur; "quoted words" are a phrase; nothing in the text is syntax that can fail. `limit` 0: all.
[[nodiscard]] std::vector<qint64> searchText(Connection &db, const QString &text, int limit = 0);

} // namespace seamfinder
