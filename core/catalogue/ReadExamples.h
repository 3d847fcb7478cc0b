#pragma once

#include "core/catalogue/Connection.h"
#include "core/catalogue/EditFields.h"

#include <QHash>
#include <QString>
#include <QVector>

namespace seamfinder {

/// The values of one example or gap (or participant, system, interview, practice): its columns by field key,
/// its adopted terms by field key, and why fields have no value.
struct Record
{
    qint64 id = 0;
    QHash<QString, QVariant> values;
    QHash<QString, QVector<CodedTerm>> terms;
    QHash<QString, MissingCode> missing;

    [[nodiscard]] QString text(const Field &field) const
    {
        return values.value(QString(field.key)).toString();
    }
    [[nodiscard]] QVariant value(const Field &field) const { return values.value(QString(field.key)); }
    [[nodiscard]] QVector<CodedTerm> coded(const Field &field) const
    {
        return terms.value(QString(field.key));
    }
    [[nodiscard]] bool isMissing(const Field &field) const { return missing.contains(QString(field.key)); }
    /// Whether the field has a value (not: a missing code).
    [[nodiscard]] bool has(const Field &field) const;
};

struct ExampleRecord : Record
{
    InterviewId interview{};
    ParticipantId participant{};
    SystemId system{};
    IncidentId incident{};
    QString firstQuestion;
    bool relevant = true;
    qint64 created = 0, updated = 0;
    std::optional<qint64> deletedAt;
    QVector<struct GapRecord> gaps; ///< those not in the bin

    [[nodiscard]] ExampleId exampleId() const { return {id}; }
};

struct GapRecord : Record
{
    ExampleId example{};
    InterviewId interview{};
    ParticipantId participant{};
    std::optional<int> priority;
    QString firstQuestion;
    bool relevant = true;
    qint64 created = 0, updated = 0;
    std::optional<qint64> deletedAt;

    [[nodiscard]] GapId gapId() const { return {id}; }
};

/// The examples with these ids, in this order, each with its gaps; ids that are gone are left out. A handful
/// of statements however many ids there are.
[[nodiscard]] QVector<ExampleRecord> readExamples(Connection &db, const QVector<ExampleId> &ids);
[[nodiscard]] std::optional<ExampleRecord> readExample(Connection &db, ExampleId id);
[[nodiscard]] QVector<GapRecord> readGaps(Connection &db, const QVector<GapId> &ids);
[[nodiscard]] std::optional<GapRecord> readGap(Connection &db, GapId id);
/// Any entity's record (participant, system, interview, practice), with its columns and terms.
[[nodiscard]] std::optional<Record> readRecord(Connection &db, Entity entity, qint64 id);

/// Examples of an interview in the order in which they were made; gaps of one that have no example.
[[nodiscard]] QVector<ExampleId> exampleIdsOf(Connection &db, InterviewId interview);
[[nodiscard]] QVector<GapId> needIdsOf(Connection &db, InterviewId interview);
[[nodiscard]] QVector<qint64> practiceIdsOf(Connection &db, InterviewId interview);

/// One layer of coding in one facet.
struct CodingLayer
{
    CoderId coder{};
    CodingStage stage = CodingStage::Live;
    QVector<CodedTerm> terms; ///< empty: "none of them", on purpose
    qint64 time = 0;
    bool adopted = false;
};
/// All layers of an example's or gap's facet, oldest first.
[[nodiscard]] QVector<CodingLayer> readLayers(Connection &db, const Field &field, qint64 target);

struct EvidenceRecord
{
    EvidenceId id{};
    qint64 target = 0;
    QString relation, sourceKind, quote;
    qint64 source = 0;
    int start = -1, end = -1;
    ParticipantId speaker{};
};
[[nodiscard]] QVector<EvidenceRecord> readEvidence(Connection &db, qint64 target);
[[nodiscard]] QVector<EvidenceRecord> readEvidenceOfSource(Connection &db, qint64 source);

struct ExampleLink
{
    ExampleId from{}, to{};
    QString kind;
};
[[nodiscard]] QVector<ExampleLink> readLinks(Connection &db, ExampleId example);
[[nodiscard]] QString incidentLabel(Connection &db, IncidentId incident);
[[nodiscard]] QVector<ExampleId> examplesOfIncident(Connection &db, IncidentId incident);

} // namespace seamfinder
