#include "core/catalogue/EditFields.h"
#include "core/catalogue/EditMarks.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/ReadMarks.h"
#include "core/domain/Fields.h"
#include "core/exchange/CsvExport.h"
#include "core/exchange/CsvReader.h"
#include "core/interview/InterviewData.h"
#include "tests/support/FileBytes.h"
#include "tests/support/TempStudy.h"

#include <QtTest>

using namespace seamfinder;
using namespace seamfinder::test;
using namespace Qt::StringLiterals;

/// What was marked leaves the study whether something was made of it or not, as far as that was agreed to.
class TestMarksCsv : public QObject
{
    Q_OBJECT

    struct Marked
    {
        InterviewId interview;
        ExampleId example;
    };

    /// A star with words that were heard again, one beside an example, one in a transcript.
    static Marked marked(TempStudy &study, const QString &quotes, const QString &mayRecord = u"yes"_s)
    {
        Marked made;
        study.writer().perform({u"Mark"_s}, [&](Edit &edit) {
            const ParticipantId one = createParticipant(edit, u"P01"_s),
                                two = createParticipant(edit, u"P02"_s);
            made.interview = createInterview(edit, readProtocolVersions(edit.db()).value(0).id, {one, two});
            if (!quotes.isEmpty())
                setValue(edit, fields::interview::quotes, made.interview.value, quotes);
            setValue(edit, fields::interview::mayRecord, made.interview.value, mayRecord);
            made.example = createExample(edit, {.interview = made.interview, .participant = one});
            const AnswerPlace place{u"walk"_s, {}};
            const qint64 session = startParadataSession(edit, made.interview);
            addParadata(edit, session, 0, "begin"_L1, place);
            addParadata(edit, session, 0, "recording"_L1, place);
            const MarkId heard = addMark(edit, made.interview, MarkKind::Star, place, {});
            setMarkWords(edit, heard, {.quote = u"we guessed, \"blindly\""_s, .speaker = two});
            setMarkDone(edit, heard, true);
            addMark(edit, made.interview, MarkKind::Time, place,
                    {.sourceKind = QString(mark_source::example), .source = made.example.value});
            addMark(edit, made.interview, MarkKind::Quote, place,
                    {.sourceKind = u"transcript"_s, .start = 0, .end = 10, .quote = u"is that so"_s});
        });
        return made;
    }

