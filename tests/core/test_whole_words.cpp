#include "core/interview/WholeWords.h"

#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

/// What is meant by a selection.
class TestWholeWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rounded_data()
    {
        QTest::addColumn<QString>("text"); // the selection in brackets
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing") << u"it [] was"_s << QString();
        QTest::newRow("only space") << u"it[  ]was"_s << QString();
        QTest::newRow("whole words") << u"it [was a] hundred"_s << u"was a"_s;
        QTest::newRow("space at the ends") << u"it[ was a ]hundred"_s << u"was a"_s;
        QTest::newRow("ends within a word") << u"[to be a hun]dred"_s << u"to be a hundred"_s;
        QTest::newRow("begins within a word") << u"a hun[dred of them]"_s << u"hundred of them"_s;
        QTest::newRow("within one word") << u"a hu[ndre]d"_s << u"hundred"_s;
        QTest::newRow("without the full stop") << u"It [broke]."_s << u"broke"_s;
        QTest::newRow("with the full stop") << u"It [broke.] Then"_s << u"broke."_s;
        QTest::newRow("apostrophe") << u"we [don]'t know"_s << u"don't"_s;
        QTest::newRow("over lines") << u"o[ne\ntw]o"_s << u"one\ntwo"_s;
        QTest::newRow("accent of its own") << u"[caf]e\u0301 bar"_s << u"cafe\u0301"_s;
        QTest::newRow("within a letter") << u"[cafe]\u0301 bar"_s << u"cafe\u0301"_s;
        QTest::newRow("Hebrew") << u"זה הי[ה מא]ה שנים"_s << u"היה מאה"_s;
        QTest::newRow("Arabic, with a vowel sign") << u"ه\u064fو[ مئ]ة"_s << u"مئة"_s;
        QTest::newRow("at the ends of the text") << u"[hundred]"_s << u"hundred"_s;
    }
    void rounded()
    {
        QFETCH(QString, text);
        const qsizetype start = text.indexOf(u'[');
        const qsizetype end = text.indexOf(u']') - 1;
        text.remove(u'[').remove(u']');
        const Stretch words = wholeWords(text, {start, end});
        QTEST(text.sliced(words.start, words.end - words.start), "words");
        const Stretch again = wholeWords(text, words);
        QVERIFY(again.start == words.start && again.end == words.end);
    }

    void aPairOfUnitsIsNotCut()
    {
        const QString text = u"a 🌧🌧 b"_s;
        const Stretch words = wholeWords(text, {3, 4}); // from within the first
        QCOMPARE(words.start, 2);
        QCOMPARE(words.end, 4);
    }

    void nothingBeforeALimitIsAdded()
    {
        const Stretch words = wholeWords(u"P07:word on"_s, {6, 8}, 4);
        QCOMPARE(words.start, 4);
        QCOMPARE(words.end, 8);
    }

    void positionsOutsideAreMovedIn()
    {
        const Stretch words = wholeWords(u"one two"_s, {-3, 99});
        QCOMPARE(words.start, 0);
        QCOMPARE(words.end, 7);
        QVERIFY(wholeWords({}, {0, 5}).isEmpty());
        QVERIFY(wholeWords(u"one"_s, {2, 1}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestWholeWords)
#include "test_whole_words.moc"
