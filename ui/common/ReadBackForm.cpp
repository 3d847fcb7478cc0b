#include "ui/common/ReadBackForm.h"

#include "core/catalogue/ExampleFacts.h"
#include "core/catalogue/StudySession.h"
#include "core/domain/Fields.h"
#include "core/protocol/SpokenLabels.h"
#include "ui/common/CodebookCache.h"
#include "ui/common/EditedRow.h"
#include "ui/common/FieldEditor.h"
#include "ui/common/FlowLayout.h"
#include "ui/common/TabOrder.h"

#include <algorithm>
#include <QLabel>
#include <QRegularExpression>

namespace seamfinder {

ReadBackForm::ReadBackForm(const EditorContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_flow(new FlowLayout(this, 4))
{
    setAccessibleName(tr("The example in one sentence"));
    for (const auto signal : {&StudySession::committed, &StudySession::undone, &StudySession::redone})
        connect(&context.session, signal, this, &ReadBackForm::followLanguage);
}

/// The language of an interview may change in the middle of it.
void ReadBackForm::followLanguage()
{
    if (m_example && &m_context.labels() != m_shownIn)
        rebuild();
}

void ReadBackForm::setRows(EditedRow *example, const QList<EditedRow *> &gaps)
{
    const ExampleRecord *record = example->example();
    const bool likely = record && isLikely(*record, m_context.codebook.codebook());
    if (example == m_example && gaps == m_gaps && likely == m_likely && &m_context.labels() == m_shownIn)
        return;
    m_example = example;
    m_gaps = gaps;
    m_likely = likely;
    rebuild();
}

void ReadBackForm::clear()
{
    flush();
    m_flow->clear();
    m_editors.clear();
    m_example = nullptr;
    m_gaps.clear();
}

void ReadBackForm::rebuild()
{
    const SpokenLabels &spoken = m_context.labels();
    const bool otherWords = std::exchange(m_shownIn, &spoken) != &spoken;
    // Editors that stay are kept, so that the one being typed in is not disturbed.
    QList<FieldEditor *> before = std::exchange(m_editors, {});
    for (FieldEditor *editor : std::as_const(before))
        m_flow->removeWidget(editor);
    m_flow->clear();
    const auto take = [&](const Field &field, EditedRow *row) -> FieldEditor * {
        const auto found = std::ranges::find_if(before, [&](const FieldEditor *editor) {
            return editor->field() == field && editor->row() == row;
        });
        if (found == before.end())
            return nullptr;
        FieldEditor *editor = *found;
        before.erase(found);
        return editor;
    };

    ReadBackFacts facts{.likely = m_likely};
    facts.gaps.resize(m_gaps.size());
    static const QRegularExpression spaces(QStringLiteral("\\s+"));
    const QVector<ReadBackPart> parts = readBack(facts, spoken.readBack());
    for (const ReadBackPart &part : parts) {
        if (!part.field) {
            // Word by word, so that the line can break anywhere.
            const QStringList words = part.text.split(spaces, Qt::SkipEmptyParts);
            for (const QString &word : words) {
                auto *label = new QLabel(word, this);
                label->setTextFormat(Qt::PlainText);
                label->setForegroundRole(QPalette::PlaceholderText);
                label->setContentsMargins(0, 3, 0, 3);
                const bool isWord = std::ranges::any_of(word, [](QChar c) { return c.isLetterOrNumber(); });
                isWord ? m_flow->addWidget(label) : m_flow->addPunctuation(label);
                label->show();
            }
            continue;
        }
        EditedRow *row = part.gap < 0 ? m_example : m_gaps.at(part.gap);
        FieldEditor *editor = take(*part.field, row);
        const bool fresh = !editor;
        if (fresh)
            editor = new FieldEditor(m_context, *part.field, row, FieldEditor::Look::Inline, this);
        if (fresh || otherWords) // a list of picks is built anew by it
            editor->setPlaceholder(
                spoken.phrase(part.field->kind == FieldKind::Coding ? SpokenPhrase("who?") : "what?"));
        m_flow->addWidget(editor);
        editor->show();
        m_editors += editor;
    }
    for (FieldEditor *editor : std::as_const(before)) {
        editor->flush();
        editor->hide();
        editor->deleteLater();
    }
    if (!m_editors.isEmpty())
        setFocusProxy(m_editors.first());
    orderTabs(this);
    m_flow->invalidate();
    updateGeometry();
}

void ReadBackForm::flush()
{
    for (FieldEditor *editor : std::as_const(m_editors))
        editor->flush();
}

void ReadBackForm::focusFirst()
{
    if (!m_editors.isEmpty())
        m_editors.first()->setFocus(Qt::OtherFocusReason);
}

void ReadBackForm::focusFirstOpen()
{
    for (FieldEditor *editor : std::as_const(m_editors)) {
        const Record &record = editor->row()->record();
        if (!record.has(editor->field()) && !record.isMissing(editor->field())) {
            editor->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    focusFirst();
}

FieldEditor *ReadBackForm::editor(const Field &field, int gap) const
{
    for (FieldEditor *editor : m_editors) {
        if (editor->field() == field && (gap < 0 || editor->row() == m_gaps.value(gap)))
            return editor;
    }
    return nullptr;
}

} // namespace seamfinder
