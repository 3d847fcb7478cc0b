#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditInterview.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ExampleFacts.h"
#include "core/catalogue/StudySession.h"
#include "core/domain/Fields.h"
#include "core/interview/FinishQueue.h"
#include "core/interview/InterviewSession.h"
#include "core/interview/TryOut.h"
#include "tests/support/TempStudy.h"

#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

/// Scripted interviews over the default protocol, through the real session on a real file.
class TestInterviewSession : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::TempStudy> m_file;
    std::unique_ptr<StudySession> m_study;
    std::shared_ptr<const Codebook> m_codebook;
    InterviewId m_id;
    std::unique_ptr<InterviewSession> m_interview;

    void open()
    {
        m_study = std::make_unique<StudySession>(m_file->take());
        m_codebook = std::make_shared<const Codebook>(Codebook::read(m_study->reader()));
        m_interview = std::make_unique<InterviewSession>(*m_study, m_codebook, m_id);
    }
    void close()
    {
        m_interview.reset();
        m_study.reset();
        m_file->close();
    }
    void settle() { QTRY_VERIFY(m_interview->isSaved() && !m_study->isSaving()); }
    void answer(const QuestionRef &ref, const Value &value)
    {
        m_interview->answer(ref, value);
        settle();
    }
    void answer(const QString &question, const QString &text) { answer({question, {}}, Value::text(text)); }
    void pick(const QString &question, const QStringList &keys) { answer({question, {}}, Value::keys(keys)); }
    qint64 add(const QuestionRef &repeat)
    {
        qint64 made = 0;
        m_interview->addInstance(repeat, [&made](qint64 id) { made = id; });
        [&made] { QTRY_VERIFY(made != 0); }();
        settle();
        return made;
    }
    const Step *step(const QuestionRef &ref) const
    {
        const int index = m_interview->flow().indexOf(ref);
        return index < 0 ? nullptr : &m_interview->flow().steps()[index];
    }
    TermId term(const QString &facet, const QString &key) const
    {
        const Term *found = m_codebook->term(facet, key);
        return found ? found->id : TermId{};
    }
    QStringList events() const
    {
        QStringList result;
        for (const ParadataEvent &event : readParadata(m_study->reader(), m_id))
            result << event.event;
        return result;
    }

