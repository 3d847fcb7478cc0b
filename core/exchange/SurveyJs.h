#pragma once

#include "core/exchange/ProtocolImport.h"

namespace seamfinder {

/// A survey of SurveyJS
/// (https://surveyjs.io/form-library/documentation/design-survey/create-a-simple-survey): one JSON object.
/// Pages become sections, panels groups, dynamic panels repeats; text, comment, radiogroup, dropdown,
/// checkbox, tagbox, imagepicker, boolean (a choice of yes and no), rating (a scale), ranking, html and
/// expression what comes nearest; tables as SurveyJsTables.h says; everything else a text, with a warning.
/// What refers to an element further down moves below it (ForwardReferences.h). Texts by language ({
/// "default", "de" }) are translations.
///
/// Never throws: everything that is wrong or left out is in `problems`, each with its path
/// ("pages[0].elements[2].visibleIf"). `codebook` as for checkProtocol().
[[nodiscard]] ImportedProtocol importSurveyJs(const QByteArray &json, const CodebookKeys &codebook = {});

} // namespace seamfinder
