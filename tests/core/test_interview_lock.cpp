#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditFields.h"
#include "core/catalogue/EditMarks.h"
#include "core/catalogue/EditProtocols.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/ReadCodebook.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/ReadStudy.h"
#include "core/domain/Error.h"
#include "core/domain/Fields.h"
#include "tests/support/TempStudy.h"

#include <functional>
#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {
const AnswerPlace place{u"walk"_s, {}};
struct Made
{
    InterviewId interview;
    ExampleId example, binned;
    GapId gap, need, binnedNeed;
    qint64 practice = 0;
    MarkId mark;
    TranscriptId transcript;
    qint64 entry = 0;
    ProtocolVersionId version;
    SystemId system;
    TermId element;
};
using Change = std::function<void(Edit &, const Made &)>;
} // namespace
Q_DECLARE_METATYPE(Change)

/// What a locked interview refuses, whoever asks: the window asks nothing of it, but imports and mistakes do.
class TestInterviewLock : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::TempStudy> m_file;
    Made m_made;

    void perform(const std::function<void(Edit &)> &change)
    {
        m_file->writer().perform({u"change"_s}, change);
    }
    void setLocked(bool locked)
    {
        perform([&](Edit &edit) { setInterviewLocked(edit, m_made.interview, locked); });
    }
    [[nodiscard]] bool isLocked() { return readInterview(m_file->db(), m_made.interview)->locked; }

