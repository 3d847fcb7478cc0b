#pragma once

#include <QStyledItemDelegate>

class QTreeView;

namespace seamfinder {

/// Rows of a tree with one column as high as their text is in the width that there is: of itself, the view
/// wraps words, but keeps each row one line high.
class WrappedRows final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit WrappedRows(QTreeView &view);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTreeView &m_view;
    const QObject *m_viewport;
};

} // namespace seamfinder
