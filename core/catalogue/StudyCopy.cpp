#include "core/catalogue/StudyCopy.h"

#include "core/catalogue/Backup.h"
#include "core/catalogue/Study.h"
#include "core/catalogue/StudyWriter.h"
#include "core/domain/Error.h"

namespace seamfinder {

int copyStudy(Connection &source, const QString &path, const QVector<PendingChange> &pending)
{
    backUp(source, path);
    const auto copy = Study::open(path, Study::Mode::Write);
    StudyWriter writer(copy->openWriter());
    int made = 0;
    for (const PendingChange &each : pending) {
        try {
            writer.perform(each.action, each.change);
            ++made;
        } catch (const Error &error) {
            // Its row is gone, say. What is wrong with the storage concerns all that follow, too.
            if (error.code() == ErrorCode::DiskFull || error.code() == ErrorCode::CannotWrite)
                throw;
        }
    }
    return made;
}

} // namespace seamfinder
