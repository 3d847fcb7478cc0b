#include "ui/interview/TextAnswer.h"

#include "ui/common/OneLineEdit.h"

#include <QVBoxLayout>

namespace seamfinder {

TextAnswer::TextAnswer(Lines lines, QWidget *parent)
    : AnswerInput(parent)
    , m_edit(lines == Lines::One ? new OneLineEdit([this] { Q_EMIT confirmed(); }, this)
                                 : new AutoGrowTextEdit(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_edit);
    QFont font = m_edit->font();
    font.setPointSizeF(font.pointSizeF() * 1.15);
    m_edit->setFont(font);
    lines == Lines::One ? m_edit->setLineLimits(1, 6) : m_edit->setLineLimits(4, 14);
    m_edit->setObjectName(QStringLiteral("answerText"));
    m_edit->setFirstUndoBeyond(true);
    setFocusProxy(m_edit);
    connect(m_edit, &AutoGrowTextEdit::edited, this, &AnswerInput::typed);
    connect(m_edit, &AutoGrowTextEdit::left, this, &AnswerInput::left);
    connect(m_edit, &AutoGrowTextEdit::undoBeyondField, this, &AnswerInput::undoBeyondField);
    connect(m_edit, &AutoGrowTextEdit::redoBeyondField, this, &AnswerInput::redoBeyondField);
}

void TextAnswer::showValue(const Value &value)
{
    m_edit->showChange(value.toText());
}

Value TextAnswer::value() const
{
    const QString text = m_edit->toPlainText();
    return text.isEmpty() ? Value() : Value::text(text);
}

void TextAnswer::setName(const QString &name)
{
    m_edit->setAccessibleName(name);
}

void TextAnswer::setSuggestion(const Value &value)
{
    m_edit->setPlaceholderText(value.toText());
}

void TextAnswer::setReadOnly(bool readOnly)
{
    m_edit->setReadOnly(readOnly);
}

int TextAnswer::caret() const
{
    return m_edit->textCursor().position();
}

void TextAnswer::setCaret(int caret)
{
    QTextCursor cursor = m_edit->textCursor();
    cursor.setPosition(qBound(0, caret, m_edit->document()->characterCount() - 1));
    m_edit->setTextCursor(cursor);
}

bool TextAnswer::composing() const
{
    return m_edit->composing();
}

} // namespace seamfinder
