#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace seamfinder {

/// The program's own sentences on what a participant may read: forms on paper, cards, the example read back.
/// Each has its words in every file of resources/spoken. Those of the window are tr() and not here.
inline constexpr std::array<std::string_view, 74> spokenPhrases{
    // what a form says of itself
    "Version",
    "Planned",
    "%1 min",
    "Where there is no answer, tick %1 and say why: %2.",
    "Lists to choose from",
    "Mismatch examples, to be read back",
    "open: %1",
    "Left out, as their questions do not apply any more: answers %1.",
    "For you, not to be said",
    "For more of these, copy this page.",
    "No. %1",
    "No. %1: %2",
    // at a question
    "required",
    "if there is time",
    "after the interview",
    "After the interview:",
    "If they ask what you mean: %1",
    "numbers from list %1 at the end:",
    "No answer",
    "No answer, because",
    "Not answered",
    "Not answered: %1",
    "Note",
    "Note: %1",
    "(kept in the study)",
    // of an interview
    "Participant",
    "Date",
    "System",
    "State",
    "Interview",
    "planned",
    "in progress",
    "paused",
    "being finished",
    "complete",
    "withdrawn",
    // conditions: the clauses stand for %1 of "Only if", in the order of words that it asks for
    "Only if %1.",
    "Only where it fits the answers so far.",
    "%1 is %2",
    "%1 is not %2",
    "%1 is less than %2",
    "%1 is at most %2",
    "%1 is more than %2",
    "%1 is at least %2",
    "%1 is chosen at %2",
    "%1 is not chosen at %2",
    "%1 is ticked",
    "%1 is not ticked",
    "%1 is answered",
    "%1 has no answer",
    "%1 has an entry",
    "%1 has no entry",
    "the number of entries at %1",
    "the number of choices at %1",
    "the length of %1",
    " and ",
    " or ",
    // on the screen
    "Cards",
    "Back",
    "Next",
    "%1 of %2",
    "There is no example to read back.",
    "✓ Confirmed",
    "Not yet told: %1",
    // the blanks of an example's sentence: as placeholders, and by the labels of their fields
    "who?",
    "what?",
    "Who counted on it",
    "Counted on",
    "What turned out",
    "What it led to",
    "What is feared",
    "Would tell",
    "Needed it",
    "Information",
};

/// One of them, by its English; another one does not compile.
class SpokenPhrase
{
public:
    consteval SpokenPhrase(const char *english) // NOLINT(google-explicit-constructor): reads as the sentence
        : m_english(english)
    {
        if (std::find(spokenPhrases.begin(), spokenPhrases.end(), m_english) == spokenPhrases.end())
            throw "not among the phrases that are spoken"; // no constant: an error of the compiler
    }
    [[nodiscard]] constexpr std::string_view english() const { return m_english; }

private:
    std::string_view m_english;
};

} // namespace seamfinder
