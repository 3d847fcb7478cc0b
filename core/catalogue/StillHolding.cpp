#include "core/catalogue/StillHolding.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/FileHeader.h"
#include "core/catalogue/Query.h"
#include "core/domain/Error.h"

#include <algorithm>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 blockSize = 1 << 20;

QStringList otherStudiesBeside(const QString &studyPath)
{
    QStringList paths;
    const QFileInfo study(studyPath);
    for (const QFileInfo &file : study.absoluteDir().entryInfoList(QDir::Files)) {
        if (file.absoluteFilePath() != study.absoluteFilePath() &&
            readFileHeader(file.absoluteFilePath()).verdict == FileVerdict::Study)
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

bool hasBytes(const QString &path, const QByteArray &lower)
{
    QFile file(path);
    if (lower.isEmpty() || !file.open(QIODevice::ReadOnly))
        return false;
    QByteArray tail;
    while (!file.atEnd()) {
        const QByteArray block = tail + file.read(blockSize).toLower();
        if (block.contains(lower))
            return true;
        tail = block.right(lower.size() - 1);
    }
    return false;
}

bool isPacked(const QString &path)
{
    static const QStringList packed{u"pdf"_s, u"png"_s, u"xlsx"_s, u"ods"_s, u"odt"_s, u"qdpx"_s};
    return packed.contains(QFileInfo(path).suffix().toLower());
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
} // namespace

StillHolding whatHolds(const QString &studyPath, const ErasedRows &rows,
                       const QVector<ParticipantId> &participants, const QVector<LoggedExport> &log)
{
    StillHolding holding;
    for (const QString &path : otherStudiesBeside(studyPath)) {
        if (hasOneOf(path, rows))
            holding.studies.append(path);
    }
    for (const LoggedExport &each : log) {
        const bool about = std::any_of(each.participants.begin(), each.participants.end(),
                                       [&](ParticipantId id) { return participants.contains(id); });
        if (about)
            sortExport(holding, each.path, [](const QString &) { return true; });
    }
    return holding;
}

StillHolding whatHolds(const QString &studyPath, const QString &text, const QVector<LoggedExport> &log)
{
    StillHolding holding;
    const QByteArray lower = text.toUtf8().toLower();
    const auto holds = [&](const QString &path) { return hasBytes(path, lower); };
    for (const QString &path : otherStudiesBeside(studyPath)) {
        if (holds(path))
            holding.studies.append(path);
    }
    for (const LoggedExport &each : log) {
        if (!isPacked(each.path) || !QFileInfo::exists(each.path))
            sortExport(holding, each.path, holds);
        else if (!holding.closedExports.contains(each.path))
            holding.closedExports.append(each.path);
    }
    return holding;
}

} // namespace seamfinder
