#include "ui/gaps/GapsPanes.h"

#include "ui/common/Colors.h"
#include "ui/common/ElidedLabel.h"
#include "ui/common/FlowLayout.h"
#include "ui/common/Icons.h"
#include "ui/common/SectionHeading.h"
#include "ui/gaps/HeatMapView.h"
#include "ui/gaps/HeatScale.h"
#include "ui/gaps/RankingView.h"
#include "ui/gaps/Segments.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

QComboBox *dimensionBox(const QString &name, Dimension chosen, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    for (const DimensionInfo &info : dimensions()) {
        if (info.forCharts)
            box->addItem(label(info.dimension), int(info.dimension));
    }
    box->setCurrentIndex(box->findData(int(chosen)));
    box->setAccessibleName(name);
    box->setMaxVisibleItems(30);
    return box;
}

Dimension dimensionOf(const QComboBox *box)
{
    return Dimension(box->currentData().toInt());
}

/// A label and its control, kept together when the line wraps.
QWidget *named(const QString &text, QWidget *control, QWidget *parent)
{
    auto *pair = new QWidget(parent);
    auto *line = new QHBoxLayout(pair);
    line->setContentsMargins(0, 0, 8, 0);
    line->setSpacing(6);
    auto *name = new QLabel(text, pair);
    name->setBuddy(control);
    line->addWidget(name);
    line->addWidget(control);
    return pair;
}

QLabel *sizeLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setWordWrap(true);
    return label;
}

QVBoxLayout *paneColumn(QWidget *pane)
{
    pane->setAutoFillBackground(true);
    pane->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(14, 10, 10, 10);
    column->setSpacing(4);
    return column;
}

} // namespace

GapsControls::GapsControls(QWidget *parent)
    : QWidget(parent)
    , rows(dimensionBox(tr("Rows"), Dimension::ItemElement, this))
    , columns(dimensionBox(tr("Columns"), Dimension::NeededBy, this))
    , counting(new Segments(
          tr("Count"), {label(CountBy::Participants), label(CountBy::Examples), label(CountBy::Gaps)}, this))
    , follow(new Segments(tr("Filter"), {tr("Catalogue's"), tr("Own")}, this))
    , expected(new QCheckBox(tr("Outline the expected flow"), this))
    , m_rowsBefore(rows->currentIndex())
    , m_columnsBefore(columns->currentIndex())
{
    rows->setObjectName(u"gapsRows"_s);
    columns->setObjectName(u"gapsColumns"_s);
    counting->setObjectName(u"gapsCounting"_s);
    follow->setObjectName(u"gapsFollow"_s);
    expected->setObjectName(u"gapsExpected"_s);
    counting->setChoiceToolTip(0, tr("How many people report it"));
    counting->setChoiceToolTip(1, tr("How many stories show it"));
    counting->setChoiceToolTip(2, tr("How many single pieces of information were missing"));
    follow->setChoiceToolTip(Catalogue, tr("Count what the catalogue is limited to"));
    follow->setChoiceToolTip(Own, tr("Count with a filter that only this place has"));
    expected->setToolTip(
        tr("Cells in which the codebook expects this role to provide or need the information"));

    auto *swap = new QToolButton(this);
    swap->setObjectName(u"gapsSwap"_s);
    swap->setIcon(seamfinder::icon(u"exchange-positions"));
    swap->setText(tr("Swap rows and columns"));
    swap->setToolTip(swap->text());
    swap->setAccessibleName(swap->text());
    swap->setAutoRaise(true);
    swap->setFocusPolicy(Qt::StrongFocus);
    connect(swap, &QToolButton::clicked, this, [this] {
        setDimensions(columnDimension(), rowDimension());
        Q_EMIT dimensionsChanged();
    });

    auto *flow = new FlowLayout(this, 8);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->addWidget(named(tr("Rows"), rows, this));
    flow->addWidget(swap);
    flow->addWidget(named(tr("Columns"), columns, this));
    flow->addWidget(named(tr("Count"), counting, this));
    flow->addWidget(named(tr("Filter"), follow, this));
    flow->addWidget(expected);

    connect(rows, &QComboBox::currentIndexChanged, this,
            [this] { keepApart(rows, columns, m_rowsBefore, m_columnsBefore); });
    connect(columns, &QComboBox::currentIndexChanged, this,
            [this] { keepApart(columns, rows, m_columnsBefore, m_rowsBefore); });
}

