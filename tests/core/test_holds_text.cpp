#include "core/catalogue/Backup.h"
#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditFields.h"
#include "core/catalogue/ExportLog.h"
#include "core/catalogue/StillHolding.h"
#include "core/domain/Fields.h"
#include "tests/support/TempStudy.h"

#include <QDir>
#include <QFile>
#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {

/// What else holds a text that is removed from a study.
class HoldsText : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::TempStudy> m_file;

    void tell(const QString &story)
    {
        m_file->writer().perform({u"Tell"_s}, [&](Edit &edit) {
            setValue(edit, fields::example::story, createExample(edit, {}).value, story);
        });
    }
    [[nodiscard]] StillHolding held(const QString &text)
    {
        return whatHolds(m_file->path(), {.text = text}, readExportLog(m_file->db()));
    }
    void log(const QString &format, const QString &path)
    {
        m_file->writer().perform({u"Export"_s}, [&](Edit &edit) { logExport(edit, format, path, {}); });
    }

private Q_SLOTS:
    void init() { m_file = std::make_unique<test::TempStudy>(); }
    void cleanup() { m_file.reset(); }

    void aCopyOfTheStudy_data()
    {
        QTest::addColumn<QString>("story");
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("holds");
        QTest::newRow("plain") << u"then Anna called"_s << u"anna"_s << true;
        QTest::newRow("accents in capitals") << u"then ÉLODIE called"_s << u"Élodie"_s << true;
        QTest::newRow("decomposed") << u"then E\u0301lodie called"_s << u"élodie"_s << true;
        QTest::newRow("a part of a word") << u"the planning went on"_s << u"Ann"_s << false;
        // A row larger than a page goes on in others, and the word with it.
        for (int before = 3'900; before < 4'100; before += 40)
            QTest::addRow("over two pages %d", before)
                << QString(before, u'x') + u" Zwetschgenmusfabrikantin "_s + QString(9'000, u'y')
                << u"Zwetschgenmusfabrikantin"_s << true;
    }
    void aCopyOfTheStudy()
    {
        QFETCH(QString, story);
        QFETCH(QString, word);
        QFETCH(bool, holds);
        tell(story);
        const QString copy = m_file->folder() + u"/copy.seam"_s;
        backUp(m_file->db(), copy);
        const QStringList before = QDir(m_file->folder()).entryList();
        QCOMPARE(held(word).studies, holds ? QStringList{copy} : QStringList());
        QCOMPARE(QDir(m_file->folder()).entryList(), before); // nothing is left beside it
    }

    void onlyInTheHistoryOfACopy()
    {
        tell(u"then Élodie called"_s);
        const ExampleId example{[this] {
            qint64 last = 0;
            m_file->writer().perform({u"Again"_s}, [&](Edit &edit) {
                last = createExample(edit, {}).value;
                setValue(edit, fields::example::story, last, u"and ZOË, too"_s);
            });
            return last;
        }()};
        m_file->writer().perform({u"Overwrite"_s}, [&](Edit &edit) {
            setValue(edit, fields::example::story, example.value, u"and somebody, too"_s);
        });
        const QString copy = m_file->folder() + u"/copy.seam"_s;
        backUp(m_file->db(), copy);
        QCOMPARE(held(u"Zoë"_s).studies, QStringList{copy});
    }

    void aCopyInAnotherFolder()
    {
        tell(u"then Élodie called"_s);
        QVERIFY(QDir(m_file->folder()).mkdir(u"elsewhere"_s));
        const QString copy = m_file->folder() + u"/elsewhere/copy.seam"_s;
        backUp(m_file->db(), copy);
        QCOMPARE(held(u"élodie"_s).studies, QStringList());
        log(QString(studyCopyFormat), copy);
        QCOMPARE(held(u"élodie"_s).studies, QStringList{copy});
        QCOMPARE(held(u"élodie"_s).exports, QStringList());
        QCOMPARE(held(u"Nobodysname"_s).studies, QStringList());
        QVERIFY(QFile::remove(copy));
        QCOMPARE(held(u"élodie"_s).lostExports, QStringList{copy});
    }

    void anExportedFile_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("holds");
        QTest::newRow("accents in capitals") << u"a.csv"_s << QByteArray("x,ÉLODIE\n") << u"élodie"_s << true;
        QTest::newRow("quoted in CSV")
            << u"a.csv"_s << QByteArray("1,\"the \"\"Blue\"\" team\"\n") << u"the \"Blue\" team"_s << true;
        QTest::newRow("escaped in HTML")
            << u"a.html"_s << QByteArray("<p>Smith &amp; Jones</p>") << u"Smith & Jones"_s << true;
        QTest::newRow("a number in HTML") << u"a.html"_s << QByteArray("<p>Zo&#235;</p>") << u"Zoë"_s << true;
        QTest::newRow("broken into lines")
            << u"a.html"_s << QByteArray("<p>Anna\n   Schmidt</p>") << u"Anna Schmidt"_s << true;
        QTest::newRow("escaped in JSON") << u"a.json"_s << QByteArray(R"(["Zo\u00eb"])") << u"Zoë"_s << true;
        QTest::newRow("UTF-16") << u"a.csv"_s
                                << QByteArray("\xff\xfe"
                                              "A\0n\0n\0a\0",
                                              10)
                                << u"anna"_s << true;
        QTest::newRow("a part of a word") << u"a.csv"_s << QByteArray("planning\n") << u"Ann"_s << false;
    }
    void anExportedFile()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, word);
        QFETCH(bool, holds);
        const QString path = m_file->folder() + u'/' + name;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        log(u"csv gaps"_s, path);
        QCOMPARE(held(word).exports, holds ? QStringList{path} : QStringList());
    }
};
} // namespace

QTEST_GUILESS_MAIN(HoldsText)
#include "test_holds_text.moc"
