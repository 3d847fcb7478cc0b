#include "ui/study/Figure.h"

#include "ui/common/Colors.h"
#include "ui/common/PlainEnter.h"
#include "ui/report/ChartStyle.h"

#include <algorithm>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int padding = 8;
constexpr int noteLines = 2;
constexpr int noteCharacters = 26;
} // namespace

Figure::Figure(bool opens, QWidget *parent)
    : QAbstractButton(parent)
    , m_opens(opens)
{
    setFocusPolicy(opens ? Qt::StrongFocus : Qt::NoFocus);
    setAttribute(Qt::WA_Hover);
    if (opens)
        setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void Figure::setFigure(int number, const QString &what, const QString &note, const QString &whole)
{
    m_number = QLocale().toString(number);
    m_what = what;
    m_note = note;
    setAccessibleName(m_number + u' ' + what);
    setAccessibleDescription(whole.isEmpty() ? note : whole);
    setToolTip(accessibleDescription());
    updateGeometry();
    update();
}

bool Figure::takesNote(const QString &note) const
{
    // Words that wrap leave room at the end of a line: the longest of them at most.
    int longest = 0;
    const QStringList words = note.split(u' ');
    for (const QString &word : words)
        longest = std::max(longest, fontMetrics().horizontalAdvance(word));
    const int line = fontMetrics().averageCharWidth() * noteCharacters;
    return fontMetrics().horizontalAdvance(note) <= noteLines * line - (noteLines - 1) * longest;
}

QFont Figure::numberFont() const
{
    QFont font = this->font();
    font.setPointSizeF(font.pointSizeF() * 1.8);
    return font;
}

int Figure::headWidth() const
{
    return QFontMetrics(numberFont()).horizontalAdvance(m_number) + 6 +
           fontMetrics().horizontalAdvance(m_what) +
           2; // advances are rounded, and elided where they do not fit
}

QSize Figure::sizeHint() const
{
    // A note takes two lines rather than much width.
    const int note =
        std::min(fontMetrics().horizontalAdvance(m_note), fontMetrics().averageCharWidth() * noteCharacters);
    return {std::max(headWidth(), note) + 2 * padding,
            QFontMetrics(numberFont()).height() + noteLines * fontMetrics().lineSpacing() + 2 * padding};
}

QSize Figure::minimumSizeHint() const
{
    return {headWidth() + 2 * padding, sizeHint().height()};
}

void Figure::keyPressEvent(QKeyEvent *event)
{
    if (isPlainEnter(*event)) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void Figure::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_opens && (hasFocus() || underMouse())) {
        painter.setPen(hasFocus() ? QPen(colors.accent, 1.5) : QPen(Qt::NoPen));
        painter.setBrush(underMouse() ? QBrush(colors.tinted.background) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
    }
    const QRect inner = rect().adjusted(padding, padding, -padding, -padding);
    const QFontMetrics large(numberFont());
    const auto mirrored = [this](const QRect &rect) {
        return QStyle::visualRect(layoutDirection(), this->rect(), rect);
    };
    const int numberWidth = large.horizontalAdvance(m_number);
    painter.setFont(numberFont());
    painter.setPen(colors.text);
    const QRect head(inner.left(), inner.top(), inner.width(), large.height());
    painter.drawText(mirrored({head.left(), head.top(), numberWidth + 1, head.height()}), Qt::AlignCenter,
                     m_number);
    painter.setFont(font());
    const int shift = large.ascent() - fontMetrics().ascent();
    const QRect what(inner.left() + numberWidth + 6, inner.top() + shift, inner.width() - numberWidth - 6,
                     fontMetrics().height());
    const Qt::Alignment start = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
    painter.drawText(mirrored(what), int(start | Qt::AlignVCenter),
                     fontMetrics().elidedText(m_what, Qt::ElideRight, what.width()));
    painter.setPen(colors.mutedText);
    const QRect note(inner.left(), head.bottom() + 1, inner.width(), noteLines * fontMetrics().lineSpacing());
    chart::paintLabel(painter, mirrored(note), m_note, start | Qt::AlignTop);
}

} // namespace seamfinder
