#pragma once

#include <QStringView>
#include <QVector>

namespace seamfinder {

/// A piece of an XPath expression as XLSForm has them; all pieces together are the source.
struct XPathToken
{
    enum class Kind : quint8 {
        Space,
        Text,      ///< 'in quotes', with them; also one without end
        Reference, ///< ${name}
        Number,
        Name,   ///< of a function, an operator or a column: "selected", "and", "jr:choice-name"
        Symbol, ///< everything else; "..", "!=", "<=" and ">=" are one
    };
    Kind kind;
    QStringView text;
    qsizetype position; ///< in UTF-16 units from 0
};

[[nodiscard]] QVector<XPathToken> xpathTokens(QStringView source);

} // namespace seamfinder
