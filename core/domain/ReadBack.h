#pragma once

#include "core/domain/Field.h"
#include "core/domain/MissingCode.h"
#include "core/domain/ReadBackWords.h"

#include <optional>
#include <QStringList>
#include <QVector>

namespace seamfinder {

/// What a blank of the read-back sentence holds: texts (one for words, several for roles), or why there is
/// none, or neither.
struct ReadBackValue
{
    QStringList texts{};
    std::optional<MissingCode> missing{};
};

struct ReadBackGap
{
    ReadBackValue owner{};
    ReadBackValue neededBy{};
    ReadBackValue information{}; ///< the words
    QStringList items{};         ///< labels of the information items: stand in where there are no words
    bool ownerIsNobody = false;  ///< "nobody was there to tell …"
};

/// The facts that the sentence is made of. Plain values, so that lists can fill it from a row.
struct ReadBackFacts
{
    bool likely = false; ///< has not happened: what is feared stands instead of what turned out
    ReadBackValue believedBy{};
    ReadBackValue countedOn{};
    ReadBackValue turnedOut{};
    ReadBackValue ledTo{};
    QStringList effects{}; ///< labels: stand in where there are no words for what it led to
    ReadBackValue feared{};
    QVector<ReadBackGap> gaps{};
};

/// A piece of the sentence: fixed words, or a blank with its field.
struct ReadBackPart
{
    enum class Kind : quint8 {
        Words,   ///< fixed
        Given,   ///< a blank with a value
        StandIn, ///< a blank without words of its own, filled from a coding
        Missing, ///< a blank with a missing code
        Empty,   ///< an open blank
    };

    Kind kind = Kind::Words;
    QString text{};               ///< as in the sentence; empty for Empty
    const Field *field = nullptr; ///< of a blank
    int gap = -1;                 ///< which gap the blank belongs to; -1: the example
};

/// "Data science counted on …; in fact …; so …; … would have had to tell … that …": the whole example as one
/// sentence, one clause for each gap. The order of the parts is the order of the words in the language.
[[nodiscard]] QVector<ReadBackPart> readBack(const ReadBackFacts &facts, const ReadBackWords &language = {});

/// As it is read to a participant: a clause whose words are not told yet is left out, and "somebody" stands
/// in for a role that is not. Nothing where no clause is left.
[[nodiscard]] QVector<ReadBackPart> readAloud(const ReadBackFacts &facts, const ReadBackWords &language = {});
/// The blanks that are open, each field once, in the order of the sentence.
[[nodiscard]] QVector<const Field *> openBlanks(const ReadBackFacts &facts);

/// With "…" for each open blank, and "" if all blanks are open.
[[nodiscard]] QString readBackText(const ReadBackFacts &facts, const ReadBackWords &language = {});
/// As rich text: values in bold, open blanks and missing codes in italics. Everything is escaped.
[[nodiscard]] QString readBackHtml(const ReadBackFacts &facts);

/// "a", "a and b", "a, b and c", in the language of the interface.
[[nodiscard]] QString joinedNames(const QStringList &names);

} // namespace seamfinder
