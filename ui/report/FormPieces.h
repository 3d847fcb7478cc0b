#pragma once

#include "core/exchange/ProtocolForm.h"
#include "ui/report/PaperColumn.h"

namespace seamfinder {

/// The pieces of a form's pages, in dots (FormPaper.h).
[[nodiscard]] QVector<PaperPiece> formPieces(const ProtocolForm &form, qreal width);

} // namespace seamfinder
