#pragma once

#include "core/exchange/ProtocolForm.h"

namespace seamfinder {

/// The fixed words of a form that both its renderings use.
namespace form_words {
[[nodiscard]] QString forYou(); ///< "For you, not to be said"
[[nodiscard]] QString version();
[[nodiscard]] QString length(); ///< how long it takes
[[nodiscard]] QString note();
[[nodiscard]] QString notAnswered();
[[nodiscard]] QString examples(); ///< the heading
[[nodiscard]] QString lists();    ///< the heading
[[nodiscard]] QString reasons();  ///< the missing codes, for who fills the form in
[[nodiscard]] QString noAnswer(); ///< "No answer, because"
[[nodiscard]] QString reworded(const QString &text);
[[nodiscard]] QString minutes(int minutes);
[[nodiscard]] QString fromList(const QString &letter);
[[nodiscard]] QString hidden(int count);
/// "required · if there is time · Only if …": what is said of a question beside its words.
[[nodiscard]] QString aside(const FormQuestion &question);
} // namespace form_words

} // namespace seamfinder
