#include "core/catalogue/ErasurePreview.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/TextColumns.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
QVector<ParticipantId> participantsOf(Connection &db, const Withdrawal &withdrawal)
{
    if (withdrawal.participant)
        return {withdrawal.participant};
    const auto interview = readInterview(db, withdrawal.interview);
    return interview ? interview->participants : QVector<ParticipantId>();
}
} // namespace

ErasurePreview previewErasure(Connection &db, const QString &studyPath, const Withdrawal &withdrawal)
{
    ErasurePreview preview;
    const ErasedRows rows = ErasedRows::of(db, withdrawal);
    const QVector<ParticipantId> participants = participantsOf(db, withdrawal);
    for (const ParticipantId id : participants) {
        if (const auto participant = readParticipant(db, id))
            preview.pseudonyms.append(participant->pseudonym);
    }
    for (const qint64 interview : rows.byTable().value(u"interview"_s))
        preview.interviews.append(InterviewId{interview});
    preview.joint = rows.joint().size();
    for (const auto &[table, ids] : rows.byTable().asKeyValueRange())
        preview.counts.insert(table, ids.size());
    preview.holding = whatHolds(studyPath, rows, participants, readExportLog(db));
    return preview;
}

QVector<ErasedText> erasedTexts(Connection &db, const Withdrawal &withdrawal)
{
    QVector<ErasedText> texts;
    const ErasedRows rows = ErasedRows::of(db, withdrawal);
    for (const TextColumn &column : textColumns()) {
        for (const qint64 row : rows.byTable().value(QString(column.table))) {
            Query q = db.query(u"SELECT %1 FROM %2 WHERE id = ?"_s.arg(column.column, column.table));
            q.bind(row);
            if (q.next() && !q.text(0).trimmed().isEmpty())
                texts.append({QString(column.table), q.text(0)});
        }
    }
    return texts;
}

} // namespace seamfinder
