#include "ui/common/KeyHint.h"

#include "ui/common/CommandKeys.h"

#include <QWidget>

namespace seamfinder {

using namespace Qt::StringLiterals;

QString withKey(const QString &text, KeyCommand command)
{
    const QString key = CommandKeys::ofProgram().text(command);
    if (key.isEmpty() || text.isEmpty())
        return key.isEmpty() ? text : key;
    return u"%1 (%2)"_s.arg(text, key);
}

void keepToolTip(QWidget &widget, const QString &text, KeyCommand command)
{
    followKeys(widget, [&widget, text, command] { widget.setToolTip(withKey(text, command)); });
}

void followKeys(QObject &context, const std::function<void()> &write)
{
    write();
    QObject::connect(&CommandKeys::ofProgram(), &CommandKeys::changed, &context, write);
}

} // namespace seamfinder
