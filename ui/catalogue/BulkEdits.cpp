#include "ui/catalogue/BulkEdits.h"

#include "core/catalogue/EditExamples.h"
#include "core/catalogue/ReadExamples.h"
#include "core/domain/Fields.h"

namespace seamfinder {

QVector<CodedTerm> currentCoding(Connection &db, const Field &field, qint64 target, CoderId coder,
                                 CodingStage stage)
{
    QVector<CodedTerm> adopted;
    for (const CodingLayer &layer : readLayers(db, field, target)) {
        if (layer.coder == coder && layer.stage == stage)
            return layer.terms;
        if (layer.adopted)
            adopted = layer.terms;
    }
    return adopted;
}

void changeCoding(Edit &edit, qint64 target, const CodeChange &change)
{
    const Field &field = *change.field;
    QVector<CodedTerm> terms = currentCoding(edit.db(), field, target, edit.coder(), change.stage);
    if (!field.many && !change.added.isEmpty())
        terms.clear();
    terms.removeIf([&change](const CodedTerm &one) { return change.removed.contains(one.term); });
    for (const TermId term : change.added) {
        if (!field.many)
            terms.clear();
        if (std::none_of(terms.begin(), terms.end(),
                         [term](const CodedTerm &one) { return one.term == term; }))
            terms.append({.term = term});
    }
    // One element is the main one, as long as there is any.
    if (field == fields::example::element && !terms.isEmpty() &&
        std::none_of(terms.begin(), terms.end(), [](const CodedTerm &one) { return one.main; }))
        terms.front().main = true;
    setCodings(edit, field, target, terms, change.stage);
}

BulkOutcome changeCodings(Edit &edit, const QVector<CatalogueRow> &rows, const CodeChange &change, GapId gap)
{
    BulkOutcome outcome;
    const bool ofGap = change.field->entity == Entity::Gap;
    const auto code = [&](qint64 target) {
        changeCoding(edit, target, change);
        ++outcome.changed;
    };
    for (const CatalogueRow &row : rows) {
        if (!ofGap) {
            if (row.isNeed)
                ++outcome.noExample;
            else
                code(row.id);
        } else if (row.isNeed) {
            code(row.id);
        } else if (gap) {
            code(gap.value);
        } else if (const auto example = readExample(edit.db(), ExampleId{row.id})) {
            if (example->gaps.size() > 1)
                ++outcome.severalGaps;
            else
                code(example->gaps.isEmpty() ? createGap(edit, example->exampleId()).value
                                             : example->gaps.front().id);
        }
        edit.targetDone();
    }
    return outcome;
}

BulkOutcome setValues(Edit &edit, const QVector<CatalogueRow> &rows, const Field &field,
                      const QVariant &value)
{
    BulkOutcome outcome;
    for (const CatalogueRow &row : rows) {
        if (row.isNeed) {
            ++outcome.noExample;
            continue;
        }
        setValue(edit, field, row.id, value);
        ++outcome.changed;
        edit.targetDone();
    }
    return outcome;
}

void deleteRows(Edit &edit, const QVector<CatalogueRow> &rows)
{
    for (const CatalogueRow &row : rows) {
        row.isNeed ? deleteGap(edit, GapId{row.id}) : deleteExample(edit, ExampleId{row.id});
        edit.targetDone();
    }
}

void restoreRows(Edit &edit, const QVector<CatalogueRow> &rows)
{
    for (const CatalogueRow &row : rows) {
        row.isNeed ? restoreGap(edit, GapId{row.id}) : restoreExample(edit, ExampleId{row.id});
        edit.targetDone();
    }
}

} // namespace seamfinder
