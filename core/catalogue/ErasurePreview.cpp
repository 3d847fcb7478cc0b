#include "core/catalogue/ErasurePreview.h"

#include "core/catalogue/AskedQuestions.h"
#include "core/catalogue/Connection.h"
#include "core/catalogue/ParadataChange.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/ReadExamples.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/SharedFields.h"
#include "core/catalogue/Tables.h"
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
/// Notes, and answers that no row of another kind holds.
void addAnswers(Connection &db, const ErasedRows &rows, QVector<ErasedText> &texts)
{
    AskedQuestions questions(db);
    for (const qint64 row : rows.byTable().value(u"answer"_s)) {
        Query q = db.query(u"SELECT interview, question, instances, value, note FROM answer WHERE id = ?"_s);
        q.bind(row);
        if (!q.next())
            continue;
        const auto interview = q.id<InterviewId>(0);
        const QString about = questions.words(interview, q.text(1));
        for (const QString &text : {questions.shown(interview, q.text(1), q.text(3)), q.text(4)}) {
            if (!text.trimmed().isEmpty())
                texts.append({u"answer"_s, text, about});
        }
    }
}

/// The course of an interview keeps what stood where in a list: its texts are what people typed.
void addText(const QString &table, const TextColumn &column, const QString &text, QVector<ErasedText> &texts)
{
    if (text.trimmed().isEmpty() || column.table == "merge_base"_L1)
        return; // a copy of rows that are named themselves
    if (column.table != "paradata"_L1) {
        texts.append({table, text});
        return;
    }
    const auto change = ParadataChange::fromDetail(text);
    if (!change || !change->typed)
        return;
    for (const QString &each : {change->before, change->after}) {
        if (!each.trimmed().isEmpty())
            texts.append({table, each});
    }
}
} // namespace

ErasurePreview previewErasure(Connection &db, const QString &studyPath, const Withdrawal &withdrawal)
{
    ErasurePreview preview;
    ErasedRows rows = ErasedRows::of(db, withdrawal);
    const QVector<SharedField> shared = sharedFieldsOf(db, rows);
    addEventsOf(db, rows, shared);
    addCodingsOf(db, rows, shared);
    const QVector<ParticipantId> participants = participantsOf(db, withdrawal);
    for (const ParticipantId id : participants) {
        if (const auto participant = readParticipant(db, id))
            preview.pseudonyms.append(participant->pseudonym);
    }
    for (const qint64 interview : rows.byTable().value(u"interview"_s))
        preview.interviews.append(InterviewId{interview});
    preview.joint = rows.joint().size();
    preview.systems = systemsThatLose(db, shared);
    preview.fields = fieldsOfOthers(db, shared);
    for (const JointTranscript &transcript : rows.transcripts()) {
        preview.turns += transcript.theirs.size();
        if (transcript.isUnclear)
            preview.unclearTranscripts.append(nameOf(db, transcript));
    }
    for (const auto &[table, ids] : rows.byTable().asKeyValueRange())
        preview.counts.insert(table, ids.size());
    if (!studyPath.isEmpty())
        preview.holding = whatHolds(studyPath, rows, participants, preview.pseudonyms, readExportLog(db));
    return preview;
}

QVector<ErasedText> erasedTexts(Connection &db, const Withdrawal &withdrawal)
{
    QVector<ErasedText> texts;
    const ErasedRows rows = ErasedRows::of(db, withdrawal);
    addAnswers(db, rows, texts);
    for (const TextColumn &column : textColumns()) {
        if (column.table == "answer"_L1)
            continue;
        for (const qint64 row : rows.byTable().value(QString(column.table))) {
            Query q = db.query(u"SELECT %1 FROM %2 WHERE id = ?"_s.arg(column.column, column.table));
            q.bind(row);
            if (q.next())
                addText(QString(column.table), column, q.text(0), texts);
        }
    }
    for (const SharedField &each : sharedFieldsOf(db, rows)) {
        const auto record = each.isTheirs ? readRecord(db, each.field->entity, each.row) : std::nullopt;
        if (record && each.field->kind == FieldKind::Text && !record->text(*each.field).trimmed().isEmpty())
            texts.append({tableOf(each.field->entity), record->text(*each.field)});
    }
    for (const JointTranscript &transcript : rows.transcripts()) {
        for (const JointTranscript::Stretch &turn : transcript.theirs)
            texts.append(
                {u"transcript"_s, transcript.text.sliced(turn.start, turn.end - turn.start).trimmed()});
    }
    return texts;
}

QVector<ErasedText> notesThatStay(Connection &db, const Withdrawal &withdrawal)
{
    QVector<ErasedText> texts;
    const ErasedRows rows = ErasedRows::of(db, withdrawal);
    AskedQuestions questions(db);
    for (const InterviewId interview : rows.joint()) {
        Query q = db.query(u"SELECT id, question, value, note FROM answer WHERE interview = ?"_s);
        q.bind(interview);
        while (q.next()) {
            if (rows.contains(q.integer(0)))
                continue;
            const bool isTheirOwn = questions.isOfTheInterview(interview, q.text(1));
            const QString filledIn =
                isTheirOwn ? questions.shown(interview, q.text(1), q.text(2)) : QString();
            for (const QString &text : {filledIn, q.text(3)}) {
                if (!text.trimmed().isEmpty())
                    texts.append({u"answer"_s, text, questions.words(interview, q.text(1))});
            }
        }
    }
    return texts;
}

} // namespace seamfinder
