#pragma once

#include <QObject>

namespace seamfinder {

/// Enter presses the button that has the focus, as Space does. Qt leaves it to Space alone outside of
/// dialogs, and who works by keyboard has Enter under the finger.
class EnterKey final : public QObject
{
    Q_OBJECT

public:
    /// For every button of the application, as long as this lives.
    explicit EnterKey(QObject *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace seamfinder
