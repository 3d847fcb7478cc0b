#include "app/commands/Command.h"
#include "app/commands/LogExport.h"
#include "core/analysis/FilterOption.h"
#include "core/analysis/Withheld.h"
#include "core/catalogue/CatalogueColumns.h"
#include "core/catalogue/CatalogueOrder.h"
#include "core/catalogue/Study.h"
#include "core/exchange/GapsTable.h"
#include "core/exchange/OutputFile.h"
#include "ui/report/ChartFiles.h"
#include "ui/report/FilterWords.h"
#include "ui/report/HeatMapPicture.h"

#include <optional>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
void declare(QCommandLineParser &parser)
{
    QStringList keys;
    for (const DimensionInfo &dimension : dimensions()) {
        if (dimension.forCharts)
            keys << dimension.key;
    }
    parser.addPositionalArgument(u"study"_s, u"The study's file."_s);
    parser.addOption({u"rows"_s, u"The facet of the rows: %1."_s.arg(keys.join(u", "_s)), u"facet"_s});
    parser.addOption({u"columns"_s, u"The facet of the columns: the same."_s, u"facet"_s});
    parser.addOption(
        {u"count"_s, u"participants (without it), examples or gaps."_s, u"unit"_s, u"participants"_s});
    parser.addOption({u"filter"_s, u"facet=key; may be repeated."_s, u"facet=key"_s});
    parser.addOption({u"csv"_s, u"As CSV to standard output (without any of these three)."_s});
    parser.addOption({u"json"_s, u"As JSON to standard output, instead of CSV."_s});
    parser.addOption({u"png"_s, u"As a picture, also besides a table; - is standard output."_s, u"path"_s});
}

Dimension dimensionOption(const QCommandLineParser &parser, const QString &option)
{
    if (!parser.isSet(option))
        throw UsageError(u"--%1 is missing; see --help"_s.arg(option));
    return parseDimension(parser.value(option), true);
}

// What can be had at once: standard output takes one of them.
void checkOutputs(const QCommandLineParser &parser)
{
    const int tables = int(parser.isSet(u"csv"_s)) + int(parser.isSet(u"json"_s));
    if (tables > 1)
        throw UsageError(u"--csv and --json both go to standard output; give one of them"_s);
    if (tables > 0 && parser.value(u"png"_s) == "-"_L1)
        throw UsageError(u"the picture and the table both go to standard output; give the picture a path"_s);
}

int run(const QCommandLineParser &parser)
{
    checkOutputs(parser);
    const QString path = argument(parser, 0, u"the study's file name"_s);
    auto study = Study::open(path, Study::Mode::Read);
    const Dimension rows = dimensionOption(parser, u"rows"_s);
    const Dimension columns = dimensionOption(parser, u"columns"_s);
    const auto counting = countFromKey(parser.value(u"count"_s));
    if (!counting)
        throw UsageError(
            u"there is no count \"%1\": participants, examples or gaps"_s.arg(parser.value(u"count"_s)));
    std::optional<Connection> reader(study->openReader());
    Connection &db = *reader;
    const DimensionLabels labels = DimensionLabels::read(db);
    Filter filter;
    for (const QString &option : parser.values(u"filter"_s))
        addFilterOption(filter, option, labels);
    const CatalogueColumns data = CatalogueColumns::load(db);
    std::optional<std::vector<qint64>> hits;
    if (!filter.text.isEmpty())
        hits = searchText(db, filter.text);
    filter = withoutNonMismatches(filter);
    const Selection chosen = withoutWithheld(data, Consent::read(db), select(data, filter, hits));
    const CrossTab table = crossTab(data, chosen, rows, columns);
    if (parser.isSet(u"png"_s)) {
        HeatMap map = heatMap(table, labels, *counting);
        map.limits = filterInWords(filter, labels);
        writeOutput(parser.value(u"png"_s), pngOf(HeatMapPicture(std::move(map)).image()), study->path());
    }
    if (parser.isSet(u"json"_s))
        writeOutput(u"-"_s, gapsTableJson(table, labels, *counting), study->path());
    else if (parser.isSet(u"csv"_s) || !parser.isSet(u"png"_s))
        writeOutput(u"-"_s, gapsTableCsv(table, labels, *counting), study->path());
    const bool picture = parser.isSet(u"png"_s);
    reader.reset();
    study.reset();
    // A table on the screen is a look at the study; a file is an export.
    if (picture)
        logCommandExport(path, u"chart png"_s, parser.value(u"png"_s), participantsIn(data, chosen));
    return Done;
}
} // namespace

const Command gapsCommand{"gaps", "which information gaps recur, as a table or picture", true, &declare,
                          &run};

} // namespace seamfinder
