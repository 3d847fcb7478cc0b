#pragma once

#include "core/catalogue/Commit.h"
#include "core/catalogue/ScrubText.h"

#include <QStringList>

namespace seamfinder {

class Connection;
class StudyWriter;

/// Where a text that is to be scrubbed stands.
struct ScrubPlace
{
    QString table, column;
    qint64 row = 0;
    QString around; ///< the text, with a little of what stands about it, on one line
};

struct ScrubPreview
{
    QVector<ScrubPlace> places; ///< the first few hundred
    int texts = 0;              ///< in how many texts it stands
    int steps = 0;              ///< in how many of the journal's steps
    QStringList protocols;      ///< titles of versions that say it: they are immutable and stay
};

/// What `scrub` would change. Reads every text of the study; Error Cancelled through the connection's check.
[[nodiscard]] ScrubPreview previewScrub(Connection &db, const ScrubRequest &request);

/// Replaces a text everywhere: rows, codings, paradata, the journal's memory and labels, and what passages
/// count their places by. One transaction, then a barrier that undo cannot cross; `completeErasure` must
/// follow. Error InvalidInput for an empty text or a replacement that contains it.
[[nodiscard]] Commit scrub(StudyWriter &writer, const Action &action, const ScrubRequest &request);

} // namespace seamfinder
