#include "ui/interview/NeighbourLine.h"

#include "ui/common/CommandKeys.h"
#include "ui/common/KeyHint.h"

#include <QPainter>
#include <QStyle>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int atTheSides = 90; // padding and arrow
constexpr int leastWidth = 120;
constexpr int sideMargin = 28, beforeKeys = 24;
constexpr int charactersForKeys = 50; // in less, the text needs the whole line

KeyCommand commandOf(NeighbourLine::Side side)
{
    return side == NeighbourLine::Side::Before ? KeyCommand::PreviousQuestion : KeyCommand::NextQuestion;
}
} // namespace

NeighbourLine::NeighbourLine(Side side, QWidget *parent)
    : QPushButton(parent)
    , m_side(side)
{
    setFlat(true);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setStyleSheet(u"QPushButton { text-align: left; padding: 7px 28px; border: none; }"_s);
    setForegroundRole(QPalette::PlaceholderText);
    QPalette muted = palette();
    muted.setBrush(QPalette::ButtonText, muted.brush(QPalette::PlaceholderText));
    setPalette(muted);
    keepToolTip(*this, side == Side::Before ? tr("The question before") : tr("The next question"),
                commandOf(side));
}

void NeighbourLine::showKey()
{
    followKeys(*this, [this] {
        m_keys = CommandKeys::ofProgram().text(commandOf(m_side));
        elide();
        update();
    });
}

int NeighbourLine::keysWidth() const
{
    const bool shown = !m_keys.isEmpty() && !m_whole.isEmpty() &&
                       width() > fontMetrics().averageCharWidth() * charactersForKeys;
    return shown ? fontMetrics().horizontalAdvance(m_keys) + beforeKeys : 0;
}

void NeighbourLine::paintEvent(QPaintEvent *event)
{
    QPushButton::paintEvent(event);
    if (keysWidth() == 0)
        return;
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(rect().adjusted(sideMargin, 0, -sideMargin, 0),
                     Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignRight), m_keys);
}

void NeighbourLine::showNeighbour(const QString &text)
{
    setEnabled(true);
    m_whole = text.simplified();
    elide();
}

void NeighbourLine::showEnd(const QString &sentence)
{
    setEnabled(false);
    m_whole.clear();
    setText(sentence);
}

void NeighbourLine::elide()
{
    if (!m_whole.isEmpty())
        setText((m_side == Side::Before ? u"↑  "_s : u"↓  "_s) +
                fontMetrics().elidedText(m_whole, Qt::ElideRight,
                                         qMax(leastWidth, width() - atTheSides - keysWidth())));
}

void NeighbourLine::resizeEvent(QResizeEvent *event)
{
    QPushButton::resizeEvent(event);
    elide();
}

} // namespace seamfinder
