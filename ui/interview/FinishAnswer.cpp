#include "ui/interview/FinishAnswer.h"

#include "core/interview/InterviewSession.h"
#include "ui/interview/AnswerEditor.h"
#include "ui/interview/QuestionNote.h"

#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace seamfinder {

FinishAnswer::FinishAnswer(InterviewSession &session, const QuestionRef &ref, const QString &asked,
                           QWidget *parent)
    : QWidget(parent)
    , m_answer(new AnswerEditor(session, this))
    , m_note(new QuestionNote(session, this))
{
    auto *name = new QLabel(asked, this);
    name->setWordWrap(true);
    name->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(name);
    column->addWidget(m_answer);
    column->addWidget(m_note);
    m_answer->showQuestion(ref);
    m_note->showNote(ref);
    setFocusProxy(m_answer);
    connect(m_answer, &AnswerEditor::confirmed, this, &FinishAnswer::confirmed);
    connect(m_answer, &AnswerEditor::wordsKept, this, &FinishAnswer::wordsKept);
    connect(m_note, &QuestionNote::done, m_answer, [this] { m_answer->setFocus(Qt::OtherFocusReason); });
    connect(&session, &InterviewSession::changed, this, [this] { m_note->refresh(m_answer->keptInNote()); });
}

void FinishAnswer::flush()
{
    m_answer->flush();
    m_note->flush();
}

void FinishAnswer::keyPressEvent(QKeyEvent *event)
{
    // As beside the questions. Here comes only what no field has taken.
    if (event->key() == Qt::Key_F4 && event->modifiers() == Qt::NoModifier)
        m_answer->toggleMissing();
    else if (!m_note->takeTyped(event))
        QWidget::keyPressEvent(event);
}

} // namespace seamfinder
