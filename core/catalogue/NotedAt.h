#pragma once

#include "core/catalogue/EditInterview.h"
#include "core/domain/Field.h"

#include <QVector>

namespace seamfinder {

class Connection;

/// A question of an interview at which a field was written, and what stood there afterwards.
struct NotedAt
{
    InterviewId interview;
    AnswerPlace place;
    QString value; ///< of texts and choices
};

/// Where the field of a row was written in interviews, the latest first, as far as the journal goes back:
/// what was undone is not among it, nor what was written elsewhere, as in the study's lists.
[[nodiscard]] QVector<NotedAt> whereNoted(Connection &db, const Field &field, qint64 row);

} // namespace seamfinder
