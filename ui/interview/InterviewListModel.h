#pragma once

#include "core/catalogue/ReadInterviews.h"

#include <QAbstractTableModel>

namespace seamfinder {

/// The interviews of a study, newest first: participant, state, date, protocol, examples, gaps.
class InterviewListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int protocolColumn = 3;

    using QAbstractTableModel::QAbstractTableModel;

    void setInterviews(QVector<Interview> interviews);
    /// None where there is no such row.
    [[nodiscard]] InterviewId interview(int row) const;
    /// -1 if it is not among them.
    [[nodiscard]] int rowOf(InterviewId interview) const;
    /// The newest interview in progress or paused, else the newest whose fields are still being completed; -1
    /// if there is none.
    [[nodiscard]] int firstUnfinished() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVector<Interview> m_interviews;
};

} // namespace seamfinder
