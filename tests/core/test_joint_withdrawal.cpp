#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/Erasure.h"
#include "core/catalogue/ErasurePreview.h"
#include "core/catalogue/JointTranscripts.h"
#include "core/catalogue/ReadExamples.h"
#include "core/catalogue/ReadMarks.h"
#include "core/catalogue/StudyCheck.h"
#include "core/catalogue/StudySession.h"
#include "core/domain/SpeakerTurns.h"
#include "core/interview/InterviewSession.h"
#include "tests/support/FileBytes.h"
#include "tests/support/TempStudy.h"

#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {
const QuestionRef walk{u"walk"_s, {}}, reminds{u"briefing-reminds"_s, {}};

/// What nobody was named for is the first participant's: it goes with them, and never becomes the other's.
class JointWithdrawal : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::TempStudy> m_file;
    std::unique_ptr<StudySession> m_study;
    std::unique_ptr<InterviewSession> m_interview;
    InterviewId m_id;
    ParticipantId m_first, m_second;

    void settle() { QTRY_VERIFY(m_interview->isSaved() && !m_study->isSaving()); }
    void answer(const QuestionRef &ref, const QString &text)
    {
        m_interview->answer(ref, Value::text(text));
        settle();
    }
    /// With `second` from the beginning, or one who can come later.
    void open(bool joint)
    {
        m_file->writer().perform({u"New interview"_s}, [&](Edit &edit) {
            m_first = createParticipant(edit, u"P01"_s);
            m_second = createParticipant(edit, u"P02"_s);
            QVector<ParticipantId> people{m_first};
            if (joint)
                people.append(m_second);
            for (const auto &each : readProtocolVersions(edit.db())) {
                if (each.key == "mismatch-elicitation-60"_L1)
                    m_id = createInterview(edit, each.id, people);
            }
        });
        m_study = std::make_unique<StudySession>(m_file->take());
        m_interview = std::make_unique<InterviewSession>(
            *m_study, std::make_shared<const Codebook>(Codebook::read(m_study->reader())), m_id);
        m_interview->begin();
        settle();
    }
    void withdraw(ParticipantId participant)
    {
        const Action action{u"Withdrawal"_s};
        static_cast<void>(m_study->performApart(action, [=](StudyWriter &writer) {
            Commit commit = eraseWithdrawn(writer, action, {.participant = participant});
            static_cast<void>(completeErasure(writer));
            return commit;
        }));
        QTRY_VERIFY(!m_study->isSaving());
        for (const CheckResult &result : checkStudy(m_study->reader()))
            QCOMPARE(result.problems, QStringList());
    }
    [[nodiscard]] QStringList left(const QStringList &words) const
    {
        return test::filesWithWords(m_file->path(), words);
    }
    void perform(const std::function<void(Edit &)> &change)
    {
        m_study->perform({u"Change"_s}, change);
        settle();
    }

