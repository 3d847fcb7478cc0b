#include "core/exchange/XlsxPackage.h"

#include "core/domain/Error.h"

#include <QDir>
// Not QuaZip: it has functions of the same names as minizip, by which libxlsxwriter writes; in one program
// each would call the other's.
#include <zip.h>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
[[noreturn]] void fail(const QString &what)
{
    throw Error(ErrorCode::InvalidInput, what);
}
} // namespace

void XlsxPackage::Close::operator()(zip *archive) const
{
    zip_discard(archive);
}

XlsxPackage::XlsxPackage(const QByteArray &bytes, const WorkbookLimits &limits)
    : m_limits(limits)
    , m_bytes(bytes)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source =
        zip_source_buffer_create(m_bytes.constData(), zip_uint64_t(m_bytes.size()), 0, &error);
    m_zip.reset(source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr);
    if (source && !m_zip)
        zip_source_free(source);
    zip_error_fini(&error);
    if (!m_zip)
        fail(u"the file is damaged or cut off: it cannot be opened as an .xlsx"_s);
}

std::optional<QByteArray> XlsxPackage::part(const QString &path)
{
    const zip_int64_t at = zip_name_locate(m_zip.get(), path.toUtf8().constData(), ZIP_FL_NOCASE);
    if (at < 0)
        return std::nullopt;
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t *)> file(
        zip_fopen_index(m_zip.get(), zip_uint64_t(at), 0), &zip_fclose);
    if (!file)
        fail(u"the part “%1” of the file cannot be read"_s.arg(path));
    // What the zip says of the size is not to be trusted, so what comes out is counted.
    QByteArray content, chunk(1 << 16, Qt::Uninitialized);
    for (;;) {
        const zip_int64_t size = zip_fread(file.get(), chunk.data(), zip_uint64_t(chunk.size()));
        if (size < 0)
            fail(u"the part “%1” of the file is damaged"_s.arg(path));
        if (size == 0)
            return content;
        content.append(chunk.constData(), size);
        m_total += size;
        if (content.size() > m_limits.entry || m_total > m_limits.total)
            fail(u"the file expands to more than %1 MB"_s.arg(
                (content.size() > m_limits.entry ? m_limits.entry : m_limits.total) >> 20));
    }
}

QHash<QString, XlsxPackage::Relationship> XlsxPackage::relationships(const QString &path)
{
    const qsizetype slash = path.lastIndexOf(u'/');
    const QString folder = path.left(slash + 1);
    const QString rels = folder + u"_rels/"_s + path.sliced(slash + 1) + u".rels"_s;
    QHash<QString, Relationship> result;
    const auto content = part(rels);
    if (!content)
        return result;
    QXmlStreamReader xml(*content);
    while (nextToken(xml, rels) != QXmlStreamReader::EndDocument) {
        if (!xml.isStartElement() || xml.name() != "Relationship"_L1)
            continue;
        const QXmlStreamAttributes attributes = xml.attributes();
        if (attributes.value("TargetMode"_L1) == "External"_L1)
            continue;
        const QString target = attributes.value("Target"_L1).toString();
        const QString absolute =
            QDir::cleanPath(target.startsWith(u'/') ? target.sliced(1) : QString(folder + target));
        const QString type = attributes.value("Type"_L1).toString();
        result.insert(attributes.value("Id"_L1).toString(),
                      {type.sliced(type.lastIndexOf(u'/') + 1), absolute});
    }
    return result;
}

QXmlStreamReader::TokenType nextToken(QXmlStreamReader &xml, const QString &path)
{
    const auto token = xml.readNext();
    if (token == QXmlStreamReader::DTD)
        fail(u"the part “%1” of the file has a document type, which no spreadsheet has"_s.arg(path));
    if (token == QXmlStreamReader::Invalid)
        fail(u"the part “%1” of the file is damaged: %2 (line %3)"_s.arg(path, xml.errorString())
                 .arg(xml.lineNumber()));
    return token;
}

} // namespace seamfinder
