#pragma once

#include "ui/common/Colors.h"
#include "ui/study/StudyOverview.h"

#include <QAbstractTableModel>

namespace seamfinder {

/// Interviews, and participants without one, as a table.
class OverviewModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Who, State, Date, Open, Minutes, Examples, Gaps, NewItems, ColumnCount };
    enum Role { SecondaryRole = Qt::UserRole, ToneRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const QVector<OverviewRow> &rows);
    [[nodiscard]] const OverviewRow &row(int row) const { return m_rows[row]; }
    [[nodiscard]] int rowOf(InterviewId interview) const;
    [[nodiscard]] int rowOf(ParticipantId participant) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void arrange();
    [[nodiscard]] QString text(const OverviewRow &row, int column) const;

    QVector<OverviewRow> m_given; ///< in the order of the overview
    QVector<OverviewRow> m_rows;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace seamfinder
