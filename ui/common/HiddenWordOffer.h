#pragma once

#include "core/domain/HiddenWords.h"

#include <functional>

class QKeyEvent;
class QMenu;
class QObject;
class QPoint;

namespace seamfinder {

/// A word to hide where it was found in a field, and what the field says and offers about it.
struct HiddenWordOffer
{
    HiddenWord word;
    QString said;          ///< as it stands there
    bool readOnly = false; ///< of the field

    /// What is written instead of the word.
    [[nodiscard]] QString instead() const;
    /// Whether it is the key that writes it: Alt+Enter.
    [[nodiscard]] static bool isKey(const QKeyEvent &key);

    /// For a tooltip and for screen readers.
    [[nodiscard]] QString sentence() const;
    /// Puts the offers before what the field's menu has, and shows it; the menu deletes itself.
    /// `replace` runs only as long as there is `field`.
    void show(QMenu *menu, const QPoint &globalPosition, QObject *field,
              const std::function<void()> &replace) const;
    /// Asks for the word to be removed everywhere in the study.
    void remove() const;
};

} // namespace seamfinder