void GapsControls::keepApart(const QComboBox *changed, QComboBox *other, int before, int otherBefore)
{
    // A dimension crossed with itself has cells that no filter can name; what was there trades places.
    if (changed->currentIndex() == otherBefore) {
        const QSignalBlocker quiet(other);
        other->setCurrentIndex(before);
    }
    m_rowsBefore = rows->currentIndex();
    m_columnsBefore = columns->currentIndex();
    Q_EMIT dimensionsChanged();
}

Dimension GapsControls::rowDimension() const
{
    return dimensionOf(rows);
}

Dimension GapsControls::columnDimension() const
{
    return dimensionOf(columns);
}

void GapsControls::setDimensions(Dimension rowDimension, Dimension columnDimension)
{
    const int row = rows->findData(int(rowDimension)), column = columns->findData(int(columnDimension));
    if (row < 0 || column < 0 || row == column)
        return;
    const QSignalBlocker quietRows(rows), quietColumns(columns);
    rows->setCurrentIndex(row);
    columns->setCurrentIndex(column);
    m_rowsBefore = row;
    m_columnsBefore = column;
}

HeatPane::HeatPane(QWidget *parent)
    : QWidget(parent)
    , view(new HeatMapView(this))
    , m_heading(new SectionHeading({}, SectionHeading::Level::Pane, this))
    , m_size(sizeLabel(this))
    , m_scale(new HeatScale(this))
    , m_current(new ElidedLabel({}, this))
{
    view->setObjectName(u"heatMap"_s);
    m_size->setObjectName(u"heatMapSize"_s);
    m_current->setMuted(true);
    auto *column = paneColumn(this);
    column->addWidget(m_heading);
    column->addWidget(m_size);
    column->addSpacing(4);
    column->addWidget(view, 1);
    column->addWidget(m_current);
    column->addWidget(m_scale);
    setMinimumWidth(fontMetrics().averageCharWidth() * 50);
}

void HeatPane::setMap(HeatMap map)
{
    m_heading->setTitle(titleOf(map));
    m_size->setText(sizeText(map.total));
    m_scale->setScale(label(map.counting), map.largest(), !map.expected.isEmpty());
    view->setMap(std::move(map));
}

void HeatPane::describe(const QString &text)
{
    m_current->setText(text);
}

void HeatPane::addTrailing(QWidget *widget)
{
    m_heading->addTrailing(widget);
}

RankingPane::RankingPane(QWidget *parent)
    : QWidget(parent)
    , view(new RankingView(this))
    , ranked(dimensionBox(tr("Ranking of"), Dimension::Item, this))
    , m_heading(new SectionHeading(tr("Ranking"), SectionHeading::Level::Pane, this))
    , m_size(sizeLabel(this))
{
    view->setObjectName(u"ranking"_s);
    ranked->setObjectName(u"gapsRanked"_s);
    m_size->setObjectName(u"rankingSize"_s);
    auto *column = paneColumn(this);
    column->addWidget(m_heading);
    column->addWidget(ranked);
    column->addWidget(m_size);
    column->addSpacing(4);
    column->addWidget(view, 1);
    setMinimumWidth(fontMetrics().averageCharWidth() * 30);
}

void RankingPane::setChart(BarChart chart)
{
    m_size->setText(sizeText(chart.total));
    view->setChart(std::move(chart));
}

Dimension RankingPane::dimension() const
{
    return dimensionOf(ranked);
}

void RankingPane::setDimension(Dimension dimension)
{
    const QSignalBlocker quiet(ranked);
    if (const int index = ranked->findData(int(dimension)); index >= 0)
        ranked->setCurrentIndex(index);
}

void RankingPane::addTrailing(QWidget *widget)
{
    m_heading->addTrailing(widget);
}

} // namespace seamfinder
