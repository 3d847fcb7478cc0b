#include "core/catalogue/Consent.h"
#include "core/catalogue/ConsentOfEach.h"
#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/Erasure.h"
#include "core/catalogue/FileHeader.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/ReadStudy.h"
#include "core/catalogue/Schema.h"
#include "core/catalogue/StudySession.h"
#include "core/domain/Error.h"
#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"
#include "tests/support/TempStudy.h"

#include <QFile>
#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {
const QuestionRef quotes{u"quotes"_s, {}}, takesPart{u"takes-part"_s, {}}, mayRecord{u"may-record"_s, {}},
    walk{u"walk"_s, {}};

/// A study as version 1 of the format had it: two interviews, one of them with two participants.
void writeFirstVersion(const QString &path)
{
    QFile schema(u":/schema/001-initial.sql"_s);
    if (!schema.open(QIODevice::ReadOnly))
        qFatal("the first schema is missing");
    Connection db(path, Access::ReadWrite);
    db.execute(QString::fromUtf8(schema.readAll()));
    db.execute(u"PRAGMA application_id=%1; PRAGMA user_version=1"_s.arg(schema::applicationId));
    db.execute(u"INSERT INTO study(id, title) VALUES (1, 'Old')"_s);
    db.execute(u"INSERT INTO participant(id, pseudonym, created, updated) VALUES (11, 'P01', 0, 0), "
               "(12, 'P02', 0, 0)"_s);
    db.execute(u"INSERT INTO interview(id, takes_part, quotes, may_record, created, updated) VALUES "
               "(21, 'yes', 'verbatim', 'no', 0, 0), (22, 'yes', 'none', NULL, 0, 0)"_s);
    db.execute(u"INSERT INTO interview_participant(id, interview, participant, position) VALUES "
               "(31, 21, 11, 0), (32, 21, 12, 1), (33, 22, 11, 0)"_s);
}
} // namespace

/// Several participants of one interview: each agrees for themselves, and the narrowest holds for all.
class ConsentOfEach : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::TempStudy> m_file;
    std::unique_ptr<StudySession> m_study;
    std::unique_ptr<InterviewSession> m_interview;
    InterviewId m_id;
    QVector<ParticipantId> m_people;

    void settle() { QTRY_VERIFY(m_interview->isSaved() && !m_study->isSaving()); }
    void open(int participants)
    {
        m_people.clear();
        m_file->writer().perform({u"New interview"_s}, [&](Edit &edit) {
            for (int i = 0; i < 3; ++i)
                m_people.append(createParticipant(edit, nextPseudonym(edit.db())));
            for (const auto &each : readProtocolVersions(edit.db())) {
                if (each.key == "mismatch-elicitation-60"_L1)
                    m_id = createInterview(edit, each.id, m_people.first(participants));
            }
        });
        m_study = std::make_unique<StudySession>(m_file->take());
        m_interview = std::make_unique<InterviewSession>(
            *m_study, std::make_shared<const Codebook>(Codebook::read(m_study->reader())), m_id);
        m_interview->begin();
        settle();
    }
    void say(int who, const QuestionRef &ref, const QString &key)
    {
        m_interview->setSpeaker(ref, m_people[who]);
        m_interview->answer(ref, key.isEmpty() ? Value() : Value::keys({key}));
        m_interview->endVisit();
        settle();
    }
    QString said(int who, const QuestionRef &ref)
    {
        m_interview->setSpeaker(ref, m_people[who]);
        return m_interview->lastAnswer(ref).keys().value(0);
    }
    QString holds(const Field &field) { return m_interview->data().interviewRow.text(field); }
    Sharing shared() { return Consent::read(m_study->reader()).ofInterview(m_id); }
    const Step *step(const QuestionRef &ref)
    {
        const int at = m_interview->flow().indexOf(ref);
        return at < 0 ? nullptr : &m_interview->flow().steps()[at];
    }

