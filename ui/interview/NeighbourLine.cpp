#include "ui/interview/NeighbourLine.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int atTheSides = 90; // padding and arrow
constexpr int leastWidth = 120;
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
    setToolTip(side == Side::Before ? tr("The question before (Ctrl+PgUp)")
                                    : tr("The next question (Ctrl+PgDn)"));
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
                fontMetrics().elidedText(m_whole, Qt::ElideRight, qMax(leastWidth, width() - atTheSides)));
}

void NeighbourLine::resizeEvent(QResizeEvent *event)
{
    QPushButton::resizeEvent(event);
    elide();
}

} // namespace seamfinder
