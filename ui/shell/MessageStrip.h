#pragma once

#include "ui/shell/Messages.h"

#include <QPointer>
#include <QWidget>

class QVBoxLayout;

namespace seamfinder {

class MessageCard;

/// The strip at the foot of the window: what was said and not yet dismissed, newest first, and the decisions
/// that wait for an answer. It takes only the height it needs, and from below, so that nothing that is being
/// typed moves; never the focus from a text. Two are shown at once, the others follow.
class MessageStrip final : public QWidget, public Messages
{
    Q_OBJECT

public:
    explicit MessageStrip(QWidget *parent = nullptr);
    ~MessageStrip() override;

    void show(const Message &message) override;
    void ask(const Decision &decision) override;
    void clear() override;

    /// What was said, not what is asked: the study that it was about is closed.
    void forgetSaid();

    /// Puts the focus on the newest card that is seen (F9, and F6 behind the last pane), so that the keyboard
    /// reaches it from anywhere. Esc there leads back.
    void focusNewest();
    [[nodiscard]] bool hasFocusInside() const;

private:
    void add(MessageCard *card);
    void remove(MessageCard *card);
    void showFirst();
    void rememberWayBack(QWidget *from);

    QVBoxLayout *m_column;
    QList<MessageCard *> m_cards;
    QPointer<QWidget> m_cameFrom;
};

} // namespace seamfinder
