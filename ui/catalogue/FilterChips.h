#pragma once

#include "core/domain/Filter.h"

#include <QWidget>

namespace seamfinder {

class StudyNames;
class FlowLayout;

/// The filter as removable chips: "or" within a facet, facets beside one another. Limits on gaps stand in a
/// frame of their own, because they must hold for one and the same gap. Hidden while there is no filter.
class FilterChips : public QWidget
{
    Q_OBJECT

public:
    FilterChips(const StudyNames &names, QWidget *parent = nullptr);

    void setFilter(const Filter &filter);
    /// Shows one chip for the bin instead.
    void setBin(bool bin);

Q_SIGNALS:
    void removed(seamfinder::Dimension dimension, seamfinder::DimensionValue value);
    void textRemoved();
    void cleared();
    void binLeft();

private:
    void rebuild();
    void add(FlowLayout *layout, Dimension dimension);

    const StudyNames &m_names;
    Filter m_filter;
    bool m_bin = false;
    FlowLayout *m_flow;
};

} // namespace seamfinder
