#include "ui/shell/MessageStrip.h"

#include "ui/shell/MessageCard.h"

#include <algorithm>
#include <QAccessible>
#include <QApplication>
#include <QVBoxLayout>

namespace seamfinder {

namespace {
constexpr int shownAtOnce = 2;
constexpr int informationMilliseconds = 8000;
} // namespace

MessageStrip::MessageStrip(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    setAccessibleName(tr("Messages"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
    // Tab and the mouse come here, too.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *before, QWidget *) {
        if (hasFocusInside())
            rememberWayBack(before);
    });
}

MessageStrip::~MessageStrip()
{
    qApp->disconnect(this); // the cards go after this, and the focus with them
}

void MessageStrip::show(const Message &message)
{
    for (MessageCard *card : std::as_const(m_cards)) {
        if (card->says(message)) {
            card->countUp();
            return;
        }
    }
    const auto kind = message.severity == Severity::Information ? MessageCard::Kind::Information
                      : message.severity == Severity::Warning   ? MessageCard::Kind::Warning
                                                                : MessageCard::Kind::Problem;
    auto *card = new MessageCard(kind, message.text, message.details, message.actions, this);
    connect(card, &MessageCard::dismissed, this, [this, card] { remove(card); });
    connect(card, &MessageCard::answered, this, [this, card] { remove(card); });
    if (message.typingGoesOn)
        card->letTypingGoOn();
    if (message.of)
        connect(message.of, &QObject::destroyed, card, [this, card] { remove(card); });
    if (message.severity == Severity::Information) {
        const QList<MessageCard *> before = m_cards;
        for (MessageCard *older : before) {
            if (older->kind() == MessageCard::Kind::Information && !older->hasFocusInside())
                remove(older);
        }
        // An offered action ("Undo") must not vanish while the keyboard is on its way to it.
        card->goAfter(message.actions.isEmpty() ? informationMilliseconds : 3 * informationMilliseconds);
    }
    add(card);
}

void MessageStrip::ask(const Decision &decision)
{
    auto *card = new MessageCard(MessageCard::Kind::Question, decision.question, decision.details,
                                 decision.choices, this);
    connect(card, &MessageCard::dismissed, this, [this, card, dismissed = decision.dismissed] {
        remove(card);
        if (dismissed)
            dismissed();
    });
    connect(card, &MessageCard::answered, this, [this, card] { remove(card); });
    add(card);
    // A decision is asked for by the user's own command, so the focus may follow; F6 or Esc leads back.
    rememberWayBack(QApplication::focusWidget());
    card->focusFirstAction();
}

void MessageStrip::rememberWayBack(QWidget *from)
{
    if (from && !isAncestorOf(from))
        m_cameFrom = from;
}

bool MessageStrip::hasFocusInside() const
{
    return isAncestorOf(QApplication::focusWidget());
}

void MessageStrip::add(MessageCard *card)
{
    m_column->insertWidget(0, card);
    m_cards.prepend(card);
    showFirst();
    QWidget::show();
    QAccessibleEvent alert(card, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

/// The newest, but never without what waits for an answer or has the keyboard.
void MessageStrip::showFirst()
{
    const auto mustStay = [](const MessageCard *card) {
        return card->kind() == MessageCard::Kind::Question || card->hasFocusInside();
    };
    QList<MessageCard *> order = m_cards;
    std::stable_partition(order.begin(), order.end(), mustStay);
    for (qsizetype i = 0; i < order.size(); ++i)
        order[i]->setVisible(i < shownAtOnce);
}

void MessageStrip::remove(MessageCard *card)
{
    if (!m_cards.removeOne(card))
        return;
    const bool hadFocus = card->hasFocusInside();
    m_column->removeWidget(card);
    card->hide();
    card->deleteLater();
    showFirst();
    setVisible(!m_cards.isEmpty());
    if (hadFocus && m_cameFrom)
        m_cameFrom->setFocus(Qt::OtherFocusReason);
}

void MessageStrip::clear()
{
    const QList<MessageCard *> cards = m_cards;
    for (MessageCard *card : cards)
        Q_EMIT card->dismissed();
}

void MessageStrip::forgetSaid()
{
    const QList<MessageCard *> cards = m_cards;
    for (MessageCard *card : cards) {
        if (card->kind() != MessageCard::Kind::Question)
            remove(card);
    }
}

void MessageStrip::focusNewest()
{
    const auto seen = std::find_if(m_cards.cbegin(), m_cards.cend(),
                                   [](const MessageCard *card) { return !card->isHidden(); });
    if (seen == m_cards.cend())
        return;
    rememberWayBack(QApplication::focusWidget());
    (*seen)->focusFirstAction();
}

} // namespace seamfinder
