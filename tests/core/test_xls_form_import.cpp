#include "core/exchange/Workbook.h"
#include "core/exchange/XlsForm.h"
#include "core/protocol/ProtocolIndex.h"
#include "core/protocol/ProtocolJson.h"

#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {

/// A form with these rows below the header of "survey"; with lists and settings that every form may use.
QByteArray form(const QByteArray &rows, const QByteArray &more = {})
{
    return "| survey |\n" // line 1
           "| | type | name | label | relevant | constraint | constraint_message | calculation | "
           "choice_filter | default | required | parameters | repeat_count | hint |\n" +
           rows +
           "| choices |\n"
           "| | list_name | name | label | state |\n"
           "| | yn | 1 | Yes |\n| | yn | 2 | No |\n"
           "| | towns | a | A-town | tx |\n| | towns | b | B-town | ca |\n| | towns | c | C-town | tx |\n"
           "| | states | tx | Texas |\n| | states | ca | California |\n" +
           more +
           "| settings |\n| | form_title | form_id | version | default_language |\n"
           "| | My form | my-form | 3 | English (en) |\n";
}

QStringList lines(const ImportedProtocol &imported, ImportSeverity severity)
{
    QStringList result;
    for (const ImportProblem &problem : imported.problems) {
        if (problem.severity == severity)
            result.append(problem.place.text() + u": "_s + problem.what);
    }
    return result;
}

Question only(const ImportedProtocol &imported, const QString &name)
{
    const ProtocolIndex index(imported.protocol);
    const Question *question = index.question(name);
    return question ? *question : Question();
}

} // namespace

class XlsFormImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAForm()
    {
        const ImportedProtocol imported =
            importXlsForm(form("| | begin group | intro | Hello |\n"
                               "| | note | hi | Welcome |\n"
                               "| | integer | age | How old? | | . > 0 | More than 0. |\n"
                               "| | end group |\n"
                               "| | select_one yn | sure | Sure? | ${age} >= 18 |\n"
                               "| | range | much | How much? | | | | | | | yes | start=0 end=5 step=1 |\n"
                               "| | begin_repeat | kids | Kids | | | | | | | | | ${age} |\n"
                               "| | text | kid | Name |\n"
                               "| | end_repeat |\n"
                               "| | rank towns | order | Which first? |\n"
                               "| | calculate | twice | | | | | ${age} * 2 |\n"
                               "| | acknowledge | ok | Done | ${kids} != '' |\n"));
        QCOMPARE(lines(imported, ImportSeverity::Error), QStringList());
        QCOMPARE(lines(imported, ImportSeverity::Warning).size(), 1); // the column "state" that nothing uses
        const Protocol &protocol = imported.protocol;
        QCOMPARE(protocol.key, u"my-form"_s);
        QCOMPARE(protocol.title.byLanguage, (QMap<QString, QString>{{u"en"_s, u"My form"_s}}));
        QCOMPARE(protocol.version, u"3"_s);
        QCOMPARE(protocol.sections.size(), 2);
        QCOMPARE(protocol.sections[0].key, u"intro"_s);
        QCOMPARE(protocol.sections[1].key, u"questions"_s);
        QCOMPARE(only(imported, u"much"_s).type, QuestionType::Scale);
        QCOMPARE(only(imported, u"much"_s).maximum, 5);
        QVERIFY(only(imported, u"much"_s).required);
        QCOMPARE(only(imported, u"kids"_s).repeat.count.source(), u"${age}"_s);
        QCOMPARE(only(imported, u"ok"_s).relevance.source(), u"count(${kids}) > 0"_s);
        QCOMPARE(only(imported, u"order"_s).choices.fixed.size(), 3);
        QCOMPARE(only(imported, u"sure"_s).choices.fixed[1].key, u"2"_s);
    }

    void translatesExpressions_data()
    {
        QTest::addColumn<QString>("xpath");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *xpath, const char *expected) {
            QTest::newRow(xpath) << QString::fromUtf8(xpath) << QString::fromUtf8(expected);
        };
        row("${n} > 3", "${n} > 3");
        row("  ${n}>3 and  not(${t}='x') ", "${n}>3 and  not(${t}='x')");
        row("${t} != ''", "count(${t}) > 0");
        row("${n} = ''", "count(${n}) = 0");
        row("'' != ${s}", "count(${s}) > 0");
        row("${t} != 'x'", "not(${t} = 'x')");
        row("${s} = 1", "${s} = '1'");
        row("selected(${m}, 1)", "selected(${m}, '1')");
        row("${n} = '18'", "${n} = 18");
        row("${n} >= '18' or (${n} + 1) * 2 != 4", "${n} >= 18 or not((${n} + 1) * 2 = 4)");
        row("${ack} = 'OK'", "${ack}");
        row("${ack} != 'OK'", "not(${ack})");
        row("${d} > date('2026-01-31')", "${d} > ('2026-01-31')");
        row("${d} < ${today}", "${d} < today()");
        row("string(${n}) = '5'", "concat(${n}) = '5'");
        row("${t} = \u2018x\u2019", "${t} = 'x'");
        row("${_odd.name} = 'x'", "${q_odd-name} = 'x'");
        row("count-selected(${m}) > 1", "count-selected(${m}) > 1");
        row("if(${n} > 1, 'a', 'b') = 'a'", "if(${n} > 1, 'a', 'b') = 'a'");
        row("string-length(${t}) - 1 - (2 - 3) > 0", "string-length(${t}) - 1 - (2 - 3) > 0");
        row("regex(${n}, '[0-9]{2}')", "regex(concat(${n}), '[0-9]{2}')");
        row("string-length(${n} + 1) = 2", "string-length(concat(${n} + 1)) = 2");
        row("starts-with(${s}, '1')", "starts-with(${s}, '1')");
        row("jr:choice-name( ${s}, '${s}' ) = '1'", "${s} = '1'");
        row("jr:choice-name(if(${n} > 1, ${s}, '2'), '${s}') = '1'", "(if(${n} > 1, ${s}, '2')) = '1'");
    }

    void translatesExpressions()
    {
        QFETCH(QString, xpath);
        QFETCH(QString, expected);
        const ImportedProtocol imported = importXlsForm(form("| | today | today |\n"
                                                             "| | integer | n | N |\n"
                                                             "| | text | t | T |\n"
                                                             "| | date | d | D |\n"
                                                             "| | text | _odd.name | O |\n"
                                                             "| | acknowledge | ack | A |\n"
                                                             "| | select_one yn | s | S |\n"
                                                             "| | select_multiple yn | m | M |\n"
                                                             "| | text | q | Q | " +
                                                             xpath.toUtf8() + " |\n"));
        QCOMPARE(lines(imported, ImportSeverity::Error), QStringList());
        QCOMPARE(only(imported, u"q"_s).relevance.source(), expected);
    }

    void choicesThatDependOnColumns()
    {
        const ImportedProtocol imported =
            importXlsForm(form("| | select_one states | state | State? |\n"
                               "| | select_one towns | town | Town? | | | | | state = ${state} |\n"));
        QCOMPARE(lines(imported, ImportSeverity::Error), QStringList());
        QCOMPARE(lines(imported, ImportSeverity::Warning), QStringList());
        QCOMPARE(only(imported, u"town"_s).choices.filter.source(),
                 u"if(${choice.key} = 'a' or ${choice.key} = 'c', 'tx', if(${choice.key} = 'b', 'ca', '')) = "
                 "${state}"_s);
    }

    void oneErrorHidesNoOtherOfItsRow()
    {
        const ImportedProtocol imported = importXlsForm(form("| | integer | q | | ${nobody} = 1 | . > |\n"));
        const QStringList found = lines(imported, ImportSeverity::Error);
        QCOMPARE(found.size(), 3);
        for (const QString &column : {u"(label)"_s, u"(relevant)"_s, u"(constraint)"_s})
            QVERIFY2(std::any_of(found.begin(), found.end(),
                                 [&column](const QString &line) { return line.contains(column); }),
                     qPrintable(column + u" is not in "_s + found.join(u'\n')));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("what"); // a part of it
        QTest::addColumn<bool>("error");
        const auto error = [](const char *rows, const char *place, const char *what) {
            QTest::newRow(rows) << QByteArray(rows) << QString::fromUtf8(place) << QString::fromUtf8(what)
                                << true;
        };
        const auto warning = [](const char *rows, const char *place, const char *what) {
            QTest::newRow(rows) << QByteArray(rows) << QString::fromUtf8(place) << QString::fromUtf8(what)
                                << false;
        };
        error("| | essay | q | Q |\n", "survey, row 3, column B (type)", "There is no type “essay”");
        error("\n| | text | | Q |\n", "survey, row 4, column C (name)", "has no name");
        error("| | | q | Q |\n", "survey, row 3, column B (type)", "has no type");
        error("| | text | q |\n", "survey, row 3, column D (label)", "The label is missing");
        error("| | select_one none | q | Q |\n", "survey, row 3, column B (type)", "no list “none”");
        error("| | text | q | Q | ${nobody} = 1 |\n", "survey, row 3, column E (relevant)", "does not exist");
        error("| | text | q | Q | ${q} = 'a' |\n", "survey, row 3, column E (relevant)", "a circle");
        error("| | text | q | Q | pulldata('a', 'b') = 1 |\n", "survey, row 3, column E (relevant)",
              "The function “pulldata()”");
        error("| | text | q | Q | ../other = 1 |\n", "survey, row 3, column E (relevant)", "Paths");
        error("| | text | q | Q | yes = 1 |\n", "survey, row 3, column E (relevant)", "“yes” has no meaning");
        error("| | text | q | Q | (1 = 1 |\n", "survey, row 3, column E (relevant)", "is missing here");
        error("| | integer | q | Q | | . > |\n", "survey, row 3, column F (constraint)",
              "a value is missing");
        error("| | calculate | q |\n", "survey, row 3, column B (type)", "There is no calculation");
        error("| | text | q | Q |\n| | text | q | Q |\n", "survey, row 4, column C (name)", "Two questions");
        error("| | begin group | g | G |\n| | text | q | Q |\n", "survey, row 3, column B (type)",
              "has no end");
        error("| | text | q | Q |\n| | end repeat |\n", "survey, row 4, column B (type)",
              "Nothing that ends");
        error("| | begin group | g | G |\n| | end group |\n", "survey, row 3, column B (type)",
              "has no questions");
        error("| | select_one towns | q | Q | | | | | country = 'x' |\n",
              "survey, row 3, column I (choice_filter)", "no column “country”");
        error("| | date | q | Q | | | | | | 'x |\n", "survey, row 3, column J (default)", "");

        warning("| | geopoint | q | Q |\n", "survey, row 3, column B (type)", "became a text");
        warning("| | image | q | Q |\n", "survey, row 3, column B (type)", "became a text");
        warning("| | text | q | Q |\n| | deviceid | dev |\n", "survey, row 4, column B (type)",
                "is left out");
        warning("| | select_one yn or_other | q | Q |\n", "survey, row 3, column B (type)", "or_other");
        warning("| | integer | q | Q | | . > 1 |\n", "survey, row 3, column F (constraint)", "no message");
        warning("| | text | q | Q | | | | | | | ${x} = 1 |\n", "survey, row 3, column K (required)",
                "counts as “no”");
        warning("| | range | q | Q | | | | | | | | start=0 end=1 step=0.5 |\n",
                "survey, row 3, column L (parameters)", "became a number");
        warning("| | text | 1st | Q |\n", "survey, row 3, column C (name)", "became “q-1st”");
        warning("| | begin group | g |\n| | text | q | Q |\n| | end group |\n",
                "survey, row 3, column D (label)", "has no label");
        warning("| | note | q | Q | | | | | | | yes |\n", "survey, row 3, column K (required)",
                "is left out");
    }

    void saysWhatIsWrong()
    {
        QFETCH(QByteArray, rows);
        QFETCH(QString, place);
        QFETCH(QString, what);
        QFETCH(bool, error);
        const ImportedProtocol imported = importXlsForm(form(rows));
        QStringList found = lines(imported, error ? ImportSeverity::Error : ImportSeverity::Warning);
        if (!error) {
            QCOMPARE(lines(imported, ImportSeverity::Error), QStringList());
            QVERIFY(imported.isUsable());
            found.removeIf([](const QString &line) { return line.startsWith("choices"_L1); });
        } else {
            QVERIFY(!imported.isUsable());
        }
        QVERIFY2(found.size() == 1, qPrintable(u'\n' + found.join(u'\n')));
        QVERIFY2(found.first().startsWith(place + u':') && found.first().contains(what),
                 qPrintable(found.first()));
    }

    void choicesThatAreWrong()
    {
        const ImportedProtocol imported =
            importXlsForm(form("| | select_one pets | q | Q |\n", "| | pets | a dog | Dog |\n"
                                                                  "| | pets | cat | Cat |\n"
                                                                  "| | pets | cat | Cats |\n"
                                                                  "| | | cow | Cow |\n"
                                                                  "| | pets | bird |\n"));
        QCOMPARE(
            lines(imported, ImportSeverity::Error),
            QStringList({u"choices, row 13, column C (name): “a dog” is no name for a choice."_s,
                         u"choices, row 15, column C (name): The choice “cat” is twice in the list “pets”."_s,
                         u"choices, row 16, column B (list_name): The choice belongs to no list."_s}));
        QVERIFY(
            lines(imported, ImportSeverity::Warning)
                .contains(u"choices, row 17, column D (label): The choice “bird” has no label; its name is "
                          "shown."_s));
    }

    void everythingAtOnce()
    {
        const ImportedProtocol imported = importXlsForm(form("| | essay | a | A |\n"
                                                             "| | text | b |\n"
                                                             "| | text | c | C | ${e} = 1 |\n"
                                                             "| | text | d | D | foo() |\n"));
        QStringList places;
        for (const ImportProblem &problem : imported.problems) {
            QVERIFY(!problem.what.isEmpty() && !problem.mend.isEmpty());
            if (problem.severity == ImportSeverity::Error)
                places.append(problem.place.text());
        }
        QCOMPARE(
            places,
            QStringList({u"survey, row 3, column B (type)"_s, u"survey, row 4, column D (label)"_s,
                         u"survey, row 5, column E (relevant)"_s, u"survey, row 6, column E (relevant)"_s}));
    }

    void aConstraintOfANumberMayBeAPattern()
    {
        const ImportedProtocol imported =
            importXlsForm(form("| | integer | q | Q | | regex(., '^[0-9]{2}$') | Two digits. |\n"));
        QCOMPARE(lines(imported, ImportSeverity::Error), QStringList());
        QCOMPARE(only(imported, u"q"_s).constraint.source(), u"regex(concat(.), '^[0-9]{2}$')"_s);
    }

    void theNameOfAChoiceStandsForItsLabel()
    {
        const ImportedProtocol imported =
            importXlsForm(form("| | select_one yn | s | S |\n"
                               "| | calculate | c | | | | | jr:choice-name(${s}, '${s}') |\n"));
        QCOMPARE(lines(imported, ImportSeverity::Error), QStringList());
        QCOMPARE(only(imported, u"c"_s).calculation.source(), u"${s}"_s);
        QVERIFY(
            lines(imported, ImportSeverity::Warning)
                .contains(
                    u"survey, row 4, column H (calculation): jr:choice-name() gives the name of the choice "
                    "here, not its label."_s));
    }

    void oneErrorMakesNoOther()
    {
        const ImportedProtocol calculation =
            importXlsForm(form("| | text | t | T |\n"
                               "| | calculate | c | | | | | pulldata('a', ${t}) |\n"
                               "| | note | q | Q | ${c} > 3 |\n"));
        QCOMPARE(
            lines(calculation, ImportSeverity::Error),
            QStringList{
                u"survey, row 4, column H (calculation): The function “pulldata()” is not known here."_s});
        const ImportedProtocol constraint =
            importXlsForm(form("| | text | q | Q | | pulldata('a', .) | Wrong. |\n"));
        QCOMPARE(lines(constraint, ImportSeverity::Error).size(), 1);
        QVERIFY(!lines(constraint, ImportSeverity::Warning).join(u' ').contains(u"message is left out"_s));
    }

    /// Other programs go to and fro; an interview goes on.
    void whatRefersFurtherDownMoves()
    {
        const ImportedProtocol imported =
            importXlsForm(form("| | begin group | first | First |\n"
                               "| | begin group | inner | Inner | ${a} = 'x' |\n"
                               "| | calculate | total | | | | | sum(${price}) |\n"
                               "| | end group |\n"
                               "| | text | a | A |\n"
                               "| | begin repeat | things | Things |\n"
                               "| | integer | price | Price |\n"
                               "| | end repeat |\n"
                               "| | text | b | About ${c} | ${c} = 'x' |\n"
                               "| | text | c | C |\n"
                               "| | text | d | D | ${later} = 'x' |\n"
                               "| | calculate | e | | | | | concat(${later}, '!') |\n"
                               "| | end group |\n"
                               "| | begin group | second | Second |\n"
                               "| | text | later | Later |\n"
                               "| | note | said | ${e} ${total} |\n"
                               "| | end group |\n"));
        QCOMPARE(lines(imported, ImportSeverity::Error), QStringList());
        QVERIFY(imported.isUsable());
        QStringList names;
        const ProtocolIndex index(imported.protocol);
        for (const IndexedQuestion &each : index.questions())
            names.append(each.question->name);
        QCOMPARE(names, QStringList({u"a"_s, u"things"_s, u"price"_s, u"total"_s, u"c"_s, u"b"_s, u"d"_s,
                                     u"later"_s, u"e"_s, u"said"_s}));
        // A calculation takes along when the group was asked that it has left.
        QCOMPARE(only(imported, u"total"_s).relevance.source(), u"${a} = 'x'"_s);
        QCOMPARE(only(imported, u"b"_s).relevance.source(), u"${c} = 'x'"_s);
        QCOMPARE(only(imported, u"b"_s).label.byLanguage.value(u"en"_s), u"About ${c}"_s);
        QVERIFY(only(imported, u"d"_s).relevance.isEmpty()); // another section's
        const QStringList warnings = lines(imported, ImportSeverity::Warning);
        for (
            const QString &each :
            {u"survey, row 11, column E (relevant): “b” comes after “c” now, on which it depends."_s,
             u"survey, row 13, column E (relevant): “later” is asked only later: the question is always asked."_s,
             u"survey, row 5, column H (calculation): “total” comes after “price” now, on which it depends."_s,
             u"survey, row 14, column H (calculation): “e” comes after “later” now, on which it depends."_s})
            QVERIFY2(warnings.contains(each), qPrintable(each + u"\nis not in\n"_s + warnings.join(u'\n')));
    }

    void whatCannotMoveIsLeftOut()
    {
        const ImportedProtocol imported =
            importXlsForm(form("| | begin repeat | things | Things |\n"
                               "| | integer | n | N of ${end} | | . < ${end} | Too much. |\n"
                               "| | calculate | rest | | | | | ${end} - ${n} |\n"
                               "| | end repeat |\n"
                               "| | integer | kind | K |\n"
                               "| | begin group | other | Other |\n"
                               "| | integer | end | E | count(${things}) > 1 |\n"
                               "| | end group |\n"));
        QCOMPARE(lines(imported, ImportSeverity::Error), QStringList());
        QVERIFY(only(imported, u"n"_s).constraint.isEmpty());
        QCOMPARE(only(imported, u"n"_s).label.byLanguage.value(u"en"_s), u"N of …"_s);
        QVERIFY(only(imported, u"rest"_s).calculation.isValid());
        QVERIFY(only(imported, u"rest"_s).calculation.references().isEmpty());
    }

    void columnsThatNobodyTranslatedAreInTheLanguageOfTheOthers()
    {
        const ImportedProtocol imported = importXlsForm(
            "survey\n"
            ",type,name,label::English (en),guidance_hint,constraint,constraint_message,label::French (fr)\n"
            ",integer,q,How much?,Take your time.,. > 0,More!,Combien ?\n"
            ",select_one yn,s,Sure?,,,,Certain ?\n"
            "choices\n,list_name,name,label::English (en)\n,yn,y,Yes\n,yn,n,No\n"
            "settings\n,form_title\n,T\n");
        QCOMPARE(lines(imported, ImportSeverity::Error), QStringList());
        QCOMPARE(imported.protocol.languages, QStringList({u"en"_s, u"fr"_s}));
        QCOMPARE(only(imported, u"q"_s).guidance.byLanguage,
                 (QMap<QString, QString>{{u"en"_s, u"Take your time."_s}}));
        QCOMPARE(only(imported, u"q"_s).constraintMessage.byLanguage,
                 (QMap<QString, QString>{{u"en"_s, u"More!"_s}}));
        QCOMPARE(lines(imported, ImportSeverity::Warning),
                 QStringList{u"settings, row 10: Some columns name no language; “en” is assumed."_s});
    }

    void aLabelWithoutALanguageIsInOneOfItsOwn()
    {
        const ImportedProtocol imported = importXlsForm("survey\n,type,name,label,label::French (fr)\n"
                                                        ",text,q,Hello,Bonjour\n");
        QCOMPARE(lines(imported, ImportSeverity::Error), QStringList());
        QCOMPARE(imported.protocol.languages, QStringList({u"en"_s, u"fr"_s}));
        QCOMPARE(only(imported, u"q"_s).label.byLanguage.value(u"en"_s), u"Hello"_s);
    }

    void plainRowsAreTheSurvey()
    {
        const ImportedProtocol imported =
            importXlsForm("type,name,label,hint\ntext,a,\"Hello, you\",\n,,,\ninteger,b,How many?,Count.\n");
        QCOMPARE(lines(imported, ImportSeverity::Error), QStringList());
        QCOMPARE(only(imported, u"a"_s).label.byLanguage.value(u"en"_s), u"Hello, you"_s);
        QCOMPARE(only(imported, u"b"_s).type, QuestionType::Integer);
        QCOMPARE(lines(importXlsForm("name;type;label\na;essay;A\n"), ImportSeverity::Error),
                 QStringList{u"survey, row 2, column B (type): There is no type “essay”."_s});
        QCOMPARE(lines(importXlsForm("| type | name | label |\n|---|---|---|\n| text | a | A |\n"),
                       ImportSeverity::Error),
                 QStringList());
    }

    void languages()
    {
        const ImportedProtocol imported =
            importXlsForm("survey,,,,,\n"
                          ",type,name,label::English (en),label::fr,hint:Deutsch\n"
                          ",text,q,Hello,Bonjour,Hallo\n"
                          "settings,,,,,\n"
                          ",default_language,,,,\n"
                          ",French,,,,\n");
        QCOMPARE(imported.protocol.languages, QStringList({u"fr"_s, u"en"_s, u"de"_s}));
        QCOMPARE(only(imported, u"q"_s).label.byLanguage,
                 (QMap<QString, QString>{{u"en"_s, u"Hello"_s}, {u"fr"_s, u"Bonjour"_s}}));
        QCOMPARE(only(imported, u"q"_s).hint.byLanguage, (QMap<QString, QString>{{u"de"_s, u"Hallo"_s}}));
        // The hint is not in the form's own language.
        QCOMPARE(lines(imported, ImportSeverity::Error).size(), 1);
        QVERIFY(lines(imported, ImportSeverity::Error)
                    .first()
                    .startsWith(u"survey, row 3, column F (hint:Deutsch)"_s));
    }

    void rowsOfCsvAreCountedAsASpreadsheetDoes()
    {
        const ImportedProtocol imported =
            importXlsForm("survey\n;type;name;label\n\n;text;a;\"A\nB\"\n\n;essay;b;B\n");
        QCOMPARE(lines(imported, ImportSeverity::Error),
                 QStringList{u"survey, row 6, column B (type): There is no type “essay”."_s});
    }

    void whatIsNoForm_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("words") << QByteArray("hello");
        QTest::newRow("an open quote") << QByteArray("survey\n,type,name\n,\"text");
        QTest::newRow("another table") << QByteArray("a,b,c\n1,2,3\n");
        QTest::newRow("a zip that is none") << QByteArray("PK\3\4hello");
        QTest::newRow("an old .xls") << QByteArray("\xd0\xcf\x11\xe0hello");
        QTest::newRow("zeros") << QByteArray(5000, '\0');
        QTest::newRow("no columns") << QByteArray("survey\n");
        QTest::newRow("only a header") << QByteArray("survey\n,type,name,label\n");
    }

    void whatIsNoForm()
    {
        QFETCH(QByteArray, bytes);
        const ImportedProtocol imported = importXlsForm(bytes);
        QVERIFY(!imported.isUsable());
        for (const ImportProblem &problem : imported.problems)
            QVERIFY(!problem.what.isEmpty() && !problem.mend.isEmpty());
    }

    void groupsBeyondMeasure()
    {
        QByteArray rows;
        for (int i = 0; i < 5000; ++i)
            rows += "| | begin group | g" + QByteArray::number(i) + " | G |\n";
        const ImportedProtocol imported = importXlsForm(form(rows + "| | text | q | Q |\n"));
        QVERIFY(!imported.isUsable());
    }

    /// What this program wrote beside XLSForm's columns holds only while those are as it wrote them.
    void anEditedExpressionWins()
    {
        const auto with = [](const QByteArray &relevant) {
            return "survey\n,type,name,label,relevant,seamfinder_relevant\n,begin_group,s,S,,\n,integer,n,N,,"
                   "\n"
                   ",text,q,Q," +
                   relevant +
                   ",position() > ${n}\n,end_group,,,,\nsettings\n,form_title,form_id,seamfinder_format,"
                   "seamfinder_languages\n,T,k,seamfinder-xlsform/1,en\n";
        };
        const ImportedProtocol same = importXlsForm(with("position(..) > ${n}"));
        QCOMPARE(only(same, u"q"_s).relevance.source(), u"position() > ${n}"_s);
        QCOMPARE(same.problems.size(), 0);
        const ImportedProtocol edited = importXlsForm(with("${n} > 1"));
        QCOMPARE(only(edited, u"q"_s).relevance.source(), u"${n} > 1"_s);
        QCOMPARE(edited.problems.size(), 1);
        QCOMPARE(edited.problems.first().severity, ImportSeverity::Warning);
    }
};

QTEST_GUILESS_MAIN(XlsFormImportTest)
#include "test_xls_form_import.moc"
