#pragma once

#include "ui/common/EditorContext.h"

#include <QList>
#include <QWidget>

namespace seamfinder {

class EditedRow;
class FieldEditor;
class FlowLayout;
class SpokenLabels;

/// The read-back sentence as a form: flowing text with a field in each blank, one clause per gap, Tab from
/// blank to blank; in the language of the interview, where there is one. Without a gap the clause is there
/// all the same; its first value makes the gap.
class ReadBackForm : public QWidget
{
    Q_OBJECT

public:
    explicit ReadBackForm(const EditorContext &context, QWidget *parent = nullptr);

    /// The rows are the caller's and live as long as they are shown. At least one gap row, perhaps one that
    /// is not there yet.
    void setRows(EditedRow *example, const QList<EditedRow *> &gaps);
    void clear();
    void flush();
    void focusFirst();
    /// The first blank that is open, else the first.
    void focusFirstOpen();
    [[nodiscard]] FieldEditor *editor(const struct Field &field, int gap = -1) const;

private:
    void followLanguage();
    void rebuild();

    EditorContext m_context;
    EditedRow *m_example = nullptr;
    QList<EditedRow *> m_gaps;
    QList<FieldEditor *> m_editors;
    FlowLayout *m_flow;
    bool m_likely = false;
    const SpokenLabels *m_shownIn = nullptr; ///< whose words stand between the blanks
};

} // namespace seamfinder
