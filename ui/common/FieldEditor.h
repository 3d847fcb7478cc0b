#pragma once

#include "ui/common/EditorContext.h"
#include "ui/common/FieldInput.h"
#include "ui/common/TypingPause.h"

#include <functional>
#include <QPointer>

class QLabel;
class QToolButton;

namespace seamfinder {

class Chip;
class EditedRow;
class FieldWrites;

/// A labelled editor of one field of one row. Saves by itself: typed text within 600 ms of the last keystroke
/// and on leaving the field, choices at once. F4 says why there is no answer, and takes that back. What
/// cannot be written stays in the editor, marked, and is tried again (FieldWrites). A commit never disturbs
/// what is being typed.
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    using Look = FieldInput::Look;
    /// Runs in the transaction of each write, before it: the answer's row of a bound question, paradata.
    /// Codings are kept with the answer it returns.
    using Alongside = std::function<AnswerId(Edit &)>;

    /// `row` outlives the editor or is replaced by setRow.
    FieldEditor(const EditorContext &context, const Field &field, EditedRow *row, Look look = Look::Block,
                QWidget *parent = nullptr);
    ~FieldEditor() override;

    /// Writes what is pending to the row so far, then shows another.
    void setRow(EditedRow *row);
    [[nodiscard]] EditedRow *row() const { return m_row; }
    [[nodiscard]] const Field &field() const { return m_field; }
    [[nodiscard]] FieldInput *input() const { return m_input; }
    void setLabel(const QString &label); ///< instead of the field's own; empty: none
    void setPlaceholder(const QString &text);
    void setAlongside(Alongside alongside) { m_alongside = std::move(alongside); }

    /// Writes at once what was typed.
    void flush();
    /// Something of the user's is not in the file yet.
    [[nodiscard]] bool isUnsaved() const;
    /// The "No answer" menu, or takes the missing code back: what F4 does.
    void toggleMissing();

Q_SIGNALS:
    /// The user changed it (and it is being written).
    void edited();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void layOut(Look look);
    void showContent();
    void showState();
    void flushNow();
    void write(const FieldContent &content);
    void setMissingCode(std::optional<MissingCode> code);
    [[nodiscard]] FieldContent stored() const;
    /// What the paradata call a content: keys and ids of what was picked, never labels.
    [[nodiscard]] QString words(const FieldContent &content) const;
    [[nodiscard]] bool isTyped(const FieldContent &content) const;
    [[nodiscard]] QString key() const;

    EditorContext m_context;
    const Field &m_field;
    QPointer<EditedRow> m_row;
    FieldWrites &m_writes;
    FieldInput *m_input;
    QLabel *m_label = nullptr;
    QToolButton *m_noAnswer = nullptr;
    Chip *m_missing = nullptr;
    QToolButton *m_unsaved = nullptr;
    TypingPause m_pause;
    QString m_name;
    QString m_visit; ///< what is written in one visit to the field is one journal entry
    FieldContent m_beforeVisit;
    Alongside m_alongside;
    std::optional<MissingCode> m_shownMissing;
};

/// Into the one that is of this field (its key) of this row. False if none is.
bool focusField(const QVector<FieldEditor *> &editors, const QString &field, qint64 row);

} // namespace seamfinder
