#include "core/domain/ReadBackWords.h"

#include <algorithm>
#include <QCoreApplication>

namespace seamfinder {

using namespace Qt::StringLiterals;

const std::array<ReadBackWords::Original, 32> ReadBackWords::originals{{
    {"happened", QT_TRANSLATE_NOOP(
                     "ReadBack", "{believed_by} counted on {counted_on}; in fact {turned_out}; so {led_to}")},
    {"likely",
     QT_TRANSLATE_NOOP("ReadBack", "{believed_by} may count on {counted_on}; what is feared: {feared}")},
    {"next_gap", QT_TRANSLATE_NOOP("ReadBack", "; ")},
    {"last_gap", QT_TRANSLATE_NOOP("ReadBack", "; and ")},
    {"end", QT_TRANSLATE_NOOP("ReadBack", ".")},
    {"nobody_about",
     QT_TRANSLATE_NOOP("ReadBack", "{owner} was there to tell {needed_by} about {information}")},
    {"nobody_that",
     QT_TRANSLATE_NOOP("ReadBack", "{owner} was there to tell {needed_by} that {information}")},
    {"would_about",
     QT_TRANSLATE_NOOP("ReadBack", "{owner} would have to tell {needed_by} about {information}")},
    {"would_that",
     QT_TRANSLATE_NOOP("ReadBack", "{owner} would have to tell {needed_by} that {information}")},
    {"would_have_about",
     QT_TRANSLATE_NOOP("ReadBack", "{owner} would have had to tell {needed_by} about {information}")},
    {"would_have_that",
     QT_TRANSLATE_NOOP("ReadBack", "{owner} would have had to tell {needed_by} that {information}")},
    //: How a clause begins that says what was counted on; several ways are separated by |
    {"that_clause", QT_TRANSLATE_NOOP("ReadBack", "that ")},
    //: Between "counted on" and such a clause; "-" if nothing
    {"before_clause", QT_TRANSLATE_NOOP("ReadBack", "the fact ")},
    //: How the labels of roles and effects start inside a sentence: translate as "small" (data scientist) or
    //: as "as-written" (languages that write nouns with a capital).
    {"role_case", QT_TRANSLATE_NOOP("ReadBack", "small")},
    {"comma", QT_TRANSLATE_NOOP("ReadBack", ", ")},
    //: Between the last two names of a list
    {"and", QT_TRANSLATE_NOOP("ReadBack", " and ")},
    {"does_not_know", QT_TRANSLATE_NOOP("ReadBack", "(not known)")},
    {"declined", QT_TRANSLATE_NOOP("ReadBack", "(rather not said)")},
    {"not_applicable", QT_TRANSLATE_NOOP("ReadBack", "(does not apply)")},
    {"not_asked", QT_TRANSLATE_NOOP("ReadBack", "(not asked)")},
    {"not_stated", QT_TRANSLATE_NOOP("ReadBack", "(not said)")},
    {"never_found_out", QT_TRANSLATE_NOOP("ReadBack", "(never found out)")},
    //: Stands in for a role that is not told yet, in all places of the sentence
    {"someone", QT_TRANSLATE_NOOP("ReadBack", "somebody")},
    //: Words that begin what was asked for, so that no "that" stands before them, separated by |
    {"asking", QT_TRANSLATE_NOOP("ReadBack", "which|what|how|when|where|who|whom|whose|why|whether|if")},
    //: Words that make a clause of what was asked for, so that "that" may stand before it, separated by |
    {"verbs",
     QT_TRANSLATE_NOOP("ReadBack", "is|isn't|are|aren't|was|wasn't|were|weren't|has|hasn't|have|haven't|had|"
                                   "hadn't|does|doesn't|do|don't|did|didn't|can|can't|cannot|could|couldn't|"
                                   "will|won't|would|wouldn't|may|might|must|should|shouldn't|never|holds|"
                                   "stays|arrives|comes|gets|keeps|remains|means|gives|goes|contains")},
    //: Words after which such a word belongs to a thing: "the value that is stored", separated by |
    {"relative",
     QT_TRANSLATE_NOOP("ReadBack", "that|which|who|whom|whose|what|where|when|how|why|if|i|we|you|"
                                   "they|he|she|it")},
    //: Between "counted on" and a sentence: "the dates are right"; "-" if nothing
    {"before_sentence", QT_TRANSLATE_NOOP("ReadBack", "the fact that ")},
    //: How a sentence starts behind a colon: translate as "small" or as "capital"
    {"after_colon", QT_TRANSLATE_NOOP("ReadBack", "capital")},
    //: Stands in place of " that " before what may be a thing: "tell them: the age of the contact"
    {"thing", QT_TRANSLATE_NOOP("ReadBack", ": ")},
    //: Common words that are small inside a sentence, separated by |
    {"small_words",
     QT_TRANSLATE_NOOP("ReadBack",
                       "the|a|an|it|its|this|that|these|those|there|they|their|we|our|you|your|he|his|"
                       "she|her|my|which|what|who|when|where|how|why|if|because|nobody|some|all|every|"
                       "each|most|many|no|not|only|in|on|at|after|before|both|few|several|much|more|"
                       "less|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|"
                       "hundred|for|from|with|without|to|of|by|as|under|over|since|until|during|"
                       "between|then|so|but|and|or|although|while|once|someone|somebody|everyone|"
                       "everybody|nothing|something|anything|everything|none|another|other|any|such|"
                       "too|is|are|was|were|has|had|did|does|wrong|old|new|data|dates|model|models|"
                       "results|errors|values")},
    //: Stands before a role inside a sentence; "-" if none does
    {"role_article", QT_TRANSLATE_NOOP("ReadBack", "the ")},
    //: How roles end that take it, separated by |: "engineer" does, "operations" does not
    {"role_endings",
     QT_TRANSLATE_NOOP("ReadBack", "er|or|ist|yst|ian|ect|ert|ant|ent|ard|staff|team|lead|head")},
}};

ReadBackWords::ReadBackWords(Spoken spoken, WordJoints joints, const QStringList &known)
    : m_spoken(std::move(spoken))
    , m_joints(std::move(joints))
{
    // A language of capital nouns has a noun beside many a small word: "wissen", "das Wissen".
    if ((*this)(ReadBackWord::RoleCase) == "small"_L1)
        m_known = QSet<QString>(known.cbegin(), known.cend());
}

bool ReadBackWords::isSmallWord(const QString &word) const
{
    if ((*this)(ReadBackWord::SmallWords).split(u'|').contains(word))
        return true;
    return m_known.contains(word) || (word.endsWith(u's') && m_known.contains(word.chopped(1))) ||
           m_known.contains(word + u's');
}

void ReadBackWords::startSmall(QString &typed) const
{
    constexpr qsizetype longestSmallWord = 16;
    const auto end = std::find_if(typed.cbegin(), typed.cend(),
                                  [](QChar letter) { return !letter.isLetter() && letter != u'-'; });
    const QString word = typed.first(end - typed.cbegin());
    const bool isWord = end == typed.cend() || end->isSpace() || u",;:'’"_s.contains(*end);
    if (!isWord || word.isEmpty() || word.size() > longestSmallWord)
        return;
    const QString small = word.at(0).toLower() + word.sliced(1);
    const bool elided = end != typed.cend() && u"'’"_s.contains(*end); // "l’équipe"
    if (isSmallWord(small) || (elided && isSmallWord(small + u'’')))
        typed.replace(0, small.size(), small);
}

QString ReadBackWords::quotedBehind(const QString &before, QString sentence) const
{
    if (before.trimmed().endsWith(u':') && (*this)(ReadBackWord::AfterColon) == "small"_L1)
        startSmall(sentence);
    return sentence;
}

QString ReadBackWords::operator()(ReadBackWord word) const
{
    const Original &original = originals[size_t(word)];
    const auto spoken = m_spoken.constFind(QString::fromLatin1(original.key));
    return spoken != m_spoken.cend() ? *spoken : QCoreApplication::translate("ReadBack", original.english);
}

QString ReadBackWords::missing(MissingCode code) const
{
    switch (code) {
    case MissingCode::DoesNotKnow:
        return (*this)(ReadBackWord::DoesNotKnow);
    case MissingCode::Declined:
        return (*this)(ReadBackWord::Declined);
    case MissingCode::NotApplicable:
        return (*this)(ReadBackWord::NotApplicable);
    case MissingCode::NotAsked:
        return (*this)(ReadBackWord::NotAsked);
    case MissingCode::NotStated:
        return (*this)(ReadBackWord::NotStated);
    case MissingCode::NeverFoundOut:
        return (*this)(ReadBackWord::NeverFoundOut);
    }
    return {};
}

QString ReadBackWords::inside(const QString &label) const
{
    const bool small = (*this)(ReadBackWord::RoleCase) == "small"_L1;
    if (!small || label.size() < 2 || label.at(1).isUpper() || label.at(1).isDigit())
        return label;
    return label.at(0).toLower() + label.sliced(1);
}

QString ReadBackWords::role(const QString &label) const
{
    if (const QString known = name(label); !known.isEmpty())
        return known;
    const QString article = (*this)(ReadBackWord::RoleArticle);
    const QStringList endings = (*this)(ReadBackWord::RoleEndings).split(u'|');
    const bool takes =
        article != "-"_L1 && std::any_of(endings.begin(), endings.end(), [&](const QString &ending) {
            return label.endsWith(ending, Qt::CaseInsensitive);
        });
    return takes ? article + inside(label) : inside(label);
}

QString ReadBackWords::joined(const QStringList &names) const
{
    if (names.size() < 2)
        return names.value(0);
    return names.mid(0, names.size() - 1).join((*this)(ReadBackWord::Comma)) +
           m_joints.joined((*this)(ReadBackWord::And), names.last());
}

} // namespace seamfinder
