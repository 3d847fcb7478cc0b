#include "core/exchange/ExportSize.h"

#include "core/analysis/Withheld.h"
#include "core/catalogue/CatalogueOrder.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/exchange/ChosenInterviews.h"

namespace seamfinder {

namespace {
ExportSize interviewsOf(Connection &db, const CsvOptions &options, const Consent &consent)
{
    ExportSize size;
    const auto chosen = chosenInterviews(db, options.filter);
    for (const Interview &interview : readInterviewNames(db)) {
        if (consent.ofInterview(interview.id) == Sharing::Nothing)
            continue;
        ++size.interviews.all;
        size.interviews.chosen += !chosen || chosen->contains(interview.id) ? 1 : 0;
    }
    return size;
}
} // namespace

ExportSize exportSize(Connection &db, const CsvOptions &options)
{
    const Consent consent = Consent::read(db);
    if (isOfInterviews(options.layout))
        return interviewsOf(db, options, consent);
    const CatalogueColumns columns = CatalogueColumns::load(db);
    const auto countsOf = [&](Filter filter) {
        if (options.layout == CsvLayout::Flows)
            filter = withoutNonMismatches(filter);
        std::optional<std::vector<qint64>> hits;
        if (!filter.text.trimmed().isEmpty())
            hits = searchText(db, filter.text);
        return withoutWithheld(columns, consent, select(columns, filter, hits)).counts;
    };
    const UnitCounts all = countsOf({});
    const UnitCounts chosen = options.filter.isEmpty() ? all : countsOf(options.filter);
    return {.examples = {chosen.examples, all.examples}, .gaps = {chosen.gaps, all.gaps}};
}

} // namespace seamfinder
