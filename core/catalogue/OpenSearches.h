#pragma once

#include "core/catalogue/EditInterview.h"

#include <QVector>

namespace seamfinder {

class Connection;

/// Letters that were typed in a list, to find something in it, and had come to nothing when the program
/// ended.
struct OpenSearch
{
    qint64 event = 0;  ///< of the paradata
    AnswerPlace place; ///< where the interview stood
    qint64 row = 0;    ///< whose field was chosen for; 0: the question's answer
    QString words;
};

/// Those of an interview, in the order of typing.
[[nodiscard]] QVector<OpenSearch> readOpenSearches(Connection &db, InterviewId interview);

} // namespace seamfinder
