#include "core/interview/TranscriptText.h"

#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

class TestInterviewTranscript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QByteArray() << QString(u""_s);
        QTest::newRow("utf-8") << QByteArray("a\xc3\xa9\n") << u"aé\n"_s;
        QTest::newRow("bom") << QByteArray("\xef\xbb\xbfhello") << u"hello"_s;
        QTest::newRow("latin-1") << QByteArray("caf\xe9") << u"café"_s;
        QTest::newRow("crlf") << QByteArray("a\r\nb\rc\n") << u"a\nb\nc\n"_s;
        QTest::newRow("utf-16") << QByteArray("\xff\xfe"
                                              "a\0b\0",
                                              6)
                                << u"ab"_s;
        QTest::newRow("emoji") << QByteArray("\xf0\x9f\x8c\xa7!") << u"🌧!"_s;
    }
    void bytes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        QCOMPARE(transcriptFromBytes(bytes), text);
    }

    void turns_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("labels");
        QTest::newRow("empty") << QString() << QStringList();
        QTest::newRow("none") << u"Just a text.\nNote: one remark"_s << QStringList{QString()};
        QTest::newRow("usual") << u"Interviewer 1: Hello?\nInterviewee1 : Yes.\nand more\ninterviewee: no"_s
                               << QStringList{u"Interviewer 1"_s, u"Interviewee1"_s, u"interviewee"_s};
        QTest::newRow("comes back") << u"Ana: a\nBob: b\nAna: c\nBob: d\nAna: e\nBob: f"_s
                                    << QStringList{u"Ana"_s, u"Bob"_s, u"Ana"_s,
                                                   u"Bob"_s, u"Ana"_s, u"Bob"_s};
        QTest::newRow("time before") << u"[00:01] Interviewer: a\n00:12:30 Interviewee: b"_s
                                     << QStringList{u"Interviewer"_s, u"Interviewee"_s};
        QTest::newRow("clock and address")
            << u"http://x.y\nhttp://x.y\nhttp://x.y\n12:30 we met"_s << QStringList{QString()};
        QTest::newRow("intro") << u"Recorded in May\nQ: a\nA: b"_s << QStringList{QString(), u"Q"_s, u"A"_s};
    }
    void turns()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, labels);
        const QVector<SpeakerTurn> turns = speakerTurns(text);
        QStringList found;
        qsizetype at = 0;
        for (const SpeakerTurn &turn : turns) {
            found << turn.label;
            QCOMPARE(turn.start, at); // nothing is lost between turns
            QVERIFY(turn.start <= turn.text && turn.text <= turn.end);
            at = turn.end;
        }
        QCOMPARE(found, labels);
        QCOMPARE(at, text.size());
    }

    void saidWords_data()
    {
        QTest::addColumn<QString>("selected");
        QTest::addColumn<QString>("said");
        QTest::addColumn<bool>("isTold");
        QTest::newRow("with the label and a line end")
            << u"Interviewee: It broke.\n\n"_s << u"It broke."_s << true;
        QTest::newRow("from within the label") << u"viewee: It broke."_s << u"It broke."_s << true;
        QTest::newRow("a part") << u" broke"_s << u"broke"_s << true;
        QTest::newRow("a part of a word") << u"rok"_s << u"broke"_s << true;
        QTest::newRow("with a time") << u"[00:12] Interviewer 1: Why?\n"_s << u"Why?"_s << false;
        QTest::newRow("the interviewer's") << u"Why?"_s << u"Why?"_s << false;
        QTest::newRow("a label only") << u"Interviewee:"_s << QString() << true;
        QTest::newRow("over two turns")
            << u"broke.\n\n[00:12] Interviewer 1: Why"_s << u"broke.\n\n[00:12] Interviewer 1: Why"_s << true;
    }
    void saidWords()
    {
        QFETCH(QString, selected);
        const QString text = u"Interviewee: It broke.\n\n[00:12] Interviewer 1: Why?\n"_s;
        const qsizetype at = text.indexOf(selected);
        QVERIFY(at >= 0);
        const SaidWords words = seamfinder::saidWords(text, at, at + selected.size());
        QTEST(text.sliced(words.start, words.end - words.start), "said");
        QTEST(words.isTold(), "isTold");
    }

    void theTurnAtAPlace()
    {
        const auto at = [](const QString &text, qsizetype position) {
            const SaidWords words = wordsOfTurnAt(text, position);
            return text.sliced(words.start, words.end - words.start);
        };
        const QString talk = u"Q: Why?\n\nA: It broke.\nOften.\n"_s;
        QCOMPARE(at(talk, 0), u"Why?"_s);
        QCOMPARE(at(talk, talk.indexOf(u"broke")), u"It broke.\nOften."_s);
        const QString prose = u"One line.\nAnother line.\n"_s;
        QCOMPARE(at(prose, prose.indexOf(u"her")), u"Another line."_s); // not the whole of it
        QCOMPARE(at(prose, 0), u"One line."_s);
        QCOMPARE(at(prose, prose.size()), QString());
        QCOMPARE(at(QString(), 0), QString());
    }

    void huge()
    {
        QString text;
        for (int i = 0; i < 40000; ++i)
            text += u"Interviewer: why?\nInterviewee: because of the data.\n"_s;
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(speakerTurns(text).size(), 80000);
        QVERIFY(clock.elapsed() < 20000);
    }

    void codePoints()
    {
        const QString text = u"a🌧b́c"_s;
        QCOMPARE(codePointsBefore(text, 3), 2);
        for (int i = 0; i <= codePointsBefore(text, text.size()); ++i)
            QCOMPARE(codePointsBefore(text, positionOfCodePoint(text, i)), i);
        QCOMPARE(codePointsBefore(text, 999), codePointsBefore(text, text.size()));
    }
};

QTEST_GUILESS_MAIN(TestInterviewTranscript)
#include "test_interview_transcript.moc"
