#pragma once

#include "ui/interview/TimelineSigns.h"

#include <QColor>
#include <QFontMetrics>
#include <QRect>

class QPainter;

namespace seamfinder {

struct Colors;

/// What the signs of a timeline stand for, those that it shows and no others, in as many lines as the width
/// asks for.
class TimelineLegend
{
public:
    /// `over`: whether a section took longer than planned.
    TimelineLegend(const QVector<TimelineSign> &signs, bool over, const Colors &colors);

    /// 0 without signs.
    [[nodiscard]] int height(const QFontMetrics &metrics, int width) const;
    void paint(QPainter &painter, const QRect &room, Qt::LayoutDirection direction) const;

private:
    struct Entry
    {
        QString sign;
        QColor color;
        QString words;
    };
    /// Of every entry, at left or right.
    [[nodiscard]] QVector<QPoint> places(const QFontMetrics &metrics, int width) const;
    [[nodiscard]] static int lineHeight(const QFontMetrics &metrics);

    QVector<Entry> m_entries;
    QColor m_text;
};

} // namespace seamfinder
