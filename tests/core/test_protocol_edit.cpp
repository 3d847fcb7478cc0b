#include "core/protocol/BuiltInProtocols.h"
#include "core/protocol/ProtocolCheck.h"
#include "core/protocol/ProtocolEdit.h"
#include "core/protocol/ProtocolIndex.h"

#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {

Protocol small()
{
    const LoadedProtocol loaded =
        loadProtocol(R"j({"format":"seamfinder-protocol/1","key":"t","languages":["en","de"],"title":"T",
"sections":[
 {"key":"one","title":"One","questions":[
  {"name":"role","type":"select-one","label":"Role?","default":"'ds'",
   "choices":{"fixed":[{"key":"ds","label":"D"},{"key":"se","label":"S"}]}},
  {"name":"years","type":"integer","label":"You said ${role}, ${ role }. Years?","constraint":". > 1","constraintMessage":"More."}]},
 {"key":"two","title":"Two","relevance":"${role} = 'ds'","questions":[
  {"name":"story","type":"text","label":"Story of ${role}?","relevance":"selected(${role}, 'se') or 'ds' != ${role} or 'ds' = 'ds' or ${years} > 2"},
  {"name":"group","type":"group","questions":[{"name":"left","type":"text","label":"Left?","relevance":"${years} > 2"}]},
  {"name":"each","type":"repeat","repeat":{"over":{"question":"picked"}},"questions":[{"name":"x","type":"text","label":"X?"}]},
  {"name":"picked","type":"select-many","label":"?","choices":{"rows":"example"}}]}]})j");
    return loaded.protocol;
}

QString names(const Protocol &protocol)
{
    QStringList result;
    for (const Section &section : protocol.sections)
        result.append(section.key + u':');
    const ProtocolIndex index(protocol);
    for (const IndexedQuestion &each : index.questions())
        result.append(QString(each.parent < 0 ? 0 : 1, u'>') + each.question->name);
    return result.join(u' ');
}

} // namespace

class ProtocolEditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void renamesInEveryPlace()
    {
        Protocol protocol = small();
        renameQuestion(protocol, u"role"_s, u"job"_s);
        renameQuestion(protocol, u"picked"_s, u"chosen"_s);
        QCOMPARE(findQuestion(protocol, u"role"_s), nullptr);
        QCOMPARE(findQuestion(protocol, u"years"_s)->label.byLanguage.value(u"en"_s),
                 u"You said ${job}, ${job}. Years?"_s);
        QCOMPARE(findQuestion(protocol, u"story"_s)->relevance.source(),
                 u"selected(${job}, 'se') or 'ds' != ${job} or 'ds' = 'ds' or ${years} > 2"_s);
        QCOMPARE(protocol.sections[1].relevance.source(), u"${job} = 'ds'"_s);
        QCOMPARE(findQuestion(protocol, u"each"_s)->repeat.over.from, u"chosen"_s);
    }

    void renamingLeavesLookAlikesAlone()
    {
        Protocol protocol = small();
        Question &story = *findQuestion(protocol, u"story"_s);
        story.relevance = Expression(u"${role} = '${role}' or ${role-2} = 1"_s);
        renameQuestion(protocol, u"role"_s, u"r"_s);
        QCOMPARE(findQuestion(protocol, u"story"_s)->relevance.source(),
                 u"${r} = '${role}' or ${role-2} = 1"_s);
    }

    void renamesInHalfWrittenExpressions()
    {
        Protocol protocol = small();
        findQuestion(protocol, u"story"_s)->relevance = Expression(u"${role} = "_s);
        renameQuestion(protocol, u"role"_s, u"job"_s);
        QCOMPARE(findQuestion(protocol, u"story"_s)->relevance.source(), u"${job} ="_s);
    }

    // The strongest promise: every name of the real protocols renamed, and nothing is wrong with them.
    void renamingKeepsProtocolsSound_data()
    {
        QTest::addColumn<QString>("key");
        for (const BuiltInProtocol &builtIn : builtInProtocols())
            QTest::newRow(qPrintable(builtIn.key)) << builtIn.key;
    }
    void renamingKeepsProtocolsSound()
    {
        QFETCH(QString, key);
        Protocol protocol = builtInProtocol(key);
        QStringList all;
        const ProtocolIndex index(protocol);
        for (const IndexedQuestion &each : index.questions())
            all.append(each.question->name);
        for (const QString &name : std::as_const(all))
            renameQuestion(protocol, name, u"q-"_s + name);
        QVector<ProtocolProblem> problems = checkProtocol(protocol);
        QVERIFY2(problems.isEmpty(), qPrintable(problems.value(0).question + problems.value(0).what));
        for (const QString &name : std::as_const(all))
            renameQuestion(protocol, u"q-"_s + name, name);
        QCOMPARE(protocol, builtInProtocol(key));
    }

    void renamesAChoiceWhereItIsComparedWith()
    {
        Protocol protocol = small();
        renameChoice(protocol, u"role"_s, u"ds"_s, u"data"_s);
        const Question &role = *findQuestion(protocol, u"role"_s);
        QCOMPARE(role.choices.fixed[0].key, u"data"_s);
        QCOMPARE(role.defaultValue.source(), u"'data'"_s);
        QCOMPARE(findQuestion(protocol, u"story"_s)->relevance.source(),
                 u"selected(${role}, 'se') or 'data' != ${role} or 'ds' = 'ds' or ${years} > 2"_s);
        QCOMPARE(protocol.sections[1].relevance.source(), u"${role} = 'data'"_s);
    }

    void copiesReferToEachOther()
    {
        Protocol protocol = small();
        QCOMPARE(duplicateSection(protocol, u"one"_s), u"one-2"_s);
        const Question *copy = findQuestion(protocol, u"years-2"_s);
        QVERIFY(copy);
        QCOMPARE(copy->label.byLanguage.value(u"en"_s), u"You said ${role-2}, ${role-2}. Years?"_s);
        QCOMPARE(findQuestion(protocol, u"years"_s)->label.byLanguage.value(u"en"_s),
                 u"You said ${role}, ${ role }. Years?"_s);
        // What stands outside of the copy is still meant by what is copied.
        QCOMPARE(duplicateQuestion(protocol, u"group"_s), u"group-2"_s);
        QCOMPARE(findQuestion(protocol, u"left-2"_s)->relevance.source(), u"${years} > 2"_s);
        QVERIFY(checkProtocol(small()).size() >= checkProtocol(protocol).size());
    }

    void moves_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("step");
        QTest::addColumn<QString>("expected");
        const QString all = u"one: two: role years story group >left each >x picked"_s;
        QTest::newRow("up") << u"years"_s << -1 << u"one: two: years role story group >left each >x picked"_s;
        QTest::newRow("with its children")
            << u"group"_s << 1 << u"one: two: role years story each >x group >left picked"_s;
        QTest::newRow("out of a group, up")
            << u"left"_s << -1 << u"one: two: role years story left group each >x picked"_s;
        QTest::newRow("out of a group, down")
            << u"left"_s << 1 << u"one: two: role years story group left each >x picked"_s;
        QTest::newRow("first of all") << u"role"_s << -1 << all;
        QTest::newRow("last of all") << u"picked"_s << 1 << all;
        QTest::newRow("no such question") << u"nobody"_s << 1 << all;
    }
    void moves()
    {
        QFETCH(QString, name);
        QFETCH(int, step);
        QFETCH(QString, expected);
        Protocol protocol = small();
        const bool moved = moveQuestion(protocol, name, step);
        QCOMPARE(names(protocol), expected);
        QCOMPARE(moved, protocol != small());
    }

    void movesOverSections()
    {
        Protocol protocol = small();
        QVERIFY(moveQuestion(protocol, u"story"_s, -1));
        QCOMPARE(protocol.sections[0].questions.last().name, u"story"_s);
        QVERIFY(moveQuestion(protocol, u"story"_s, 1));
        QCOMPARE(protocol, small());
        QVERIFY(moveSection(protocol, u"two"_s, -1));
        QCOMPARE(protocol.sections[0].key, u"two"_s);
        QVERIFY(!moveSection(protocol, u"two"_s, -1));
    }

    void movesIntoAGroup()
    {
        Protocol protocol = small();
        QVERIFY(!moveQuestionIntoGroup(protocol, u"role"_s));
        QVERIFY(!moveQuestionIntoGroup(protocol, u"years"_s));
        QVERIFY(moveQuestionIntoGroup(protocol, u"picked"_s));
        QCOMPARE(sectionOf(protocol, u"picked"_s), u"two"_s);
        QCOMPARE(findQuestion(protocol, u"each"_s)->children.last().name, u"picked"_s);
        QVERIFY(moveQuestion(protocol, u"picked"_s, 1));
        QCOMPARE(protocol, small());
    }

    void addsAndRemoves()
    {
        Protocol protocol = small();
        QCOMPARE(addQuestion(protocol, u"one"_s, QuestionType::Text), u"text"_s);
        QCOMPARE(addQuestionAfter(protocol, u"role"_s, QuestionType::Text), u"text-2"_s);
        QCOMPARE(protocol.sections[0].questions[1].name, u"text-2"_s);
        QCOMPARE(addQuestionInto(protocol, u"group"_s, QuestionType::Scale), u"scale"_s);
        QCOMPARE(addQuestion(protocol, u"none"_s, QuestionType::Text), QString());
        for (const QString &name : {u"text"_s, u"text-2"_s, u"scale"_s, u"nobody"_s})
            removeQuestion(protocol, name);
        QCOMPARE(protocol, small());
        const QString key = addSection(protocol, u"one"_s, u"Größe & Ort"_s);
        QCOMPARE(key, u"gro-e-ort"_s);
        QCOMPARE(protocol.sections[1].key, key);
        removeSection(protocol, key);
        QCOMPARE(protocol, small());
    }

    void makesNames_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        QTest::newRow("words") << u"How old is it?"_s << u"how-old-is-it"_s;
        QTest::newRow("accents") << u"Où étiez-vous ?"_s << u"ou-etiez-vous"_s;
        QTest::newRow("digits first") << u"3 things"_s << u"things"_s;
        QTest::newRow("nothing left") << u"何？"_s << QString();
        QTest::newRow("long") << u"what would you have needed to know before that"_s
                              << u"what-would-you-have-needed-to"_s;
    }
    void makesNames()
    {
        QFETCH(QString, text);
        QTEST(nameFromText(text), "name");
    }

    void countsTranslations()
    {
        Protocol protocol = small();
        // Two titles of sections, the protocol's, nine labels, of two choices, one message.
        const int all = missingTranslations(protocol, u"de"_s);
        QCOMPARE(missingTranslations(protocol, u"en"_s), 0);
        QCOMPARE(missingTranslations(*findQuestion(protocol, u"role"_s), protocol, u"de"_s), 3);
        findQuestion(protocol, u"role"_s)->label.byLanguage.insert(u"de"_s, u"Rolle?"_s);
        QCOMPARE(missingTranslations(protocol, u"de"_s), all - 1);
        removeLanguage(protocol, u"de"_s);
        QVERIFY(!findQuestion(protocol, u"role"_s)->label.byLanguage.contains(u"de"_s));
        removeLanguage(protocol, u"en"_s);
        QCOMPARE(protocol.languages, QStringList{u"en"_s});
    }

    void aDuplicateIsAProtocolOfItsOwn()
    {
        const Protocol built = builtInProtocol(u"mismatch-elicitation-60"_s);
        const Protocol copy = duplicateOf(built, u"mine"_s, u"Mine"_s);
        QCOMPARE(copy.id, 0);
        QCOMPARE(copy.key, u"mine"_s);
        QCOMPARE(copy.sections, built.sections);
        QVERIFY(checkProtocol(copy).isEmpty());
    }
};

QTEST_GUILESS_MAIN(ProtocolEditTest)
#include "test_protocol_edit.moc"
