#include "core/analysis/Counts.h"
#include "core/analysis/DimensionLabels.h"
#include "core/analysis/FilterOption.h"
#include "core/catalogue/ConsentOfEach.h"
#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditFields.h"
#include "core/catalogue/EditPeople.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/domain/Error.h"
#include "core/domain/Fields.h"
#include "core/exchange/CsvExport.h"
#include "core/exchange/CsvReader.h"
#include "tests/support/CodedStudy.h"

#include <map>
#include <QtTest>
#include <set>

using namespace seamfinder;
using namespace seamfinder::test;
using namespace Qt::StringLiterals;

namespace {

struct Table
{
    QStringList header;
    QVector<QStringList> rows;

    [[nodiscard]] QString cell(qsizetype row, const QString &column) const
    {
        return rows[row].value(header.indexOf(column));
    }
    [[nodiscard]] QStringList keys(qsizetype row, const QString &column) const
    {
        const QString text = cell(row, column);
        return text.isEmpty() ? QStringList{u"(none)"_s} : text.split(u"; "_s);
    }
};

class CsvTest : public QObject
{
    Q_OBJECT

private:
    static QByteArray bytes(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
    }

    static Table exported(TempStudy &study, const CsvOptions &options)
    {
        const QString path = study.folder() + u"/out.csv"_s;
        exportCsv(study.db(), options, study.path(), path);
        QVector<QStringList> rows = readCsv(bytes(path), options.delimiter);
        const QStringList header = rows.takeFirst();
        for (const QStringList &row : rows) {
            if (row.size() != header.size())
                qFatal("a row of %lld cells under a header of %lld", qlonglong(row.size()),
                       qlonglong(header.size()));
        }
        return {header, rows};
    }

    static std::optional<ErrorCode> refusal(TempStudy &study, const QString &path)
    {
        try {
            exportCsv(study.db(), {}, study.path(), path);
        } catch (const Error &error) {
            return error.code();
        }
        return std::nullopt;
    }

private Q_SLOTS:
    void paradataInOrderWithItsOffsets()
    {
        TempStudy study;
        InterviewId interview;
        study.writer().perform({u"Interview"_s}, [&](Edit &edit) {
            interview =
                createInterview(edit, readProtocolVersions(edit.db()).value(0).id,
                                {createParticipant(edit, u"P01"_s), createParticipant(edit, u"P02"_s)});
            const qint64 session = startParadataSession(edit, interview);
            addParadata(edit, session, 0, "begin"_L1, {u"takes-part"_s, {}});
            addParadata(edit, session, 1500, "recording"_L1, {u"takes-part"_s, {}});
            addParadata(edit, session, 4000, "missing"_L1, {u"gone"_s, u"a/b"_s}, u"declined; \"so\""_s);
        });
        const Table table = exported(study, {.layout = CsvLayout::Paradata, .delimiter = ';', .bom = true});
        QCOMPARE(table.rows.size(), 3);
        QCOMPARE(table.cell(0, u"interview"_s), toText(interview));
        QCOMPARE(table.cell(0, u"participants"_s), u"P01; P02"_s);
        QCOMPARE(table.cell(0, u"section"_s), u"welcome"_s);
        QCOMPARE(table.cell(0, u"recording_ms"_s), QString());
        QCOMPARE(table.cell(1, u"recording_ms"_s), u"0"_s);
        QCOMPARE(table.cell(2, u"offset_ms"_s), u"4000"_s);
        QCOMPARE(table.cell(2, u"recording_ms"_s), u"2500"_s);
        QCOMPARE(table.cell(2, u"section"_s), QString());
        QCOMPARE(table.cell(2, u"instances"_s), u"a/b"_s);
        QCOMPARE(table.cell(2, u"detail"_s), u"declined; \"so\""_s);
        const auto time = [&table](qsizetype row) {
            return QDateTime::fromString(table.cell(row, u"time"_s), Qt::ISODateWithMs);
        };
        QCOMPARE(time(0).msecsTo(time(2)), 4000);
    }

