#include "ui/common/EmptyState.h"

#include "ui/common/Colors.h"
#include "ui/common/Door.h"
#include "ui/common/Icons.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>

namespace seamfinder {

namespace {
constexpr int pictureSize = 64;
constexpr int textWidth = 560;
constexpr int doorWidth = 300;
} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_buttons(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_doors(new QBoxLayout(QBoxLayout::LeftToRight))
{
    m_icon->setAlignment(Qt::AlignCenter);
    for (QLabel *label : {m_title, m_sentence}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setMaximumWidth(textWidth);
        label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    }
    m_buttons->setSpacing(8);
    m_doors->setSpacing(12);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(10);
    column->addStretch(2);
    column->addWidget(m_icon);
    for (QLabel *label : {m_title, m_sentence}) {
        auto *line = new QHBoxLayout;
        line->addStretch(1);
        line->addWidget(label, 1000);
        line->addStretch(1);
        column->addLayout(line);
    }
    auto *buttonLine = new QHBoxLayout;
    buttonLine->addStretch(1);
    buttonLine->addLayout(m_buttons);
    buttonLine->addStretch(1);
    column->addSpacing(6);
    column->addLayout(buttonLine);
    auto *doorLine = new QHBoxLayout;
    doorLine->addStretch(1);
    doorLine->addLayout(m_doors, 1000);
    doorLine->addStretch(1);
    column->addLayout(doorLine);
    column->addStretch(3);
    showIcon();
}

EmptyState::EmptyState(const QString &iconName, const QString &title, const QString &sentence,
                       QWidget *parent)
    : EmptyState(parent)
{
    setIconName(iconName);
    setTitle(title);
    setSentence(sentence);
}

void EmptyState::setIconName(const QString &name)
{
    m_iconName = name;
    showIcon();
}

void EmptyState::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void EmptyState::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    setAccessibleDescription(sentence);
}

QPushButton *EmptyState::addButton(const QString &label, const QString &iconName)
{
    auto *button = new QPushButton(label, this);
    if (!iconName.isEmpty())
        button->setIcon(seamfinder::icon(iconName));
    button->setAutoDefault(true);
    if (m_buttons->count() == 0 && m_doorCount == 0)
        m_first = button;
    m_buttons->addWidget(button);
    return button;
}

void EmptyState::setButtonsStacked(bool stacked)
{
    m_buttons->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

Door *EmptyState::addDoor(const QString &iconName, const QString &title, const QString &sentence)
{
    auto *door = new Door(iconName, title, sentence, this);
    door->setMaximumWidth(doorWidth * 3 / 2);
    if (m_doorCount == 0)
        m_first = door;
    ++m_doorCount;
    m_doors->addWidget(door, 1);
    arrangeDoors();
    return door;
}

void EmptyState::showIcon()
{
    m_icon->setVisible(!m_iconName.isEmpty());
    if (!m_iconName.isEmpty())
        m_icon->setPixmap(
            seamfinder::icon(m_iconName).pixmap(QSize(pictureSize, pictureSize), devicePixelRatioF()));
    QFont font = this->font();
    font.setPointSizeF(font.pointSizeF() * 1.4);
    font.setBold(true);
    m_title->setFont(font);
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, colorsFor(this).mutedText);
    m_sentence->setPalette(muted);
}

void EmptyState::arrangeDoors()
{
    // Doors stand beside one another only while each has room for a sentence at this text size.
    const int each = fontMetrics().averageCharWidth() * 32;
    m_doors->setDirection(width() < m_doorCount * each + 48 ? QBoxLayout::TopToBottom
                                                            : QBoxLayout::LeftToRight);
}

void EmptyState::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    // No focus proxy: Tab would enter the page by it from behind, and go round for ever; and a focus policy
    // of the page would be the button's.
    if (m_first)
        m_first->setFocus(event->reason());
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeDoors();
    // Large letters in a small window: the words matter more than the picture.
    m_icon->setVisible(!m_iconName.isEmpty() && height() > fontMetrics().height() * 22);
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        showIcon();
}

} // namespace seamfinder
