#include "ui/study/ParticipantPanel.h"

#include "core/domain/Fields.h"
#include "ui/common/EditedRow.h"
#include "ui/common/FieldEditor.h"

#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>
#include <utility>

namespace seamfinder {

ParticipantPanel::ParticipantPanel(StudySession &session, CodebookCache &codebook, QWidget *parent)
    : ScrollPane(parent)
    , m_session(session)
    , m_codebook(codebook)
    , m_hint(nullptr)
{
    setBackgroundRole(QPalette::Base);
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(14, 4, 14, 14);
    column->setSpacing(10);
    m_hint = new QLabel(tr("Choose a line to see and change who it is about."), page);
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_hint);
    column->addStretch(1);
    setWidget(page);
}

void ParticipantPanel::setParticipant(ParticipantId participant)
{
    if (participant == m_participant)
        return;
    flush();
    m_participant = participant;
    m_hint->setVisible(!participant);
    if (participant)
        showRow(new EditedRow(m_session, Entity::Participant, participant.value, this));
    for (FieldEditor *editor : std::as_const(m_editors))
        editor->setVisible(bool(participant));
    verticalScrollBar()->setValue(0);
}

void ParticipantPanel::showRow(EditedRow *row)
{
    const EditorContext context{.session = m_session, .codebook = m_codebook};
    auto *column = static_cast<QVBoxLayout *>(widget()->layout());
    if (m_editors.isEmpty()) {
        for (const Field &field : fields::participant::all) {
            auto *editor = new FieldEditor(context, field, row, FieldEditor::Look::Block, widget());
            editor->setObjectName(QString(field.key));
            column->insertWidget(column->count() - 1, editor);
            m_editors.append(editor);
        }
    } else {
        for (FieldEditor *editor : std::as_const(m_editors))
            editor->setRow(row);
    }
    delete std::exchange(m_row, row); // no editor holds the row before any more
}

void ParticipantPanel::flush()
{
    for (FieldEditor *editor : std::as_const(m_editors))
        editor->flush();
}

} // namespace seamfinder
