#pragma once

#include <deque>
#include <QObject>
#include <QTimer>

class QKeyEvent;
class QWidget;

namespace seamfinder {

/// Keeps what is typed between a command and the field that it leads to. Making a row or writing an answer
/// takes a moment; without this, the first letters would go into the field that one has just left.
class TypeAhead final : public QObject
{
    Q_OBJECT

public:
    /// For the keys of the window of `part`.
    explicit TypeAhead(QWidget &part);
    ~TypeAhead() override;

    /// From now on keys wait, until release() or, where what was asked for does not come, for so long.
    void hold(int milliseconds);
    /// They go where the focus is, one after the other; a command among them may hold the rest again.
    void release();
    [[nodiscard]] bool isHolding() const { return m_holding; }
    /// A key that was pressed in another window and is meant for this one, which becomes active. What begins
    /// a word is one of its own in a text.
    void pass(const QKeyEvent &key, bool beginsWord);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Key
    {
        int key = 0;
        Qt::KeyboardModifiers held;
        QString text;
    };
    void press(const Key &key);
    /// Whether a key has just been pressed, or is what its field left of it.
    [[nodiscard]] static bool isNew(const QWidget &receiver);
    [[nodiscard]] bool runCommand(const Key &key) const;

    QWidget &m_part;
    QTimer m_giveUp;
    std::deque<Key> m_keys;
    bool m_holding = false;
    bool m_replaying = false;
};

} // namespace seamfinder
