#include "core/catalogue/ConsentOfEach.h"
#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditFields.h"
#include "core/catalogue/EditInterview.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/ReadStudy.h"
#include "core/domain/Fields.h"
#include "core/exchange/CsvExport.h"
#include "tests/support/FileBytes.h"
#include "tests/support/TempStudy.h"

#include <QtTest>

using namespace seamfinder;
using namespace seamfinder::test;
using namespace Qt::StringLiterals;

/// The passages behind the codes leave the study with who said them, as far as that was agreed to.
class EvidenceCsvTest : public QObject
{
    Q_OBJECT

    struct Line
    {
        QString example, gap, title, speaker, relation, quote;
        friend bool operator==(const Line &, const Line &) = default;
    };

    static QVector<Line> exported(TempStudy &study, const Filter &filter, CsvReport *report = nullptr)
    {
        const QString path = study.folder() + u"/evidence.csv"_s;
        const CsvReport told =
            exportCsv(study.db(), {.layout = CsvLayout::Evidence, .filter = filter}, study.path(), path);
        if (report)
            *report = told;
        const QByteArray bytes = contentOf(path);
        QVector<Line> lines;
        QStringList header;
        for (const QByteArray &each : bytes.split('\n')) {
            if (each.trimmed().isEmpty())
                continue;
            const QStringList cells = QString::fromUtf8(each.trimmed()).split(u',');
            if (header.isEmpty()) {
                header = cells;
                continue;
            }
            const auto cell = [&](const QString &name) { return cells.value(header.indexOf(name)); };
            lines.append({cell(u"example_id"_s), cell(u"gap_id"_s), cell(u"title"_s), cell(u"speaker"_s),
                          cell(u"relation"_s), cell(u"quote"_s)});
        }
        return lines;
    }

private Q_SLOTS:
    void passagesLeaveAsAgreed_data()
    {
        QTest::addColumn<QString>("quotes");
        QTest::addColumn<bool>("wordForWord");
        QTest::addColumn<bool>("texts");
        QTest::addColumn<int>("withoutWords"); // passages, and examples and gaps of which no text leaves
        QTest::newRow("verbatim") << u"verbatim"_s << true << true << 0;
        QTest::newRow("paraphrase") << u"paraphrase"_s << false << true << 2;
        QTest::newRow("not asked yet") << QString() << false << true << 2;
        QTest::newRow("none") << u"none"_s << false << false << 4;
    }

    void passagesLeaveAsAgreed()
    {
        QFETCH(QString, quotes);
        QFETCH(bool, wordForWord);
        QFETCH(bool, texts);
        QFETCH(int, withoutWords);
        TempStudy study;
        ExampleId example{}, other{};
        GapId gap{};
        study.writer().perform({u"Told"_s}, [&](Edit &edit) {
            const ParticipantId who = createParticipant(edit, u"P01"_s);
            const InterviewId interview =
                createInterview(edit, readProtocolVersions(edit.db()).value(0).id, {who});
            if (!quotes.isEmpty())
                setValue(edit, fields::interview::quotes, interview.value, quotes);
            const Origin origin{.interview = interview, .participant = who};
            example = createExample(edit, origin);
            setValue(edit, fields::example::title, example.value, u"The gauge"_s);
            gap = createGap(edit, example);
            addEvidence(edit, gap.value, {.quote = u"nobody said so"_s, .speaker = who}, "supports"_L1);
            addEvidence(edit, gap.value, {.quote = u"in my words"_s, .speaker = who}, "interviewer"_L1);
            other = createExample(edit, origin);
            addEvidence(edit, other.value, {.quote = u"another"_s}, "contradicts"_L1);
        });
        CsvReport report;
        const QVector<Line> all = exported(study, {}, &report);
        const Line said{toText(example), toText(gap),   u"The gauge"_s,
                        u"P01"_s,        u"supports"_s, wordForWord ? u"nobody said so"_s : QString()};
        const Line own{toText(example), toText(gap),      u"The gauge"_s,
                       u"P01"_s,        u"interviewer"_s, u"in my words"_s};
        QCOMPARE(all.size(), 3);
        QCOMPARE(report.rows, 3);
        QCOMPARE(report.withoutTexts, withoutWords);
        QCOMPARE(report.participants.size(), 1);
        for (const Line &line : {said, own}) {
            Line expected = line;
            if (!texts)
                expected.title.clear();
            QCOMPARE(all.value(line == said ? 0 : 1), expected);
        }
        QCOMPARE(all[2].example, toText(other));
        QCOMPARE(all[2].gap, QString());
        QCOMPARE(all[2].speaker, u"P01"_s); // who told of it, where nobody is named
        Filter filter;
        filter.text = u"gauge"_s;
        QCOMPARE(exported(study, filter).size(), 2);
    }

    // Nor does what they said of an example that another told.
    void whoTakesNoPartLeavesNothingAtAnothersExample()
    {
        TempStudy study;
        ParticipantId first{}, second{};
        study.writer().perform({u"Told"_s}, [&](Edit &edit) {
            first = createParticipant(edit, u"P01"_s);
            second = createParticipant(edit, u"P02"_s);
            const InterviewId interview =
                createInterview(edit, readProtocolVersions(edit.db()).value(0).id, {first, second});
            for (const ParticipantId who : {first, second})
                setConsentOf(edit, interview, who, fields::interview::quotes, u"verbatim"_s);
            setConsentOf(edit, interview, first, fields::interview::takesPart, u"yes"_s);
            setConsentOf(edit, interview, second, fields::interview::takesPart, u"yes"_s);
            const ExampleId example = createExample(edit, {.interview = interview, .participant = first});
            addEvidence(edit, example.value, {.quote = u"mine"_s, .speaker = first}, "supports"_L1);
            addEvidence(edit, example.value, {.quote = u"theirs"_s, .speaker = second}, "supports"_L1);
        });
        CsvReport report;
        QCOMPARE(exported(study, {}, &report).size(), 2);
        QCOMPARE(report.participants, QVector<ParticipantId>({first, second}));
        study.writer().perform({u"No"_s}, [&](Edit &edit) {
            setConsentOf(edit, readInterviewNames(edit.db()).first().id, second, fields::interview::takesPart,
                         u"no"_s);
        });
        const QVector<Line> left = exported(study, {}, &report);
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.first().quote, u"mine"_s);
        QVERIFY(!report.participants.contains(second));
        QVERIFY(report.withheld > 0);
    }

    void whoTakesNoPartLeavesNothing()
    {
        TempStudy study;
        study.writer().perform({u"Told"_s}, [](Edit &edit) {
            const ParticipantId who = createParticipant(edit, u"P01"_s);
            const InterviewId interview =
                createInterview(edit, readProtocolVersions(edit.db()).value(0).id, {who});
            setValue(edit, fields::interview::quotes, interview.value, u"verbatim"_s);
            setValue(edit, fields::interview::takesPart, interview.value, u"no"_s);
            const ExampleId example = createExample(edit, {.interview = interview, .participant = who});
            addEvidence(edit, example.value, {.quote = u"not to leave"_s}, "supports"_L1);
        });
        CsvReport report;
        QVERIFY(exported(study, {}, &report).isEmpty());
        QVERIFY(report.withheld > 0);
    }
};

QTEST_GUILESS_MAIN(EvidenceCsvTest)
#include "test_evidence_csv.moc"
