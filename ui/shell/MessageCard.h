#pragma once

#include "ui/shell/Messages.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QPlainTextEdit;

namespace seamfinder {

/// One message or decision in the strip.
class MessageCard final : public QFrame
{
    Q_OBJECT

public:
    enum class Kind : quint8 { Information, Warning, Problem, Question };

    MessageCard(Kind kind, const QString &text, const QString &details, const QList<MessageAction> &actions,
                QWidget *parent = nullptr);
    ~MessageCard() override;

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] bool says(const Message &message) const;
    [[nodiscard]] bool hasFocusInside() const;
    /// Dismisses itself after so long; while the keyboard is in it, the time stands still, and begins anew
    /// when it goes.
    void goAfter(int milliseconds);
    /// The same message came once more.
    void countUp();
    void focusFirstAction();
    /// Message::typingGoesOn.
    void letTypingGoOn();

Q_SIGNALS:
    /// Closed without an action.
    void dismissed();
    /// One of the actions was chosen; it ran already.
    void answered();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showIcon();
    void changeEvent(QEvent *event) override;

    Kind m_kind;
    QString m_text;
    QString m_detailsText;
    int m_count = 1;
    QTimer m_timer;
    QLabel *m_icon;
    QLabel *m_sentence;
    QLabel *m_times;
    QPlainTextEdit *m_details = nullptr;
    QWidget *m_firstAction = nullptr;
};

} // namespace seamfinder
