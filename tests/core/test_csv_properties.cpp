#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ReadStudy.h"
#include "core/domain/Error.h"
#include "core/domain/Fields.h"
#include "core/exchange/CsvExport.h"
#include "core/exchange/CsvReader.h"
#include "tests/support/Accounts.h"

#include <QtTest>

using namespace seamfinder;
using namespace seamfinder::test;
using namespace Qt::StringLiterals;

namespace {

std::string delimiters()
{
    std::string accepted;
    for (char c = 1; c < 127; ++c) {
        try {
            accepted += csvDelimiter(QString(QLatin1Char(c)));
        } catch (const Error &) {
            continue;
        }
    }
    return accepted;
}

std::string written(const std::vector<Row> &rows, const CsvFormat &format)
{
    std::string text;
    for (const Row &row : rows) {
        for (const QString &cell : row)
            format.cell(text, cell.toStdString());
        CsvFormat::endLine(text);
    }
    return text;
}

QVector<QStringList> parsed(const std::string &text, char delimiter)
{
    return readCsv(QByteArrayView(text.data(), qsizetype(text.size())), delimiter);
}

// What a reader of one cell sees; the cell before it keeps an empty line from being none.
QString spreadsheetCell(const QString &text, char delimiter)
{
    std::string line;
    const CsvFormat format(delimiter, CsvMode::Spreadsheet);
    format.cell(line, "x");
    format.cell(line, text.toStdString());
    CsvFormat::endLine(line);
    return parsed(line, delimiter).value(0).value(1);
}

/// One export, its rows found by the ids in them.
class Exported
{
public:
    Exported(TempStudy &study, const CsvOptions &options)
    {
        const QString path = study.folder() + u"/out.csv"_s;
        exportCsv(study.db(), options, study.path(), path);
        QFile file(path);
        RC_ASSERT(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        RC_ASSERT(bytes.startsWith("\xef\xbb\xbf") == options.bom);
        m_rows = readCsv(bytes, options.delimiter);
        m_header = m_rows.takeFirst();
        for (const QStringList &row : m_rows)
            RC_ASSERT(row.size() == m_header.size());
    }

    [[nodiscard]] qsizetype count(const QString &column, const QString &id) const
    {
        return std::count_if(m_rows.begin(), m_rows.end(),
                             [&](const QStringList &row) { return cell(row, column) == id; });
    }
    [[nodiscard]] QString cell(const QString &idColumn, const QString &id, const QString &column) const
    {
        RC_ASSERT(m_header.contains(column));
        for (const QStringList &row : m_rows) {
            if (cell(row, idColumn) == id)
                return cell(row, column);
        }
        RC_FAIL("no row has " + id.toStdString());
    }
    [[nodiscard]] qsizetype size() const { return m_rows.size(); }

private:
    [[nodiscard]] QString cell(const QStringList &row, const QString &column) const
    {
        return row.value(m_header.indexOf(column));
    }

    QStringList m_header;
    QVector<QStringList> m_rows;
};

class CsvPropertiesTest : public QObject
{
    Q_OBJECT

private:
    static void checkExample(const Exported &table, const Stored &stored, bool wide)
    {
        const auto cell = [&](const QString &column) {
            return table.cell(u"example_id"_s, toText(stored.example), column);
        };
        const QVector<Field> fields = textFields();
        for (qsizetype i = 0; i < fields.size(); ++i)
            RC_ASSERT(cell(fields[i].key) == stored.account.words[size_t(i)]);
        RC_ASSERT(cell(u"participant"_s) == stored.account.participant);
        RC_ASSERT(cell(u"system"_s) == stored.account.system);
        RC_ASSERT(cell(u"incident"_s) == stored.account.incident);
        if (wide)
            return;
        RC_ASSERT(cell(u"tag"_s) == stored.tag);
        if (!stored.account.other.isEmpty())
            RC_ASSERT(cell(u"element"_s).endsWith(u" ("_s + stored.account.other + u')'));
    }

    static void checkGaps(const Exported &table, const Stored &stored)
    {
        for (qsizetype i = 0; i < stored.gaps.size(); ++i) {
            const QString id = toText(stored.gaps[i]);
            RC_ASSERT(table.count(u"gap_id"_s, id) == 1);
            RC_ASSERT(table.cell(u"gap_id"_s, id, u"information"_s) == stored.account.gaps[size_t(i)]);
            RC_ASSERT(table.cell(u"gap_id"_s, id, u"participant"_s) == stored.account.participant);
            RC_ASSERT(table.cell(u"gap_id"_s, id, u"example_id"_s) == toText(stored.example));
        }
    }

