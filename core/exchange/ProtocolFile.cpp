#include "core/exchange/ProtocolFile.h"

#include "core/domain/Error.h"
#include "core/exchange/SurveyJs.h"
#include "core/exchange/XlsForm.h"
#include "core/protocol/ProtocolJson.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

ImportedProtocol fromOwnJson(const QByteArray &json, const CodebookKeys &codebook)
{
    const LoadedProtocol loaded = loadProtocol(json, codebook);
    ImportedProtocol imported{loaded.protocol, {}};
    for (const ProtocolProblem &problem : loaded.problems) {
        ImportPlace place;
        QStringList path{problem.section, problem.question, problem.part};
        path.removeAll(QString());
        place.path = path.join(u'/');
        imported.problems.append({ImportSeverity::Error, place, problem.what, problem.mend});
    }
    return imported;
}

} // namespace

ImportedProtocol readProtocolFile(const QByteArray &bytes, const CodebookKeys &codebook)
{
    const QByteArray start = bytes.left(64).trimmed();
    if (!start.startsWith('{') && !start.startsWith("\xef\xbb\xbf{"))
        return importXlsForm(bytes, codebook);
    const QJsonObject root = QJsonDocument::fromJson(bytes).object();
    return root.value("format"_L1).toString() == protocolFormat ? fromOwnJson(bytes, codebook)
                                                                : importSurveyJs(bytes, codebook);
}

QByteArray writeProtocolFile(const Protocol &protocol, const QString &fileName)
{
    const QString ending = QFileInfo(fileName).suffix().toLower();
    if (ending == "xlsx"_L1)
        return writeXlsForm(protocol);
    if (ending == "csv"_L1)
        return writeXlsFormCsv(protocol);
    if (ending == "json"_L1)
        return writeProtocolJson(protocol);
    throw Error(
        ErrorCode::InvalidInput,
        u"a protocol is written as .xlsx or .csv (XLSForm) or .json; \"%1\" ends in none of them"_s.arg(
            fileName),
        fileName);
}

QStringList problemLines(const ImportedProtocol &imported)
{
    QStringList errors, warnings;
    for (const ImportProblem &problem : imported.problems) {
        const QString place = problem.place.text();
        const QString line =
            (place.isEmpty() ? QString() : place + u": "_s) + problem.what + u' ' + problem.mend;
        (problem.severity == ImportSeverity::Error ? errors : warnings).append(line.trimmed());
    }
    return errors + warnings;
}

} // namespace seamfinder
