#pragma once

#include "core/exchange/ProtocolImport.h"

namespace seamfinder {

/// XLSForm (https://xlsform.org/en/ref-table/): a questionnaire in the sheets "survey", "choices" and
/// "settings", as ODK, Kobo and others read it; .xlsx, one CSV file or a Markdown table (Workbook.h).
///
/// Top-level groups become sections; questions outside of any group get sections of their own. Choices that
/// depend on columns of the sheet "choices" are kept, by an expression over their keys. XPath's "!=" and
/// comparisons with '' are true of something unanswered, so they become not(… = …) and count(…) > 0.
///
/// Columns that begin with "seamfinder_" hold what XLSForm has no word for; other programs pass over them.
/// A sheet "settings" with seamfinder_format says that this program wrote the form: then every text and
/// expression is taken as it is.
///
///     survey    seamfinder_type (of keyOf(QuestionType)), _key (of a section), _minutes,
///               _interviewer_only, _reword, _body, _low_label, _high_label, _probes and _label_by_term
///               (names of lists in "choices"), _choices and _over ("list:NAME", "facet:role",
///               "question:NAME", "rows:gap", "field": those of the bound field), _minimum, _maximum,
///               _required (of a repeat), _priority, _when, _binding, _mark, _creates, _presets (JSON:
///               { "example.source": EXPRESSION }), _over_filter, _first; and, where the program's
///               expression is none of XLSForm's: _relevant, _constraint, _calculation, _default,
///               _choice_filter, _repeat_count
///     settings  seamfinder_format, _languages ("en, de"), _id, _version_id, _title and _description (by
///               language), _reserve_minutes
inline constexpr QLatin1StringView xlsFormFormat{"seamfinder-xlsform/1"};

/// Reads and checks. Never throws for what the file says: everything that is wrong or left out is in
/// `problems`, all at once, in the order of the sheet. `codebook` as for checkProtocol().
[[nodiscard]] ImportedProtocol importXlsForm(const QByteArray &bytes, const CodebookKeys &codebook = {});

/// An .xlsx that importXlsForm() reads as an equal protocol, if it is a sound one; an empty text in a
/// language counts as none. Errors: those of writeXlsx().
[[nodiscard]] QByteArray writeXlsForm(const Protocol &protocol);
/// The same as one CSV file (UTF-8).
[[nodiscard]] QByteArray writeXlsFormCsv(const Protocol &protocol);

} // namespace seamfinder
