#pragma once

#include "core/domain/HiddenWords.h"

#include <QObject>

namespace seamfinder {

/// The list of words to hide of whoever uses this machine: one for the program, outside of any study, so that
/// the names are in no study's file. Empty until it is loaded. GUI thread only.
class HiddenWordList final : public QObject
{
    Q_OBJECT

public:
    static HiddenWordList &ofProgram();

    /// Where it is kept from now on, and what it holds there. A file that is not there is an empty list.
    void load(const QString &path);
    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] const HiddenWords &words() const { return m_words; }
    /// Puts a word on the list, unless it finds it already; returns as `save`.
    QString add(const HiddenWord &word);
    /// Keeps a new list, in the file that only its owner can read; returns why it could not be written.
    QString save(const HiddenWords &words);

    /// What is to be said of a text that was brought in; empty if none of the words is in it.
    [[nodiscard]] QString remarkOn(const QString &text) const;
    /// The same of many, of which this many have one.
    [[nodiscard]] QString remarkOn(int texts) const;
    [[nodiscard]] bool isIn(const QString &text) const { return !m_words.find(text).isEmpty(); }

Q_SIGNALS:
    void changed();
    /// A word is to be removed everywhere in the study, not only where it was found.
    void removalWanted(const seamfinder::HiddenWord &word);

private:
    using QObject::QObject;

    QString m_path;
    HiddenWords m_words;
};

} // namespace seamfinder
