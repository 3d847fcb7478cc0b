#pragma once

#include "core/catalogue/Connection.h"
#include "core/domain/Id.h"

#include <vector>

namespace seamfinder {

class CatalogueColumns;

/// One row of the catalogue: an example, or an information need without one.
struct CatalogueRow
{
    qint64 id = 0;
    bool isNeed = false;

    friend bool operator==(const CatalogueRow &, const CatalogueRow &) = default;
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

/// The ids of all examples and needs (not in the bin, not hidden) in order; ties by id. What has no value
/// comes last in ascending order. Terms stand in the order of the codebook, names in that of the alphabet.
/// Created, Updated, Title and Severity are read from covering indexes; the others come from `columns`, which
/// are read first where they are not given.
[[nodiscard]] std::vector<CatalogueRow> readOrder(Connection &db, SortKey key, Qt::SortOrder order,
                                                  const CatalogueColumns *columns = nullptr);

/// The first rows of the same order, at most `limit`, in a few milliseconds: so that something can be read
/// while the whole order is on its way. Created, Updated and Title; for the others those changed last.
[[nodiscard]] std::vector<CatalogueRow> readFirstRows(Connection &db, SortKey key, Qt::SortOrder order,
                                                      int limit);

/// Ids of examples and gaps whose texts, or whose evidence's quotes, match. Words are prefixes and must all
/// occur; "quoted words" are a phrase; nothing in the text is syntax that can fail. A text without a letter
/// or digit finds nothing. With a `limit`, the newest first; 0: all, in the order of their ids.
[[nodiscard]] std::vector<qint64> searchText(Connection &db, const QString &text, int limit = 0);

} // namespace seamfinder
