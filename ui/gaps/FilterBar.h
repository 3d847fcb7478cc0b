#pragma once

#include "core/analysis/DimensionLabels.h"
#include "core/domain/Filter.h"

#include <functional>
#include <QPointer>
#include <QWidget>

class QPushButton;

namespace seamfinder {

class FlowLayout;
class TermPicker;

/// The filter that the charts follow, as chips. An own filter can be changed here; the catalogue's is only
/// shown, and a chip leads there.
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);
    ~FilterBar() override;

    void setFilter(const Filter &filter, const DimensionLabels &names);
    /// Whether chips can be removed and added.
    void setEditable(bool editable);

    struct Offer
    {
        DimensionValue value;
        int examples = 0;
    };
    /// Answers `valuesWanted`: opens the list of values.
    void offer(Dimension dimension, const QVector<Offer> &values, const DimensionLabels &names);

Q_SIGNALS:
    void filterChanged(const seamfinder::Filter &filter);
    /// The user wants to limit this dimension: which values are there?
    void valuesWanted(seamfinder::Dimension dimension);
    void catalogueWanted();

private:
    void rebuild();
    void chooseDimension();
    void addChip(const QString &text, std::function<void()> remove, Dimension dimension, bool isText);

    Filter m_filter;
    DimensionLabels m_names;
    bool m_editable = false;
    FlowLayout *m_flow;
    QPushButton *m_add;
    QPointer<TermPicker> m_dimensions; ///< their parent is the window while they are open
    QPointer<TermPicker> m_values;
    QVector<DimensionValue> m_offered;
    Dimension m_offeredFor = Dimension::Element;
};

} // namespace seamfinder