private Q_SLOTS:
    void init() { m_file = std::make_unique<test::TempStudy>(); }
    void cleanup()
    {
        m_interview.reset();
        m_study.reset();
        m_file.reset();
    }

    void theNarrowestHolds_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QStringList>("said");
        QTest::addColumn<QString>("holds");
        const auto row = [](const char *name, const QString &field, const QStringList &said,
                            const QString &holds) {
            QTest::newRow(name) << u"interview."_s + field << said << holds;
        };
        row("the same", u"quotes"_s, {u"verbatim"_s, u"verbatim"_s}, u"verbatim"_s);
        row("one narrower", u"quotes"_s, {u"verbatim"_s, u"paraphrase"_s}, u"paraphrase"_s);
        row("one none", u"quotes"_s, {u"none"_s, u"verbatim"_s, u"paraphrase"_s}, u"none"_s);
        row("silence is not word for word", u"quotes"_s, {u"verbatim"_s, u""_s}, u""_s);
        row("silence hides no ban", u"quotes"_s, {u""_s, u"none"_s}, u"none"_s);
        row("nobody said", u"quotes"_s, {u""_s, u""_s}, u""_s);
        row("recorded by all", u"may_record"_s, {u"yes"_s, u"yes"_s}, u"yes"_s);
        row("not by one", u"may_record"_s, {u"yes"_s, u"no"_s, u""_s}, u"no"_s);
        row("one was not asked", u"may_record"_s, {u"yes"_s, u""_s}, u""_s);
        row("who sees the notes", u"notes_access"_s, {u"public"_s, u"team"_s}, u"team"_s);
        row("only the interviewers", u"notes_access"_s, {u"public"_s, u"interviewers"_s}, u"interviewers"_s);
        row("contact", u"contact_again"_s, {u"yes"_s, u"no"_s}, u"no"_s);
        row("one goes on", u"takes_part"_s, {u"no"_s, u"yes"_s}, u"yes"_s);
        row("nobody takes part", u"takes_part"_s, {u"no"_s, u"no"_s}, u"no"_s);
        row("one is still to be asked", u"takes_part"_s, {u"no"_s, u""_s}, u""_s);
        row("all have read it", u"informed"_s, {u"yes"_s, u"yes"_s}, u"yes"_s);
        row("one has not read it", u"informed"_s, {u"yes"_s, u""_s}, u""_s);
        row("ways of consent", u"consent_how"_s, {u"e-mail"_s, u"paper"_s}, u"e-mail"_s);
        row("one way is missing", u"consent_how"_s, {u""_s, u"paper"_s}, u""_s);
    }
    void theNarrowestHolds()
    {
        QFETCH(QString, field);
        QFETCH(QStringList, said);
        const Field *found = fieldByName(field);
        QVERIFY(found && isConsent(*found));
        QTEST(narrowest(*found, said), "holds");
    }

    void everyChoiceHasItsPlace()
    {
        for (const Field *field : consentFields()) {
            for (const Choice &choice : field->choices)
                QCOMPARE(narrowest(*field, {QString(choice.key)}), QString(choice.key));
        }
    }

    void eachSaysTheirOwn()
    {
        open(2);
        QVERIFY(m_interview->namesSpeaker(quotes));
        say(0, quotes, u"verbatim"_s);
        QCOMPARE(holds(fields::interview::quotes), QString()); // the other one was not asked yet
        QVERIFY(!step(quotes)->answered);
        say(1, quotes, u"none"_s);
        QCOMPARE(holds(fields::interview::quotes), u"none"_s);
        QCOMPARE(shared(), Sharing::Codes);
        QVERIFY(step(quotes)->answered);
        QCOMPARE(said(0, quotes), u"verbatim"_s);
        QCOMPARE(said(1, quotes), u"none"_s);
        say(1, quotes, u"verbatim"_s);
        QCOMPARE(shared(), Sharing::Verbatim);
        m_study->undo();
        QTRY_COMPARE(holds(fields::interview::quotes), u"none"_s);
        QCOMPARE(said(1, quotes), u"none"_s);
        QCOMPARE(said(0, quotes), u"verbatim"_s);
    }

    void noAnswerIsOfEach()
    {
        open(2);
        say(0, quotes, u"verbatim"_s);
        m_interview->setSpeaker(quotes, m_people[1]);
        m_interview->setMissing(quotes, MissingCode::Declined);
        settle();
        QCOMPARE(m_interview->missing(quotes), std::optional(MissingCode::Declined));
        QVERIFY(step(quotes)->answered); // both were asked
        QCOMPARE(holds(fields::interview::quotes), QString());
        m_interview->setSpeaker(quotes, m_people[0]);
        QVERIFY(!m_interview->missing(quotes));
        say(1, quotes, u"verbatim"_s);
        QVERIFY(!m_interview->missing(quotes));
        QCOMPARE(holds(fields::interview::quotes), u"verbatim"_s);
    }

    void whoComesAndGoes()
    {
        open(1);
        say(0, quotes, u"verbatim"_s);
        say(0, takesPart, u"yes"_s);
        QCOMPARE(shared(), Sharing::Verbatim);
        m_interview->addParticipant(m_people[1]);
        settle();
        QTRY_COMPARE(m_interview->data().consents.size(), 2);
        QCOMPARE(shared(), Sharing::OwnWords); // the second agreed to nothing yet
        QCOMPARE(said(0, quotes), u"verbatim"_s);
        QCOMPARE(said(1, quotes), QString());
        say(1, quotes, u"none"_s);
        QCOMPARE(shared(), Sharing::Codes);
        m_interview->removeParticipant(m_people[1]);
        settle();
        QTRY_VERIFY(m_interview->data().consents.isEmpty());
        QCOMPARE(shared(), Sharing::Verbatim);
        QCOMPARE(holds(fields::interview::takesPart), u"yes"_s);
        m_study->undo();
        QTRY_COMPARE(m_interview->data().consents.size(), 2);
        QCOMPARE(shared(), Sharing::Codes);
    }

    void oneOfThemTakesNoPart()
    {
        open(2);
        say(0, takesPart, u"yes"_s);
        m_interview->setSpeaker(walk, m_people[0]);
        m_interview->answer(walk, Value::text(u"Files by mail"_s));
        settle();
        ExampleId first{}, second{};
        m_study->perform({u"Examples"_s}, [&](Edit &edit) {
            first = createExample(edit, {.interview = m_id, .participant = m_people[0]});
            second = createExample(edit, {.interview = m_id, .participant = m_people[1]});
        });
        settle();
        say(1, takesPart, u"no"_s);
        QVERIFY(!m_interview->isDeclined());
        QCOMPARE(m_interview->lastAnswer(walk).toText(), u"Files by mail"_s);
        const Consent consent = Consent::read(m_study->reader());
        QVERIFY(!consent.withholdsNothing());
        QCOMPARE(consent.ofInterview(m_id), Sharing::Nothing);
        QCOMPARE(consent.of(m_id.value, m_people[0].value), Sharing::OwnWords);
        QCOMPARE(consent.of(m_id.value, m_people[1].value), Sharing::Nothing);

        say(0, takesPart, u"no"_s);
        QVERIFY(m_interview->isDeclined());
        QTRY_VERIFY(m_interview->lastAnswer(walk).isBlank());
        m_study->undo();
        QTRY_VERIFY(!m_interview->isDeclined());
        QTRY_COMPARE(m_interview->lastAnswer(walk).toText(), u"Files by mail"_s);
    }

    void fromTheStripOfOneOrOfAll()
    {
        open(2);
        m_interview->setConsent(fields::interview::quotes, u"verbatim"_s);
        settle();
        QCOMPARE(holds(fields::interview::quotes), u"verbatim"_s);
        m_interview->setConsent(fields::interview::quotes, u"none"_s, m_people[1]);
        settle();
        QCOMPARE(holds(fields::interview::quotes), u"none"_s);
        QCOMPARE(said(0, quotes), u"verbatim"_s);
        m_study->undo();
        QTRY_COMPARE(holds(fields::interview::quotes), u"verbatim"_s);
    }

    void theirConsentGoesWithThem()
    {
        open(3);
        for (int who = 0; who < 3; ++who)
            say(who, quotes, who == 1 ? u"none"_s : u"verbatim"_s);
        QCOMPARE(shared(), Sharing::Codes);
        const Action action{u"Withdrawal"_s};
        static_cast<void>(m_study->performApart(action, [=, who = m_people[1]](StudyWriter &writer) {
            Commit commit = eraseWithdrawn(writer, action, {.participant = who});
            static_cast<void>(completeErasure(writer));
            return commit;
        }));
        QTRY_VERIFY(!m_study->isSaving());
        QTRY_COMPARE(m_interview->data().consents.size(), 2);
        QCOMPARE(shared(), Sharing::Verbatim);
    }

    void whatIsNoChoiceIsRefused()
    {
        open(2);
        const auto wrong = [&] {
            m_interview.reset();
            m_study.reset();
            m_file->writer().perform({u"Wrong"_s}, [&](Edit &edit) {
                setConsentOf(edit, m_id, m_people[0], fields::interview::quotes, u"sometimes"_s);
            });
        };
        QVERIFY_THROWS_EXCEPTION(Error, wrong());
    }

    void eachHasReadTheInformationSheet()
    {
        open(2);
        const QuestionRef sheet{u"information-sheet"_s, {}};
        const auto tick = [&](int who, const Value &value) {
            m_interview->setSpeaker(sheet, m_people[who]);
            m_interview->answer(sheet, value);
            m_interview->endVisit();
            settle();
        };
        tick(0, Value::boolean(true));
        QVERIFY(!step(sheet)->answered);
        m_interview->setSpeaker(sheet, m_people[1]);
        QVERIFY(m_interview->lastAnswer(sheet).isBlank());
        tick(1, Value::boolean(true));
        QVERIFY(step(sheet)->answered);
        QCOMPARE(holds(fields::interview::informed), u"yes"_s);
        tick(0, {});
        QVERIFY(!step(sheet)->answered);
        QCOMPARE(holds(fields::interview::informed), QString());
        m_interview->setMissing(sheet, MissingCode::NotAsked); // of the first, who speaks
        settle();
        QVERIFY(step(sheet)->answered);
    }

    void anOlderStudyIsBroughtUpToDate()
    {
        const QString path = m_file->folder() + u"/old.seam"_s;
        writeFirstVersion(path);
        {
            const auto study = Study::open(path, Study::Mode::Write);
            QVERIFY(study->isWritable());
            Connection db = study->openReader();
            const QVector<Record> consents = readConsents(db, InterviewId{21});
            QCOMPARE(consents.size(), 2);
            for (const Record &each : consents) {
                QCOMPARE(each.text(fields::interview::quotes), u"verbatim"_s);
                QCOMPARE(each.text(fields::interview::mayRecord), u"no"_s);
                QVERIFY(!each.has(fields::interview::consentHow));
            }
            QVERIFY(readConsents(db, InterviewId{22}).isEmpty());
            QCOMPARE(Consent::read(db).ofInterview(InterviewId{21}), Sharing::Verbatim);
            QCOMPARE(Consent::read(db).ofInterview(InterviewId{22}), Sharing::Codes);
        }
        QCOMPARE(readFileHeader(path).schemaVersion, schema::version);
        QCOMPARE(readFileHeader(u"%1.before-version-%2"_s.arg(path).arg(schema::version)).schemaVersion, 1);
    }

    void anOlderStudyIsReadAsItIs()
    {
        const QString path = m_file->folder() + u"/old.seam"_s;
        writeFirstVersion(path);
        {
            const auto study = Study::open(path, Study::Mode::Read);
            Connection db = study->openReader();
            QCOMPARE(readConsents(db, InterviewId{21}).size(), 2);
        }
        QCOMPARE(readFileHeader(path).schemaVersion, 1);
        QVERIFY(!QFile::exists(u"%1.before-version-%2"_s.arg(path).arg(schema::version)));
    }
};

QTEST_GUILESS_MAIN(ConsentOfEach)
#include "test_consent_of_each.moc"
