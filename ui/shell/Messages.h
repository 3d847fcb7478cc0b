#pragma once

#include <functional>
#include <QList>
#include <QString>

class QObject;

namespace seamfinder {

enum class Severity : quint8 { Information, Warning, Problem };

/// A button of a message or decision; the strip closes when it is pressed.
struct MessageAction
{
    QString label;
    std::function<void()> run;
};

/// Something the user should know. `text` is one plain sentence (or two); `details` is the technical part,
/// shown on request. Information goes away by itself after some seconds, or when a newer one comes; the
/// others stay until dismissed.
struct Message
{
    Severity severity = Severity::Information;
    QString text;
    QString details{};
    QList<MessageAction> actions{};
    const QObject *of = nullptr; ///< what it is about, an interview's page for example: it goes with that
    bool typingGoesOn = false;   ///< what is typed at its first button presses it, and goes where that leads
};

/// A question that needs an answer, asked beside the work and never in front of it. `dismissed` runs when the
/// user closes it without choosing (Esc or the cross).
struct Decision
{
    QString question;
    QString details{};
    QList<MessageAction> choices; ///< the first is the safe one: it has the focus
    std::function<void()> dismissed{};
};

/// Where every part of the window says things. Equal messages are counted, not repeated. Main thread only.
class Messages
{
public:
    virtual ~Messages() = default;

    virtual void show(const Message &message) = 0;
    virtual void ask(const Decision &decision) = 0;
    /// Takes all messages away (another study was opened); open decisions count as dismissed.
    virtual void clear() = 0;
};

} // namespace seamfinder
