#include "app/commands/Command.h"
#include "app/commands/LogExport.h"
#include "core/analysis/FilterOption.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/ReadStudy.h"
#include "core/catalogue/Study.h"
#include "core/exchange/CsvExport.h"
#include "core/exchange/OutputFile.h"
#include "core/exchange/ProtocolFile.h"
#include "core/protocol/ProtocolJson.h"
#include "ui/report/FormFile.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
void declare(QCommandLineParser &parser)
{
    QStringList layouts;
    for (const CsvLayoutInfo &layout : csvLayouts())
        layouts << layout.key;
    parser.addPositionalArgument(u"study"_s, u"The study's file."_s);
    parser.addOption(
        {u"to"_s,
         u"The format: csv (coded examples, paradata), protocol (an XLSForm as .xlsx or .csv, or .json) or "
         "form (to print, as .pdf or .html)."_s,
         u"format"_s});
    parser.addOption({u"protocol"_s,
                      u"With --to protocol or form: its key, or key/number for an older version."_s,
                      u"key"_s});
    parser.addOption({u"interview"_s, u"With --to form: filled in with this interview (int-…)."_s, u"id"_s});
    parser.addOption({u"language"_s, u"With --to form: one of the protocol's languages."_s, u"language"_s});
    parser.addOption({u"output"_s,
                      u"The file to write; - (for csv also: none) is standard output. The study's list of "
                      u"exports names it, "
                      "too."_s,
                      u"path"_s});
    parser.addOption({u"layout"_s,
                      u"One of: %1 (gaps without it). The first line of the file names its columns; the "
                      u"program's help (F1) "
                      "lists them under Exporting."_s.arg(layouts.join(u", "_s)),
                      u"layout"_s, u"gaps"_s});
    parser.addOption(
        {u"filter"_s,
         u"facet=key; may be repeated: OR within a facet, AND between facets. Of answers, marks and paradata "
         "it leaves whole interviews."_s,
         u"facet=key"_s});
    parser.addOption({u"delimiter"_s,
                      u"What stands between cells: a comma (without it), tab, or any one sign such as ; or | "
                      u"that is no letter, "
                      "digit or quote."_s,
                      u"delimiter"_s, u","_s});
    parser.addOption({u"bom"_s, u"Start with a byte order mark, as some spreadsheets want it."_s});
    parser.addOption({u"mode"_s, u"exact: every text as it is; spreadsheet: no cell can run as a formula."_s,
                      u"mode"_s, u"exact"_s});
}

CsvMode modeOf(const QString &key)
{
    if (key == u"exact")
        return CsvMode::Exact;
    if (key == u"spreadsheet")
        return CsvMode::Spreadsheet;
    throw UsageError(u"there is no mode \"%1\": exact or spreadsheet"_s.arg(key));
}

// KEY, or KEY/NUMBER for another than the newest version.
ProtocolVersion protocolNamed(Connection &db, const QString &name)
{
    const QString key = name.section(u'/', 0, 0);
    const QString number = name.section(u'/', 1);
    std::optional<ProtocolVersion> found;
    QStringList keys;
    for (const ProtocolVersion &version : readProtocolVersions(db)) {
        keys << version.key;
        if (version.key == key && (number.isEmpty() || QString::number(version.number) == number))
            found = version;
    }
    keys.removeDuplicates();
    if (!found)
        throw UsageError(u"there is no protocol \"%1\"; there are: %2"_s.arg(name, keys.join(u", "_s)));
    return *found;
}

ProtocolVersionId chosenProtocol(const QCommandLineParser &parser, Connection &db)
{
    if (!parser.isSet(u"protocol"_s))
        throw UsageError(u"--protocol is missing: the key of the protocol, see seamfinder info"_s);
    return protocolNamed(db, parser.value(u"protocol"_s)).id;
}

