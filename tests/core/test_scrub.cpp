#include "core/catalogue/ChangesetRewrite.h"
#include "core/catalogue/EditCodebook.h"
#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditFields.h"
#include "core/catalogue/EditInterview.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/Erasure.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/ReadCodebook.h"
#include "core/catalogue/ReadExamples.h"
#include "core/catalogue/ReadStudy.h"
#include "core/catalogue/Scrub.h"
#include "core/catalogue/SessionRecorder.h"
#include "core/catalogue/StudyCheck.h"
#include "core/catalogue/TextColumns.h"
#include "core/domain/Error.h"
#include "core/domain/Fields.h"
#include "tests/support/FileBytes.h"
#include "tests/support/TempStudy.h"

#include <QtTest>

using namespace seamfinder;
using namespace seamfinder::test;
using namespace Qt::StringLiterals;

namespace {

class ScrubTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextColumnIsKnown()
    {
        TempStudy study;
        QSet<QString> known, there;
        for (const auto columns : {textColumns(), keyColumns()}) {
            for (const TextColumn &column : columns)
                known.insert(column.table + u'.' + column.column);
        }
        Query q =
            study.db().query(u"SELECT tables.name || '.' || columns.name FROM sqlite_schema AS tables, "
                             u"pragma_table_info(tables.name) AS columns WHERE tables.type = 'table' AND "
                             u"columns.type = 'TEXT' "
                             u"AND tables.name NOT LIKE 'search%' AND tables.name NOT LIKE 'sqlite%'"_s);
        while (q.next())
            there.insert(q.text(0));
        QVERIFY(there.size() > 60);
        QCOMPARE(QStringList((there - known).values()), QStringList());
        QCOMPARE(QStringList((known - there).values()), QStringList());
    }