    void answersOfAllKinds()
    {
        TempStudy study;
        InterviewId interview;
        const auto at = [](const char *question) { return AnswerPlace{QString::fromLatin1(question), {}}; };
        study.writer().perform({u"Interview"_s}, [&](Edit &edit) {
            const ParticipantId participant = createParticipant(edit, u"P01"_s);
            const ParticipantId second = createParticipant(edit, u"P02"_s);
            interview =
                createInterview(edit, readProtocolVersions(edit.db()).value(0).id, {participant, second});
            setConsentOf(edit, interview, participant, fields::interview::takesPart, u"yes"_s);
            setConsentOf(edit, interview, second, fields::interview::takesPart, u"yes"_s);
            setConsentOf(edit, interview, second, fields::interview::quotes, u"verbatim"_s);
            setAnswer(edit, interview, at("headline-picks"),
                      crockford(createExample(edit, {.interview = interview,
                                                     .participant = second,
                                                     .firstQuestion = u"headlines"_s})
                                    .value));
            setValue(edit, fields::participant::years, second.value, 3);
            setAnswer(edit, interview, at("briefing-reminds"), u"It \"broke\";\nthen 😀"_s);
            setAnswerNote(edit, interview, at("briefing-unclear"), u"only a note"_s);
            setAnswerMissing(edit, interview, at("briefing-unclear"), MissingCode::Declined);
            setProbeAsked(edit, interview, at("briefing-reminds"), u"first"_s, true);
            setAnswerSpeaker(edit, interview, at("briefing-reminds"), second);
            setAnswer(edit, interview, at("close-missed"), u"Mine"_s, participant);
            setAnswer(edit, interview, at("close-missed"), u"Ours"_s, second);
            setAnswerNote(edit, interview, at("close-missed"), u"laughs"_s, second);
            setValue(edit, fields::participant::years, participant.value, 7);
        });
        const Table table = exported(study, {.layout = CsvLayout::Answers});
        const auto cell = [&table](const QString &question, const QString &column) {
            for (qsizetype row = 0; row < table.rows.size(); ++row) {
                if (table.cell(row, u"question"_s) == question)
                    return table.cell(row, column);
            }
            return u"(no row)"_s;
        };
        QCOMPARE(cell(u"takes-part"_s, u"answer"_s), u"Yes"_s);
        QCOMPARE(cell(u"takes-part"_s, u"answer_key"_s), u"yes"_s);
        QCOMPARE(cell(u"briefing-reminds"_s, u"answer"_s), u"It \"broke\";\nthen 😀"_s);
        QCOMPARE(cell(u"briefing-reminds"_s, u"section"_s), u"briefing"_s);
        QCOMPARE(cell(u"briefing-reminds"_s, u"probes"_s), u"first"_s);
        QVERIFY(cell(u"briefing-reminds"_s, u"asked"_s).contains(u"remind"));
        QCOMPARE(cell(u"briefing-unclear"_s, u"missing"_s), u"declined"_s);
        QCOMPARE(cell(u"briefing-unclear"_s, u"note"_s), u"only a note"_s);
        QCOMPARE(cell(u"years"_s, u"answer"_s), u"7"_s);
        QCOMPARE(cell(u"contact-again"_s, u"answer"_s), u"(no row)"_s);
        QCOMPARE(table.cell(0, u"participants"_s), u"P01; P02"_s);
        QCOMPARE(cell(u"briefing-reminds"_s, u"speaker"_s), u"P02"_s);
        QCOMPARE(cell(u"briefing-unclear"_s, u"speaker"_s), u"P01"_s);
        QCOMPARE(cell(u"takes-part"_s, u"speaker"_s), u"P01"_s);
        // What each answers for themselves has a line for each who did.
        const auto said = [&table](const QString &question) {
            QStringList lines;
            for (qsizetype row = 0; row < table.rows.size(); ++row) {
                if (table.cell(row, u"question"_s) == question)
                    lines.append(table.cell(row, u"speaker"_s) + u": "_s + table.cell(row, u"answer_key"_s) +
                                 table.cell(row, u"answer"_s));
            }
            return lines;
        };
        QCOMPARE(said(u"close-missed"_s), (QStringList{u"P01: Mine"_s, u"P02: Ours"_s}));
        QCOMPARE(said(u"years"_s), (QStringList{u"P01: 7"_s, u"P02: 3"_s}));
        QCOMPARE(said(u"takes-part"_s), (QStringList{u"P01: yesYes"_s, u"P02: yesYes"_s}));
        QCOMPARE(said(u"quotes"_s).size(), 1);
        QVERIFY(said(u"quotes"_s).first().startsWith(u"P02: verbatim"_s));
        QCOMPARE(cell(u"headline-picks"_s, u"speaker"_s), QString()); // the interview's
    }

