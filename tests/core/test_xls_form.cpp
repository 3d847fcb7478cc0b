#include "core/exchange/XlsForm.h"

#include "core/exchange/Workbook.h"
#include "core/protocol/BuiltInProtocols.h"
#include "core/protocol/ProtocolCheck.h"
#include "tests/support/AnyProtocol.h"

#include <QFile>
#include <QtTest>

using namespace seamfinder;
using namespace seamfinder::test;
using namespace Qt::StringLiterals;

namespace {

QString said(const QVector<ImportProblem> &problems)
{
    QStringList lines;
    for (const ImportProblem &problem : problems)
        lines.append(u"%1: %2 %3"_s.arg(problem.place.text(), problem.what, problem.mend));
    return lines.join(u'\n');
}

QString firstDifference(const Protocol &read, const Protocol &written)
{
    const QList<QByteArray> a = writeProtocolJson(read).split('\n'),
                            b = writeProtocolJson(written).split('\n');
    for (qsizetype i = 0; i < qMax(a.size(), b.size()); ++i) {
        if (a.value(i) != b.value(i))
            return u"read %1\nwritten %2"_s.arg(QString::fromUtf8(a.value(i)), QString::fromUtf8(b.value(i)));
    }
    return u"the same JSON"_s;
}

} // namespace

class XlsFormTest : public QObject
{
    Q_OBJECT

private:
    static void checkRoundTrip(const Protocol &protocol, const QByteArray &form)
    {
        const ImportedProtocol again = importXlsForm(form);
        if (!again.problems.isEmpty())
            RC_FAIL(said(again.problems).toStdString());
        if (!(again.protocol == protocol))
            RC_FAIL(firstDifference(again.protocol, protocol).toStdString());
    }

private Q_SLOTS:
    void randomProtocolsAreSound()
    {
        QVERIFY(holds("a random protocol has no problems", 100, [] {
            const Protocol protocol = *anyProtocol();
            const auto problems = checkProtocol(protocol);
            if (!problems.isEmpty())
                RC_FAIL((problems.first().question + u": "_s + problems.first().what).toStdString());
        }));
    }

    void whatIsWrittenIsReadBackEqual()
    {
        QVERIFY(holds("an XLSForm of this program is read back equal", 100, [] {
            const Protocol protocol = *anyProtocol();
            checkRoundTrip(protocol, writeXlsForm(protocol));
            checkRoundTrip(protocol, writeXlsFormCsv(protocol));
        }));
    }

    /// Elsewhere, count() of a question is 1 also while it has no answer.
    void otherProgramsAreAskedForAnAnswer()
    {
        const auto question = [](const QString &name, QuestionType type, const QString &relevance = {}) {
            Question result;
            result.name = name;
            result.type = type;
            result.label.byLanguage = {{u"en"_s, name}};
            result.relevance = Expression(relevance);
            return result;
        };
        Question repeat = question(u"things"_s, QuestionType::Repeat);
        repeat.children = {question(u"thing"_s, QuestionType::Text),
                           question(u"more"_s, QuestionType::Text, u"count(${thing}) > 0"_s)};
        Protocol protocol;
        protocol.key = u"k"_s;
        protocol.languages = {u"en"_s};
        protocol.title.byLanguage = {{u"en"_s, u"T"_s}};
        protocol.sections = {
            {u"s"_s,
             protocol.title,
             0,
             false,
             {},
             {question(u"a"_s, QuestionType::Text), question(u"b"_s, QuestionType::Integer), repeat,
              question(u"c"_s, QuestionType::Text, u"count(${a}) > 0 and not(count( ${b} ) = 0)"_s),
              question(u"d"_s, QuestionType::Text, u"count(${a}) + count(${b}) > 0"_s),
              question(u"e"_s, QuestionType::Text, u"count(${things}) > 0"_s),
              question(u"f"_s, QuestionType::Text, u"count(${thing}) > 0"_s)}}};
        const Workbook form = readWorkbook(writeXlsFormCsv(protocol));
        const Sheet *survey = form.sheet(u"survey");
        QVERIFY(survey);
        const qsizetype name = survey->rows.first().cells.indexOf(u"name"_s);
        const qsizetype relevant = survey->rows.first().cells.indexOf(u"relevant"_s);
        QHash<QString, QString> written;
        for (const SheetRow &row : survey->rows)
            written.insert(row.cells.value(name), row.cells.value(relevant));
        QCOMPARE(written[u"more"_s], u"${thing} != ''"_s);
        QCOMPARE(written[u"c"_s], u"${a} != '' and not(${b} = '')"_s);
        QCOMPARE(written[u"d"_s], u"if(${a} != '', 1, 0) + if(${b} != '', 1, 0) > 0"_s);
        QCOMPARE(written[u"e"_s], u"count(${things}) > 0"_s);
        QCOMPARE(written[u"f"_s], u"count(${thing}) > 0"_s); // of several rows
        const ImportedProtocol again = importXlsForm(writeXlsFormCsv(protocol));
        QCOMPARE(said(again.problems), QString());
        QVERIFY2(again.protocol == protocol, qPrintable(firstDifference(again.protocol, protocol)));
    }

    /// Whatever becomes of a form in other hands, it is read or refused.
    void aDamagedFormIsReadOrRefused()
    {
        QVERIFY(holds("a damaged form is read or refused", 100, [] {
            const QByteArray form = writeXlsFormCsv(*anyProtocol());
            QByteArrayList cells = form.split(',');
            const int places = *rc::gen::inRange(1, 8);
            for (int i = 0; i < places; ++i) {
                const auto at = *rc::gen::inRange<qsizetype>(0, cells.size());
                const auto from = *rc::gen::inRange<qsizetype>(0, cells.size());
                cells[at] = *rc::gen::arbitrary<bool>() ? cells[from] : (*shortText(4)).toUtf8();
            }
            const ImportedProtocol imported = importXlsForm(cells.join(','));
            if (imported.isUsable())
                RC_ASSERT(checkProtocol(imported.protocol).isEmpty());
            for (const ImportProblem &problem : imported.problems)
                RC_ASSERT(!problem.what.isEmpty() && !problem.mend.isEmpty());
        }));
    }

    void builtInProtocolsAreReadBackEqual_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *name : {"mismatch-elicitation-60", "mismatch-elicitation-30", "try-out"})
            QTest::newRow(name) << u":/protocols/%1.json"_s.arg(QLatin1StringView(name));
    }

    void builtInProtocolsAreReadBackEqual()
    {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Protocol protocol = readProtocolJson(file.readAll()).protocol;
        for (const QByteArray &form : {writeXlsForm(protocol), writeXlsFormCsv(protocol)}) {
            const ImportedProtocol again = importXlsForm(form);
            QCOMPARE(said(again.problems), QString());
            QVERIFY2(again.protocol == protocol, qPrintable(firstDifference(again.protocol, protocol)));
        }
        // For a look at them in other programs.
        if (const QString folder = qEnvironmentVariable("SEAMFINDER_FORMS"); !folder.isEmpty()) {
            const QString base = folder + u'/' + protocol.key;
            QFile xlsx(base + u".xlsx"_s), csv(base + u".csv"_s);
            QVERIFY(xlsx.open(QIODevice::WriteOnly) && csv.open(QIODevice::WriteOnly));
            xlsx.write(writeXlsForm(protocol));
            csv.write(writeXlsFormCsv(protocol));
        }
    }
};

QTEST_GUILESS_MAIN(XlsFormTest)
#include "test_xls_form.moc"
