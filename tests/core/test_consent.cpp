#include "core/analysis/Counts.h"
#include "core/analysis/DimensionLabels.h"
#include "core/analysis/Withheld.h"
#include "core/catalogue/EditCodebook.h"
#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditFields.h"
#include "core/catalogue/EditInterview.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ExportLog.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/ReadCodebook.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/ReadStudy.h"
#include "core/domain/Error.h"
#include "core/domain/Fields.h"
#include "core/exchange/CsvExport.h"
#include "core/exchange/GapsTable.h"
#include "core/exchange/ProtocolForm.h"
#include "core/exchange/ProtocolFormHtml.h"
#include "tests/support/TempStudy.h"

#include <QtTest>

using namespace seamfinder;
using namespace seamfinder::test;
using namespace Qt::StringLiterals;

namespace {

/// What a person told: every text that can be typed about it holds the person's own word.
struct Told
{
    ParticipantId participant;
    InterviewId interview;
    ExampleId example;
    GapId gap, need;
};

QVector<CodedTerm> withOther(Edit &edit, const Field &field, const QString &word)
{
    const QVector<Term> terms = Codebook::read(edit.db()).inFacet(QString(field.facet));
    if (terms.isEmpty()) // tags are made by people
        return {};
    return {{.term = terms.first().id, .other = u"other "_s + word}};
}

void fill(Edit &edit, Entity entity, qint64 row, const QString &word)
{
    for (const Field &field : fieldsOf(entity)) {
        if (field.kind == FieldKind::Text)
            setValue(edit, field, row, u"said "_s + word);
        else if (field.kind == FieldKind::Coding)
            setCodings(edit, field, row, withOther(edit, field, word), CodingStage::Live);
    }
}

Told tell(Edit &edit, const QString &word)
{
    Told told;
    told.participant = createParticipant(edit, nextPseudonym(edit.db()));
    told.interview = createInterview(edit, readProtocolVersions(edit.db()).value(0).id, {told.participant});
    const Origin origin{.interview = told.interview, .participant = told.participant};
    told.example = createExample(edit, origin);
    fill(edit, Entity::Example, told.example.value, word);
    setIncident(edit, told.example, createIncident(edit, u"incident "_s + word));
    told.gap = createGap(edit, told.example);
    fill(edit, Entity::Gap, told.gap.value, word);
    told.need = createGap(edit, {}, origin);
    fill(edit, Entity::Gap, told.need.value, word);
    addEvidence(edit, told.example.value, {.quote = u"quote "_s + word}, "supports"_L1);
    const qint64 session = startParadataSession(edit, told.interview);
    addParadata(edit, session, 1, "changed"_L1, {u"walk"_s, {}}, u"old "_s + word);
    addParadata(edit, session, 2, "pause-reason"_L1, {u"walk"_s, {}}, word);
    return told;
}

class ConsentTest : public QObject
{
    Q_OBJECT

private:
    QByteArray everyOutput(TempStudy &study)
    {
        QByteArray all;
        for (const CsvLayoutInfo &layout : csvLayouts()) {
            const QString path = study.folder() + u"/out.csv"_s;
            exportCsv(study.db(), {.layout = layout.layout}, study.path(), path);
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly))
                qFatal("nothing was written");
            all += "\n== " + QByteArray(layout.key.data(), layout.key.size()) + '\n' + file.readAll();
        }
        for (const Interview &interview : readInterviewNames(study.db())) {
            try {
                all += formHtml(filledForm(study.db(), interview.id));
            } catch (const Error &refused) {
                if (refused.code() != ErrorCode::InvalidInput)
                    qFatal("%s", qPrintable(refused.detail()));
            }
        }
        const CatalogueColumns columns = CatalogueColumns::load(study.db());
        const Selection chosen =
            withoutWithheld(columns, Consent::read(study.db()), select(columns, Filter{}));
        for (const Dimension rows : {Dimension::Item, Dimension::Participant, Dimension::Tag}) {
            const CrossTab table = crossTab(columns, chosen, rows, Dimension::NeededBy);
            all += gapsTableCsv(table, DimensionLabels::read(study.db()), CountBy::Gaps);
            all += gapsTableJson(table, DimensionLabels::read(study.db()), CountBy::Gaps);
        }
        return all;
    }

