#pragma once

#include "core/domain/MissingCode.h"
#include "core/domain/WordJoints.h"

#include <array>
#include <QHash>
#include <QSet>
#include <QStringList>

namespace seamfinder {

/// The fixed words of the read-back sentence. Names in braces stand for the blanks; what stands in brackets
/// with a role is left out, aloud, where that is not told.
enum class ReadBackWord : quint8 {
    Happened,
    Likely,
    NextGap,
    LastGap,
    End,
    NobodyAbout, ///< … about an information item, …
    NobodyThat,  ///< … that something is so
    WouldAbout,
    WouldThat,
    WouldHaveAbout,
    WouldHaveThat,
    ThatClause,   ///< how a clause begins that was typed where a name or a clause is expected: "que |qu’"
    BeforeClause, ///< leads to such a clause where a name is expected: "le fait "
    RoleCase,     ///< how the label of a role starts inside a sentence: "small" or "as-written"
    Comma,
    And,
    DoesNotKnow,
    Declined,
    NotApplicable,
    NotAsked,
    NotStated,
    NeverFoundOut,
    Someone,        ///< stands in, aloud, for who is not told yet
    Asking,         ///< words before which "that" is none: "tell them which version"
    Verbs,          ///< by which a clause is known from a thing: "the age is wrong", "the age of the contact"
    Relative,       ///< words after which a verb makes no clause of a thing: "the age that is stored"
    BeforeSentence, ///< leads to one where a name is expected: "le fait que ", "Folgendes: "
    AfterColon,     ///< how a sentence starts behind one: "small" or "capital"
    Thing,          ///< stands where "that" would, before what is no clause for sure
    SmallWords,     ///< that what was typed may begin with and that are small inside a sentence: "it|the"
    RoleArticle,    ///< stands before a role that has no name of its own in the language: "the "; else "-"
    RoleEndings,    ///< of the roles that take it: "er|ist" of "data engineer", not of "IT operations"
};

/// The words of the sentence in one language: that of the interface, or one that a participant is spoken to
/// in.
class ReadBackWords
{
public:
    using Spoken = QHash<QString, QString>; ///< by the word's key

    /// In the language of the interface.
    ReadBackWords() = default;
    /// `known`: words that the program's own labels have in the language, in small letters.
    explicit ReadBackWords(Spoken spoken, WordJoints joints = {}, const QStringList &known = {});

    /// What is not spoken of falls back on the interface.
    [[nodiscard]] QString operator()(ReadBackWord word) const;
    [[nodiscard]] QString missing(MissingCode code) const;
    /// "a", "a and b", "a, b and c".
    [[nodiscard]] QString joined(const QStringList &names) const;
    /// Whether a word that begins what was typed is small inside a sentence: an article, a pronoun, a number,
    /// …, or, where nouns are written small, a word of the labels. It has to come in small letters.
    [[nodiscard]] bool isSmallWord(const QString &word) const;
    /// What was typed as a sentence of its own loses its capital: only where that is a small word. A name
    /// keeps it, and so does a noun of a language that writes nouns with one.
    void startSmall(QString &typed) const;
    /// A whole sentence as it is quoted behind other words: "J’ai compris : pour …".
    [[nodiscard]] QString quotedBehind(const QString &before, QString sentence) const;
    /// Of roles inside a sentence, with their articles, by label: "le développement logiciel".
    void setNames(Spoken names) { m_names = std::move(names); }
    /// Empty where the label does as it is.
    [[nodiscard]] QString name(const QString &label) const { return m_names.value(label); }
    /// A role inside a sentence, with its article where it takes one: "the data engineer".
    [[nodiscard]] QString role(const QString &label) const;
    /// A label inside a sentence: with a small letter, where the language has them so. "IT operations" stays.
    [[nodiscard]] QString inside(const QString &label) const;
    [[nodiscard]] const WordJoints &joints() const { return m_joints; }

    struct Original
    {
        const char *key;     ///< in the files of resources/spoken
        const char *english; ///< as the program comes with it
    };
    /// All of them, in the order of the enumeration.
    static const std::array<Original, 32> originals;

private:
    Spoken m_spoken{};
    WordJoints m_joints{};
    QSet<QString> m_known{};
    Spoken m_names{};
};

} // namespace seamfinder
