#pragma once

#include "core/catalogue/ErasedRows.h"
#include "core/catalogue/StillHolding.h"

#include <QStringList>

namespace seamfinder {

/// What a withdrawal would erase, and what it cannot reach: shown before, and told again after.
struct ErasurePreview
{
    QStringList pseudonyms; ///< of whom it is
    QVector<InterviewId> interviews;
    qsizetype joint = 0;   ///< interviews with others, which stay without this participant's part
    QStringList systems{}; ///< that stay, because others speak of them, too, without what these said of them
    qsizetype fields = 0;  ///< that are emptied, of examples that others told
    qsizetype turns = 0;   ///< that go from the transcripts of those interviews
    QStringList unclearTranscripts{}; ///< of those, which do not tell everywhere who speaks: they need a look
    QHash<QString, qsizetype> counts; ///< rows that go, by table
    StillHolding holding;
};

/// Error NotFound if there is no such participant or interview. Looks into the files that may hold it, too,
/// unless `studyPath` is empty.
[[nodiscard]] ErasurePreview previewErasure(Connection &db, const QString &studyPath,
                                            const Withdrawal &withdrawal);

/// A text of the study, for people to read.
struct ErasedText
{
    QString table, text;
    QString about{}; ///< the question that it answers, in words; or what it is called
};
/// Every text that would go, whole, as people know it: answers of choices by their labels, without ids.
[[nodiscard]] QVector<ErasedText> erasedTexts(Connection &db, const Withdrawal &withdrawal);

/// What the interviewers noted of interviews that stay, because others took part: notes at answers of others,
/// what they filled in themselves. It stays, too, and may tell of who withdraws.
[[nodiscard]] QVector<ErasedText> notesThatStay(Connection &db, const Withdrawal &withdrawal);

} // namespace seamfinder
