#include "ui/gaps/FilterBar.h"

#include "ui/common/Chip.h"
#include "ui/common/FlowLayout.h"
#include "ui/common/Icons.h"
#include "ui/common/TermPicker.h"
#include "ui/report/ChartData.h"
#include "ui/report/FilterWords.h"

#include <QPushButton>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype mostInChip = 3;
}

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_flow(new FlowLayout(this))
    , m_add(nullptr)
    , m_dimensions(new TermPicker(TermPicker::Mode::Single, this))
    , m_values(new TermPicker(TermPicker::Mode::Multiple, this))
{
    m_flow->setContentsMargins(0, 0, 0, 0);
    QList<PickItem> items;
    for (const DimensionInfo &info : dimensions())
        items.append({.id = qint64(info.dimension) + 1,
                      .label = label(info.dimension),
                      .group = info.ofGap ? tr("Of the gap") : tr("Of the example")});
    m_dimensions->setItems(items);
    m_dimensions->setWhat(tr("Filter by"));
    connect(m_dimensions, &TermPicker::picked, this,
            [this](qint64 id) { Q_EMIT valuesWanted(Dimension(id - 1)); });
    connect(m_values, &TermPicker::chosenChanged, this, [this](const QList<qint64> &ids) {
        QVector<DimensionValue> chosen;
        for (const qint64 id : ids)
            chosen.append(m_offered[id - 1]);
        Filter filter = m_filter;
        if (chosen.isEmpty())
            filter.values.remove(m_offeredFor);
        else
            filter.values[m_offeredFor] = chosen;
        Q_EMIT filterChanged(filter);
    });
    rebuild();
}

FilterBar::~FilterBar()
{
    delete m_dimensions;
    delete m_values;
}

void FilterBar::setFilter(const Filter &filter, const DimensionLabels &names)
{
    m_filter = filter;
    m_names = names;
    rebuild();
}

void FilterBar::setEditable(bool editable)
{
    m_editable = editable;
    rebuild();
}

void FilterBar::addChip(const QString &text, std::function<void()> remove, Dimension dimension, bool isText)
{
    auto *chip = new Chip(text, this);
    chip->setRemovable(m_editable);
    chip->setToolTip(text);
    connect(chip, &Chip::removeRequested, this, std::move(remove));
    connect(chip, &QAbstractButton::clicked, this, [this, dimension, isText] {
        if (!m_editable)
            Q_EMIT catalogueWanted();
        else if (!isText)
            Q_EMIT valuesWanted(dimension);
    });
    m_flow->addWidget(chip);
}

void FilterBar::rebuild()
{
    // The picker may be open on the button, and the focus on a chip: the button stays, chips are few.
    const bool hadFocus = isAncestorOf(focusWidget()) && !m_values->isVisible();
    while (QLayoutItem *item = m_flow->takeAt(0)) {
        if (item->widget() != m_add)
            item->widget()->deleteLater();
        delete item;
    }
    for (auto it = m_filter.values.cbegin(); it != m_filter.values.cend(); ++it) {
        const Dimension dimension = it.key();
        addChip(
            isUsualStatus(m_filter, dimension) ? usualStatusInWords()
                                               : limitInWords(dimension, it.value(), m_names, mostInChip),
            [this, dimension] {
                Filter filter = m_filter;
                filter.values.remove(dimension);
                Q_EMIT filterChanged(filter);
            },
            dimension, false);
    }
    if (const QString text = m_filter.text.trimmed(); !text.isEmpty())
        addChip(
            textLimitInWords(text),
            [this] {
                Filter filter = m_filter;
                filter.text.clear();
                Q_EMIT filterChanged(filter);
            },
            {}, true);
    if (!m_add) {
        m_add = new QPushButton(seamfinder::icon(u"list-add"), tr("Add filter"), this);
        m_add->setObjectName(u"addFilter"_s);
        m_add->setFlat(true);
        connect(m_add, &QPushButton::clicked, this, &FilterBar::chooseDimension);
    }
    m_add->setVisible(m_editable);
    if (m_editable)
        m_flow->addWidget(m_add);
    setVisible(m_editable || !m_filter.isEmpty());
    if (hadFocus && m_editable)
        m_add->setFocus();
    updateGeometry();
}

void FilterBar::chooseDimension()
{
    m_dimensions->openAt(m_add);
}

void FilterBar::offer(Dimension dimension, const QVector<Offer> &values, const DimensionLabels &names)
{
    m_offeredFor = dimension;
    m_offered.clear();
    QList<PickItem> items;
    QList<qint64> chosen;
    const auto add = [&](DimensionValue value, const QString &text) {
        m_offered.append(value);
        items.append({.id = m_offered.size(), .label = text});
        if (m_filter.has(dimension, value))
            chosen.append(m_offered.size());
    };
    for (const Offer &offered : values)
        add(offered.value,
            u"%1 (%2)"_s.arg(valueLabel(names, dimension, offered.value)).arg(offered.examples));
    // A value that is chosen stays offered, also where nothing has it any more.
    for (const DimensionValue value : m_filter.values.value(dimension)) {
        if (!m_offered.contains(value))
            add(value, valueLabel(names, dimension, value) + u" (0)"_s);
    }
    m_values->setWhat(label(dimension));
    m_values->setItems(items);
    m_values->setChosen(chosen);
    m_values->openAt(m_add);
}

} // namespace seamfinder
