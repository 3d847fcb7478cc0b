#include "core/protocol/ProtocolJson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {

std::optional<QStringList> codebook(const QString &facet)
{
    if (facet == "role"_L1)
        return QStringList{u"tester"_s, u"client"_s};
    if (facet == "element"_L1)
        return QStringList{u"raw-data"_s, u"trained-model"_s};
    if (facet == "source"_L1 || facet == "occurrence"_L1)
        return QStringList{u"premortem"_s, u"likely"_s};
    return std::nullopt;
}

/// A protocol whose one section holds these questions; what is written in single quotes is JSON.
QByteArray withQuestions(const QByteArray &questions)
{
    return R"({"format":"seamfinder-protocol/1","key":"t","version":"1","languages":["en","de"],"title":"T",
               "sections":[{"key":"s","title":"S","questions":[)" +
           questions + "]}]}";
}

const QByteArray earlier = R"(
    {"name":"role","type":"select-one","label":"?","choices":{"fixed":[{"key":"ds","label":"D"},{"key":"se","label":"S"}]}},
    {"name":"tools","type":"select-many","label":"?","choices":{"fixed":[{"key":"r","label":"R"}]}},
    {"name":"years","type":"integer","label":"?"},
    {"name":"day","type":"date","label":"?"},
    {"name":"story","type":"text","label":"?"},
    {"name":"note","type":"note","label":"!"},
    {"name":"many","type":"repeat","repeat":{"creates":"example"},"questions":[{"name":"inner","type":"text","label":"?"}]})";

QStringList said(const QByteArray &json)
{
    QStringList lines;
    for (const ProtocolProblem &problem : loadProtocol(json, codebook, u"p.json"_s).problems)
        lines.append(problem.question + u": "_s + problem.what);
    return lines;
}

} // namespace

class ProtocolCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soundQuestionsHaveNoProblems() { QCOMPARE(said(withQuestions(earlier)), QStringList()); }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("question");
        QTest::addColumn<QString>("what"); // a part of the one sentence expected
        const auto relevance = [](const char *expression, const char *what) {
            QTest::newRow(expression)
                << QByteArray(R"({"name":"q","type":"text","label":"?","relevance":")") + expression + "\"}"
                << QString::fromUtf8(what);
        };
        relevance("${nobody} = 1", "which does not exist");
        relevance("${choice.key} = 'a'", "which does not exist");
        relevance("${later} = 'a'", "which is asked only later");
        relevance("${q} = 'a'", "a circle");
        relevance("${note} = 'a'", "which has no answer");
        relevance("${role} = ", "at character 10");
        relevance("${role} = 'dss'", "There is no choice “dss”");
        relevance("selected(${tools}, 'python')", "There is no choice “python”");
        relevance("${tools} = 'r'", "several choices can be picked");
        relevance("${role} = 3", "Wrong type");
        relevance("${years} = '3'", "Wrong type");
        relevance("${years}", "Wrong type");
        relevance("${story} < 'b'", "Wrong type");
        relevance("${day} = 3", "Wrong type");
        relevance("${story} + 1 > 2", "Wrong type");
        relevance("selected(${years}, '3')", "Wrong type");
        relevance("sum(${inner}) > 1", "Wrong type");
        relevance("count(3) > 0", "count() does not count that");
        relevance("string-length(${years}) > 1", "Wrong type");
        relevance("not(${role})", "Wrong type");
        relevance("regex(${story}, '(')", "The pattern is not valid");
        relevance("${inner} = 'x'", "may have several answers here");
        relevance("${many} = 'x'", "may have several answers here");
        relevance(". = 'x'", "which there is not here");
        relevance("false()", "never be reached");
        relevance("${years} > 2 and 1 = 2", "never be reached");

        const auto question = [](const char *name, const char *json, const char *what) {
            QTest::newRow(name) << QByteArray(json) << QString::fromUtf8(what);
        };
        question("duplicate name", R"({"name":"role","type":"text","label":"?"})",
                 "Two questions have the name");
        question("no name", R"({"type":"text","label":"?"})", "A question has no name");
        question("bad name", R"({"name":"naïve one","type":"text","label":"?"})",
                 "is no name for a question");
        question("no label", R"({"name":"q","type":"text"})", "The label is missing");
        question("empty label", R"({"name":"q","type":"text","label":""})", "The label is missing");
        question("label only in German", R"({"name":"q","type":"text","label":{"de":"Was?"}})",
                 "The label is missing");
        question("undeclared language", R"({"name":"q","type":"text","label":{"en":"?","fr":"?"}})",
                 "that the protocol does not name");
        question("quotes the unknown", R"({"name":"q","type":"text","label":"Why ${nobody}?"})",
                 "does not exist");
        question("quotes the later", R"({"name":"q","type":"text","label":"Why ${later}?"})", "only later");
        question("quotes a row outside of rows", R"({"name":"q","type":"text","label":"${row.title}?"})",
                 "does not exist");
        question("unknown type", R"({"name":"q","type":"essay","label":"?"})", "There is no type “essay”");
        question("no type", R"({"name":"q","label":"?"})", "has no type");
        question("unknown key", R"({"name":"q","type":"text","label":"?","colour":"red"})",
                 "“colour” is not known");
        question("wrong JSON type", R"({"name":"q","type":"text","label":"?","required":"yes"})",
                 "“required” is not true or false");
        question("negative number",
                 R"({"name":"q","type":"rank","label":"?","maximum":-1,"choices":{"rows":"gap"}})",
                 "whole number");
        question("unknown binding", R"({"name":"q","type":"text","label":"?","binding":"example.mood"})",
                 "There is no field");
        question("binding without its repeat",
                 R"({"name":"q","type":"text","label":"?","binding":"gap.information"})",
                 "needs a repeat around");
        question("binding of the wrong type",
                 R"({"name":"q","type":"text","label":"?","binding":"participant.years_ml"})",
                 "cannot be answered by a question of this type");
        question("binding to a link",
                 R"({"name":"q","type":"repeat","repeat":{"creates":"example"},"questions":[
                     {"name":"qq","type":"text","label":"?","binding":"example.system"}]})",
                 "cannot be answered by a question of this type");
        question(
            "bound choices of another facet",
            R"({"name":"q","type":"select-many","label":"?","binding":"participant.role","choices":{"facet":"element"}})",
            "The choices are not of the facet");
        question(
            "mark without a binding",
            R"({"name":"q","type":"select-one","label":"?","mark":"main","choices":{"facet":"element"}})",
            "nothing to single out");
        question(
            "mark of a field that has none",
            R"({"name":"q","type":"select-one","label":"?","mark":"misfit-a","binding":"participant.role"})",
            "cannot be set of");
        question(
            "mark of several",
            R"({"name":"q","type":"select-many","label":"?","mark":"main","binding":"participant.role"})",
            "singled out by picking");
        question("bound choices that the field has not",
                 R"({"name":"q","type":"select-one","label":"?","binding":"interview.mode",
                     "choices":{"fixed":[{"key":"fax","label":"F"}]}})",
                 "has no choice “fax”");
        question("unknown facet",
                 R"({"name":"q","type":"select-one","label":"?","choices":{"facet":"mood"}})",
                 "no facet “mood”");
        question("nothing to choose from", R"({"name":"q","type":"select-one","label":"?"})",
                 "nothing to choose from");
        question("empty choices", R"({"name":"q","type":"select-one","label":"?","choices":{"fixed":[]}})",
                 "list of choices is empty");
        question(
            "twice the same key",
            R"({"name":"q","type":"select-one","label":"?","choices":{"fixed":[{"key":"a","label":"A"},{"key":"a","label":"B"}]}})",
            "is there twice");
        question(
            "key with a space",
            R"({"name":"q","type":"select-one","label":"?","choices":{"fixed":[{"key":"a b","label":"A"}]}})",
            "is no key for a choice");
        question("choices of a text", R"({"name":"q","type":"text","label":"?","choices":{"facet":"role"}})",
                 "has no choices");
        question("a note lists no facet",
                 R"({"name":"q","type":"note","label":"?","choices":{"facet":"role"}})", "has no choices");
        question("a note lists unknown rows",
                 R"({"name":"q","type":"note","label":"?","choices":{"rows":"system"}})", "has no rows");
        question("choices from a later question",
                 R"({"name":"q","type":"select-many","label":"?","choices":{"question":"later"}})",
                 "asked only later");
        question("choices from a text",
                 R"({"name":"q","type":"select-many","label":"?","choices":{"question":"story"}})",
                 "names no examples, gaps or terms");
        question("scale without ends", R"({"name":"q","type":"scale","label":"?"})", "The scale has no ends");
        question("constraint without a message",
                 R"({"name":"q","type":"integer","label":"?","constraint":". > 1"})",
                 "constraint message is missing");
        question("impossible constraint",
                 R"({"name":"q","type":"integer","label":"?","constraint":"1 > 2","constraintMessage":"!"})",
                 "No answer can satisfy");
        question("default of the wrong type", R"({"name":"q","type":"integer","label":"?","default":"'x'"})",
                 "“default” gives a text where a number");
        question(
            "default that is no choice",
            R"({"name":"q","type":"select-one","label":"?","choices":{"facet":"role"},"default":"'pilot'"})",
            "none of the choices");
        question("for the interviewer, a group",
                 R"({"name":"q","type":"group","interviewerOnly":true,"questions":[
                     {"name":"r","type":"text","label":"?"}]})",
                 "for the interviewer alone");
        question("for the interviewer, what they agree to",
                 R"({"name":"q","type":"select-one","label":"?","interviewerOnly":true,
                     "binding":"interview.quotes"})",
                 "said by each participant");
        question("required note", R"({"name":"q","type":"note","label":"!","required":true})",
                 "nothing to answer");
        question("card without a body", R"({"name":"q","type":"card","label":"!"})", "The body is missing");
        question("calculated without calculation", R"({"name":"q","type":"calculated"})",
                 "There is no calculation");
        question("empty group", R"({"name":"q","type":"group"})", "There are no questions inside");
        question(
            "text with children",
            R"({"name":"q","type":"text","label":"?","questions":[{"name":"qq","type":"text","label":"?"}]})",
            "Only groups and repeats");
        question(
            "repeat over and counting",
            R"({"name":"q","type":"repeat","repeat":{"over":{"facet":"role"},"maximum":2},"questions":[{"name":"qq","type":"text","label":"?"}]})",
            "neither creates nor counts");
        question(
            "preset of another entity",
            R"({"name":"q","type":"repeat","repeat":{"creates":"gap","presets":{"example.source":"'premortem'"}},"questions":[{"name":"qq","type":"text","label":"?"}]})",
            "is no field of what the repeat creates");
        question(
            "preset that is no choice",
            R"({"name":"q","type":"repeat","repeat":{"creates":"example","presets":{"example.source":"'dream'"}},"questions":[{"name":"qq","type":"text","label":"?"}]})",
            "has no choice “dream”");
        question(
            "creates the unknown",
            R"({"name":"q","type":"repeat","repeat":{"creates":"planet"},"questions":[{"name":"qq","type":"text","label":"?"}]})",
            "cannot create");
        question(
            "text for an unknown term",
            R"({"name":"q","type":"repeat","repeat":{"over":{"facet":"role"}},"questions":[{"name":"qq","type":"text","label":"?","labelByTerm":{"pilot":"P"}}]})",
            "has no term “pilot”");
        question(
            "group that depends on its own question",
            R"({"name":"q","type":"group","relevance":"${qq} = 'a'","questions":[{"name":"qq","type":"text","label":"?"}]})",
            "a circle");
    }

    void saysWhatIsWrong()
    {
        QFETCH(QByteArray, question);
        QFETCH(QString, what);
        const QStringList lines =
            said(withQuestions(earlier + "," + question + R"(,{"name":"later","type":"text","label":"?"})"));
        QVERIFY2(lines.size() == 1, qPrintable(u"\n"_s + lines.join(u'\n')));
        QVERIFY2(lines.first().contains(what), qPrintable(lines.first()));
    }

    void findsCirclesThroughOthers()
    {
        const QStringList lines = said(withQuestions(
            R"({"name":"a","type":"calculated","calculation":"${c}"},
               {"name":"b","type":"calculated","calculation":"${a}"},
               {"name":"c","type":"calculated","calculation":"${b}"})"));
        QCOMPARE(lines.size(), 1);
        QVERIFY2(lines.first().contains(u"a circle"_s), qPrintable(lines.first()));
    }

    void findsEverythingAtOnceWithItsPlace()
    {
        const LoadedProtocol loaded =
            loadProtocol(R"({"format":"seamfinder-protocol/1","languages":["en"],"sections":[
            {"key":"one","title":"One","relevance":"false() ","questions":[{"name":"a","type":"text"}]},
            {"key":"one","title":"Two","questions":[]},
            {"key":"three","title":"Three","relevance":"${b} = 'x'","questions":[{"name":"b","type":"text","label":"?"}]}]})",
                         codebook, u"broken.json"_s);
        QStringList places;
        for (const ProtocolProblem &problem : loaded.problems) {
            QCOMPARE(problem.file, u"broken.json"_s);
            QVERIFY(!problem.what.isEmpty());
            QVERIFY(!problem.mend.isEmpty());
            places.append(problem.section + u'/' + problem.question);
        }
        // no key, no title, two sections of one key; unreachable; no label; no questions; own question
        QCOMPARE(places,
                 QStringList({u"/"_s, u"/"_s, u"/"_s, u"one/"_s, u"one/a"_s, u"one/"_s, u"three/"_s}));
        QVERIFY(!loaded.isUsable());
    }

    void refusesWhatIsNoProtocol_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not JSON") << QByteArray("hello");
        QTest::newRow("cut off") << withQuestions(earlier).chopped(30);
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("other format") << QByteArray(R"({"format":"seamfinder-protocol/99"})");
        QTest::newRow("nul bytes") << QByteArray(1000, '\0');
        QTest::newRow("deep") << QByteArray(100'000, '[');
        QTest::newRow("sections of the wrong kind")
            << QByteArray(R"({"format":"seamfinder-protocol/1","sections":{"a":1}})");
        QTest::newRow("questions of the wrong kind")
            << QByteArray(R"({"format":"seamfinder-protocol/1","sections":[{"questions":[1,null,"x"]}, 7]})");
    }

    void refusesWhatIsNoProtocol()
    {
        QFETCH(QByteArray, bytes);
        const LoadedProtocol loaded = loadProtocol(bytes, codebook);
        QVERIFY(!loaded.problems.isEmpty());
        QVERIFY(!loaded.isUsable());
    }

    void refusesEndlessNesting()
    {
        QByteArray question = R"({"name":"x","type":"text","label":"?"})";
        for (int i = 0; i < 40; ++i)
            question = "{\"name\":\"g" + QByteArray::number(i) + "\",\"type\":\"group\",\"questions\":[" +
                       question + "]}";
        QVERIFY(said(withQuestions(question)).join(u'\n').contains(u"nested too deeply"_s));
    }

    void selectsInACircleAreReportedNotFollowed()
    {
        QVERIFY(!said(withQuestions(
                          R"({"name":"a","type":"select-many","label":"?","choices":{"question":"b"}},
                             {"name":"b","type":"select-many","label":"?","choices":{"question":"a"}})"))
                     .isEmpty());
    }

    void withoutACodebookFacetsAreNotLookedAt()
    {
        const QByteArray json =
            withQuestions(R"({"name":"q","type":"select-one","label":"?","choices":{"facet":"mood"}})");
        QVERIFY(loadProtocol(json).isUsable());
        QVERIFY(!loadProtocol(json, codebook).isUsable());
    }
};

QTEST_APPLESS_MAIN(ProtocolCheckTest)
#include "test_protocol_check.moc"
