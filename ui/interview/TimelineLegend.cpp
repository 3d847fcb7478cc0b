#include "ui/interview/TimelineLegend.h"

#include "ui/common/Colors.h"

#include <algorithm>
#include <QCoreApplication>
#include <QPainter>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(TimelineLegend)
};

constexpr int betweenEntries = 18, betweenLines = 4;

QString whole(const QString &sign, const QString &words)
{
    return sign + u' ' + words;
}

} // namespace

TimelineLegend::TimelineLegend(const QVector<TimelineSign> &signs, bool over, const Colors &colors)
    : m_text(colors.mutedText)
{
    using Kind = TimelineSign::Kind;
    for (const Kind kind : {Kind::Example, Kind::Mark, Kind::Change}) {
        for (const TimelineSign &sign : signs) {
            const Entry entry{kind == Kind::Change ? u"|"_s : sign.sign,
                              kind == Kind::Example ? colors.accent : colors.mutedText,
                              kind == Kind::Change ? Texts::tr("A change") : sign.words};
            const auto isListed = [&entry](const Entry &each) { return each.sign == entry.sign; };
            if (sign.kind == kind && std::none_of(m_entries.cbegin(), m_entries.cend(), isListed))
                m_entries.append(entry);
        }
    }
    if (over)
        m_entries.append({u"\u25a0"_s, colors.warning.text, Texts::tr("Longer than planned")});
}

int TimelineLegend::lineHeight(const QFontMetrics &metrics)
{
    return metrics.height() + betweenLines;
}

QVector<QPoint> TimelineLegend::places(const QFontMetrics &metrics, int width) const
{
    QVector<QPoint> places;
    QPoint at;
    for (const Entry &entry : m_entries) {
        const int needed = metrics.horizontalAdvance(whole(entry.sign, entry.words));
        if (at.x() > 0 && at.x() + needed > width)
            at = {0, at.y() + lineHeight(metrics)};
        places.append(at);
        at.rx() += needed + betweenEntries;
    }
    return places;
}

int TimelineLegend::height(const QFontMetrics &metrics, int width) const
{
    return m_entries.isEmpty() ? 0 : places(metrics, width).last().y() + lineHeight(metrics);
}

void TimelineLegend::paint(QPainter &painter, const QRect &room, Qt::LayoutDirection direction) const
{
    const QFontMetrics metrics = painter.fontMetrics();
    const QVector<QPoint> places = this->places(metrics, room.width());
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries[i];
        const int sign = metrics.horizontalAdvance(entry.sign + u' ');
        const int words = metrics.horizontalAdvance(entry.words);
        const QPoint baseline(places[i].x(), places[i].y() + metrics.ascent());
        const bool leftToRight = direction == Qt::LeftToRight;
        const int signAt = leftToRight ? baseline.x() : room.width() - baseline.x() - sign;
        const int wordsAt = leftToRight ? baseline.x() + sign : signAt - words;
        painter.setPen(entry.color);
        painter.drawText(room.topLeft() + QPoint(signAt, baseline.y()), entry.sign);
        painter.setPen(m_text);
        painter.drawText(room.topLeft() + QPoint(wordsAt, baseline.y()), entry.words);
    }
}

} // namespace seamfinder
