#include "ui/common/KeyRules.h"

#include "ui/common/KeyText.h"

#include <algorithm>
#include <array>
#include <QCoreApplication>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

struct KeyRules
{
    Q_DECLARE_TR_FUNCTIONS(KeyRules)
};

bool isFunctionKey(Qt::Key key)
{
    return key >= Qt::Key_F1 && key <= Qt::Key_F35;
}

/// What puts a character into a text. Qt's names for the other keys begin behind all of Unicode.
bool isCharacter(Qt::Key key)
{
    return key < Qt::Key_Escape;
}

bool isArrow(Qt::Key key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

bool isOfDesktop(QKeyCombination keys)
{
    using Qt::ALT, Qt::CTRL, Qt::SHIFT;
    constexpr std::array all{
        CTRL | Qt::Key_Q,    CTRL | Qt::Key_M,    CTRL | SHIFT | Qt::Key_M,    QKeyCombination(Qt::Key_F10),
        SHIFT | Qt::Key_F10, ALT | Qt::Key_Space, CTRL | ALT | Qt::Key_Delete, CTRL | ALT | Qt::Key_Backspace,
    };
    const Qt::KeyboardModifiers held = keys.keyboardModifiers();
    const Qt::Key key = keys.key();
    return std::find(all.begin(), all.end(), keys) != all.end() || held.testFlag(Qt::MetaModifier) ||
           (held.testFlag(Qt::AltModifier) && isFunctionKey(key)) ||
           (held.testFlag(Qt::AltModifier) && held.testFlag(Qt::ControlModifier) && isArrow(key)) ||
           key == Qt::Key_Print || key == Qt::Key_SysReq || key == Qt::Key_Menu;
}

bool isOfInputMethod(QKeyCombination keys)
{
    const Qt::Key key = keys.key();
    return key == Qt::Key_Space || keys == (Qt::CTRL | Qt::SHIFT | Qt::Key_U) ||
           (key >= Qt::Key_Multi_key && key <= Qt::Key_Hangul_Special) || key == Qt::Key_AltGr;
}

bool isOfTextField(QKeyCombination keys)
{
    using K = QKeySequence;
    // As a platform without such keys of its own is no reason to give away what people know by heart.
    constexpr std::array known{
        Qt::CTRL | Qt::Key_A, Qt::CTRL | Qt::Key_C, Qt::CTRL | Qt::Key_V,
        Qt::CTRL | Qt::Key_X, Qt::CTRL | Qt::Key_Z, Qt::CTRL | Qt::SHIFT | Qt::Key_Z,
        Qt::CTRL | Qt::Key_Y,
    };
    constexpr std::array standard{
        K::Copy,
        K::Cut,
        K::Paste,
        K::Undo,
        K::Redo,
        K::SelectAll,
        K::Deselect,
        K::Delete,
        K::Backspace,
        K::DeleteStartOfWord,
        K::DeleteEndOfWord,
        K::DeleteEndOfLine,
        K::DeleteCompleteLine,
        K::InsertParagraphSeparator,
        K::InsertLineSeparator,
        K::MoveToStartOfLine,
        K::MoveToEndOfLine,
        K::MoveToStartOfBlock,
        K::MoveToEndOfBlock,
    };
    if (std::find(known.begin(), known.end(), keys) != known.end())
        return true;
    if (std::any_of(standard.begin(), standard.end(),
                    [keys](K::StandardKey key) { return K::keyBindings(key).contains(K(keys)); }))
        return true;
    const Qt::Key key = keys.key();
    const bool edits = isArrow(key) || key == Qt::Key_Home || key == Qt::Key_End || key == Qt::Key_Delete ||
                       key == Qt::Key_Backspace || key == Qt::Key_Insert;
    return edits && !keys.keyboardModifiers().testFlag(Qt::AltModifier);
}

bool isAlone(QKeyCombination keys)
{
    return !(keys.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier));
}

QString whyNot(KeyCommand command, QKeyCombination keys)
{
    const Qt::Key key = keys.key();
    if (key == Qt::Key_Escape || key == Qt::Key_Tab || key == Qt::Key_Backtab)
        return KeyRules::tr("%1 leads out of fields and windows; no command can have it.");
    if (isOfDesktop(keys))
        return KeyRules::tr("%1 belongs to the desktop; no command can have it.");
    if (isAlone(keys) && isCharacter(key) && key != Qt::Key_Space) {
        const bool letter =
            keys.keyboardModifiers() == Qt::NoModifier && key >= Qt::Key_A && key <= Qt::Key_Z;
        if (!takesLetters(command))
            return KeyRules::tr("%1 is typed into texts. Hold Ctrl with it, or take a key such as F5.");
        return letter ? QString()
                      : KeyRules::tr("Alone, only a letter from A to Z can be a key here, not %1.");
    }
    if (isOfInputMethod(keys))
        return KeyRules::tr("%1 belongs to the input methods for other scripts; no command can have it.");
    if (isOfTextField(keys))
        return KeyRules::tr("%1 belongs to text fields; no command can have it.");
    if (isAlone(keys) && !isFunctionKey(key))
        return KeyRules::tr("%1 belongs to texts and lists; no command can have it.");
    if (isCharacter(key) && !keys.keyboardModifiers().testFlag(Qt::ControlModifier))
        return KeyRules::tr(
            "Alt with a letter or a digit opens menus and ticks probes; no command can have %1.");
    return {};
}

} // namespace

QString refusal(KeyCommand command, const QKeySequence &keys)
{
    if (defaultKeys(command).contains(keys))
        return {};
    if (keys.count() != 1 || keys[0].key() == Qt::Key_unknown)
        return KeyRules::tr("This is no key that a command can have.");
    if (const QString why = whyNot(command, keys[0]); !why.isEmpty())
        return why.arg(keyText(keys));
    for (const FixedKey &fixed : fixedKeys()) {
        if (areTogether(placeOf(command), fixed.place) && keysOf(fixed).contains(keys))
            return KeyRules::tr("%1 is the key of “%2” (%3), which stays.")
                .arg(keyText(keys), nameOf(fixed), placeName(fixed.place));
    }
    return {};
}

QList<QKeySequence> meantKeys(const QKeySequence &pressed)
{
    if (pressed.isEmpty())
        return {};
    const Qt::KeyboardModifiers held = pressed[0].keyboardModifiers();
    if (pressed[0].key() == Qt::Key_Return || pressed[0].key() == Qt::Key_Enter)
        return {QKeySequence(QKeyCombination(held, Qt::Key_Enter)),
                QKeySequence(QKeyCombination(held, Qt::Key_Return))};
    return {pressed};
}

} // namespace seamfinder
