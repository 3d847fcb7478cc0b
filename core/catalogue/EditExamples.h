#pragma once

#include "core/catalogue/Edit.h"

#include <QString>
#include <QVector>

namespace seamfinder {

/// Where an example or gap comes from. Everything may be empty: an example can be recorded without an
/// interview.
struct Origin
{
    InterviewId interview{};
    ParticipantId participant{}; ///< none: the interview's first participant
    SystemId system{};           ///< none: the interview's only system, if it has just one
    QString firstQuestion{};
};

/// The interview's only system: an example is about it from the start. None where there are several.
[[nodiscard]] SystemId onlySystemOf(Connection &db, InterviewId interview);
ExampleId createExample(Edit &edit, const Origin &origin);
/// `example` none: an information need that was named without a known consequence.
GapId createGap(Edit &edit, ExampleId example, const Origin &origin = {});
qint64 createPractice(Edit &edit, const Origin &origin);

/// Into the bin (an example with its gaps) and out of it. Refused where their interview is locked.
void deleteExample(Edit &edit, ExampleId example);
void restoreExample(Edit &edit, ExampleId example);
void deleteGap(Edit &edit, GapId gap);
void restoreGap(Edit &edit, GapId gap);
void deletePractice(Edit &edit, qint64 practice);

/// Which information of an interview should be shared first, second …; the others have no rank.
void setGapPriorities(Edit &edit, InterviewId interview, const QVector<GapId> &inOrder);

/// A passage that bears on an example or gap. `sourceKind`: answer, note, transcript, spoken (for marks, see
/// mark_source); start and end
/// in code points of the source (-1: none). `relation`: supports, contradicts, interviewer.
struct Passage
{
    QString sourceKind = QStringLiteral("spoken");
    qint64 source = 0;
    int start = -1;
    int end = -1;
    QString quote{};
    ParticipantId speaker{};
    bool byInterviewer = false; ///< the interviewer said it, so it is no participant's
};
/// How a passage that is taken for an example or gap bears on it, before anybody says otherwise: it supports
/// it, unless it is the interviewer's.
[[nodiscard]] QLatin1StringView relationOf(const Passage &passage);
EvidenceId addEvidence(Edit &edit, qint64 target, const Passage &passage, QLatin1StringView relation);
/// Of words that are still being typed: quote, speaker and relation become these. False where it is not
/// there.
bool rewordEvidence(Edit &edit, EvidenceId evidence, const Passage &passage, QLatin1StringView relation);
void removeEvidence(Edit &edit, EvidenceId evidence);

IncidentId createIncident(Edit &edit, const QString &label);
void setIncidentLabel(Edit &edit, IncidentId incident, const QString &label);
void setIncident(Edit &edit, ExampleId example, IncidentId incident);
/// `kind`: caused, hid, same-fix.
void linkExamples(Edit &edit, ExampleId from, ExampleId to, QLatin1StringView kind);
void unlinkExamples(Edit &edit, ExampleId from, ExampleId to, const QString &kind);

} // namespace seamfinder
