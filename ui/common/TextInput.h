#pragma once

#include "core/domain/Field.h"
#include "ui/common/AutoGrowTextEdit.h"
#include "ui/common/FieldInput.h"

namespace seamfinder {

/// Titles, names and other short texts: without line breaks of their own.
[[nodiscard]] bool isOneLine(const Field &field);

/// Words. Names and other short texts stay one line, where Enter goes on to the next field, as it does in the
/// blanks of a sentence.
class TextInput final : public FieldInput
{
    Q_OBJECT

public:
    TextInput(const Field &field, Look look, QWidget *parent);

    void setContent(const FieldContent &content) override;
    [[nodiscard]] FieldContent content() const override;
    void setReadOnly(bool readOnly) override { m_edit->setReadOnly(readOnly); }
    void setName(const QString &name) override { m_edit->setAccessibleName(name); }
    void setPlaceholder(const QString &text) override;
    [[nodiscard]] bool composing() const override { return m_edit->composing(); }

    [[nodiscard]] AutoGrowTextEdit *edit() const { return m_edit; }

private:
    AutoGrowTextEdit *m_edit;
    QString m_shown; ///< compared with this: the widget gives some characters back as others
};

} // namespace seamfinder