    void findsWords_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("wholeWords");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &what, const QString &text, bool whole,
                            const QString &expected) {
            QTest::newRow(name) << what << text << whole << expected;
        };
        row("alone", u"Ann"_s, u"Ann"_s, true, u"X"_s);
        row("in a sentence, another case", u"ann"_s, u"So ANN, and ann's dog."_s, true,
            u"So X, and X's dog."_s);
        row("not inside a word", u"Ann"_s, u"planning, Annette, JoAnn"_s, true,
            u"planning, Annette, JoAnn"_s);
        row("inside a word if asked for", u"Ann"_s, u"planning"_s, false, u"plXing"_s);
        row("accents composed or not", u"M\u00fcller"_s, u"Mu\u0308ller and M\u00fcller"_s, true,
            u"X and X"_s);
        row("another word with an accent", u"Mu"_s, u"Mu\u0308ller"_s, false, u"X\u0308ller"_s);
        row("an accent is part of the word", u"Mu"_s, u"Mu\u0308"_s, true, u"Mu\u0308"_s);
        row("several words", u"ACME Corp."_s, u"at Acme Corp. they"_s, true, u"at X they"_s);
        row("a list of answers stays one", u"Ann"_s, u"[\"Ann\",\"planning\"]"_s, true,
            u"[\"X\",\"planning\"]"_s);
        row("overlapping", u"aa"_s, u"aaa"_s, false, u"Xa"_s);
        row("signs are no pattern", u"a.c"_s, u"abc a.c"_s, true, u"abc X"_s);
    }
    void findsWords()
    {
        QFETCH(QString, what);
        QFETCH(QString, text);
        QFETCH(bool, wholeWords);
        QFETCH(QString, expected);
        const ScrubText scrubText({.text = what, .replacement = u"X"_s, .wholeWords = wholeWords});
        QCOMPARE(scrubText.replaced(text).value_or(text), expected);
        QCOMPARE(scrubText.isIn(text), expected != text);
    }

    void placesMoveAlong()
    {
        const ScrubText scrubText({.text = u"Wilhelmina"_s, .replacement = u"P1"_s});
        const QString text = u"\U0001F600 Wilhelmina said: Wilhelmina knew"_s;
        const QString replaced = *scrubText.replaced(text);
        const auto codePoints = [](const QString &s) { return s.toUcs4(); };
        const auto at = [&](const QString &s, const QString &word) {
            return int(codePoints(s.left(s.indexOf(word))).size());
        };
        QCOMPARE(scrubText.moved(text, at(text, u"said"_s)), at(replaced, u"said"_s));
        QCOMPARE(scrubText.moved(text, at(text, u"knew"_s)), at(replaced, u"knew"_s));
        QCOMPARE(scrubText.moved(text, 0), 0);
        QCOMPARE(scrubText.moved(text, 5), 2); // inside the first name
        QCOMPARE(scrubText.moved(text, int(codePoints(text).size())), int(codePoints(replaced).size()));
    }

    void aTextIsGoneEverywhere()
    {
        TempStudy study;
        StudyWriter &writer = study.writer();
        const QString name = u"Wilhelmina Zw\u00f6lf"_s;
        ExampleId example;
        InterviewId interview;
        writer.perform({u"Interview with "_s + name}, [&](Edit &edit) {
            const ParticipantId participant = createParticipant(edit, u"P01"_s);
            interview = createInterview(edit, readProtocolVersions(edit.db()).value(0).id, {participant});
            example = createExample(edit, {.interview = interview, .participant = participant});
            setValue(edit, fields::example::countedOn, example.value, name);
            setValue(edit, fields::example::story, example.value, u"As "_s + name + u" said"_s);
            setCodings(edit, fields::example::tag, example.value, {{.term = tagByLabel(edit, name)}},
                       CodingStage::Live);
            setCodings(edit, fields::example::effect, example.value,
                       {{.term = Codebook::read(edit.db()).inFacet(u"effect").first().id, .other = name}},
                       CodingStage::Live);
            const TranscriptId transcript =
                addTranscript(edit, interview, u"Tape of "_s + name, name + u": it was the weather."_s);
            addEvidence(edit, example.value,
                        {.sourceKind = u"transcript"_s,
                         .source = transcript.value,
                         .start = 24,
                         .end = 31,
                         .quote = u"weather"_s},
                        "supports"_L1);
            setAnswer(edit, interview, {u"walk"_s, {}}, u"[\"%1\"]"_s.arg(name));
            addParadata(edit, startParadataSession(edit, interview), 1, "changed"_L1, {u"walk"_s, {}}, name);
        });
        writer.perform({u"Type"_s}, [&](Edit &edit) {
            setValue(edit, fields::example::story, example.value, u"nothing of the kind"_s);
        });
        writer.undo();
        const ScrubPreview preview = previewScrub(study.db(), {.text = name});
        QCOMPARE(preview.texts, 8);
        QCOMPARE(preview.steps, 2);
        QCOMPARE(previewScrub(study.db(), {.text = u"Wilhelm"_s}).texts, 0);

        const Commit commit =
            scrub(writer, {u"A text was scrubbed"_s}, {.text = name, .replacement = u"P01"_s});
        QVERIFY(!commit.changes.isEmpty());
        QVERIFY(completeErasure(writer));
        QCOMPARE(filesWithWords(study.path(), {name, u"wilhelmina"_s}), QStringList());
        QCOMPARE(previewScrub(study.db(), {.text = name}).texts, 0);
        for (const CheckResult &result : checkStudy(study.db()))
            QCOMPARE(result.problems, QStringList());
        QVERIFY(!writer.nextUndo());
        const QVector<EvidenceRecord> evidence = readEvidence(study.db(), example.value);
        QCOMPARE(evidence.size(), 1);
        QCOMPARE(evidence.first().start, 24 - int(name.size()) + 3);
        QCOMPARE(evidence.first().end, 31 - int(name.size()) + 3);
        Query answer = study.db().query(u"SELECT value FROM answer"_s);
        QVERIFY(answer.next());
        QCOMPARE(answer.text(0), u"[\"P01\"]"_s);
    }

    void whatCannotBeScrubbedIsRefused()
    {
        TempStudy study;
        for (const auto &[text, replacement] :
             {std::pair(u" "_s, u"x"_s), std::pair(u"Ann"_s, u"the new Ann"_s)})
            QVERIFY_THROWS_EXCEPTION(Error,
                                     static_cast<void>(scrub(study.writer(), {u"Scrub"_s},
                                                             {.text = text, .replacement = replacement})));
        QVERIFY(!isErasurePending(study.db()));
    }

    // SQLite itself reads what was written anew.
    void changesetsStayReadable()
    {
        TempStudy study;
        study.writer().perform({u"Some"_s}, [&](Edit &edit) {
            for (int i = 0; i < 40; ++i) {
                const ExampleId example = createExample(edit, {});
                setValue(edit, fields::example::story, example.value, u"s"_s.repeated(qsizetype(i) * 37));
                createGap(edit, example);
            }
        });
        Query q = study.db().query(u"SELECT changeset FROM journal_chunk ORDER BY entry DESC LIMIT 1"_s);
        QVERIFY(q.next());
        const QByteArray whole = q.blob(0);
        QVERIFY(!changeset::rewritten(whole, [](changeset::RecordedChange &) { return true; }));
        QCOMPARE(changeset::rewritten(whole, [](changeset::RecordedChange &) { return false; }),
                 QByteArray());
        int number = 0;
        const auto half =
            changeset::rewritten(whole, [&](changeset::RecordedChange &) { return ++number % 2 == 0; });
        QVERIFY(half);
        QCOMPARE(changeset::rows(*half).size(), changeset::rows(whole).size() / 2);
        const auto longer = changeset::rewritten(whole, [](changeset::RecordedChange &change) {
            for (changeset::RecordedValue &value : change.after) {
                if (value.type == changeset::RecordedValue::Type::Text)
                    value.bytes = QByteArray(20'000, 'x');
            }
            return true;
        });
        QVERIFY(longer);
        QCOMPARE(changeset::rows(changeset::inverted(*longer)).size(), changeset::rows(whole).size());
        for (const qsizetype cut : {qsizetype(1), whole.size() - 1})
            QVERIFY_THROWS_EXCEPTION(Error,
                                     static_cast<void>(changeset::rewritten(
                                         whole.left(cut), [](changeset::RecordedChange &) { return true; })));
    }
};
} // namespace

QTEST_GUILESS_MAIN(ScrubTest)
#include "test_scrub.moc"
