#pragma once

#include <QLineEdit>

namespace seamfinder {

/// One line of text that belongs to the study: beyond its own history, Ctrl+Z is the journal's.
class LineEdit final : public QLineEdit
{
    Q_OBJECT

public:
    using QLineEdit::QLineEdit;

    /// Keeps the caret, says nothing, starts a new undo history; does nothing when the text is equal.
    void setTextQuietly(const QString &text);

Q_SIGNALS:
    void left();
    void undoBeyondField();
    void redoBeyondField();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
};

} // namespace seamfinder
