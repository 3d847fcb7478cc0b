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
    /// The filter is a look from the place of this name: a chip before the others takes all of it back.
    /// Empty: it is none.
    void setLook(const QString &from);

Q_SIGNALS:
    void removed(seamfinder::Dimension dimension, seamfinder::DimensionValue value);
    void textRemoved();
    void cleared();
    void binLeft();
    /// The look is to be taken back, without leaving; or with going back to where it came from.
    void lookRemoved();
    void lookLeft();

private:
    void rebuild();
    void add(FlowLayout *layout, Dimension dimension);
    void addButton(const QString &text, const QString &toolTip, void (FilterChips::*wanted)());

    const StudyNames &m_names;
    Filter m_filter;
    bool m_bin = false;
    QString m_lookFrom;
    FlowLayout *m_flow;
};

} // namespace seamfinder
