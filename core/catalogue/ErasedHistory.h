#pragma once

#include "core/catalogue/EditInterview.h"

#include <QHash>
#include <QVector>

namespace seamfinder {

class Connection;
class ErasedRows;

/// What the journal alone still tells of who leaves: what was undone or answered by somebody else since.
struct ErasedHistory
{
    struct Place
    {
        InterviewId interview;
        AnswerPlace place;
    };
    QVector<qint64> gone;    ///< rows that were theirs and are in the study no more
    QVector<qint64> written; ///< rows that stay, into which an answer that was theirs once wrote a text
    QVector<Place> places;   ///< where they answered

    /// `firstOf`: interviews with others in which what nobody was named for is theirs, with all who are in
    /// them.
    [[nodiscard]] static ErasedHistory of(Connection &db, const ErasedRows &rows,
                                          const QHash<qint64, QVector<qint64>> &firstOf);
};

} // namespace seamfinder
