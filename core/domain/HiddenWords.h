#pragma once

#include <QString>
#include <QStringView>
#include <QVector>

namespace seamfinder {

/// A name or word that must not stand in the study, and what is written instead (may be empty).
struct HiddenWord
{
    QString text, alias;
    friend bool operator==(const HiddenWord &, const HiddenWord &) = default;
};

/// Finds the words of a list in a text, whatever their case and accents: "jose" finds "José", "JOSE" and
/// "Jose" with a combining accent. Whole words only, where the script has spaces between words. It finds what
/// is in the list and nothing else: that no name is left it cannot say.
class HiddenWords
{
public:
    /// In UTF-16 units of the text; combining characters after the last letter belong to the match.
    struct Match
    {
        qsizetype start = 0, length = 0;
        qsizetype word = 0; ///< which of `words`
        friend bool operator==(const Match &, const Match &) = default;
    };

    HiddenWords() = default;
    explicit HiddenWords(QVector<HiddenWord> words);

    [[nodiscard]] const QVector<HiddenWord> &words() const { return m_words; }
    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    /// In order; of two that overlap the earlier, of two that start together the longer.
    [[nodiscard]] QVector<Match> find(QStringView text) const;

    /// One word a line; after "=" stands what to write instead. Empty lines and doubles are left out.
    [[nodiscard]] static HiddenWords fromText(const QString &text);
    [[nodiscard]] QString toText() const;

private:
    QVector<HiddenWord> m_words;
    QVector<QString> m_folded; ///< by the place of the word; empty: nothing to look for
};

} // namespace seamfinder
