#include "ui/catalogue/CatalogueTable.h"

#include "ui/catalogue/CatalogueDelegate.h"
#include "ui/common/PlainEnter.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QScrollBar>
#include <QSignalBlocker>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

/// More chosen rows than this are not looked for again after the rows changed.
constexpr int chosenToKeep = 2000;

struct Width
{
    CatalogueColumn column;
    int letters;
    bool hidden = false;
};
constexpr std::array widths{
    Width{CatalogueColumn::Headline, 46},       Width{CatalogueColumn::Participant, 12},
    Width{CatalogueColumn::System, 14},         Width{CatalogueColumn::MainElement, 18},
    Width{CatalogueColumn::Effect, 20},         Width{CatalogueColumn::Occurrence, 14},
    Width{CatalogueColumn::Status, 14},         Width{CatalogueColumn::Gaps, 8},
    Width{CatalogueColumn::Open, 20},           Width{CatalogueColumn::Updated, 12},
    Width{CatalogueColumn::Severity, 10, true}, Width{CatalogueColumn::Created, 12, true},
};

} // namespace

CatalogueTable::CatalogueTable(CatalogueModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setObjectName(u"catalogueTable"_s);
    setAccessibleName(tr("Mismatch examples"));
    setItemDelegate(new CatalogueDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setShowGrid(false);
    setAlternatingRowColors(false);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setModel(&model);
    QHeaderView *head = horizontalHeader();
    head->setSectionsMovable(true);
    head->setHighlightSections(false);
    head->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    head->setContextMenuPolicy(Qt::CustomContextMenu);
    head->setMinimumSectionSize(40);
    fitRows();
    resetColumns();
    // Sorting by the header only asks; what it shows at first is set by whoever reads the order.
    head->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);

    connect(head, &QHeaderView::customContextMenuRequested, this, &CatalogueTable::showColumnMenu);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &CatalogueTable::beforeReset);
    connect(&model, &QAbstractItemModel::modelReset, this, &CatalogueTable::afterReset);
    connect(this, &QAbstractItemView::doubleClicked, this, [this] { Q_EMIT opened(currentRow()); });
}

CatalogueRow CatalogueTable::currentRow() const
{
    const int row = currentIndex().row();
    return row >= 0 && row < m_model.rowCount() ? (*m_model.rows())[size_t(row)] : CatalogueRow{};
}

int CatalogueTable::chosenCount() const
{
    int count = 0;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        if (range.left() <= 0)
            count += range.height();
    }
    return count;
}

QVector<CatalogueRow> CatalogueTable::chosenRows() const
{
    QList<std::pair<int, int>> ranges;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        if (range.left() <= 0)
            ranges.append({range.top(), range.bottom()});
    }
    std::sort(ranges.begin(), ranges.end());
    QVector<CatalogueRow> chosen;
    for (const auto &[top, bottom] : ranges) {
        for (int row = top; row <= bottom; ++row)
            chosen.append((*m_model.rows())[size_t(row)]);
    }
    return chosen;
}

bool CatalogueTable::goTo(qint64 id)
{
    const int row = m_model.rowOf(id);
    if (row < 0)
        return false;
    // Not selectRow(): it asks which keys are held, and the one that led here (Ctrl+Z) would add the row to
    // the selection.
    const QModelIndex index = m_model.index(row, 0);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
    return true;
}

void CatalogueTable::setSort(SortKey key, Qt::SortOrder order)
{
    const QSignalBlocker quiet(horizontalHeader());
    horizontalHeader()->setSortIndicator(CatalogueModel::columnOf(key), order);
    horizontalHeader()->viewport()->update();
}

QByteArray CatalogueTable::columnState() const
{
    return horizontalHeader()->saveState();
}

void CatalogueTable::restoreColumns(const QByteArray &state)
{
    const QSignalBlocker quiet(horizontalHeader());
    const int column = horizontalHeader()->sortIndicatorSection();
    const Qt::SortOrder order = horizontalHeader()->sortIndicatorOrder();
    if (!horizontalHeader()->restoreState(state) || horizontalHeader()->count() != catalogueColumnCount)
        resetColumns();
    setColumnHidden(int(CatalogueColumn::Headline), false);
    horizontalHeader()->setSortIndicator(column, order);
}

void CatalogueTable::resetColumns()
{
    const int letter = fontMetrics().averageCharWidth();
    for (int place = 0; place < catalogueColumnCount; ++place) {
        const Width &one = widths[size_t(place)];
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(int(one.column)), place);
        setColumnHidden(int(one.column), one.hidden);
        setColumnWidth(int(one.column), std::max(one.letters * letter, leastWidth(one.column)));
    }
}

int CatalogueTable::leastWidth(CatalogueColumn column) const
{
    constexpr int padding = 2 * 5 + 2, ofTag = 2 * 7 + 2, mostLetters = 30;
    if (column == CatalogueColumn::Updated || column == CatalogueColumn::Created) {
        const QString day = QLocale().toString(QDate(2028, 12, 28), QLocale::ShortFormat); // as wide as any
        return fontMetrics().horizontalAdvance(day) + 2 * padding;
    }
    const bool tag = column == CatalogueColumn::Status; // one line; the others wrap between words
    int widest = 0;
    for (const QString &term : m_model.termsOf(column)) {
        const QStringList words = tag ? QStringList{term} : term.split(u' ', Qt::SkipEmptyParts);
        for (const QString &word : words)
            widest = std::max(widest, fontMetrics().horizontalAdvance(tag ? word : word + u','));
    }
    if (widest == 0)
        return 0;
    return std::min(widest, fontMetrics().averageCharWidth() * mostLetters) + padding + (tag ? ofTag : 0);
}

