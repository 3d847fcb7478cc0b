#pragma once

#include "core/exchange/XlsFormReader.h"

namespace seamfinder {

/// The rows of the survey by what became of them in the protocol.
struct FormRows
{
    QHash<QString, qsizetype> question, section;
};

/// Forms may refer to what stands further down: see levelForwardReferences().
void levelForm(FormSource &source, const FormRows &rows, Protocol &protocol);

/// Adds what the protocol's own check finds, at the cell that it is about, unless the form's problems say it
/// already, or it follows from one of them.
void checkForm(FormSource &source, const FormRows &rows, const Protocol &protocol,
               const CodebookKeys &codebook);

} // namespace seamfinder
