#include "core/domain/Error.h"
#include "core/exchange/XlsxPackage.h"
#include "core/exchange/XlsxText.h"

#include <algorithm>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

using Token = QXmlStreamReader::TokenType;

/// The place of "AB" in "AB12", from 0; -1 if there are no letters.
qint64 columnOf(QStringView reference)
{
    qint64 column = 0;
    constexpr qint64 beyond = 1 << 20;
    for (const QChar c : reference) {
        if (c < u'A' || c > u'Z' || column > beyond)
            break;
        column = column * 26 + (c.unicode() - u'A') + 1;
    }
    return column - 1;
}

/// Reads SpreadsheetML (ECMA-376 part 1, 18), by local names: the strict form has other namespaces.
class XlsxReader
{
public:
    XlsxReader(const QByteArray &bytes, const WorkbookLimits &limits)
        : m_package(bytes, limits)
        , m_limits(limits)
    {
    }

    Workbook read()
    {
        QString path = u"xl/workbook.xml"_s;
        for (const auto &relationship : m_package.relationships({})) {
            if (relationship.type == "officeDocument"_L1)
                path = relationship.path;
        }
        const auto parts = m_package.relationships(path);
        for (const auto &relationship : parts) {
            if (relationship.type == "sharedStrings"_L1)
                readSharedStrings(relationship.path);
            else if (relationship.type == "styles"_L1)
                readStyles(relationship.path);
        }
        struct Named
        {
            QString name, path;
        };
        QVector<Named> sheets;
        eachElement(path, [&](QXmlStreamReader &xml) {
            if (xml.name() == "workbookPr"_L1) {
                const auto from1904 = xml.attributes().value("date1904"_L1);
                m_from1904 = from1904 == "1"_L1 || from1904 == "true"_L1;
            } else if (xml.name() == "sheet"_L1) {
                QString id;
                for (const QXmlStreamAttribute &attribute : xml.attributes()) {
                    if (attribute.name() == "id"_L1)
                        id = attribute.value().toString();
                }
                if (const auto part = parts.value(id); part.type == "worksheet"_L1)
                    sheets.append({xml.attributes().value("name"_L1).toString(), part.path});
            }
        });
        for (const Named &sheet : std::as_const(sheets))
            m_workbook.sheets.append(readSheet(sheet.name, sheet.path));
        return std::move(m_workbook);
    }

private:
    QByteArray needed(const QString &path)
    {
        auto content = m_package.part(path);
        if (!content)
            throw Error(ErrorCode::InvalidInput,
                        u"the file is no spreadsheet: its part “%1” is missing"_s.arg(path));
        return *std::move(content);
    }

    template <class Visit>
    void eachElement(const QString &path, Visit &&visit)
    {
        QXmlStreamReader xml(needed(path));
        while (nextToken(xml, path) != Token::EndDocument) {
            if (xml.isStartElement())
                visit(xml);
        }
    }

    /// The text of the element that the reader stands on, of all its runs, without how it is pronounced.
    static QString readRuns(QXmlStreamReader &xml, const QString &path)
    {
        QString text;
        int depth = 1, phonetic = 0;
        bool inText = false;
        while (depth > 0) {
            switch (nextToken(xml, path)) {
            case Token::StartElement:
                ++depth;
                if (xml.name() == "rPh"_L1)
                    ++phonetic;
                inText = xml.name() == "t"_L1;
                break;
            case Token::EndElement:
                --depth;
                if (xml.name() == "rPh"_L1)
                    --phonetic;
                inText = false;
                break;
            case Token::Characters:
                if (inText && phonetic == 0)
                    text += xml.text();
                break;
            default:
                break;
            }
        }
        return fromXstring(text);
    }

    void readSharedStrings(const QString &path)
    {
        eachElement(path, [&](QXmlStreamReader &xml) {
            if (xml.name() == "si"_L1)
                m_shared.append(readRuns(xml, path));
        });
    }

