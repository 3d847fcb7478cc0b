#include "ui/common/HiddenWordOffer.h"

#include "ui/common/HiddenWordList.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMenu>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("HiddenWordOffer", text);
}
} // namespace

QString HiddenWordOffer::instead() const
{
    return word.alias.isEmpty() ? u"[…]"_s : word.alias;
}

bool HiddenWordOffer::isKey(const QKeyEvent &key)
{
    return (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) &&
           (key.modifiers() & ~Qt::KeypadModifier) == Qt::AltModifier;
}

QString HiddenWordOffer::sentence() const
{
    return readOnly ? tr("“%1” is on your list of words to hide.").arg(said)
                    : tr("“%1” is on your list of words to hide. Alt+Enter writes “%2” instead.")
                          .arg(said, instead());
}

void HiddenWordOffer::show(QMenu *menu, const QPoint &globalPosition, QObject *field,
                           const std::function<void()> &replace) const
{
    menu->setObjectName(u"hiddenWordMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *first = menu->actions().value(0);
    const auto add = [&](const QString &text, const std::function<void()> &run) {
        auto *action = new QAction(QString(text).replace(u'&', u"&&"_s), menu);
        QObject::connect(action, &QAction::triggered, field, run);
        menu->insertAction(first, action);
    };
    if (!readOnly)
        add(tr("Write “%1” instead of “%2”").arg(instead(), said), replace);
    add(tr("Remove “%1” everywhere in the study…").arg(said), [offer = *this] { offer.remove(); });
    menu->insertSeparator(first);
    menu->popup(globalPosition);
}

void HiddenWordOffer::remove() const
{
    Q_EMIT HiddenWordList::ofProgram().removalWanted({said, word.alias});
}

} // namespace seamfinder
