#pragma once

#include "ui/common/KeyCommands.h"

#include <QHash>
#include <QObject>

class QAction;
class QKeyEvent;

namespace seamfinder {

/// The keys of the commands: their default ones, or those that the user chose. One for the program, kept in
/// the settings file. Actions, and texts that name a key, follow it. GUI thread only.
class CommandKeys final : public QObject
{
    Q_OBJECT

public:
    static CommandKeys &ofProgram();

    /// Where they are kept from now on, and what is chosen there. What could not be chosen in the window (two
    /// commands with one key, a text field's key) is left out, as if the file did not say it.
    void load(const QString &settingsFile);

    /// Of default keys, those are missing that the user gave to another command.
    [[nodiscard]] QList<QKeySequence> keys(KeyCommand command) const;
    [[nodiscard]] bool hasDefault(KeyCommand command) const;
    /// Its first key as the window writes it; empty if it has none.
    [[nodiscard]] QString text(KeyCommand command) const;
    [[nodiscard]] QString allTexts(KeyCommand command) const;
    [[nodiscard]] bool isKeyOf(KeyCommand command, const QKeyEvent &event) const;

    /// Other commands that have one of these keys where this command works, too.
    [[nodiscard]] QList<KeyCommand> holders(KeyCommand command, const QList<QKeySequence> &keys) const;
    /// Gives it these keys, or none; others lose them. Kept at once.
    void set(KeyCommand command, const QList<QKeySequence> &keys);
    void reset(KeyCommand command) { set(command, defaultKeys(command)); }
    void resetAll();

    /// The action has this command's keys, today's and those that it will be given.
    void drive(QAction &action, KeyCommand command);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QList<QKeySequence> withDigitRow(QList<QKeySequence> keys) const;
    using QObject::QObject;
    void loadOne(KeyCommand command, const QString &text);
    void takeFromOthers(KeyCommand command, const QList<QKeySequence> &keys);
    void save() const;

    QString m_file;
    QHash<KeyCommand, QList<QKeySequence>> m_chosen;
};

/// The command that an action has its keys from; for whoever looks at a window's actions.
inline constexpr char commandProperty[] = "seamfinder-command";

} // namespace seamfinder
