#include "ui/codebook/CodebookTree.h"

#include "ui/common/Colors.h"
#include "ui/common/ColourDot.h"
#include "ui/common/PlainEnter.h"

#include <algorithm>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

class TermDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width(), std::max(size.height(), option.fontMetrics.height() + 8)};
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const Colors &colors = colorsFor(option->palette);
        if (const auto colour = index.data(CodebookModel::ColourRole).value<QColor>(); colour.isValid()) {
            const int side = option->fontMetrics.height() * 2 / 3;
            const qreal ratio = option->widget ? option->widget->devicePixelRatioF() : 1;
            option->icon = colourDot(colour, side, ratio);
            option->decorationSize = {side, side};
            option->features |= QStyleOptionViewItem::HasDecoration;
        }
        if (index.column() == CodebookModel::Uses || index.data(CodebookModel::RetiredRole).toBool())
            option->palette.setColor(QPalette::Text, colors.mutedText);
    }
};

} // namespace

CodebookTree::CodebookTree(QWidget *parent)
    : QTreeView(parent)
    , m_model(new CodebookModel(this))
{
    setModel(m_model);
    setItemDelegate(new TermDelegate(this));
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setDragDropMode(QAbstractItemView::InternalMove);
    setDragEnabled(true);
    setDropIndicatorShown(true);
    setAutoExpandDelay(600);
    setIndentation(16);
    setAllColumnsShowFocus(true);
    setExpandsOnDoubleClick(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(CodebookModel::Name, QHeaderView::Stretch);
    header()->setSectionResizeMode(CodebookModel::Uses, QHeaderView::Fixed);
    header()->resizeSection(CodebookModel::Uses, fontMetrics().averageCharWidth() * 9);
    header()->setSectionsMovable(false);
    setAccessibleName(tr("Terms"));
    connect(m_model, &CodebookModel::moveWanted, this, &CodebookTree::moveWanted);
    connect(this, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (currentTerm() && index.isValid())
            Q_EMIT editWanted();
    });
}

QString CodebookTree::nodeKey(const QModelIndex &index)
{
    const qint64 term = index.data(CodebookModel::TermRole).toLongLong();
    if (term)
        return QString::number(term);
    return index.data(CodebookModel::FacetRole).toString() + u'/' +
           index.data(CodebookModel::AboutRole).toString();
}

QStringList CodebookTree::openNodes() const
{
    QStringList open;
    const std::function<void(const QModelIndex &)> look = [&](const QModelIndex &parent) {
        for (int row = 0; row < m_model->rowCount(parent); ++row) {
            const QModelIndex index = m_model->index(row, 0, parent);
            if (isExpanded(index)) {
                open.append(nodeKey(index));
                look(index);
            }
        }
    };
    look({});
    return open;
}

void CodebookTree::setOpenNodes(const QStringList &nodes)
{
    restore({nodes.begin(), nodes.end()}, {});
}

void CodebookTree::restore(const QSet<QString> &open, const QModelIndex &parent)
{
    for (int row = 0; row < m_model->rowCount(parent); ++row) {
        const QModelIndex index = m_model->index(row, 0, parent);
        if (open.contains(nodeKey(index))) {
            setExpanded(index, true);
            restore(open, index);
        }
    }
}

void CodebookTree::keepingPlace(const std::function<void()> &change)
{
    const QStringList open = openNodes();
    const TermId term = currentTerm();
    const QString facet = currentIndex().data(CodebookModel::FacetRole).toString();
    const int scrolled = verticalScrollBar() ? verticalScrollBar()->value() : 0;
    m_keeping = true;
    change();
    setOpenNodes(open);
    const QModelIndex place = term ? m_model->indexOf(term) : m_model->indexOfFacet(facet);
    if (place.isValid())
        setCurrentIndex(place);
    verticalScrollBar()->setValue(scrolled);
    m_keeping = false;
    if (currentTerm() != term)
        Q_EMIT currentTermChanged(currentTerm());
}

void CodebookTree::select(TermId term)
{
    const QModelIndex index = m_model->indexOf(term);
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    scrollTo(index);
}

TermId CodebookTree::currentTerm() const
{
    return TermId{currentIndex().data(CodebookModel::TermRole).toLongLong()};
}

void CodebookTree::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (!m_keeping)
        Q_EMIT currentTermChanged(currentTerm());
}

void CodebookTree::keyPressEvent(QKeyEvent *event)
{
    const bool alone = event->modifiers() == Qt::NoModifier;
    if (event->modifiers() == Qt::AltModifier &&
        (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        if (const auto before = m_model->destination(currentIndex(), event->key() == Qt::Key_Up ? -1 : 1))
            Q_EMIT moveWanted(currentTerm(), *before);
        return;
    }
    if (alone && event->key() == Qt::Key_F2 && currentTerm()) {
        Q_EMIT editWanted();
        return;
    }
    if (isPlainEnter(*event) && !currentTerm()) {
        setExpanded(currentIndex(), !isExpanded(currentIndex()));
        return;
    }
    QTreeView::keyPressEvent(event);
}

} // namespace seamfinder
