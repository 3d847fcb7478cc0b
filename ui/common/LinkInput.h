#pragma once

#include "ui/common/FieldInput.h"

namespace seamfinder {

class Chip;
class InputPicker;

/// The system that an example is about: one of the study's, or a new one by its alias.
class LinkInput final : public FieldInput
{
    Q_OBJECT

public:
    LinkInput(const EditorContext &context, QWidget *parent);

    void setContent(const FieldContent &content) override;
    [[nodiscard]] FieldContent content() const override;
    void setReadOnly(bool readOnly) override;
    void setName(const QString &name) override;
    void setRow(qint64 row) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void openPicker(const QString &typed = {});
    void choose(qint64 id, const QString &newAlias);
    void showState();

    EditorContext m_context;
    Chip *m_chip;
    InputPicker *m_picker;
    QString m_name;
    qint64 m_id = 0;
    QString m_newAlias;
};

} // namespace seamfinder
