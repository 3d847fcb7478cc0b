#include "core/catalogue/EditStudy.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/Tables.h"
#include "core/domain/Error.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
void refuseIfUsed(Edit &edit, const QString &sql, qint64 row, const QString &why)
{
    if (edit.db().query(sql).bind(row).next())
        throw Error(ErrorCode::InvalidInput, why, QString::number(row));
}
} // namespace

CoderId createCoder(Edit &edit, const QString &name, const QString &initials, bool lead)
{
    const auto id = edit.newId<CoderId>();
    edit.db()
        .query(
            u"INSERT INTO coder(id, name, initials, is_lead, created, revision, changed_by) VALUES (?, ?, ?, 0, ?, ?, ?)"_s)
        .bind(id, name, initials, edit.now(), edit.entry(), edit.coder())
        .run();
    if (lead)
        setLeadCoder(edit, id);
    return id;
}

void setLeadCoder(Edit &edit, CoderId coder)
{
    edit.db()
        .query(
            u"UPDATE coder SET is_lead = (id = ?1), revision = ?2, changed_by = ?3 WHERE is_lead <> (id = ?1)"_s)
        .bind(coder, edit.entry(), edit.coder())
        .run();
}

void setStudyTitle(Edit &edit, const QString &title)
{
    edit.db().query(u"UPDATE study SET title = ? WHERE id = 1"_s).bind(title).run();
    stampRow(edit, u"study"_s, 1, false);
}

QString nextPseudonym(Connection &db)
{
    int highest = 0;
    // Also that of somebody who was erased: it stands in exports and on paper.
    Query used = db.query(u"SELECT value FROM meta WHERE key = 'highest_pseudonym'"_s);
    if (used.next())
        highest = used.text(0).toInt();
    Query q = db.query(u"SELECT pseudonym FROM participant WHERE pseudonym GLOB 'P[0-9]*'"_s);
    while (q.next())
        highest = qMax(highest, q.text(0).mid(1).toInt());
    return u"P%1"_s.arg(highest + 1, 2, 10, '0'_L1);
}

void keepPseudonymsUsed(Edit &edit)
{
    const int highest = nextPseudonym(edit.db()).mid(1).toInt() - 1;
    edit.db()
        .query(u"INSERT OR REPLACE INTO meta(key, value) VALUES ('highest_pseudonym', ?)"_s)
        .bind(QString::number(highest))
        .run();
}

ParticipantId createParticipant(Edit &edit, const QString &pseudonym)
{
    const auto id = edit.newId<ParticipantId>();
    edit.db()
        .query(
            u"INSERT INTO participant(id, pseudonym, created, updated, revision, changed_by) VALUES (?, ?, ?, ?, ?, ?)"_s)
        .bind(id, pseudonym, edit.now(), edit.now(), edit.entry(), edit.coder())
        .run();
    return id;
}

void deleteParticipant(Edit &edit, ParticipantId participant)
{
    refuseIfUsed(edit,
                 u"SELECT 1 FROM interview_participant JOIN interview ON interview.id = "
                 u"interview_participant.interview "
                 "WHERE participant = ? AND deleted_at IS NULL"_s,
                 participant.value, u"the participant has interviews"_s);
    setDeleted(edit, u"participant"_s, participant.value, true);
}

SystemId createSystem(Edit &edit, const QString &alias)
{
    const auto id = edit.newId<SystemId>();
    edit.db()
        .query(
            u"INSERT INTO system(id, alias, created, updated, revision, changed_by) VALUES (?, ?, ?, ?, ?, ?)"_s)
        .bind(id, alias, edit.now(), edit.now(), edit.entry(), edit.coder())
        .run();
    return id;
}

SystemId systemByAlias(Edit &edit, const QString &alias)
{
    Query q = edit.db().query(u"SELECT id, alias FROM system WHERE deleted_at IS NULL"_s);
    while (q.next()) {
        // SQLite's NOCASE knows ASCII only.
        if (q.text(1).compare(alias, Qt::CaseInsensitive) == 0)
            return q.id<SystemId>(0);
    }
    return createSystem(edit, alias);
}

void deleteSystem(Edit &edit, SystemId system)
{
    refuseIfUsed(edit, u"SELECT 1 FROM example WHERE system = ? AND deleted_at IS NULL LIMIT 1"_s,
                 system.value, u"examples speak about the system"_s);
    setDeleted(edit, u"system"_s, system.value, true);
}

} // namespace seamfinder
