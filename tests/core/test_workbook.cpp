#include "core/exchange/Workbook.h"

#include "core/domain/Error.h"
#include "core/exchange/XlsxText.h"
#include "tests/support/Properties.h"

#include <QtTest>
#include <zip.h>

using namespace seamfinder;
using namespace seamfinder::test;
using namespace Qt::StringLiterals;

namespace {

using Parts = QVector<std::pair<QByteArray, QByteArray>>;

QByteArray zipped(const Parts &parts)
{
    zip_source_t *target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(target);
    zip_t *archive = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
    for (const auto &[path, content] : parts) {
        zip_source_t *source =
            zip_source_buffer(archive, content.constData(), zip_uint64_t(content.size()), 0);
        zip_file_add(archive, path.constData(), source, ZIP_FL_OVERWRITE);
    }
    zip_close(archive);
    zip_source_open(target);
    zip_source_seek(target, 0, SEEK_END);
    QByteArray bytes(zip_source_tell(target), Qt::Uninitialized);
    zip_source_seek(target, 0, SEEK_SET);
    zip_source_read(target, bytes.data(), zip_uint64_t(bytes.size()));
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

constexpr auto relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A workbook of one sheet that stands where its relationships say.
Parts parts(const QByteArray &rows, const QByteArray &workbookPr = {})
{
    const QByteArray type = QByteArray("Type=\"") + relation;
    return {
        {"_rels/.rels", "<Relationships><Relationship Id=\"r1\" " + type +
                            "/officeDocument\" Target=\"/odd/book.xml\"/></Relationships>"},
        {"odd/book.xml",
         QByteArray("<workbook xmlns:r=\"") + relation + "\">" + workbookPr +
             "<sheets><sheet name=\"Survey\" sheetId=\"7\" r:id=\"r9\"/></sheets></workbook>"},
        {"odd/_rels/book.xml.rels",
         "<Relationships><Relationship Id=\"r9\" " + type + "/worksheet\" Target=\"sheets/../s.xml\"/>" +
             "<Relationship Id=\"r2\" " + type + "/sharedStrings\" Target=\"strings.xml\"/>" +
             "<Relationship Id=\"r3\" " + type + "/styles\" Target=\"styles.xml\"/></Relationships>"},
        {"odd/strings.xml",
         "<sst><si><t>plain</t></si><si><r><rPr><b/></rPr><t>rich</t></r><r><t xml:space=\"preserve\"> text "
         "</t></r><rPh><t>spoken</t></rPh></si><si><t>_x0041_&amp;_x005F_x0041_</t></si>"
         "<si><r><t>Zu</t></r><r><t>\u0308rich </t></r><r><t>👩</t></r><r><t>\u200d🔧</t></r></si>"
         "<si><r><t xml:space=\"preserve\">ما </t></r><r><rPr><u/></rPr><t>اسمك؟</t></r></si></sst>"},
        {"odd/styles.xml",
         "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/>"
         "<numFmt numFmtId=\"165\" formatCode=\"0.0&quot; days&quot;\"/></numFmts>"
         "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
         "<xf numFmtId=\"164\"/><xf numFmtId=\"22\"/><xf numFmtId=\"165\"/><xf numFmtId=\"20\"/></cellXfs>"
         "</styleSheet>"},
        {"odd/s.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}};
}

QStringList cells(const QByteArray &cells, const QByteArray &workbookPr = {})
{
    const Workbook book = readWorkbook(zipped(parts("<row r=\"4\">" + cells + "</row>", workbookPr)));
    return book.sheets.value(0).rows.value(0).cells;
}

QString refusal(const QByteArray &bytes, const WorkbookLimits &limits = {})
{
    try {
        (void)readWorkbook(bytes, limits);
    } catch (const Error &error) {
        return error.code() == ErrorCode::InvalidInput ? error.detail() : u"another code"_s;
    }
    return {};
}

} // namespace

class WorkbookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsAsPeopleReadThem_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *xml, const char *text) {
            QTest::newRow(xml) << QByteArray(xml) << QString::fromUtf8(text);
        };
        row("<c t='s'><v>0</v></c>", "plain");
        row("<c t='s'><v>1</v></c>", "rich text ");
        row("<c t='s'><v>2</v></c>", "A&_x0041_");
        row("<c t='s'><v>99</v></c><c><v>1</v></c>", "1");
        row("<c t='inlineStr'><is><r><t>in</t></r><r><t>line</t></r></is></c>", "inline");
        row("<c t='str'><f>A1&amp;\"x\"</f><v>made</v></c>", "made");
        row("<c t='b'><v>1</v></c>", "TRUE");
        row("<c t='b'><v>0</v></c>", "FALSE");
        row("<c t='e'><v>#N/A</v></c>", "#N/A");
        row("<c><v>5</v></c>", "5");
        row("<c><v>5.0</v></c>", "5");
        row("<c><v>1E3</v></c>", "1000");
        row("<c><v>0.1</v></c>", "0.1");
        row("<c><v>-2.50</v></c>", "-2.5");
        row("<c s='1'><v>46082</v></c>", "2026-03-01");
        row("<c s='1'><v>1</v></c>", "1900-01-01");
        row("<c s='1'><v>59</v></c>", "1900-02-28");
        row("<c s='1'><v>61</v></c>", "1900-03-01");
        row("<c s='2'><v>46082.75</v></c>", "2026-03-01 18:00:00");
        row("<c s='3'><v>2.5</v></c>", "2.5");
        row("<c s='4'><v>0.5</v></c>", "12:00:00");
        row("<c t='d'><v>2026-03-01</v></c>", "2026-03-01");
        row("<c t='d'><v>2026-03-01T00:00:00</v></c>", "2026-03-01");
        row("<c t='d'><v>2026-03-01T18:30:00Z</v></c>", "2026-03-01 18:30:00");
        row("<c t='d'><v>in March</v></c>", "in March");
        row("<c t='n'><v>5</v></c>", "5");
        row("<c t='b'><v>true</v></c>", "TRUE");
        // What is written as a text stays one, whatever it looks like.
        row("<c t='inlineStr'><is><t>TRUE</t></is></c>", "TRUE");
        row("<c t='inlineStr'><is><t>007</t></is></c>", "007");
        row("<c t='inlineStr'><is><t>5.0</t></is></c>", "5.0");
        row("<c t='inlineStr' s='1'><is><t>46082</t></is></c>", "46082");
        row("<c t='str' s='1'><v>46082</v></c>", "46082");
        row("<c t='inlineStr'><is><t xml:space='preserve'>  two  </t></is></c>", "  two  ");
        // Signs of any script, also where a run ends between those that are shown as one.
        row("<c t='s'><v>3</v></c>", "Zu\u0308rich 👩\u200d🔧");
        row("<c t='s'><v>4</v></c>", "ما اسمك؟");
        row("<c t='inlineStr'><is><t>&#x1F327;\u200f</t></is></c>", "🌧\u200f");
    }

