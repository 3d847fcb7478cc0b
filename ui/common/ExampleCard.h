#pragma once

#include "core/domain/Field.h"
#include "core/domain/Id.h"
#include "ui/common/EditorContext.h"

#include <QList>
#include <QWidget>

class QAction;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace seamfinder {

/// What is said when an example was put into the bin.
[[nodiscard]] QString binnedText();

class EditedRow;
class ElidedLabel;
class EvidenceList;
class FieldEditor;
class FoldSection;
class GapCard;
class GapList;
class ReadBackForm;
class ScrollPane;
class SteadyFocus;
class TellerButton;

/// Everything about one example, made for a narrow column: the sentence as a form, title, its gaps, codings,
/// evidence; rarer fields on demand. Follows every change of the study by itself.
class ExampleCard : public QWidget
{
    Q_OBJECT

public:
    explicit ExampleCard(const EditorContext &context, QWidget *parent = nullptr);
    ~ExampleCard() override;

    /// No id clears the card. Writes what is pending to the example shown so far.
    void showExample(ExampleId example);
    [[nodiscard]] ExampleId example() const;
    /// Writes at once what was typed.
    void flush();
    /// Into the sentence's first open blank.
    void focusFirst();
    /// Puts the focus into the field "counted_on", or "owner" of a gap; opens what hides it. False if it is
    /// not on this card. For going to where an undo changed something.
    bool focusField(QStringView fieldKey, GapId gap = {});
    /// "Add a gap" with its key, for the workspace's menu.
    [[nodiscard]] QAction *addGapAction() const { return m_addGap; }
    /// Whether it offers to close itself (the interview's side panel does; a detail pane does not).
    void setClosable(bool closable);

    /// Where several people are interviewed, the next of them told of it.
    void nextTeller();

    /// The editor of a field of the example outside the sentence; opens what hides it. nullptr if none.
    [[nodiscard]] FieldEditor *editor(const Field &field);
    [[nodiscard]] QList<GapCard *> gapCards() const;
    [[nodiscard]] ReadBackForm *form() const { return m_form; }

Q_SIGNALS:
    /// Esc or the close button: the text is kept.
    void closed();
    /// The example was put into the bin (undoable), or its creation undone; the card is empty now.
    void deleted(seamfinder::ExampleId example);
    /// The former was asked for: for the message that tells how it comes back.
    void binned();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Group
    {
        FoldSection *fold;
        QList<const Field *> fields;
    };

    void build(QVBoxLayout *page);
    void buildHead(QVBoxLayout *page);
    FieldEditor *add(QVBoxLayout *column, const Field &field);
    void addGroup(QVBoxLayout *page, const QString &title, const QList<const Field *> &fields);
    void follow();
    void showSystem(const struct ExampleRecord &record);
    [[nodiscard]] bool isAtSystem(const FieldEditor *editor) const;
    void close();
    void remove();

    EditorContext m_context;
    EditedRow *m_row = nullptr;
    QList<FieldEditor *> m_editors;
    QList<Group> m_groups;
    QAction *m_addGap;
    ScrollPane *m_scroll;
    QWidget *m_page;
    SteadyFocus *m_steady = nullptr;
    ElidedLabel *m_about = nullptr;
    QLabel *m_id = nullptr; ///< at the foot: for letters and tables, not to be read
    QLabel *m_open = nullptr;
    ReadBackForm *m_form = nullptr;
    GapList *m_gaps = nullptr;
    EvidenceList *m_evidence = nullptr;
    FieldEditor *m_system = nullptr;     ///< where the participant speaks about several
    FieldEditor *m_heldSystem = nullptr; ///< has the focus, and hides once that has gone
    FieldEditor *m_reason = nullptr;
    TellerButton *m_teller = nullptr;
    QToolButton *m_close = nullptr;
    bool m_closable = false;
};

} // namespace seamfinder
