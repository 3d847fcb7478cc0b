#pragma once

#include "ui/interview/AnswerInput.h"

class QLabel;

namespace seamfinder {

class LineEdit;

/// A number or a date in one line. What is no number or date (yet) is no answer, and stays to be mended.
/// Enter goes on. Whoever comes in by keyboard has all of it selected.
class LineAnswer final : public AnswerInput
{
    Q_OBJECT

public:
    enum class What : quint8 { WholeNumber, Number, Date };

    explicit LineAnswer(What what, QWidget *parent = nullptr);

    void showValue(const Value &value) override;
    [[nodiscard]] Value value() const override;
    void setName(const QString &name) override;
    void setSuggestion(const Value &value) override;
    void setReadOnly(bool readOnly) override;
    [[nodiscard]] int caret() const override;
    void setCaret(int caret) override;
    [[nodiscard]] QString refused() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showProblem();

    What m_what;
    LineEdit *m_edit;
    QLabel *m_problem;
};

} // namespace seamfinder
