#include "core/domain/ReadBackHtml.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

QString readBackHtml(const QVector<ReadBackPart> &parts,
                     const std::function<QString(const Field &)> &blankName)
{
    QString html;
    for (const ReadBackPart &part : parts) {
        // Of all no-break spaces, HTML as Qt reads it keeps only the wide one: the narrow one, which is
        // written before a semicolon in French, would become a place where the line breaks.
        const QString text = part.text.toHtmlEscaped().replace(u'\u202f', QChar(QChar::Nbsp));
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
            html += "<i>["_L1 + (blankName ? blankName(*part.field) : label(*part.field)).toHtmlEscaped() +
                    "]</i>"_L1;
            break;
        }
    }
    return html;
}

} // namespace seamfinder
