#pragma once

#include "ui/study/OverviewModel.h"

#include <QTableView>

namespace seamfinder {

/// The study's interviews and participants. Enter or a double click opens the line; a click on a count opens
/// what it counts.
class OverviewTable final : public QTableView
{
    Q_OBJECT

public:
    explicit OverviewTable(QWidget *parent = nullptr);

    /// Keeps the current line and what is scrolled to.
    void setRows(const QVector<OverviewRow> &rows);
    [[nodiscard]] OverviewModel *overviewModel() const { return m_model; }
    [[nodiscard]] const OverviewRow *current() const;
    void selectParticipant(ParticipantId participant);

Q_SIGNALS:
    void currentRowChanged();
    void opened();
    /// A click on the line's examples or gaps (`onlyOpen` false) or on what is open.
    void examplesWanted(bool onlyOpen);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitColumns();
    void fitRows();

    OverviewModel *m_model;
    bool m_filling = false;
};

} // namespace seamfinder
