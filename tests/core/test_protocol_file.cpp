#include "core/catalogue/EditProtocols.h"
#include "core/catalogue/ReadStudy.h"
#include "core/domain/Error.h"
#include "core/exchange/ProtocolFile.h"
#include "core/protocol/BuiltInProtocols.h"
#include "core/protocol/ProtocolJson.h"
#include "tests/support/TempStudy.h"

#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {
constexpr auto oneQuestion = "| survey |      |       |        |\n"
                             "|        | type | name  | label  |\n"
                             "|        | text | q     | Why?   |\n"
                             "| settings |  |       |        |\n"
                             "|        | form_id | form_title |  |\n"
                             "|        | short   | A short one | |\n";
} // namespace

/// Protocols from files into a study, and out again.
class TestProtocolFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void builtInsGoOutAndComeBackEqual_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &ending : {u"xlsx"_s, u"csv"_s, u"json"_s})
            QTest::newRow(qPrintable(ending)) << u"protocol."_s + ending;
    }

    void builtInsGoOutAndComeBackEqual()
    {
        QFETCH(QString, name);
        test::TempStudy study;
        const CodebookKeys keys = codebookKeys(Codebook::read(study.db()));
        for (const BuiltInProtocol &each : builtInProtocols()) {
            const Protocol protocol = builtInProtocol(each.key);
            const ImportedProtocol again = readProtocolFile(writeProtocolFile(protocol, name), keys);
            QVERIFY2(again.problems.isEmpty(), qPrintable(problemLines(again).join(u'\n')));
            QVERIFY(again.protocol == protocol);
        }
    }

    void refusesOtherEndings()
    {
        QVERIFY_THROWS_EXCEPTION(Error, static_cast<void>(writeProtocolFile({}, u"protocol.doc"_s)));
    }

    void publishingNumbersVersionsAndKnowsThemAgain()
    {
        test::TempStudy study;
        Protocol protocol = readProtocolFile(oneQuestion).protocol;
        QCOMPARE(protocol.key, u"short"_s);
        const auto publish = [&study, &protocol] {
            ProtocolVersionId version{};
            study.writer().perform({u"Publish"_s},
                                   [&](Edit &edit) { version = publishProtocol(edit, protocol); });
            return version;
        };
        const auto numbers = [&study] {
            QStringList result;
            for (const ProtocolVersion &each : readProtocolVersions(study.db())) {
                if (each.key == "short"_L1)
                    result << QString::number(each.number);
            }
            return result.join(u' ');
        };
        const ProtocolVersionId first = publish();
        QCOMPARE(publish(), first);
        QCOMPARE(numbers(), u"1"_s);
        protocol.sections.first().minutes = 7;
        const ProtocolVersionId second = publish();
        QVERIFY(second != first);
        QCOMPARE(numbers(), u"1 2"_s);
        QCOMPARE(readProtocolJson(readProtocolContent(study.db(), first)).protocol.sections.first().minutes,
                 0);
        QVERIFY(study.writer().undo());
        QCOMPARE(numbers(), u"1"_s);
    }

    void problemsComeWithTheirPlace()
    {
        const ImportedProtocol imported = readProtocolFile("| survey |      |      |       |\n"
                                                           "|        | type | name | label |\n"
                                                           "|        | geopoint | where | Where? |\n"
                                                           "|        | text | where | Again? |\n");
        QVERIFY(!imported.isUsable());
        const QStringList lines = problemLines(imported);
        QVERIFY2(lines.size() >= 2, qPrintable(lines.join(u'\n')));
        QVERIFY2(lines.first().contains(u"survey"_s) && lines.first().contains(u'4'),
                 qPrintable(lines.first()));
        QVERIFY2(lines.filter(u"geopoint"_s).size() == 1, qPrintable(lines.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestProtocolFile)
#include "test_protocol_file.moc"