    void readStyles(const QString &path)
    {
        QHash<int, QString> codes;
        bool ofCells = false;
        eachElement(path, [&](QXmlStreamReader &xml) {
            const QXmlStreamAttributes attributes = xml.attributes();
            const int id = attributes.value("numFmtId"_L1).toInt();
            if (xml.name() == "numFmt"_L1)
                codes.insert(id, attributes.value("formatCode"_L1).toString());
            else if (xml.name() == "cellXfs"_L1 || xml.name() == "cellStyleXfs"_L1)
                ofCells = xml.name() == "cellXfs"_L1;
            else if (xml.name() == "xf"_L1 && ofCells)
                m_looks.append(numberLook(id, codes.value(id)));
        });
    }

    Sheet readSheet(const QString &name, const QString &path)
    {
        Sheet sheet{name, 0, {}};
        SheetRow row;
        const auto endRow = [&] {
            if (!row.cells.isEmpty())
                sheet.rows.append(std::exchange(row, {row.number, {}}));
        };
        eachElement(path, [&](QXmlStreamReader &xml) {
            if (xml.name() == "row"_L1) {
                endRow();
                bool given = false;
                const int number = xml.attributes().value("r"_L1).toInt(&given);
                row.number = given ? number : row.number + 1;
            } else if (xml.name() == "c"_L1) {
                const qint64 column = columnOf(xml.attributes().value("r"_L1));
                addCell(row, column < 0 ? row.cells.size() : column, readCell(xml, path));
            }
        });
        endRow();
        return sheet;
    }

    void addCell(SheetRow &row, qint64 column, const QString &text)
    {
        if (text.isEmpty())
            return;
        const qint64 more = column + 1 - row.cells.size();
        m_cells += qMax(more, qint64(0));
        if (column >= m_limits.columns || m_cells > m_limits.cells)
            throw Error(ErrorCode::InvalidInput, u"row %1: there are too many cells"_s.arg(row.number));
        if (more > 0)
            row.cells.resize(column + 1);
        row.cells[column] = text;
    }

    QString readCell(QXmlStreamReader &xml, const QString &path)
    {
        const QXmlStreamAttributes attributes = xml.attributes();
        const QString type = attributes.value("t"_L1).toString();
        const int style = attributes.value("s"_L1).toInt();
        QString stored, inlined;
        while (nextToken(xml, path) != Token::EndElement || xml.name() != "c"_L1) {
            if (!xml.isStartElement())
                continue;
            if (xml.name() == "v"_L1)
                stored = readValue(xml, path);
            else if (xml.name() == "is"_L1)
                inlined = readRuns(xml, path);
        }
        if (type == "inlineStr"_L1)
            return inlined;
        if (type == "s"_L1)
            return m_shared.value(stored.toInt());
        if (type == "str"_L1)
            return fromXstring(stored);
        if (type == "b"_L1)
            return stored.trimmed() == "1"_L1 || stored.trimmed() == "true"_L1 ? u"TRUE"_s : u"FALSE"_s;
        if (type == "d"_L1)
            return dateText(stored);
        if (type == "e"_L1 || stored.isEmpty())
            return stored;
        return numberText(stored, m_looks.value(style), m_from1904);
    }

    static QString readValue(QXmlStreamReader &xml, const QString &path)
    {
        QString text;
        while (nextToken(xml, path) != Token::EndElement) {
            if (xml.isCharacters())
                text += xml.text();
        }
        return text;
    }

    XlsxPackage m_package;
    WorkbookLimits m_limits;
    QStringList m_shared;
    QVector<NumberLook> m_looks; ///< by cell style
    bool m_from1904 = false;
    qint64 m_cells = 0;
    Workbook m_workbook;
};

} // namespace

Workbook readXlsx(const QByteArray &bytes, const WorkbookLimits &limits)
{
    return XlsxReader(bytes, limits).read();
}

} // namespace seamfinder
