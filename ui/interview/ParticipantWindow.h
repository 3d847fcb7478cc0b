#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace seamfinder {

class CardText;
class InterviewSession;
struct Step;

/// What the participant may see, on a second screen or in a shared window: the protocol's cards, large, and
/// the list of a question about what was named in this interview; what a repeat over terms says of each of
/// them is a card, too. Never an answer's text, a note or a name. It follows the interviewer to the cards,
/// and can be paged by itself.
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
    QString m_shown; ///< the question, as text: steps come and go
    QLabel *m_title;
    CardText *m_body;
    QLabel *m_place;
    QPushButton *m_previous;
    QPushButton *m_next;
};

} // namespace seamfinder
