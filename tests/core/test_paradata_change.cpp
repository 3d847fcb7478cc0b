#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditFields.h"
#include "core/catalogue/EditPeople.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/Erasure.h"
#include "core/catalogue/ParadataChange.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/Scrub.h"
#include "core/domain/Error.h"
#include "core/domain/Fields.h"
#include "core/exchange/CsvExport.h"
#include "core/exchange/CsvReader.h"
#include "tests/support/FileBytes.h"
#include "tests/support/TempStudy.h"

#include <QtTest>

using namespace seamfinder;
using namespace seamfinder::test;
using namespace Qt::StringLiterals;

namespace {

/// An interview of two, and what one of its events says.
struct Held
{
    ParticipantId first, second;
    InterviewId interview;
    qint64 session = 0;

    explicit Held(Edit &edit)
        : first(createParticipant(edit, u"P01"_s))
        , second(createParticipant(edit, u"P02"_s))
        , interview(createInterview(edit, readProtocolVersions(edit.db()).value(0).id, {first, second}))
        , session(startParadataSession(edit, interview))
    {
        setValue(edit, fields::interview::takesPart, interview.value, u"yes"_s);
    }

    void change(Edit &edit, const ParadataChange &change) const
    {
        addParadata(edit, session, 1, "changed"_L1, {u"walk"_s, {}}, change.toDetail());
    }
};

QString exported(TempStudy &study, CsvLayout layout)
{
    const QString path = study.folder() + u"/out.csv"_s;
    exportCsv(study.db(), {.layout = layout}, study.path(), path);
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The cells of the last row by their column.
QHash<QString, QString> lastRow(TempStudy &study, CsvLayout layout)
{
    const QVector<QStringList> rows = readCsv(exported(study, layout).toUtf8(), ',');
    QHash<QString, QString> cells;
    for (qsizetype i = 0; i < rows.first().size(); ++i)
        cells.insert(rows.first()[i], rows.last().value(i));
    return cells;
}

} // namespace

/// What a visit changed, as it is kept, hidden, erased and exported.
class TestParadataChange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrote()
    {
        const ParadataChange change{
            .what = u"gap.information"_s, .row = 77, .before = u"a \"b\"\n"_s, .after = u"🦊"_s};
        const auto read = ParadataChange::fromDetail(change.toDetail());
        QVERIFY(read);
        QCOMPARE(read->what, change.what);
        QCOMPARE(read->row, 77);
        QCOMPARE(read->before, change.before);
        QCOMPARE(read->after, change.after);
        QVERIFY(read->typed);
        QCOMPARE(read->target(), u"gap.information "_s + toText(GapId{77}));
        for (const QString &other : {u""_s, u"why"_s, u"[\"a\"]"_s, u"[1,2"_s})
            QVERIFY(!ParadataChange::fromDetail(other));
    }

    void onlyTheEventOfAVisitIsReplaced()
    {
        TempStudy study;
        qint64 shown = 0, changed = 0;
        study.writer().perform({u"Interview"_s}, [&](Edit &edit) {
            const Held held(edit);
            shown = addParadata(edit, held.session, 1, "shown"_L1, {u"walk"_s, {}});
            changed = addParadata(edit, held.session, 2, "changed"_L1, {u"walk"_s, {}}, u"one"_s);
            QVERIFY(replaceParadata(edit, changed, u"two"_s));
            QVERIFY(!replaceParadata(edit, shown, u"two"_s));
            QVERIFY(!replaceParadata(edit, changed + 1, u"two"_s));
        });
        Query detail = study.db().query(u"SELECT detail FROM paradata WHERE id = ?"_s);
        detail.bind(changed);
        QVERIFY(detail.next());
        QCOMPARE(detail.text(0), u"two"_s);
        for (const QString &sql : {u"UPDATE paradata SET detail = ''"_s, u"DELETE FROM paradata"_s})
            QVERIFY_THROWS_EXCEPTION(Error, study.db().execute(sql)); // the guard is back
    }

    void aScrubFindsItWhateverStandsBeforeIt()
    {
        TempStudy study;
        study.writer().perform({u"Interview"_s}, [&](Edit &edit) {
            const Held held(edit);
            held.change(edit, {.what = u"note"_s,
                               .row = 0,
                               .before = u"said\nWilhelmine"_s,
                               .after = u"[\"Wilhelmine\"] \"Wilhelmine\""_s});
        });
        QCOMPARE(previewScrub(study.db(), {.text = u"Wilhelmine"_s}).texts, 1);
        (void)scrub(study.writer(), {u"Scrub"_s}, {.text = u"Wilhelmine"_s, .replacement = u"P01"_s});
        QVERIFY(completeErasure(study.writer()));
        QCOMPARE(filesWithWords(study.path(), {u"Wilhelmine"_s}), QStringList());
        const InterviewId interview = readInterviewNames(study.db()).first().id;
        const auto change = ParadataChange::fromDetail(readParadata(study.db(), interview).last().detail);
        QVERIFY(change);
        QCOMPARE(change->before, u"said\nP01"_s);
        QCOMPARE(change->after, u"[\"P01\"] \"P01\""_s);
    }

