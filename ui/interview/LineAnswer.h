#pragma once

#include "ui/interview/AnswerInput.h"

class QLineEdit;
class QLabel;

namespace seamfinder {

/// A number or a date in one line. What is no number or date (yet) is no answer, and stays to be mended.
class LineAnswer final : public AnswerInput
{
    Q_OBJECT

public:
    explicit LineAnswer(Value::Kind kind, QWidget *parent = nullptr);

    void showValue(const Value &value) override;
    [[nodiscard]] Value value() const override;
    void setName(const QString &name) override;
    void setSuggestion(const Value &value) override;
    void setReadOnly(bool readOnly) override;
    [[nodiscard]] int caret() const override;
    void setCaret(int caret) override;

private:
    void showProblem();

    Value::Kind m_kind;
    QLineEdit *m_edit;
    QLabel *m_problem;
};

} // namespace seamfinder
