#pragma once

#include <QWidget>

class QListWidget;

namespace seamfinder {

class EmptyState;

/// What the window shows while no study is open: make one, open one, or go on with a recent one.
class StartPage final : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);

    void setRecent(const QStringList &paths);

Q_SIGNALS:
    void newWanted();
    void openWanted();
    void recentChosen(const QString &path);

private:
    EmptyState *m_doors;
    QWidget *m_recentPart;
    QListWidget *m_recent;
};

} // namespace seamfinder
