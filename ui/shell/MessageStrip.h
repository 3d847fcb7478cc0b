#pragma once

#include "ui/shell/Messages.h"

#include <QPointer>
#include <QWidget>

class QVBoxLayout;

namespace seamfinder {

class MessageCard;

/// The strip under the menu: what was said and not yet dismissed, newest first, and the decisions that wait
/// for an answer. It takes only the height it needs, never the focus from a text that is being typed.
class MessageStrip final : public QWidget, public Messages
{
    Q_OBJECT

public:
    explicit MessageStrip(QWidget *parent = nullptr);

    void show(const Message &message) override;
    void ask(const Decision &decision) override;
    void clear() override;

    /// Puts the focus on the newest card (F9), so that the keyboard reaches it from anywhere.
    void focusNewest();

private:
    void add(MessageCard *card);
    void remove(MessageCard *card);

    QVBoxLayout *m_column;
    QList<MessageCard *> m_cards;
    QPointer<QWidget> m_cameFrom;
};

} // namespace seamfinder
