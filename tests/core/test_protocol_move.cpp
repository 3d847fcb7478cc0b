#include "core/catalogue/EditProtocols.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ReadProtocols.h"
#include "core/domain/Error.h"
#include "core/interview/InterviewSession.h"
#include "core/interview/ProtocolMove.h"
#include "core/protocol/ProtocolEdit.h"
#include "core/protocol/ProtocolJson.h"
#include "tests/support/TempStudy.h"

#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {

using Fate = MovedAnswer::Fate;

Protocol first()
{
    return readProtocolJson(R"j({"format":"seamfinder-protocol/1","key":"t","languages":["en"],"title":"T",
"sections":[
 {"key":"one","title":"One","minutes":4,"questions":[
  {"name":"role","type":"select-one","label":"Role?","choices":{"fixed":[{"key":"ds","label":"Data"},{"key":"se","label":"Software"}]}},
  {"name":"tools","type":"select-many","label":"Tools?","choices":{"fixed":[{"key":"r","label":"R"},{"key":"py","label":"Python"}]}},
  {"name":"years","type":"integer","label":"Years?"},
  {"name":"mood","type":"scale","label":"Mood?","minimum":1,"maximum":5},
  {"name":"story","type":"text","label":"Story?"},
  {"name":"walk","type":"text","label":"Walk me.","binding":"system.description"},
  {"name":"last","type":"text","label":"Last?"}]}]})j")
        .protocol;
}

/// What was stored, as one text that undo must bring back to the letter.
QString stored(Connection &db, InterviewId interview)
{
    QStringList lines{toText(readInterview(db, interview)->version)};
    for (const Answer &answer : readAnswers(db, interview))
        lines.append(u"%1=%2|%3|%4"_s.arg(answer.place.question, answer.value.value_or(u"-"_s), answer.note,
                                          answer.relevant ? u"asked"_s : u"hidden"_s));
    lines.sort();
    return lines.join(u'\n');
}

} // namespace

class ProtocolMoveTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::TempStudy> m_study;
    InterviewId m_interview{};

    void put(const QString &question, const QString &value)
    {
        m_study->writer().perform({u"answer"_s}, [&](Edit &edit) {
            setAnswer(edit, m_interview, {question, {}}, value);
        });
    }

    ProtocolVersionId publish(const Protocol &protocol)
    {
        ProtocolVersionId version{};
        m_study->writer().perform({u"publish"_s},
                                  [&](Edit &edit) { version = publishProtocol(edit, protocol, u"n"_s); });
        return version;
    }

    ProtocolMove plan(ProtocolVersionId to, const QString &standsAt = {})
    {
        return planMove(InterviewData::read(m_study->db(), m_interview),
                        readMoveVersions(m_study->db(), m_interview, to), {standsAt, {}});
    }

    void move(ProtocolVersionId to)
    {
        m_study->writer().perform({u"move"_s}, [&](Edit &edit) { moveInterview(edit, m_interview, to); });
    }

    Answer answer(const QString &question)
    {
        for (const Answer &each : readAnswers(m_study->db(), m_interview)) {
            if (each.place.question == question)
                return each;
        }
        return {};
    }

