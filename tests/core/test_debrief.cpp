#include "core/analysis/Debrief.h"
#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditFields.h"
#include "core/catalogue/EditStudy.h"
#include "core/domain/Fields.h"
#include "tests/support/CodedStudy.h"

#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {

/// A study told in lines: "1 P01 a,b training-data" is an example of the first interview by P01 with a gap
/// for the items a and b about training data. "-" is nothing. A word behind says what became of it: bin,
/// gap-bin, not-mismatch, hidden, need; or of its interview: withdrawn, planned. Interview 0: none.
class ToldStudy
{
public:
    explicit ToldStudy(const QString &story)
        : m_codebook(Codebook::read(m_study.db()))
    {
        m_study.writer().perform({.label = u"tell"_s}, [&](Edit &edit) {
            for (const QString &line : story.split(u'\n', Qt::SkipEmptyParts))
                tell(edit, line.simplified().split(u' '));
        });
    }

    [[nodiscard]] std::optional<Debrief> of(int interview)
    {
        return debrief(columns(), m_codebook, heldInterviews(readInterviews(m_study.db())),
                       m_interviews.value(interview));
    }
    [[nodiscard]] CatalogueColumns columns() { return CatalogueColumns::load(m_study.db()); }
    [[nodiscard]] const Codebook &codebook() const { return m_codebook; }

    [[nodiscard]] QString names(const DebriefValues &values, QStringView facet) const
    {
        QStringList names;
        for (const DimensionValue value : values.values)
            names.append(facet == u"information-item" ? m_letters.key(value.first)
                                                      : m_codebook.key(TermId{value.first}));
        names.sort();
        return names.join(u',');
    }

private:
    // Any item of the codebook will do: a is the first, b the second.
    qint64 item(const QString &letter)
    {
        const qint64 id = m_codebook.inFacet(u"information-item")[letter.at(0).unicode() - u'a'].id.value;
        m_letters.insert(letter, id);
        return id;
    }

    ParticipantId participant(Edit &edit, const QString &who)
    {
        const QString pseudonym = who.section(u':', 0, 0);
        ParticipantId &known = m_participants[pseudonym];
        if (!known) {
            known = createParticipant(edit, pseudonym);
            if (const Term *role = m_codebook.term(u"role", who.section(u':', 1)))
                setCodings(edit, fields::participant::role, known.value, {{.term = role->id}},
                           CodingStage::Live);
        }
        return known;
    }

    InterviewId interview(Edit &edit, int number, ParticipantId who, const QString &word)
    {
        InterviewId &known = m_interviews[number];
        if (!known) {
            known = createInterview(edit, {}, who ? QVector<ParticipantId>{who} : QVector<ParticipantId>());
            // Before any id was ever made, or long after.
            setInterviewDate(edit, known,
                             word == u"future" ? 4'000'000'000'000
                                               : 1'700'000'000'000 + number * 86'400'000ll);
        }
        if (word == u"planned" || word == u"withdrawn")
            setInterviewState(edit, known,
                              word == u"planned" ? interview_state::planned : interview_state::withdrawn);
        else if (word != u"again")
            setInterviewState(edit, known, interview_state::complete);
        return known;
    }

    void tell(Edit &edit, const QStringList &words)
    {
        const int number = words[0].toInt();
        const QString word = words.value(4);
        const ParticipantId who = words[1] == u"-" ? ParticipantId{} : participant(edit, words[1]);
        Origin origin{.participant = who};
        if (number)
            origin.interview = interview(edit, number, who, word);
        const ExampleId example = word == u"need" ? ExampleId{} : createExample(edit, origin);
        GapId gap{};
        for (const QString &letter : words[2].split(u',')) {
            if (letter == u"-")
                continue;
            gap = createGap(edit, example, origin);
            setCodings(edit, fields::gap::item, gap.value, {{.term = TermId{item(letter)}}},
                       CodingStage::After);
        }
        QVector<CodedTerm> elements;
        for (const QString &key : words[3].split(u',')) {
            if (const Term *element = m_codebook.term(u"element", key))
                elements.append({.term = element->id});
        }
        if (example && !elements.isEmpty())
            setCodings(edit, fields::example::element, example.value, elements, CodingStage::After);
        if (word == u"bin")
            deleteExample(edit, example);
        else if (word == u"gap-bin")
            deleteGap(edit, gap);
        else if (word == u"not-mismatch")
            setValue(edit, fields::example::status, example.value, word);
        else if (word == u"hidden")
            setExampleRelevant(edit, example, false);
    }

