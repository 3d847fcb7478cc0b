#pragma once

#include <QLineEdit>

namespace seamfinder {

class HiddenWordLineAid;

/// One line of text that belongs to the study: beyond its own history, Ctrl+Z is the journal's. Words to hide
/// are marked in it.
class LineEdit final : public QLineEdit
{
    Q_OBJECT

public:
    explicit LineEdit(QWidget *parent = nullptr);

    /// Keeps the caret, says nothing, starts a new undo history; does nothing when the text is equal.
    void setTextQuietly(const QString &text);
    /// Where the text is written as it is typed: the step back to where the visit began is the journal's,
    /// too, so that its redo brings the text back.
    void setFirstUndoBeyond(bool beyond) { m_firstUndoBeyond = beyond; }

Q_SIGNALS:
    void left();
    void undoBeyondField();
    void redoBeyondField();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] bool isFirstUndo();

    HiddenWordLineAid *m_aid;
    bool m_firstUndoBeyond = false;
};

} // namespace seamfinder
