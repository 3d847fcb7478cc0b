#include "ui/common/MissingMenu.h"

#include "ui/common/PlainEnter.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace seamfinder {

namespace {

class MissingMenu final : public QMenu
{
public:
    using QMenu::QMenu;

protected:
    // Ctrl+Enter and the like are commands of the window: a menu would take them for Enter.
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::ShortcutOverride && isCommand(*static_cast<QKeyEvent *>(event))) {
            event->ignore();
            return true;
        }
        return QMenu::event(event);
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_F4 || isCommand(*event))
            close();
        else
            QMenu::keyPressEvent(event);
    }

private:
    static bool isCommand(const QKeyEvent &event)
    {
        return (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) && !isPlainEnter(event);
    }
};

/// Underlines the first letter of a word that no line before has taken, so that one letter always picks.
QString withLetter(const QString &text, QString *taken)
{
    bool wordStarts = true;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar letter = text.at(i).toLower();
        if (wordStarts && letter.isLetter() && !taken->contains(letter)) {
            *taken += letter;
            return text.first(i) + u'&' + text.sliced(i);
        }
        wordStarts = letter.isSpace();
    }
    return text;
}

} // namespace

QMenu *makeMissingMenu(QWidget *parent, std::function<void(MissingCode)> chosen)
{
    auto *menu = new MissingMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("no-answer"));
    menu->setAccessibleName(QCoreApplication::translate("MissingMenu", "No answer"));
    QString taken;
    for (const MissingCodeInfo &entry : missingCodes) {
        const QString text = QCoreApplication::translate("MissingCode", entry.label);
        QObject::connect(menu->addAction(withLetter(text, &taken)), &QAction::triggered, parent,
                         [chosen, code = entry.code] { chosen(code); });
    }
    return menu;
}

} // namespace seamfinder
