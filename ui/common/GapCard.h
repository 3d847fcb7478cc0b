#pragma once

#include "ui/common/EditorContext.h"

#include <QFrame>
#include <QList>
#include <QVector>

class QVBoxLayout;

namespace seamfinder {

class EditedRow;
class FieldEditor;
class FoldSection;
class SectionHeading;

/// One information gap: what was not communicated, the item, who had it, would tell and needed it; the rest
/// on demand. Works for a gap of an example and for an information need of an interview alone.
class GapCard : public QFrame
{
    Q_OBJECT

public:
    GapCard(const EditorContext &context, EditedRow *gap, QWidget *parent = nullptr);
    ~GapCard() override;

    [[nodiscard]] EditedRow *gap() const { return m_gap; }
    void setNumber(int number); ///< 1 …; 0: none
    /// The elements whose information items come first.
    void setElementsFirst(const QVector<TermId> &elements);
    void flush();
    void focusFirst();
    /// Opens what hides it; nullptr if it is no field of a gap.
    FieldEditor *editor(const Field &field);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void add(QVBoxLayout *column, const Field &field);
    void showState();
    void remove();

    EditorContext m_context;
    EditedRow *m_gap;
    int m_number = 0;
    SectionHeading *m_heading;
    FoldSection *m_more = nullptr;
    QList<FieldEditor *> m_editors;
    QVector<TermId> m_elements;
};

} // namespace seamfinder
