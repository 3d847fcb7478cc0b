#include "core/catalogue/ReadExamples.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/StudySession.h"
#include "core/exchange/SampleStudy.h"
#include "core/interview/InterviewSession.h"
#include "tests/support/TempStudy.h"

#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

/// What the protocol hides, and what it must not: a gap counts whatever question its example was told at.
class TestGapRelevance : public QObject
{
    Q_OBJECT

    static int hiddenIn(const InterviewData &data)
    {
        int hidden = 0;
        for (const ExampleRecord &example : data.examples) {
            hidden += example.relevant ? 0 : 1;
            for (const GapRecord &gap : example.gaps)
                hidden += gap.relevant ? 0 : 1;
        }
        for (const GapRecord &need : data.needs)
            hidden += need.relevant ? 0 : 1;
        return hidden;
    }

private Q_SLOTS:
    void anAnswerInTheSampleHidesNothing()
    {
        test::TempStudy file;
        file.writer().perform({u"Sample"_s}, [](Edit &edit) { addSample(edit); });
        StudySession study(file.take());
        const auto codebook = std::make_shared<const Codebook>(Codebook::read(study.reader()));
        int gaps = 0;
        for (const Interview &each : readInterviews(study.reader())) {
            InterviewSession interview(study, codebook, each.id);
            for (const ExampleRecord &example : interview.data().examples)
                gaps += int(example.gaps.size());
            QCOMPARE(hiddenIn(interview.data()), 0);
            if (interview.isLocked())
                interview.setLocked(false);
            QTRY_VERIFY(interview.isSaved() && !study.isSaving());
            interview.answer({u"setup-mode"_s, {}}, Value::keys({u"video"_s}));
            interview.setNote({u"briefing-reminds"_s, {}}, u"a note"_s);
            QTRY_VERIFY(interview.isSaved() && !study.isSaving());
            QCOMPARE(hiddenIn(interview.data()), 0);
            // The questions about an example ask for each of its gaps.
            for (const ExampleRecord &example : interview.data().examples) {
                for (const Step &step : interview.flow().steps()) {
                    if (step.question->type == QuestionType::Repeat &&
                        step.question->repeat.creates == Entity::Gap &&
                        step.ref.instances.contains(example.id))
                        QCOMPARE(step.count, int(example.gaps.size()));
                }
            }
        }
        QVERIFY(gaps >= 100);
    }
};

QTEST_GUILESS_MAIN(TestGapRelevance)
#include "test_gap_relevance.moc"
