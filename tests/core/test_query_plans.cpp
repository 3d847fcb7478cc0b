#include "core/catalogue/NewStudy.h"
#include "core/exchange/SampleStudy.h"
#include "core/interview/TryOut.h"
#include "tests/support/ArchitectureRules.h"
#include "tests/support/CodedStudy.h"
#include "tests/support/EveryStatement.h"
#include "tests/support/SourceTree.h"
#include "tests/support/StatementLog.h"

#include <algorithm>
#include <QtTest>

using namespace seamfinder;
using namespace seamfinder::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(seamfinder::test::Statistics)

namespace {

/// An automatic index is built anew by each run of its statement: it hides that an index is missing until the
/// study is large.
class QueryPlansTest : public QObject
{
    Q_OBJECT

private:
    TempStudy m_study;
    QByteArrayList m_statements;

    static bool hasPlan(const QByteArray &sql)
    {
        static constexpr std::array verbs{"SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "REPLACE"};
        return std::any_of(verbs.begin(), verbs.end(),
                           [&](const char *verb) { return sql.startsWith(verb); });
    }

    static QByteArrayList automatic(const QueryPlans &plans, const QByteArrayList &statements)
    {
        QByteArrayList found;
        for (const QByteArray &sql : statements) {
            const QByteArray plan = plans.plan(sql).join("\n    ");
            if (plan.contains("AUTOMATIC"))
                found.append(sql + "\n    " + plan);
        }
        return found;
    }

    // Of tables that a connection makes for itself, while it needs them.
    static bool isOfTemporaryTables(const QByteArray &sql) { return sql.contains(" temp."); }

    // A literal as it looks once its place-holders were filled in.
    static QRegularExpression patternOf(const QString &literal)
    {
        static const QRegularExpression placeHolder(u"\\\\%[1-9]"_s);
        QString pattern = QRegularExpression::escape(literal.simplified());
        return QRegularExpression(pattern.replace(placeHolder, u".*"_s));
    }

private Q_SLOTS:
    void initTestCase()
    {
        statement_log::start();
        m_study.close();
        fillCoded(m_study, {.participants = 6, .examples = 40, .seed = 3});
        writeEverything(m_study);
        readEverything(m_study.db());
        exportEverything(m_study.db(), m_study.path());
        eraseEverything(m_study);
        holdAnInterview(m_study.take());
        createStudy(m_study.folder() + u"/sample.seam"_s, sampleTitle(), coderOfThisSession(), &addSample);
        const TryOut practice;
        m_study.close();
        m_statements = statement_log::statements();
        m_statements.removeIf([](const QByteArray &sql) { return !hasPlan(sql); });
    }

    // The source itself says which statements there are.
    void everyStatementOfTheCatalogueWasRun()
    {
        const QString run = QString::fromUtf8(m_statements.join('\n'));
        static const QRegularExpression verb(u"^(SELECT|INSERT|UPDATE|DELETE|WITH|REPLACE) "_s);
        QStringList missed;
        int literals = 0;
        for (const QString &file : sourceFiles(sourceDir())) {
            if (!file.startsWith("core/catalogue/"_L1))
                continue;
            for (const auto &[line, literal] : takeApart(readText(sourceDir() + u'/' + file)).literals) {
                if (!verb.match(literal).hasMatch())
                    continue;
                ++literals;
                if (!patternOf(literal).match(run).hasMatch())
                    missed.append(u"%1:%2: %3"_s.arg(file).arg(line).arg(literal));
            }
        }
        QVERIFY(literals > 100);
        QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u'\n')));
    }

    void noAutomaticIndex_data()
    {
        QTest::addColumn<Statistics>("statistics");
        QTest::newRow("before ANALYZE") << Statistics::None;
        QTest::newRow("after ANALYZE") << Statistics::Analysed;
        QTest::newRow("of a large study") << Statistics::Large;
    }
    void noAutomaticIndex()
    {
        QFETCH(Statistics, statistics);
        const QueryPlans plans(m_study.path(), statistics);
        const QByteArrayList found = automatic(plans, m_statements);
        QVERIFY2(found.isEmpty(), found.join("\n").constData());
    }

    // What would be overlooked otherwise: a statement without a plan, and a plan whose fault is not seen.
    void plansAreSeen()
    {
        const QueryPlans plans(m_study.path(), Statistics::None);
        for (const QByteArray &sql : m_statements) {
            if (isOfTemporaryTables(sql))
                continue;
            const QByteArrayList plan = plans.plan(sql);
            const QByteArray first = plan.value(0);
            QVERIFY2(!first.startsWith("no such") && !first.contains("error"),
                     (sql + "\n" + first).constData());
        }
        QCOMPARE(automatic(plans, {"SELECT 1 FROM example AS a JOIN example AS b ON b.cost = a.cost"}).size(),
                 1);
        QVERIFY(plans.plan("UPDATE coder SET is_lead = 0").join().contains("coding_target"));
    }
};
} // namespace

QTEST_GUILESS_MAIN(QueryPlansTest)
#include "test_query_plans.moc"
