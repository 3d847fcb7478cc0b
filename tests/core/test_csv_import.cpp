#include "core/catalogue/Query.h"
#include "core/catalogue/ReadCodebook.h"
#include "core/catalogue/ReadExamples.h"
#include "core/catalogue/ReadStudy.h"
#include "core/catalogue/StudyCheck.h"
#include "core/domain/Error.h"
#include "core/domain/Fields.h"
#include "core/exchange/CsvExport.h"
#include "core/exchange/CsvImport.h"
#include "core/exchange/CsvReader.h"
#include "core/exchange/SampleStudy.h"
#include "tests/support/CodedStudy.h"

#include <QtTest>

using namespace seamfinder;
using namespace seamfinder::test;
using namespace Qt::StringLiterals;

class CsvImportTest : public QObject
{
    Q_OBJECT

private:
    static CsvImport::Outcome import(TempStudy &study, const QByteArray &bytes)
    {
        CsvImport::Outcome outcome;
        const CsvImport table(bytes);
        study.writer().perform({u"Import"_s}, [&](Edit &edit) { outcome = table.write(edit); });
        return outcome;
    }

    static QVector<ExampleRecord> examplesOf(TempStudy &study)
    {
        QVector<ExampleId> ids;
        Query q = study.db().query(u"SELECT id FROM example WHERE deleted_at IS NULL ORDER BY id"_s);
        while (q.next())
            ids.append(q.id<ExampleId>(0));
        return readExamples(study.db(), ids);
    }

    static QByteArray exported(TempStudy &study)
    {
        const QString path = study.folder() + u"/out.csv"_s;
        exportCsv(study.db(), {}, study.path(), path);
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// The lines of an export without what belongs to its own study: ids, times, interviews.
    static QStringList comparable(const QByteArray &csv)
    {
        QVector<QStringList> rows = readCsv(csv);
        const QStringList header = rows.takeFirst();
        static const QStringList own{u"example_id"_s,       u"gap_id"_s,
                                     u"interview_id"_s,     u"interview_date"_s,
                                     u"protocol"_s,         u"protocol_version"_s,
                                     u"first_question"_s,   u"evidence_count"_s,
                                     u"priority"_s,         u"coder"_s,
                                     u"created"_s,          u"updated"_s,
                                     u"participant_role"_s, u"participant_role_key"_s};
        QStringList lines;
        for (const QStringList &row : rows) {
            QStringList cells;
            for (qsizetype i = 0; i < header.size(); ++i) {
                // Which of several terms comes first is not kept, except for elements, of which one is main.
                QStringList parts = row[i].split(u"; "_s);
                parts.sort();
                if (!own.contains(header[i]) && !row[i].isEmpty())
                    cells << header[i] + u'=' + parts.join(u"; "_s);
            }
            lines << cells.join(u'\n');
        }
        lines.sort();
        return lines;
    }

    /// Cell by cell, so that a failure names the column.
    static void compare(const QStringList &actual, const QStringList &expected)
    {
        QCOMPARE(actual.size(), expected.size());
        for (qsizetype i = 0; i < expected.size(); ++i) {
            const QStringList left = actual[i].split(u'\n'), right = expected[i].split(u'\n');
            for (qsizetype cell = 0; cell < std::max(left.size(), right.size()); ++cell)
                QCOMPARE(left.value(cell), right.value(cell));
        }
    }

private Q_SLOTS:
    void whatWasExportedComesBackTheSame()
    {
        TempStudy from, into;
        from.writer().perform({u"Sample"_s}, [](Edit &edit) { addSample(edit); });
        const QByteArray csv = exported(from);
        const CsvImport::Outcome outcome = import(into, csv);
        QVERIFY2(outcome.intoStory.isEmpty(), qPrintable(outcome.intoStory.join(u", "_s)));
        const StudyInfo info = readStudyInfo(from.db());
        QCOMPARE(outcome.examples, info.examples);
        compare(comparable(exported(into)), comparable(csv));
        for (const CheckResult &result : checkStudy(into.db()))
            QVERIFY2(result.problems.isEmpty(), qPrintable(result.problems.join(u"; ")));
        into.writer().undo();
        QCOMPARE(readStudyInfo(into.db()).examples, 0);
    }

    void anyTableByItsLabels()
    {
        TempStudy study;
        const CsvImport::Outcome outcome = import(
            study, "Counted on;What turned out;ELEMENT;who needed it;Weather;participant\r\n"
                   "the schema staying;\"it \"\"changed\"\"; twice\";Raw data;nobody I know;rain;P07\r\n"
                   ";;;;;\r\n"
                   "só – שלום 🌧;;;;;p07\r\n");
        QCOMPARE(outcome.examples, 3);
        const QVector<ExampleRecord> examples = examplesOf(study);
        QCOMPARE(examples[0].text(fields::example::countedOn), u"the schema staying"_s);
        QCOMPARE(examples[0].text(fields::example::turnedOut), u"it \"changed\"; twice"_s);
        QCOMPARE(examples[0].coded(fields::example::element).size(), 1);
        QVERIFY(examples[0].text(fields::example::story).contains(u"Weather: rain"_s));
        QVERIFY(outcome.intoStory.contains(u"Weather"_s));
        QCOMPARE(examples[2].text(fields::example::countedOn), u"só – שלום 🌧"_s);
        QCOMPARE(readParticipants(study.db()).size(), 1);
        QCOMPARE(examples[0].participant, examples[2].participant);
    }

    void aTableWithoutKnownColumnsIsKeptWhole()
    {
        TempStudy study;
        QCOMPARE(import(study, "a\tb\nfirst\tsecond\n").examples, 1);
        const QString story = examplesOf(study).first().text(fields::example::story);
        QCOMPARE(story, u"a: first\nb: second"_s);
    }

    void linesWithMoreCellsThanTheHeader()
    {
        TempStudy study;
        import(study, "title\nshort,and long\n");
        const ExampleRecord example = examplesOf(study).first();
        QCOMPARE(example.text(fields::example::title), u"short"_s);
        QVERIFY(example.text(fields::example::story).contains(u"and long"_s));
    }

    void valuesThatDoNotFitAreKept()
    {
        TempStudy study;
        import(study, "title,severity,status,occurrence,effect\nT,very,maybe,sometimes,it hurt\n");
        const QString story = examplesOf(study).first().text(fields::example::story);
        for (const QString &value :
             {u"severity: very"_s, u"status: maybe"_s, u"occurrence: sometimes"_s, u"effect: it hurt"_s})
            QVERIFY2(story.contains(value), qPrintable(story));
    }

    void whatIsNoTableIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("header only") << QByteArray("title,story\r\n");
        QTest::newRow("open quote") << QByteArray("title\n\"no end\n");
    }
    void whatIsNoTableIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY_THROWS_EXCEPTION(Error, (void)CsvImport(bytes));
    }

    void awkwardStudiesComeBackToo()
    {
        TempStudy from, into;
        fillCoded(from, {.seed = 7});
        const QByteArray csv = exported(from);
        QVERIFY(import(into, csv).intoStory.isEmpty());
        compare(comparable(exported(into)), comparable(csv));
    }
};

QTEST_GUILESS_MAIN(CsvImportTest)
#include "test_csv_import.moc"
