#include "core/catalogue/ExportLog.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/Edit.h"
#include "core/catalogue/Query.h"

#include <QFileInfo>
#include <QStringList>

namespace seamfinder {

using namespace Qt::StringLiterals;

void logExport(Edit &edit, const QString &format, const QString &path,
               const QVector<ParticipantId> &participants)
{
    QStringList people;
    for (const ParticipantId participant : participants)
        people.append(toText(participant));
    edit.db()
        .query(
            u"INSERT INTO export_log(id, time, coder, format, path, participants) VALUES (?, ?, ?, ?, ?, ?)"_s)
        .bind(edit.nextId(), edit.now(), edit.coder(), format,
              path == "-"_L1 ? path : QFileInfo(path).absoluteFilePath(), people.join(u' ') + u""_s)
        .run();
}

QVector<LoggedExport> readExportLog(Connection &db)
{
    QVector<LoggedExport> exports;
    Query q =
        db.query(u"SELECT id, time, coder, format, path, participants FROM export_log ORDER BY id DESC"_s);
    while (q.next()) {
        LoggedExport each{q.integer(0), q.integer(1), q.id<CoderId>(2), q.text(3), q.text(4), {}};
        for (const QString &id : q.text(5).split(u' ', Qt::SkipEmptyParts)) {
            if (const auto participant = fromText<ParticipantTag>(id))
                each.participants.append(*participant);
        }
        exports.append(std::move(each));
    }
    return exports;
}

} // namespace seamfinder
