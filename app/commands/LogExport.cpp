#include "app/commands/LogExport.h"

#include "core/catalogue/ExportLog.h"
#include "core/catalogue/Study.h"
#include "core/catalogue/StudyWriter.h"
#include "core/domain/Error.h"

#include <cstdio>

namespace seamfinder {

using namespace Qt::StringLiterals;

void logCommandExport(const QString &studyPath, const QString &format, const QString &output,
                      const QVector<ParticipantId> &participants)
{
    try {
        const auto study = Study::open(studyPath, Study::Mode::Write);
        if (study->isWritable()) {
            StudyWriter writer(study->openWriter());
            writer.perform({.label = u"Export"_s},
                           [&](Edit &edit) { logExport(edit, format, output, participants); });
            return;
        }
    } catch (const Error &) {
        // The export itself is done; that it is not listed is said below.
    }
    fprintf(
        stderr,
        "seamfinder: the study cannot be written now (it may be open in a window), so this export is not in "
        "its list of exports\n");
}

} // namespace seamfinder
