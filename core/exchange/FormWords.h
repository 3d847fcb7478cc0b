#pragma once

#include "core/exchange/ProtocolForm.h"

namespace seamfinder {

/// The fixed words of a form that both its renderings use, in the form's language.
namespace form_words {
[[nodiscard]] QString forYou(const QString &language); ///< "For you, not to be said"
[[nodiscard]] QString version(const QString &language);
[[nodiscard]] QString length(const QString &language); ///< how long it takes
[[nodiscard]] QString note(const QString &language);
[[nodiscard]] QString noted(const QString &text, const QString &language); ///< "Note: …"
[[nodiscard]] QString notAnswered(const QString &language);
[[nodiscard]] QString examples(const QString &language); ///< the heading
[[nodiscard]] QString lists(const QString &language);    ///< the heading
[[nodiscard]] QString reasons(const QString &language);  ///< the missing codes, for who fills the form in
[[nodiscard]] QString noAnswer(const QString &language); ///< "No answer, because"
[[nodiscard]] QString reworded(const QString &text, const QString &language);
[[nodiscard]] QString minutes(int minutes, const QString &language);
[[nodiscard]] QString fromList(const QString &letter, const QString &language);
[[nodiscard]] QString hidden(int count, const QString &language);
/// "required · if there is time · Only if …": what is said of a question beside its words.
[[nodiscard]] QString aside(const FormQuestion &question, const QString &language);
} // namespace form_words

} // namespace seamfinder