    test::TempStudy m_study;
    Codebook m_codebook;
    QHash<QString, ParticipantId> m_participants;
    QHash<int, InterviewId> m_interviews;
    QHash<QString, qint64> m_letters;
};

} // namespace

/// What an interview brought that nobody named before, what it confirmed, and who is heard least.
class TestDebrief : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void brought_data();
    void brought();
    void isOfHeldInterviewsOnly_data();
    void isOfHeldInterviewsOnly();
    void leastHeard_data();
    void leastHeard();
    void everyNumberOpensItsExamples_data();
    void everyNumberOpensItsExamples();
};

void TestDebrief::brought_data()
{
    QTest::addColumn<QString>("story");
    QTest::addColumn<QString>("freshItems");
    QTest::addColumn<QString>("confirmedItems");
    QTest::addColumn<QString>("freshElements");
    QTest::addColumn<QString>("confirmedElements");
    const auto row = [](const char *name, const QString &story, const QString &freshItems,
                        const QString &confirmedItems, const QString &freshElements = {},
                        const QString &confirmedElements = {}) {
        QTest::newRow(name) << story << freshItems << confirmedItems << freshElements << confirmedElements;
    };
    row("an interview that told nothing", u"2 P02 - -"_s, {}, {});
    row("the first of all", u"2 P02 a,b training-data"_s, u"a,b"_s, {}, u"training-data"_s);
    row("named before by another", u"1 P01 a training-data\n2 P02 a,b training-data,raw-data"_s, u"b"_s,
        u"a"_s, u"raw-data"_s, u"training-data"_s);
    row("named twice here is named once", u"1 P01 a -\n2 P02 a -\n2 P02 a,b -\n2 P02 b -"_s, u"b"_s, u"a"_s);
    row("named before by the same person only", u"1 P02 a raw-data\n2 P02 a raw-data"_s, {}, {});
    row("named before by the same person and another", u"1 P02 a -\n1 P01 a - again\n2 P02 a -"_s, {},
        u"a"_s);
    row("by both in the first interview", u"1 P01 a -\n1 P02 a - again\n2 P02 a -"_s, {}, u"a"_s);
    row("named by nobody known", u"1 - a -\n2 P02 a -"_s, {}, {});
    row("named only later", u"3 P03 a raw-data\n2 P02 a raw-data"_s, u"a"_s, {}, u"raw-data"_s);
    row("before, but in the bin", u"1 P01 a raw-data bin\n2 P02 a raw-data"_s, u"a"_s, {}, u"raw-data"_s);
    row("before, but that gap is in the bin", u"1 P01 a raw-data gap-bin\n2 P02 a raw-data"_s, u"a"_s, {}, {},
        u"raw-data"_s);
    row("before, but no mismatch", u"1 P01 a raw-data not-mismatch\n2 P02 a raw-data"_s, u"a"_s, {},
        u"raw-data"_s);
    row("before, but hidden", u"1 P01 a raw-data hidden\n2 P02 a raw-data"_s, u"a"_s, {}, u"raw-data"_s);
    row("before, but withdrawn", u"1 P01 a raw-data withdrawn\n2 P02 a raw-data"_s, u"a"_s, {},
        u"raw-data"_s);
    row("here, but in the bin", u"1 P01 a -\n2 P02 a,b raw-data bin"_s, {}, {});
    row("here, but no mismatch", u"1 P01 a -\n2 P02 a,b raw-data not-mismatch"_s, {}, {});
    row("a need without an example", u"1 P01 a - need\n2 P02 a,b - need"_s, u"b"_s, u"a"_s);
    row("two people in one interview", u"1 P01 a -\n2 P02 b -\n2 P03 b - again"_s, u"b"_s, {});
    row("recorded without an interview, after it", u"0 P01 a -\n2 P02 a -"_s, u"a"_s, {});
    row("recorded without an interview, before it", u"0 P01 a -\n2 P02 a,b - future"_s, u"b"_s, u"a"_s);
    row("recorded without an interview, before it, by the same person", u"0 P02 a -\n2 P02 a - future"_s, {},
        {});
}

void TestDebrief::brought()
{
    QFETCH(QString, story);
    ToldStudy study(story);
    const auto debrief = study.of(2);
    QVERIFY(debrief.has_value());
    QTEST(study.names(debrief->freshItems, u"information-item"), "freshItems");
    QTEST(study.names(debrief->confirmedItems, u"information-item"), "confirmedItems");
    QTEST(study.names(debrief->freshElements, u"element"), "freshElements");
    QTEST(study.names(debrief->confirmedElements, u"element"), "confirmedElements");
}