    void aFilterLeavesInterviewsOfAnswersAndParadata()
    {
        TempStudy study;
        InterviewId first, second;
        study.writer().perform({u"Interviews"_s}, [&](Edit &edit) {
            const auto hold = [&](const QString &name) {
                const ParticipantId participant = createParticipant(edit, name);
                const InterviewId interview =
                    createInterview(edit, readProtocolVersions(edit.db()).value(0).id, {participant});
                setAnswer(edit, interview, {u"briefing-reminds"_s, {}}, u"told by "_s + name);
                addParadata(edit, startParadataSession(edit, interview), 0, "begin"_L1,
                            {u"takes-part"_s, {}});
                return interview;
            };
            first = hold(u"P01"_s);
            second = hold(u"P02"_s);
            hold(u"P03"_s);
            const ExampleId example = createExample(edit, {.interview = second});
            setValue(edit, fields::example::status, example.value, u"not-mismatch"_s);
        });
        const auto interviewsOf = [&](CsvLayout layout, const QString &filter) {
            CsvOptions options{.layout = layout};
            addFilterOption(options.filter, filter, DimensionLabels::read(study.db()));
            const Table table = exported(study, options);
            std::set<QString> ids;
            for (qsizetype row = 0; row < table.rows.size(); ++row)
                ids.insert(table.cell(row, u"interview"_s));
            return ids;
        };
        for (const CsvLayout layout : {CsvLayout::Answers, CsvLayout::Paradata}) {
            QCOMPARE(interviewsOf(layout, u"participant=P01"_s), std::set{toText(first)}); // without examples
            QCOMPARE(interviewsOf(layout, u"interview="_s + toText(second)), std::set{toText(second)});
            QCOMPARE(interviewsOf(layout, u"status=not-mismatch"_s), std::set{toText(second)});
            QCOMPARE(interviewsOf(layout, u"text=nowhere"_s), std::set<QString>{});
        }
    }

    // Cells of nasty signs, written and read back.
    void spreadsheetCells_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QByteArray>("written");
        for (const char *cell : {"=1+1", "+1", "-1", "@a"})
            QTest::newRow(cell) << QByteArray(cell) << "'" + QByteArray(cell);
        QTest::newRow("tab") << QByteArray("\ta") << QByteArray("'\ta");
        QTest::newRow("cr") << QByteArray("\ra") << QByteArray("\"'\ra\"");
        QTest::newRow("quoted") << QByteArray("=a,\"b\"") << QByteArray("\"'=a,\"\"b\"\"\"");
        for (const char *cell :
             {"\n=2", " =3", "\u00a0 +1", "\uff1d1+1", "\uff0b1", "\uff0d1", "\uff20a", " \uff1d1"}) {
            const bool quoted = *cell == '\n';
            QTest::newRow(cell) << QByteArray(cell)
                                << (quoted ? "\"'" + QByteArray(cell) + '"' : "'" + QByteArray(cell));
        }
        QTest::newRow("a blank and no sign") << QByteArray(" a=b") << QByteArray(" a=b");
        QTest::newRow("NUL") << QByteArray("a\0b", 3) << QByteArray("ab");
        QTest::newRow("NUL before a sign") << QByteArray("\0=1", 3) << QByteArray("'=1");
        QTest::newRow("inside") << QByteArray("a=b") << QByteArray("a=b");
        QTest::newRow("empty") << QByteArray() << QByteArray();
    }
    void spreadsheetCells()
    {
        QFETCH(QByteArray, cell);
        QFETCH(QByteArray, written);
        std::string line;
        CsvFormat(',', CsvMode::Spreadsheet).cell(line, cell.toStdString());
        QCOMPARE(QByteArray::fromStdString(line), written + ',');
    }