    void whatWasWrittenOfTheirExamplesGoesWithThem()
    {
        TempStudy study;
        std::optional<Held> held;
        study.writer().perform({u"Interview"_s}, [&](Edit &edit) {
            held.emplace(edit);
            for (const auto &[participant, words] : {std::pair(held->first, u"Zwetschgenkern"_s),
                                                     std::pair(held->second, u"Mirabellenkern"_s)}) {
                const ExampleId example =
                    createExample(edit, {.interview = held->interview, .participant = participant});
                held->change(
                    edit,
                    {.what = u"example.story"_s, .row = example.value, .before = words, .after = u"less"_s});
            }
        });
        (void)eraseWithdrawn(study.writer(), {u"Withdrawal"_s}, {.participant = held->first});
        QVERIFY(completeErasure(study.writer()));
        QCOMPARE(filesWithWords(study.path(), {u"Zwetschgenkern"_s}), QStringList());
        QVERIFY(!filesWithWords(study.path(), {u"Mirabellenkern"_s}).isEmpty());
    }

    void theyLeaveAsAgreed_data()
    {
        QTest::addColumn<QString>("quotes");
        QTest::addColumn<bool>("typed");
        QTest::addColumn<bool>("leaves");
        QTest::newRow("typed, verbatim") << u"verbatim"_s << true << true;
        QTest::newRow("typed, in other words") << u"paraphrase"_s << true << false;
        QTest::newRow("typed, none") << u"none"_s << true << false;
        QTest::newRow("picked, none") << u"none"_s << false << true;
    }
    void theyLeaveAsAgreed()
    {
        QFETCH(QString, quotes);
        QFETCH(bool, typed);
        QFETCH(bool, leaves);
        TempStudy study;
        study.writer().perform({u"Interview"_s}, [&](Edit &edit) {
            const Held held(edit);
            setValue(edit, fields::interview::quotes, held.interview.value, quotes);
            held.change(edit, {.what = u"answer"_s,
                               .row = 0,
                               .before = u"Zwetschge"_s,
                               .after = u"Mirabelle"_s,
                               .typed = typed});
        });
        const QHash<QString, QString> row = lastRow(study, CsvLayout::Paradata);
        QCOMPARE(row[u"event"_s], u"changed"_s);
        QCOMPARE(row[u"detail"_s], u"answer"_s);
        QCOMPARE(row[u"old"_s], leaves ? u"Zwetschge"_s : QString());
        QCOMPARE(row[u"new"_s], leaves ? u"Mirabelle"_s : QString());
        QCOMPARE(exported(study, CsvLayout::Paradata).contains(u"Mirabelle"_s), leaves);
    }

    void answersKnowTheirPlaceInTheRecording_data()
    {
        QTest::addColumn<QString>("mayRecord");
        QTest::addColumn<bool>("recorded");
        QTest::addColumn<QString>("offset");
        QTest::newRow("recorded") << u"yes"_s << true << u"2000"_s;
        QTest::newRow("no recording") << u"yes"_s << false << QString();
        QTest::newRow("may not be") << u"no"_s << true << QString();
    }
    void answersKnowTheirPlaceInTheRecording()
    {
        QFETCH(QString, mayRecord);
        QFETCH(bool, recorded);
        QFETCH(QString, offset);
        TempStudy study;
        study.writer().perform({u"Interview"_s}, [&](Edit &edit) {
            const Held held(edit);
            const AnswerPlace place{u"briefing-reminds"_s, {}};
            setValue(edit, fields::interview::mayRecord, held.interview.value, mayRecord);
            addParadata(edit, held.session, 0, "begin"_L1, place);
            if (recorded)
                addParadata(edit, held.session, 1000, "recording"_L1, place);
            addParadata(edit, held.session, 3000, "answered"_L1, place);
            addParadata(edit, held.session, 4000, "finish"_L1, place);
            held.change(edit, {.what = u"example.story"_s, .row = 5, .before = u"a"_s, .after = u"b"_s});
            addParadata(edit, held.session, 9000, "changed"_L1, place); // after the conversation
            setAnswer(edit, held.interview, place, u"the weather"_s);
        });
        const QHash<QString, QString> row = lastRow(study, CsvLayout::Answers);
        QCOMPARE(row[u"question"_s], u"briefing-reminds"_s);
        QCOMPARE(row[u"recording_ms"_s], offset);
        const QDateTime time = QDateTime::fromString(row[u"time"_s], Qt::ISODateWithMs);
        QVERIFY(time.isValid() && row[u"time"_s].endsWith(u'Z'));
        QVERIFY(qAbs(time.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    }
};

QTEST_GUILESS_MAIN(TestParadataChange)
#include "test_paradata_change.moc"