private Q_SLOTS:
    void init()
    {
        m_file = std::make_unique<test::TempStudy>();
        m_file->writer().perform({u"New interview"_s}, [this](Edit &edit) {
            const ParticipantId participant = createParticipant(edit, nextPseudonym(edit.db()));
            const auto versions = readProtocolVersions(edit.db());
            const auto sixty =
                std::find_if(versions.begin(), versions.end(), [](const ProtocolVersion &each) {
                    return each.key == "mismatch-elicitation-60"_L1;
                });
            m_id = createInterview(edit, sixty->id, {participant});
        });
        open();
        m_interview->begin();
        settle();
    }
    void cleanup()
    {
        m_interview.reset();
        m_study.reset();
    }

    void beginsAtTheFirstQuestion()
    {
        QCOMPARE(m_interview->currentRef().question, u"setup-people"_s);
        QCOMPARE(m_interview->state(), QString(interview_state::inProgress));
        QVERIFY(events().contains(u"begin"_s));
    }

    void whoGoesOnAskingHasBegun()
    {
        m_study->undo();
        settle();
        QTRY_COMPARE(m_interview->state(), QString(interview_state::planned));
        m_interview->setLanguage(u"de"_s); // is no asking
        settle();
        QCOMPARE(m_interview->state(), QString(interview_state::planned));
        answer(u"briefing-reminds"_s, u"of rain"_s);
        QCOMPARE(m_interview->state(), QString(interview_state::inProgress));
        m_study->undo();
        m_study->undo();
        settle();
        QTRY_COMPARE(m_interview->state(), QString(interview_state::planned));
        m_interview->pause();
        settle();
        QCOMPARE(m_interview->state(), QString(interview_state::paused));
        m_interview->finish();
        settle();
        QCOMPARE(m_interview->state(), QString(interview_state::finishing));
    }

    void resumesAtTheSameQuestionTextAndCaret()
    {
        const QString text = u"Weather 🌧 — مرحبا\nsecond line"_s;
        const QuestionRef ref{u"briefing-reminds"_s, {}};
        QVERIFY(m_interview->goTo(ref));
        m_interview->answer(ref, Value::text(text), 9);
        settle();
        close();
        open();
        QCOMPARE(m_interview->currentRef(), ref);
        QCOMPARE(m_interview->caret(), 9);
        QCOMPARE(m_interview->answers().value(ref).toText(), text);
    }

    void boundAnswersLiveInTheirRows()
    {
        pick(u"setup-mode"_s, {u"video"_s});
        pick(u"roles"_s, {u"data-scientist"_s});
        answer(u"walk"_s, u"From sensors to the depot"_s);
        answer(u"system-alias"_s, u"Quiet axle"_s);
        const InterviewData &data = m_interview->data();
        QCOMPARE(data.interviewRow.text(fields::interview::mode), u"video"_s);
        QCOMPARE(data.interview.systems.size(), 1);
        QCOMPARE(data.system.text(fields::system::alias), u"Quiet axle"_s);
        QCOMPARE(data.system.text(fields::system::description), u"From sensors to the depot"_s);
        QVERIFY(!data.answers.value({u"walk"_s, {}}).value);
    }

    void theTickAtTheReadBackIsTheStatus()
    {
        const qint64 example = add({u"headlines"_s, {}});
        answer({u"headline-title"_s, {example}}, Value::text(u"Forecast off"_s));
        pick(u"headline-picks"_s, {crockford(example)});
        answer({u"deep-counted-on"_s, {example}}, Value::text(u"history never changing"_s));
        const QuestionRef right{u"read-back-right"_s, {example}};
        QVERIFY(step(right)->relevant && !step(right)->answered);
        const auto status = [&] {
            return m_interview->data().example(example)->text(fields::example::status);
        };
        answer(right, Value::boolean(true));
        QCOMPARE(status(), u"confirmed"_s);
        QVERIFY(step(right)->answered);
        answer(right, {});
        QCOMPARE(status(), u"candidate"_s);
        QVERIFY(!step(right)->answered);
        // The other way round: what is said of the example elsewhere answers the question.
        m_study->perform({u"They agree"_s}, [example](Edit &edit) {
            setValue(edit, fields::example::status, example, u"confirmed"_s);
        });
        settle();
        QVERIFY(step(right)->answered);
        m_interview->setMissing(right, MissingCode::NotAsked);
        settle();
        QCOMPARE(status(), u"candidate"_s);
        QCOMPARE(m_interview->answers().missing(right), std::optional(MissingCode::NotAsked));
        answer(right, Value::boolean(true));
        QCOMPARE(m_interview->answers().missing(right), std::optional<MissingCode>());
        m_study->perform({u"Judged"_s}, [example](Edit &edit) {
            setValue(edit, fields::example::status, example, u"not-mismatch"_s);
        });
        settle();
        QVERIFY(!step(right)->relevant);
    }

    void storyWithGapAndLiveCodings()
    {
        const qint64 example = add({u"headlines"_s, {}});
        QCOMPARE(m_interview->currentRef(), (QuestionRef{u"headline-title"_s, {example}}));
        answer({u"headline-title"_s, {example}}, Value::text(u"Forecast off"_s));
        answer({u"headline-occurrence"_s, {example}}, Value::keys({u"encountered"_s}));
        // A title is nothing that somebody could agree to.
        QCOMPARE(m_interview->answers().rowSentence(Entity::Example, example), QString());
        const QuestionRef right{u"read-back-right"_s, {example}};
        QVERIFY(!step(right)->relevant);
        QVERIFY(m_interview->flow().say(*step(right)).contains(u": Forecast off. "_s));
        pick(u"headline-picks"_s, {crockford(example)});
        answer({u"deep-counted-on"_s, {example}}, Value::text(u"history never changing"_s));
        const QuestionRef gaps{u"deep-gaps"_s, {example}};
        QVERIFY(step(gaps) && step(gaps)->relevant && !step(gaps)->answered);
        const qint64 gap = add(gaps);
        answer({u"gap-information"_s, {example, gap}}, Value::text(u"that history can change"_s));
        const TermId role = m_codebook->inFacet(u"role", false).first().id;
        answer({u"gap-owner"_s, {example, gap}}, Value::keys({m_codebook->key(role)}));

        const auto stored = readExample(m_study->reader(), ExampleId{example});
        QVERIFY(stored);
        QCOMPARE(stored->text(fields::example::countedOn), u"history never changing"_s);
        QCOMPARE(stored->firstQuestion, u"headlines"_s);
        QCOMPARE(TermId{stored->value(fields::example::source).toLongLong()},
                 term(u"source"_s, u"unprompted"_s));
        QCOMPARE(stored->gaps.size(), 1);
        const auto layers = readLayers(m_study->reader(), fields::gap::owner, gap);
        QCOMPARE(layers.size(), 1);
        QCOMPARE(layers.first().stage, CodingStage::Live);
        QCOMPARE(layers.first().terms.first().term, role);
        QVERIFY(step(gaps)->answered);
        QVERIFY(m_interview->answers()
                    .rowSentence(Entity::Example, example)
                    .contains(u"that history can change"_s));

        m_interview->finish();
        settle();
        const QVector<FinishStop> queue = finishQueue(m_interview->flow(), m_interview->answers());
        QVERIFY(!queue.isEmpty());
        QCOMPARE(queue.first().example, ExampleId{example});
        const auto opens = [&](const Field &field, GapId of) {
            return std::any_of(
                queue.first().items.begin(), queue.first().items.end(),
                [&](const FinishItem &item) { return item.field && *item.field == field && item.gap == of; });
        };
        QVERIFY(opens(fields::gap::item, GapId{gap}));
        QVERIFY(opens(fields::example::element, {}));
        QVERIFY(!opens(fields::gap::owner, GapId{gap}));
        // Every blank of the sentence, in its order, before all else.
        QStringList blanks, first;
        const ExampleRecord &told = *m_interview->data().example(example);
        for (const ReadBackPart &part : readBack(readBackFacts(told, *m_codebook))) {
            if (part.kind == ReadBackPart::Kind::Empty)
                blanks += QString(part.field->key);
        }
        for (const FinishItem &item : queue.first().items.first(blanks.size()))
            first += QString(item.field->key);
        QCOMPARE(first, blanks);
        QVERIFY(blanks.contains(QString(fields::example::ledTo.key)));
        QCOMPARE(m_interview->stage(), CodingStage::After);
    }

    void theMainOneAndTheMisfitAreMarksOfTheCodings()
    {
        pick(u"roles"_s, {u"data-scientist"_s, u"software-engineer"_s});
        QVERIFY(m_interview->answers().value({u"role-main"_s, {}}).isBlank());
        pick(u"role-main"_s, {u"software-engineer"_s});
        const auto roles = [this] {
            return m_interview->data().participant.coded(fields::participant::role);
        };
        QCOMPARE(roles().size(), 2);
        QVERIFY(roles().first().main);
        QCOMPARE(roles().first().term, term(u"role"_s, u"software-engineer"_s));

        const qint64 example = add({u"headlines"_s, {}});
        pick(u"headline-picks"_s, {crockford(example)});
        const auto ref = [example](const QString &question) { return QuestionRef{question, {example}}; };
        answer(ref(u"deep-elements"_s), Value::keys({u"raw-data"_s, u"trained-model"_s}));
        QCOMPARE(m_interview->answers().value(ref(u"deep-element-main"_s)).keys(),
                 QStringList{u"raw-data"_s});
        answer(ref(u"deep-element-main"_s), Value::keys({u"trained-model"_s}));
        answer(ref(u"deep-misfit-a"_s), Value::keys({u"raw-data"_s}));
        answer(ref(u"deep-misfit-b"_s), Value::keys({u"trained-model"_s}));
        const auto coded = [&](const QString &key) {
            for (const CodedTerm &each :
                 m_interview->data().example(example)->coded(fields::example::element)) {
                if (each.term == term(u"element"_s, key))
                    return each;
            }
            return CodedTerm{};
        };
        QCOMPARE(coded(u"raw-data"_s), (CodedTerm{.term = term(u"element"_s, u"raw-data"_s), .pair = 1}));
        QCOMPARE(coded(u"trained-model"_s),
                 (CodedTerm{.term = term(u"element"_s, u"trained-model"_s), .main = true, .pair = 2}));

        // That there is no misfit is said of the question; the elements stay.
        m_interview->setMissing(ref(u"deep-misfit-a"_s), MissingCode::NotApplicable);
        settle();
        QCOMPARE(m_interview->answers().missing(ref(u"deep-misfit-a"_s)), MissingCode::NotApplicable);
        QCOMPARE(coded(u"raw-data"_s).pair, 0);
        QCOMPARE(m_interview->data().example(example)->coded(fields::example::element).size(), 2);
        answer(ref(u"deep-misfit-a"_s), Value::keys({u"raw-data"_s}));
        QVERIFY(!m_interview->answers().missing(ref(u"deep-misfit-a"_s)));
    }

    void relevanceIsStoredAndComesBack()
    {
        const qint64 example = add({u"headlines"_s, {}});
        answer({u"headline-occurrence"_s, {example}}, Value::keys({u"encountered"_s}));
        pick(u"headline-picks"_s, {crockford(example)});
        const qint64 gap = add({u"deep-gaps"_s, {example}});
        const QuestionRef turned{u"deep-turned-out"_s, {example}};
        answer(turned, Value::text(u"it changed"_s));
        const auto stored = [&] { return m_interview->data().answers.value(turned).relevant; };
        QVERIFY(stored());
        answer({u"headline-occurrence"_s, {example}}, Value::keys({u"likely"_s}));
        QVERIFY(!stored());
        QCOMPARE(m_interview->answers().value(turned).toText(), u"it changed"_s);
        answer({u"headline-occurrence"_s, {example}}, Value::keys({u"encountered"_s}));
        QVERIFY(stored());
        // No longer picked: the deep dive is hidden, and with it the gap that it made.
        pick(u"headline-picks"_s, {});
        QVERIFY(!readGap(m_study->reader(), GapId{gap})->relevant);
        QVERIFY(readExample(m_study->reader(), ExampleId{example})->relevant);
        // Undo brings both back in one step.
        m_study->undo();
        settle();
        QTRY_VERIFY(readGap(m_study->reader(), GapId{gap})->relevant);
    }

    void missingCodesAndTakingThemBack()
    {
        const QuestionRef years{u"years"_s, {}}, missed{u"close-missed"_s, {}};
        for (const QuestionRef &ref : {years, missed}) {
            m_interview->setMissing(ref, MissingCode::Declined);
            settle();
            QCOMPARE(m_interview->answers().missing(ref), MissingCode::Declined);
            QVERIFY(step(ref)->answered);
        }
        answer(years, Value::number(7));
        QVERIFY(!m_interview->answers().missing(years));
        m_interview->setMissing(missed, std::nullopt);
        settle();
        QVERIFY(!step(missed)->answered);
    }

    void takesPartNoKeepsNothing()
    {
        answer(u"briefing-reminds"_s, u"a secret"_s);
        const qint64 example = add({u"headlines"_s, {}});
        pick(u"roles"_s, {m_codebook->inFacet(u"role", false).first().key});
        pick(u"takes-part"_s, {u"no"_s});
        QVERIFY(m_interview->isDeclined());
        QCOMPARE(m_interview->state(), QString(interview_state::complete));
        QVERIFY(m_interview->answers().value({u"briefing-reminds"_s, {}}).isNothing());
        QVERIFY(m_interview->answers().value({u"roles"_s, {}}).isNothing());
        QVERIFY(m_interview->data().examples.isEmpty());
        QVERIFY(readExample(m_study->reader(), ExampleId{example})->deletedAt.has_value());
        // A slip is one step back.
        m_study->undo();
        QTRY_COMPARE(m_interview->answers().value({u"briefing-reminds"_s, {}}).toText(), u"a secret"_s);
        QCOMPARE(m_interview->data().examples.size(), 1);
    }

    void typingInOneVisitIsOneStep()
    {
        const QuestionRef ref{u"briefing-reminds"_s, {}};
        m_interview->goTo(ref);
        settle();
        for (const QString &text : {u"o"_s, u"on"_s, u"one"_s})
            answer(ref, Value::text(text));
        m_interview->endVisit();
        answer(ref, Value::text(u"one two"_s));
        m_study->undo();
        QTRY_COMPARE(m_interview->answers().value(ref).toText(), u"one"_s);
        m_study->undo();
        QTRY_VERIFY(m_interview->answers().value(ref).isNothing());
        QCOMPARE(events().count(u"answered"_s), 1);
        QCOMPARE(events().count(u"changed"_s), 1);
    }

    void theParadataKnowWhatAVisitChanged()
    {
        const auto changes = [this] {
            QStringList told;
            for (const ParadataEvent &event : readParadata(m_study->reader(), m_id)) {
                if (const auto change = ParadataChange::fromDetail(event.detail))
                    told << u"%1 at %2: %3 → %4%5"_s.arg(change->target(), event.place.question,
                                                         change->before, change->after,
                                                         change->typed ? u""_s : u" (picked)"_s);
            }
            return told;
        };
        const QuestionRef ref{u"briefing-reminds"_s, {}};
        m_interview->goTo(ref);
        settle();
        answer(ref, Value::text(u"one"_s)); // the first answer changes nothing
        m_interview->endVisit();
        for (const QString &text : {u"one t"_s, u"one two"_s})
            answer(ref, Value::text(text));
        for (const QString &text : {u"h"_s, u"he \"hesitated\"\nhere"_s})
            m_interview->setNote(ref, text);
        m_interview->endVisit();
        answer(ref, Value::text(u"three"_s));
        pick(u"setup-mode"_s, {u"video"_s});
        m_interview->endVisit();
        pick(u"setup-mode"_s, {u"phone"_s});
        m_interview->setMissing(ref, MissingCode::Declined);
        settle();
        QCOMPARE(changes(), (QStringList{u"answer at briefing-reminds: one → one two"_s,
                                         u"note at briefing-reminds:  → he \"hesitated\"\nhere"_s,
                                         u"answer at briefing-reminds: one two → three"_s,
                                         u"answer at setup-mode: video → phone (picked)"_s,
                                         u"answer at briefing-reminds: three → declined"_s}));
        QCOMPARE(events().count(u"answered"_s), 2);
        // Undo takes none of it back.
        m_study->undo();
        settle();
        QCOMPARE(changes().size(), 5);
    }

    void theParadataAreWrittenWithWhatTheyTell()
    {
        const QuestionRef ref{u"briefing-reminds"_s, {}};
        m_interview->setNote(ref, u"first"_s);
        m_interview->setNote(ref, u"first words"_s);
        settle();                                                          // the visit still goes on
        const auto study = Study::open(m_file->path(), Study::Mode::Read); // as after a kill
        Connection db = study->openReader();
        const QVector<Answer> answers = readAnswers(db, m_id);
        QCOMPARE(answers.last().note, u"first words"_s);
        const auto change = ParadataChange::fromDetail(readParadata(db, m_id).last().detail);
        QVERIFY(change);
        QCOMPARE(change->after, u"first words"_s);
    }

    void repeatsThatCreateNothing()
    {
        const QuestionRef repeat{u"handovers"_s, {}};
        const qint64 one = add(repeat), two = add(repeat);
        answer({u"handover-what"_s, {two}}, Value::text(u"a file"_s));
        QCOMPARE(m_interview->answers().instances(repeat), (QVector<qint64>{one, two}));
        m_interview->removeInstance(repeat, one);
        settle();
        QCOMPARE(m_interview->answers().instances(repeat), QVector<qint64>{two});
        QCOMPARE(m_interview->answers().value({u"handover-what"_s, {two}}).toText(), u"a file"_s);
    }

    void nestedRepeatKeepsItsPlace()
    {
        const QVector<FlowTerm> elements = m_interview->answers().terms(u"element"_s);
        const FlowTerm &element = elements.first();
        answer({u"sweep-answer"_s, {element.id}}, Value::keys({u"likely"_s}));
        pick(u"sweep-matters"_s, {element.key});
        const QuestionRef found{u"sweep-found"_s, {element.id}};
        QVERIFY(step(found));
        const qint64 example = add(found);
        QCOMPARE(m_interview->answers().instances(found), QVector<qint64>{example});
        const auto stored = readExample(m_study->reader(), ExampleId{example});
        QCOMPARE(stored->coded(fields::example::element).value(0).term, TermId{element.id});
        QCOMPARE(TermId{stored->value(fields::example::occurrence).toLongLong()},
                 term(u"occurrence"_s, u"likely"_s));
        QVERIFY(stored->relevant);
    }

    void examplesFromAnywhereKeepTheQuestion()
    {
        m_interview->goTo({u"purpose"_s, {}});
        settle();
        qint64 made = 0;
        m_interview->createExampleFrom({.sourceKind = u"spoken"_s, .quote = u"we thought it was metres"_s},
                                       [&made](qint64 id) { made = id; });
        QTRY_VERIFY(made != 0);
        QCOMPARE(m_interview->currentRef().question, u"purpose"_s);
        QCOMPARE(readEvidence(m_study->reader(), made).value(0).quote, u"we thought it was metres"_s);
        QVERIFY(readExample(m_study->reader(), ExampleId{made})->relevant);
        QVERIFY(m_interview->answers().instances({u"headlines"_s, {}}).isEmpty());
    }

    void rankingGivesGapsTheirPriority()
    {
        const qint64 one = add({u"share-more"_s, {}}), two = add({u"share-more"_s, {}});
        answer({u"share-first"_s, {}}, Value::keys({crockford(two), crockford(one)}));
        QCOMPARE(readGap(m_study->reader(), GapId{two})->priority, 1);
        QCOMPARE(readGap(m_study->reader(), GapId{one})->priority, 2);
        answer({u"share-first"_s, {}}, Value::keys({crockford(one)}));
        QVERIFY(!readGap(m_study->reader(), GapId{two})->priority);
    }

    void nextWaitsForWhatDecidesIt()
    {
        m_interview->goTo({u"takes-part"_s, {}});
        settle();
        m_interview->answer({u"takes-part"_s, {}}, Value::keys({u"no"_s}));
        m_interview->goNext();
        QTRY_COMPARE(m_interview->currentRef().question, u"declined"_s);
    }

    void practiceIsARealInterviewThatGoesAway()
    {
        QString path;
        {
            TryOut practice;
            path = practice.session().study().path();
            QVERIFY(QFile::exists(path));
            const auto codebook =
                std::make_shared<const Codebook>(Codebook::read(practice.session().reader()));
            InterviewSession interview(practice.session(), codebook, practice.interview());
            QCOMPARE(interview.currentRef().question, u"welcome"_s);
            QVERIFY(interview.flow().counts().required >= 1);
        }
        QVERIFY(!QFile::exists(path));
    }

    void aPlaceInAnExampleThatIsGoneIsItsRepeats()
    {
        const QuestionRef headlines{u"headlines"_s, {}};
        QVERIFY(m_interview->goTo(headlines));
        const qint64 example = add(headlines);
        m_interview->goTo({u"headline-title"_s, {example}});
        settle();
        close();
        m_file->writer().perform({u"Gone"_s},
                                 [example](Edit &edit) { deleteExample(edit, ExampleId{example}); });
        open();
        QCOMPARE(m_interview->currentRef(), headlines);
    }
};

QTEST_GUILESS_MAIN(TestInterviewSession)
#include "test_interview_session.moc"
