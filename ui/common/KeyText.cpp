#include "ui/common/KeyText.h"

#include <QKeySequence>
#include <QStringList>

namespace seamfinder {

QString keyText(const QKeySequence &keys)
{
    const auto name = [](const QKeySequence &key) { return key.toString(QKeySequence::NativeText); };
    return name(keys).replace(name(Qt::Key_Return), name(Qt::Key_Enter));
}

QString keyTexts(const QList<QKeySequence> &keys)
{
    QStringList texts;
    for (const QKeySequence &key : keys)
        texts << keyText(key);
    texts.removeDuplicates();
    return texts.join(QStringLiteral(", "));
}

} // namespace seamfinder