    static QVector<QHash<QString, QString>> exported(TempStudy &study, CsvReport *report = nullptr,
                                                     const Filter &filter = {})
    {
        const QString path = study.folder() + u"/marks.csv"_s;
        const CsvReport told =
            exportCsv(study.db(), {.layout = CsvLayout::Marks, .filter = filter}, study.path(), path);
        if (report)
            *report = told;
        const auto table = readCsv(contentOf(path));
        QVector<QHash<QString, QString>> lines;
        for (qsizetype line = 1; line < table.size(); ++line) {
            QHash<QString, QString> cells;
            for (qsizetype at = 0; at < table[line].size(); ++at)
                cells.insert(table[0][at], table[line][at]);
            lines.append(cells);
        }
        return lines;
    }

private Q_SLOTS:
    void eachMarkIsALine()
    {
        TempStudy study;
        const Marked made = marked(study, u"verbatim"_s);
        CsvReport report;
        const auto lines = exported(study, &report);
        QCOMPARE(lines.size(), 3);
        QCOMPARE(report.rows, 3);
        QCOMPARE(report.withoutTexts, 0);
        QCOMPARE(report.participants.size(), 2);
        const QVector<Mark> marks = readMarks(study.db(), made.interview);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(lines[i][u"mark_id"_s], toText(marks[i].id));
            QCOMPARE(lines[i][u"interview"_s], toText(made.interview));
            QCOMPARE(lines[i][u"participants"_s], u"P01; P02"_s);
            QCOMPARE(lines[i][u"question"_s], u"walk"_s);
            QVERIFY(!lines[i][u"recording_ms"_s].isEmpty());
        }
        QCOMPARE(lines[0][u"kind"_s], u"star"_s);
        QCOMPARE(lines[0][u"words"_s], u"we guessed, \"blindly\""_s);
        QCOMPARE(lines[0][u"speaker"_s], u"P02"_s);
        QCOMPARE(lines[0][u"done"_s], u"1"_s);
        QCOMPARE(lines[1][u"kind"_s], u"time"_s);
        QCOMPARE(lines[1][u"example_id"_s], toText(made.example));
        QCOMPARE(lines[1][u"done"_s], u"0"_s);
        QCOMPARE(lines[2][u"words"_s], u"is that so"_s);
    }

    void aMarkAtAQuestionAboutAnExampleIsOfIt()
    {
        TempStudy study;
        const Marked made = marked(study, u"verbatim"_s);
        study.writer().perform({u"Mark"_s}, [&](Edit &edit) {
            addMark(edit, made.interview, MarkKind::Star,
                    placeOf(QuestionRef{u"story"_s, {made.example.value}}), {});
        });
        QCOMPARE(exported(study).last()[u"example_id"_s], toText(made.example));
    }

    void aSentenceThatWasMarkedWhileItWasWrittenIsWhole()
    {
        TempStudy study;
        const Marked made = marked(study, u"verbatim"_s);
        study.writer().perform({u"Mark"_s}, [&](Edit &edit) {
            const AnswerPlace place{u"briefing-reminds"_s, {}};
            const AnswerId row = setAnswer(edit, made.interview, place, u"Fine. The ids changed every day"_s);
            addMark(edit, made.interview, MarkKind::Passage, place,
                    {.sourceKind = u"answer"_s,
                     .source = row.value,
                     .start = 6,
                     .end = 21,
                     .quote = u"The ids changed"_s});
        });
        QCOMPARE(exported(study).last()[u"words"_s], u"The ids changed every day"_s);
    }

    void wordsLeaveAsAgreed_data()
    {
        QTest::addColumn<QString>("quotes");
        QTest::addColumn<bool>("noted");
        QTest::addColumn<bool>("transcribed");
        QTest::newRow("verbatim") << u"verbatim"_s << true << true;
        QTest::newRow("paraphrase") << u"paraphrase"_s << true << false;
        QTest::newRow("not asked yet") << QString() << false << false;
        QTest::newRow("none") << u"none"_s << false << false;
    }
    void wordsLeaveAsAgreed()
    {
        QFETCH(QString, quotes);
        QFETCH(bool, noted);
        QFETCH(bool, transcribed);
        TempStudy study;
        marked(study, quotes);
        CsvReport report;
        const auto lines = exported(study, &report);
        QCOMPARE(lines[0][u"words"_s].isEmpty(), !noted);
        QCOMPARE(lines[2][u"words"_s].isEmpty(), !transcribed);
        QCOMPARE(report.withoutTexts, transcribed ? 0 : 1);
    }

    void whoTakesNoPartIsLeftOut()
    {
        TempStudy study;
        const Marked made = marked(study, u"verbatim"_s);
        study.writer().perform({u"Decline"_s}, [&](Edit &edit) {
            setValue(edit, fields::interview::takesPart, made.interview.value, u"no"_s);
        });
        CsvReport report;
        QVERIFY(exported(study, &report).isEmpty());
        QCOMPARE(report.withheld, 1);
    }

    void noTimeInARecordingThatMayNotBe()
    {
        TempStudy study;
        marked(study, u"verbatim"_s, u"no"_s);
        for (const auto &line : exported(study))
            QCOMPARE(line[u"recording_ms"_s], QString());
    }

    void aFilterLeavesWholeInterviews()
    {
        TempStudy study;
        const Marked one = marked(study, u"verbatim"_s);
        marked(study, u"verbatim"_s);
        QCOMPARE(exported(study).size(), 6);
        Filter filter;
        filter.values[Dimension::Interview] = {{one.interview.value, 0}};
        const auto lines = exported(study, nullptr, filter);
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0][u"interview"_s], toText(one.interview));
    }
};

QTEST_GUILESS_MAIN(TestMarksCsv)
#include "test_marks_csv.moc"
