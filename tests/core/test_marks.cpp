#include "core/catalogue/CatalogueOrder.h"
#include "core/catalogue/EditStudy.h"
#include "core/domain/Fields.h"
#include "core/interview/FinishQueue.h"
#include "core/interview/InterviewSession.h"
#include "core/interview/WordsAround.h"
#include "tests/support/InterviewFile.h"

#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

/// Marks of an interview: kept, undone, found again in their words, turned into examples and evidence.
class TestMarks : public test::InterviewFile
{
    Q_OBJECT

private:
    void write(const QString &text)
    {
        m_interview->answer(m_ref, Value::text(text));
        settle();
    }
    void mark(MarkKind kind, int start, int end, const QString &quote)
    {
        m_interview->mark(kind, {.sourceKind = u"answer"_s, .start = start, .end = end, .quote = quote});
        settle();
    }
    [[nodiscard]] const QVector<Mark> &marks() const { return m_interview->data().marks; }

private Q_SLOTS:
    void starKeepsWhereItWasDropped()
    {
        write(u"🌧 rain, then"_s);
        mark(MarkKind::Star, 7, 7, {});
        write(u"🌧 rain, then more rain"_s);
        QCOMPARE(marks().size(), 1);
        QCOMPARE(marks().first().kind, MarkKind::Star);
        QCOMPARE(refOf(marks().first().place), m_ref);
        const WordsAround around = seamfinder::wordsAround(marks().first(), m_interview->answers());
        QCOMPARE(around.before, u"🌧 rain,"_s);
        QCOMPARE(around.after, u" then more rain"_s);
        QCOMPARE(passageOf(marks().first(), around).quote, u"🌧 rain, then more rain"_s);
    }

    void quoteOutlivesItsText()
    {
        write(u"They never told us. We guessed."_s);
        mark(MarkKind::Quote, 0, 19, u"They never told us."_s);
        QVERIFY(marks().first().words.source != 0);
        QCOMPARE(seamfinder::wordsAround(marks().first(), m_interview->answers()).after, u" We guessed."_s);
        write(u"Something else"_s);
        const WordsAround around = seamfinder::wordsAround(marks().first(), m_interview->answers());
        QCOMPARE(around.marked, u"They never told us."_s);
        QVERIFY(around.before.isEmpty() && around.after.isEmpty());
    }

    // Marked while it was being typed, in the middle of a word.
    void theSentenceIsTakenWhole()
    {
        write(u"It rained. And the data was wr"_s);
        mark(MarkKind::Quote, 11, 30, u"And the data was wr"_s);
        write(u"It rained. And the data was wrong for weeks. We guessed."_s);
        const auto around = [this] {
            return seamfinder::wordsAround(marks().first(), m_interview->answers());
        };
        QCOMPARE(around().marked, u"And the data was wrong for weeks."_s);
        QCOMPARE(around().before, u"It rained. "_s);
        const Passage passage = passageOf(marks().first(), around());
        QCOMPARE(passage.quote, u"And the data was wrong for weeks."_s);
        QCOMPARE(passage.start, 11);
        QCOMPARE(passage.end, 44);
        write(u"It rained. And the data was late for weeks. We guessed."_s);
        QCOMPARE(around().marked, u"And the data was late for weeks."_s);
        write(u"It rained."_s);
        QCOMPARE(around().marked, u"And the data was wr"_s);
    }

    // Words that were selected inside of a sentence are those.
    void selectedWordsStayWhatTheyAre()
    {
        write(u"And the data was wrong."_s);
        mark(MarkKind::Quote, 8, 12, u"data"_s);
        QCOMPARE(seamfinder::wordsAround(marks().first(), m_interview->answers()).marked, u"data"_s);
    }

    void wordsComeAfterwards()
    {
        mark(MarkKind::Star, -1, -1, {});
        const ParticipantId speaker = marks().first().words.speaker;
        Passage heard = marks().first().words;
        const auto type = [&](const QString &words) {
            heard.quote = words;
            m_study->perform(
                {.label = u"Words of a mark"_s, .visit = u"words"_s},
                [mark = marks().first().id, heard](Edit &edit) { setMarkWords(edit, mark, heard); });
            settle();
        };
        type(u"They never told us."_s);
        QCOMPARE(marks().size(), 1);
        QCOMPARE(marks().first().words.quote, heard.quote);
        QCOMPARE(marks().first().words.speaker, speaker);
        type(u"They never told us. Never."_s); // of the same visit: one step to undo
        m_study->undo();
        settle();
        QCOMPARE(marks().first().words.quote, QString());
    }