    void exactCellsAreByteTrue()
    {
        std::string line;
        CsvFormat(',', CsvMode::Exact).cell(line, std::string("\0=1 \uff1d", 7));
        QCOMPARE(QByteArray::fromStdString(line), QByteArray("\0=1 \uff1d,", 8));
    }

    void brokenCsvIsRefused()
    {
        for (const char *text : {"a,\"b", "a\"b,c", "\"a\"b", "\"a\"\"", "\"\"\""})
            QVERIFY_THROWS_EXCEPTION(Error, static_cast<void>(readCsv(text)));
        QCOMPARE(readCsv("\xef\xbb\xbf"), QVector<QStringList>{});
        QCOMPARE(readCsv("a,\r\n\"\"\nb"), (QVector<QStringList>{{u"a"_s, u""_s}, {u""_s}, {u"b"_s}}));
    }

    void aLineOfAGapIsOfWhoNamedIt()
    {
        TempStudy study;
        study.writer().perform({u"Tell"_s}, [](Edit &edit) {
            const ParticipantId one = createParticipant(edit, u"P01"_s),
                                two = createParticipant(edit, u"P02"_s);
            const ExampleId example = createExample(edit, {.participant = one});
            setGapTeller(edit, createGap(edit, example), two);
        });
        QCOMPARE(exported(study, {.layout = CsvLayout::Gaps}).cell(0, u"participant"_s), u"P02"_s);
        QCOMPARE(exported(study, {.layout = CsvLayout::Flows}).cell(0, u"participant"_s), u"P02"_s);
        QCOMPARE(exported(study, {.layout = CsvLayout::Examples}).cell(0, u"participant"_s), u"P01"_s);
    }

    void aLineByExampleSaysWhenTheExampleWasMade()
    {
        TempStudy study;
        ExampleId example{};
        study.writer().perform({u"Example"_s}, [&](Edit &edit) { example = createExample(edit, {}); });
        QTest::qWait(1100); // the file tells seconds
        study.writer().perform({u"Gap"_s}, [&](Edit &edit) { createGap(edit, example); });
        const ExampleRecord record = *readExample(study.db(), example);
        QVERIFY(record.created / 1000 != record.gaps.first().created / 1000);
        for (const CsvLayout layout : {CsvLayout::Examples, CsvLayout::Wide, CsvLayout::Gaps}) {
            const Table table = exported(study, {.layout = layout});
            const qint64 made = layout == CsvLayout::Gaps ? record.gaps.first().created : record.created;
            const QDateTime told = QDateTime::fromString(table.cell(0, u"created"_s), Qt::ISODate);
            QCOMPARE(told.toSecsSinceEpoch(), made / 1000);
        }
    }

