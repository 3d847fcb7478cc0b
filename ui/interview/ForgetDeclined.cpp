#include "ui/interview/ForgetDeclined.h"

#include "core/catalogue/DeclinedInterviews.h"
#include "core/catalogue/Erasure.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/StudySession.h"
#include "core/catalogue/StudyWriter.h"
#include "ui/common/Deliver.h"
#include "ui/shell/Messages.h"

#include <QCoreApplication>

namespace seamfinder {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("ForgetDeclined", text);
}
} // namespace

void forgetDeclined(StudySession &session, Messages &messages, const QVector<InterviewId> &interviews)
{
    if (interviews.isEmpty() || !session.isWritable())
        return;
    QStringList people;
    for (const InterviewId id : interviews) {
        if (const auto interview = readInterview(session.reader(), id))
            people += QStringList(interview->pseudonyms.begin(), interview->pseudonyms.end());
    }
    const Action action{.label = tr(QT_TRANSLATE_NOOP("ForgetDeclined", "Takes no part"))};
    const auto work = [action, interviews](StudyWriter &writer) {
        Commit all{{}, action, {}};
        for (const InterviewId interview : interviews) {
            const Commit one = eraseDeclined(writer, action, interview);
            all.entry = one.entry ? one.entry : all.entry;
            all.changes += one.changes;
        }
        if (all.changes.isEmpty())
            return all;
        try {
            static_cast<void>(completeErasure(writer));
        } catch (const Error &) {
            // It is erased; cleaning up goes on at the next opening.
        }
        return all;
    };
    afterCommit(
        session.performApart(action, work), &session,
        [&messages, names = people.join(QStringLiteral(", "))](const Commit &commit) {
            if (!commit.changes.isEmpty())
                messages.show(
                    {Severity::Information,
                     tr(QT_TRANSLATE_NOOP(
                            "ForgetDeclined",
                            "What was said in the interview with %1, who takes no part, was erased for good; "
                            "only that somebody was asked is kept. Steps before this cannot be undone any "
                            "more."))
                         .arg(names)});
        },
        [] {}); // what went wrong, the session says; it is tried again at the next opening
}

} // namespace seamfinder
