#pragma once

#include "ui/common/FieldInput.h"

class QLineEdit;

namespace seamfinder {

/// A whole number without a scale: years, minutes.
class NumberInput final : public FieldInput
{
    Q_OBJECT

public:
    explicit NumberInput(QWidget *parent);

    void setContent(const FieldContent &content) override;
    [[nodiscard]] FieldContent content() const override;
    void setReadOnly(bool readOnly) override;
    void setName(const QString &name) override;
    void setPlaceholder(const QString &text) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLineEdit *m_edit;
};

} // namespace seamfinder
