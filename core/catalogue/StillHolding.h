#pragma once

#include "core/catalogue/ErasedRows.h"
#include "core/catalogue/ExportLog.h"
#include "core/catalogue/ScrubText.h"

#include <QStringList>

namespace seamfinder {

/// Files that still hold what an erasure takes out of the study.
struct StillHolding
{
    QStringList studies;     ///< backups and copies in the study's folder, copies that were saved elsewhere
    QStringList exports;     ///< files that the list of exports names and that are there
    QStringList lostExports; ///< that it names and that are not there any more: deleted, or moved elsewhere
    QStringList
        closedExports; ///< packed files (PDF, pictures, workbooks), in which no text can be looked for
    /// Texts beside the study that have the words (of a withdrawal: a pseudonym) and that no list knows: made
    /// by a command while somebody else was writing, or by hand.
    QStringList unlisted;
    int withoutFile = 0; ///< exports to the clipboard or to another program: nobody knows where they are
};

/// Of a withdrawal: copies that have one of its participants, interviews, examples or gaps, exports about the
/// participants, and texts that name them by their pseudonyms. Reads the files; what cannot be read is passed
/// over.
[[nodiscard]] StillHolding whatHolds(const QString &studyPath, const ErasedRows &rows,
                                     const QVector<ParticipantId> &participants,
                                     const QStringList &pseudonyms, const QVector<LoggedExport> &log);

/// Of a text: copies and exports that have it in them, found as the scrub finds it.
[[nodiscard]] StillHolding whatHolds(const QString &studyPath, const ScrubRequest &request,
                                     const QVector<LoggedExport> &log);

} // namespace seamfinder
