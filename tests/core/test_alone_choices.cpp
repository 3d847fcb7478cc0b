#include "core/domain/AloneChoices.h"

#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

/// "Nobody", "none", "not known" beside other choices.
class AloneChoicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standsAlone_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("alone");
        for (const char *key : {"nobody", "none", "none-known", "not-known", "not_known", "Unknown",
                                "dont-know", "dont_know", "declined", "never-found-out"})
            QTest::newRow(key) << QString::fromLatin1(key) << true;
        for (const char *key : {"", "nobody-asked", "nonexistent", "data-scientist", "other", "no", "0"})
            QTest::newRow(*key ? key : "empty") << QString::fromLatin1(key) << false;
    }
    void standsAlone()
    {
        QFETCH(QString, key);
        QTEST(seamfinder::standsAlone(key), "alone");
    }

    void picks_data()
    {
        QTest::addColumn<QStringList>("before");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QStringList>("after");
        QTest::newRow("the first") << QStringList{} << u"a"_s << QStringList{u"a"_s};
        QTest::newRow("another") << QStringList{u"a"_s} << u"b"_s << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("alone") << QStringList{u"a"_s, u"b"_s} << u"nobody"_s << QStringList{u"nobody"_s};
        QTest::newRow("gives way") << QStringList{u"nobody"_s} << u"a"_s << QStringList{u"a"_s};
        QTest::newRow("of two") << QStringList{u"nobody"_s} << u"not-known"_s << QStringList{u"not-known"_s};
        QTest::newRow("an old contradiction")
            << QStringList{u"a"_s, u"none"_s} << u"b"_s << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("again") << QStringList{u"a"_s, u"b"_s} << u"a"_s << QStringList{u"b"_s, u"a"_s};
    }
    void picks()
    {
        QFETCH(QStringList, before);
        QFETCH(QString, key);
        QTEST(withPicked(before, key), "after");
    }
};

QTEST_GUILESS_MAIN(AloneChoicesTest)
#include "test_alone_choices.moc"
