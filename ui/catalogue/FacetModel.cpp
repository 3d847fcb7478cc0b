#include "ui/catalogue/FacetModel.h"

#include "core/analysis/DimensionLabels.h"
#include "ui/report/ChartData.h"

#include <QLocale>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

/// A facet longer than this shows its first values and a line that opens the rest.
constexpr int shortList = 12;

constexpr std::array groups{
    QT_TRANSLATE_NOOP("FacetModel", "Example"),
    QT_TRANSLATE_NOOP("FacetModel", "Information gap"),
    QT_TRANSLATE_NOOP("FacetModel", "Interview"),
};

constexpr std::array interviewDimensions{Dimension::Participant, Dimension::ParticipantRole,
                                         Dimension::System, Dimension::Interview, Dimension::Coder};

int groupOf(const DimensionInfo &dimension)
{
    if (dimension.ofGap)
        return 1;
    return std::find(interviewDimensions.begin(), interviewDimensions.end(), dimension.dimension) !=
                   interviewDimensions.end()
               ? 2
               : 0;
}

} // namespace

FacetModel::FacetModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_names(std::make_shared<const DimensionLabels>())
    , m_unfolded{Dimension::Element, Dimension::Effect, Dimension::Status, Dimension::Owner,
                 Dimension::NeededBy}
{
    rebuild();
}

void FacetModel::setNames(std::shared_ptr<const DimensionLabels> names)
{
    m_names = std::move(names);
    rebuild();
}

void FacetModel::setFilter(const Filter &filter)
{
    m_filter = filter;
    rebuild();
}

void FacetModel::setCounts(const Counts &counts)
{
    for (auto it = counts.begin(); it != counts.end(); ++it)
        m_counts.insert(it.key(), it.value());
    rebuild();
}

void FacetModel::forgetCounts()
{
    m_counts.clear();
    rebuild();
}

void FacetModel::setTyped(const QString &text)
{
    m_words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    rebuild();
}

void FacetModel::setUnfolded(Dimension dimension, bool unfolded)
{
    if (unfolded)
        m_unfolded.insert(dimension);
    else
        m_unfolded.remove(dimension);
    m_whole.remove(dimension);
    rebuild();
}

void FacetModel::setUnfolded(const QSet<Dimension> &dimensions)
{
    m_unfolded = dimensions;
    rebuild();
}

void FacetModel::showAllOf(Dimension dimension)
{
    m_whole.insert(dimension);
    rebuild();
}

QVector<Dimension> FacetModel::wanted() const
{
    QVector<Dimension> result;
    for (const DimensionInfo &one : dimensions()) {
        if (!m_words.isEmpty() || m_unfolded.contains(one.dimension) ||
            m_filter.values.contains(one.dimension))
            result.append(one.dimension);
    }
    return result;
}

int FacetModel::rowOf(const Line &wantedLine) const
{
    const auto found = std::find_if(m_lines.begin(), m_lines.end(), [&](const Line &one) {
        return one.kind == wantedLine.kind && one.dimension == wantedLine.dimension &&
               one.value == wantedLine.value && (one.kind != Group || one.text == wantedLine.text);
    });
    return found == m_lines.end() ? -1 : int(found - m_lines.begin());
}

int FacetModel::rowOf(Dimension dimension, DimensionValue value) const
{
    return rowOf({.kind = Value, .dimension = dimension, .value = value});
}

