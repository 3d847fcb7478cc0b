#include "ui/interview/TimelineView.h"

#include "core/interview/InterviewSession.h"
#include "ui/common/Colors.h"
#include "ui/interview/InterviewClock.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int margin = 14, gap = 3, leastTitleInCharacters = 14, timeInCharacters = 7;
constexpr double titleOfWidth = 0.4; // at most
constexpr int signLines = 1, axisLines = 1;
constexpr double near = 5; // pixels from the middle of a sign
constexpr qsizetype mostTold = 8;
} // namespace

TimelineView::TimelineView(InterviewSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
{
    setObjectName(u"timeline"_s);
    setAccessibleName(tr("How the interview went"));
    setFocusPolicy(Qt::TabFocus);
    connect(&session, &InterviewSession::changed, this, [this] {
        if (isVisible())
            refresh();
    });
}

void TimelineView::showEvent(QShowEvent *event)
{
    refresh();
    QWidget::showEvent(event);
}

void TimelineView::refresh()
{
    m_time = m_session.time();
    m_sittings = m_time.sittings();
    m_length = m_sittings.isEmpty() ? 0 : m_time.sittingOffset(m_sittings.last().to);
    m_signs = timelineSigns(m_session);
    m_sign = std::min(m_sign, m_signs.size() - 1);
    setAccessibleDescription(m_sign < 0 ? inWords() : currentSign());
    updateGeometry();
    update();
}

int TimelineView::lineHeight() const
{
    return fontMetrics().height() + 2 * gap;
}

QVector<int> TimelineView::sectionsSeen() const
{
    QVector<int> seen;
    const QVector<qint64> used = m_time.bySection(int(m_session.flow().protocol().sections.size()));
    for (int i = 0; i < used.size(); ++i) {
        if (used[i] > 0)
            seen.append(i);
    }
    return seen;
}

QString TimelineView::sectionTitle(int section) const
{
    return m_session.flow().text(m_session.flow().protocol().sections[section].title);
}

QSize TimelineView::sizeHint() const
{
    const int lines = int(sectionsSeen().size()) + signLines + axisLines + 1;
    const int below = legend().height(fontMetrics(), width() - 2 * margin);
    return {fontMetrics().averageCharWidth() * 50, lines * lineHeight() + below + 2 * margin};
}

QSize TimelineView::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 34, sizeHint().height()};
}

int TimelineView::titleWidth() const
{
    const int least = fontMetrics().averageCharWidth() * leastTitleInCharacters;
    int widest = 0;
    for (const int section : sectionsSeen())
        widest = std::max(widest, fontMetrics().horizontalAdvance(sectionTitle(section)));
    return std::clamp(widest + 4 * gap, least, std::max(least, int(width() * titleOfWidth)));
}

QRect TimelineView::barsRect() const
{
    const int times = fontMetrics().averageCharWidth() * timeInCharacters;
    const QRect inside = rect().adjusted(margin, margin, -margin, -margin);
    return isRightToLeft() ? inside.adjusted(times, lineHeight() * signLines, -titleWidth(), 0)
                           : inside.adjusted(titleWidth(), lineHeight() * signLines, -times, 0);
}

double TimelineView::xOf(qint64 moment) const
{
    const QRect bars = barsRect();
    const double part = m_length > 0 ? double(m_time.sittingOffset(moment)) / double(m_length) : 0;
    return isRightToLeft() ? bars.right() - part * bars.width() : bars.left() + part * bars.width();
}

QString TimelineView::inWords() const
{
    QStringList lines;
    for (qsizetype i = 0; m_sittings.size() > 1 && i < m_sittings.size(); ++i) {
        const QDateTime began = QDateTime::fromMSecsSinceEpoch(m_sittings[i].from);
        lines << tr("Sitting %1: %2, for %3")
                     .arg(QString::number(i + 1), QLocale().toString(began, QLocale::ShortFormat),
                          clockText(m_sittings[i].length()));
    }
    const QVector<Section> &sections = m_session.flow().protocol().sections;
    const QVector<qint64> used = m_time.bySection(int(sections.size()));
    for (const int section : sectionsSeen())
        lines << (sections[section].minutes > 0
                      ? tr("%1: %2 of %3 minutes")
                            .arg(sectionTitle(section), clockText(used[section]))
                            .arg(sections[section].minutes)
                      : tr("%1: %2").arg(sectionTitle(section), clockText(used[section])));
    for (const InterviewTime::Pause &pause : m_time.pauses)
        lines << (pause.reason.isEmpty()
                      ? tr("Paused for %1").arg(clockText(pause.to - pause.from))
                      : tr("Paused for %1: %2").arg(clockText(pause.to - pause.from), pause.reason));
    for (const TimelineSign &sign : m_signs)
        lines << signWords(sign);
    return lines.join(u'\n');
}

void TimelineView::paintSittings(QPainter &painter) const
{
    const QRect bars = barsRect();
    painter.setPen(colorsFor(this).mutedText);
    for (qsizetype i = 1; i < m_sittings.size(); ++i) {
        const double x = xOf(m_sittings[i].from);
        painter.drawLine(QPointF(x, bars.top()), QPointF(x, bars.bottom()));
    }
}

QString TimelineView::signWords(const TimelineSign &sign) const
{
    return tr("%1 at %2").arg(sign.words, clockText(m_time.sittingOffset(sign.moment)));
}

QString TimelineView::signsNear(double x) const
{
    QStringList lines;
    for (const TimelineSign &sign : m_signs) {
        if (std::abs(xOf(sign.moment) - x) <= near)
            lines << signWords(sign);
    }
    if (lines.size() > mostTold)
        lines = lines.first(mostTold) << u"…"_s;
    return lines.join(u'\n');
}

