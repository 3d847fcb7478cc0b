#include "ui/common/OneLineEdit.h"

#include "ui/common/PlainEnter.h"

#include <QKeyEvent>
#include <QMimeData>
#include <utility>

namespace seamfinder {

OneLineEdit::OneLineEdit(std::function<void()> entered, QWidget *parent)
    : AutoGrowTextEdit(parent)
    , m_entered(std::move(entered))
{
}

void OneLineEdit::keyPressEvent(QKeyEvent *event)
{
    if (isPlainEnter(*event) && !composing())
        m_entered();
    else
        AutoGrowTextEdit::keyPressEvent(event);
}

void OneLineEdit::insertFromMimeData(const QMimeData *source)
{
    if (source->hasText())
        insertPlainText(source->text().simplified());
}

} // namespace seamfinder
