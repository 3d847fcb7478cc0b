#include "core/catalogue/Consent.h"
#include "core/catalogue/EditExamples.h"
#include "core/interview/InterviewData.h"
#include "core/interview/TranscriptText.h"
#include "core/interview/TranscriptVoices.h"
#include "tests/support/TempStudy.h"

#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

/// Whose words a transcript holds, by its labels.
class TestTranscriptVoices : public QObject
{
    Q_OBJECT

private:
    const ParticipantId m_first{11}, m_second{12}, m_other{13};
    const TranscriptPeople m_people{
        {m_first, m_second}, {u"P07"_s, u"P08"_s}, {u"Mara Kern"_s, u"Mara"_s, u"MK"_s}};

private Q_SLOTS:
    void labels_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<bool>("asks"); // as the usual words say
        QTest::addColumn<Voice>("voice");
        const auto participant = [](ParticipantId id) { return Voice{false, id}; };
        const Voice interviewer{true, {}};
        QTest::newRow("none") << QString() << false << Voice{};
        QTest::newRow("pseudonym") << u"P08"_s << false << participant(m_second);
        QTest::newRow("written otherwise") << u"p 8"_s << false << participant(m_second);
        QTest::newRow("more zeros") << u"P007"_s << false << participant(m_first);
        QTest::newRow("the second one") << u"Participant 2"_s << false << participant(m_second);
        QTest::newRow("by letter") << u"P2"_s << false << participant(m_second);
        QTest::newRow("there is no third") << u"Participant 3"_s << false << participant(m_other);
        QTest::newRow("an answer is no number of a person") << u"A2"_s << false << participant(m_other);
        QTest::newRow("somebody") << u"Ana"_s << false << participant(m_other);
        QTest::newRow("who asks") << u"Interviewer 1"_s << true << interviewer;
        QTest::newRow("their name") << u"mara kern"_s << false << interviewer;
        QTest::newRow("their first name") << u"Mara"_s << false << interviewer;
        QTest::newRow("their initials") << u"MK"_s << false << interviewer;
    }
    void labels()
    {
        QFETCH(QString, label);
        QFETCH(bool, asks);
        QTEST(voiceOf(SpeakerTurn{label, asks, 0, 0, 0}, m_people, m_other), "voice");
    }

    void ofSeveralTurns_data()
    {
        QTest::addColumn<QString>("selected");
        QTest::addColumn<Voice>("voice");
        QTest::newRow("question") << u"And then?"_s << Voice{true, {}};
        QTest::newRow("answer") << u"It broke."_s << Voice{false, m_first};
        QTest::newRow("question and answer") << u"And then?\nP07: It broke."_s << Voice{false, m_first};
        QTest::newRow("the label behind is nobody's words") << u"And then?\nP07: "_s << Voice{true, {}};
        QTest::newRow("two participants") << u"broke.\nP08: At night."_s << Voice{false, m_first};
        QTest::newRow("before all labels") << u"Recorded"_s << Voice{};
    }
    void ofSeveralTurns()
    {
        QFETCH(QString, selected);
        const QString text = u"Recorded in May\nInterviewer: And then?\nP07: It broke.\nP08: At night.\n"_s;
        const qsizetype at = text.indexOf(selected);
        QVERIFY(at >= 0);
        QTEST(voiceOf(text, saidWords(text, at, at + selected.size()), m_people, m_other), "voice");
    }

    void theInterviewersWordsInATranscriptAreNoParaphrase()
    {
        test::TempStudy study;
        const auto perform = [&study](const std::function<void(Edit &)> &change) {
            study.writer().perform({u"Evidence"_s}, change);
        };
        ExampleId example;
        perform([&](Edit &edit) {
            example = createExample(edit, {});
            const Passage asked{
                .sourceKind = u"transcript"_s, .quote = u"And then?"_s, .byInterviewer = true};
            addEvidence(edit, example.value, asked, relationOf(asked));
        });
        const auto stored = readEvidence(study.db(), example.value);
        QCOMPARE(stored.size(), 1);
        QCOMPARE(stored.first().relation, u"interviewer"_s);
        QVERIFY(!stored.first().speaker);
        QVERIFY2(!isParaphrased(study.db(), example.value), "the texts of the example would leave the study");
        perform([&](Edit &edit) {
            addEvidence(edit, example.value, {.quote = u"I put it so"_s}, "interviewer"_L1);
        });
        QVERIFY(isParaphrased(study.db(), example.value));
    }
};

QTEST_GUILESS_MAIN(TestTranscriptVoices)
#include "test_transcript_voices.moc"
