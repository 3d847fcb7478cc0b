#include "core/exchange/Workbook.h"
#include "core/exchange/XlsForm.h"
#include "core/protocol/ProtocolIndex.h"

#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {

constexpr auto header =
    "| survey |\n" // line 1
    "| | type | name | label | relevant | constraint | constraint_message | calculation | "
    "choice_filter | default | required | repeat_count | disabled |\n";

QStringList errors(const ImportedProtocol &imported)
{
    QStringList result;
    for (const ImportProblem &problem : imported.problems) {
        if (problem.severity == ImportSeverity::Error)
            result.append(problem.place.text() + u": "_s + problem.what);
    }
    return result;
}

QStringList errors(const QByteArray &rows)
{
    return errors(importXlsForm(header + rows));
}

QString refersTo(const QString &place, const QString &column, const QString &name)
{
    return u"%1: “%2” refers to “${%3}”, which does not exist."_s.arg(place, column, name);
}

/// Errors of all three sheets, several of them in one row, and rows that refer to broken ones.
QByteArray brokenForm()
{
    return header + QByteArray("| | essay | a | A of ${nobody} | ${no-one} = 1 |\n"            // line 3
                               "| | text | | Nameless | ${nowhere} = 1 |\n"                    // 4
                               "| | text | b |\n"                                              // 5
                               "| | select_one none | c | C | ${a} > 3 and ${never} = 1 |\n"   // 6
                               "| | select_one pets | d | D | ${c} = 'x' |\n"                  // 7
                               "| | integer | e | E of ${d} | | . > |\n"                       // 8
                               "| | calculate | f | | | | | pulldata('x', ${elsewhere}) |\n"   // 9
                               "| | text | b | Twice | ${d} = 'cat' and ${f} > 3 |\n"          // 10
                               "| | | g | Typeless | ${nil} = 1 |\n"                           // 11
                               "| | text | h | H of ${g} and ${E} | ${g} > 3 |\n"              // 12
                               "| | deviceid | dev |\n"                                        // 13
                               "| | text | i | I | ${dev} = 'x' |\n"                           // 14
                               "| | text | off | Off | | | | | | | | | yes |\n"                // 15
                               "| | text | j | J of ${off} |\n"                                // 16
                               "| | end repeat |\n"                                            // 17
                               "| | begin group | k | K |\n"                                   // 18
                               "| | text | l | L | | pulldata('y', .) | Not ${none-such}. |\n" // 19
                               "| | date | m | M | ${k} = 1 | | | | | ${when} |\n"             // 20
                               "| choices |\n"                                                 // 21
                               "| | list_name | name | label |\n"                              // 22
                               "| | pets | a dog | Dog |\n"                                    // 23
                               "| | pets | cat | Cat of ${whom} |\n"                           // 24
                               "| | pets | cat | Cats |\n"                                     // 25
                               "| | | cow | Cow |\n"                                           // 26
                               "| | pets | | Nothing |\n"                                      // 27
                               "| settings |\n"                                                // 28
                               "| | form_title | version | version |\n"                        // 29
                               "| | Of ${what} | 1 | 2 |\n");                                  // 30
}

} // namespace

