#pragma once

#include "core/catalogue/CatalogueOrder.h"
#include "core/catalogue/EditFields.h"

#include <QVector>

namespace seamfinder {

/// What the catalogue does to several rows at once. Each function runs inside one edit, so it is one step to
/// undo.

/// A change to one facet: terms that every target gets, and terms that it loses. In a facet that holds one
/// term the last of `added` replaces what there is.
struct CodeChange
{
    const Field *field = nullptr;
    QVector<TermId> added{};
    QVector<TermId> removed{};
    CodingStage stage = CodingStage::After;
};

/// What the coder sees as the coding of a target: the own layer where there is one, else the adopted one.
[[nodiscard]] QVector<CodedTerm> currentCoding(Connection &db, const Field &field, qint64 target,
                                               CoderId coder, CodingStage stage);
void changeCoding(Edit &edit, qint64 target, const CodeChange &change);

/// How many rows a change could not be applied to, and why.
struct BulkOutcome
{
    int changed = 0;
    int severalGaps =
        0; ///< a gap's facet, and the example has more than one gap: which one is meant is not known
    int noExample = 0; ///< an example's field, and the row is an information need
};

/// Applies the change to rows of the catalogue. A gap's facet goes to the need, or to the example's only gap,
/// which is made if the example has none; `gap` names one gap where the user chose it.
BulkOutcome changeCodings(Edit &edit, const QVector<CatalogueRow> &rows, const CodeChange &change,
                          GapId gap = {});

/// Sets a plain field of every example among the rows.
BulkOutcome setValues(Edit &edit, const QVector<CatalogueRow> &rows, const Field &field,
                      const QVariant &value);

void deleteRows(Edit &edit, const QVector<CatalogueRow> &rows);
void restoreRows(Edit &edit, const QVector<CatalogueRow> &rows);

} // namespace seamfinder
