#pragma once

#include "core/domain/Id.h"
#include "ui/common/EditorContext.h"

#include <QList>
#include <QWidget>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace seamfinder {

class EditedRow;
class EvidenceList;
class FieldEditor;
class FoldSection;
class GapCard;
class ReadBackForm;
class SectionHeading;

/// Everything about one example, made for a narrow column: title, the sentence as a form, its gaps, codings,
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
    /// The editor that shows "example.counted_on", "gap.owner" (gap: its id); opens what hides it. False if
    /// it is not on this card. For going to where an undo changed something.
    bool focusField(const QString &fieldKey, GapId gap = {});
    void addGap();
    /// Whether it offers to close itself (the interview's side panel does; a detail pane does not).
    void setClosable(bool closable);

    [[nodiscard]] FieldEditor *editor(const struct Field &field) const;
    [[nodiscard]] QList<GapCard *> gapCards() const { return m_gapCards; }
    [[nodiscard]] ReadBackForm *form() const { return m_form; }

Q_SIGNALS:
    /// Esc or the close button: the text is kept.
    void closed();
    /// The example was put into the bin (undoable), or its creation undone.
    void deleted(seamfinder::ExampleId example);

protected:
    void keyPressEvent(class QKeyEvent *event) override;

private:
    void build();
    FieldEditor *add(QVBoxLayout *column, const struct Field &field);
    void fillMore(FoldSection *section, std::initializer_list<const Field *> fields);
    void follow();
    void showGaps();
    void showState();
    void remove();

    EditorContext m_context;
    EditedRow *m_row = nullptr;
    QList<EditedRow *> m_gapRows;
    QList<FieldEditor *> m_editors;
    QList<GapCard *> m_gapCards;
    QList<FoldSection *> m_folds;
    QScrollArea *m_scroll;
    QWidget *m_page;
    ReadBackForm *m_form = nullptr;
    EvidenceList *m_evidence = nullptr;
    SectionHeading *m_gapHeading = nullptr;
    QVBoxLayout *m_gapColumn = nullptr;
    QLabel *m_open = nullptr;
    FieldEditor *m_reason = nullptr;
    FieldEditor *m_likelihood = nullptr;
    class QToolButton *m_close = nullptr;
    GapId m_focusGap{};
};

} // namespace seamfinder