    // What the command line promises: the table of gaps is what a reader of the flows counts.
    void flowsAgreeWithTheTable()
    {
        TempStudy study;
        fillCoded(study, {.participants = 5, .examples = 60, .seed = 11});
        const Table flows = exported(study, {.layout = CsvLayout::Flows});
        const CatalogueColumns columns = CatalogueColumns::load(study.db());
        const DimensionLabels labels = DimensionLabels::read(study.db());
        const Selection selection = select(columns, withoutNonMismatches({}));
        for (const auto &[dimension, column] :
             {std::pair(Dimension::Element, u"element_key"_s), std::pair(Dimension::Item, u"item_key"_s),
              std::pair(Dimension::Owner, u"owner_key"_s),
              std::pair(Dimension::ParticipantRole, u"participant_role_key"_s)}) {
            const CrossTab table = crossTab(columns, selection, dimension, Dimension::NeededBy);
            std::map<std::pair<QString, QString>, std::array<std::set<QString>, 3>> cells;
            for (qsizetype row = 0; row < flows.rows.size(); ++row) {
                for (const QString &down : flows.keys(row, column)) {
                    auto &cell = cells[{down, flows.keys(row, u"needed_by_key"_s).first()}];
                    cell[0].insert(flows.cell(row, u"participant"_s));
                    cell[1].insert(flows.cell(row, u"example_id"_s));
                    cell[2].insert(flows.cell(row, u"gap_id"_s));
                }
            }
            for (qsizetype r = 0; r < table.rows.size(); ++r) {
                for (qsizetype c = 0; c < table.columns.size(); ++c) {
                    auto &cell = cells[{labels.key(dimension, table.rows[r]),
                                        labels.key(Dimension::NeededBy, table.columns[c])}];
                    for (std::set<QString> &ids : cell)
                        ids.erase(QString());
                    QCOMPARE(table.cell(r, c),
                             (UnitCounts{int(cell[0].size()), int(cell[1].size()), int(cell[2].size())}));
                }
            }
        }
    }

    void layoutsHaveTheirRows()
    {
        TempStudy study;
        fillCoded(study, {.participants = 4, .examples = 40, .seed = 2});
        const CatalogueColumns columns = CatalogueColumns::load(study.db());
        const UnitCounts all = select(columns, {}).counts;
        std::set<qint32> withGaps;
        for (size_t gap = 0; gap < columns.gapIds().size(); ++gap) {
            if (columns.isGapShown(gap))
                withGaps.insert(columns.rowOfGap()[gap]);
        }
        int gapless = 0;
        for (size_t row = 0; row < columns.rowIds().size(); ++row)
            gapless += columns.isShown(row) && !withGaps.contains(qint32(row));
        QVERIFY(gapless > 0);
        QCOMPARE(exported(study, {.layout = CsvLayout::Gaps}).rows.size(), all.gaps + gapless);
        QCOMPARE(exported(study, {.layout = CsvLayout::Examples}).rows.size(), all.examples);
        const Table wide = exported(study, {.layout = CsvLayout::Wide, .delimiter = ';', .bom = true});
        QCOMPARE(wide.rows.size(), all.examples);
        const Table examples = exported(study, {.layout = CsvLayout::Examples});
        bool any = false;
        for (const QString &name : wide.header) {
            if (!name.startsWith(u"element:"))
                continue;
            any = true;
            for (qsizetype row = 0; row < wide.rows.size(); ++row)
                QCOMPARE(wide.cell(row, name) == u"1",
                         examples.keys(row, u"element_key"_s).contains(name.section(u':', 1)));
        }
        QVERIFY(any);
        const Table codings = exported(study, {.layout = CsvLayout::Codings});
        QVERIFY(codings.rows.size() > all.gaps);
        QCOMPARE(codings.cell(0, u"stage"_s), u"after"_s);
    }

