#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditFields.h"
#include "core/catalogue/EditPeople.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/Erasure.h"
#include "core/catalogue/ErasurePreview.h"
#include "core/catalogue/JointTranscripts.h"
#include "core/catalogue/ReadExamples.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/ReadMarks.h"
#include "core/catalogue/StudyCheck.h"
#include "core/catalogue/StudySession.h"
#include "core/domain/Fields.h"
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

    // "In other words only" makes them the interviewer's wording, and they still go with whose they were.
    void wordsOfAMarkGoAlsoFromSomebodyElsesExample()
    {
        open(true);
        perform([id = m_interview->id()](Edit &edit) {
            setValue(edit, fields::interview::quotes, id.value, u"paraphrase"_s);
        });
        answer(walk, u"Zwetschgenmus"_s);
        m_interview->mark(MarkKind::Star, {.speaker = m_first});
        settle();
        const auto other = std::make_shared<ExampleId>();
        perform([id = m_interview->id(), teller = m_second, other](Edit &edit) {
            *other = createExample(edit, {.interview = id, .participant = teller});
            setValue(edit, fields::example::title, other->value, u"Sauerkraut"_s);
        });
        QCOMPARE(m_interview->data().marks.size(), 1);
        // As in Finish where the words around the mark were selected by hand.
        m_interview->makeEvidenceOf(m_interview->data().marks.first(), {.quote = u"Zwetschgenmus"_s},
                                    other->value);
        settle();
        const QVector<EvidenceRecord> evidence = readEvidence(m_study->reader(), other->value);
        QCOMPARE(evidence.size(), 1);
        QCOMPARE(evidence.first().speaker, m_first);
        QCOMPARE(evidence.first().relation, u"interviewer"_s);
        withdraw(m_first);
        QCOMPARE(left({u"Zwetschgenmus"_s}), QStringList());
        QVERIFY(!left({u"Sauerkraut"_s}).isEmpty());
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

    /// A text that only the interviewer fills in.
    [[nodiscard]] QuestionRef ofTheInterviewers() const
    {
        for (const Step &each : m_interview->flow().steps()) {
            const Section &section = m_interview->flow().protocol().sections[each.section];
            if (section.interviewerOnly && each.question->type == QuestionType::Text &&
                each.question->binding.isEmpty())
                return each.ref;
        }
        return {};
    }

    /// Told by the first participant, and picked to be looked at closely; the second one speaks then.
    qint64 exampleOfTheFirst()
    {
        const QuestionRef headlines{u"headlines"_s, {}};
        m_interview->setSpeaker(headlines, m_first);
        m_interview->addInstance(headlines);
        settle();
        const qint64 example = m_interview->data().examples.last().id;
        answer({u"headline-title"_s, {example}}, u"Mirabellenwein"_s);
        m_interview->setSpeaker({u"briefing-reminds"_s, {}}, m_second);
        m_interview->answer({u"headline-picks"_s, {}}, Value::keys({crockford(example)}));
        settle();
        return example;
    }
    [[nodiscard]] Record example(qint64 id) const
    {
        return readRecord(m_study->reader(), Entity::Example, id).value_or(Record{});
    }
    void sayIn(const QuestionRef &ref, ParticipantId speaker, const QString &text)
    {
        m_interview->setSpeaker(ref, speaker);
        answer(ref, text);
        m_interview->endVisit();
        settle();
    }

    void ofAnothersExampleWhatTheyAnsweredGoes()
    {
        open(true);
        const qint64 told = exampleOfTheFirst();
        QCOMPARE(example(told).text(fields::example::title), u"Mirabellenwein"_s);
        sayIn({u"deep-story"_s, {told}}, m_second, u"Zwetschgenmus"_s);
        sayIn({u"deep-counted-on"_s, {told}}, m_second, u"Zwetschgenkern"_s);
        sayIn({u"deep-turned-out"_s, {told}}, m_first, u"Mirabellenkern"_s);
        const QuestionRef believed{u"deep-believed-by"_s, {told}};
        m_interview->setSpeaker(believed, m_second);
        m_interview->answer(believed, Value::keys({u"data-scientist"_s}));
        settle();
        QVERIFY(example(told).has(fields::example::believedBy));
        const Withdrawal second{.participant = m_second};
        QCOMPARE(previewErasure(m_study->reader(), m_file->path(), second).fields, 3);

        withdraw(m_second);
        QCOMPARE(left({u"Zwetschgen"_s}), QStringList());
        const Record now = example(told);
        QCOMPARE(now.text(fields::example::title), u"Mirabellenwein"_s);
        QCOMPARE(now.text(fields::example::turnedOut), u"Mirabellenkern"_s);
        QCOMPARE(now.text(fields::example::story), QString());
        QCOMPARE(now.text(fields::example::countedOn), QString());
        QVERIFY(!now.has(fields::example::believedBy));
    }

    void whatAnotherAnsweredAnewStays()
    {
        open(true);
        const qint64 told = exampleOfTheFirst();
        const QuestionRef story{u"deep-story"_s, {told}};
        sayIn(story, m_second, u"Zwetschgenmus"_s);
        sayIn(story, m_first, u"Mirabellenmus"_s);
        withdraw(m_second);
        QCOMPARE(left({u"Zwetschgen"_s}), QStringList());
        QCOMPARE(example(told).text(fields::example::story), u"Mirabellenmus"_s);
    }

    void whatWasUndoneGoesToo_data()
    {
        QTest::addColumn<bool>("own");
        QTest::newRow("an example of theirs") << true;
        QTest::newRow("an answer about another's") << false;
    }
    void whatWasUndoneGoesToo()
    {
        QFETCH(bool, own);
        open(true);
        const qint64 told = exampleOfTheFirst();
        if (own) {
            const QuestionRef headlines{u"headlines"_s, {}};
            m_interview->setSpeaker(headlines, m_second);
            m_interview->addInstance(headlines);
            settle();
            const qint64 example = m_interview->data().examples.last().id;
            answer({u"headline-title"_s, {example}}, u"Zwetschgenmus"_s);
        } else {
            sayIn({u"deep-story"_s, {told}}, m_second, u"Zwetschgenmus"_s);
        }
        m_interview->endVisit();
        settle();
        for (int i = 0; i < (own ? 2 : 1); ++i) {
            m_study->undo();
            QTRY_VERIFY(!m_study->isSaving());
        }
        QCOMPARE(m_interview->data().examples.size(), 1);
        QCOMPARE(example(told).text(fields::example::story), QString());
        QVERIFY(!left({u"Zwetschgen"_s}).isEmpty());
        withdraw(m_second);
        QCOMPARE(left({u"Zwetschgen"_s}), QStringList());
        QCOMPARE(example(told).text(fields::example::title), u"Mirabellenwein"_s);
    }

    void whatWasPickedAmongExamplesIsTheInterviews()
    {
        open(true);
        const QuestionRef picks{u"headline-picks"_s, {}}, headlines{u"headlines"_s, {}};
        const qint64 told = exampleOfTheFirst();
        QVERIFY(!m_interview->namesSpeaker(picks));
        m_interview->setSpeaker(headlines, m_second);
        m_interview->addInstance(headlines);
        settle();
        const qint64 theirs = m_interview->data().examples.last().id;
        m_interview->answer(picks, Value::keys({crockford(theirs), crockford(told)}));
        settle();
        perform([&](Edit &edit) { // as older versions wrote it
            setAnswerSpeaker(edit, m_id, {u"headline-picks"_s, {}}, m_second);
        });
        sayIn({u"deep-turned-out"_s, {told}}, m_first, u"Mirabellenkern"_s);
        withdraw(m_second);
        QTRY_COMPARE(m_interview->answers().value(picks).keys(), QStringList{crockford(told)});
        QVERIFY(!m_interview->data().answers.value(picks).speaker);
        QCOMPARE(m_interview->answers().value({u"deep-turned-out"_s, {told}}).toText(), u"Mirabellenkern"_s);
    }

    void whatTheInterviewersNotedStaysAndIsShown()
    {
        open(true);
        const QuestionRef debrief = ofTheInterviewers();
        QVERIFY(!debrief.question.isEmpty());
        answer(debrief, u"Mirabellenwein was spoken of"_s);
        sayIn(reminds, m_second, u"Holunder"_s);
        m_interview->setNote(reminds, u"Mirabellenkern, too"_s);
        settle();
        sayIn(walk, m_first, u"Zwetschgenmus"_s);
        QStringList shown;
        for (const ErasedText &each : notesThatStay(m_study->reader(), {.participant = m_first})) {
            QVERIFY(!each.about.isEmpty());
            shown.append(each.text);
        }
        shown.sort();
        QCOMPARE(shown, (QStringList{u"Mirabellenkern, too"_s, u"Mirabellenwein was spoken of"_s}));
        m_interview->goTo(walk);
        settle();
        m_interview->pause();
        m_interview->begin();
        settle();
        const auto hasTime = [&] {
            const auto events = readParadata(m_study->reader(), m_id);
            return std::ranges::any_of(events, [](const ParadataEvent &each) {
                return each.event == "pause"_L1 && each.place.question == walk.question;
            });
        };
        QVERIFY(hasTime());
        withdraw(m_first);
        QVERIFY(hasTime());
        QCOMPARE(left({u"Zwetschgen"_s}), QStringList());
        QTRY_COMPARE(m_interview->answers().value(debrief).toText(), u"Mirabellenwein was spoken of"_s);
    }

    void aBeginningThatWasUndoneGoesWithTheirPseudonym()
    {
        open(false);
        const ProtocolVersionId version = readInterview(m_study->reader(), m_id)->version;
        ParticipantId who{};
        const auto meet = [&] {
            InterviewId with{};
            perform([&](Edit &edit) {
                who = createParticipant(edit, u"P22"_s);
                with = createInterview(edit, version, {who});
            });
            return with;
        };
        {
            InterviewSession other(
                *m_study, std::make_shared<const Codebook>(Codebook::read(m_study->reader())), meet());
            other.begin();
            other.setNote(reminds, u"Zwetschgenmus"_s);
            other.endVisit();
            QTRY_VERIFY(other.isSaved());
            while (readParticipant(m_study->reader(), who)) {
                m_study->undo();
                settle();
            }
        }
        static_cast<void>(meet());
        withdraw(who);
        QCOMPARE(left({u"Zwetschgen"_s, u"P22"_s}), QStringList());
        QVERIFY(readParticipant(m_study->reader(), m_first));
    }

    void theTextsAreShownAsPeopleKnowThem()
    {
        open(true);
        sayIn(reminds, m_second, u"Zwetschgenmus"_s);
        QString question;
        for (const ErasedText &each : erasedTexts(m_study->reader(), {.participant = m_second})) {
            QVERIFY2(each.text != u"yes"_s && each.text != u"no"_s, qPrintable(each.text));
            QVERIFY2(!each.text.startsWith(u'['), qPrintable(each.text)); // nothing as it is stored
            if (each.table == "answer"_L1 && each.text == u"Zwetschgenmus"_s)
                question = each.about;
        }
        QVERIFY(!question.isEmpty());
        QVERIFY(question != reminds.question);
    }

    // Two interviews about one system, apart from each other.
    void ofASystemThatOthersSpeakOfTheirWordsGo_data()
    {
        QTest::addColumn<QStringList>("told"); // in turns, the first participant begins; "" says nothing
        QTest::addColumn<QString>("left");
        QTest::addColumn<bool>("named");
        QTest::newRow("nobody else described it") << QStringList{u"Zwetschgenmus"_s} << QString() << true;
        QTest::newRow("the other one did, later")
            << QStringList{u"Zwetschgenmus"_s, u"Mirabellenwein"_s} << u"Mirabellenwein"_s << false;
        QTest::newRow("the other one wrote on")
            << QStringList{u"Zwetschgenmus"_s, u"Zwetschgenmus, and Mirabellenwein"_s} << QString() << true;
        QTest::newRow("the other one did, before")
            << QStringList{u""_s, u"Mirabellenwein"_s, u"Zwetschgenmus"_s} << QString() << true;
        QTest::newRow("in turns") << QStringList{u"Zwetschgenmus"_s, u"Mirabellenwein"_s, u"Zwetschgenkern"_s,
                                                 u"Mirabellenlikör"_s}
                                  << u"Mirabellenlikör"_s << false;
    }
    void ofASystemThatOthersSpeakOfTheirWordsGo()
    {
        QFETCH(QStringList, told);
        QFETCH(QString, left);
        QFETCH(bool, named);
        open(false);
        SystemId system{};
        InterviewId apart{};
        perform([&](Edit &edit) {
            system = createSystem(edit, u"the wine cellar"_s);
            apart = createInterview(edit, readInterview(edit.db(), m_id)->version, {m_second});
            for (const InterviewId each : {m_id, apart})
                addInterviewSystem(edit, each, system);
        });
        const auto described = [&] {
            return readRecord(m_study->reader(), Entity::System, system.value)
                ->text(fields::system::description);
        };
        InterviewSession other(*m_study, std::make_shared<const Codebook>(Codebook::read(m_study->reader())),
                               apart);
        other.begin();
        for (qsizetype i = 0; i < told.size(); ++i) {
            if (told[i].isEmpty())
                continue;
            InterviewSession &now = i % 2 == 0 ? *m_interview : other;
            now.answer(walk, Value::text(told[i]));
            now.endVisit();
            QTRY_VERIFY(now.isSaved());
            settle();
        }
        QCOMPARE(described(), told.last());

        const Withdrawal first{.participant = m_first};
        const QStringList systems = previewErasure(m_study->reader(), m_file->path(), first).systems;
        QCOMPARE(systems, named ? QStringList{u"the wine cellar"_s} : QStringList());
        QStringList shown;
        for (const ErasedText &each : erasedTexts(m_study->reader(), first))
            shown.append(each.text);
        QCOMPARE(shown.contains(told.last()), named);

        withdraw(m_first);
        QCOMPARE(this->left({u"Zwetschgen"_s}), QStringList());
        QCOMPARE(described(), left);
        QCOMPARE(readRecord(m_study->reader(), Entity::System, system.value)->text(fields::system::alias),
                 u"the wine cellar"_s);
        if (!named)
            QTRY_COMPARE(other.answers().value(walk).toText(), left);
    }

    void theSecondTakesOnlyTheirs()
    {
        open(true);
        answer(walk, u"Mirabellenwein"_s);
        m_interview->setSpeaker(reminds, m_second);
        settle();
        answer(reminds, u"Zwetschgenmus"_s);
        m_interview->setSpeaker(reminds, m_first); // and the first of the same
        answer(reminds, u"Mirabellen"_s);
        m_interview->endVisit();
        answer(reminds, u"Mirabellenkern"_s); // the course of the interview has what was changed
        withdraw(m_second);
        QCOMPARE(left({u"Zwetschgen"_s}), QStringList());
        QTRY_COMPARE(m_interview->answers().value(walk).toText(), u"Mirabellenwein"_s);
        QCOMPARE(m_interview->answers().value(reminds).toText(), u"Mirabellenkern"_s);
        QVERIFY(std::ranges::any_of(readParadata(m_study->reader(), m_id), [](const ParadataEvent &each) {
            return each.detail.contains(u"Mirabellenkern"_s);
        }));
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