int exportProtocol(const QCommandLineParser &parser, const QString &path)
{
    const auto study = Study::open(path, Study::Mode::Read);
    Connection db = study->openReader();
    const QByteArray content = readProtocolContent(db, chosenProtocol(parser, db));
    const QString output = parser.value(u"output"_s);
    writeOutput(output, writeProtocolFile(readProtocolJson(content).protocol, output), study->path());
    return Done;
}

/// Whom the form is about.
QVector<ParticipantId> writeForm(const QCommandLineParser &parser, const QString &path, const QString &output)
{
    const auto study = Study::open(path, Study::Mode::Read);
    Connection db = study->openReader();
    FormRequest request;
    request.language = parser.value(u"language"_s);
    if (const QString id = parser.value(u"interview"_s); !id.isEmpty()) {
        const auto interview = fromText<InterviewTag>(id);
        if (!interview)
            throw UsageError(
                u"\"%1\" is no interview's id; they look like int-… and stand in exports"_s.arg(id));
        request.interview = *interview;
    } else {
        request.version = chosenProtocol(parser, db);
    }
    writeOutput(output, formFile(readForm(db, request), output), study->path());
    const auto interview =
        request.interview ? readInterview(db, request.interview) : std::optional<Interview>();
    return interview ? interview->participants : QVector<ParticipantId>();
}

int exportForm(const QCommandLineParser &parser, const QString &path)
{
    const QString output = parser.value(u"output"_s);
    const QVector<ParticipantId> participants = writeForm(parser, path, output);
    if (!participants.isEmpty()) // a blank form holds nothing of the study's
        logCommandExport(path, u"form"_s, output, participants);
    return Done;
}

int run(const QCommandLineParser &parser)
{
    const QString path = argument(parser, 0, u"the study's file name"_s);
    if (parser.value(u"to"_s) == u"protocol") {
        if (!parser.isSet(u"output"_s))
            throw UsageError(u"--output is missing: a path that ends in .xlsx, .csv or .json"_s);
        return exportProtocol(parser, path);
    }
    if (parser.value(u"to"_s) == u"form") {
        if (!parser.isSet(u"output"_s))
            throw UsageError(u"--output is missing: a path that ends in .pdf or .html"_s);
        return exportForm(parser, path);
    }
    if (parser.value(u"to"_s) != u"csv")
        throw UsageError(parser.isSet(u"to"_s) ? u"there is no format \"%1\": csv, protocol or form"_s.arg(
                                                     parser.value(u"to"_s))
                                               : u"--to is missing: csv, protocol or form"_s);
    CsvOptions options;
    options.layout = csvLayout(parser.value(u"layout"_s));
    options.mode = modeOf(parser.value(u"mode"_s));
    options.delimiter = csvDelimiter(parser.value(u"delimiter"_s));
    options.bom = parser.isSet(u"bom"_s);
    const QString output = parser.isSet(u"output"_s) ? parser.value(u"output"_s) : u"-"_s;
    const CsvReport report = [&] {
        const auto study = Study::open(path, Study::Mode::Read);
        Connection db = study->openReader();
        const DimensionLabels labels = DimensionLabels::read(db);
        for (const QString &filter : parser.values(u"filter"_s))
            addFilterOption(options.filter, filter, labels);
        return exportCsv(db, options, study->path(), output, terminalProgress());
    }();
    if (report.withheld > 0)
        fprintf(stderr, "seamfinder: left out, because somebody withdrew or takes no part: %lld\n",
                qlonglong(report.withheld));
    if (report.withoutTexts > 0)
        fprintf(
            stderr,
            "seamfinder: rows without what was said, because their participants agreed to no quotes: %lld\n",
            qlonglong(report.withoutTexts));
    logCommandExport(path, u"csv "_s + parser.value(u"layout"_s), output, report.participants);
    return Done;
}
} // namespace

const Command exportCommand{"export", "write coded examples, a protocol or a form to a file", true, &declare,
                            &run};

} // namespace seamfinder
