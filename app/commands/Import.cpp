#include "app/commands/Command.h"
#include "core/catalogue/EditProtocols.h"
#include "core/catalogue/ReadCodebook.h"
#include "core/catalogue/Study.h"
#include "core/catalogue/StudyWriter.h"
#include "core/domain/Error.h"
#include "core/exchange/CsvImport.h"
#include "core/exchange/ProtocolFile.h"

#include <cstdio>
#include <QFile>
#include <QFileInfo>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

void declare(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"study"_s, u"The study's file."_s);
    parser.addPositionalArgument(u"file"_s, u"The file to read."_s);
    parser.addOption(
        {u"as"_s,
         u"protocol (XLSForm as .xlsx, CSV or Markdown; SurveyJS or Seamfinder JSON) or examples (a "
         "CSV). Without it, a .csv is examples and everything else a protocol."_s,
         u"what"_s});
    parser.addOption({u"note"_s, u"What has changed in this version of the protocol."_s, u"text"_s});
    parser.addOption({u"dry-run"_s, u"Only say what would be imported and what is wrong; write nothing."_s});
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(file.exists() ? ErrorCode::CannotRead : ErrorCode::NotFound, file.errorString(), path);
    return file.readAll();
}

std::unique_ptr<Study> openForWriting(const QString &path)
{
    auto study = Study::open(path, Study::Mode::Write);
    if (study->readOnlyReason() == ReadOnlyReason::LockedByOther)
        throw Error(ErrorCode::Locked, study->lockHolder(), path);
    if (!study->isWritable())
        throw Error(ErrorCode::ReadOnly, u"the study cannot be written"_s, path);
    return study;
}

int importProtocol(const QString &studyPath, const QString &path, const QString &note, bool dryRun)
{
    const QByteArray content = contentOf(path);
    const auto study = dryRun ? Study::open(studyPath, Study::Mode::Read) : openForWriting(studyPath);
    Connection db = study->openReader();
    ImportedProtocol imported = readProtocolFile(content, codebookKeys(Codebook::read(db)));
    const QStringList problems = problemLines(imported);
    for (const QString &line : problems)
        fprintf(stderr, "%s\n", qUtf8Printable(line));
    if (!imported.isUsable()) {
        fprintf(stderr, "seamfinder: %s has errors, so nothing was imported\n", qUtf8Printable(path));
        return Failed;
    }
    if (imported.protocol.key.isEmpty())
        imported.protocol.key = QFileInfo(path).completeBaseName();
    if (dryRun) {
        print(u"%1 can be imported\n"_s.arg(imported.protocol.key).toUtf8());
        return Done;
    }
    StudyWriter writer(study->openWriter());
    writer.perform({.label = u"Import a protocol"_s},
                   [&](Edit &edit) { publishProtocol(edit, imported.protocol, note); });
    print(u"imported %1\n"_s.arg(imported.protocol.key).toUtf8());
    return Done;
}

int importExamples(const QString &studyPath, const QString &path, bool dryRun)
{
    const CsvImport table(contentOf(path));
    if (dryRun) {
        print(u"%1 lines can be imported\n"_s.arg(table.lines()).toUtf8());
        return Done;
    }
    const auto study = openForWriting(studyPath);
    StudyWriter writer(study->openWriter());
    CsvImport::Outcome outcome;
    writer.perform({.label = u"Import examples"_s}, [&](Edit &edit) { outcome = table.write(edit); });
    if (outcome.erased > 0)
        fprintf(stderr, "seamfinder: lines left out, because what they tell was erased from the study: %d\n",
                outcome.erased);
    if (outcome.ofErased > 0)
        fprintf(stderr,
                "seamfinder: lines left out, because their participant was erased from the study: %d\n",
                outcome.ofErased);
    print(u"imported %1 examples and %2 gaps\n"_s.arg(outcome.examples).arg(outcome.gaps).toUtf8());
    return Done;
}

int run(const QCommandLineParser &parser)
{
    const QString study = argument(parser, 0, u"the study's file name"_s);
    const QString path = argument(parser, 1, u"the name of the file to read"_s);
    const bool isTable = path.endsWith(".csv"_L1, Qt::CaseInsensitive);
    const QString what = parser.isSet(u"as"_s) ? parser.value(u"as"_s)
                         : isTable             ? u"examples"_s
                                               : u"protocol"_s;
    const bool dryRun = parser.isSet(u"dry-run"_s);
    if (what == "protocol"_L1)
        return importProtocol(study, path, parser.value(u"note"_s), dryRun);
    if (what == "examples"_L1)
        return importExamples(study, path, dryRun);
    throw UsageError(u"there is nothing to import as \"%1\": protocol or examples"_s.arg(what));
}

} // namespace

const Command importCommand{"import", "read a protocol or examples from a file", false, &declare, &run, 2};

} // namespace seamfinder
