#pragma once

#include <QObject>
#include <QTimer>

namespace seamfinder {

/// Undo may lead to another workspace while somebody types. What they type next was meant for where they
/// were: it must not change a field, open a picker or code something there. It is held off until they look up
/// (a moment without a key), go somewhere by a key, or take the mouse. Commands with Ctrl work all the time.
class HeldKeys final : public QObject
{
    Q_OBJECT

public:
    explicit HeldKeys(QObject *parent = nullptr);

    void hold();
    [[nodiscard]] bool isHolding() const { return m_pause.isActive(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void release();

    QTimer m_pause;
};

} // namespace seamfinder
