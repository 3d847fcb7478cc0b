#pragma once

#include "ui/common/EditorContext.h"

#include <QFrame>
#include <QList>
#include <QVector>

class QLabel;

namespace seamfinder {

class EditedRow;
class FieldEditor;
class FoldSection;

/// One information gap: what was not communicated, the item, who had it, who would tell, who needed it; the
/// rest on demand. Works for a gap of an example and for an information need of an interview alone.
class GapCard : public QFrame
{
    Q_OBJECT

public:
    GapCard(const EditorContext &context, EditedRow *gap, QWidget *parent = nullptr);

    [[nodiscard]] EditedRow *gap() const { return m_gap; }
    void setNumber(int number); ///< 1 …; 0: none
    void setElementsFirst(const QVector<TermId> &elements);
    void flush();
    void focusFirst();
    [[nodiscard]] FieldEditor *editor(const struct Field &field) const;

Q_SIGNALS:
    /// The gap was put into the bin (undoable).
    void deleted();

private:
    FieldEditor *add(class QBoxLayout *column, const Field &field);
    void showMore();
    void remove();

    EditorContext m_context;
    EditedRow *m_gap;
    QLabel *m_heading;
    FoldSection *m_more;
    QList<FieldEditor *> m_editors;
    QVector<TermId> m_elements;
};

} // namespace seamfinder
