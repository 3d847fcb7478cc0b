#include "ui/gaps/RankingView.h"

#include "ui/common/Colors.h"
#include "ui/common/PlainEnter.h"
#include "ui/report/ChartStyle.h"

#include <algorithm>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

/// Label above, bar below: names of information items are long, and a bar needs length to be compared.
class BarDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static constexpr int padding = 6;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {80, option.fontMetrics.height() + barHeight(option.fontMetrics) + 3 + 2 * padding};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto *model = static_cast<const RankingModel *>(index.model());
        const Colors &colors = colorsFor(option.palette);
        const bool missing = index.data(RankingModel::MissingRole).toBool();
        const int count = index.data(RankingModel::CountRole).toInt();
        const bool current = option.state & QStyle::State_HasFocus;
        const bool hovered = option.state & QStyle::State_MouseOver;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (current || hovered) {
            painter->setPen(current ? QPen(colors.accent, 1.5) : QPen(Qt::NoPen));
            painter->setBrush(hovered ? QBrush(colors.window) : QBrush(Qt::NoBrush));
            painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 4, 4);
        }
        painter->setFont(option.font);
        const QFontMetrics &metrics = option.fontMetrics;
        const QRect room = option.rect.adjusted(padding + 2, padding, -padding - 2, -padding);
        const QString number = QString::number(count);
        const int numberWidth = metrics.horizontalAdvance(QString::number(model->largest())) + 6;
        const auto mirrored = [&](const QRect &rect) {
            return QStyle::visualRect(option.direction, option.rect, rect);
        };
        const int start = QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter;
        painter->setPen(missing ? colors.mutedText : colors.text);
        painter->drawText(mirrored({room.left(), room.top(), room.width(), metrics.height()}), start,
                          metrics.elidedText(index.data().toString(), Qt::ElideRight, room.width()));
        const int longest = room.width() - numberWidth;
        const int length = std::max(2, longest * count / std::max(1, model->largest()));
        const QRect bar(room.left(), room.top() + metrics.height() + 3, length, barHeight(metrics));
        painter->setPen(missing ? QPen(colors.mutedText, 1, Qt::DashLine) : QPen(Qt::NoPen));
        painter->setBrush(missing ? QBrush(Qt::NoBrush) : QBrush(chart::barColor(isDark(option.palette))));
        painter->drawRoundedRect(QRectF(mirrored(bar)).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        painter->setPen(colors.mutedText);
        const QRect beside(bar.right() + 6, bar.center().y() - metrics.height() / 2, numberWidth,
                           metrics.height());
        painter->drawText(mirrored(beside), start, number);
        painter->restore();
    }

private:
    static int barHeight(const QFontMetrics &metrics) { return std::max(8, metrics.height() / 2 + 1); }
};

} // namespace

void RankingModel::setChart(BarChart chart)
{
    beginResetModel();
    m_chart = std::move(chart);
    m_largest = m_chart.largest();
    endResetModel();
}

int RankingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_chart.bars.size());
}

QVariant RankingModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ChartMark &bar = m_chart.bars[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return bar.label;
    case CountRole:
        return count(bar.counts, m_chart.counting);
    case MissingRole:
        return bar.value == DimensionValue{};
    case Qt::ToolTipRole:
        return QString(bar.label + u'\n' + countsText(bar.counts));
    case Qt::AccessibleTextRole:
        return QString(bar.label + u": "_s + countsText(bar.counts));
    default:
        return {};
    }
}

RankingView::RankingView(QWidget *parent)
    : QListView(parent)
    , m_model(new RankingModel(this))
{
    setModel(m_model);
    setItemDelegate(new BarDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::NoSelection);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Ranking"));
    connect(this, &QListView::clicked, this, &RankingView::open);
}

void RankingView::setChart(BarChart chart)
{
    const QModelIndex before = currentIndex();
    const auto value = before.isValid() ? m_model->chart().bars[before.row()].value : DimensionValue{-1, -1};
    const bool same = chart.dimension == m_model->chart().dimension;
    m_model->setChart(std::move(chart));
    int to = 0;
    for (int row = 0; same && row < m_model->rowCount(); ++row)
        to = m_model->chart().bars[row].value == value ? row : to;
    if (m_model->rowCount() > 0)
        setCurrentIndex(m_model->index(to));
}

void RankingView::open(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT opened(m_model->chart().bars[index.row()].value);
}

void RankingView::keyPressEvent(QKeyEvent *event)
{
    if (isPlainEnter(*event)) {
        open(currentIndex());
        return;
    }
    QListView::keyPressEvent(event);
}

void RankingView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

} // namespace seamfinder
