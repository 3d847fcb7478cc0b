#include "core/catalogue/ErasurePreview.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/ReadExamples.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/SharedFields.h"
#include "core/catalogue/TextColumns.h"

#include <QCoreApplication>

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

/// "Tape (interview with P01, P02)".
QString nameOf(Connection &db, const JointTranscript &transcript)
{
    const auto interview = readInterview(db, transcript.interview);
    const QVector<QString> names = interview ? interview->pseudonyms : QVector<QString>();
    return QCoreApplication::translate("Erasure", "“%1” of the interview with %2")
        .arg(transcript.title, QStringList(names.begin(), names.end()).join(u", "_s));
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
    for (const JointTranscript &transcript : rows.transcripts()) {
        preview.turns += transcript.theirs.size();
        if (transcript.isUnclear)
            preview.unclearTranscripts.append(nameOf(db, transcript));
    }
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
    for (const SharedField &each : sharedFieldsOf(db, rows)) {
        const auto record = readRecord(db, each.field->entity, each.row);
        if (record && each.field->kind == FieldKind::Text && !record->text(*each.field).trimmed().isEmpty())
            texts.append({u"answer"_s, record->text(*each.field)});
    }
    for (const JointTranscript &transcript : rows.transcripts()) {
        for (const JointTranscript::Stretch &turn : transcript.theirs)
            texts.append(
                {u"transcript"_s, transcript.text.sliced(turn.start, turn.end - turn.start).trimmed()});
    }
    return texts;
}

} // namespace seamfinder
