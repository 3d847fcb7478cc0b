#include "ui/gaps/HeatMapView.h"

#include "ui/common/Colors.h"
#include "ui/common/PlainEnter.h"
#include "ui/gaps/HeatMapHeader.h"
#include "ui/gaps/HeatMapModel.h"
#include "ui/report/ChartStyle.h"

#include <algorithm>
#include <QAbstractButton>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace seamfinder {

namespace {

class CellDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto *model = static_cast<const HeatMapModel *>(index.model());
        const Colors &colors = colorsFor(option.palette);
        const int count = index.data(HeatMapModel::CountRole).toInt();
        painter->save();
        painter->setFont(option.font);
        painter->fillRect(option.rect, colors.surface);
        if (index.data(HeatMapModel::TotalRole).toBool()) {
            painter->setPen(colors.mutedText);
            painter->drawText(option.rect, Qt::AlignCenter, QString::number(count));
        } else {
            chart::paintCell(*painter, option.rect, count, model->largest(),
                             index.data(HeatMapModel::ExpectedRole).toBool(), isDark(option.palette));
        }
        const bool current = option.state & QStyle::State_HasFocus;
        if (current || option.state & QStyle::State_MouseOver) {
            // Two rings, so that the mark shows on every fill.
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(colors.surface, current ? 4 : 3));
            painter->drawRoundedRect(QRectF(option.rect).adjusted(2.5, 2.5, -2.5, -2.5), 3, 3);
            painter->setPen(QPen(colors.accent, current ? 2 : 1));
            painter->drawRoundedRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5), 3, 3);
        }
        painter->restore();
    }
};

} // namespace

HeatMapView::HeatMapView(QWidget *parent)
    : QTableView(parent)
    , m_model(new HeatMapModel(this))
    , m_top(new HeatMapHeader(Qt::Horizontal, this))
    , m_left(new HeatMapHeader(Qt::Vertical, this))
{
    setModel(m_model);
    setHorizontalHeader(m_top);
    setVerticalHeader(m_left);
    setItemDelegate(new CellDelegate(this));
    setShowGrid(false);
    setCornerButtonEnabled(false);
    for (auto *corner : findChildren<QAbstractButton *>(QString(), Qt::FindDirectChildrenOnly))
        corner->installEventFilter(this);
    setSelectionMode(QAbstractItemView::NoSelection);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    viewport()->setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Heat map"));
    connect(this, &QTableView::clicked, this,
            [this](const QModelIndex &index) { open(index.row(), index.column()); });
    connect(m_top, &QHeaderView::sectionClicked, this,
            [this](int section) { open(m_model->rowCount() - 1, section); });
    connect(m_left, &QHeaderView::sectionClicked, this,
            [this](int section) { open(section, m_model->columnCount() - 1); });
}

bool HeatMapView::eventFilter(QObject *watched, QEvent *event)
{
    // The corner between the headers is part of the page, too.
    auto *corner = qobject_cast<QAbstractButton *>(watched);
    if (!corner || event->type() != QEvent::Paint)
        return QTableView::eventFilter(watched, event);
    QPainter(corner).fillRect(corner->rect(), colorsFor(this).surface);
    return true;
}

void HeatMapView::setMap(HeatMap map)
{
    const QModelIndex before = currentIndex();
    const auto row = before.isValid() ? m_model->rowValue(before.row()) : std::nullopt;
    const auto column = before.isValid() ? m_model->columnValue(before.column()) : std::nullopt;
    const bool sameSides = map.rowDimension == m_model->map().rowDimension &&
                           map.columnDimension == m_model->map().columnDimension;
    m_model->setMap(std::move(map));
    fitCells();
    if (m_model->rowCount() == 0)
        return;
    int toRow = 0, toColumn = 0;
    for (int i = 0; before.isValid() && sameSides && i < m_model->rowCount(); ++i)
        toRow = m_model->rowValue(i) == row ? i : toRow;
    for (int i = 0; before.isValid() && sameSides && i < m_model->columnCount(); ++i)
        toColumn = m_model->columnValue(i) == column ? i : toColumn;
    setCurrentIndex(m_model->index(toRow, toColumn));
}

const HeatMap &HeatMapView::map() const
{
    return m_model->map();
}

void HeatMapView::open(int row, int column)
{
    if (row >= 0 && column >= 0)
        Q_EMIT opened(m_model->rowValue(row), m_model->columnValue(column));
}

void HeatMapView::fitCells()
{
    const int columns = m_model->columnCount();
    if (columns == 0)
        return;
    const QFontMetrics metrics(font());
    m_left->fit(std::max(width() * 3 / 10, metrics.averageCharWidth() * 16));
    const int room = width() - m_left->sizeHint().width() - verticalScrollBar()->sizeHint().width() - 2;
    const int narrowest = metrics.horizontalAdvance(QString::number(m_model->largest())) + 22;
    const int widest = metrics.averageCharWidth() * 22;
    const int cell = std::clamp(room / columns, std::max(narrowest, metrics.height() + 14), widest);
    m_top->setDefaultSectionSize(cell);
    m_top->fit(cell);
    const int rows = m_model->rowCount();
    const int height = viewport()->height() > 0 ? viewport()->height() / std::max(1, rows) : 0;
    const int lowest = 2 * metrics.lineSpacing() + 4;
    m_left->setDefaultSectionSize(std::clamp(height, lowest, lowest * 5 / 2));
    updateGeometries();
}

void HeatMapView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    Q_EMIT currentTextChanged(current.data(Qt::AccessibleTextRole).toString());
}

void HeatMapView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitCells();
}

void HeatMapView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitCells();
}

void HeatMapView::keyPressEvent(QKeyEvent *event)
{
    if (isPlainEnter(*event) && currentIndex().isValid()) {
        open(currentIndex().row(), currentIndex().column());
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace seamfinder
