#include "core/protocol/Expression.h"

#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {

/// The answers that all rows of the table see:
///   role = data-scientist (select one), tools = python r (select many), years = 7, title = "The 😀 pump"
///   day = 2026-03-01 (date), sure = true (acknowledge), empty, blank (white space) and open are unanswered
///   in a repeat: cost = 3, 4 and 5; kinds = {a b}, {c}
class Answers : public ExpressionContext
{
public:
    [[nodiscard]] Value value(const QString &name) const override
    {
        const QVector<Value> all = values(name);
        return all.size() == 1 ? all.first() : Value();
    }
    [[nodiscard]] QVector<Value> values(const QString &name) const override { return m_values.value(name); }
    [[nodiscard]] Value self() const override { return Value::number(5); }
    [[nodiscard]] int position() const override { return 2; }
    [[nodiscard]] QDateTime now() const override { return QDateTime(QDate(2026, 3, 2), QTime(9, 30)); }

private:
    const QHash<QString, QVector<Value>> m_values{
        {u"role"_s, {Value::keys({u"data-scientist"_s})}},
        {u"tools"_s, {Value::keys({u"python"_s, u"r"_s})}},
        {u"years"_s, {Value::number(7)}},
        {u"title"_s, {Value::text(u"The 😀 pump"_s)}},
        {u"day"_s, {Value::date(QDate(2026, 3, 1))}},
        {u"sure"_s, {Value::boolean(true)}},
        {u"blank"_s, {Value::text(u"  \n "_s)}},
        {u"cost"_s, {Value::number(3), Value::number(4), Value::number(5)}},
        {u"kinds"_s, {Value::keys({u"a"_s, u"b"_s}), Value::keys({u"c"_s})}},
    };
};

QString shown(const Value &value)
{
    return value.isNothing() ? u"(nothing)"_s : value.toText();
}

} // namespace

class ExpressionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void truthTable_data()
    {
        QTest::addColumn<QString>("yields");
        const auto row = [](const char *expression, const char *yields) {
            QTest::newRow(expression) << QString::fromUtf8(yields);
        };
        // comparisons
        row("${role} = 'data-scientist'", "true");
        row("${role} = 'tester'", "false");
        row("${role} != 'tester'", "true");
        row("${years} = 7", "true");
        row("${years} = 7.0", "true");
        row("${years} < 10", "true");
        row("${years} < 9", "true");
        row("10 < 9", "false");
        row("${years} >= 7 and ${years} <= 7", "true");
        row("${title} = \"The 😀 pump\"", "true");
        row("${day} < today()", "true");
        row("${day} = '2026-03-01'", "true");
        row("${day} > '2026-03-01'", "false");
        row("${day} > 'soon'", "false");
        row("${sure} = true()", "true");
        row("${sure}", "true");
        row("'a' = 'A'", "false");
        row("'10' = 10", "true");
        row("'ten' = 10", "false");
        row("'ten' != 10", "true");
        // unanswered: every comparison is false, and so is its opposite
        row("${open} = 'x'", "false");
        row("${open} != 'x'", "false");
        row("${open} < 3", "false");
        row("${open} >= 3", "false");
        row("${open} = ${open}", "false");
        row("${open} = ''", "false");
        row("${blank} != ''", "false");
        row("${title} != ''", "true");
        row("not(${open} = 'x')", "true");
        row("${open}", "(nothing)");
        row("${open} + 1", "(nothing)");
        row("${open} + 1 > 0", "false");
        row("-${open}", "(nothing)");
        // and, or, not
        row("true() and false()", "false");
        row("true() or false() and false()", "true");
        row("(true() or false()) and false()", "false");
        row("not(not(true()))", "true");
        row("${open} or true()", "true");
        // arithmetic
        row("1 + 2 * 3", "7");
        row("(1 + 2) * 3", "9");
        row("10 - 4 - 3", "3");
        row("7 div 2", "3.5");
        row("7 mod 2", "1");
        row("-7 mod 2", "-1");
        row("--3", "3");
        row("1 div 0", "(nothing)");
        row("0 div 0", "(nothing)");
        row("1 mod 0", "(nothing)");
        row(".5 + 0.25", "0.75");
        row("2-1", "1");
        // selections
        row("selected(${tools}, 'r')", "true");
        row("selected(${tools}, 'python r')", "false");
        row("selected(${tools}, '')", "false");
        row("selected(${role}, 'data-scientist')", "true");
        row("selected(${open}, 'r')", "false");
        row("selected(${tools}, ${role})", "false");
        row("selected(${kinds}, 'c')", "true");
        row("count-selected(${tools})", "2");
        row("count-selected(${open})", "0");
        row("count-selected(${kinds})", "3");
        // several instances
        row("count(${cost})", "3");
        row("sum(${cost})", "12");
        row("count(${open})", "0");
        row("sum(${open})", "0");
        row("${cost} = 3", "false");
        row("position()", "2");
        row("position(..)", "2");
        // choosing
        row("if(${years} > 5, 'long', 'short')", "long");
        row("if(${open} > 5, 'long', 'short')", "short");
        row("coalesce(${open}, ${blank}, ${years})", "7");
        row("coalesce(${open})", "(nothing)");
        // texts
        row("string-length(${title})", "10");
        row("string-length(${open})", "0");
        row("string-length('😀')", "1");
        row("contains(${title}, 'pump')", "true");
        row("contains(${open}, 'pump')", "false");
        row("starts-with(${title}, 'The')", "true");
        row("regex('P07', '[A-Z][0-9]+')", "true");
        row("regex('xP07', '[A-Z][0-9]+')", "false");
        row("regex('été', '\\w+')", "true");
        row("regex(${open}, '.*')", "false");
        row("concat('a', 1, true(), ${open}, ${tools})", "a1truepython r");
        row("'it is \"so\"'", "it is \"so\"");
        row("'${years}'", "${years}");
        // numbers
        row("round(2.5)", "3");
        row("round(-2.5)", "-2");
        row("round(3.14159, 2)", "3.14");
        row("int(2.9)", "2");
        row("int(-2.9)", "-2");
        row("number('3.5')", "3.5");
        row("number('3,5')", "(nothing)");
        row("number('')", "(nothing)");
        row("number(true())", "1");
        // time and self
        row("today()", "2026-03-02");
        row("now()", "2026-03-02T09:30:00");
        row(". >= 5", "true");
        row(".>5", "false");
        row("\n ${years}\t=\n7 ", "true");
    }

    void truthTable()
    {
        QFETCH(QString, yields);
        const Expression expression(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY2(expression.isValid(), qPrintable(expression.error() ? expression.error()->what : QString()));
        QCOMPARE(shown(expression.evaluate(Answers())), yields);
    }

    void errorsSayWhere_data()
    {
        QTest::addColumn<int>("position");
        const auto row = [](const char *expression, int position) { QTest::newRow(expression) << position; };
        row("${role} = ", 9);
        row("= 3", 0);
        row("${role", 0);
        row("1 + ${9lives}", 4);
        row("${}", 0);
        row("${a b}", 0);
        row("$role", 0);
        row("role = 'x'", 0);
        row("1 = foo(2)", 4);
        row("not()", 0);
        row("not(1, 2)", 0);
        row("if(true(), 1)", 0);
        row("selected(${a} 'b')", 14);
        row("(1 + 2", 6);
        row("1 + 2)", 5);
        row("1 2", 2);
        row("'open", 0);
        row("1 == 2", 3);
        row("1 & 2", 2);
        row("3px", 1);
        row("a\u00e9", 1);
        row("true", 4);
        row("()", 1);
        row("1 +* 2", 3);
        row("position(1)", 0);
    }

    void errorsSayWhere()
    {
        QFETCH(int, position);
        const Expression expression(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY(!expression.isValid());
        QVERIFY(expression.error().has_value());
        QVERIFY(!expression.error()->what.isEmpty());
        QCOMPARE(expression.error()->position, qsizetype(position));
        QVERIFY(expression.evaluate(Answers()).isNothing());
    }

    void emptyIsNeitherValidNorWrong()
    {
        for (const QString &source : {QString(), u"  \n "_s}) {
            const Expression expression(source);
            QVERIFY(expression.isEmpty());
            QVERIFY(!expression.isValid());
            QVERIFY(!expression.error());
        }
    }

    void deepNestingIsRefusedNotCrashed_data()
    {
        QTest::addColumn<QString>("source");
        const int n = 100'000;
        QTest::newRow("parentheses") << QString(n, u'(') + u'1' + QString(n, u')');
        QTest::newRow("minus") << QString(n, u'-') + u'1';
        QTest::newRow("sum") << u"1"_s + u"+1"_s.repeated(n);
        QTest::newRow("not") << u"not("_s.repeated(n) + u"true()"_s + QString(n, u')');
    }

    void deepNestingIsRefusedNotCrashed()
    {
        QFETCH(QString, source);
        const Expression expression(source);
        QVERIFY(!expression.isValid());
        QVERIFY(expression.error()->what.contains(u"deep"_s));
    }

    void longChainsOfOrAreFine()
    {
        const Expression expression(u"${role} = 'x' or "_s.repeated(5000) + u"true()"_s);
        QVERIFY(expression.isValid());
        QCOMPARE(expression.evaluate(Answers()), Value::boolean(true));
    }

    void knowsWhatIsConstant_data()
    {
        QTest::addColumn<QString>("constant");
        QTest::newRow("1 = 2") << u"false"_s;
        QTest::newRow("false() and ${x} = 'a'") << u"false"_s;
        QTest::newRow("${x} = 'a' and false()") << u"false"_s;
        QTest::newRow("${x} = 'a' or true()") << u"true"_s;
        QTest::newRow("${x} = 'a' and true()") << u"(open)"_s;
        QTest::newRow("if(1 = 1, false(), ${x})") << u"false"_s;
        QTest::newRow("today() > '2020-01-01'") << u"(open)"_s;
        QTest::newRow(". > 1") << u"(open)"_s;
        QTest::newRow("'premortem'") << u"premortem"_s;
    }

    void knowsWhatIsConstant()
    {
        QFETCH(QString, constant);
        const auto found = Expression(QString::fromUtf8(QTest::currentDataTag())).constant();
        QCOMPARE(found ? found->toText() : u"(open)"_s, constant);
    }

    void listsReferencesOnce()
    {
        QCOMPARE(Expression(u"${b} = 1 and ${a} = ${b} or selected(${c-1}, '${d}')"_s).references(),
                 QStringList({u"b"_s, u"a"_s, u"c-1"_s}));
    }

    void valuesSurviveTheirTextForm()
    {
        for (const Value &value :
             {Value::boolean(true), Value::boolean(false), Value::number(0.1), Value::number(-1e21),
              Value::number(7), Value::text(u"two\nlines \u202ertl 😀"_s), Value::date(QDate(2024, 2, 29)),
              Value::keys({u"b"_s, u"a"_s}), Value::keys({})})
            QCOMPARE(Value::fromText(value.kind(), value.toText()), value);
        QVERIFY(Value::fromText(Value::Kind::Number, u"7 apples"_s).isNothing());
        QVERIFY(Value::fromText(Value::Kind::Date, u"2026-02-30"_s).isNothing());
        QVERIFY(Value::fromText(Value::Kind::Boolean, u"maybe"_s).isNothing());
        QVERIFY(Value::number(qInf()).isNothing());
        QVERIFY(Value::number(qQNaN()).isNothing());
    }
};

QTEST_APPLESS_MAIN(ExpressionTest)
#include "test_expression.moc"
