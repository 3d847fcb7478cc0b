#pragma once

#include <QWidget>

class QListWidget;
class QTextBrowser;

namespace seamfinder {

/// The help pages (resources/help), in a window that stays beside the work.
class HelpWindow final : public QWidget
{
    Q_OBJECT

public:
    /// `parent` is the window it belongs to; it is a window of its own all the same.
    explicit HelpWindow(QWidget *parent);

private:
    void addPages();
    void keyPressEvent(QKeyEvent *event) override;

    QListWidget *m_pages;
    QTextBrowser *m_text;
};

/// The name, version, licence and libraries, in a small window that blocks nothing.
void showAbout(QWidget *window);

} // namespace seamfinder
