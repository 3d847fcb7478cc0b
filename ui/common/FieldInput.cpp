#include "ui/common/FieldInput.h"

#include "ui/common/CodingInput.h"
#include "ui/common/LinkInput.h"
#include "ui/common/NumberInput.h"
#include "ui/common/OptionInput.h"
#include "ui/common/TextInput.h"

namespace seamfinder {

bool FieldContent::hasValue() const
{
    const bool valued = value.typeId() == QMetaType::QString ? !value.toString().isEmpty() : value.isValid();
    return valued || !terms.isEmpty() || !newNames.isEmpty();
}

FieldInput *makeFieldInput(const EditorContext &context, const Field &field, FieldInput::Look look,
                           QWidget *parent)
{
    switch (field.kind) {
    case FieldKind::Text:
        return new TextInput(field, look, parent);
    case FieldKind::Number:
        if (field.maximum > 0)
            return new OptionInput(context, field, parent);
        return new NumberInput(parent);
    case FieldKind::Choice:
    case FieldKind::Term:
        return new OptionInput(context, field, parent);
    case FieldKind::Coding:
        return new CodingInput(context, field, look, parent);
    case FieldKind::Link:
        return new LinkInput(context, parent);
    }
    Q_UNREACHABLE();
}

} // namespace seamfinder