void CatalogueTable::widenForTerms()
{
    for (int column = 0; column < catalogueColumnCount; ++column) {
        if (!isColumnHidden(column))
            setColumnWidth(column, std::max(columnWidth(column), leastWidth(CatalogueColumn(column))));
    }
}

void CatalogueTable::showColumnMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const int clicked = horizontalHeader()->logicalIndexAt(position);
    if (clicked >= 0) {
        const QString name = m_model.headerData(clicked, Qt::Horizontal, Qt::DisplayRole).toString();
        menu->addAction(tr("Sort by %1, up").arg(name), this,
                        [this, clicked] { sortByColumn(clicked, Qt::AscendingOrder); });
        menu->addAction(tr("Sort by %1, down").arg(name), this,
                        [this, clicked] { sortByColumn(clicked, Qt::DescendingOrder); });
        menu->addSeparator();
    }
    for (int column = 1; column < catalogueColumnCount; ++column) {
        QAction *show =
            menu->addAction(m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        show->setCheckable(true);
        show->setChecked(!isColumnHidden(column));
        connect(show, &QAction::toggled, this, [this, column](bool on) { setColumnHidden(column, !on); });
    }
    menu->addSeparator();
    menu->addAction(tr("Reset columns"), this, &CatalogueTable::resetColumns);
    menu->popup(horizontalHeader()->viewport()->mapToGlobal(position));
}

void CatalogueTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (!m_resetting && current.row() != previous.row())
        Q_EMIT currentRowChanged(currentRow(), true);
}

void CatalogueTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (!m_resetting)
        Q_EMIT chosenChanged();
}

void CatalogueTable::keyPressEvent(QKeyEvent *event)
{
    if (isPlainEnter(*event)) {
        if (currentIndex().isValid())
            Q_EMIT opened(currentRow());
        return;
    }
    // Left and right scroll: cells are not places to be in.
    if ((event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) && !event->modifiers()) {
        const bool forwards = (event->key() == Qt::Key_Right) != isRightToLeft();
        horizontalScrollBar()->triggerAction(forwards ? QAbstractSlider::SliderSingleStepAdd
                                                      : QAbstractSlider::SliderSingleStepSub);
        return;
    }
    // Home and End go to the first and last row, as in any list.
    if ((event->key() == Qt::Key_Home || event->key() == Qt::Key_End) && !event->modifiers() &&
        m_model.rowCount() > 0) {
        const int row = event->key() == Qt::Key_Home ? 0 : m_model.rowCount() - 1;
        selectRow(row);
        scrollTo(m_model.index(row, 0));
        return;
    }
    QTableView::keyPressEvent(event);
}

void CatalogueTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitRows();
    if (event->type() == QEvent::FontChange)
        widenForTerms();
}

void CatalogueTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    // Room that is left over goes to the sentence.
    const int left = viewport()->width() - horizontalHeader()->length();
    if (left > 0)
        setColumnWidth(int(CatalogueColumn::Headline), columnWidth(int(CatalogueColumn::Headline)) + left);
}

void CatalogueTable::fitRows()
{
    const int height = CatalogueDelegate::rowHeight(fontMetrics());
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
}

void CatalogueTable::beforeReset()
{
    m_resetting = true;
    m_current = currentRow();
    m_currentPlace = std::max(0, currentIndex().row());
    m_offset = currentIndex().isValid() ? rowViewportPosition(currentIndex().row()) : 0;
    m_chosen.clear();
    if (chosenCount() <= chosenToKeep) {
        for (const CatalogueRow &row : chosenRows())
            m_chosen.insert(row.id);
    }
}

void CatalogueTable::afterReset()
{
    const int rows = m_model.rowCount();
    int now = m_current.id ? m_model.rowOf(m_current.id) : -1;
    const bool kept = now >= 0;
    if (!kept && rows > 0)
        now = m_current.id ? std::min(m_currentPlace, rows - 1) : 0;
    executeDelayedItemsLayout();
    if (now >= 0) {
        QItemSelection selection;
        if (kept && m_chosen.size() > 1) {
            for (int row = 0; row < rows && !m_chosen.isEmpty(); ++row) {
                if (m_chosen.remove((*m_model.rows())[size_t(row)].id))
                    selection.select(m_model.index(row, 0), m_model.index(row, catalogueColumnCount - 1));
            }
        } else {
            selection.select(m_model.index(now, 0), m_model.index(now, catalogueColumnCount - 1));
        }
        selectionModel()->setCurrentIndex(m_model.index(now, 0), QItemSelectionModel::NoUpdate);
        selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
        // The row stays where the eye left it.
        if (m_current.id && m_offset >= 0 && m_offset < viewport()->height())
            verticalScrollBar()->setValue(verticalScrollBar()->value() + rowViewportPosition(now) - m_offset);
    }
    m_resetting = false;
    if (!kept)
        Q_EMIT currentRowChanged(currentRow(), false);
    Q_EMIT chosenChanged();
}

} // namespace seamfinder