private Q_SLOTS:
    void wordsLeaveOnlyAsAgreed_data()
    {
        QTest::addColumn<QString>("quotes");
        QTest::addColumn<QString>("takesPart");
        QTest::addColumn<QString>("state");
        QTest::addColumn<bool>("ownWords");
        QTest::addColumn<bool>("textsLeave");
        QTest::addColumn<bool>("codesLeave");
        const QString open = u"in-progress"_s;
        QTest::newRow("verbatim") << u"verbatim"_s << u"yes"_s << open << false << true << true;
        QTest::newRow("paraphrase") << u"paraphrase"_s << u"yes"_s << open << false << true << true;
        QTest::newRow("not asked yet") << QString() << QString() << open << false << true << true;
        QTest::newRow("none") << u"none"_s << u"yes"_s << open << false << false << true;
        QTest::newRow("none, but marked as own words")
            << u"none"_s << u"yes"_s << open << true << true << true;
        QTest::newRow("takes no part") << u"verbatim"_s << u"no"_s << open << true << false << false;
        QTest::newRow("withdrawn") << u"verbatim"_s << u"yes"_s << u"withdrawn"_s << true << false << false;
    }
    void wordsLeaveOnlyAsAgreed()
    {
        QFETCH(QString, quotes);
        QFETCH(QString, takesPart);
        QFETCH(QString, state);
        QFETCH(bool, ownWords);
        QFETCH(bool, textsLeave);
        QFETCH(bool, codesLeave);
        TempStudy study;
        Told told, other;
        study.writer().perform({u"Interview"_s}, [&](Edit &edit) {
            told = tell(edit, u"Zwetschge"_s);
            other = tell(edit, u"Mirabelle"_s);
            const auto say = [&](const Field &field, const QString &value) {
                setValue(edit, field, told.interview.value, value.isEmpty() ? QVariant() : QVariant(value));
            };
            say(fields::interview::quotes, quotes);
            say(fields::interview::takesPart, takesPart);
            edit.db()
                .query(u"UPDATE interview SET state = ? WHERE id = ?"_s)
                .bind(state, told.interview)
                .run();
            if (ownWords) {
                for (const qint64 target : {told.example.value, told.need.value})
                    addEvidence(edit, target, {.quote = u"I put it so"_s}, "interviewer"_L1);
            }
        });
        const QByteArray all = everyOutput(study);
        QVERIFY(all.contains("Mirabelle"));
        QCOMPARE(all.contains("Zwetschge"), textsLeave);
        QCOMPARE(all.contains(toText(told.example).toUtf8()), codesLeave);
        QCOMPARE(all.contains(toText(told.gap).toUtf8()), codesLeave);
        QCOMPARE(all.contains(toText(told.need).toUtf8()), codesLeave);
        QCOMPARE(all.contains(toText(told.interview).toUtf8()), codesLeave);
        QCOMPARE(all.contains("P01"), codesLeave);
        // Details of the paradata are what was typed: they are word for word or nothing.
        QCOMPARE(all.contains("old Zwetschge"), quotes == u"verbatim"_s && codesLeave);
    }

    void theFormTellsExamplesInOwnWords()
    {
        TempStudy study;
        Told told;
        study.writer().perform({u"Interview"_s}, [&](Edit &edit) {
            told = tell(edit, u"Zwetschge"_s);
            setValue(edit, fields::interview::quotes, told.interview.value, u"none"_s);
            const ExampleId quoted =
                createExample(edit, {.interview = told.interview, .participant = told.participant});
            fill(edit, Entity::Example, quoted.value, u"Mirabelle"_s);
            addEvidence(edit, told.example.value, {.quote = u"I put it so"_s}, "interviewer"_L1);
        });
        const QByteArray form = formHtml(filledForm(study.db(), told.interview));
        QVERIFY(form.contains("said Zwetschge"));
        QVERIFY(!form.contains("Mirabelle"));
    }

    void aPersonWhoWithdrewTakesTheirPartOfAJointInterviewAlong()
    {
        TempStudy study;
        Told first, second;
        study.writer().perform({u"Interview"_s}, [&](Edit &edit) {
            first = tell(edit, u"Zwetschge"_s);
            second = tell(edit, u"Mirabelle"_s);
            // Both sat in the first interview; the second told an example there, and one is nobody's.
            edit.db()
                .query(u"INSERT INTO interview_participant(id, interview, participant) VALUES (?, ?, ?)"_s)
                .bind(edit.nextId(), first.interview, second.participant)
                .run();
            const ExampleId theirs =
                createExample(edit, {.interview = first.interview, .participant = second.participant});
            setValue(edit, fields::example::story, theirs.value, u"Renette"_s);
            const ExampleId nobodys = createExample(edit, {.interview = first.interview});
            setValue(edit, fields::example::story, nobodys.value, u"Quitte"_s);
            edit.db()
                .query(u"UPDATE participant SET state = 'withdrawn' WHERE id = ?"_s)
                .bind(first.participant)
                .run();
        });
        const QByteArray all = everyOutput(study);
        QVERIFY(!all.contains("Zwetschge"));
        QVERIFY(!all.contains("Quitte"));
        QVERIFY(all.contains("Renette"));
        QVERIFY(all.contains("Mirabelle"));
    }

    void whatLeftIsTold()
    {
        TempStudy study;
        Told kept, silent, gone;
        study.writer().perform({u"Interview"_s}, [&](Edit &edit) {
            kept = tell(edit, u"one"_s);
            silent = tell(edit, u"two"_s);
            gone = tell(edit, u"three"_s);
            setValue(edit, fields::interview::quotes, silent.interview.value, u"none"_s);
            setValue(edit, fields::interview::takesPart, gone.interview.value, u"no"_s);
        });
        const CsvReport report = exportCsv(study.db(), {}, study.path(), study.folder() + u"/out.csv"_s);
        QCOMPARE(report.participants, (QVector<ParticipantId>{kept.participant, silent.participant}));
        QCOMPARE(report.withheld, 2);     // the example with its gap, and the need
        QCOMPARE(report.withoutTexts, 3); // the example, its gap, and the need
        study.writer().perform({u"Export"_s}, [&](Edit &edit) {
            logExport(edit, u"csv gaps"_s, u"out.csv"_s, report.participants);
        });
        const QVector<LoggedExport> log = readExportLog(study.db());
        QCOMPARE(log.size(), 1);
        QCOMPARE(log.first().participants, report.participants);
        QVERIFY(QFileInfo(log.first().path).isAbsolute());
        // Undo takes back the interviews, not the memory of what left.
        study.writer().undo();
        QCOMPARE(readExportLog(study.db()).size(), 1);
    }
};
} // namespace

QTEST_GUILESS_MAIN(ConsentTest)
#include "test_consent.moc"
