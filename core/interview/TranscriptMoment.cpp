#include "core/interview/TranscriptMoment.h"

#include "core/interview/InterviewTime.h"
#include "core/interview/TranscriptText.h"

#include <algorithm>
#include <QRegularExpression>
#include <QVector>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

constexpr int fewestTimes = 2; // a single one may be a time that somebody spoke of

struct Stamp
{
    qint64 time = 0; ///< milliseconds
    qsizetype line = 0;
};

/// The times at the start of lines, if they are a transcript's: several, and none earlier than the one
/// before.
QVector<Stamp> stampsIn(const QString &text)
{
    static const QRegularExpression pattern(
        uR"(^[ \t]*[\[(]?(?:(\d{1,2}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?(?=[\])\s]|$))"_s,
        QRegularExpression::MultilineOption);
    QVector<Stamp> stamps;
    for (auto it = pattern.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const qint64 seconds = (match.captured(1).toLongLong() * 60 + match.captured(2).toLongLong()) * 60 +
                               match.captured(3).toLongLong();
        const Stamp stamp{seconds * 1000 + match.captured(4).leftJustified(3, u'0').toLongLong(),
                          match.capturedStart()};
        if (!stamps.isEmpty() && stamp.time < stamps.last().time)
            return {};
        stamps.append(stamp);
    }
    return stamps.size() < fewestTimes ? QVector<Stamp>() : stamps;
}

/// Without the space at its ends.
TranscriptMoment trimmed(const QString &text, TranscriptMoment stretch)
{
    while (stretch.start < stretch.end && text[stretch.start].isSpace())
        ++stretch.start;
    while (stretch.end > stretch.start && text[stretch.end - 1].isSpace())
        --stretch.end;
    return stretch;
}

} // namespace

MomentOfTalk momentOfTalk(const InterviewTime &time, qint64 moment)
{
    // A transcript is of what was recorded: what was said before the recording started is not in it.
    const auto first = std::min_element(time.recordings.begin(), time.recordings.end());
    const qint64 unheard = first == time.recordings.end() ? 0 : time.passedBefore(*first);
    const qint64 heard = time.total() - unheard;
    const qint64 passed = std::max<qint64>(0, time.passedBefore(moment) - unheard);
    return {time.recordingOffset(moment), heard > 0 ? double(passed) / double(heard) : 0};
}

std::optional<TranscriptMoment> transcriptMoment(const QString &text, const MomentOfTalk &moment)
{
    if (text.trimmed().isEmpty())
        return std::nullopt;
    if (moment.recordingOffset) {
        const QVector<Stamp> stamps = stampsIn(text);
        const auto after =
            std::upper_bound(stamps.begin(), stamps.end(), *moment.recordingOffset,
                             [](qint64 time, const Stamp &stamp) { return time < stamp.time; });
        if (after != stamps.begin()) {
            const qsizetype end = after == stamps.end() ? text.size() : after->line;
            return trimmed(text, {(after - 1)->line, end, true});
        }
    }
    const auto place = qsizetype(std::clamp(moment.share, 0.0, 1.0) * double(text.size() - 1));
    for (const SpeakerTurn &turn : speakerTurns(text)) {
        if (place < turn.end)
            return trimmed(text, {turn.start, turn.end, false});
    }
    return trimmed(text, {0, text.size(), false});
}

} // namespace seamfinder
