#include "core/catalogue/ReadStudy.h"

#include "core/catalogue/Query.h"
#include "core/domain/Error.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
int count(Connection &db, const QString &sql)
{
    Query q = db.query(u"SELECT count(*) FROM "_s + sql);
    return q.next() ? int(q.integer(0)) : 0;
}

QString optionalText(const Query &q, int column)
{
    return q.isNull(column) ? QString() : q.text(column);
}

const QString participantColumns =
    u"SELECT id, pseudonym, years_ml, country, organisation, organisation_size, "
    "organisation_kind, notes, state FROM participant "_s;

Participant participantFrom(const Query &q)
{
    return {.id = q.id<ParticipantId>(0),
            .pseudonym = q.text(1),
            .roles = {},
            .workflows = {},
            .years = q.isNull(2) ? std::nullopt : std::optional(int(q.integer(2))),
            .country = q.text(3),
            .organisation = q.text(4),
            .organisationSize = optionalText(q, 5),
            .organisationKind = optionalText(q, 6),
            .notes = q.text(7),
            .state = q.text(8)};
}

void addTerms(Participant &participant, const QString &field, TermId term)
{
    (field == u"role" ? participant.roles : participant.workflows).append(term);
}

const QString systemColumns = u"SELECT id, alias, stage, domain, kind, description FROM system "_s;

System systemFrom(const Query &q)
{
    return {q.id<SystemId>(0), q.text(1), optionalText(q, 2), q.text(3), optionalText(q, 4), q.text(5)};
}
} // namespace

QString readStudyTitle(Connection &db)
{
    Query q = db.query(u"SELECT title FROM study WHERE id = 1"_s);
    return q.next() ? q.text(0) : QString();
}

StudyInfo readStudyInfo(Connection &db)
{
    StudyInfo info;
    info.title = readStudyTitle(db);
    if (Query q = db.query(u"PRAGMA user_version"_s); q.next())
        info.schemaVersion = int(q.integer(0));
    info.participants = count(db, u"participant WHERE deleted_at IS NULL"_s);
    info.systems = count(db, u"system WHERE deleted_at IS NULL"_s);
    info.interviews = count(db, u"interview WHERE deleted_at IS NULL AND takes_part IS NOT 'no'"_s);
    info.examples = count(db, u"example WHERE deleted_at IS NULL AND relevant = 1"_s);
    info.gaps = count(db, u"gap WHERE deleted_at IS NULL AND relevant = 1"_s);
    info.needs = count(db, u"gap WHERE deleted_at IS NULL AND relevant = 1 AND example IS NULL"_s);
    info.practices = count(db, u"practice WHERE deleted_at IS NULL"_s);
    info.terms = count(db, u"term WHERE retired = 0"_s);
    return info;
}

QVector<Coder> readCoders(Connection &db)
{
    QVector<Coder> coders;
    Query q = db.query(u"SELECT id, name, initials, is_lead FROM coder ORDER BY is_lead DESC, id"_s);
    while (q.next())
        coders.append({q.id<CoderId>(0), q.text(1), q.text(2), q.integer(3) != 0});
    return coders;
}

QVector<Participant> readParticipants(Connection &db)
{
    QVector<Participant> participants;
    QHash<ParticipantId, qsizetype> places;
    Query q = db.query(participantColumns + u"WHERE deleted_at IS NULL ORDER BY pseudonym, id"_s);
    while (q.next()) {
        participants.append(participantFrom(q));
        places.insert(participants.last().id, participants.size() - 1);
    }
    Query terms = db.query(u"SELECT participant, field, term FROM participant_term ORDER BY main DESC, id"_s);
    while (terms.next()) {
        if (const auto place = places.constFind(terms.id<ParticipantId>(0)); place != places.cend())
            addTerms(participants[*place], terms.text(1), terms.id<TermId>(2));
    }
    return participants;
}

std::optional<Participant> readParticipant(Connection &db, ParticipantId id)
{
    Query q = db.query(participantColumns + u"WHERE id = ?"_s);
    q.bind(id);
    if (!q.next())
        return std::nullopt;
    Participant participant = participantFrom(q);
    Query terms =
        db.query(u"SELECT field, term FROM participant_term WHERE participant = ? ORDER BY main DESC, id"_s);
    terms.bind(id);
    while (terms.next())
        addTerms(participant, terms.text(0), terms.id<TermId>(1));
    return participant;
}

QVector<System> readSystems(Connection &db)
{
    QVector<System> systems;
    Query q = db.query(systemColumns + u"WHERE deleted_at IS NULL ORDER BY alias COLLATE NOCASE, id"_s);
    while (q.next())
        systems.append(systemFrom(q));
    return systems;
}

std::optional<System> readSystem(Connection &db, SystemId id)
{
    Query q = db.query(systemColumns + u"WHERE id = ?"_s);
    q.bind(id);
    return q.next() ? std::optional(systemFrom(q)) : std::nullopt;
}

QVector<ProtocolVersion> readProtocolVersions(Connection &db)
{
    QVector<ProtocolVersion> versions;
    Query q = db.query(
        u"SELECT protocol_version.id, protocol.id, protocol.key, protocol.title, protocol_version.number "
        "FROM protocol JOIN protocol_version ON protocol_version.protocol = protocol.id "
        "WHERE protocol.retired = 0 AND published IS NOT NULL ORDER BY protocol.id, protocol_version.number"_s);
    while (q.next())
        versions.append(
            {q.id<ProtocolVersionId>(0), q.id<ProtocolId>(1), q.text(2), q.text(3), int(q.integer(4))});
    return versions;
}

QByteArray readProtocolContent(Connection &db, ProtocolVersionId id)
{
    Query q = db.query(u"SELECT content FROM protocol_version WHERE id = ?"_s);
    q.bind(id);
    if (!q.next())
        throw Error(ErrorCode::NotFound, u"no such protocol version"_s, toText(id));
    return q.bytes(0).toByteArray();
}

} // namespace seamfinder