    static void checkUnits(const Exported &table, const QVector<Stored> &all, CsvLayout layout)
    {
        const bool byExample = layout == CsvLayout::Examples || layout == CsvLayout::Wide;
        qsizetype rows = 0;
        for (const Stored &stored : all) {
            if (stored.example)
                checkExample(table, stored, layout == CsvLayout::Wide);
            if (!byExample)
                checkGaps(table, stored);
            rows +=
                byExample ? bool(stored.example) : qMax(stored.gaps.size(), qsizetype(bool(stored.example)));
        }
        RC_ASSERT(table.size() == rows);
    }

    static void checkCodings(const Exported &table, const QVector<Stored> &all)
    {
        qsizetype rows = 0;
        for (const Stored &stored : all) {
            QStringList targets = stored.example ? QStringList{toText(stored.example)} : QStringList{};
            rows += stored.example && !stored.tag.isEmpty();
            for (const GapId gap : stored.gaps)
                targets.append(toText(gap));
            for (const QString &target : targets) {
                RC_ASSERT(table.cell(u"target"_s, target, u"other"_s) == stored.account.other);
                RC_ASSERT(table.cell(u"target"_s, target, u"participant"_s) == stored.account.participant);
            }
            rows += targets.size();
        }
        RC_ASSERT(table.size() == rows);
    }

private Q_SLOTS:
    void anyTableIsReadBackAsItWas()
    {
        const std::string marks = delimiters();
        QVERIFY(marks.find_first_of(",;\t|") != std::string::npos);
        QVERIFY(marks.size() > 20);
        QVERIFY(holds("what is written in exact mode is read back", 150, [&] {
            auto rows = *rc::gen::container<std::vector<Row>>(
                rc::gen::nonEmpty(rc::gen::resize(4, rc::gen::container<Row>(shortText(12)))));
            // Exports have a header, too: without one, a mark in the first text would be taken for the
            // file's.
            rows.insert(rows.begin(), Row{u"header"_s});
            QVector<QStringList> expected;
            for (const Row &row : rows) {
                if (row != Row{QString()}) // an empty line is none
                    expected.append(QStringList(row.begin(), row.end()));
            }
            for (const char delimiter : marks) {
                const std::string text = written(rows, CsvFormat(delimiter));
                RC_ASSERT(parsed(text, delimiter) == expected);
                RC_ASSERT(parsed("\xef\xbb\xbf" + text, delimiter) == expected);
            }
        }));
    }

    void noCellOfASpreadsheetRuns()
    {
        const std::string marks = delimiters();
        static const QRegularExpression runs(
            u"^(?:[\\t\\r\\n]|[ \\t\\r\\n\\x0b\\f\\x{a0}\\x{3000}\\x{200b}\\x{feff}]*"
            "[-=+@\\x{ff1d}\\x{ff0b}\\x{ff0d}\\x{ff20}])"_s);
        QVERIFY(holds("no cell runs in a spreadsheet, and no text is changed otherwise", 1000, [&] {
            const QString text = *shortText(12);
            const char delimiter = *rc::gen::elementOf(marks);
            const QString cell = spreadsheetCell(text, delimiter);
            const QString kept = QString(text).remove(QChar::Null);
            RC_ASSERT(!runs.match(cell).hasMatch());
            RC_ASSERT(cell == (runs.match(kept).hasMatch() ? u'\'' + kept : kept));
        }));
    }

    /// The guard of a cell would end it.
    void theGuardIsNoDelimiter() { QVERIFY_THROWS_EXCEPTION(Error, (void)csvDelimiter(u"'"_s)); }

    void theMarkAtTheStartOfAName()
    {
        TempStudy study;
        study.writer().perform({u"fill"_s}, [](Edit &edit) { createParticipant(edit, u"\ufeffP"_s); });
        QCOMPARE(readParticipants(study.db()).value(0).pseudonym, u"\ufeffP"_s);
    }

    void everyTextOfAStudyIsInItsCell()
    {
        QVERIFY(holds("every layout has the study's texts", 25, [] {
            const auto accounts = *rc::gen::resize(6, rc::gen::container<std::vector<Account>>(anyAccount()));
            const bool bom = *rc::gen::arbitrary<bool>();
            const char delimiter = *rc::gen::element(',', ';', '\t');
            TempStudy study;
            const QVector<Stored> all = storeAll(study, accounts);
            for (const CsvLayoutInfo &info : csvLayouts()) {
                if (isOfInterviews(info.layout) || info.layout == CsvLayout::Evidence)
                    continue; // of interviews; there is none here
                const Exported table(study, {.layout = info.layout, .delimiter = delimiter, .bom = bom});
                info.layout == CsvLayout::Codings ? checkCodings(table, all)
                                                  : checkUnits(table, all, info.layout);
            }
        }));
    }
};
} // namespace

QTEST_GUILESS_MAIN(CsvPropertiesTest)
#include "test_csv_properties.moc"
