#pragma once

#include "core/catalogue/EditMarks.h"
#include "core/protocol/QuestionRef.h"

#include <optional>
#include <QHash>
#include <QWidget>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace seamfinder {

class AnswerEditor;
class ElidedLabel;
class InterviewSession;
class QuestionNote;
class RepeatPanel;
class StateTag;
enum class KeyCommand : quint8;
struct Step;

/// One question with everything that belongs to it: where one is, what to say in large letters, what to do in
/// small ones, the answer, and a note. What is for the interviewer alone stands on a band that says so.
class QuestionBlock final : public QWidget
{
    Q_OBJECT

public:
    explicit QuestionBlock(InterviewSession &session, QWidget *parent = nullptr);

    /// Writes what is pending, then turns to another question.
    void showQuestion(const QuestionRef &ref);
    [[nodiscard]] const QuestionRef &ref() const { return m_ref; }
    void refresh();

    /// One of many: the place is said only where `heading` is not empty, and the buttons only of the current
    /// one.
    void standAmongOthers(const QString &heading);
    void setCurrent(bool current);

    void focusAnswer();
    /// Of the answer; where the focus comes back to it, it stays there.
    void caretToEnd();
    void setCaret(int caret);
    void flush();
    void toggleMissing();
    /// Into the note, and from the note back to the answer.
    void editNote();
    void nextSpeaker();
    bool addAnother();
    [[nodiscard]] Passage wordsToMark(MarkKind kind) const;
    [[nodiscard]] AnswerEditor *answer() const { return m_answer; }

    /// Section, instances and their titles, as one line.
    [[nodiscard]] static QString placeText(const InterviewSession &session, const Step &step,
                                           bool withSection = true);

Q_SIGNALS:
    /// The user is done with this question.
    void confirmed();
    /// Its card is to be shown to the participant.
    void cardWanted();
    /// Of words that picked nothing: what became of them.
    void wordsKept(const QString &sentence);
    /// A new one of what it is about is being made, and will have the focus.
    void waits();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setFonts();
    void showForWhom(const Step &step);
    void showSpeaker(bool forInterviewer);
    void giveToNext();
    [[nodiscard]] ParticipantId nextOf(ParticipantId participant) const;
    /// A button that names its key: the command's, or else F4.
    [[nodiscard]] QToolButton *control(const QString &text, const QString &iconName,
                                       std::optional<KeyCommand> command, const QString &tip);
    /// The repeat around this question that can grow; nothing if there is none.
    [[nodiscard]] std::optional<QuestionRef> growingRepeat() const;
    [[nodiscard]] const Step *step() const;

    InterviewSession &m_session;
    QuestionRef m_ref;
    bool m_amongOthers = false, m_current = false, m_forYou = false;
    QString m_heading;
    QVBoxLayout *m_column;
    ElidedLabel *m_where;
    StateTag *m_tag;
    QLabel *m_say;
    QLabel *m_body;
    QLabel *m_do;
    AnswerEditor *m_answer;
    RepeatPanel *m_repeat = nullptr; ///< once a repeat was shown
    QWidget *m_controls;
    QToolButton *m_noAnswer;
    QToolButton *m_noteButton;
    QToolButton *m_another;
    QToolButton *m_speaker; ///< only where several people are interviewed
    QToolButton *m_give;    ///< what was answered, to the next of them
    QToolButton *m_card;
    QLabel *m_handedOver; ///< that the speaker was changed where something stood already
    QLabel *m_others;     ///< what they answered
    QuestionNote *m_note;
    QLabel *m_reword;
    QHash<QuestionRef, int> m_carets; ///< of the answers that were shown before
    ParticipantId m_answeredBy;       ///< as shown last; none where nobody is named
};

} // namespace seamfinder
