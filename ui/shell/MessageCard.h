#pragma once

#include "ui/shell/Messages.h"

#include <QFrame>

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

    [[nodiscard]] bool says(const Message &message) const;
    /// The same message came once more.
    void countUp();
    void focusFirstAction();

Q_SIGNALS:
    /// Closed without an action.
    void dismissed();
    /// One of the actions was chosen; it ran already.
    void answered();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showIcon();
    void changeEvent(QEvent *event) override;

    Kind m_kind;
    QString m_text;
    QString m_detailsText;
    int m_count = 1;
    QLabel *m_icon;
    QLabel *m_sentence;
    QLabel *m_times;
    QPlainTextEdit *m_details = nullptr;
    QWidget *m_firstAction = nullptr;
};

} // namespace seamfinder
