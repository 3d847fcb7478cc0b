#include "ui/common/InterviewState.h"

#include "core/catalogue/EditInterview.h"

#include <QCoreApplication>

namespace seamfinder {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("InterviewState", text);
}
} // namespace

QString stateLabel(const QString &state)
{
    if (state == interview_state::planned)
        return tr("Planned");
    if (state == interview_state::inProgress)
        return tr("In progress");
    if (state == interview_state::paused)
        return tr("Paused");
    if (state == interview_state::finishing)
        return tr("Being finished");
    if (state == interview_state::complete)
        return tr("Complete");
    if (state == interview_state::withdrawn)
        return tr("Withdrawn");
    if (state == interview_state::declined)
        return tr("Declined");
    return tr("No interview yet");
}

Tone stateTone(const QString &state)
{
    if (state == interview_state::inProgress || state == interview_state::finishing)
        return Tone::Accent;
    if (state == interview_state::paused)
        return Tone::Warning;
    if (state == interview_state::complete)
        return Tone::Good;
    return state == interview_state::withdrawn ? Tone::Bad : Tone::Neutral;
}

} // namespace seamfinder
