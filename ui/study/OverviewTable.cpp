#include "ui/study/OverviewTable.h"

#include "ui/common/RowFocus.h"
#include "ui/common/StateTag.h"

#include <algorithm>
#include <QDate>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>
#include <QSet>
#include <QStyledItemDelegate>

namespace seamfinder {

namespace {

class LineDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem line = option;
        initStyleOption(&line, index);
        paleWithoutFocus(line);
        const QString text = line.text;
        const bool own = index.column() == OverviewModel::Who || index.column() == OverviewModel::State;
        line.state &= ~QStyle::State_HasFocus; // the whole line is marked, not a cell of it
        if (!own) {
            QStyledItemDelegate::paint(painter, line, index);
            return;
        }
        line.text.clear();
        const QStyle *style = line.widget->style();
        style->drawControl(QStyle::CE_ItemViewItem, &line, painter, line.widget);
        const QRect room = line.rect.adjusted(6, 0, -6, 0);
        if (index.column() == OverviewModel::State) {
            const int height = line.fontMetrics.height() + 4;
            const QRect tag(room.left(), room.center().y() - height / 2, room.width(), height);
            StateTag::paint(*painter, tag, text, Tone(index.data(OverviewModel::ToneRole).toInt()),
                            line.palette, line.direction);
            return;
        }
        const bool selected = line.state & QStyle::State_Selected;
        const auto group = line.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
        painter->save();
        QFont bold = line.font;
        bold.setBold(true);
        const int width = std::min(QFontMetrics(bold).horizontalAdvance(text) + 1, room.width());
        const Qt::Alignment start = QStyle::visualAlignment(line.direction, Qt::AlignLeft) | Qt::AlignVCenter;
        const auto mirrored = [&](const QRect &rect) {
            return QStyle::visualRect(line.direction, line.rect, rect);
        };
        painter->setFont(bold);
        painter->setPen(line.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text));
        painter->drawText(mirrored({room.left(), room.top(), width, room.height()}), int(start),
                          QFontMetrics(bold).elidedText(text, Qt::ElideRight, width));
        const int rest = room.width() - width - 8;
        if (rest > line.fontMetrics.averageCharWidth() * 4) {
            painter->setFont(line.font);
            if (!selected)
                painter->setPen(colorsFor(line.palette).mutedText);
            painter->drawText(mirrored({room.left() + width + 8, room.top(), rest, room.height()}),
                              int(start),
                              line.fontMetrics.elidedText(index.data(OverviewModel::SecondaryRole).toString(),
                                                          Qt::ElideRight, rest));
        }
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width(), option.fontMetrics.height() + 12};
    }
};

} // namespace

OverviewTable::OverviewTable(QWidget *parent)
    : QTableView(parent)
    , m_model(new OverviewModel(this))
{
    setModel(m_model);
    setItemDelegate(new LineDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setWordWrap(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setAccessibleName(tr("Participants and interviews"));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    fitRows();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSortIndicatorClearable(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    connect(this, &QTableView::doubleClicked, this, &OverviewTable::opened);
    connect(this, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.data().toString().isEmpty())
            return;
        if (index.column() == OverviewModel::Examples || index.column() == OverviewModel::Gaps)
            Q_EMIT examplesWanted(false);
        else if (index.column() == OverviewModel::Open)
            Q_EMIT examplesWanted(true);
    });
}

void OverviewTable::setRows(const QVector<OverviewRow> &rows)
{
    const OverviewRow *before = current();
    const InterviewId interview = before ? before->interview : InterviewId{};
    const ParticipantId participant = before ? before->participants.value(0) : ParticipantId{};
    const int column = std::max(0, currentIndex().column());
    const int scrolled = verticalScrollBar()->value();
    m_filling = true;
    m_model->setRows(rows);
    int row = m_model->rowOf(interview);
    if (row < 0)
        row = m_model->rowOf(participant);
    if (m_model->rowCount() > 0)
        setCurrentIndex(m_model->index(std::max(0, row), column));
    verticalScrollBar()->setValue(scrolled);
    m_filling = false;
    fitColumns();
    Q_EMIT currentRowChanged();
}

const OverviewRow *OverviewTable::current() const
{
    return currentIndex().isValid() ? &m_model->row(currentIndex().row()) : nullptr;
}

void OverviewTable::selectParticipant(ParticipantId participant)
{
    const int row = m_model->rowOf(participant);
    if (row >= 0)
        setCurrentIndex(m_model->index(row, 0));
}

void OverviewTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (!m_filling && current.row() != previous.row())
        Q_EMIT currentRowChanged();
}

void OverviewTable::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && current()) {
        const Qt::KeyboardModifiers command =
            event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
        if (command & ~Qt::ControlModifier) {
            event->ignore(); // not this table's: the base would open the line with it
            return;
        }
        if (command)
            Q_EMIT examplesWanted(event->modifiers() & Qt::ShiftModifier);
        else
            Q_EMIT opened();
        return;
    }
    QTableView::keyPressEvent(event);
}

void OverviewTable::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    const bool opens = index.isValid() && !index.data().toString().isEmpty() &&
                       (index.column() == OverviewModel::Examples || index.column() == OverviewModel::Gaps ||
                        index.column() == OverviewModel::Open);
    viewport()->setCursor(opens ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void OverviewTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void OverviewTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitRows();
        fitColumns();
    }
}

void OverviewTable::fitRows()
{
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
}

void OverviewTable::fitColumns()
{
    const QFontMetrics metrics = fontMetrics();
    const auto wide = [&](int column, int characters) {
        const QString head = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        return std::max(metrics.horizontalAdvance(head) + 28, metrics.averageCharWidth() * characters);
    };
    int taken = 0;
    const auto set = [&](int column, int width) {
        setColumnWidth(column, width);
        taken += width;
    };
    // As wide as what is in it: what is left is the names' room. Thousands of rows say the same few things.
    const auto content = [&](int column) {
        QSet<QString> texts;
        for (int row = 0; row < m_model->rowCount(); ++row)
            texts.insert(m_model->index(row, column).data().toString());
        int width = wide(column, 0);
        for (const QString &text : std::as_const(texts))
            width = std::max(width, metrics.horizontalAdvance(text) + 24);
        return width;
    };
    set(OverviewModel::State, content(OverviewModel::State));
    const QString longDate = QLocale().toString(QDate(2000, 9, 30), QLocale::ShortFormat);
    set(OverviewModel::Date,
        std::max(wide(OverviewModel::Date, 0), metrics.horizontalAdvance(longDate) + 24));
    for (const int column : {OverviewModel::Minutes, OverviewModel::Examples, OverviewModel::Gaps,
                             OverviewModel::Open, OverviewModel::NewItems})
        set(column, content(column));
    setColumnWidth(OverviewModel::Who,
                   std::max(metrics.averageCharWidth() * 12, viewport()->width() - taken));
}

} // namespace seamfinder