private Q_SLOTS:
    void init()
    {
        m_study = std::make_unique<test::TempStudy>();
        const ProtocolVersionId version = publish(first());
        m_study->writer().perform({u"new"_s}, [&](Edit &edit) {
            m_interview = createInterview(edit, version, {createParticipant(edit, u"P01"_s)});
            setInterviewState(edit, m_interview, interview_state::inProgress);
        });
        put(u"role"_s, u"ds"_s);
        put(u"tools"_s, u"r py"_s);
        put(u"years"_s, u"12"_s);
        put(u"mood"_s, u"5"_s);
        put(u"story"_s, u"It rained."_s);
    }

    void harmlessChangesKeepEverything()
    {
        Protocol now = first();
        findQuestion(now, u"story"_s)->label.byLanguage[u"en"_s] = u"Your story?"_s;
        const ProtocolMove move = plan(publish(now), u"story"_s);
        QCOMPARE(move.kept, 5);
        QVERIFY(move.others.isEmpty());
        QVERIFY(move.newRequired.isEmpty());
        QCOMPARE(move.position.question, u"story"_s);
    }

    void whatBecomesOfAnAnswer_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QByteArray>("now"); // the question's definition; empty: it is gone
        QTest::addColumn<int>("fate");       // -1: kept
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("note");
        const int kept = -1, note = int(Fate::BecomesNote), gone = int(Fate::NoLongerAsked);
        const QString was = u"Answered in version 1: "_s;
        QTest::newRow("question gone") << u"story"_s << QByteArray() << gone << u"It rained."_s << QString();
        QTest::newRow("number that fits a decimal")
            << u"years"_s << QByteArray(R"("type":"decimal")") << kept << u"12"_s << QString();
        QTest::newRow("number as text")
            << u"years"_s << QByteArray(R"("type":"text")") << kept << u"12"_s << QString();
        QTest::newRow("text as number")
            << u"story"_s << QByteArray(R"("type":"integer")") << note << u"-"_s << was + u"It rained."_s;
        QTest::newRow("text as date")
            << u"story"_s << QByteArray(R"("type":"date")") << note << u"-"_s << was + u"It rained."_s;
        QTest::newRow("narrower scale")
            << u"mood"_s << QByteArray(R"("type":"scale","minimum":1,"maximum":4)") << note << u"-"_s
            << was + u"5"_s;
        QTest::newRow("wider scale") << u"mood"_s << QByteArray(R"("type":"scale","minimum":1,"maximum":7)")
                                     << kept << u"5"_s << QString();
        QTest::newRow("choice gone")
            << u"role"_s
            << QByteArray(R"("type":"select-one","choices":{"fixed":[{"key":"se","label":"Software"}]})")
            << note << u"-"_s << was + u"Data"_s;
        QTest::newRow("one of several choices gone")
            << u"tools"_s
            << QByteArray(R"("type":"select-many","choices":{"fixed":[{"key":"py","label":"Python"}]})")
            << note << u"py"_s << was + u"R, Python"_s;
        QTest::newRow("several where one is asked for")
            << u"tools"_s
            << QByteArray(
                   R"("type":"select-one","choices":{"fixed":[{"key":"r","label":"R"},{"key":"py","label":"Python"}]})")
            << note << u"-"_s << was + u"R, Python"_s;
        QTest::newRow("choice as text")
            << u"role"_s << QByteArray(R"("type":"text")") << kept << u"ds"_s << QString();
        QTest::newRow("bound now") << u"story"_s << QByteArray(R"("type":"text","binding":"system.domain")")
                                   << note << u"-"_s << was + u"It rained."_s;
    }

    void whatBecomesOfAnAnswer()
    {
        QFETCH(QString, question);
        QFETCH(QByteArray, now);
        QFETCH(int, fate);
        Protocol protocol = first();
        if (now.isEmpty()) {
            removeQuestion(protocol, question);
        } else {
            const QByteArray json =
                R"({"format":"seamfinder-protocol/1","key":"t","languages":["en"],"title":"T",
                "sections":[{"key":"x","title":"X","questions":[{"name":"q","label":"Q?",)" +
                now + "}]}]}";
            Question other = readProtocolJson(json).protocol.sections[0].questions[0];
            other.name = question;
            *findQuestion(protocol, question) = other;
        }
        const ProtocolVersionId to = publish(protocol);
        const QString before = stored(m_study->db(), m_interview);
        const ProtocolMove planned = plan(to);
        QCOMPARE(planned.kept, fate < 0 ? 5 : 4);
        QCOMPARE(planned.others.size(), fate < 0 ? 0 : 1);
        if (fate >= 0) {
            QCOMPARE(int(planned.others[0].fate), fate);
            QCOMPARE(planned.others[0].place.question, question);
            QVERIFY(!planned.others[0].text.isEmpty());
        }
        QCOMPARE(stored(m_study->db(), m_interview), before); // a preview writes nothing

        move(to);
        QCOMPARE(readInterview(m_study->db(), m_interview)->version, to);
        QTEST(answer(question).value.value_or(u"-"_s), "value");
        QTEST(answer(question).note, "note");
        QCOMPARE(answer(question).relevant, fate != int(Fate::NoLongerAsked));

        m_study->writer().undo();
        QCOMPARE(stored(m_study->db(), m_interview), before);
        m_study->writer().redo();
        QCOMPARE(readInterview(m_study->db(), m_interview)->version, to);
    }

    void aNoteThatIsThereStays()
    {
        m_study->writer().perform({u"note"_s}, [&](Edit &edit) {
            setAnswerNote(edit, m_interview, {u"story"_s, {}}, u"hesitated"_s);
        });
        Protocol now = first();
        findQuestion(now, u"story"_s)->type = QuestionType::Integer;
        move(publish(now));
        QCOMPARE(answer(u"story"_s).note, u"hesitated\nAnswered in version 1: It rained."_s);
    }

    void anotherFieldLeavesTheValueWhereItIs()
    {
        m_study->writer().perform({u"walk"_s}, [&](Edit &edit) {
            touchAnswer(edit, m_interview, {u"walk"_s, {}});
        });
        Protocol now = first();
        findQuestion(now, u"walk"_s)->binding = u"system.domain"_s;
        const ProtocolMove move = plan(publish(now));
        QCOMPARE(move.others.size(), 1);
        QCOMPARE(int(move.others[0].fate), int(Fate::StaysInField));
    }

    void newRequiredQuestionsAreNamed()
    {
        Protocol now = first();
        findQuestion(now, u"last"_s)->required = true;
        findQuestion(now, u"story"_s)->required = true; // is answered
        QCOMPARE(plan(publish(now)).newRequired, QStringList{u"Last?"_s});
    }

    void standsAtTheNearestQuestion_data()
    {
        QTest::addColumn<QStringList>("removed");
        QTest::addColumn<QString>("standsAt");
        QTest::addColumn<QString>("expected");
        QTest::newRow("still there") << QStringList{u"role"_s} << u"story"_s << u"story"_s;
        QTest::newRow("gone: the next") << QStringList{u"story"_s} << u"story"_s << u"walk"_s;
        QTest::newRow("gone with the next") << QStringList{u"story"_s, u"walk"_s} << u"story"_s << u"last"_s;
        QTest::newRow("last one gone: the one before") << QStringList{u"last"_s} << u"last"_s << u"walk"_s;
        QTest::newRow("nowhere") << QStringList() << QString() << u"role"_s;
    }

    void standsAtTheNearestQuestion()
    {
        QFETCH(QStringList, removed);
        QFETCH(QString, standsAt);
        QFETCH(QString, expected);
        if (!standsAt.isEmpty())
            m_study->writer().perform({u"go"_s}, [&](Edit &edit) {
                setPosition(edit, m_interview, {standsAt, {}}, 3);
            });
        Protocol now = first();
        now.version = u"next"_s; // also where nothing is removed it is another version
        for (const QString &name : removed)
            removeQuestion(now, name);
        const ProtocolVersionId to = publish(now);
        QCOMPARE(plan(to, standsAt).position.question, expected);
        move(to);
        if (standsAt.isEmpty())
            return;
        QCOMPARE(readPosition(m_study->db(), m_interview)->place.question, expected);
        QCOMPARE(readPosition(m_study->db(), m_interview)->caret, expected == standsAt ? 3 : 0);
        m_study->writer().undo();
        // Not journaled, and still a question that there is.
        QVERIFY(findQuestion(first(), readPosition(m_study->db(), m_interview)->place.question));
    }

    void draftsBecomeVersions()
    {
        ProtocolVersionId draft{};
        Protocol protocol = first();
        protocol.title.byLanguage[u"en"_s] = u"Better"_s;
        m_study->writer().perform({u"draft"_s}, [&](Edit &edit) {
            draft = startDraft(edit, protocol);
            QCOMPARE(startDraft(edit, first()), draft); // one draft each
        });
        const qsizetype published = // NOLINT(clang-analyzer-deadcode.DeadStores): the macro returns early
            readProtocolVersions(m_study->db()).size();
        const auto entry = [&] { return *readProtocolEntry(m_study->db(), draft); };
        QVERIFY(entry().isDraft());
        QCOMPARE(entry().title, u"T"_s); // until it is published

        // A draft may be wrong, and is kept all the same; but it cannot be published.
        findQuestion(protocol, u"story"_s)->relevance = Expression(u"${nobody} = "_s);
        m_study->writer().perform({u"save"_s}, [&](Edit &edit) { saveDraft(edit, draft, protocol); });
        const auto publishing = [&] {
            m_study->writer().perform({u"p"_s}, [&](Edit &edit) { publishDraft(edit, draft, u"why"_s); });
        };
        QVERIFY_THROWS_EXCEPTION(Error, publishing());
        QVERIFY(entry().isDraft());
        findQuestion(protocol, u"story"_s)->relevance = Expression();
        m_study->writer().perform({u"save"_s}, [&](Edit &edit) { saveDraft(edit, draft, protocol); });
        publishing();
        QCOMPARE(entry().number, 2);
        QCOMPARE(entry().note, u"why"_s);
        QCOMPARE(entry().title, u"Better"_s);
        QCOMPARE(readProtocolVersions(m_study->db()).size(), published + 1);
        QCOMPARE(readNewestVersion(m_study->db(), entry().protocol)->id, draft);

        const auto saving = [&] {
            m_study->writer().perform({u"s"_s}, [&](Edit &edit) { saveDraft(edit, draft, first()); });
        };
        QVERIFY_THROWS_EXCEPTION(Error, saving());
        const auto discarding = [&] {
            m_study->writer().perform({u"d"_s}, [&](Edit &edit) { discardDraft(edit, draft); });
        };
        QVERIFY_THROWS_EXCEPTION(Error, discarding());
        m_study->writer().undo();
        QVERIFY(entry().isDraft());
        QCOMPARE(readProtocolVersions(m_study->db()).size(), published);
        QCOMPARE(entry().title, u"T"_s);
    }

    void aDiscardedDraftLeavesNothing()
    {
        const auto entries = [&] { return readProtocolEntries(m_study->db()).size(); };
        const qsizetype before = entries();
        m_study->writer().perform({u"draft"_s}, [&](Edit &edit) {
            startDraft(edit, duplicateOf(first(), freeProtocolKey(edit.db(), u"t"_s), u"Mine"_s));
        });
        QCOMPARE(entries(), before + 1);
        m_study->writer().perform({u"discard"_s}, [&](Edit &edit) {
            for (const ProtocolEntry &each : readProtocolEntries(edit.db())) {
                if (each.isDraft())
                    discardDraft(edit, each.id);
            }
        });
        QCOMPARE(entries(), before);
    }
};

QTEST_GUILESS_MAIN(ProtocolMoveTest)
#include "test_protocol_move.moc"
