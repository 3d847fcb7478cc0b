#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ReadStudy.h"
#include "core/catalogue/StudySession.h"
#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"
#include "core/protocol/Flow.h"
#include "tests/support/TempStudy.h"

#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {
/// Several people, each with roles of their own.
class People : public AnswerSource
{
public:
    QVector<Value> roles;
    int speaks = 0;

    [[nodiscard]] Value value(const QuestionRef &ref) const override
    {
        return ref.question == "roles"_L1 ? roles.value(0) : Value();
    }
    [[nodiscard]] QVector<Value> valuesOfEach(const QuestionRef &ref) const override
    {
        return ref.question == "roles"_L1 ? roles : QVector<Value>();
    }
    [[nodiscard]] int personAt(const QuestionRef & /*ref*/) const override { return speaks; }
    [[nodiscard]] std::optional<MissingCode> missing(const QuestionRef & /*ref*/) const override
    {
        return {};
    }
    [[nodiscard]] QVector<qint64> instances(const QuestionRef & /*repeat*/) const override { return {}; }
    [[nodiscard]] QVector<FlowTerm> terms(const QString & /*facet*/) const override { return {}; }
    [[nodiscard]] QVector<qint64> rows(Entity /*entity*/) const override { return {}; }
    [[nodiscard]] QString rowTitle(Entity, qint64, const SpokenLabels &) const override { return {}; }
    [[nodiscard]] QString rowSentence(Entity, qint64, const SpokenLabels &) const override { return {}; }
};

Question question(const QString &name, QuestionType type, const QString &relevance = {})
{
    Question made;
    made.name = name;
    made.type = type;
    made.relevance = Expression(relevance);
    return made;
}

std::shared_ptr<const Protocol> protocolWith(const QString &condition)
{
    auto protocol = std::make_shared<Protocol>();
    protocol->languages = {u"en"_s};
    Section section;
    section.key = u"only"_s;
    Question trains = question(u"trains"_s, QuestionType::Calculated);
    trains.calculation = Expression(u"selected(${roles}, 'ds')"_s);
    Question picks = question(u"main"_s, QuestionType::SelectOne);
    picks.choices.kind = ChoiceSource::Kind::Fixed;
    for (const QString &key : {u"ds"_s, u"se"_s, u"ops"_s})
        picks.choices.fixed.append({key, {}});
    picks.choices.filter = Expression(u"selected(${roles}, ${choice.key})"_s);
    section.questions = {question(u"roles"_s, QuestionType::SelectMany), trains, picks,
                         question(u"asked"_s, QuestionType::Text, condition)};
    protocol->sections = {section};
    return protocol;
}
} // namespace

/// Where several people are asked, a condition on what is each one's own holds if it holds for any of them.
class JointConditions : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::TempStudy> m_file;
    std::unique_ptr<StudySession> m_study;
    std::unique_ptr<InterviewSession> m_interview;

    void settle() { QTRY_VERIFY(m_interview->isSaved() && !m_study->isSaving()); }
    const Step *step(const QuestionRef &ref) const
    {
        const int at = m_interview->flow().indexOf(ref);
        return at < 0 ? nullptr : &m_interview->flow().steps()[at];
    }

    QVector<ParticipantId> open()
    {
        m_file = std::make_unique<test::TempStudy>();
        InterviewId id{};
        QVector<ParticipantId> people;
        m_file->writer().perform({u"New interview"_s}, [&](Edit &edit) {
            people = {createParticipant(edit, u"P01"_s), createParticipant(edit, u"P02"_s)};
            for (const auto &each : readProtocolVersions(edit.db())) {
                if (each.key == "mismatch-elicitation-60"_L1)
                    id = createInterview(edit, each.id, people);
            }
        });
        m_study = std::make_unique<StudySession>(m_file->take());
        m_interview = std::make_unique<InterviewSession>(
            *m_study, std::make_shared<const Codebook>(Codebook::read(m_study->reader())), id);
        return people;
    }

