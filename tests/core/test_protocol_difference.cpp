#include "core/protocol/BuiltInProtocols.h"
#include "core/protocol/ProtocolDifference.h"
#include "core/protocol/ProtocolEdit.h"

#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {

const QByteArray base =
    R"({"format":"seamfinder-protocol/1","key":"t","languages":["en","de"],"title":"T","reserveMinutes":3,
"sections":[
 {"key":"one","title":"One","minutes":4,"questions":[
  {"name":"role","type":"select-one","label":"Role?","choices":{"fixed":[{"key":"ds","label":"D"},{"key":"se","label":"S"}]},
   "probes":[{"key":"why","label":"Why?"}]},
  {"name":"years","type":"integer","label":{"en":"Years?","de":"Jahre?"}},
  {"name":"mood","type":"scale","label":"Mood?","minimum":1,"maximum":5,"lowLabel":"bad","highLabel":"good"},
  {"name":"tip","type":"note","label":"Listen."}]},
 {"key":"two","title":"Two","minutes":5,"questions":[
  {"name":"story","type":"text","label":"Story?","hint":"Wait.","relevance":"${years} > 2"},
  {"name":"many","type":"repeat","repeat":{"maximum":3,"creates":"example"},"questions":[
    {"name":"title","type":"text","label":"Title?","binding":"example.title"},
    {"name":"cost","type":"text","label":"Cost?"}]},
  {"name":"pair","type":"group","questions":[{"name":"left","type":"text","label":"Left?"}]}]}]})";

Protocol read(const QByteArray &json)
{
    const LoadedProtocol loaded = loadProtocol(json);
    for (const ProtocolProblem &problem : loaded.problems)
        qWarning() << problem.question << problem.what;
    return loaded.protocol;
}

using Subject = ProtocolChange::Subject;

/// One line per change: "breaking question removed role", "check question changed story relevance".
QString line(const ProtocolChange &change)
{
    static const char *const weights[] = {"harmless", "check", "breaking"};
    static const char *const kinds[] = {"added", "removed", "changed", "moved"};
    static const char *const subjects[] = {"protocol", "section", "question", "choice", "probe"};
    QStringList words{QLatin1StringView(weights[int(change.weight)]),
                      QLatin1StringView(subjects[int(change.subject)]),
                      QLatin1StringView(kinds[int(change.kind)]),
                      change.question.isEmpty() ? change.section : change.question,
                      change.item,
                      change.part,
                      change.language};
    words.removeAll(QString());
    return words.join(u' ');
}

QStringList lines(const Protocol &before, const Protocol &after)
{
    QStringList result;
    for (const ProtocolChange &change : protocolDifference(before, after))
        result.append(line(change));
    return result;
}

} // namespace

class ProtocolDifferenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingDiffersFromItself()
    {
        for (const BuiltInProtocol &builtIn : builtInProtocols()) {
            Protocol protocol = builtInProtocol(builtIn.key);
            Protocol other = protocol;
            other.id = other.versionId = 0;
            other.version = u"99"_s;
            QCOMPARE(lines(protocol, other), QStringList());
        }
    }

    void classifies_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const char *before, const char *after,
                            const QStringList &expected) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(after) << expected;
        };
        row("wording", R"("Story?")", R"("Your story?")", {u"check question changed story label en"_s});
        row("translation", R"("label":"Mood?")", R"("label":{"en":"Mood?","de":"Laune?"})",
            {u"harmless question changed mood label de"_s});
        row("translation reworded", R"("Jahre?")", R"("Wie lange?")",
            {u"harmless question changed years label de"_s});
        row("help", R"("hint":"Wait.",)", R"("hint":"Wait longer.","guidance":"Detail.",)",
            {u"harmless question changed story hint en"_s, u"harmless question changed story guidance en"_s});
        row("probe added", R"({"key":"why","label":"Why?"})",
            R"({"key":"why","label":"Why?"},{"key":"who","label":"Who?"})",
            {u"harmless probe added role who"_s});
        row("probe removed", R"("probes":[{"key":"why","label":"Why?"}])", R"("probes":[])",
            {u"check probe removed role why"_s});
        row("choice added", R"({"key":"se","label":"S"})",
            R"({"key":"se","label":"S"},{"key":"op","label":"O"})", {u"check choice added role op"_s});
        row("choice removed", R"(,{"key":"se","label":"S"})", "", {u"breaking choice removed role se"_s});
        row("choice reworded", R"("label":"D")", R"("label":"Data")",
            {u"harmless choice changed role ds label en"_s});
        row("choices reordered", R"({"key":"ds","label":"D"},{"key":"se","label":"S"})",
            R"({"key":"se","label":"S"},{"key":"ds","label":"D"})", {u"harmless choice moved role ds"_s});
        row("choices from elsewhere",
            R"("choices":{"fixed":[{"key":"ds","label":"D"},{"key":"se","label":"S"}]})",
            R"("choices":{"facet":"role"})",
            {u"breaking question changed role choices"_s, u"breaking choice removed role ds"_s,
             u"breaking choice removed role se"_s});
        row("relevance", "${years} > 2", "${years} > 3", {u"check question changed story relevance"_s});
        row("for the interviewer", R"("label":"Story?",)", R"("label":"Story?","interviewerOnly":true,)",
            {u"breaking question changed story interviewerOnly"_s});
        row("required", R"("label":"Story?",)", R"("label":"Story?","required":true,)",
            {u"check question changed story required"_s});
        row("time permitting", R"("label":"Story?",)",
            R"("label":"Story?","priority":"if-time","when":"after",)",
            {u"check question changed story priority"_s, u"check question changed story when"_s});
        row("minutes", R"("minutes":5)", R"("minutes":9)", {u"check section changed two minutes"_s});
        row("section's title", R"("title":"Two")", R"("title":"Second")",
            {u"harmless section changed two title en"_s});
        row("type", R"("name":"story","type":"text")", R"("name":"story","type":"integer")",
            {u"breaking question changed story type"_s});
        row("type that is wider", R"("type":"integer")", R"("type":"decimal")",
            {u"check question changed years type"_s});
        row("note becomes a question", R"("type":"note")", R"("type":"text")",
            {u"check question changed tip type"_s});
        row("scale widened", R"("maximum":5)", R"("maximum":7)", {u"check question changed mood maximum"_s});
        row("scale narrowed", R"("maximum":5)", R"("maximum":4)",
            {u"breaking question changed mood maximum"_s});
        row("scale's end", R"("good")", R"("splendid")", {u"check question changed mood highLabel en"_s});
        row("binding", "example.title", "example.story", {u"breaking question changed title binding"_s});
        row("what a repeat makes", R"("creates":"example"},"questions":[
    {"name":"title","type":"text","label":"Title?","binding":"example.title"})",
            R"("creates":"gap"},"questions":[
    {"name":"title","type":"text","label":"Title?","binding":"gap.information"})",
            {u"breaking question changed many creates"_s, u"breaking question changed title binding"_s});
        row("repeat's limit", R"({"maximum":3,)", R"({"maximum":4,)",
            {u"check question changed many maximum"_s});
        row("question removed", R"(,
    {"name":"cost","type":"text","label":"Cost?"})",
            "", {u"breaking question removed cost"_s});
        row("note removed", R"(,
  {"name":"tip","type":"note","label":"Listen."})",
            "", {u"harmless question removed tip"_s});
        row("question added", R"({"name":"tip",)",
            R"({"name":"new","type":"text","label":"New?"},{"name":"tip",)", {u"check question added new"_s});
        row("renamed", R"("name":"cost")", R"("name":"price")",
            {u"check question added price"_s, u"breaking question removed cost"_s});
        row("language removed", R"("languages":["en","de"])", R"("languages":["en"])",
            {u"check protocol changed languages"_s});
        row("language added", R"("languages":["en","de"])", R"("languages":["en","de","fr"])",
            {u"harmless protocol changed languages"_s});
        row("reserve", R"("reserveMinutes":3)", R"("reserveMinutes":0)",
            {u"check protocol changed reserveMinutes"_s});
    }

    void classifies()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QStringList, expected);
        QCOMPARE(base.count(before), 1);
        const Protocol old = readProtocolJson(base).protocol;
        const Protocol now = readProtocolJson(QByteArray(base).replace(before, after)).protocol;
        QCOMPARE(lines(old, now), expected);
    }

    void moving_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("step");
        QTest::addColumn<QStringList>("expected");
        // Of two neighbours that changed places, either may be the one that moved.
        QTest::newRow("among siblings") << u"years"_s << -1 << QStringList{u"harmless question moved role"_s};
        QTest::newRow("into another section")
            << u"story"_s << -1 << QStringList{u"check question moved story"_s};
        QTest::newRow("out of a group") << u"left"_s << 1 << QStringList{u"check question moved left"_s};
        QTest::newRow("out of a repeat") << u"cost"_s << 1 << QStringList{u"breaking question moved cost"_s};
    }

    void moving()
    {
        QFETCH(QString, name);
        QFETCH(int, step);
        QFETCH(QStringList, expected);
        const Protocol old = read(base);
        Protocol now = old;
        QVERIFY(moveQuestion(now, name, step));
        QCOMPARE(lines(old, now), expected);
    }

    void oneMoveIsOneDifference()
    {
        const Protocol old = read(base);
        Protocol now = old;
        // From the last place to the first.
        for (int i = 0; i < 3; ++i)
            QVERIFY(moveQuestion(now, u"tip"_s, -1));
        QCOMPARE(lines(old, now), QStringList{u"harmless question moved tip"_s});
    }

    void carriesTheTexts()
    {
        const Protocol old = read(base);
        Protocol now = old;
        findQuestion(now, u"story"_s)->relevance = Expression(u"${years} > 9"_s);
        const ProtocolChange change = protocolDifference(old, now).value(0);
        QCOMPARE(change.before, u"${years} > 2"_s);
        QCOMPARE(change.after, u"${years} > 9"_s);
        QCOMPARE(change.section, u"two"_s);
    }
};

QTEST_GUILESS_MAIN(ProtocolDifferenceTest)
#include "test_protocol_difference.moc"
