#pragma once

#include "ui/catalogue/CatalogueModel.h"

#include <QTableView>

namespace seamfinder {

/// The table of the catalogue: whole rows, several at once; columns that can be moved, hidden and sorted.
/// Keeps what is current, chosen and in view by id while the rows change underneath.
class CatalogueTable : public QTableView
{
    Q_OBJECT

public:
    explicit CatalogueTable(CatalogueModel &model, QWidget *parent = nullptr);

    /// The current row; {0} if there is none.
    [[nodiscard]] CatalogueRow currentRow() const;
    /// The chosen rows from top to bottom.
    [[nodiscard]] QVector<CatalogueRow> chosenRows() const;
    [[nodiscard]] int chosenCount() const;
    /// False if it is not among the rows.
    bool goTo(qint64 id);
    /// Shows in the header how the rows are sorted, without asking for it.
    void setSort(SortKey key, Qt::SortOrder order);

    [[nodiscard]] QByteArray columnState() const;
    void restoreColumns(const QByteArray &state);
    /// Order, widths and hidden columns as they come.
    void resetColumns();

    void keyboardSearch(const QString &) override {} ///< would walk over a million rows; Ctrl+F finds

Q_SIGNALS:
    /// Another row became current, by the user or because the old one went. `byUser` false: rows changed.
    void currentRowChanged(const seamfinder::CatalogueRow &row, bool byUser);
    void chosenChanged();
    /// Enter or double click.
    void opened(const seamfinder::CatalogueRow &row);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void beforeReset();
    void afterReset();
    void fitRows();
    /// So that no word of a term is cut, as far as words go.
    [[nodiscard]] int leastWidth(CatalogueColumn column) const;
    void widenForTerms();
    void showColumnMenu(const QPoint &position);

    CatalogueModel &m_model;
    QByteArray m_defaultColumns;
    bool m_resetting = false;
    CatalogueRow m_current;
    int m_currentPlace = 0;
    int m_offset = 0; ///< of the current row from the top of the viewport, in pixels
    QSet<qint64> m_chosen;
};

} // namespace seamfinder