void TestDebrief::isOfHeldInterviewsOnly_data()
{
    QTest::addColumn<QString>("story");
    QTest::addColumn<bool>("held");
    QTest::newRow("an empty study") << QString() << false;
    QTest::newRow("planned") << u"2 P02 a - planned"_s << false;
    QTest::newRow("withdrawn") << u"2 P02 a - withdrawn"_s << false;
    QTest::newRow("complete") << u"2 P02 a -"_s << true;
}

void TestDebrief::isOfHeldInterviewsOnly()
{
    QFETCH(QString, story);
    ToldStudy study(story);
    QTEST(study.of(2).has_value(), "held");
}

void TestDebrief::leastHeard_data()
{
    QTest::addColumn<QString>("story");
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("element");
    QTest::addColumn<int>("participants");
    QTest::newRow("nobody told anything")
        << u"2 P02:data-scientist - -  bin"_s << QString() << QString() << 0;
    QTest::newRow("a role that was never heard, on what the others speak about most")
        << u"1 P01:data-scientist a production-data\n2 P02:software-engineer a production-data\n"
           "2 P02 a trained-model"_s
        << u"operations-staff"_s << u"production-data"_s << 0;
    QTest::newRow("a role that belongs with another is heard as that")
        << u"1 P01:data-engineer a -\n2 P02:software-engineer a production-environment"_s
        << u"operations-staff"_s << u"production-environment"_s << 0;
    QTest::newRow("no mismatch is no voice")
        << u"1 P01:operations-staff a - not-mismatch\n2 P02:software-engineer a raw-data\n"
           "2 P03:data-scientist a production-data again"_s
        << u"operations-staff"_s << u"production-data"_s << 0;
}

void TestDebrief::leastHeard()
{
    QFETCH(QString, story);
    ToldStudy study(story);
    const auto least = study.of(2)->leastHeard;
    QTEST(least ? study.codebook().key(least->role) : QString(), "role");
    QTEST(least ? study.codebook().key(least->element) : QString(), "element");
    QTEST(least ? least->participants : 0, "participants");
}

void TestDebrief::everyNumberOpensItsExamples_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 6; ++seed)
        QTest::addRow("study %d", seed) << seed;
}

void TestDebrief::everyNumberOpensItsExamples()
{
    QFETCH(int, seed);
    test::TempStudy study;
    test::fillCoded(study, {.participants = 5, .examples = 50, .seed = quint32(seed)});
    const CatalogueColumns columns = CatalogueColumns::load(study.db());
    const Codebook codebook = Codebook::read(study.db());
    const QVector<HeldInterview> held = heldInterviews(readInterviews(study.db()));
    QCOMPARE(held.size(), 5);
    QSet<DimensionValue> known;
    for (const HeldInterview &interview : held) {
        const auto found = debrief(columns, codebook, held, interview.interview);
        QVERIFY(found.has_value());
        const auto opens = [&](const DebriefValues &values, Dimension dimension) {
            if (values.values.isEmpty())
                return values.behind.isEmpty();
            const Selection selection = select(columns, values.behind);
            QSet<DimensionValue> named;
            const auto rows = columns.rowIds();
            const auto take = [&](size_t unit) {
                for (const DimensionValue value : columns.column(dimension).valuesOf(unit)) {
                    if (values.values.contains(value))
                        named.insert(value);
                }
            };
            if (info(dimension).ofGap) {
                for (size_t gap = 0; gap < selection.gaps.size(); ++gap) {
                    if (selection.gaps[gap])
                        take(gap);
                }
            } else {
                for (size_t row = 0; row < rows.size(); ++row) {
                    if (selection.examples[row])
                        take(row);
                }
            }
            return selection.counts == values.counts && named.size() == values.values.size();
        };
        QVERIFY(opens(found->freshItems, Dimension::Item));
        QVERIFY(opens(found->confirmedItems, Dimension::Item));
        QVERIFY(opens(found->freshElements, Dimension::Element));
        QVERIFY(opens(found->confirmedElements, Dimension::Element));
        for (const DimensionValue item : found->freshItems.values) {
            QVERIFY(!known.contains(item));
            known.insert(item);
        }
        QVERIFY(found->leastHeard.has_value());
        QCOMPARE(select(columns, found->leastHeard->behind).counts.participants,
                 found->leastHeard->participants);
    }
}

QTEST_GUILESS_MAIN(TestDebrief)
#include "test_debrief.moc"
