#include "core/catalogue/StudyCheck.h"
#include "tests/support/CodedStudy.h"

#include <QtTest>

using namespace seamfinder;
using namespace seamfinder::test;
using namespace Qt::StringLiterals;

/// A damage that nobody notices in the window is found by the check.
class StudyCheckTest : public QObject
{
    Q_OBJECT

private:
    static QStringList problems(const QString &path, const QString &part)
    {
        const auto study = Study::open(path, Study::Mode::Read);
        Connection db = study->openReader();
        for (const CheckResult &result : checkStudy(db)) {
            if (result.name == part)
                return result.problems;
        }
        return {u"there is no such part"_s};
    }

private Q_SLOTS:
    void aDamagedSearchIndexIsFound_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::addColumn<bool>("good");
        QTest::newRow("none") << QString() << true;
        QTest::newRow("pages are gone") << u"DELETE FROM search_data WHERE id > 10"_s << false;
        QTest::newRow("words are gone")
            << u"INSERT INTO search(search, rowid, text) SELECT 'delete', id, information FROM gap "
               "WHERE information <> '' LIMIT 1"_s
            << false;
        QTest::newRow("words of another text")
            << u"INSERT INTO search(rowid, text) SELECT id, 'intruding' FROM gap LIMIT 1"_s << false;
    }
    void aDamagedSearchIndexIsFound()
    {
        QFETCH(QString, damage);
        QFETCH(bool, good);
        TempStudy study;
        fillCoded(study, {.participants = 3, .examples = 20, .seed = 5});
        study.close();
        if (!damage.isEmpty()) {
            Connection db(study.path(), Access::ReadWrite);
            db.execute(damage);
        }
        const QStringList found = problems(study.path(), u"search index"_s);
        QVERIFY2(found.isEmpty() == good, qPrintable(found.join(u'\n')));
        QCOMPARE(QDir(study.folder()).entryList(QDir::Files), QStringList{u"study.seam"_s});
    }

    // It leaves nothing of its own behind, and looks at what a writer has just written.
    void theWritersOwnConnectionCanBeChecked()
    {
        TempStudy study;
        fillCoded(study, {.participants = 3, .examples = 20, .seed = 5});
        for (int time = 0; time < 2; ++time) {
            for (const CheckResult &result : checkStudy(study.db()))
                QVERIFY2(result.problems.isEmpty(), qPrintable(result.problems.join(u'\n')));
        }
    }
};

QTEST_GUILESS_MAIN(StudyCheckTest)
#include "test_study_check.moc"