QString TimelineView::currentSign() const
{
    return m_sign < 0 ? QString() : signWords(m_signs[m_sign]);
}

void TimelineView::goToSign(qsizetype index)
{
    if (m_signs.isEmpty())
        return;
    m_sign = std::clamp<qsizetype>(index, 0, m_signs.size() - 1);
    setAccessibleDescription(currentSign());
    const QPoint below(int(xOf(m_signs[m_sign].moment)), margin + lineHeight());
    QToolTip::showText(mapToGlobal(below), currentSign(), this);
    update();
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    const bool forward = event->key() == (isRightToLeft() ? Qt::Key_Left : Qt::Key_Right);
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
        goToSign(forward ? m_sign + 1 : m_sign < 0 ? m_signs.size() - 1 : m_sign - 1);
    else if (event->key() == Qt::Key_Home)
        goToSign(0);
    else if (event->key() == Qt::Key_End)
        goToSign(m_signs.size() - 1);
    else
        QWidget::keyPressEvent(event);
}

void TimelineView::focusOutEvent(QFocusEvent *event)
{
    if (m_sign >= 0) {
        m_sign = -1;
        setAccessibleDescription(inWords());
        QToolTip::hideText();
    }
    QWidget::focusOutEvent(event);
}

void TimelineView::paintSigns(QPainter &painter) const
{
    const int y = margin + fontMetrics().ascent();
    const Colors &colors = colorsFor(this);
    for (const TimelineSign &each : m_signs) {
        const double x = xOf(each.moment);
        painter.setPen(each.kind == TimelineSign::Kind::Example ? colors.accent : colors.mutedText);
        if (each.kind == TimelineSign::Kind::Change) // a stroke: there may be many
            painter.drawLine(QPointF(x, y - fontMetrics().ascent() / 2.0), QPointF(x, y + gap));
        else
            painter.drawText(QPointF(x - fontMetrics().horizontalAdvance(each.sign) / 2.0, y), each.sign);
    }
    if (m_sign >= 0) {
        painter.setPen(colors.accent);
        painter.drawRect(QRectF(xOf(m_signs[m_sign].moment) - near, margin, 2 * near, lineHeight() - 1));
    }
}

bool TimelineView::isOver(int section, qint64 used) const
{
    const int planned = m_session.flow().protocol().sections[section].minutes;
    return planned > 0 && used > planned * qint64(60'000);
}

void TimelineView::paintSection(QPainter &painter, int section, qint64 used, int top) const
{
    const Colors &colors = colorsFor(this);
    const QRect line(margin, top, width() - 2 * margin, lineHeight());
    painter.setPen(colors.text);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeading,
                     fontMetrics().elidedText(sectionTitle(section), Qt::ElideRight, titleWidth() - 2 * gap));
    const bool over = isOver(section, used);
    painter.setPen(over ? colors.warning.text : colors.mutedText);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignTrailing, clockText(used));
    for (const InterviewTime::Stretch &stretch : m_time.stretches) {
        if (stretch.section != section)
            continue;
        const double from = xOf(stretch.from), to = xOf(stretch.to);
        painter.fillRect(
            QRectF(std::min(from, to), top + gap, std::max(2.0, std::abs(to - from)), lineHeight() - 2 * gap),
            over ? colors.warning.text : colors.accent);
    }
}

TimelineLegend TimelineView::legend() const
{
    const QVector<qint64> used = m_time.bySection(int(m_session.flow().protocol().sections.size()));
    bool over = false;
    for (int section = 0; section < used.size(); ++section)
        over = over || isOver(section, used[section]);
    return {m_signs, over, colorsFor(this)};
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateGeometry(); // the legend's lines depend on the width
}

void TimelineView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &colors = colorsFor(this);
    if (m_time.stretches.isEmpty()) {
        painter.setPen(colors.mutedText);
        painter.drawText(rect().adjusted(margin, margin, -margin, -margin), Qt::AlignTop | Qt::TextWordWrap,
                         tr("Nothing happened yet."));
        return;
    }
    paintSigns(painter);
    const QRect bars = barsRect();
    const QVector<qint64> used = m_time.bySection(int(m_session.flow().protocol().sections.size()));
    int y = bars.top();
    for (const int section : sectionsSeen()) {
        paintSection(painter, section, used[section], y);
        y += lineHeight();
    }
    paintSittings(painter);
    painter.setPen(colors.mutedText);
    const QRect axis(bars.left(), y, bars.width(), lineHeight());
    painter.drawText(axis, Qt::AlignVCenter | Qt::AlignLeading, u"0:00"_s);
    painter.drawText(axis, Qt::AlignVCenter | Qt::AlignTrailing, clockText(m_length));
    legend().paint(painter, {margin, y + lineHeight(), width() - 2 * margin, height()}, layoutDirection());
    if (hasFocus()) {
        painter.setPen(colors.accent);
        painter.drawRect(rect().adjusted(1, 1, -2, -2));
    }
}

bool TimelineView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const QString signs = help->pos().y() < barsRect().top() ? signsNear(help->pos().x()) : QString();
            !signs.isEmpty()) {
            QToolTip::showText(help->globalPos(), signs, this);
            return true;
        }
        for (const InterviewTime::Stretch &stretch : m_time.stretches) {
            const double from = xOf(stretch.from), to = xOf(stretch.to);
            if (help->pos().x() < std::min(from, to) || help->pos().x() > std::max(from, to) ||
                stretch.section < 0)
                continue;
            QToolTip::showText(help->globalPos(),
                               tr("%1, from %2 to %3")
                                   .arg(sectionTitle(stretch.section),
                                        clockText(m_time.sittingOffset(stretch.from)),
                                        clockText(m_time.sittingOffset(stretch.to))),
                               this);
            return true;
        }
        QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace seamfinder
