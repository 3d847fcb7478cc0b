#include "core/catalogue/StillHolding.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/FileHeader.h"
#include "core/catalogue/HoldsText.h"
#include "core/catalogue/Query.h"
#include "core/domain/Error.h"

#include <algorithm>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
bool isStudy(const QString &path)
{
    return readFileHeader(path).verdict == FileVerdict::Study;
}

QStringList otherStudiesBeside(const QString &studyPath)
{
    QStringList paths;
    const QFileInfo study(studyPath);
    for (const QFileInfo &file : study.absoluteDir().entryInfoList(QDir::Files)) {
        if (file.absoluteFilePath() != study.absoluteFilePath() && isStudy(file.absoluteFilePath()))
            paths.append(file.absoluteFilePath());
    }
    return paths;
}

bool hasOneOf(const QString &path, const ErasedRows &rows)
{
    try {
        Connection db(path, Access::Immutable);
        for (const QString &table : {u"participant"_s, u"interview"_s, u"example"_s, u"gap"_s}) {
            for (const qint64 row : rows.byTable().value(table)) {
                Query q = db.query(u"SELECT id FROM %1 WHERE id = ?"_s.arg(table));
                q.bind(row);
                if (q.next())
                    return true;
            }
        }
    } catch (const Error &) {
        // Not a file of ours after all, or damaged: nothing can be said of it.
    }
    return false;
}

/// Copies that were saved in other folders, as far as they are still where they were written.
QStringList copiesElsewhere(const QString &studyPath, const QVector<LoggedExport> &log)
{
    QStringList paths;
    const QFileInfo study(studyPath);
    for (const LoggedExport &each : log) {
        const QFileInfo file(each.path);
        if (each.format == studyCopyFormat && file.absolutePath() != study.absolutePath() &&
            !paths.contains(each.path) && isStudy(each.path))
            paths.append(each.path);
    }
    return paths;
}

bool isPacked(const QString &path)
{
    static const QStringList packed{u"pdf"_s, u"png"_s, u"xlsx"_s, u"ods"_s, u"odt"_s, u"qdpx"_s};
    return packed.contains(QFileInfo(path).suffix().toLower());
}

/// Beside the study and in the folders there, and small enough to be looked through while somebody waits for
/// the answer.
QStringList textsBeside(const QString &studyPath)
{
    static const QStringList readable{u"*.csv"_s,  u"*.tsv"_s, u"*.txt"_s,  u"*.md"_s, u"*.json"_s,
                                      u"*.html"_s, u"*.xml"_s, u"*.yaml"_s, u"*.log"_s};
    constexpr qint64 most = qint64(1) << 26;
    constexpr int mostBelow = 400; // a study may lie among somebody's documents
    const QDir folder = QFileInfo(studyPath).absoluteDir();
    QFileInfoList files = folder.entryInfoList(readable, QDir::Files), below;
    for (const QFileInfo &each : folder.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot))
        below += QDir(each.absoluteFilePath()).entryInfoList(readable, QDir::Files);
    std::ranges::sort(below, std::greater(), [](const QFileInfo &file) { return file.lastModified(); });
    files += below.first(std::min(below.size(), qsizetype(mostBelow)));
    QStringList paths;
    for (const QFileInfo &file : std::as_const(files)) {
        if (file.size() <= most)
            paths.append(file.absoluteFilePath());
    }
    return paths;
}

/// The newest list names a path as often as it was written.
void sortExport(StillHolding &holding, const QString &path, const std::function<bool(const QString &)> &holds)
{
    if (path == "-"_L1)
        ++holding.withoutFile;
    if (path == "-"_L1 || holding.exports.contains(path) || holding.lostExports.contains(path))
        return;
    if (!QFileInfo::exists(path))
        holding.lostExports.append(path);
    else if (holds(path))
        holding.exports.append(path);
}
void addUnlisted(StillHolding &holding, const QString &studyPath, const ScrubText &text)
{
    for (const QString &path : textsBeside(studyPath)) {
        const bool isListed = holding.exports.contains(path) || holding.unlisted.contains(path);
        if (!isListed && !text.isEmpty() && fileHolds(path, text))
            holding.unlisted.append(path);
    }
}
} // namespace

StillHolding whatHolds(const QString &studyPath, const ErasedRows &rows,
                       const QVector<ParticipantId> &participants, const QStringList &pseudonyms,
                       const QVector<LoggedExport> &log)
{
    StillHolding holding;
    for (const QString &path : otherStudiesBeside(studyPath) + copiesElsewhere(studyPath, log)) {
        if (hasOneOf(path, rows))
            holding.studies.append(path);
    }
    for (const LoggedExport &each : log) {
        const bool about = std::any_of(each.participants.begin(), each.participants.end(),
                                       [&](ParticipantId id) { return participants.contains(id); });
        const bool isLooked = each.format == studyCopyFormat && isStudy(each.path);
        if (about && !isLooked)
            sortExport(holding, each.path, [](const QString &) { return true; });
    }
    for (const QString &pseudonym : pseudonyms)
        addUnlisted(holding, studyPath, ScrubText({.text = pseudonym, .wholeWords = true}));
    return holding;
}

StillHolding whatHolds(const QString &studyPath, const ScrubRequest &request,
                       const QVector<LoggedExport> &log)
{
    StillHolding holding;
    const ScrubText text(request);
    if (text.isEmpty())
        return holding;
    for (const QString &path : otherStudiesBeside(studyPath) + copiesElsewhere(studyPath, log)) {
        if (studyHolds(path, text))
            holding.studies.append(path);
    }
    for (const LoggedExport &each : log) {
        if (each.format == studyCopyFormat && isStudy(each.path))
            continue;
        if (!isPacked(each.path) || !QFileInfo::exists(each.path))
            sortExport(holding, each.path, [&text](const QString &path) { return fileHolds(path, text); });
        else if (!holding.closedExports.contains(each.path))
            holding.closedExports.append(each.path);
    }
    addUnlisted(holding, studyPath, text);
    return holding;
}

} // namespace seamfinder