private Q_SLOTS:
    void cleanup()
    {
        m_interview.reset();
        m_study.reset();
        m_file.reset();
    }

    void oneOfThemIsEnough_data()
    {
        QTest::addColumn<QString>("condition");
        QTest::addColumn<QStringList>("roles"); // of each, joined by a space
        QTest::addColumn<bool>("asked");
        const QString ops = u"selected(${roles}, 'ops')"_s;
        QTest::newRow("the first") << ops << QStringList{u"ops"_s, u"ds"_s} << true;
        QTest::newRow("the second") << ops << QStringList{u"ds"_s, u"ops se"_s} << true;
        QTest::newRow("the third, the first said nothing")
            << ops << QStringList{u""_s, u"ds"_s, u"ops"_s} << true;
        QTest::newRow("nobody") << ops << QStringList{u"ds"_s, u"se"_s} << false;
        QTest::newRow("somebody who is not")
            << u"not(selected(${roles}, 'ops'))"_s << QStringList{u"ops"_s, u"ds"_s} << true;
        QTest::newRow("all are") << u"not(selected(${roles}, 'ops'))"_s << QStringList{u"ops"_s, u"ops"_s}
                                 << false;
        // One person's roles are counted, not those of all together.
        QTest::newRow("one role each")
            << u"count-selected(${roles}) > 1"_s << QStringList{u"ds"_s, u"se"_s} << false;
        QTest::newRow("both of one") << u"selected(${roles}, 'ds') and selected(${roles}, 'se')"_s
                                     << QStringList{u"ds"_s, u"se"_s} << false;
        QTest::newRow("calculated from it") << u"${trains}"_s << QStringList{u"ops"_s, u"ds"_s} << true;
        QTest::newRow("calculated, for nobody") << u"${trains}"_s << QStringList{u"ops"_s, u"se"_s} << false;
        QTest::newRow("alone") << ops << QStringList{u"ops"_s} << true;
    }
    void oneOfThemIsEnough()
    {
        QFETCH(QString, condition);
        QFETCH(QStringList, roles);
        QFETCH(bool, asked);
        People people;
        for (const QString &each : roles)
            people.roles.append(each.isEmpty() ? Value() : Value::keys(each.split(u' ')));
        const Flow flow(protocolWith(condition), people);
        const int at = flow.indexOf({u"asked"_s, {}});
        QVERIFY(at >= 0);
        QCOMPARE(flow.steps()[at].relevant, asked);
    }

    void choicesAreTheSpeakersOwn()
    {
        People people;
        people.roles = {Value::keys({u"ds"_s}), Value::keys({u"se"_s, u"ops"_s})};
        const Flow flow(protocolWith({}), people);
        const auto keys = [&flow] {
            QStringList found;
            for (const StepChoice &choice : flow.choices(flow.steps()[flow.indexOf({u"main"_s, {}})]))
                found.append(choice.key);
            return found;
        };
        QCOMPARE(keys(), QStringList{u"ds"_s});
        people.speaks = 1;
        QCOMPARE(keys(), (QStringList{u"se"_s, u"ops"_s}));
    }

    void whatAnyOfThemPickedIsAskedAbout()
    {
        const QVector<ParticipantId> people = open();
        const QuestionRef matters{u"sweep-matters"_s, {}};
        const QVector<FlowTerm> elements = m_interview->answers().terms(u"element"_s);
        const auto card = std::ranges::find_if(m_interview->flow().steps(), [](const Step &each) {
            return each.ref.question == u"sweep-answer"_s;
        });
        m_interview->answer(QuestionRef(card->ref), Value::keys({u"yes"_s}));
        settle();
        for (const qsizetype who : {1, 0}) {
            m_interview->setSpeaker(matters, people[who]);
            m_interview->answer(matters, Value::keys({elements[who].key}));
            settle();
        }
        QStringList asked;
        for (const Step &each : m_interview->flow().steps()) {
            if (!each.instances.isEmpty() && each.instances.first().repeat->name == u"sweep-follow"_s)
                asked.append(each.instances.first().termKey);
        }
        asked.removeDuplicates();
        QCOMPARE(asked, (QStringList{elements[0].key, elements[1].key}));
    }

    void theMainRoleIsOfEach()
    {
        const QVector<ParticipantId> people = open();
        const QuestionRef roles{u"roles"_s, {}}, main{u"role-main"_s, {}};
        const QVector<FlowTerm> terms = m_interview->answers().terms(u"role"_s);
        QVERIFY(terms.size() > 2);
        m_interview->answer(roles, Value::keys({terms[0].key}));
        settle();
        QVERIFY(!step(main)->relevant);
        m_interview->setSpeaker(roles, people[1]);
        m_interview->answer(roles, Value::keys({terms[1].key, terms[2].key}));
        settle();
        QTRY_VERIFY(step(main)->relevant);
        QVERIFY(!step(main)->answered);
        QVERIFY(m_interview->namesSpeaker(main));
        QCOMPARE(m_interview->speaker(main), people[1]);
        QCOMPARE(m_interview->flow().choices(*step(main)).size(), 2);
        m_interview->answer(main, Value::keys({terms[2].key}));
        settle();
        QTRY_COMPARE(m_interview->lastAnswer(main).keys(), QStringList{terms[2].key});
        QTRY_VERIFY(step(main)->answered);
        const auto mainOf = [&](ParticipantId participant) {
            QStringList keys;
            for (const CodedTerm &coded : m_interview->data()
                                              .record(Entity::Participant, participant.value)
                                              ->coded(fields::participant::role)) {
                if (coded.main)
                    keys.append(m_interview->answers().codebook().key(coded.term));
            }
            return keys;
        };
        QCOMPARE(mainOf(people[1]), QStringList{terms[2].key});
        QCOMPARE(mainOf(people[0]), QStringList());
        m_interview->setSpeaker(main, people[0]);
        QVERIFY(m_interview->lastAnswer(main).isBlank());
        QCOMPARE(m_interview->flow().choices(*step(main)).size(), 1);
    }
};

QTEST_GUILESS_MAIN(JointConditions)
#include "test_joint_conditions.moc"
