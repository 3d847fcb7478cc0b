#pragma once

#include "ui/shell/HelpPlaces.h"

#include <QPointer>
#include <QWidget>

class QListWidget;
class QTextBrowser;

namespace seamfinder {

class Settings;

/// The help pages (resources/help), in a window that stays beside the work: it opens at where one is, out of
/// the way of what is typed, and does not take the keys until it is asked for once more.
class HelpWindow final : public QWidget
{
    Q_OBJECT

public:
    /// `parent` is the window it belongs to, and above which it stays; it is a window of its own all the
    /// same, whose place `settings` remember.
    HelpWindow(Settings &settings, QWidget *parent);

    /// What Help means while `from` has the keys, or what is outside of the workspace `shown`: the page for
    /// it; if that is shown already, into the help; from the help, back. Whether a page came up beside the
    /// work.
    bool help(QWidget *from, QWidget *shown);
    [[nodiscard]] HelpPlace place() const { return m_place; }

private:
    void addPages();
    void showPlace(const HelpPlace &place);
    void putBeside(const QWidget *from);
    void giveBack();
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

    Settings &m_settings;
    QListWidget *m_pages;
    QTextBrowser *m_text;
    HelpPlace m_place;
    QPointer<QWidget> m_cameFrom; ///< the window that gets the keys back
};

/// The name, version, licence and libraries, in a small window that blocks nothing.
void showAbout(QWidget *window);

} // namespace seamfinder
