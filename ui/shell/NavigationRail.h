#pragma once

#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace seamfinder {

/// The column of workspaces at the left edge: icon over label, the current one marked with the accent. Tab
/// enters at the current one, Up and Down move through them.
class NavigationRail final : public QWidget
{
    Q_OBJECT

public:
    explicit NavigationRail(QWidget *parent = nullptr);

    /// The tool tip names the key of the workspace at this place; the action that owns it is the window's.
    void addPlace(const QString &title, const QString &iconName);
    void clear();
    void setCurrent(int index);

Q_SIGNALS:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QVBoxLayout *m_column;
    QButtonGroup *m_group;
};

} // namespace seamfinder
