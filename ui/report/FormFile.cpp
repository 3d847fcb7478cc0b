#include "ui/report/FormFile.h"

#include "core/catalogue/ReadInterviews.h"
#include "core/domain/Error.h"
#include "core/exchange/ProtocolFormHtml.h"
#include "core/protocol/ProtocolJson.h"

#include <QFileInfo>

namespace seamfinder {

using namespace Qt::StringLiterals;

ProtocolForm readForm(Connection &db, const FormRequest &request)
{
    ProtocolVersionId version = request.version;
    if (request.interview) {
        const auto interview = readInterview(db, request.interview);
        if (!interview)
            throw Error(ErrorCode::NotFound, u"there is no interview %1"_s.arg(toText(request.interview)));
        version = interview->version;
    }
    const Protocol protocol = readProtocolJson(readProtocolContent(db, version)).protocol;
    if (!request.language.isEmpty() && !protocol.languages.contains(request.language))
        throw Error(ErrorCode::InvalidInput, u"the protocol has no language \"%1\"; it has: %2"_s.arg(
                                                 request.language, protocol.languages.join(u", "_s)));
    return request.interview ? filledForm(db, request.interview, request.language)
                             : blankForm(protocol, Codebook::read(db), request.language);
}

QByteArray formFile(const ProtocolForm &form, const QString &fileName, PaperSize paper)
{
    const QString ending = QFileInfo(fileName).suffix().toLower();
    if (ending == "pdf"_L1)
        return formPdf(form, paper);
    if (ending == "html"_L1 || ending == "htm"_L1)
        return formHtml(form);
    throw Error(ErrorCode::InvalidInput,
                u"a form is written as .pdf or .html; \"%1\" ends in neither"_s.arg(fileName), fileName);
}

} // namespace seamfinder
