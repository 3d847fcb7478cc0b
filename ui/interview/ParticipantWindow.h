#pragma once

#include <QDeadlineTimer>
#include <QWidget>

class QKeyEvent;
class QLabel;
class QPushButton;

namespace seamfinder {

class CardText;
class InterviewSession;
struct Step;

/// What the participant may see, on a second screen or in a shared window: the protocol's cards, large, and
/// the list of a question about what was named in this interview; what a repeat over terms says of each of
/// them is a card, too. Never an answer's text, a note or a name. It follows the interviewer to the cards,
/// and can be paged by itself. Keys that do not page it are the interview's, so that a mark is kept and
/// nothing that is typed is lost, whichever window has the keyboard.
class ParticipantWindow final : public QWidget
{
    Q_OBJECT

public:
    explicit ParticipantWindow(InterviewSession &session, QWidget *parent = nullptr);

    /// For the first time: over the whole of another screen than that of `typed`, where there is one, else
    /// beside it.
    void open(const QWidget &typed);
    void next();
    void previous();

Q_SIGNALS:
    /// A key that is none of its own was meant for the interview; it begins a word where typing had paused.
    void keyPassed(const QKeyEvent &key, bool beginsWord);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    void refresh();
    void show(int card);
    void setFonts();
    /// Steps that are meant for the participant's eyes, by their place among the steps.
    [[nodiscard]] QVector<int> cards() const;
    [[nodiscard]] bool isForTheParticipant(const Step &step) const;
    [[nodiscard]] QString titleOf(const Step &step) const;
    [[nodiscard]] QString bodyOf(const Step &step) const;

    InterviewSession &m_session;
    QDeadlineTimer m_typed{0}; ///< until then what is typed goes on
    QString m_shown;           ///< the question, as text: steps come and go
    QLabel *m_title;
    CardText *m_body;
    QLabel *m_place;
    QPushButton *m_previous;
    QPushButton *m_next;
};

} // namespace seamfinder
