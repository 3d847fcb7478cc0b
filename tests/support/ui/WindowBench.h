#pragma once

#include "ui/shell/MainWindow.h"
#include "ui/shell/Settings.h"
#include "ui/shell/Theme.h"
#include "ui/shell/Workspace.h"

#include <memory>
#include <QLineEdit>
#include <QTemporaryDir>

class QAction;

namespace seamfinder {
class MessageCard;
}

namespace seamfinder::test {

/// A workspace with two panes that counts what the window asks of it.
class FakeWorkspace : public Workspace
{
public:
    explicit FakeWorkspace(QString name);

    QString key() const override { return m_name; }
    QString title() const override { return m_name.toUpper(); }
    QString iconName() const override;
    QList<QWidget *> panes() const override { return {left, leftSecond, right}; }
    void focusDefault() override { left->setFocus(); }
    bool find() override;
    void flush() override { ++flushes; }
    void saveState(QSettings &settings) const override;
    void restoreState(QSettings &settings) override;

private:
    QString m_name;

public:
    QLineEdit *left, *leftSecond, *right;
    bool searchable = true;
    int finds = 0, flushes = 0;
};

/// The main window with three such workspaces, whose settings are a file of its own.
struct WindowBench
{
    QTemporaryDir folder;
    QString file = folder.filePath(QStringLiteral("settings.ini"));
    Settings settings{file};
    Theme theme{settings};
    std::unique_ptr<MainWindow> window = std::make_unique<MainWindow>(settings, theme);
    QList<FakeWorkspace *> places;

    void openStudy();
    void show(); ///< as the active window
    QAction *action(const QString &name) const;
    QList<MessageCard *> cards() const; ///< those that are seen
};

} // namespace seamfinder::test
