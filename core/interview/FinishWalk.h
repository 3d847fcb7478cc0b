#pragma once

#include "core/interview/FinishQueue.h"

#include <QHash>

namespace seamfinder {

class InterviewSession;
struct InterviewPlace;

/// What became of a mark.
struct MarkOutcome
{
    ExampleId example{}; ///< that its words are evidence of; none: nothing more
    bool isNew = false;  ///< it was made of the mark
    Passage words{};     ///< that were taken
};

/// Where one stands in the finish queue. Stops that one has been at stay in it, settled or not, so that the
/// count only goes forward; what comes behind them is looked up anew, as examples are made and filled in.
class FinishWalk
{
public:
    explicit FinishWalk(const InterviewSession &session);

    /// At the first of what is open now; of a locked interview, or where nothing is open, at the end.
    void begin();
    [[nodiscard]] bool isAtEnd() const { return m_at < 0; }
    [[nodiscard]] bool isEmpty() const { return m_queue.isEmpty(); }
    /// nullptr at the end.
    [[nodiscard]] const FinishStop *here() const { return isAtEnd() ? nullptr : &m_queue[m_at]; }
    /// The mark that is asked about here; nullptr if this stop is none, or it is gone.
    [[nodiscard]] const Mark *mark() const;
    [[nodiscard]] int number() const { return int(m_at) + 1; } ///< from 1; 0 at the end
    [[nodiscard]] int count() const { return int(m_queue.size()); }
    [[nodiscard]] bool isLast() const { return m_at + 1 >= m_queue.size(); }
    [[nodiscard]] bool canGoBack() const { return before() >= 0; }

    void next(); ///< past marks that are settled; behind the last: the end
    void back(); ///< to what was before, also to a mark that is settled
    void toEnd() { m_at = -1; }
    /// The mark here is done with. The file may not say so yet.
    void settle(const MarkOutcome &outcome = {});
    /// The mark here is gone, or was ticked off beside the questions.
    [[nodiscard]] bool isDoneElsewhere() const;
    /// Marks wait that were not there when this walk began.
    [[nodiscard]] bool hasNewMarks() const;
    /// Of the mark here; nothing while it waits.
    [[nodiscard]] MarkOutcome outcome() const;
    /// The mark here waits again.
    void unsettle();
    /// It is about to go: nothing is asked about it any more.
    void leaveOut(ExampleId example) { m_leftOut.append(example); }
    /// Looks up again what comes behind the stops that one has been at.
    void renew();

    // After an undo.
    /// Leaves out the examples and marks that are no more. True if one of them was here.
    bool dropLost();
    /// To a mark that is not done any more, or whose words are not the evidence any more that they became.
    bool goToReopenedMark(const InterviewPlace &undone);
    /// Marks that are done again are settled, as they were before. True if that here is one.
    bool settleRedone();
    /// Whether this stop is about a place.
    [[nodiscard]] bool isAt(const InterviewPlace &place) const;
    /// To the stop that is about it, with all that is open there now. False if there is none.
    bool goTo(const InterviewPlace &place);

private:
    [[nodiscard]] QVector<FinishStop> openStops() const;
    [[nodiscard]] bool isSettled(const FinishStop &stop) const;
    /// The words that it became evidence with are taken back.
    [[nodiscard]] bool isTakenBack(MarkId mark) const;
    [[nodiscard]] qsizetype before() const;
    void stand(qsizetype at);

    const InterviewSession &m_session;
    QVector<FinishStop> m_queue;
    QVector<MarkId> m_settled;
    QHash<qint64, MarkOutcome> m_outcomes; ///< by mark; kept for a redo
    QVector<ExampleId> m_leftOut;
    qsizetype m_at = -1;
    qsizetype m_seen = 0; ///< stops that one has been at
};

} // namespace seamfinder