    void filtersChooseGapsAndExamples()
    {
        TempStudy study;
        fillCoded(study);
        const DimensionLabels labels = DimensionLabels::read(study.db());
        const QString role = labels.key(Dimension::Owner, labels.values(Dimension::Owner).first());
        CsvOptions options;
        addFilterOption(options.filter, u"owner="_s + role, labels);
        const Table table = exported(study, options);
        QVERIFY(!table.rows.isEmpty());
        for (qsizetype row = 0; row < table.rows.size(); ++row)
            QVERIFY(table.keys(row, u"owner_key"_s).contains(role));
        QVERIFY_THROWS_EXCEPTION(Error, addFilterOption(options.filter, u"role=x"_s, labels));
        try {
            addFilterOption(options.filter, u"needed_by=nonsense"_s, labels);
            QFAIL("accepted");
        } catch (const Error &error) {
            QVERIFY(error.detail().contains(role));
        }
        for (const QString &bad : {u""_s, u"owner"_s, u"=x"_s})
            QVERIFY_THROWS_EXCEPTION(Error, addFilterOption(options.filter, bad, labels));
    }

    void textsAreByteTrue()
    {
        TempStudy study;
        const QString text = u"=a \"b\",\r\n🦊 \u202eשלום\ttab;\n"_s;
        study.writer().perform({u"fill"_s}, [&](Edit &edit) {
            setValue(edit, fields::example::countedOn, createExample(edit, {}).value, text);
        });
        QCOMPARE(exported(study, {}).cell(0, u"counted_on"_s), text);
        QCOMPARE(exported(study, {.mode = CsvMode::Spreadsheet}).cell(0, u"counted_on"_s), u'\'' + text);
    }

    void theStudyIsNeverOverwritten()
    {
        TempStudy study;
        static_cast<void>(study.db());
        const QString folder = study.folder();
        QVERIFY(QFile::link(study.path(), folder + u"/link.csv"_s));
        for (const QString &path :
             {study.path(), study.path() + u"-wal"_s, study.path() + u"-shm"_s, study.path() + u".lock"_s,
              study.path() + u"-journal"_s, folder + u"/./study.seam"_s, folder + u"/link.csv"_s})
            QCOMPARE(refusal(study, path), std::optional(ErrorCode::InvalidInput));
        QVERIFY(QFile::copy(study.path(), folder + u"/other.seam"_s)); // another study
        QVERIFY(QFile::copy(study.path(), folder + u"/other.seam-wal"_s));
        for (const QString &name : {u"/other.seam"_s, u"/other.seam-wal"_s}) {
            const QByteArray before = bytes(folder + name);
            QCOMPARE(refusal(study, folder + name), std::optional(ErrorCode::InvalidInput));
            QCOMPARE(bytes(folder + name), before);
        }
        QCOMPARE(refusal(study, folder + u"/nowhere/out.csv"_s), std::optional(ErrorCode::CannotWrite));
        QCOMPARE(refusal(study, folder), std::optional(ErrorCode::CannotWrite));
        QCOMPARE(refusal(study, u"/dev/null"_s), std::nullopt);
        QCOMPARE(refusal(study, u"/dev/full"_s), std::optional(ErrorCode::DiskFull));
    }

    void cancellingLeavesTheOldFile()
    {
        TempStudy study;
        fillCoded(study);
        const QString path = study.folder() + u"/old.csv"_s;
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        const QStringList before = QDir(study.folder()).entryList(QDir::Files | QDir::Hidden);
        const auto stop = [](double) { throw Error(ErrorCode::Cancelled, {}); };
        QVERIFY_THROWS_EXCEPTION(Error, exportCsv(study.db(), {}, study.path(), path, stop));
        QCOMPARE(bytes(path), QByteArray("old"));
        QCOMPARE(QDir(study.folder()).entryList(QDir::Files | QDir::Hidden), before);
    }

    void delimiters()
    {
        QCOMPARE(csvDelimiter(u"tab"_s), '\t');
        QCOMPARE(csvDelimiter(u";"_s), ';');
        for (const QString &bad : {u""_s, u"\""_s, u"\n"_s, u",,"_s, u"a"_s, u"é"_s})
            QVERIFY_THROWS_EXCEPTION(Error, static_cast<void>(csvDelimiter(bad)));
    }
};
} // namespace

QTEST_GUILESS_MAIN(CsvTest)
#include "test_csv.moc"