QVector<FacetModel::Line> FacetModel::valuesOf(Dimension dimension) const
{
    QVector<Line> lines;
    const auto add = [&](DimensionValue value, const UnitCounts &counts) {
        lines.append({.kind = Value,
                      .dimension = dimension,
                      .value = value,
                      .text = m_names->label(dimension, value),
                      .counts = counts,
                      .chosen = m_filter.has(dimension, value)});
    };
    const QVector<ValueCount> counts = m_counts.value(dimension);
    for (const ValueCount &one : counts)
        add(one.value, one.counts);
    for (const DimensionValue value : m_filter.values.value(dimension)) {
        if (std::none_of(counts.begin(), counts.end(),
                         [&](const ValueCount &one) { return one.value == value; }))
            add(value, {});
    }
    std::stable_sort(lines.begin(), lines.end(), [&](const Line &a, const Line &b) {
        const bool aNone = a.value == DimensionValue{};
        const bool bNone = b.value == DimensionValue{};
        if (aNone != bNone)
            return bNone;
        if (dimension == Dimension::Flow && a.counts.examples != b.counts.examples)
            return a.counts.examples > b.counts.examples; // most pairs of roles are rare
        return m_names->comesBefore(dimension, a.value, b.value);
    });
    return lines;
}

void FacetModel::addFacet(QVector<Line> &lines, Dimension dimension) const
{
    QVector<Line> values = valuesOf(dimension);
    const QString name = label(dimension);
    const auto matches = [this](const QString &text) {
        return std::all_of(m_words.begin(), m_words.end(),
                           [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
    };
    const bool typed = !m_words.isEmpty();
    if (typed && !matches(name))
        values.removeIf([&matches](const Line &one) { return !matches(one.text); });
    if (typed && values.isEmpty())
        return;
    const bool unfolded = typed || m_unfolded.contains(dimension);
    lines.append({.kind = Facet,
                  .dimension = dimension,
                  .text = name,
                  .unfolded = unfolded,
                  .number = int(m_filter.values.value(dimension).size())});
    if (!unfolded) {
        // What limits the list never hides in a folded facet.
        values.removeIf([](const Line &one) { return !one.chosen; });
    }
    int shown = int(values.size());
    if (!typed && !m_whole.contains(dimension) && shown > shortList + 2) {
        const auto lastChosen =
            std::find_if(values.rbegin(), values.rend(), [](const Line &one) { return one.chosen; });
        shown = std::max(shortList, int(values.rend() - lastChosen));
    }
    lines += values.mid(0, shown);
    if (shown < values.size()) {
        const int rest = int(values.size()) - shown;
        lines.append({.kind = More,
                      .dimension = dimension,
                      .text = tr("Show %n more", nullptr, rest),
                      .number = rest});
    }
}

void FacetModel::rebuild()
{
    QVector<Line> lines;
    for (size_t group = 0; group < groups.size(); ++group) {
        QVector<Line> members;
        if (group == 2) {
            for (const Dimension one : interviewDimensions)
                addFacet(members, one);
        } else {
            for (const DimensionInfo &one : dimensions()) {
                if (groupOf(one) == int(group))
                    addFacet(members, one.dimension);
            }
        }
        if (members.isEmpty())
            continue;
        lines.append({.kind = Group, .text = tr(groups[group])});
        lines += members;
    }
    const bool same = std::equal(lines.begin(), lines.end(), m_lines.begin(), m_lines.end(),
                                 [](const Line &a, const Line &b) { return a.isSameAs(b); });
    if (same) {
        m_lines = lines;
        if (!m_lines.isEmpty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_lines = lines;
    endResetModel();
}

int FacetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant FacetModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const Line &one = m_lines[index.row()];
    switch (role) {
    case LineRole:
        return index.row();
    case Qt::DisplayRole:
        return one.text;
    case Qt::CheckStateRole:
        return one.kind == Value ? QVariant(one.chosen ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::ToolTipRole:
        return one.kind == Value
                   ? u"<p>"_s + one.text.toHtmlEscaped() + u"<br>"_s + countsText(one.counts) + u"</p>"_s
                   : QVariant();
    case Qt::AccessibleTextRole:
        switch (one.kind) {
        case Facet:
            return one.unfolded ? tr("%1, unfolded").arg(one.text) : tr("%1, folded").arg(one.text);
        case Value:
            return tr("%1, %2", "value, counts").arg(one.text, countsText(one.counts));
        default:
            return one.text;
        }
    default:
        return {};
    }
}

Qt::ItemFlags FacetModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || m_lines[index.row()].kind == Group)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace seamfinder
