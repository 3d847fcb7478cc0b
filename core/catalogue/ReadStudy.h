#pragma once

#include "core/catalogue/Connection.h"
#include "core/domain/Id.h"
#include "core/domain/MissingCode.h"

#include <QHash>
#include <QString>
#include <QVector>

namespace seamfinder {

struct StudyInfo
{
    QString title;
    int schemaVersion = 0;
    int participants = 0, systems = 0, interviews = 0, examples = 0, gaps = 0, needs = 0, practices = 0,
        terms = 0;
};
/// What is in the bin, or hidden by the protocol, is not counted.
[[nodiscard]] StudyInfo readStudyInfo(Connection &db);
/// Of that only the title, without counting.
[[nodiscard]] QString readStudyTitle(Connection &db);

struct Coder
{
    CoderId id{};
    QString name;
    QString initials;
    bool lead = false;
};
[[nodiscard]] QVector<Coder> readCoders(Connection &db);

struct Participant
{
    ParticipantId id{};
    QString pseudonym;
    QVector<TermId> roles; ///< the main one first
    QVector<TermId> workflows;
    std::optional<int> years;
    QString country, organisation, organisationSize, organisationKind, notes, state;
};
[[nodiscard]] QVector<Participant> readParticipants(Connection &db); ///< by pseudonym
[[nodiscard]] std::optional<Participant> readParticipant(Connection &db, ParticipantId id);

struct System
{
    SystemId id{};
    QString alias, stage, domain, kind, description;
};
[[nodiscard]] QVector<System> readSystems(Connection &db); ///< by alias
[[nodiscard]] std::optional<System> readSystem(Connection &db, SystemId id);

struct ProtocolVersion
{
    ProtocolVersionId id{};
    ProtocolId protocol{};
    QString key, title;
    int number = 0;
};
[[nodiscard]] QVector<ProtocolVersion> readProtocolVersions(Connection &db);
/// The whole protocol as JSON. Error NotFound.
[[nodiscard]] QByteArray readProtocolContent(Connection &db, ProtocolVersionId id);

} // namespace seamfinder
