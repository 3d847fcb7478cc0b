#include "core/domain/ReadBackHtml.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

QString readBackHtml(const QVector<ReadBackPart> &parts)
{
    QString html;
    for (const ReadBackPart &part : parts) {
        const QString text = part.text.toHtmlEscaped();
        switch (part.kind) {
        case ReadBackPart::Kind::Words:
            html += text;
            break;
        case ReadBackPart::Kind::Given:
            html += "<b>"_L1 + text + "</b>"_L1;
            break;
        case ReadBackPart::Kind::StandIn:
        case ReadBackPart::Kind::Missing:
            html += "<i>"_L1 + text + "</i>"_L1;
            break;
        case ReadBackPart::Kind::Empty:
            html += "<i>["_L1 + label(*part.field).toHtmlEscaped() + "]</i>"_L1;
            break;
        }
    }
    return html;
}

} // namespace seamfinder
