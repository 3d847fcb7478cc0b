#pragma once

#include <optional>
#include <QPlainTextEdit>

namespace seamfinder {

/// A plain text field that grows with its content. Tab leaves it. One visit (focus in to focus out) has an
/// undo history of its own; beyond it the key is handed on, so that the study's journal can undo.
class AutoGrowTextEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit AutoGrowTextEdit(QWidget *parent = nullptr);

    /// Lines shown when empty, and lines from which on it scrolls. Default 2 and 12.
    void setLineLimits(int minimum, int maximum);

    /// Shows text that comes from elsewhere (the study): keeps the caret, says nothing, starts a new undo
    /// history. Does nothing when the text is equal; while an input method is composing it waits for its end.
    void setTextQuietly(const QString &text);
    /// The same for a text that changes under the eyes (undo, redo): the caret goes to the end of what
    /// changed.
    void showChange(const QString &text);
    /// Where the text is written as it is typed: the step back to where the visit began is the journal's,
    /// too, so that its redo brings the text back.
    void setFirstUndoBeyond(bool beyond) { m_firstUndoBeyond = beyond; }
    [[nodiscard]] bool composing() const { return m_composing; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The user changed the text; never in the middle of a composition, always after it.
    void edited(const QString &text);
    /// The visit ended: focus left the field or its window.
    void left();
    /// Ctrl+Z (Ctrl+Shift+Z) where the field itself has nothing to undo (redo).
    void undoBeyondField();
    void redoBeyondField();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void textWasChanged();
    [[nodiscard]] bool isFirstUndo();
    void fitHeight();
    [[nodiscard]] int heightForLines(int lines) const;

    int m_minimumLines = 2;
    int m_maximumLines = 12;
    bool m_composing = false;
    bool m_quiet = false;
    bool m_firstUndoBeyond = false;
    bool m_changedWhileComposing = false;
    QString m_last;
    std::optional<QString> m_waiting;
};

} // namespace seamfinder
