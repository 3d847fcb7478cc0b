#pragma once

#include "core/domain/Id.h"

#include <QString>
#include <QStringList>
#include <QVector>

namespace seamfinder {

class Connection;

/// A transcript of an interview with several people, as seen when one of them withdraws: which of its turns
/// are theirs, by the labels.
struct JointTranscript
{
    struct Stretch
    {
        qsizetype start = 0, end = 0; ///< in UTF-16 units
    };

    qint64 id = 0;
    InterviewId interview{};
    QString title, text;
    QVector<Stretch> theirs; ///< in order, labels included
    /// Who speaks is not told everywhere: words of theirs may be left.
    bool isUnclear = false;

    [[nodiscard]] QString without() const;
    /// Whether words from here to there (in code points) have anything of theirs in them.
    [[nodiscard]] bool hasTheirs(int start, int end) const;
    /// Where a place (in code points) is in `without`.
    [[nodiscard]] int moved(int codePoint) const;
};

/// By whose names the turns of an interview's transcripts are labelled, and of whom they are looked for.
struct JointPeople
{
    QStringList people{};       ///< pseudonyms of who is interviewed, in order
    qsizetype theirs = -1;      ///< a place in `people`
    QStringList interviewers{}; ///< names and initials

    [[nodiscard]] static JointPeople of(Connection &db, InterviewId interview, ParticipantId participant);
    /// Fills in `theirs` and `isUnclear`.
    void findTurns(JointTranscript &transcript) const;
};

/// Of these interviews, what is in the bin included.
[[nodiscard]] QVector<JointTranscript>
jointTranscripts(Connection &db, const QVector<InterviewId> &interviews, ParticipantId participant);

} // namespace seamfinder
