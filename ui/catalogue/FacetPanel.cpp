#include "ui/catalogue/FacetPanel.h"

#include "core/catalogue/CatalogueOrder.h"
#include "core/catalogue/StudySession.h"
#include "ui/catalogue/CatalogueList.h"
#include "ui/catalogue/FacetDelegate.h"
#include "ui/common/Deliver.h"
#include "ui/common/SearchField.h"
#include "ui/common/SectionHeading.h"
#include "ui/common/StudyNames.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QScrollBar>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

FacetPanel::FacetPanel(StudySession &session, const StudyNames &names, const CatalogueList &list,
                       QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_names(names)
    , m_list(list)
    , m_heading(new SectionHeading(tr("Filters"), SectionHeading::Level::Pane, this))
    , m_search(new SearchField(tr("Find a filter"), this))
    , m_none(new QLabel(tr("No filter has these words. Esc clears them."), this))
    , m_view(new QListView(this))
    , m_model(new FacetModel(this))
{
    m_none->setObjectName(u"noFilter"_s);
    m_none->setWordWrap(true);
    m_none->setForegroundRole(QPalette::PlaceholderText);
    m_none->hide();
    m_view->setObjectName(u"facets"_s);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new FacetDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setAccessibleName(tr("Filters"));
    m_view->installEventFilter(this);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(6);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(8, 0, 8, 0);
    head->addWidget(m_heading);
    head->addWidget(m_search);
    head->addWidget(m_none);
    column->addLayout(head);
    column->addWidget(m_view, 1);
    setMinimumWidth(180);

    connect(m_search, &SearchField::searchChanged, this, [this](const QString &text) {
        keepPlace([&] { m_model->setTyped(text); });
        m_none->hide(); // until what is folded is counted, too
        count();
    });
    connect(m_search, &SearchField::escaped, this, &FacetPanel::left);
    connect(m_search, &SearchField::resultsWanted, this, [this] {
        m_view->setFocus(Qt::ShortcutFocusReason);
        for (int row = 0; row < m_model->rowCount(); ++row) {
            if (m_model->line(row).kind == FacetModel::Value) {
                m_view->setCurrentIndex(m_model->index(row));
                break;
            }
        }
    });
    connect(m_view, &QListView::clicked, this, [this](const QModelIndex &index) { activate(index.row()); });
    connect(&m_list, &CatalogueList::changed, this, &FacetPanel::count);
    const auto name = [this] { keepPlace([this] { m_model->setNames(m_names.names()); }); };
    connect(&m_names, &StudyNames::changed, this, name);
    name();
}

void FacetPanel::setFilter(const Filter &filter)
{
    m_filter = filter;
    keepPlace([this] { m_model->setFilter(m_filter); });
}

QStringList FacetPanel::unfolded() const
{
    QStringList keys;
    for (const Dimension one : m_model->unfolded())
        keys << QString(info(one).key);
    keys.sort();
    return keys;
}

void FacetPanel::setUnfolded(const QStringList &keys)
{
    QSet<Dimension> unfolded;
    for (const QString &key : keys) {
        if (const DimensionInfo *one = dimensionByKey(key))
            unfolded.insert(one->dimension);
    }
    keepPlace([&] { m_model->setUnfolded(unfolded); });
    count();
}

void FacetPanel::setNote(const QString &note)
{
    m_heading->setNote(note);
}

void FacetPanel::count()
{
    const auto selection = m_list.selection();
    const auto columns = m_list.columns();
    if (!selection || !columns || m_list.isWaiting())
        return; // the numbers on show belong to the rows on show until both change
    const Generation::Ticket ticket = m_generation.next();
    const auto countAll = [selection, columns, filter = m_list.filter(),
                           wanted = m_model->wanted()](Connection &db) {
        std::optional<std::vector<qint64>> hits;
        const bool searches = !filter.text.trimmed().isEmpty();
        FacetModel::Counts counts;
        QVector<Dimension> free;
        for (const Dimension dimension : wanted) {
            if (!filter.values.contains(dimension)) {
                free << dimension;
                continue;
            }
            if (searches && !hits)
                hits = searchText(db, filter.text);
            Filter without = filter;
            without.values.remove(dimension);
            counts.insert(dimension, countValues(*columns, select(*columns, without, hits), dimension));
        }
        const QVector<QVector<ValueCount>> counted = countValues(*columns, *selection, free);
        for (qsizetype i = 0; i < free.size(); ++i)
            counts.insert(free[i], counted[i]);
        return counts;
    };
    deliver(
        m_session.jobs().run(ticket, countAll), ticket, this,
        [this](const FacetModel::Counts &counts) {
            keepPlace([&] { m_model->setCounts(counts); });
            m_none->setVisible(!m_search->text().trimmed().isEmpty() && m_model->rowCount() == 0);
        },
        [this](const std::exception_ptr &error) { Q_EMIT failed(error); });
}

void FacetPanel::activate(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    const FacetModel::Line line = m_model->line(row);
    switch (line.kind) {
    case FacetModel::Group:
        break;
    case FacetModel::Facet:
        fold(row, !line.unfolded);
        break;
    case FacetModel::Value:
        Q_EMIT toggled(line.dimension, line.value);
        break;
    case FacetModel::More:
        keepPlace([&] { m_model->showAllOf(line.dimension); });
        break;
    }
}

void FacetPanel::fold(int row, bool unfolded)
{
    const Dimension dimension = m_model->line(row).dimension;
    keepPlace([&] { m_model->setUnfolded(dimension, unfolded); });
    if (unfolded)
        count();
}

void FacetPanel::keepPlace(const std::function<void()> &change)
{
    const int row = m_view->currentIndex().row();
    const std::optional<FacetModel::Line> current =
        row >= 0 ? std::optional(m_model->line(row)) : std::nullopt;
    const int scrolled = m_view->verticalScrollBar()->value();
    change();
    if (current && m_view->currentIndex().row() < 0) {
        const int now = m_model->rowOf(*current);
        if (now >= 0)
            m_view->setCurrentIndex(m_model->index(now));
    }
    m_view->verticalScrollBar()->setValue(scrolled);
}

bool FacetPanel::eventFilter(QObject *watched, QEvent *event)
{
    // Where the keys go is seen. Not by the mouse: the list would move under it.
    if (watched == m_view && event->type() == QEvent::FocusIn && !m_view->currentIndex().isValid() &&
        static_cast<QFocusEvent *>(event)->reason() != Qt::MouseFocusReason) {
        for (int row = 0; row < m_model->rowCount(); ++row) {
            if (m_model->line(row).kind != FacetModel::Group) {
                m_view->setCurrentIndex(m_model->index(row));
                break;
            }
        }
    }
    if (watched != m_view || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const int row = m_view->currentIndex().row();
    if (key->key() == Qt::Key_Escape && key->modifiers() == Qt::NoModifier) {
        Q_EMIT left();
        return true;
    }
    if (row < 0 || key->modifiers() & ~Qt::KeypadModifier)
        return false;
    const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
    switch (key->key()) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activate(row);
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const bool unfold = (key->key() == Qt::Key_Right) != rightToLeft;
        const FacetModel::Line line = m_model->line(row);
        if (line.kind == FacetModel::Facet && line.unfolded != unfold)
            fold(row, unfold);
        else if (!unfold)
            m_view->setCurrentIndex(
                m_model->index(m_model->rowOf({.kind = FacetModel::Facet, .dimension = line.dimension})));
        return true;
    }
    default:
        return false;
    }
}

} // namespace seamfinder