private Q_SLOTS:
    void init()
    {
        m_file = std::make_unique<test::TempStudy>();
        perform([this](Edit &edit) {
            const ParticipantId who = createParticipant(edit, nextPseudonym(edit.db()));
            m_made.version = readProtocolVersions(edit.db()).value(0).id;
            m_made.interview = createInterview(edit, m_made.version, {who});
            m_made.system = systemByAlias(edit, u"A"_s);
            setInterviewState(edit, m_made.interview, interview_state::inProgress);
            setAnswer(edit, m_made.interview, place, u"before"_s);
            m_made.example = createExample(edit, {.interview = m_made.interview});
            m_made.gap = createGap(edit, m_made.example);
            m_made.need = createGap(edit, {}, {.interview = m_made.interview});
            m_made.practice = createPractice(edit, {.interview = m_made.interview});
            m_made.binned = createExample(edit, {.interview = m_made.interview});
            deleteExample(edit, m_made.binned);
            m_made.binnedNeed = createGap(edit, {}, {.interview = m_made.interview});
            deleteGap(edit, m_made.binnedNeed);
            m_made.mark = addMark(edit, m_made.interview, MarkKind::Star, place, {});
            m_made.transcript = addTranscript(edit, m_made.interview, u"title"_s, u"text"_s);
            m_made.entry = addRepeatInstance(edit, m_made.interview, u"repeat"_s, {});
            setInterviewState(edit, m_made.interview, interview_state::complete);
            m_made.element = Codebook::read(edit.db()).inFacet(u"element").first().id;
        });
        setLocked(true);
    }

    void whatWasNotedIsRefused_data()
    {
        QTest::addColumn<Change>("change");
        const auto add = [](const char *name, const Change &change) { QTest::newRow(name) << change; };
        add("answer", [](Edit &e, const Made &m) { setAnswer(e, m.interview, place, u"after"_s); });
        add("new answer", [](Edit &e, const Made &m) {
            setAnswer(e, m.interview, {u"other"_s, {}}, u"after"_s);
        });
        add("no answer",
            [](Edit &e, const Made &m) { setAnswerMissing(e, m.interview, place, MissingCode::Declined); });
        add("note", [](Edit &e, const Made &m) { setAnswerNote(e, m.interview, place, u"note"_s); });
        add("probe", [](Edit &e, const Made &m) { setProbeAsked(e, m.interview, place, u"p"_s, true); });
        add("entry", [](Edit &e, const Made &m) { addRepeatInstance(e, m.interview, u"repeat"_s, {}); });
        add("entry removed", [](Edit &e, const Made &m) { removeRepeatInstance(e, m.entry); });
        add("transcript", [](Edit &e, const Made &m) { addTranscript(e, m.interview, u"t"_s, u"x"_s); });
        add("transcript removed", [](Edit &e, const Made &m) { deleteTranscript(e, m.transcript); });
        add("mark", [](Edit &e, const Made &m) { addMark(e, m.interview, MarkKind::Back, place, {}); });
        add("mark done", [](Edit &e, const Made &m) { setMarkDone(e, m.mark, true); });
        add("mark removed", [](Edit &e, const Made &m) { removeMark(e, m.mark); });
        add("state",
            [](Edit &e, const Made &m) { setInterviewState(e, m.interview, interview_state::inProgress); });
        add("date", [](Edit &e, const Made &m) { setInterviewDate(e, m.interview, 1); });
        add("language", [](Edit &e, const Made &m) { setInterviewLanguage(e, m.interview, u"fr"_s); });
        add("version", [](Edit &e, const Made &m) { setInterviewVersion(e, m.interview, m.version); });
        add("system", [](Edit &e, const Made &m) { addInterviewSystem(e, m.interview, m.system); });
        add("consent",
            [](Edit &e, const Made &m) { setValue(e, fields::interview::quotes, m.interview.value, {}); });
        add("consent missing", [](Edit &e, const Made &m) {
            setMissing(e, fields::interview::quotes, m.interview.value, MissingCode::NotAsked);
        });
        add("another example", [](Edit &e, const Made &m) { createExample(e, {.interview = m.interview}); });
        add("another need", [](Edit &e, const Made &m) { createGap(e, {}, {.interview = m.interview}); });
        add("another practice",
            [](Edit &e, const Made &m) { createPractice(e, {.interview = m.interview}); });
        add("example to the bin", [](Edit &e, const Made &m) { deleteExample(e, m.example); });
        add("gap to the bin", [](Edit &e, const Made &m) { deleteGap(e, m.gap); });
        add("need to the bin", [](Edit &e, const Made &m) { deleteGap(e, m.need); });
        add("practice to the bin", [](Edit &e, const Made &m) { deletePractice(e, m.practice); });
        add("example from the bin", [](Edit &e, const Made &m) { restoreExample(e, m.binned); });
        add("need from the bin", [](Edit &e, const Made &m) { restoreGap(e, m.binnedNeed); });
        add("to the bin", [](Edit &e, const Made &m) { deleteInterview(e, m.interview); });
    }
    void whatWasNotedIsRefused()
    {
        QFETCH(Change, change);
        const auto run = [&] { perform([&](Edit &edit) { change(edit, m_made); }); };
        try {
            run();
            QFAIL("it was not refused");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::InvalidInput);
            QVERIFY(error.detail().contains("locked"_L1));
            QCOMPARE(error.subject(), lockedInterview);
        }
        QCOMPARE(readAnswers(m_file->db(), m_made.interview).first().value, u"before"_s);
        setLocked(false);
        run();
    }

    void codingGoesOn()
    {
        perform([this](Edit &edit) {
            setCodings(edit, fields::example::element, m_made.example.value, {{.term = m_made.element}},
                       CodingStage::After);
            setValue(edit, fields::example::status, m_made.example.value, u"confirmed"_s);
            createGap(edit, m_made.example);
        });
        QVERIFY(isLocked());
    }

    void lockingIsTakenBackFirst()
    {
        QVERIFY(isLocked());
        QVERIFY(m_file->writer().undo());
        QVERIFY(!isLocked());
        QVERIFY(m_file->writer().redo());
        QVERIFY(isLocked());
    }

    void othersAreNotConcerned()
    {
        perform([this](Edit &edit) {
            const InterviewId other = createInterview(edit, m_made.version, {});
            setAnswer(edit, other, place, u"free"_s);
            createExample(edit, {});
        });
    }
};

QTEST_GUILESS_MAIN(TestInterviewLock)
#include "test_interview_lock.moc"
