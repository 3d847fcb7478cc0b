#pragma once

#include "core/analysis/Counts.h"

#include <memory>
#include <QAbstractListModel>
#include <QHash>
#include <QSet>

namespace seamfinder {

class DimensionLabels;

/// The lines of the facet panel: group headings, facets that fold, and their values with counts. A list and
/// not a tree, so that what is folded survives new counts.
class FacetModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using Counts = QHash<Dimension, QVector<ValueCount>>;
    enum Kind : quint8 { Group, Facet, Value, More };
    enum Role { LineRole = Qt::UserRole }; ///< the row, for `line`

    struct Line
    {
        Kind kind = Group;
        Dimension dimension{};
        DimensionValue value{};
        QString text{};
        UnitCounts counts{};
        bool chosen = false;   ///< Value: in the filter
        bool unfolded = false; ///< Facet
        int number = 0;        ///< Facet: values chosen; More: values not shown

        [[nodiscard]] bool isSameAs(const Line &other) const
        {
            return kind == other.kind && dimension == other.dimension && value == other.value &&
                   text == other.text;
        }
    };

    explicit FacetModel(QObject *parent = nullptr);

    void setNames(std::shared_ptr<const DimensionLabels> names);
    void setFilter(const Filter &filter);
    /// Counts of some dimensions; the others keep theirs.
    void setCounts(const Counts &counts);
    void forgetCounts();
    /// Only values whose label has all these words, in every facet; empty: as folded.
    void setTyped(const QString &text);

    void setUnfolded(Dimension dimension, bool unfolded);
    void showAllOf(Dimension dimension);
    [[nodiscard]] const QSet<Dimension> &unfolded() const { return m_unfolded; }
    void setUnfolded(const QSet<Dimension> &dimensions);

    /// The dimensions whose counts are on show.
    [[nodiscard]] QVector<Dimension> wanted() const;
    [[nodiscard]] const Line &line(int row) const { return m_lines[row]; }
    [[nodiscard]] int rowOf(const Line &line) const;
    [[nodiscard]] int rowOf(Dimension dimension, DimensionValue value) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void rebuild();
    void addFacet(QVector<Line> &lines, Dimension dimension) const;
    [[nodiscard]] QVector<Line> valuesOf(Dimension dimension) const;

    std::shared_ptr<const DimensionLabels> m_names;
    Filter m_filter;
    Counts m_counts;
    QStringList m_words;
    QSet<Dimension> m_unfolded;
    QSet<Dimension> m_whole; ///< shown in full, however long
    QVector<Line> m_lines;
};

} // namespace seamfinder
