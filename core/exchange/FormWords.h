#pragma once

#include "core/exchange/ProtocolForm.h"
#include "core/protocol/SpokenPhrase.h"

namespace seamfinder {

/// The fixed words of a form that both its renderings use, in the form's language.
namespace form_words {
/// One that says nothing but itself: forYou(language).
struct Fixed
{
    SpokenPhrase phrase;
    [[nodiscard]] QString operator()(const QString &language) const;
};
inline constexpr Fixed forYou{"For you, not to be said"}, version{"Version"}, note{"Note"},
    length{"Planned"}, ///< how long it takes
    notAnswered{"Not answered"}, noAnswer{"No answer, because"},
    examples{"Mismatch examples, to be read back"}, ///< the heading
    lists{"Lists to choose from"};                  ///< the heading

[[nodiscard]] QString noted(const QString &text, const QString &language); ///< "Note: …"
[[nodiscard]] QString reasons(const QString &language); ///< the missing codes, for who fills the form in
[[nodiscard]] QString reworded(const QString &text, const QString &language);
[[nodiscard]] QString minutes(int minutes, const QString &language);
[[nodiscard]] QString fromList(const QString &letter, const QString &language);
[[nodiscard]] QString hidden(int count, const QString &language);
/// "For you, not to be said · required · if there is time · Only if …": what is said of a question beside its
/// words.
[[nodiscard]] QString aside(const FormQuestion &question, const QString &language);
} // namespace form_words

} // namespace seamfinder