    void oneActionEachAndUndone()
    {
        mark(MarkKind::Back, 0, 0, {});
        QCOMPARE(marks().size(), 1);
        m_interview->setMarkDone(marks().first().id, true);
        settle();
        QVERIFY(marks().first().done);
        m_study->undo();
        settle();
        QVERIFY(!marks().first().done);
        m_study->undo();
        QTRY_VERIFY(marks().isEmpty());
        m_study->redo();
        QTRY_COMPARE(marks().size(), 1);
        m_interview->removeMark(marks().first().id);
        QTRY_VERIFY(marks().isEmpty());
    }

    void becomesAnExampleWithItsWords()
    {
        write(u"They never told us."_s);
        mark(MarkKind::Quote, 0, 19, u"They never told us."_s);
        qint64 made = 0;
        const Mark quote = marks().first();
        m_interview->makeExampleOf(quote, quote.words, [&made](qint64 id) { made = id; });
        QTRY_VERIFY(made != 0);
        QCOMPARE(m_interview->data().examples.size(), 1);
        QVERIFY(marks().first().done);
        const QVector<EvidenceRecord> evidence = readEvidence(m_study->reader(), made);
        QCOMPARE(evidence.size(), 1);
        QCOMPARE(evidence.first().quote, u"They never told us."_s);
        // The mark went, what was made of it stays.
        m_interview->removeMark(quote.id);
        settle();
        QCOMPARE(readEvidence(m_study->reader(), made).size(), 1);
    }

    void becomesEvidenceOfAnExample()
    {
        qint64 example = 0;
        m_interview->createExample([&example](qint64 id) { example = id; });
        QTRY_VERIFY(example != 0);
        write(u"before the star and after"_s);
        mark(MarkKind::Star, 15, 15, {});
        const Mark star = marks().first();
        m_interview->makeEvidenceOf(
            star, passageOf(star, seamfinder::wordsAround(star, m_interview->answers())), example);
        settle();
        QVERIFY(marks().first().done);
        QCOMPARE(readEvidence(m_study->reader(), example).value(0).quote, u"before the star and after"_s);
    }

    void waitsInTheFinishQueueBeforeAllElse()
    {
        m_interview->createExample();
        settle();
        mark(MarkKind::Star, 0, 0, {});
        mark(MarkKind::Time, 0, 0, {});
        const QVector<FinishStop> queue = finishQueue(m_interview->flow(), m_interview->answers());
        QVERIFY(queue.size() >= 3);
        QCOMPARE(queue[0].mark, marks()[0].id);
        QCOMPARE(queue[1].mark, marks()[1].id);
        QVERIFY(queue[2].example);
        m_interview->setMarkDone(marks()[0].id, true);
        settle();
        QCOMPARE(finishQueue(m_interview->flow(), m_interview->answers())[0].mark, marks()[1].id);
    }

    void isNoHitOfTheSearch()
    {
        write(u"zeppelin"_s);
        mark(MarkKind::Quote, 0, 8, u"zeppelin"_s);
        for (const qint64 hit : searchText(m_study->reader(), u"zeppelin"_s))
            QVERIFY(hit != marks().first().id.value);
    }

    void goesWithAnswersThatAreNotKept()
    {
        mark(MarkKind::Star, 0, 0, {});
        m_interview->answer({u"takes-part"_s, {}}, Value::keys({u"no"_s}));
        settle();
        QVERIFY(marks().isEmpty());
    }

    void wordsAround_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("start");
        QTest::addColumn<int>("end");
        QTest::addColumn<int>("span");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("marked");
        QTest::addColumn<QString>("after");
        QTest::newRow("empty") << u""_s << 0 << 0 << 5 << u""_s << u""_s << u""_s;
        QTest::newRow("whole words") << u"zero one two three four five six"_s << 13 << 18 << 6 << u"two "_s
                                     << u"three"_s << u" four"_s;
        QTest::newRow("whole sentences") << u"It was late. About motors from 1990. More came. Enough."_s << 24
                                         << 24 << 10 << u"About motor"_s << u""_s << u"s from 1990."_s;
        QTest::newRow("beyond the end") << u"short"_s << 90 << 95 << 160 << u"short"_s << u""_s << u""_s;
        QTest::newRow("reversed") << u"abc def"_s << 5 << 2 << 160 << u"abc d"_s << u""_s << u"ef"_s;
        QTest::newRow("emoji") << u"😀 😀 😀"_s << 2 << 3 << 160 << u"😀 "_s << u"😀"_s << u" 😀"_s;
        QTest::newRow("right to left")
            << u"שלום עולם טוב"_s << 5 << 9 << 160 << u"שלום "_s << u"עולם"_s << u" טוב"_s;
    }

    void wordsAround()
    {
        QFETCH(QString, text);
        QFETCH(int, start);
        QFETCH(int, end);
        QFETCH(int, span);
        const WordsAround around = seamfinder::wordsAround(text, start, end, span);
        QTEST(around.before, "before");
        QTEST(around.marked, "marked");
        QTEST(around.after, "after");
    }
};

QTEST_GUILESS_MAIN(TestMarks)
#include "test_marks.moc"
