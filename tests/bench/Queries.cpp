#include "core/analysis/Counts.h"
#include "core/catalogue/CatalogueColumns.h"
#include "core/catalogue/CatalogueOrder.h"
#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditFields.h"
#include "core/catalogue/ReadCodebook.h"
#include "core/catalogue/ReadExamples.h"
#include "core/catalogue/Study.h"
#include "core/catalogue/StudyWriter.h"
#include "core/domain/Fields.h"
#include "tests/bench/Steps.h"
#include "tests/bench/SyntheticText.h"

namespace seamfinder::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr size_t pageRows = 64;
constexpr int bulkExamples = 2000;

QVector<ExampleId> page(const std::vector<CatalogueRow> &rows, size_t from)
{
    QVector<ExampleId> ids;
    for (size_t row = from; row < rows.size() && ids.size() < qsizetype(pageRows); ++row) {
        if (!rows[row].isNeed)
            ids.append(ExampleId{rows[row].id});
    }
    return ids;
}

double middleOf(int times, const std::function<void()> &what)
{
    QVector<double> taken;
    for (int i = 0; i < times; ++i)
        taken.append(time(what));
    return median(taken);
}
} // namespace

Measurements measureQueries(const QString &path)
{
    Measurements all;
    std::unique_ptr<Study> study;
    std::optional<Connection> db;
    all.append({u"open the file for reading"_s, time([&] {
                    study = Study::open(path, Study::Mode::Read);
                    db.emplace(study->openReader());
                }),
                u"ms"_s});
    std::vector<CatalogueRow> rows;
    all.append({u"order of all rows, last changed first"_s,
                time([&] { rows = readOrder(*db, SortKey::Updated, Qt::DescendingOrder); }), u"ms"_s});
    all.append({u"first page"_s, middleOf(9, [&] { (void)readExamples(*db, page(rows, 0)); }), u"ms"_s});
    size_t at = rows.size() / 2;
    all.append({u"a page at the middle, another each time"_s,
                middleOf(99, [&] { (void)readExamples(*db, page(rows, at = (at + 977) % rows.size())); }),
                u"ms"_s});

    std::optional<CatalogueColumns> columns;
    all.append({u"columns in memory"_s, time([&] { columns = CatalogueColumns::load(*db); }), u"ms"_s});
    const Codebook codebook = Codebook::read(*db);
    Filter filter;
    filter.values[Dimension::Element] = {{codebook.inFacet(u"element").value(1).id.value, 0}};
    filter.values[Dimension::NeededBy] = {{codebook.inFacet(u"role").value(0).id.value, 0},
                                          {codebook.inFacet(u"role").value(2).id.value, 0}};
    Selection selection;
    all.append({u"filter by two facets, of example and gap"_s,
                middleOf(9, [&] { selection = select(*columns, filter); }), u"ms"_s});
    QVector<double> typed;
    for (const QString &word : {u"calibration"_s, u"gradenfi"_s, u"schema told"_s}) {
        for (int letters = 1; letters <= word.size(); ++letters)
            typed.append(time([&] { (void)searchText(*db, word.left(letters), 200); }));
    }
    all.append({u"search as typed, first 200: middle"_s, median(typed), u"ms"_s});
    all.append({u"search as typed, first 200: 99 of 100"_s, ninetyNinth(typed), u"ms"_s});
    all.append({u"search, all hits of a word in every second text"_s,
                middleOf(3, [&] { (void)searchText(*db, u"data"_s); }), u"ms"_s});
    const Selection everything = select(*columns, {});
    all.append(
        {u"heat map of everything, item's element × needed by"_s,
         middleOf(9,
                  [&] { (void)crossTab(*columns, everything, Dimension::ItemElement, Dimension::NeededBy); }),
         u"ms"_s});
    all.append({u"heat map of everything, item × flow"_s,
                middleOf(3, [&] { (void)crossTab(*columns, everything, Dimension::Item, Dimension::Flow); }),
                u"ms"_s});
    all.append({u"peak memory of all this"_s, peakMemory(), u"MB"_s});
    return all;
}

Measurements measureBulkInsert(const QString &path)
{
    const auto study = Study::open(path, Study::Mode::Write);
    StudyWriter writer(study->openWriter());
    const Codebook codebook = Codebook::read(writer.db());
    const TermId role = codebook.inFacet(u"role").first().id,
                 element = codebook.inFacet(u"element").first().id;
    SyntheticText text(1);
    const double taken = time([&] {
        writer.perform({u"Add many examples"_s}, [&](Edit &edit) {
            for (int i = 0; i < bulkExamples; ++i) {
                const ExampleId example = createExample(edit, {});
                for (const Field &field :
                     {fields::example::countedOn, fields::example::turnedOut, fields::example::ledTo})
                    setValue(edit, field, example.value, QString::fromUtf8(text.sentence(140)));
                setCodings(edit, fields::example::element, example.value, {{element}}, CodingStage::After);
                const GapId gap = createGap(edit, example);
                setValue(edit, fields::gap::information, gap.value, QString::fromUtf8(text.sentence(60)));
                setCodings(edit, fields::gap::owner, gap.value, {{role}}, CodingStage::After);
                setCodings(edit, fields::gap::neededBy, gap.value, {{role}}, CodingStage::After);
                edit.targetDone();
            }
        });
    });
    const double undone = time([&] { writer.undo(); });
    return {{u"bulk insert through the journal (example, gap, 3 codings), in a second"_s,
             bulkExamples / taken * 1000, u"rows"_s},
            {u"undo of these %1 in one step"_s.arg(bulkExamples), undone, u"ms"_s}};
}

} // namespace seamfinder::bench
