#include "ui/common/CommandKeys.h"

#include "ui/common/DigitRow.h"
#include "ui/common/KeyRules.h"
#include "ui/common/KeyText.h"

#include <algorithm>
#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QPointer>
#include <QSettings>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

bool share(const QList<QKeySequence> &some, const QList<QKeySequence> &others)
{
    return std::any_of(some.begin(), some.end(),
                       [&others](const QKeySequence &key) { return others.contains(key); });
}

void removeKeys(QList<QKeySequence> &from, const QList<QKeySequence> &keys)
{
    from.removeIf([&keys](const QKeySequence &key) { return keys.contains(key); });
}

bool meet(KeyCommand one, KeyCommand other)
{
    return one != other && areTogether(placeOf(one), placeOf(other));
}

} // namespace

CommandKeys &CommandKeys::ofProgram()
{
    static QPointer<CommandKeys> keys;
    if (!keys)
        keys = new CommandKeys(qApp);
    return *keys;
}

void CommandKeys::load(const QString &settingsFile)
{
    m_file = settingsFile;
    m_chosen.clear();
    if (!m_file.isEmpty()) {
        QSettings file(m_file, QSettings::IniFormat);
        file.beginGroup(u"keys"_s);
        for (const KeyCommand command : keyCommands()) {
            if (file.contains(commandId(command)))
                loadOne(command, file.value(commandId(command)).toString());
        }
    }
    Q_EMIT changed();
}

void CommandKeys::loadOne(KeyCommand command, const QString &text)
{
    QList<QKeySequence> keys = QKeySequence::listFromString(text, QKeySequence::PortableText);
    keys.removeIf([&](const QKeySequence &key) {
        return key.isEmpty() || !refusal(command, key).isEmpty() ||
               std::any_of(m_chosen.keyBegin(), m_chosen.keyEnd(), [&](KeyCommand other) {
                   return meet(command, other) && m_chosen.value(other).contains(key);
               });
    });
    if (!keys.isEmpty() || text.isEmpty()) // empty: it was taken away
        m_chosen.insert(command, keys);
}

QList<QKeySequence> CommandKeys::keys(KeyCommand command) const
{
    if (const auto chosen = m_chosen.constFind(command); chosen != m_chosen.cend())
        return *chosen;
    QList<QKeySequence> keys = defaultKeys(command);
    for (auto other = m_chosen.cbegin(); other != m_chosen.cend(); ++other) {
        if (meet(command, other.key()))
            removeKeys(keys, *other);
    }
    return keys;
}

bool CommandKeys::hasDefault(KeyCommand command) const
{
    return keys(command) == defaultKeys(command);
}

QString CommandKeys::text(KeyCommand command) const
{
    return keyText(keys(command).value(0));
}

QString CommandKeys::allTexts(KeyCommand command) const
{
    return keyTexts(keys(command));
}

bool CommandKeys::isKeyOf(KeyCommand command, const QKeyEvent &event) const
{
    const QKeyCombination pressed(event.modifiers() & ~Qt::KeypadModifier, Qt::Key(event.key()));
    return keys(command).contains(QKeySequence(pressed));
}

QList<KeyCommand> CommandKeys::holders(KeyCommand command, const QList<QKeySequence> &wanted) const
{
    QList<KeyCommand> found;
    for (const KeyCommand other : keyCommands()) {
        if (meet(command, other) && share(keys(other), wanted))
            found << other;
    }
    return found;
}

void CommandKeys::takeFromOthers(KeyCommand command, const QList<QKeySequence> &keys)
{
    for (auto other = m_chosen.begin(); other != m_chosen.end(); ++other) {
        if (meet(command, other.key()))
            removeKeys(*other, keys);
    }
}

void CommandKeys::set(KeyCommand command, const QList<QKeySequence> &keys)
{
    takeFromOthers(command, keys);
    if (keys == defaultKeys(command))
        m_chosen.remove(command);
    else
        m_chosen.insert(command, keys);
    save();
    Q_EMIT changed();
}

void CommandKeys::resetAll()
{
    m_chosen.clear();
    save();
    Q_EMIT changed();
}

void CommandKeys::save() const
{
    if (m_file.isEmpty())
        return;
    QSettings file(m_file, QSettings::IniFormat);
    file.beginGroup(u"keys"_s);
    for (const KeyCommand command : keyCommands()) {
        if (const auto chosen = m_chosen.constFind(command); chosen != m_chosen.cend())
            file.setValue(commandId(command),
                          QKeySequence::listToString(*chosen, QKeySequence::PortableText));
        else
            file.remove(commandId(command));
    }
}

/// With what Ctrl and a digit give on keyboards whose digit row has other characters, unless that is another
/// command's.
QList<QKeySequence> CommandKeys::withDigitRow(QList<QKeySequence> keys) const
{
    const QList<QKeySequence> own = keys;
    for (const QKeySequence &key : own) {
        for (int digit = 1; digit <= 9; ++digit) {
            if (key != QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + digit)))
                continue;
            for (const QKeySequence &other : ctrlDigit(digit)) {
                const bool isFree = std::ranges::none_of(
                    keyCommands(), [&](KeyCommand each) { return this->keys(each).contains(other); });
                if (isFree && !keys.contains(other))
                    keys.append(other);
            }
        }
    }
    return keys;
}

void CommandKeys::drive(QAction &action, KeyCommand command)
{
    action.setProperty(commandProperty, commandId(command));
    const auto hear = [this, command, &action] {
        const QList<QKeySequence> all = withDigitRow(keys(command));
        if (action.shortcuts() != all)
            action.setShortcuts(all);
    };
    hear();
    connect(this, &CommandKeys::changed, &action, hear);
}

} // namespace seamfinder
