#include "core/catalogue/DeclinedInterviews.h"
#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditFields.h"
#include "core/catalogue/EditInterview.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/Erasure.h"
#include "core/catalogue/StudyCheck.h"
#include "core/catalogue/StudySession.h"
#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"
#include "tests/support/FileBytes.h"
#include "tests/support/TempStudy.h"

#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {
const QuestionRef walk{u"walk"_s, {}}, takesPart{u"takes-part"_s, {}};

/// "Takes part: no", and then the interview is left.
class DeclinedInterview : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::TempStudy> m_file;
    std::unique_ptr<StudySession> m_study;
    std::unique_ptr<InterviewSession> m_interview;
    InterviewId m_id, m_other;
    ParticipantId m_participant;

    void settle() { QTRY_VERIFY(m_interview->isSaved() && !m_study->isSaving()); }
    void decline()
    {
        m_interview->answer(takesPart, Value::keys({u"no"_s}));
        settle();
        QVERIFY(m_interview->isDeclined());
    }
    QVector<RowChange> erase()
    {
        QVector<RowChange> changes;
        const Action action{u"Takes no part"_s};
        static_cast<void>(m_study->performApart(action, [&, action](StudyWriter &writer) {
            Commit commit = eraseDeclined(writer, action, m_id);
            changes = commit.changes;
            if (!changes.isEmpty())
                static_cast<void>(completeErasure(writer));
            return commit;
        }));
        [this] { QTRY_VERIFY(!m_study->isSaving()); }();
        return changes;
    }
    void say()
    {
        m_interview->answer(walk, Value::text(u"Zwetschgenmus"_s));
        m_interview->setNote(walk, u"Zwetschgennote"_s);
        m_interview->setProbeAsked(walk, u"Zwetschgenprobe"_s, true);
        m_interview->goTo(walk);
        m_interview->mark(MarkKind::Quote, {.quote = u"Zwetschgenmark"_s});
        m_interview->addTranscript(u"Zwetschgentape"_s, u"P01: Zwetschgentext"_s);
        m_interview->pause();
        m_interview->setPauseReason(u"Zwetschgenpause"_s);
        m_interview->begin();
        settle();
        m_study->perform({u"More"_s}, [this](Edit &edit) {
            const ExampleId example = createExample(edit, {.interview = m_id, .participant = m_participant});
            setValue(edit, fields::example::story, example.value, u"Zwetschgenstory"_s);
            setValue(edit, fields::participant::country, m_participant.value, u"Zwetschgenland"_s);
            setValue(edit, fields::interview::recording, m_id.value, u"/Zwetschgen.wav"_s);
            addRepeatInstance(edit, m_id, u"no-such-repeat"_s, {});
        });
        settle();
    }

private Q_SLOTS:
    void init()
    {
        m_file = std::make_unique<test::TempStudy>();
        m_other = {};
        m_file->writer().perform({u"New interview"_s}, [this](Edit &edit) {
            m_participant = createParticipant(edit, u"P01"_s);
            for (const auto &each : readProtocolVersions(edit.db())) {
                if (each.key == "mismatch-elicitation-60"_L1)
                    m_id = createInterview(edit, each.id, {m_participant});
            }
        });
        m_study = std::make_unique<StudySession>(m_file->take());
        m_interview = std::make_unique<InterviewSession>(
            *m_study, std::make_shared<const Codebook>(Codebook::read(m_study->reader())), m_id);
        m_interview->begin();
        settle();
    }
    void cleanup()
    {
        m_interview.reset();
        m_study.reset();
        m_file.reset();
    }

    void nothingThatWasSaidIsLeft()
    {
        say();
        decline();
        QVERIFY(!test::filesWithWords(m_file->path(), {u"Zwetschgen"_s}).isEmpty()); // a slip can be mended
        QCOMPARE(declinedInterviewsWithAnswers(m_study->reader()), QVector<InterviewId>{m_id});
        QVERIFY(!erase().isEmpty());
        QCOMPARE(test::filesWithWords(m_file->path(), {u"Zwetschgen"_s}), QStringList());
        QCOMPARE(declinedInterviewsWithAnswers(m_study->reader()), QVector<InterviewId>());
        for (const CheckResult &result : checkStudy(m_study->reader()))
            QCOMPARE(result.problems, QStringList());
        // That somebody was asked, and declined.
        const auto interview = readInterview(m_study->reader(), m_id);
        QVERIFY(interview);
        QCOMPARE(interview->takesPart, u"no"_s);
        QCOMPARE(interview->pseudonyms, QVector<QString>{u"P01"_s});
        QVERIFY(readParadata(m_study->reader(), m_id).isEmpty());
        QVERIFY(!m_study->nextUndo());
        // There is nothing to be done a second time.
        QVERIFY(erase().isEmpty());
    }

    void aSlipThatWasMendedLosesNothing()
    {
        say();
        decline();
        m_study->undo();
        QTRY_VERIFY(!m_interview->isDeclined());
        QVERIFY(erase().isEmpty());
        QCOMPARE(m_interview->answers().value(walk).toText(), u"Zwetschgenmus"_s);
    }

    void whoTookPartElsewhereKeepsTheirFacts()
    {
        m_study->perform({u"Another"_s}, [this](Edit &edit) {
            m_other = createInterview(edit, readProtocolVersions(edit.db()).value(0).id, {m_participant});
            setAnswer(edit, m_other, {u"walk"_s, {}}, u"Mirabellenwein"_s);
            setValue(edit, fields::participant::country, m_participant.value, u"Atlantis"_s);
        });
        settle();
        m_interview->answer(walk, Value::text(u"Zwetschgenmus"_s));
        decline();
        QVERIFY(!erase().isEmpty());
        QCOMPARE(test::filesWithWords(m_file->path(), {u"Zwetschgen"_s}), QStringList());
        QVERIFY(!test::filesWithWords(m_file->path(), {u"Mirabellenwein"_s}).isEmpty());
        QCOMPARE(readRecord(m_study->reader(), Entity::Participant, m_participant.value)
                     ->text(fields::participant::country),
                 u"Atlantis"_s);
    }
};
} // namespace

QTEST_GUILESS_MAIN(DeclinedInterview)
#include "test_declined_interview.moc"
