#pragma once

#include "core/exchange/ProtocolImport.h"

namespace seamfinder {

/// A protocol in whatever file it may come: the program's own JSON (ProtocolJson.h), a SurveyJS survey, or an
/// XLSForm as .xlsx, CSV or Markdown; told apart by what is in it. Never throws for what the file says.
/// `codebook` as for checkProtocol().
[[nodiscard]] ImportedProtocol readProtocolFile(const QByteArray &bytes, const CodebookKeys &codebook = {});

/// A protocol as the ending of the file's name asks: .xlsx and .csv XLSForm, .json the program's own. Error
/// InvalidInput for another ending.
[[nodiscard]] QByteArray writeProtocolFile(const Protocol &protocol, const QString &fileName);

/// Everything that an import has to say, errors first, a line each: "survey, row 5, column C (label): what.
/// How to mend it."
[[nodiscard]] QStringList problemLines(const ImportedProtocol &imported);

} // namespace seamfinder
