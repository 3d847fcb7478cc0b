#pragma once

#include <QKeySequenceEdit>

namespace seamfinder {

/// Takes one key, at once: Qt's own field waits a second for a second one. Tab goes on and Esc leaves, as in
/// every field.
class KeyField final : public QKeySequenceEdit
{
    Q_OBJECT

public:
    explicit KeyField(QWidget *parent = nullptr);

Q_SIGNALS:
    void pressed(const QKeySequence &keys);
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
};

} // namespace seamfinder
