#include "ui/protocol/PublishedNotice.h"

#include "core/catalogue/StudySession.h"
#include "ui/common/Colors.h"
#include "ui/protocol/ProtocolDraft.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

namespace seamfinder {

using namespace Qt::StringLiterals;

PublishedNotice::PublishedNotice(const ProtocolDraft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_sentence(new QLabel(this))
{
    setObjectName(u"publishedNotice"_s);
    setAutoFillBackground(true);
    QPalette palette = this->palette();
    palette.setColor(QPalette::Window, colorsFor(this).tinted.background);
    palette.setColor(QPalette::WindowText, colorsFor(this).tinted.text);
    setPalette(palette);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(14, 5, 10, 5);
    line->addWidget(m_sentence, 1);
    hide();
}

void PublishedNotice::say()
{
    if (isVisible())
        return;
    m_sentence->setText(
        !m_draft.session().isWritable()
            ? tr("This study is open for reading only: its protocols cannot be changed here.")
            : tr("Version %1 is published and stays as it is; “Edit as a draft” (F2) begins the next one "
                 "with its questions.")
                  .arg(m_draft.entry().number));
    setAccessibleName(m_sentence->text());
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

bool wouldType(const QKeyEvent &event)
{
    if (event.matches(QKeySequence::Paste) || event.matches(QKeySequence::Cut) ||
        event.key() == Qt::Key_Backspace || event.key() == Qt::Key_Delete)
        return true;
    const bool command = event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    return !command && !event.text().isEmpty() && event.text().at(0).isPrint();
}

} // namespace seamfinder