    void cellsAsPeopleReadThem()
    {
        QFETCH(QByteArray, xml);
        QFETCH(QString, text);
        QCOMPARE(cells(xml), QStringList{text});
    }

    void daysFrom1904()
    {
        QCOMPARE(cells("<c s='1'><v>44620</v></c>", "<workbookPr date1904=\"1\"/>"),
                 QStringList{u"2026-03-01"_s});
    }

    /// The first cell has the text; the others have none, and what is beside and below stays in its place.
    void mergedCells()
    {
        Parts merged =
            parts("<row r='1'><c r='A1' t='inlineStr'><is><t>wide</t></is></c><c r='B1'/><c r='C1'/>"
                  "<c r='D1'><v>7</v></c></row><row r='2'><c r='A2'/><c r='B2'/></row>"
                  "<row r='3'><c r='B3'><v>8</v></c></row>");
        merged.last().second.replace("</worksheet>",
                                     "<mergeCells count='1'><mergeCell ref='A1:C2'/></mergeCells>"
                                     "</worksheet>");
        const Workbook book = readWorkbook(zipped(merged));
        QCOMPARE(book.sheets.size(), 1);
        const QVector<SheetRow> &rows = book.sheets[0].rows;
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0].cells, QStringList({u"wide"_s, QString(), QString(), u"7"_s}));
        QCOMPARE(rows[1].number, 3);
        QCOMPARE(rows[1].cells, QStringList({QString(), u"8"_s}));
    }

    void placesAreKept()
    {
        const Workbook book = readWorkbook(
            zipped(parts("<row r=\"3\"><c r=\"C3\"><v>1</v></c></row><row r=\"5\"/><row><c><v>2</v></c></row>"
                         "<row r=\"40\"><c r=\"AB40\"><v>3</v></c></row>")));
        QCOMPARE(book.sheets.size(), 1);
        const Sheet *sheet = book.sheet(u"survey");
        QVERIFY(sheet);
        QCOMPARE(sheet->rows.size(), 3);
        QCOMPARE(sheet->rows[0].number, 3);
        QCOMPARE(sheet->rows[0].cells, QStringList({QString(), QString(), u"1"_s}));
        QCOMPARE(sheet->rows[1].number, 6);
        QCOMPARE(sheet->rows[2].number, 40);
        QCOMPARE(sheet->letters(27), u"AB"_s);
        QCOMPARE(sheet->letters(25), u"Z"_s);
        QCOMPARE(sheet->letters(701), u"ZZ"_s);
        QCOMPARE(sheet->letters(702), u"AAA"_s);
    }

    void refusesWhatIsDangerous_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("what");
        const QByteArray good = zipped(parts("<row><c><v>1</v></c></row>"));
        QTest::newRow("cut off") << good.chopped(good.size() / 2) << u"damaged or cut off"_s;
        QTest::newRow("cut off at the end") << good.chopped(5) << u"damaged or cut off"_s;
        QTest::newRow("a zip of something else") << zipped({{"a.txt", "hello"}}) << u"no spreadsheet"_s;
        QTest::newRow("not well-formed") << zipped(parts("<row><c>")) << u"is damaged"_s;
        QTest::newRow("cut off XML") << zipped(parts("<row><c><v>1")) << u"is damaged"_s;
        Parts entities = parts({});
        entities.last().second =
            "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
            "<worksheet><sheetData><row><c t='str'><v>&b;</v></c></row></sheetData></worksheet>";
        QTest::newRow("entities") << zipped(entities) << u"document type"_s;
        QTest::newRow("far to the right")
            << zipped(parts("<row><c r=\"XFD1\"><v>1</v></c></row>")) << u"too many cells"_s;
        QByteArray wide;
        for (int i = 1; i < 2500; ++i)
            wide += "<row><c r=\"AAZ" + QByteArray::number(i) + "\"><v>1</v></c></row>";
        QTest::newRow("much space") << zipped(parts(wide + wide)) << u"too many cells"_s;
        QTest::newRow("bomb") << zipped(parts("<row><c t='str'><v>" + QByteArray(65 << 20, 'x') +
                                              "</v></c></row>"))
                              << u"expands to more than 64 MB"_s;
        QTest::newRow("large") << QByteArray("PK" + QByteArray((16 << 20) + 1, 'x'))
                               << u"larger than 16 MB"_s;
        QTest::newRow("no sheet is named") << QByteArray(",type,name\n") << u"no sheet is named"_s;
    }

    void refusesWhatIsDangerous()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, what);
        const QString said = refusal(bytes);
        QVERIFY2(said.contains(what), qPrintable(said));
    }

    /// A document type can be in any part, and name a file of this machine.
    void refusesADocumentTypeInAnyPart()
    {
        const Parts good = parts("<row><c t='s'><v>1</v></c></row>");
        QCOMPARE(refusal(zipped(good)), QString());
        for (qsizetype i = 0; i < good.size(); ++i) {
            for (const QByteArray &type :
                 {QByteArray("<!DOCTYPE x>"), QByteArray("<!DOCTYPE x SYSTEM \"file:///etc/hostname\">")}) {
                Parts bad = good;
                bad[i].second.prepend(type);
                const QString said = refusal(zipped(bad));
                QVERIFY2(said.contains(u"document type"_s),
                         qPrintable(QString::fromUtf8(good[i].first) + u": "_s + said));
            }
        }
    }

    /// Small files that would fill the memory: by one part, by several, and with a size that is not true.
    void capsWhatExpands()
    {
        const QByteArray text(1'900'000, 'x');
        Parts large = parts("<row><c t='str'><v>" + text + "</v></c></row>");
        const QByteArray one = zipped(large);
        large[3].second = "<sst><si><t>" + text + "</t></si></sst>";
        const QByteArray two = zipped(large);
        QVERIFY(two.size() < 100'000);
        const WorkbookLimits enough{.entry = 2 << 20, .total = 4 << 20};
        QCOMPARE(refusal(one, enough), QString());
        QCOMPARE(refusal(two, enough), QString());
        QVERIFY(refusal(one, {.entry = 1 << 20}).contains(u"expands to more than 1 MB"_s));
        const WorkbookLimits together{.entry = 2 << 20, .total = 3 << 20};
        QCOMPARE(refusal(one, together), QString());
        QVERIFY(refusal(two, together).contains(u"expands to more than 3 MB"_s));

        const auto littleEndian = [](qsizetype size) {
            QByteArray bytes;
            for (int i = 0; i < 4; ++i)
                bytes.append(char((size >> (8 * i)) & 0xff));
            return bytes;
        };
        QByteArray lying = one;
        const QByteArray size =
            littleEndian(parts("<row><c t='str'><v>" + text + "</v></c></row>").last().second.size());
        QVERIFY(lying.contains(size));
        lying.replace(size, littleEndian(100));
        QVERIFY(!refusal(lying, {.entry = 1 << 20}).isEmpty());
    }

    /// Any byte of a file may be wrong: it is refused or read, and nothing else happens.
    void survivesDamage()
    {
        const QByteArray good = zipped(parts("<row><c t='s'><v>1</v></c><c s='1'><v>46082</v></c></row>"));
        QVERIFY(holds("a damaged file is read or refused", 400, [&] {
            QByteArray bytes = good;
            const int places = *rc::gen::inRange(1, 6);
            for (int i = 0; i < places; ++i)
                bytes[*rc::gen::inRange<qsizetype>(2, bytes.size())] = *rc::gen::arbitrary<char>();
            (void)refusal(bytes);
        }));
    }

    void whatIsWrittenIsReadBack()
    {
        QVERIFY(holds("any texts in cells are read back", 60, [] {
            const auto table =
                *rc::gen::resize(5, rc::gen::container<std::vector<std::vector<QString>>>(
                                        rc::gen::container<std::vector<QString>>(shortText(8))));
            Sheet sheet{u"survey"_s, 0, {{1, {u"type"_s}}}};
            Workbook expected;
            for (const auto &row : table) {
                QStringList texts(row.begin(), row.end());
                sheet.rows.append({int(sheet.rows.size()) + 1, texts});
            }
            for (const QByteArray &bytes : {writeXlsx({{sheet}}), writeCsvWorkbook({{sheet}})}) {
                const Workbook read = readWorkbook(bytes);
                RC_ASSERT(read.sheets.size() == 1);
                const Sheet &again = read.sheets.first();
                qsizetype at = 0;
                for (const SheetRow &row : std::as_const(sheet.rows)) {
                    QStringList cells = row.cells;
                    while (!cells.isEmpty() && cells.last().isEmpty())
                        cells.removeLast();
                    if (cells.isEmpty())
                        continue;
                    QStringList found = again.rows[at].cells;
                    while (!found.isEmpty() && found.last().isEmpty())
                        found.removeLast();
                    RC_ASSERT(found == cells);
                    ++at;
                }
                RC_ASSERT(at == again.rows.size());
            }
        }));
    }

    void aTextThatFitsNoCell()
    {
        const Workbook book{{{u"survey"_s, 0, {{1, {QString(32'768, u'x')}}}}}};
        QVERIFY_THROWS_EXCEPTION(Error, (void)writeXlsx(book));
        QCOMPARE(readWorkbook(writeCsvWorkbook(book)).sheets[0].rows[0].cells[0].size(), 32'768);
    }

    void markdownTables()
    {
        const Workbook book = readWorkbook("| survey | | |\n"
                                           "|   | type | name |\n"
                                           "|---|------|------|\n"
                                           "\n"
                                           "|   | text | a \\| b |\n"
                                           "| choices |\n"
                                           "|   | x\n");
        QCOMPARE(book.sheets.size(), 2);
        QCOMPARE(book.sheets[0].rows[1].number, 5);
        QCOMPARE(book.sheets[0].rows[1].cells, QStringList({u"text"_s, u"a | b"_s}));
        QCOMPARE(book.sheets[0].letters(0), u"B"_s);
        QCOMPARE(book.sheets[1].rows[0].cells, QStringList{u"x"_s});
    }
};

QTEST_GUILESS_MAIN(WorkbookTest)
#include "test_workbook.moc"
