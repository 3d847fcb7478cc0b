#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace seamfinder {

/// When what is being typed goes into the file: in the first pause, and after nine tenths of a second where
/// there is none, so that however fast somebody types, never more than a second of it can be lost.
class TypingPause : public QObject
{
    Q_OBJECT

public:
    explicit TypingPause(QObject *parent = nullptr);

    void typed();
    /// The text cannot be taken now (it is being composed): wait for another pause.
    void putOff();
    void stop() { m_timer.stop(); }
    /// Something was typed and is not due yet. Not any more while `due` is said.
    [[nodiscard]] bool isActive() const { return m_timer.isActive(); }

Q_SIGNALS:
    void due();

private:
    QTimer m_timer;
    QElapsedTimer m_sinceFirst;
};

} // namespace seamfinder