/// Whatever is wrong with a form is said at once, each thing where it stands and once, and nothing else.
class XlsFormErrorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allAtOnce_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("what"); // a part of it
        const auto row = [](const char *place, const char *what) {
            QTest::addRow("%s: %s", place, what) << QString::fromUtf8(place) << QString::fromUtf8(what);
        };
        row("survey, row 3, column B (type)", "no type “essay”");
        row("survey, row 3, column D (label)", "“${nobody}”, which does not exist");
        row("survey, row 3, column E (relevant)", "“${no-one}”, which does not exist");
        row("survey, row 4, column C (name)", "has no name");
        row("survey, row 4, column E (relevant)", "“${nowhere}”, which does not exist");
        row("survey, row 5, column D (label)", "is missing");
        row("survey, row 6, column B (type)", "no list “none”");
        row("survey, row 6, column E (relevant)", "“${never}”, which does not exist");
        row("survey, row 8, column F (constraint)", "a value is missing");
        row("survey, row 9, column H (calculation)", "“pulldata()”");
        row("survey, row 9, column H (calculation)", "“${elsewhere}”, which does not exist");
        row("survey, row 10, column C (name)", "Two questions have the name “b”");
        row("survey, row 11, column B (type)", "has no type");
        row("survey, row 11, column E (relevant)", "“${nil}”, which does not exist");
        row("survey, row 12, column D (label)", "“${E}”, which does not exist");
        row("survey, row 14, column E (relevant)", "“${dev}”, which is left out");
        row("survey, row 16, column D (label)", "“${off}”, whose row is disabled");
        row("survey, row 17, column B (type)", "Nothing that ends");
        row("survey, row 18, column B (type)", "has no end");
        row("survey, row 19, column F (constraint)", "“pulldata()”");
        row("survey, row 19, column G (constraint_message)", "“${none-such}”, which does not exist");
        row("survey, row 20, column E (relevant)", "“${k}”, a group, which has no answer");
        row("survey, row 20, column J (default)", "“${when}”, which does not exist");
        row("choices, row 23, column C (name)", "“a dog” is no name");
        row("choices, row 24, column D (label)", "“${whom}”, which does not exist");
        row("choices, row 25, column C (name)", "is twice in the list “pets”");
        row("choices, row 26, column B (list_name)", "belongs to no list");
        row("choices, row 27, column C (name)", "has no name");
        row("settings, row 29, column C (version)", "Two columns have the header “version”");
        row("settings, row 30, column B (form_title)", "“${what}”, which does not exist");
    }

    void allAtOnce()
    {
        QFETCH(QString, place);
        QFETCH(QString, what);
        const QStringList found = errors(importXlsForm(brokenForm()));
        const auto times = std::count_if(found.begin(), found.end(), [&](const QString &line) {
            return line.startsWith(place + u':') && line.contains(what);
        });
        QVERIFY2(times == 1, qPrintable(u"%1 times in\n"_s.arg(times) + found.join(u'\n')));
    }

    void andNothingElse()
    {
        const ImportedProtocol imported = importXlsForm(brokenForm());
        const QStringList found = errors(imported);
        QVERIFY2(found.size() == 30, qPrintable(u'\n' + found.join(u'\n')));
        for (const ImportProblem &problem : imported.problems)
            QVERIFY(!problem.what.isEmpty() && !problem.mend.isEmpty());
    }

    void aNameInAnotherCaseIsOffered()
    {
        const ImportedProtocol imported =
            importXlsForm(header + QByteArray("| | text | Age | A |\n| | text | b | B | ${age} = 'x' |\n"));
        QCOMPARE(errors(imported),
                 QStringList{refersTo(u"survey, row 4, column E (relevant)"_s, u"relevant"_s, u"age"_s)});
        QVERIFY(std::any_of(imported.problems.begin(), imported.problems.end(),
                            [](const ImportProblem &each) { return each.mend.contains(u"“${Age}”"_s); }));
    }

    /// Whatever is wrong with a row, its name exists, and no type is held against who refers to it.
    void aBrokenRowExists_data()
    {
        QTest::addColumn<QByteArray>("broken");
        for (const char *each :
             {"| | essay | x | X |\n", "| | | x | X |\n", "| | text | x |\n",
              "| | select_one none | x | X |\n", "| | select_multiple none or_other | x | X |\n",
              "| | integer | x | X | foo() |\n", "| | calculate | x |\n",
              "| | calculate | x | | | | | 1 + |\n", "| | text | x | X |\n| | text | x | X |\n"})
            QTest::newRow(each) << QByteArray(each);
    }

    void aBrokenRowExists()
    {
        QFETCH(QByteArray, broken);
        const QStringList alone = errors(broken);
        QCOMPARE(alone.size(), 1);
        const QStringList found = errors(broken + "| | text | y | Y of ${x} |\n"
                                                  "| | text | z | Z | count(${x}) > 0 or ${nobody} = 1 |\n");
        QVERIFY2(found.size() == 2, qPrintable(u'\n' + found.join(u'\n')));
        QCOMPARE(found.first(), alone.first());
        QVERIFY2(found.last().contains(u"“${nobody}”"_s), qPrintable(found.last()));
    }

    void theKeysOfABrokenListAreNotHeldAgainstAnybody()
    {
        const QByteArray rows =
            "| | select_one pets | x | X |\n| | select_one pets | y | Y | ${x} = 'cow' |\n"
            "| choices |\n| | list_name | name | label |\n";
        QCOMPARE(errors(rows + "| | pets | cat | Cat |\n| | pets | cat | Cats |\n").size(), 1);
        // Where the list is sound, they are.
        QCOMPARE(errors(rows + "| | pets | cat | Cat |\n| | pets | dog | Dog |\n").size(), 1);
        QVERIFY(errors(rows + "| | pets | cat | Cat |\n").first().startsWith(u"survey, row 4"_s));
    }

    void aListThatIsMissingIsSaidOfEachQuestion()
    {
        QCOMPARE(errors("| | select_one no | x | X | | | | | kind = 'a' |\n"
                        "| | select_one no | y | Y | | | | | kind = 'a' |\n"
                        "| choices |\n| | list_name | name | label | kind |\n| | yes | a | A | a |\n"),
                 QStringList({u"survey, row 3, column B (type): There is no list “no”."_s,
                              u"survey, row 4, column B (type): There is no list “no”."_s}));
    }

    /// A column that is missing is not said of each row.
    void columnsThatAreMissing_data()
    {
        QTest::addColumn<QByteArray>("form");
        QTest::addColumn<QString>("error");
        QTest::newRow("type") << QByteArray("| survey |\n| | name | label |\n| | a | A |\n| | b | B |\n")
                              << u"survey, row 2: The sheet has no column “type”."_s;
        QTest::newRow("name") << QByteArray(
                                     "| survey |\n| | type | label |\n| | text | A |\n| | text | B |\n")
                              << u"survey, row 2: The sheet has no column “name”."_s;
        QTest::newRow("label") << QByteArray(
                                      "| survey |\n| | type | name |\n| | text | a |\n| | text | b |\n")
                               << u"survey, row 2: The sheet has no column “label”."_s;
        const QByteArray select = "| survey |\n| | type | name | label |\n| | select_one l | a | A |\n"
                                  "| | select_one l | b | B |\n| choices |\n";
        QTest::newRow("list_name") << QByteArray(select + "| | name | label |\n| | x | X |\n| | y | Y |\n")
                                   << u"choices, row 6: The sheet has no column “list_name”."_s;
        QTest::newRow("name of choices")
            << QByteArray(select + "| | list_name | label |\n| | l | X |\n| | l | Y |\n")
            << u"choices, row 6: The sheet has no column “name”."_s;
    }

    void columnsThatAreMissing()
    {
        QFETCH(QByteArray, form);
        QFETCH(QString, error);
        QCOMPARE(errors(importXlsForm(form)), QStringList{error});
    }

    void labelsOfChoices()
    {
        const auto warnings = [](const QByteArray &choices) {
            QStringList result;
            const ImportedProtocol imported =
                importXlsForm("survey\n,type,name,label::English (en)\n,select_one l,a,A\nchoices\n" +
                              choices + "settings\n,default_language\n,English (en)\n");
            for (const ImportProblem &problem : imported.problems)
                result.append(problem.place.text() + u": "_s + problem.what);
            return result;
        };
        QCOMPARE(warnings(",list_name,name\n,l,x\n,l,y\n"),
                 QStringList{u"choices, row 5: The sheet has no column “label”; the names of the choices are "
                             "shown."_s});
        QCOMPARE(
            warnings(",list_name,name,label::French (fr),label::English (en)\n,l,x,X,X\n,l,y,Y,\n"),
            QStringList{u"choices, row 7, column E (label::English (en)): The choice “y” has no label in "
                        "the language “en”; its name is shown."_s});
    }

    void aWrongWordForAGroupMakesNoOtherError()
    {
        QCOMPARE(errors("| | begin grop | g | G |\n| | text | x | X |\n| | end group |\n"),
                 QStringList{u"survey, row 3, column B (type): There is no type “begin grop”."_s});
        QCOMPARE(errors("| | begin group | g | G |\n| | text | x | X |\n| | end grop |\n"),
                 QStringList{u"survey, row 5, column B (type): There is no type “end grop”."_s});
    }

    void groupsOfOneName()
    {
        QCOMPARE(
            errors("| | begin group | g | G |\n| | text | x | X |\n| | end group |\n"
                   "| | begin group | g | H |\n| | text | y | Y |\n| | end group |\n"
                   "| | text | z |\n"),
            QStringList({u"survey, row 6, column C (name): Two groups have the name “g”."_s,
                         u"survey, row 9, column D (label): The label is missing in the language “en”."_s}));
    }

    /// The column of the language, not the first one.
    void theColumnOfALanguage()
    {
        const ImportedProtocol imported =
            importXlsForm("survey\n,type,name,label::French (fr),label::English (en)\n"
                          ",text,a,Bonjour,\n,text,b,${rien},Hello\n"
                          "settings\n,default_language\n,English (en)\n");
        QCOMPARE(errors(imported),
                 QStringList(
                     {u"survey, row 3, column E (label::English (en)): The label is missing in the "
                      "language “en”."_s,
                      refersTo(u"survey, row 4, column D (label::French (fr))"_s, u"label"_s, u"rien"_s)}));
    }

    /// What a question has no use for is left out, and nothing is asked of it.
    void whatIsLeftOutRefersToNothing()
    {
        QCOMPARE(errors("| | note | x | X | | ${nobody} = 1 | | ${nobody} | ${nobody} = 1 | ${nobody} |\n"),
                 QStringList());
    }

    void aLargeForm()
    {
        QByteArray rows;
        for (int i = 1; i <= 5000; ++i)
            rows += "| | text | q" + QByteArray::number(i) + " | Number " + QByteArray::number(i) + " |" +
                    (i == 2500   ? " ${nobody} = 'x' |"
                     : i == 5000 ? " ${q1} = 'x' |"
                                 : "") +
                    "\n";
        const ImportedProtocol imported = importXlsForm(header + rows);
        QCOMPARE(errors(imported), QStringList{refersTo(u"survey, row 2502, column E (relevant)"_s,
                                                        u"relevant"_s, u"nobody"_s)});
        QCOMPARE(ProtocolIndex(imported.protocol).questions().size(), 5000);
    }

    /// Right to left, beyond the first plane of Unicode, composed of several signs: kept to the letter.
    void wordsOfAnyScript()
    {
        const QStringList words{u"ما اسمك؟ \u200fABC\u200e"_s, u"🌧️ 👩🏽‍🔧 und mehr"_s,
                                u"Zu\u0308rich, Z\u00fcrich"_s, u"ไม่รู้"_s, u"line\nbreak"_s};
        Sheet survey{u"survey"_s, 0, {{1, {u"type"_s, u"name"_s, u"label"_s, u"relevant"_s}}}};
        for (const QString &each : words)
            survey.rows.append({int(survey.rows.size()) + 1,
                                {u"text"_s, u"q%1"_s.arg(survey.rows.size()), each, QString()}});
        survey.rows.append({int(survey.rows.size()) + 1, {u"text"_s, u"âge"_s, u"Âge ?"_s, QString()}});
        survey.rows.append(
            {int(survey.rows.size()) + 1,
             {u"text"_s, u"last"_s, u"Of ${âge}"_s, u"${âge} = '👩🏽‍🔧' and ${q1} = 'نعم'"_s}});
        for (const QByteArray &bytes : {writeXlsx({{survey}}), writeCsvWorkbook({{survey}})}) {
            const ImportedProtocol imported = importXlsForm(bytes);
            QCOMPARE(errors(imported), QStringList());
            const ProtocolIndex index(imported.protocol);
            for (qsizetype i = 0; i < words.size(); ++i) {
                const Question *question = index.question(u"q%1"_s.arg(i + 1));
                QVERIFY(question);
                QCOMPARE(question->label.byLanguage.value(u"en"_s), words[i]);
            }
            const Question *last = index.question(u"last"_s);
            QVERIFY(last);
            QVERIFY(last->relevance.source().contains(u"'👩🏽‍🔧'"_s));
            for (const QString &name : last->relevance.references())
                QVERIFY2(index.question(name), qPrintable(name));
        }
    }
};

QTEST_GUILESS_MAIN(XlsFormErrorsTest)
#include "test_xls_form_errors.moc"
