#pragma once

#include "ui/interview/AnswerInput.h"

namespace seamfinder {

class AutoGrowTextEdit;

/// An answer in words. In one line, Enter goes on, and line breaks that are pasted become spaces.
class TextAnswer final : public AnswerInput
{
    Q_OBJECT

public:
    enum class Lines : quint8 { Many, One };

    explicit TextAnswer(Lines lines, QWidget *parent = nullptr);

    void showValue(const Value &value) override;
    [[nodiscard]] Value value() const override;
    void setName(const QString &name) override;
    void setSuggestion(const Value &value) override;
    void setReadOnly(bool readOnly) override;
    [[nodiscard]] int caret() const override;
    void setCaret(int caret) override;
    [[nodiscard]] bool composing() const override;

private:
    AutoGrowTextEdit *m_edit;
};

} // namespace seamfinder
