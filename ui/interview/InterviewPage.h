#pragma once

#include "core/domain/Filter.h"
#include "core/interview/InterviewSession.h"
#include "ui/common/EditorContext.h"

#include <memory>
#include <QPointer>
#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace seamfinder {

class AskingView;
class ConsentStrip;
class CatalogueService;
class ExampleCard;
class FinishView;
class InterviewHead;
class InterviewPanes;
class LockStrip;
class MarkStrip;
class Messages;
class OutlineView;
class ParticipantWindow;
class PeoplePicker;
class PauseStrip;
class ProbesPane;
class QuestionView;
class ReadBackView;
class SectionView;
class TermPicker;
class TimelineView;
class TranscriptPane;
class TypeAhead;
struct WordsFor;

/// One interview being held: outline, question, and at the right one thing at a time.
class InterviewPage : public QWidget
{
    Q_OBJECT

public:
    /// `practice`: nothing is kept, and a strip says so. Errors: those of InterviewSession.
    InterviewPage(StudySession &study, CodebookCache &codebook, Messages &messages, InterviewId interview,
                  bool practice, QWidget *parent = nullptr);
    ~InterviewPage() override;

    /// What the debrief counts; without it (a practice) there is none.
    void setCatalogue(CatalogueService *catalogue);
    [[nodiscard]] InterviewSession &session() { return *m_interview; }
    [[nodiscard]] QuestionView &question() { return *m_question; }
    /// The whole section at once instead of one question; the place, the focus and what is typed stay.
    void setWholeSection(bool whole);
    [[nodiscard]] SectionView *section() { return m_section; } ///< nullptr while one question is shown
    [[nodiscard]] QList<QWidget *> panes() const;
    /// As Workspace::startOf.
    [[nodiscard]] QWidget *startOf(const QWidget *pane) const;
    void focusQuestion();
    /// Writes everything that is being typed, and where the caret is.
    void flush();
    /// The same before the page goes: also what stands in a list that is open.
    void settle();

    void newExample();
    void openExample(ExampleId example, const QString &field = {}, GapId gap = {});
    void makeCard();
    void closeCard();
    /// What is typed is kept; an example that was begun with the card and holds nothing goes with it.
    void leaveCard();
    void leaveConsent();
    /// Beside the questions; in Finish, and whatever `show` says, at its left.
    void showTranscript(bool show);
    [[nodiscard]] bool isTranscriptShown() const;
    /// Looks for words in the transcript, if that is what is being read. True also while finishing or
    /// reading back: Find stays there.
    bool findInTranscript();
    /// How the interview went so far, beside the question, or what was there before.
    void toggleTimeline();
    /// Beside the question the examples instead of the probes; the focus stays in the answer.
    void showExamples(bool show);
    void jump();
    /// To the question that one jumped away from; from Finish and from reading back to where one came from.
    void goBack();
    void next();
    void previous();
    void another();
    void note();
    /// Of another device or program: starts now, or stops.
    void toggleRecording();
    /// Plays the recording at the mark that is shown in Finish; again: stops.
    void listen();
    void nextLanguage();
    /// Of the current question, where several people are interviewed.
    void nextSpeaker();
    /// A menu of who can be; the focus stays.
    void addParticipant();
    void toggleFolding();
    /// Opens the participant's window beside this one, or closes it; the focus stays here.
    void toggleParticipantWindow();
    /// F8: waits for the letter of a mark; pressed again, a star.
    void mark();
    void finish();
    /// It is what is shown.
    [[nodiscard]] bool isFinishing() const;
    /// The examples as sentences, in large type.
    void readBack();
    /// As complete, or takes that back.
    void toggleLock();
    void pause();
    /// What was agreed to, to be narrowed or withdrawn; again: closes it.
    void consent();
    /// Goes to where an undo changed something. False if that is not in this interview.
    bool goToPlace(const QString &place);
    /// The same, to write on there: the field is shown whether it is open any more or not.
    void goOnAt(const QString &place);
    [[nodiscard]] QSplitter *splitter() const;
    /// How wide its panes are wanted, be there room for it now or not.
    [[nodiscard]] QByteArray paneWidths() const;
    void setPaneWidths(const QByteArray &widths);

Q_SIGNALS:
    void closeRequested();
    void stateChanged();
    /// Beside the question, examples instead of probes.
    void examplesChosen(bool shown);
    /// Everything of this participant is to be erased.
    void withdrawalWanted(seamfinder::ParticipantId participant);
    /// The interview was erased: there is nothing left to show.
    void gone();
    void catalogueWanted(const seamfinder::Filter &filter);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    static constexpr int longestWait = 2000; ///< milliseconds, for a row to be made

    void refresh();
    void leaveWhatIsNotAsked();
    void returnToWhatIsAsked();
    void keepWords(const QString &words, ExampleId about, const WordsFor &wanted);
    [[nodiscard]] ExampleId exampleHere() const;
    void sayBinned();
    /// Whether anything more can be noted; if not, the strip says why.
    bool canNote();
    void jumpTo(qint64 item);
    void translateJump();
    /// From Finish or from reading back; what was typed there is written.
    void showQuestions();
    void backToQuestions(); ///< and the focus with it
    void leaveReadBack();
    void keepMark(MarkKind kind);
    [[nodiscard]] AskingView &asking() const;
    [[nodiscard]] QWidget *middle() const;
    void hear(AskingView &view);

    StudySession &m_study;
    CodebookCache &m_codebook;
    Messages &m_messages;
    InterviewSession *m_interview;
    QStackedWidget *m_views;
    OutlineView *m_outline;
    QStackedWidget *m_middle;
    QuestionView *m_question;
    SectionView *m_section = nullptr;
    QStackedWidget *m_side;
    InterviewPanes *m_splitter;
    ProbesPane *m_probes;
    TranscriptPane *m_transcript;
    TimelineView *m_timeline;
    QWidget *m_cardRing;
    ExampleCard *m_card = nullptr;
    CodingStage m_stage = CodingStage::Live; ///< of the card
    bool m_locked = false;                   ///< as the card knows it
    FinishView *m_finish;
    ReadBackView *m_readBack;
    TypeAhead *m_typeAhead;
    // While they are open they are children of the window.
    QPointer<TermPicker> m_jump;
    QPointer<PeoplePicker> m_people;
    QString m_jumpLanguage; ///< of what it lists
    InterviewHead *m_head;
    MarkStrip *m_mark;
    PauseStrip *m_pause;
    ConsentStrip *m_consent;
    LockStrip *m_lock;
    ParticipantWindow *m_cards = nullptr; ///< once it was opened
    std::unique_ptr<QObject> m_stopped;   ///< as long as it is said that the recording stopped
    QPointer<QWidget> m_beforeConsent;    ///< had the focus when the strip was opened
    QPointer<QWidget> m_beforeReadBack;   ///< the same, of reading back
    QPointer<QWidget> m_beforeCard;       ///< had the focus there when the card was opened from it
    ExampleId m_lineBeforeCard{};         ///< the same where it was an example's line
    QWidget *m_besideCard = nullptr;      ///< what the side shows again when the card closes
    ExampleId m_fresh{};                  ///< was made for the card that is open
    QString m_state;
    bool m_declined = false;
    QuestionRef m_leftBehind;      ///< where one was when somebody took no part
    bool m_isBack = false;         ///< there, just now
    bool m_readFromFinish = false; ///< reading back leads there again
};

} // namespace seamfinder
