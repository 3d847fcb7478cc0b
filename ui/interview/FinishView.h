#pragma once

#include "core/domain/Filter.h"
#include "core/interview/FinishWalk.h"
#include "ui/interview/FocusRing.h"

#include <QPointer>

class QLabel;
class QPushButton;
class QTimer;

namespace seamfinder {

class CatalogueService;
class CodebookCache;
class FinishFields;
class FinishStory;
class InterviewSession;
class Messages;
class ScrollPane;
struct InterviewPlace;

/// After the interview: first what was marked, then per example the story and quotes at the left, what is
/// open at the right, next by key; at the end what the interview brought.
class FinishView : public FocusRing
{
    Q_OBJECT

public:
    FinishView(InterviewSession &session, CodebookCache &codebook, Messages &messages,
               QWidget *parent = nullptr);

    /// What the debrief at the end counts; without it there is none.
    void setCatalogue(CatalogueService *catalogue) { m_catalogue = catalogue; }
    /// As RecordingStrip::listen, at the mark that is shown. False where none is, or no recording of it.
    bool listen();
    /// Looks for what is open now and shows the first of it; of a locked interview the end.
    void begin();
    /// The same, but at what was shown last, if that is still there.
    void goOn();
    /// In a field of the example that is shown, on its card where it is not open any more.
    void writeOn(ExampleId example, const QString &field, GapId gap);
    /// Where it was left, with what has changed meanwhile.
    void resume();
    void next();
    void previous();
    void flush();
    /// That is asked about, or made of the mark that is; none: neither.
    [[nodiscard]] ExampleId exampleHere() const;
    /// An example that was made for the card that is open and says nothing goes with it.
    void leaveCard();
    void focusFirst();
    /// The next of several participants told of the example that is shown.
    void nextTeller();
    /// What is told at the left, and the fields at the right.
    [[nodiscard]] QList<QWidget *> panes() const;
    /// Looks for words in the transcript, where one is shown.
    void find();
    /// The transcript at the left, or what asks for one; the focus goes there.
    void showTranscript();
    /// To where an undo changed something, if that is a stop of the queue; else it stays where it is.
    void follow(const InterviewPlace &place);

Q_SIGNALS:
    void done();   ///< closed behind the last stop
    void closed(); ///< whoever hears it calls leaveCard() and flush()
    void readBackWanted();
    /// The examples behind a number of the debrief.
    void catalogueWanted(const seamfinder::Filter &filter);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layOut();
    void followSession();
    void showHere();
    void showStop(const FinishStop &stop);
    void showEnd();
    /// The example that the mark here has become, beside the transcript, which stays where it is.
    void showOutcome(const MarkOutcome &outcome);
    void showAddedTranscript(bool wanted);
    void showMarkAgain();
    void showStopOf(const InterviewPlace &place);
    void showCount();
    void clear();
    void bringIntoView(QWidget *part);
    void scrollToFocus();

    InterviewSession &m_session;
    CodebookCache &m_codebook;
    CatalogueService *m_catalogue = nullptr;
    FinishWalk m_walk;
    bool m_locked = false;
    FinishStory *m_story;
    FinishFields *m_fields;
    ScrollPane *m_left;
    ScrollPane *m_right;
    QTimer *m_laidOut;            ///< fires when what was added has its place
    QPointer<QWidget> m_wanted{}; ///< to be seen then, beside what has the focus
    QLabel *m_count;
    QPushButton *m_close;
    QPushButton *m_next;
    QPushButton *m_back;
};

} // namespace seamfinder
