#include "ui/common/NumberInput.h"

#include <QHBoxLayout>
#include <QIntValidator>
#include <QKeyEvent>
#include <QLineEdit>

namespace seamfinder {

NumberInput::NumberInput(QWidget *parent)
    : FieldInput(parent)
    , m_edit(new QLineEdit(this))
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_edit);
    line->addStretch(1);
    m_edit->setValidator(new QIntValidator(0, 100'000, m_edit));
    m_edit->setMaximumWidth(fontMetrics().averageCharWidth() * 14);
    m_edit->installEventFilter(this);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &FieldInput::typed);
}

void NumberInput::setContent(const FieldContent &content)
{
    const QString text = content.value.isValid() ? QString::number(content.value.toInt()) : QString();
    if (text != m_edit->text())
        m_edit->setText(text);
}

FieldContent NumberInput::content() const
{
    bool isNumber = false;
    const int number = m_edit->text().toInt(&isNumber);
    return isNumber ? FieldContent{.value = number} : FieldContent{};
}

void NumberInput::setReadOnly(bool readOnly)
{
    m_edit->setReadOnly(readOnly);
}

void NumberInput::setName(const QString &name)
{
    m_edit->setAccessibleName(name);
}

void NumberInput::setPlaceholder(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

bool NumberInput::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::MenuBarFocusReason)
            Q_EMIT left();
    } else if (event->type() == QEvent::KeyPress) {
        // A line edit swallows these keys even when it has nothing to undo.
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) && !m_edit->isUndoAvailable()) {
            Q_EMIT undoBeyondField();
            return true;
        }
        if (key->matches(QKeySequence::Redo) && !m_edit->isRedoAvailable()) {
            Q_EMIT redoBeyondField();
            return true;
        }
    }
    return FieldInput::eventFilter(watched, event);
}

} // namespace seamfinder