private Q_SLOTS:
    void init() { m_file = std::make_unique<test::TempStudy>(); }
    void cleanup()
    {
        m_interview.reset();
        m_study.reset();
        m_file.reset();
    }

    void anAnswerNamesWhoSpeaks()
    {
        open(true);
        answer(walk, u"Zwetschgenmus"_s);
        QCOMPARE(m_interview->data().answers.value(walk).speaker, m_first);
    }

    void aloneNobodyIsNamed()
    {
        open(false);
        answer(walk, u"Zwetschgenmus"_s);
        QVERIFY(!m_interview->data().answers.value(walk).speaker);
        m_interview->addParticipant(m_second);
        settle();
        answer(reminds, u"later"_s);
        QCOMPARE(m_interview->data().answers.value(reminds).speaker, m_first);
    }

    void theFirstTakesTheirAnswersAlong_data()
    {
        QTest::addColumn<bool>("joint");
        QTest::newRow("both from the beginning") << true;
        QTest::newRow("the second came later") << false;
    }
    void theFirstTakesTheirAnswersAlong()
    {
        QFETCH(bool, joint);
        open(joint);
        answer(walk, u"Zwetschgenmus"_s);
        m_interview->setNote(walk, u"Zwetschgenkern"_s);
        m_interview->goTo(walk);
        settle();
        m_interview->mark(MarkKind::Quote, {.quote = u"Zwetschgenmark"_s});
        settle();
        if (!joint) {
            m_interview->addParticipant(m_second);
            settle();
        }
        m_interview->setSpeaker(reminds, m_second);
        settle();
        answer(reminds, u"Mirabellenwein"_s);
        m_interview->goTo(reminds);
        settle();
        m_interview->mark(MarkKind::Quote, {.quote = u"Mirabellenmark"_s});
        settle();

        withdraw(m_first);
        QCOMPARE(left({u"Zwetschgen"_s}), QStringList());
        QTRY_VERIFY(m_interview->answers().value(walk).isNothing());
        QCOMPARE(m_interview->answers().value(reminds).toText(), u"Mirabellenwein"_s);
        const QVector<Mark> marks = readMarks(m_study->reader(), m_id);
        QCOMPARE(marks.size(), 1);
        QCOMPARE(marks.first().words.quote, u"Mirabellenmark"_s);
    }

    void ofTheSystemOnlyWhatTheySaidGoes()
    {
        open(true);
        answer(walk, u"Zwetschgenmus"_s);
        const QuestionRef domain{u"system-domain"_s, {}};
        m_interview->setSpeaker(domain, m_second);
        settle();
        answer(domain, u"Mirabellenwein"_s);
        QStringList shown;
        for (const ErasedText &each : erasedTexts(m_study->reader(), {.participant = m_first}))
            shown.append(each.text);
        QVERIFY(shown.contains(u"Zwetschgenmus"_s));
        QVERIFY(!shown.contains(u"Mirabellenwein"_s));
        withdraw(m_first);
        QCOMPARE(left({u"Zwetschgen"_s}), QStringList());
        QTRY_VERIFY(m_interview->answers().value(walk).isNothing());
        QCOMPARE(m_interview->answers().value(domain).toText(), u"Mirabellenwein"_s);
    }

    void theSecondTakesOnlyTheirs()
    {
        open(true);
        answer(walk, u"Mirabellenwein"_s);
        m_interview->setSpeaker(reminds, m_second);
        settle();
        answer(reminds, u"Zwetschgenmus"_s);
        withdraw(m_second);
        QCOMPARE(left({u"Zwetschgen"_s}), QStringList());
        QTRY_COMPARE(m_interview->answers().value(walk).toText(), u"Mirabellenwein"_s);
    }

    void theirTurnsGoFromTheTranscript()
    {
        open(true);
        const QString text = u"Interviewer: How was it?\nP1: 🌧 Zwetschgenmus.\nP02: Mirabellen 🌧 one.\n"
                             "P01: Zwetschgenkern.\nParticipant 2: And Mirabellen two.\n"_s;
        const auto passage = [&](const QString &words) {
            const qsizetype at = text.indexOf(words);
            return Passage{.sourceKind = u"transcript"_s,
                           .source = readTranscripts(m_study->reader(), m_id).first().id.value,
                           .start = codePointsBefore(text, at),
                           .end = codePointsBefore(text, at + words.size()),
                           .quote = words,
                           .speaker = m_second};
        };
        // Undone, it is in the journal all the same.
        m_interview->addTranscript(u"Undone"_s, text);
        settle();
        m_study->undo();
        QTRY_VERIFY(!m_study->isSaving());
        m_interview->addTranscript(u"Tape"_s, text);
        settle();
        ExampleId example{};
        perform([&](Edit &edit) {
            example = createExample(edit, {.interview = m_id, .participant = m_second});
            addEvidence(edit, example.value, passage(u"And Mirabellen two."_s), "supports"_L1);
            addEvidence(edit, example.value, passage(u"Mirabellen 🌧 one.\nP01: Zwetschgenkern."_s),
                        "supports"_L1);
        });
        const ErasurePreview preview =
            previewErasure(m_study->reader(), m_file->path(), {.participant = m_first});
        QCOMPARE(preview.turns, 2);
        QCOMPARE(preview.unclearTranscripts, QStringList());

        withdraw(m_first);
        QCOMPARE(left({u"Zwetschgen"_s}), QStringList());
        const QString rest = readTranscripts(m_study->reader(), m_id).first().text;
        QCOMPARE(
            rest,
            u"Interviewer: How was it?\nP02: Mirabellen 🌧 one.\nParticipant 2: And Mirabellen two.\n"_s);
        const QVector<EvidenceRecord> evidence = readEvidence(m_study->reader(), example.value);
        QCOMPARE(evidence.size(), 1);
        const qsizetype from = positionOfCodePoint(rest, evidence.first().start);
        QCOMPARE(rest.sliced(from, positionOfCodePoint(rest, evidence.first().end) - from),
                 u"And Mirabellen two."_s);
    }

    void whoSpeaksIsNotAlwaysTold_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qsizetype>("turns");
        QTest::addColumn<bool>("unclear");
        QTest::newRow("all told") << u"P01: a\nQ: b\nP02: c"_s << qsizetype(1) << false;
        QTest::newRow("no labels") << u"and then it rained"_s << qsizetype(0) << true;
        QTest::newRow("a name") << u"P01: a\nAna: b\nP02: c"_s << qsizetype(1) << true;
        QTest::newRow("either of them") << u"P01: a\nInterviewee: b"_s << qsizetype(1) << true;
        QTest::newRow("words before") << u"hello\nP01: a\nP02: b"_s << qsizetype(1) << true;
    }
    void whoSpeaksIsNotAlwaysTold()
    {
        QFETCH(QString, text);
        QFETCH(qsizetype, turns);
        QFETCH(bool, unclear);
        JointTranscript transcript;
        transcript.text = text;
        JointPeople{.people = {u"P01"_s, u"P02"_s}, .theirs = 0}.findTurns(transcript);
        QCOMPARE(transcript.theirs.size(), turns);
        QCOMPARE(transcript.isUnclear, unclear);
        QVERIFY(!transcript.without().contains(u"a\n"_s) || turns == 0);
    }

    void aTranscriptThatNeedsALookIsNamed()
    {
        open(true);
        m_interview->addTranscript(u"Tape of May"_s, u"and then it rained"_s);
        settle();
        const ErasurePreview preview =
            previewErasure(m_study->reader(), m_file->path(), {.participant = m_first});
        QCOMPARE(preview.unclearTranscripts.size(), 1);
        QVERIFY(preview.unclearTranscripts.first().contains(u"Tape of May"_s));
        QVERIFY(preview.unclearTranscripts.first().contains(u"P02"_s));
    }
};
} // namespace

QTEST_GUILESS_MAIN(JointWithdrawal)
#include "test_joint_withdrawal.moc"
