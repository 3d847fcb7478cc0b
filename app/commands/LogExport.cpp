#include "app/commands/LogExport.h"

#include "core/catalogue/ExportLog.h"
#include "core/catalogue/Study.h"
#include "core/catalogue/StudyWriter.h"
#include "core/domain/Error.h"

#include <cstdio>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
QString whyNotWritable(const Study &study)
{
    switch (study.readOnlyReason()) {
    case ReadOnlyReason::LockedByOther:
        return u"the study is open in a window or another command"_s;
    case ReadOnlyReason::HardLinks:
        return u"the study's file has several names, so it is only read"_s;
    default:
        return u"the study or its folder is read-only"_s;
    }
}

QString whyNotWritten(const Error &error)
{
    switch (error.code()) {
    case ErrorCode::Locked:
        return u"the study is open in a window or another command"_s;
    case ErrorCode::DiskFull:
        return u"the disk is full"_s;
    case ErrorCode::Damaged:
        return u"the study is damaged"_s;
    case ErrorCode::ReadOnly:
        return u"the study or its folder is read-only"_s;
    default:
        return u"the study could not be written (%1)"_s.arg(error.detail());
    }
}
} // namespace

void logCommandExport(const QString &studyPath, const QString &format, const QString &output,
                      const QVector<ParticipantId> &participants)
{
    QString why;
    try {
        const auto study = Study::open(studyPath, Study::Mode::Write);
        if (study->isWritable()) {
            StudyWriter writer(study->openWriter());
            writer.perform({.label = u"Export"_s},
                           [&](Edit &edit) { logExport(edit, format, output, participants); });
            return;
        }
        why = whyNotWritable(*study);
    } catch (const Error &error) {
        why = whyNotWritten(error); // the export itself is done
    }
    fprintf(stderr, "seamfinder: %s, so this export is not in its list of exports\n", qUtf8Printable(why));
}

} // namespace seamfinder
