#pragma once

#include "core/catalogue/ReadInterviews.h"
#include "core/protocol/Protocol.h"

namespace seamfinder {

/// What a "recording" event says in its detail; nothing: one starts.
namespace recording_event {
inline constexpr QLatin1StringView stops{"stops"}, goesOn{"goes-on"};
}

/// Where the time of an interview went, from its paradata. All times are milliseconds; moments are since
/// 1970, UTC. Time counts from the first event of a stretch of work to its last, without pauses: what passed
/// while the program was closed is nobody's.
struct InterviewTime
{
    struct Stretch
    {
        qint64 from = 0, to = 0;
        int section = -1; ///< of the protocol; -1: at a question that it does not have (any more)
        QString question;
        [[nodiscard]] qint64 length() const { return to - from; }
    };
    struct Pause
    {
        qint64 from = 0, to = 0;
        QString reason;
    };
    struct Moment
    {
        qint64 time = 0;
        QString event; ///< example, mark, answered, probe …
        QString question, detail;
        int section = -1; ///< as of a stretch
    };

    struct Sitting
    {
        qint64 from = 0, to = 0;
        [[nodiscard]] qint64 length() const { return to - from; }
    };

    QVector<Stretch> stretches; ///< in order; those at one question that follow each other are one
    QVector<Pause> pauses;      ///< the last one may still last: then it ends with the last event, or `now`
    QVector<Moment> moments;    ///< everything that happened at a moment, in order
    QVector<qint64> recordings; ///< when a recording was started
    QVector<qint64> recordingEnds; ///< when it was said to stop, or the conversation was over for good
    bool isRunning = false;        ///< begun and neither paused nor finished
    bool isPaused = false;

    [[nodiscard]] qint64 total() const;
    /// Of the total, what had passed at a moment.
    [[nodiscard]] qint64 passedBefore(qint64 moment) const;
    /// The stretches in one go: more than an hour without any is another sitting. A pause of less is none.
    [[nodiscard]] QVector<Sitting> sittings() const;
    /// The number of the sitting, from 1, that somebody is in who goes on at this moment.
    [[nodiscard]] int sittingAt(qint64 moment) const;
    /// How far into the sittings a moment was, one after the other: what passed between them does not count.
    [[nodiscard]] qint64 sittingOffset(qint64 moment) const;
    /// By section of the protocol.
    [[nodiscard]] QVector<qint64> bySection(int sections) const;
    /// How far into the recording that was running. Where nobody says that it stops, it lasts to the end of
    /// the sitting in which it was started, or of the conversation; one that was soon opened again was not
    /// over. Nothing before the first was started.
    [[nodiscard]] std::optional<qint64> recordingOffset(qint64 moment) const;

private:
    /// Both moments are of one sitting.
    [[nodiscard]] bool isOneSitting(qint64 from, qint64 to) const;
};

/// `now`: counts on to this moment where the interview is being held; without it time ends with the last
/// event.
[[nodiscard]] InterviewTime interviewTime(const QVector<ParadataEvent> &events, const Protocol &protocol,
                                          std::optional<qint64> now = {});

} // namespace seamfinder
