#pragma once

#include "core/catalogue/ReadMarks.h"

#include <QFrame>

class QLabel;
class QTimer;

namespace seamfinder {

struct InterviewTime;

/// The sign of a kind of mark in lists and texts, one character; its name in the user's language.
[[nodiscard]] QString signOf(MarkKind kind);
[[nodiscard]] QString nameOf(MarkKind kind);
/// When a mark was dropped, as it stands everywhere: how far into the interview, "0:03".
[[nodiscard]] QString momentOf(const Mark &mark, const InterviewTime &time);
/// The time of day, for a tool tip.
[[nodiscard]] QString timeOfDay(const Mark &mark);

/// Hears the letter after F8. It lies over the beginning of its parent, a line, and takes neither focus nor
/// room: what was being typed goes on as if nothing had been. Enter is a star; any other key that is no
/// letter of a mark goes where it was meant to go.
class MarkStrip final : public QFrame
{
    Q_OBJECT

public:
    explicit MarkStrip(QWidget *parent);
    ~MarkStrip() override;

    /// The first press listens for a letter for some seconds; the second in that time is a star.
    void press();
    [[nodiscard]] bool isListening() const;
    /// Says for a moment that a mark was kept, how far into the interview (in milliseconds), and what the
    /// participants agreed to if that concerns it.
    void confirm(MarkKind kind, qint64 passed, const QString &quotesAgreed);

Q_SIGNALS:
    void chosen(seamfinder::MarkKind kind);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void listen(bool on);
    void showText(const QString &html, int milliseconds);
    void place();

    QLabel *m_text;
    QTimer *m_hide;
    bool m_listening = false;
};

} // namespace seamfinder
