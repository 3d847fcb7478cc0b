#pragma once

#include "core/catalogue/EditMarks.h"

class QPlainTextEdit;

namespace seamfinder {

/// What a mark of this kind takes along from a text field: the selection, in whole
/// words; else, for a quote or key passage,
/// the sentence that the caret is in or just behind; else only where the caret is. Start and end are code
/// points of the field's text; `sourceKind` is left to the caller.
[[nodiscard]] Passage wordsAtCaret(const QPlainTextEdit &field, MarkKind kind);

} // namespace seamfinder
