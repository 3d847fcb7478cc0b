#include "ui/shell/SavedIndicator.h"

#include "ui/common/Colors.h"
#include "ui/common/Icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>

namespace seamfinder {

using namespace Qt::StringLiterals;

SavedIndicator::SavedIndicator(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
{
    setObjectName(u"savedIndicator"_s);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(6, 0, 6, 0);
    line->setSpacing(5);
    line->addWidget(m_icon);
    line->addWidget(m_text);
    m_text->setTextFormat(Qt::PlainText);
    showNothing();
}

void SavedIndicator::showSaved(const QDateTime &when)
{
    set(State::Saved, tr("Saved %1").arg(when.time().toString(u"HH:mm:ss"_s)),
        tr("Everything up to %1 is in the file.").arg(QLocale().toString(when, QLocale::LongFormat)));
}

void SavedIndicator::showSaving()
{
    set(State::Saving, tr("Saving…"));
}

void SavedIndicator::showReadOnly()
{
    set(State::ReadOnly, tr("Read only"),
        tr("This study is open for reading; nothing is written to its file."));
}

void SavedIndicator::showProblem(const QString &sentence)
{
    set(State::Problem, tr("Not saved"), sentence);
}

void SavedIndicator::showNothing()
{
    set(State::Nothing, {});
}

void SavedIndicator::set(State state, const QString &text, const QString &more)
{
    m_state = state;
    m_text->setText(text);
    setToolTip(more);
    setAccessibleName(text);
    setAccessibleDescription(more);
    setVisible(state != State::Nothing);
    showColors();
}

void SavedIndicator::showColors()
{
    const Colors &colors = colorsFor(this);
    const int size = fontMetrics().height();
    QIcon picture;
    if (m_state == State::Saved)
        picture = icon(u"dialog-ok-apply");
    else if (m_state == State::Problem)
        picture = icon(u"dialog-warning");
    else if (m_state == State::ReadOnly)
        picture = icon(u"object-locked");
    m_icon->setPixmap(picture.pixmap(QSize(size, size), devicePixelRatioF()));
    m_icon->setVisible(!picture.isNull());
    QPalette tinted = palette();
    tinted.setColor(QPalette::WindowText, m_state == State::Problem ? colors.bad.text : colors.mutedText);
    m_text->setPalette(tinted);
    update();
}

void SavedIndicator::paintEvent(QPaintEvent *)
{
    if (m_state != State::Problem)
        return;
    QPainter painter(this);
    painter.fillRect(rect(), colorsFor(this).bad.background);
}

void SavedIndicator::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        showColors();
}

} // namespace seamfinder
