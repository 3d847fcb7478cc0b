#pragma once

#include "core/protocol/Flow.h"

#include <QWidget>

namespace seamfinder {

/// The control that a question is answered with. It shows a value and says what the user made of it; it knows
/// nothing of saving.
class AnswerInput : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual void showValue(const Value &value) = 0;
    [[nodiscard]] virtual Value value() const = 0;
    virtual void setName(const QString &name) = 0; ///< for screen readers
    virtual void setSuggestion(const Value &) {}   ///< what next takes over while there is no answer
    virtual void setChoices(const QVector<StepChoice> &) {}
    virtual void setReadOnly(bool readOnly) = 0;
    [[nodiscard]] virtual int caret() const { return 0; }
    virtual void setCaret(int) {}
    [[nodiscard]] virtual bool composing() const { return false; }
    /// What was typed and is no answer: it is not to be lost.
    [[nodiscard]] virtual QString refused() const { return {}; }
    /// What was typed and came to nothing, an answer that it may still lead to or not.
    [[nodiscard]] virtual QString unfinished() const { return refused(); }
    /// The question is being left: what was typed becomes an answer where it can only mean one.
    virtual void settle() {}
    /// What waits for the next key to tell what is meant is meant as it stands.
    virtual void takeWaiting() {}
    /// Takes away what was typed to find a choice.
    virtual void clearSearch() {}
    /// How much height the page has for it; what asks for more scrolls by itself.
    virtual void setRoom(int) {}

Q_SIGNALS:
    void typed();  ///< more may follow: the write can wait a moment
    void chosen(); ///< to be written at once
    /// Enter on what is answered already: to the next question.
    void confirmed();
    void left();
    void undoBeyondField();
    void redoBeyondField();
};

/// The control for a question's type; nullptr where there is nothing to answer in one control (note, card,
/// repeat).
AnswerInput *makeAnswerInput(const Step &step, QWidget *parent);
/// The choices that a step offers: those of the protocol, the steps of a scale, the one tick.
QVector<StepChoice> choicesToOffer(const Flow &flow, const Step &step);

} // namespace seamfinder
