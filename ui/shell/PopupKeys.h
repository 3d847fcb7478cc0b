#pragma once

#include <QObject>

namespace seamfinder {

/// While a menu or another popup is open, what is typed is for it alone. Qt asks the shortcuts first, and
/// those of the list that has the focus behind the menu (letters that code, Delete) would do their work
/// unseen. Keys with Ctrl or Alt and function keys stay commands.
class PopupKeys final : public QObject
{
    Q_OBJECT

public:
    /// For every popup of the application, as long as this lives.
    explicit PopupKeys(QObject *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace seamfinder
