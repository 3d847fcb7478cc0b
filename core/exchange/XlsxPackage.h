#pragma once

#include "core/exchange/Workbook.h"

#include <memory>
#include <QHash>
#include <QXmlStreamReader>

struct zip;

namespace seamfinder {

/// The parts of an .xlsx (ECMA-376 part 2, Open Packaging Conventions): a zip of XML files that refer to each
/// other by relationship files. Error InvalidInput for a damaged zip and beyond the limits.
class XlsxPackage
{
public:
    XlsxPackage(const QByteArray &bytes, const WorkbookLimits &limits);

    /// Expanded; nothing if there is no such part. Upper and lower case are the same.
    [[nodiscard]] std::optional<QByteArray> part(const QString &path);

    struct Relationship
    {
        QString type; ///< the last piece of its address: "worksheet", "sharedStrings", "styles"
        QString path; ///< from the package's root, without a slash before it
    };
    /// By id, of a part ("" for the package's own). Those that point outside are left out.
    [[nodiscard]] QHash<QString, Relationship> relationships(const QString &path);

private:
    struct Close
    {
        void operator()(zip *archive) const;
    };
    WorkbookLimits m_limits;
    QByteArray m_bytes; ///< outlives m_zip, which reads from them
    std::unique_ptr<zip, Close> m_zip;
    qint64 m_total = 0;
};

/// The next token; Error InvalidInput for what is not well-formed and for a DTD: no office program writes
/// one, and its entities could grow without end. `path` is named in the sentence.
QXmlStreamReader::TokenType nextToken(QXmlStreamReader &xml, const QString &path);

} // namespace seamfinder
