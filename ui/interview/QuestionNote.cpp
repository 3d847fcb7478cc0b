#include "ui/interview/QuestionNote.h"

#include "core/interview/InterviewSession.h"

namespace seamfinder {

QuestionNote::QuestionNote(InterviewSession &session, QWidget *parent)
    : AutoGrowTextEdit(parent)
    , m_session(session)
{
    setLineLimits(2, 6);
    setPlaceholderText(tr("Your own note on this question"));
    setAccessibleName(tr("Note on this question"));
    setObjectName(QStringLiteral("questionNote"));
    // Not flush: the pause is over when it is due.
    connect(&m_pause, &TypingPause::due, this, &QuestionNote::write);
    connect(this, &AutoGrowTextEdit::edited, &m_pause, &TypingPause::typed);
    connect(this, &AutoGrowTextEdit::left, this, [this] {
        flush();
        m_session.endVisit();
    });
    connect(this, &AutoGrowTextEdit::undoBeyondField, &session.study(), &StudySession::undo);
    connect(this, &AutoGrowTextEdit::redoBeyondField, &session.study(), &StudySession::redo);
}

QuestionNote::~QuestionNote()
{
    disconnect(this, &AutoGrowTextEdit::left, this, nullptr); // it would be said when half of this is gone
    flush();
}

void QuestionNote::showNote(const QuestionRef &ref)
{
    flush();
    m_ref = ref;
    const QString note = m_session.lastNote(m_ref);
    setTextQuietly(note);
    setVisible(!note.isEmpty());
}

void QuestionNote::refresh()
{
    setReadOnly(!m_session.isWritable());
    if (m_pause.isActive())
        return;
    const QString note = m_session.lastNote(m_ref);
    setTextQuietly(note);
    if (!note.isEmpty())
        show();
}

void QuestionNote::flush()
{
    if (m_pause.isActive())
        write();
}

void QuestionNote::write()
{
    m_pause.stop();
    m_session.setNote(m_ref, toPlainText());
}

} // namespace seamfinder
