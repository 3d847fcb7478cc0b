#pragma once

#include "core/domain/Id.h"
#include "ui/common/ScrollPane.h"

class QLabel;

namespace seamfinder {

class CodebookCache;
class EditedRow;
class FieldEditor;
class StudySession;

/// A participant's fields, which save themselves.
class ParticipantPanel final : public ScrollPane
{
    Q_OBJECT

public:
    ParticipantPanel(StudySession &session, CodebookCache &codebook, QWidget *parent = nullptr);

    /// None: an empty panel.
    void setParticipant(ParticipantId participant);
    [[nodiscard]] ParticipantId participant() const { return m_participant; }
    void flush();

private:
    void showRow(EditedRow *row);

    StudySession &m_session;
    CodebookCache &m_codebook;
    ParticipantId m_participant{};
    EditedRow *m_row = nullptr;
    QList<FieldEditor *> m_editors;
    QLabel *m_hint;
};

} // namespace seamfinder
