#include "ui/study/OverviewModel.h"

#include "ui/common/InterviewState.h"

#include <algorithm>
#include <QDateTime>
#include <QLocale>

namespace seamfinder {

using namespace Qt::StringLiterals;

void OverviewModel::setRows(const QVector<OverviewRow> &rows)
{
    beginResetModel();
    m_given = rows;
    arrange();
    endResetModel();
}

int OverviewModel::rowOf(InterviewId interview) const
{
    for (qsizetype i = 0; interview && i < m_rows.size(); ++i) {
        if (m_rows[i].interview == interview)
            return int(i);
    }
    return -1;
}

int OverviewModel::rowOf(ParticipantId participant) const
{
    for (qsizetype i = 0; participant && i < m_rows.size(); ++i) {
        if (m_rows[i].participants.contains(participant))
            return int(i);
    }
    return -1;
}

void OverviewModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    beginResetModel();
    arrange();
    endResetModel();
}

void OverviewModel::arrange()
{
    m_rows = m_given;
    const auto number = [this](const OverviewRow &row) -> qint64 {
        switch (m_sortColumn) {
        case Date:
            return row.date.value_or(0);
        case Minutes:
            return row.minutes.value_or(0);
        case Examples:
            return row.examples;
        case Gaps:
            return row.gaps;
        case Open:
            return row.openExamples;
        case NewItems:
            return row.step ? row.step->fresh : -1;
        default:
            return 0;
        }
    };
    const auto less = [&](const OverviewRow &one, const OverviewRow &other) {
        if (m_sortColumn == Who)
            return QString::localeAwareCompare(one.who, other.who) < 0;
        if (m_sortColumn == State)
            return stateLabel(one.state) < stateLabel(other.state);
        return number(one) < number(other);
    };
    if (m_sortColumn < 0)
        return;
    std::stable_sort(m_rows.begin(), m_rows.end(), [&](const OverviewRow &one, const OverviewRow &other) {
        return m_sortOrder == Qt::AscendingOrder ? less(one, other) : less(other, one);
    });
}

int OverviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int OverviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString OverviewModel::text(const OverviewRow &row, int column) const
{
    const bool held = interview_state::isHeld(row.state);
    switch (column) {
    case Who:
        return row.who.isEmpty() ? tr("Nobody yet") : row.who;
    case State:
        return stateLabel(row.state);
    case Date:
        return row.date ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(*row.date).date(),
                                             QLocale::ShortFormat)
                        : QString();
    case Minutes:
        if (row.minutes)
            return QString::number(*row.minutes);
        return row.planned ? tr("%1 planned").arg(*row.planned) : QString();
    case Examples:
        return held || row.examples ? QString::number(row.examples) : QString();
    case Gaps:
        return held || row.gaps ? QString::number(row.gaps) : QString();
    case Open:
        return row.openExamples == 0   ? QString()
               : row.openExamples == 1 ? tr("1 example")
                                       : tr("%1 examples").arg(row.openExamples);
    case NewItems:
        return row.step ? QString::number(row.step->fresh) : QString();
    default:
        return {};
    }
}

QVariant OverviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const OverviewRow &row = m_rows[index.row()];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case SecondaryRole:
        return column == Who ? row.roles : QString();
    case ToneRole:
        return int(stateTone(row.state));
    case Qt::TextAlignmentRole:
        return column == Minutes || column == Examples || column == Gaps || column == NewItems
                   ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                   : QVariant(Qt::AlignLeading | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        if (column == Who)
            return row.protocol.isEmpty() ? row.roles : QString(row.roles + u'\n' + row.protocol);
        if (column == Open && !row.open.isEmpty()) {
            QStringList parts;
            for (const auto &[field, examples] : row.open)
                parts.append(u"%1 (%2)"_s.arg(label(field)).arg(examples));
            return tr("Open: %1").arg(parts.join(u", "_s));
        }
        if (column == NewItems && row.step)
            return tr("%1 information items, %2 of them named by nobody before")
                .arg(row.step->named)
                .arg(row.step->fresh);
        return {};
    case Qt::AccessibleTextRole: {
        const QString shown = text(row, column);
        const QString more = column == Who && !row.roles.isEmpty() ? u", "_s + row.roles : QString();
        return QString(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() + u": "_s +
                       (shown.isEmpty() ? tr("none") : shown) + more);
    }
    default:
        return {};
    }
}

QVariant OverviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == Minutes || section == Examples || section == Gaps || section == NewItems
                   ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                   : QVariant(Qt::AlignLeading | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == NewItems)
        return tr("Information items that no earlier interview had named");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Who:
        return tr("Participant");
    case State:
        return tr("State");
    case Date:
        return tr("Date");
    case Minutes:
        return tr("Minutes");
    case Examples:
        return tr("Examples");
    case Gaps:
        return tr("Gaps");
    case Open:
        return tr("Open");
    case NewItems:
        return tr("New items");
    default:
        return {};
    }
}

} // namespace seamfinder
