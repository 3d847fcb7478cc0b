#include "core/exchange/SurveyJs.h"
#include "core/protocol/ProtocolIndex.h"

#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {

/// A survey of one page with these elements below the ones that expressions ask for.
QByteArray survey(const QByteArray &elements)
{
    return R"({"title":"My survey","pages":[{"name":"one","title":"One","elements":[
        {"type":"text","name":"n","inputType":"number","title":"N"},
        {"type":"text","name":"t","title":"T"},
        {"type":"text","name":"d","inputType":"date","title":"D"},
        {"type":"boolean","name":"b","title":"B"},
        {"type":"radiogroup","name":"s","title":"S","choices":["a",{"value":2,"text":"Two"},"New York"]},
        {"type":"checkbox","name":"m","title":"M","choices":["x","y","z z"]},
        {"type":"text","name":"odd name","title":"O"})" +
           QByteArray(elements.isEmpty() ? "" : ",") + elements + "]}]}";
}

QStringList lines(const ImportedProtocol &imported, ImportSeverity severity)
{
    QStringList result;
    for (const ImportProblem &problem : imported.problems) {
        if (problem.severity == severity)
            result.append(problem.place.path + u": "_s + problem.what);
    }
    return result;
}

Question only(const ImportedProtocol &imported, const QString &name)
{
    const ProtocolIndex index(imported.protocol);
    const Question *question = index.question(name);
    return question ? *question : Question();
}

QMap<QString, QString> en(const QString &text)
{
    return {{u"en"_s, text}};
}

} // namespace

class SurveyJsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsASurvey()
    {
        const ImportedProtocol imported = importSurveyJs(survey(R"(
            {"type":"comment","name":"c","title":"C","description":"Look.","isRequired":true},
            {"type":"html","name":"h","html":"<p>Hello <b>you</b> &amp; all</p>"},
            {"type":"rating","name":"r","title":"R","rateMax":7,"minRateDescription":"low"},
            {"type":"ranking","name":"k","title":"K","choices":["a","b"]},
            {"type":"expression","name":"e","expression":"{n} * 2"},
            {"type":"panel","name":"p","title":"P","visibleIf":"{b} = true","elements":[
                {"type":"dropdown","name":"pd","title":"Of {t}","choices":["a"],"showNoneItem":true}]},
            {"type":"paneldynamic","name":"pn","title":"Pn","minPanelCount":1,"maxPanelCount":3,"templateElements":[
                {"type":"text","name":"kid","title":"Name"},
                {"type":"text","name":"toy","title":"Toy of {panel.kid}","visibleIf":"{panel.kid} notempty"}]},
            {"type":"text","name":"mail","title":"Mail","validators":[{"type":"email","text":"No mail."},
                {"type":"text","maxLength":50}]},
            {"type":"checkbox","name":"few","title":"Few","choices":["1",2],"maxSelectedChoices":1,
             "choicesVisibleIf":"{item} != 2","defaultValue":["1"]})"));
        QCOMPARE(lines(imported, ImportSeverity::Error), QStringList());
        QCOMPARE(
            lines(imported, ImportSeverity::Warning),
            QStringList{u"pages[0].elements[6].name: “odd name” is no name for a question here; it became "
                        "“odd-name”."_s});
        QCOMPARE(imported.protocol.key, u"my-survey"_s);
        QCOMPARE(imported.protocol.sections.size(), 1);
        QCOMPARE(imported.protocol.sections[0].key, u"one"_s);
        QCOMPARE(only(imported, u"c"_s).hint.byLanguage, en(u"Look."_s));
        QVERIFY(only(imported, u"c"_s).required);
        QCOMPARE(only(imported, u"h"_s).label.byLanguage, en(u"Hello you & all"_s));
        QCOMPARE(only(imported, u"r"_s).type, QuestionType::Scale);
        QCOMPARE(only(imported, u"r"_s).maximum, 7);
        QCOMPARE(only(imported, u"r"_s).lowLabel.byLanguage, en(u"low"_s));
        QCOMPARE(only(imported, u"k"_s).type, QuestionType::Rank);
        QCOMPARE(only(imported, u"e"_s).calculation.source(), u"${n} * 2"_s);
        QCOMPARE(only(imported, u"p"_s).relevance.source(), u"${b} = 'yes'"_s);
        QCOMPARE(only(imported, u"pd"_s).label.byLanguage, en(u"Of ${t}"_s));
        QCOMPARE(only(imported, u"pd"_s).choices.fixed.last().key, u"none"_s);
        QCOMPARE(only(imported, u"pn"_s).repeat.maximum, 3);
        QCOMPARE(only(imported, u"toy"_s).label.byLanguage, en(u"Toy of ${kid}"_s));
        QCOMPARE(only(imported, u"toy"_s).relevance.source(), u"count(${kid}) > 0"_s);
        QCOMPARE(only(imported, u"mail"_s).constraint.source(),
                 u"regex(., '[^@ ]+@[^@ ]+') and string-length(.) <= 50"_s);
        QCOMPARE(only(imported, u"mail"_s).constraintMessage.byLanguage, en(u"No mail."_s));
        QCOMPARE(only(imported, u"few"_s).maximum, 1);
        QCOMPARE(only(imported, u"few"_s).choices.filter.source(), u"not(${choice.key} = '2')"_s);
        QCOMPARE(only(imported, u"few"_s).defaultValue.source(), u"'1'"_s);
        QCOMPARE(only(imported, u"b"_s).choices.fixed[0].key, u"yes"_s);
        QCOMPARE(only(imported, u"s"_s).choices.fixed[2].key, u"New-York"_s);
    }

    void translatesExpressions_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *source, const char *expected) {
            QTest::newRow(source) << QString::fromUtf8(source) << QString::fromUtf8(expected);
        };
        row("{n} > 3 and {t} = 'x'", "${n} > 3 and ${t} = 'x'");
        row("({n} >= 1 or {n} <= 0) && !({n} == 5)", "(${n} >= 1 or ${n} <= 0) and not(${n} = 5)");
        row("{t} != 'x'", "not(${t} = 'x')");
        row("{t} <> 'it\\\\'s'", "not(${t} = \"it's\")");
        row("{n} empty", "count(${n}) = 0");
        row("{m} notempty", "count(${m}) > 0");
        row("{m} contains 'x'", "selected(${m}, 'x')");
        row("{m} notcontains 'z z'", "not(selected(${m}, 'z-z'))");
        row("{m} anyof ['x', 'y']", "selected(${m}, 'x') or selected(${m}, 'y')");
        row("{m} allof ['x', 'y'] and {n} = 1", "selected(${m}, 'x') and selected(${m}, 'y') and ${n} = 1");
        row("{m} noneof ['x']", "not(selected(${m}, 'x'))");
        row("{s} anyof ['a', 2]", "selected(${s}, 'a') or selected(${s}, '2')");
        row("{s} = 'New York'", "${s} = 'New-York'");
        row("{s} = 2", "${s} = '2'");
        row("{t} contains 'x'", "contains(${t}, 'x')");
        row("{b} = true", "${b} = 'yes'");
        row("{b} = false or {b}", "${b} = 'no' or ${b} = 'yes'");
        row("{d} < today()", "${d} < today()");
        row("iif({n} > 1, 'a', 'b') = 'a'", "if(${n} > 1, 'a', 'b') = 'a'");
        row("sum({n}, 2) % 2 = 1 / 4 - 3", "(${n} + 2) mod 2 = 1 div 4 - 3");
        row("{odd name} = 'x'", "${odd-name} = 'x'");
        row("{N} = 1", "");
        row("{t.x} = 1", "");
        row("age({d}) > 3", "");
        row("{n} >", "");
        row("({n} > 1", "");
        row("['a'] = 'a'", "");
        row("{n} ^ 2 > 3", "");
    }

    void translatesExpressions()
    {
        QFETCH(QString, source);
        QFETCH(QString, expected);
        const ImportedProtocol imported = importSurveyJs(survey(
            "{\"type\":\"text\",\"name\":\"q\",\"title\":\"Q\",\"visibleIf\":\"" + source.toUtf8() + "\"}"));
        const QStringList errors = lines(imported, ImportSeverity::Error);
        if (expected.isEmpty()) {
            QVERIFY2(errors.size() == 1, qPrintable(errors.join(u'\n')));
            QVERIFY2(errors.first().startsWith(u"pages[0].elements[7].visibleIf: "_s),
                     qPrintable(errors.first()));
            return;
        }
        QCOMPARE(errors, QStringList());
        QCOMPARE(only(imported, u"q"_s).relevance.source(), expected);
    }

    void tablesBecomeQuestions()
    {
        const ImportedProtocol imported = importSurveyJs(survey(R"(
            {"type":"matrix","name":"rate","title":"Rate","isAllRowRequired":true,"columns":["good",{"value":2,"text":"Bad"}],
             "rows":["price",{"value":"long wait","text":{"default":"The wait","de":"Die Wartezeit"}}]},
            {"type":"multipletext","name":"who","items":[{"name":"first","title":"First name","isRequired":true},{"name":"age","inputType":"number"}]},
            {"type":"imagepicker","name":"pet","title":"Pet","choices":[{"value":"cat","imageLink":"x"},"dog"]},
            {"type":"imagepicker","name":"pets","title":"Pets","multiSelect":true,"choices":[{"value":"cat","text":"Cat"}]},
            {"type":"matrixdynamic","name":"team","title":"Team","minRowCount":1,"maxRowCount":4,"choices":["yes","no"],"columns":[
                {"name":"role","cellType":"text","title":"Role"},{"name":"paid","title":"Paid?"},
                {"name":"cost","cellType":"text","inputType":"number","visibleIf":"{row.paid} = 'yes'"}]},
            {"type":"matrixdropdown","name":"grid","title":"Grid","rows":["r1"],"columns":[{"name":"c1","choices":["a"]}]},
            {"type":"matrix","name":"flat","title":"Flat","columns":["x","y"]},
            {"type":"text","name":"after","title":"After","visibleIf":"{rate.long wait} = 2 and {who.age} > 3 and sumInArray({team}, 'cost') > 5 and {grid.r1.c1} = 'a'"})"));
        QCOMPARE(lines(imported, ImportSeverity::Error), QStringList());
        const QStringList warnings = lines(imported, ImportSeverity::Warning);
        QVERIFY2(warnings.size() == 3, qPrintable(warnings.join(u'\n'))); // the odd name and two of pictures
        QCOMPARE(only(imported, u"rate"_s).type, QuestionType::Group);
        QCOMPARE(only(imported, u"rate"_s).children.size(), 2);
        const Question wait = only(imported, u"rate-long-wait"_s);
        QCOMPARE(wait.type, QuestionType::SelectOne);
        QVERIFY(wait.required);
        QCOMPARE(wait.label.byLanguage.value(u"de"_s), u"Die Wartezeit"_s);
        QCOMPARE(wait.choices.fixed[1].key, u"2"_s);
        QCOMPARE(wait.choices.fixed[1].label.byLanguage, en(u"Bad"_s));
        QCOMPARE(only(imported, u"who-first"_s).label.byLanguage, en(u"First name"_s));
        QVERIFY(only(imported, u"who-first"_s).required && !only(imported, u"who-age"_s).required);
        QCOMPARE(only(imported, u"who-age"_s).type, QuestionType::Decimal);
        QCOMPARE(only(imported, u"pet"_s).type, QuestionType::SelectOne);
        QCOMPARE(only(imported, u"pet"_s).choices.fixed.size(), 2);
        QCOMPARE(only(imported, u"pets"_s).type, QuestionType::SelectMany);
        QCOMPARE(only(imported, u"team"_s).type, QuestionType::Repeat);
        QCOMPARE(only(imported, u"team"_s).repeat.maximum, 4);
        QCOMPARE(only(imported, u"team-paid"_s).choices.fixed.size(), 2);
        QCOMPARE(only(imported, u"team-cost"_s).relevance.source(), u"${team-paid} = 'yes'"_s);
        QCOMPARE(only(imported, u"grid-r1-c1"_s).type, QuestionType::SelectOne);
        QCOMPARE(only(imported, u"flat"_s).type, QuestionType::SelectOne);
        QCOMPARE(
            only(imported, u"after"_s).relevance.source(),
            u"${rate-long-wait} = '2' and ${who-age} > 3 and sum(${team-cost}) > 5 and ${grid-r1-c1} = 'a'"_s);
    }

    void aPanelMayDependOnALaterSibling()
    {
        const ImportedProtocol imported = importSurveyJs(survey(R"(
            {"type":"panel","name":"p","title":"P","visibleIf":"{later} = 'yes'","elements":[{"type":"text","name":"pt","title":"Pt"}]},
            {"type":"text","name":"later","title":"Later"},
            {"type":"text","name":"last","title":"Last"})"));
        QCOMPARE(lines(imported, ImportSeverity::Error), QStringList());
        QStringList names;
        for (const Question &question : imported.protocol.sections[0].questions)
            names.append(question.name);
        QCOMPARE(names.sliced(7), QStringList({u"later"_s, u"p"_s, u"last"_s}));
        QCOMPARE(only(imported, u"p"_s).relevance.source(), u"${later} = 'yes'"_s);
        QVERIFY(
            lines(imported, ImportSeverity::Warning)
                .contains(
                    u"pages[0].elements[7].visibleIf: “p” comes after “later” now, on which it depends."_s));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("element");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("what"); // a part of it
        QTest::addColumn<bool>("error");
        const auto row = [](const char *element, const char *path, const char *what, bool error) {
            QTest::newRow(element) << QByteArray(element)
                                   << QString(u"pages[0].elements[7]"_s + QString::fromUtf8(path))
                                   << QString::fromUtf8(what) << error;
        };
        row(R"({"type":"text","title":"Q"})", ".name", "has no name", true);
        row(R"({"name":"q"})", "", "has no type", true);
        row(R"({"type":"text","name":"t"})", ".name", "Two questions have the name", true);
        row(R"({"type":"radiogroup","name":"q"})", "", "list of choices is empty", true);
        row(R"({"type":"radiogroup","name":"q","choices":["a","a"]})", "", "is there twice", true);
        row(R"({"type":"panel","name":"q"})", "", "no questions inside", true);
        row(R"({"type":"expression","name":"q"})", "", "There is no calculation", true);
        row(R"({"type":"text","name":"q","visibleIf":"{q} = 'a'"})", ".visibleIf", "a circle", true);
        row(R"x({"type":"text","name":"q","validators":[{"type":"expression","expression":"foo({q})"}]})x",
            ".validators[0].expression", "foo()", true);
        row(R"({"type":"signaturepad","name":"q"})", ".type", "became a text", false);
        row(R"({"type":"imagepicker","name":"q","choices":["a"]})", ".type", "pictures are left out", false);
        row(R"({"type":"text","inputType":"time","name":"q"})", ".inputType", "became a text", false);
        row(R"({"type":"text","name":"q","requiredIf":"{n} > 1"})", ".requiredIf", "is left out", false);
        row(R"({"type":"rating","name":"q","rateStep":0.5})", "", "became a number", false);
        row(R"({"type":"dropdown","name":"q","choices":["a"],"hasOther":true})", ".hasOther", "Other", false);
        row(R"({"type":"dropdown","name":"q","choicesByUrl":{"url":"x"}})", ".choicesByUrl", "not read",
            false);
        row(R"({"type":"text","name":"q","validators":[{"type":"magic"}]})", ".validators[0]", "is left out",
            false);
        row(R"({"type":"checkbox","name":"q","choices":["a","b"],"defaultValue":["a","b"]})", ".defaultValue",
            "left out", false);
    }

    void saysWhatIsWrong()
    {
        QFETCH(QByteArray, element);
        QFETCH(QString, path);
        QFETCH(QString, what);
        QFETCH(bool, error);
        const ImportedProtocol imported = importSurveyJs(survey(element));
        QStringList found = lines(imported, error ? ImportSeverity::Error : ImportSeverity::Warning);
        QCOMPARE(imported.isUsable(), !error);
        if (!error)
            found.removeFirst(); // the odd name
        QVERIFY2(found.size() == 1, qPrintable(u'\n' + found.join(u'\n')));
        QVERIFY2(found.first().startsWith(path + u": "_s) && found.first().contains(what),
                 qPrintable(found.first()));
    }

    /// "elements[10]" begins as "elements[1]" does, and is another one.
    void oneErrorHidesNoneOfAnotherElement()
    {
        QByteArrayList elements{R"({"type":"text","name":"q0"})", R"({"type":"panel","name":"empty"})"};
        for (int i = 2; i < 10; ++i)
            elements.append(
                QByteArray(R"({"type":"text","name":"qN"})").replace("qN", "q" + QByteArray::number(i)));
        elements.append(R"({"name":"typeless"})");
        const QStringList found =
            lines(importSurveyJs(R"({"pages":[{"name":"one","elements":[)" + elements.join(',') + "]}]}"),
                  ImportSeverity::Error);
        QVERIFY2(found.size() == 2, qPrintable(u'\n' + found.join(u'\n')));
        QVERIFY2(found[0].startsWith(u"pages[0].elements[10]: "_s), qPrintable(found[0]));
        QVERIFY2(found[1].startsWith(u"pages[0].elements[1]: "_s), qPrintable(found[1]));
    }

    void languages()
    {
        const ImportedProtocol imported = importSurveyJs(
            R"({"locale":"de","title":{"default":"Titel","en":"Title"},"elements":[{"type":"dropdown","name":"q",
                "title":{"default":"Was?","fr":"Quoi?"},
                "choices":[{"value":"a","text":{"default":"A","en":"Aye"}}]}]})");
        QCOMPARE(lines(imported, ImportSeverity::Error), QStringList());
        QCOMPARE(imported.protocol.languages.first(), u"de"_s);
        QCOMPARE(imported.protocol.languages.size(), 3);
        QCOMPARE(imported.protocol.title.byLanguage,
                 (QMap<QString, QString>{{u"de"_s, u"Titel"_s}, {u"en"_s, u"Title"_s}}));
        QCOMPARE(only(imported, u"q"_s).choices.fixed[0].label.byLanguage.value(u"en"_s), u"Aye"_s);
    }

    void whatIsNoSurvey_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not JSON") << QByteArray("hello");
        QTest::newRow("cut off") << survey({}).chopped(20);
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("another object") << QByteArray(R"({"format":"x"})");
        QTest::newRow("no elements") << QByteArray(R"({"pages":[]})");
        QTest::newRow("wrong kinds") << QByteArray(R"({"pages":[1,"x",{"elements":{"a":1}}]})");
        QTest::newRow("huge") << QByteArray((16 << 20) + 1, ' ');
        QByteArray deep = R"({"pages":[{"name":"p","elements":[)";
        for (int i = 0; i < 400; ++i)
            deep += R"({"type":"panel","name":"p","elements":[)";
        QTest::newRow("deep") << deep + QByteArray("]}").repeated(400) + "]}]}";
    }

    void whatIsNoSurvey()
    {
        QFETCH(QByteArray, bytes);
        const ImportedProtocol imported = importSurveyJs(bytes);
        QVERIFY(!imported.isUsable());
        for (const ImportProblem &problem : imported.problems)
            QVERIFY(!problem.what.isEmpty() && !problem.mend.isEmpty());
    }
};

QTEST_GUILESS_MAIN(SurveyJsTest)
#include "test_survey_js.moc"
