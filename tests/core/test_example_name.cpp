#include "core/catalogue/EditExamples.h"
#include "core/catalogue/ExampleName.h"
#include "core/domain/Fields.h"
#include "tests/support/TempStudy.h"

#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

/// What an example is called in lists, with and without a title.
class TestExampleName : public QObject
{
    Q_OBJECT

private:
    test::TempStudy m_study;

    ExampleRecord example(std::function<void(Edit &, ExampleId)> fill)
    {
        ExampleId id{};
        m_study.writer().perform({.label = u"Test"_s}, [&](Edit &edit) {
            id = createExample(edit, {});
            fill(edit, id);
        });
        return *readExample(m_study.db(), id);
    }

private Q_SLOTS:
    void theTitleGoesFirst()
    {
        const ExampleRecord titled = example([](Edit &edit, ExampleId id) {
            setValue(edit, fields::example::story, id.value, u"It rained."_s);
            setValue(edit, fields::example::title, id.value, u" Rain \n again"_s);
        });
        QCOMPARE(exampleName(titled), u"Rain again"_s);
        QCOMPARE(exampleWords(titled), u"It rained."_s);
    }

    void elseTheFirstWordsThatWereNoted()
    {
        QCOMPARE(exampleName(example([](Edit &edit, ExampleId id) {
                     setValue(edit, fields::example::story, id.value, u"\n  It rained.\nFor days."_s);
                 })),
                 u"It rained."_s);
        QCOMPARE(exampleName(example([](Edit &edit, ExampleId id) {
                     setValue(edit, fields::gap::information, createGap(edit, id).value, u"the units"_s);
                 })),
                 u"the units"_s);
        QCOMPARE(exampleName(example([](Edit &, ExampleId) {})), QString());
    }

    void longWordsAreCutBetweenWords_data()
    {
        QTest::addColumn<QString>("story");
        QTest::addColumn<QString>("name");
        QTest::newRow("words") << u"rain "_s.repeated(40) << u"rain "_s.repeated(18).trimmed() + u'…';
        QTest::newRow("one word") << u"x"_s.repeated(200) << u"x"_s.repeated(90) + u'…';
        QTest::newRow("pairs") << u"x"_s + u"🌧"_s.repeated(100) << u"x"_s + u"🌧"_s.repeated(44) + u'…';
    }
    void longWordsAreCutBetweenWords()
    {
        QFETCH(QString, story);
        QFETCH(QString, name);
        QCOMPARE(exampleName(example([&](Edit &edit, ExampleId id) {
                     setValue(edit, fields::example::story, id.value, story);
                 })),
                 name);
    }

    void evidenceLendsItsWords()
    {
        const ExampleRecord quoted = example([](Edit &edit, ExampleId id) {
            addEvidence(edit, id.value, {.quote = u"They never\ttold us."_s}, "supports"_L1);
            addEvidence(edit, id.value, {.quote = u"We guessed."_s}, "supports"_L1);
        });
        QCOMPARE(firstQuote(m_study.db(), quoted.exampleId()), u"They never told us."_s);
        QCOMPARE(exampleName(quoted), QString());
        QCOMPARE(firstQuote(m_study.db(), example([](Edit &, ExampleId) {}).exampleId()), QString());
    }
};

QTEST_GUILESS_MAIN(TestExampleName)
#include "test_example_name.moc"
