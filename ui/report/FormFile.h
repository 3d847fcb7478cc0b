#pragma once

#include "core/exchange/ProtocolForm.h"
#include "ui/report/FormPdf.h"

namespace seamfinder {

/// Which form is wanted: blank, of a protocol's version, or filled in with an interview.
struct FormRequest
{
    ProtocolVersionId version{};
    InterviewId interview{}; ///< if given, its own version
    QString language;        ///< empty: the interview's, or the protocol's first
};

/// Error NotFound; InvalidInput for a language that the protocol does not have.
[[nodiscard]] ProtocolForm readForm(Connection &db, const FormRequest &request);

/// As the ending of the file's name asks: .pdf (needs a QGuiApplication) or .html. Error InvalidInput for
/// another one.
[[nodiscard]] QByteArray formFile(const ProtocolForm &form, const QString &fileName,
                                  PaperSize paper = usualPaper());

} // namespace seamfinder
