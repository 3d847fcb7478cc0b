#include "core/domain/Fields.h"
#include "core/domain/ReadBack.h"
#include "core/domain/ReadBackHtml.h"

#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {

ReadBackFacts weather()
{
    return {.believedBy = {{u"Data scientist"_s}},
            .countedOn = {{u"past weather staying the same"_s}},
            .turnedOut = {{u"the provider revised it"_s}},
            .ledTo = {{u"forecasts were off for a month"_s}},
            .gaps = {{.owner = {{u"External data provider"_s}},
                      .neededBy = {{u"Data scientist"_s}},
                      .information = {{u"history can change"_s}}}}};
}

} // namespace

class TestReadBack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_data()
    {
        QTest::addColumn<ReadBackFacts>("facts");
        QTest::addColumn<QString>("expected");
        QTest::newRow("whole")
            << weather()
            << u"The data scientist counted on past weather staying the same; in fact the provider "
               "revised it; so forecasts were off for a month; the external data provider "
               "would have had to tell the data scientist that history can change."_s;
        QTest::newRow("nothing") << ReadBackFacts{} << QString();
        QTest::newRow("nothing, with an open gap") << ReadBackFacts{.gaps = {{}}} << QString();

        ReadBackFacts facts = weather();
        facts.gaps.clear();
        QTest::newRow("no gap")
            << facts
            << u"The data scientist counted on past weather staying the same; in fact the "
               "provider revised it; so forecasts were off for a month."_s;

        facts.ledTo = {};
        facts.turnedOut = {.missing = MissingCode::NeverFoundOut};
        QTest::newRow("open and missing")
            << facts
            << u"The data scientist counted on past weather staying the same; in fact (never found out); so …."_s;
        facts.effects = {u"Rework"_s, u"Delay"_s};
        QTest::newRow("effects stand in")
            << facts
            << u"The data scientist counted on past weather staying the same; in "
               u"fact (never found out); so rework "
               "and delay."_s;

        facts = weather();
        facts.believedBy.texts = {u"Data scientist"_s, u"IT operations"_s, u"Manager"_s};
        facts.gaps[0].owner = {.missing = MissingCode::DoesNotKnow};
        facts.gaps += ReadBackGap{.owner = {{u"Nobody"_s}},
                                  .neededBy = {{u"End user"_s, u"Client"_s}},
                                  .items = {u"Known errors"_s},
                                  .ownerIsNobody = true};
        QTest::newRow("several roles and gaps")
            << facts
            << u"The data scientist, IT operations and the manager counted on "
               u"past weather staying the same; in fact the "
               "provider revised it; so forecasts were off for a month; "
               "(not known) would have had to tell the data "
               "scientist that history can change; and nobody was there "
               "to tell the end user and the client about known "
               "errors."_s;

        facts = {.likely = true,
                 .believedBy = {{u"Tester"_s}},
                 .countedOn = {{u"one camera"_s}},
                 .turnedOut = {{u"must not show"_s}},
                 .feared = {{u"blindness"_s}},
                 .gaps = {{}}};
        QTest::newRow("likely")
            << facts
            << u"The tester may count on one camera; what is feared: blindness; … would have to "
               "tell … that …."_s;

        facts = {.countedOn = {{u"  line\none.\n\ttwo. "_s}}, .ledTo = {{u"wait..."_s}}};
        QTest::newRow("line breaks and full stops")
            << facts << u"… counted on line one. two; in fact …; so wait..."_s;
        facts = {.countedOn = {{u"rain?"_s}}, .ledTo = {{u"a bias, or an oversight ?!"_s}}};
        QTest::newRow("question marks")
            << facts << u"… counted on rain; in fact …; so a bias, or an oversight."_s;
        facts = {.countedOn = {{u"{turned_out} %1 <b>&"_s}}};
        QTest::newRow("braces and marks are only text")
            << facts << u"… counted on {turned_out} %1 <b>&; in fact …; so …."_s;
        facts = {.believedBy = {{QString()}}, .countedOn = {{u"   "_s}}};
        QTest::newRow("white space is nothing") << facts << QString();
        facts = {.countedOn = {{u"שלום 🙂"_s}}};
        QTest::newRow("rtl and emoji") << facts << u"… counted on שלום 🙂; in fact …; so …."_s;
    }
    void text()
    {
        QFETCH(ReadBackFacts, facts);
        QFETCH(QString, expected);
        QCOMPARE(readBackText(facts), expected);
    }

    void valueBeatsMissingCode()
    {
        const ReadBackFacts facts{.countedOn = {{u"rain"_s}, MissingCode::Declined}};
        QCOMPARE(readBackText(facts), u"… counted on rain; in fact …; so …."_s);
    }

    void blanksKnowTheirFieldAndGap()
    {
        ReadBackFacts facts = weather();
        facts.gaps += ReadBackGap{};
        QStringList blanks;
        for (const ReadBackPart &part : readBack(facts)) {
            QCOMPARE(part.kind == ReadBackPart::Kind::Words, part.field == nullptr);
            if (part.field)
                blanks += part.field->key + u':' + QString::number(part.gap);
        }
        QCOMPARE(blanks, QStringList({u"believed_by:-1"_s, u"counted_on:-1"_s, u"turned_out:-1"_s,
                                      u"led_to:-1"_s, u"owner:0"_s, u"needed_by:0"_s, u"information:0"_s,
                                      u"owner:1"_s, u"needed_by:1"_s, u"information:1"_s}));
    }

    void thatIsSaidOnce()
    {
        ReadBackFacts facts = weather();
        facts.countedOn.texts = {u"that it rains"_s};
        facts.gaps[0].information.texts = {u"that history can change"_s};
        QCOMPARE(readBackText(facts),
                 u"The data scientist counted on the fact that it rains; in fact the provider revised it; so "
                 "forecasts were off for a month; the external data provider would have had to tell the data "
                 "scientist that history can change."_s);
        facts.countedOn.texts = {u"thatched roofs"_s};
        QVERIFY(readBackText(facts).contains(u"counted on thatched roofs;"_s));
    }

    void thatOnlyBeforeAClause_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("told");
        QTest::newRow("a clause") << u"They are late"_s << u" that they are late."_s;
        QTest::newRow("a clause with a curved apostrophe") << u"it isn’t used"_s << u" that it isn’t used."_s;
        QTest::newRow("a thing") << u"the age of the contact"_s << u": the age of the contact."_s;
        QTest::newRow("a thing with a relative clause")
            << u"The value that is stored"_s << u": the value that is stored."_s;
        QTest::newRow("a thing that they have")
            << u"the version they have"_s << u": the version they have."_s;
        QTest::newRow("no verb that is known")
            << u"the column changes weekly"_s << u": the column changes weekly."_s;
        QTest::newRow("never") << u"the column never changes"_s << u" that the column never changes."_s;
        QTest::newRow("one word") << u"schema"_s << u": schema."_s;
        QTest::newRow("typed with that") << u"that the schema"_s << u" that the schema."_s;
        QTest::newRow("a question") << u"which version"_s << u" which version."_s;
    }
    void thatOnlyBeforeAClause()
    {
        QFETCH(QString, typed);
        QFETCH(QString, told);
        QCOMPARE(readBackText({.gaps = {{.neededBy = {{u"Tester"_s}}, .information = {{typed}}}}}),
                 u"… counted on …; in fact …; so …; … would have had to tell the tester"_s + told);
    }

    void whatNobodyKnowsIsNotReadAloud()
    {
        ReadBackFacts facts{.believedBy = {{u"Tester"_s}},
                            .countedOn = {.missing = MissingCode::Declined},
                            .turnedOut = {.missing = MissingCode::NeverFoundOut}};
        QVERIFY(readAloud(facts).isEmpty());
        facts.ledTo = {{u"rework"_s}};
        QVERIFY(!readAloud(facts).isEmpty());
    }

    void aPrepositionIsSaidOnce()
    {
        QCOMPARE(readBackText({.countedOn = {{u"On a whole history"_s}}, .ledTo = {{u"so what"_s}}}),
                 u"… counted on a whole history; in fact …; so what."_s);
        ReadBackFacts facts = weather();
        facts.countedOn.texts = {u"on the age of the contact"_s};
        QVERIFY(readBackText(facts).startsWith(u"The data scientist counted on the age of the contact;"_s));
        QString aloud;
        for (const ReadBackPart &part : readAloud(facts))
            aloud += part.text;
        QVERIFY2(aloud.startsWith(u"The data scientist counted on the age of the contact;"_s),
                 qPrintable(aloud));
        QCOMPARE(readBackText({.turnedOut = {{u"fact sheets were old"_s}}}),
                 u"… counted on …; in fact fact sheets were old; so …."_s);
        QCOMPARE(readBackText({.countedOn = {{u"one camera"_s}}}),
                 u"… counted on one camera; in fact …; so …."_s);
    }

    void aSentenceIsLedToWhereAThingIsCountedOn_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("told");
        QTest::newRow("a sentence") << u"The dates are right"_s << u"the fact that the dates are right"_s;
        QTest::newRow("one with the preposition")
            << u"on the dates are right"_s << u"the fact that the dates are right"_s;
        QTest::newRow("a thing") << u"the right dates"_s << u"the right dates"_s;
        QTest::newRow("a thing with a relative clause")
            << u"a feed that is complete"_s << u"a feed that is complete"_s;
        QTest::newRow("a question") << u"what is stored"_s << u"what is stored"_s;
    }
    void aSentenceIsLedToWhereAThingIsCountedOn()
    {
        QFETCH(QString, typed);
        QFETCH(QString, told);
        QCOMPARE(readBackText({.countedOn = {{typed}}}), u"… counted on %1; in fact …; so …."_s.arg(told));
    }

    void aloudWhatIsNotToldIsLeftOut_data()
    {
        QTest::addColumn<ReadBackFacts>("facts");
        QTest::addColumn<QString>("expected");
        QTest::newRow("whole") << weather() << readBackText(weather());
        QTest::newRow("nothing") << ReadBackFacts{} << QString();
        QTest::newRow("only who") << ReadBackFacts{.believedBy = {{u"Tester"_s}}, .gaps = {{}}} << QString();
        QTest::newRow("only what was counted on")
            << ReadBackFacts{.countedOn = {{u"rain"_s}}} << u"Somebody counted on rain."_s;
        QTest::newRow("only what it led to")
            << ReadBackFacts{.ledTo = {{u"a week was lost"_s}}} << u"So a week was lost."_s;
        QTest::newRow("a gap")
            << ReadBackFacts{.countedOn = {{u"rain"_s}},
                             .gaps = {{}, {.neededBy = {{u"Tester"_s}}, .information = {{u"it is dry"_s}}}}}
            << u"Somebody counted on rain; and somebody would have had to tell the tester that it is dry."_s;
        QTest::newRow("what was asked for")
            << ReadBackFacts{.gaps = {{.neededBy = {{u"Tester"_s}},
                                       .information = {{u"Which version is out"_s}}}}}
            << u"Somebody would have had to tell the tester which version is out."_s;
        QTest::newRow("that, where a sentence stands")
            << ReadBackFacts{.countedOn = {{u"rain"_s}}, .turnedOut = {{u"that it was dry"_s}}}
            << u"Somebody counted on rain; in fact it was dry."_s;
        QTest::newRow("not known is told")
            << ReadBackFacts{.countedOn = {{u"rain"_s}}, .turnedOut = {.missing = MissingCode::DoesNotKnow}}
            << u"Somebody counted on rain; in fact (not known)."_s;
    }
    void aloudWhatIsNotToldIsLeftOut()
    {
        QFETCH(ReadBackFacts, facts);
        QFETCH(QString, expected);
        QString text;
        for (const ReadBackPart &part : readAloud(facts)) {
            QVERIFY(part.kind != ReadBackPart::Kind::Empty);
            text += part.text;
        }
        QCOMPARE(text, expected);
    }

    void commonWordsAreSmallInside_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("inside");
        QTest::newRow("a pronoun") << u"It is late"_s << u"it is late"_s;
        QTest::newRow("I") << u"I was late"_s << u"I was late"_s;
        QTest::newRow("an abbreviation") << u"IT was late"_s << u"IT was late"_s;
        QTest::newRow("a name") << u"Berlin was late"_s << u"Berlin was late"_s;
        QTest::newRow("no word") << u"A/B tests"_s << u"A/B tests"_s;
        QTest::newRow("a number") << u"Ten years of data"_s << u"ten years of data"_s;
        QTest::newRow("with an apostrophe") << u"It's late"_s << u"it's late"_s;
        QTest::newRow("alone") << u"Nobody"_s << u"nobody"_s;
    }
    void commonWordsAreSmallInside()
    {
        QFETCH(QString, typed);
        QFETCH(QString, inside);
        QCOMPARE(readBackText({.turnedOut = {{typed}}}), u"… counted on …; in fact %1; so …."_s.arg(inside));
    }

    void noLineOfItStartsWithASemicolon()
    {
        const ReadBackWords::Spoken spoken{{u"next_gap"_s, u"\u202f; "_s}};
        const QString html = readBackHtml(readBack(weather(), ReadBackWords(spoken)));
        QVERIFY(html.contains(u"\u00a0; "_s));
        QVERIFY(!html.contains(QChar(0x202f)));
    }

    void htmlEscapesEverything()
    {
        const QString html = readBackHtml({.countedOn = {{u"<img src=x> & co"_s}}});
        QVERIFY(html.contains(u"<b>&lt;img src=x&gt; &amp; co</b>"_s));
        QVERIFY(html.contains(u"<i>[Who counted on it]</i>"_s));
        QVERIFY(!html.contains(u"<img"_s));
    }

    void hugeTextStaysLinear()
    {
        const ReadBackFacts facts{.countedOn = {{QString(1'000'000, u'x')}}};
        QElapsedTimer timer;
        timer.start();
        QVERIFY(readBackText(facts).size() > 1'000'000);
        QVERIFY(timer.elapsed() < 2000);
    }

    void names()
    {
        QCOMPARE(joinedNames({}), QString());
        QCOMPARE(joinedNames({u"a"_s}), u"a"_s);
        QCOMPARE(joinedNames({u"a"_s, u"b"_s}), u"a and b"_s);
        QCOMPARE(joinedNames({u"a"_s, u"b"_s, u"c"_s}), u"a, b and c"_s);
    }
};

Q_DECLARE_METATYPE(ReadBackFacts)

QTEST_GUILESS_MAIN(TestReadBack)
#include "test_read_back.moc"
