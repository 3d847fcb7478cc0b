#include "core/catalogue/KeptPlaces.h"

#include "tests/support/Properties.h"

#include <algorithm>
#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {

std::vector<CatalogueRow> rowsOf(const QString &letters)
{
    std::vector<CatalogueRow> rows;
    for (const QChar letter : letters)
        rows.push_back({.id = letter.toLower().unicode(), .isNeed = letter.isUpper()});
    return rows;
}

QString lettersOf(const std::vector<CatalogueRow> &rows)
{
    QString letters;
    for (const CatalogueRow &row : rows) {
        const QChar letter{char16_t(row.id)};
        letters += row.isNeed ? letter.toUpper() : letter;
    }
    return letters;
}

} // namespace

/// Rows stay where they are while somebody edits them. A letter is an example, a capital a need.
class TestKeptPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsKeepTheirPlaces_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("kept");
        const auto row = [](const char *name, const QString &before, const QString &now,
                            const QString &kept) { QTest::newRow(name) << before << now << kept; };
        row("nothing", u""_s, u""_s, u""_s);
        row("the first ones", u""_s, u"abc"_s, u"abc"_s);
        row("the last one goes", u"a"_s, u""_s, u""_s);
        row("the same", u"abcd"_s, u"abcd"_s, u"abcd"_s);
        row("one was edited and is first", u"abcd"_s, u"cabd"_s, u"abcd"_s);
        row("two were edited", u"abcd"_s, u"dcab"_s, u"abcd"_s);
        row("one is new and first", u"abcd"_s, u"xabcd"_s, u"xabcd"_s);
        row("one is new and last", u"abcd"_s, u"abcdx"_s, u"abcdx"_s);
        row("one is new behind another", u"abcd"_s, u"abxcd"_s, u"abxcd"_s);
        row("edited, and one is new", u"abcd"_s, u"xcabd"_s, u"xabcd"_s);
        row("one is gone", u"abcd"_s, u"acd"_s, u"acd"_s);
        row("edited, and one is gone", u"abcd"_s, u"dac"_s, u"acd"_s);
        row("one for another", u"abcd"_s, u"abxd"_s, u"abxd"_s);
        row("a need is not the example of its number", u"aAb"_s, u"Aba"_s, u"aAb"_s);
    }

    void rowsKeepTheirPlaces()
    {
        QFETCH(QString, before);
        QFETCH(QString, now);
        QTEST(lettersOf(keepPlaces(rowsOf(before), rowsOf(now))), "kept");
    }

    void manyNewRowsComeInOrder()
    {
        std::vector<CatalogueRow> before{{.id = 1}, {.id = 2}};
        std::vector<CatalogueRow> now{{.id = 2}, {.id = 1}};
        for (size_t i = 0; i <= mostNew; ++i)
            now.push_back({.id = qint64(10 + i)});
        QCOMPARE(keepPlaces(before, now), now);
        now.pop_back();
        QVERIFY(keepPlaces(before, now) != now);
    }

    // Whatever happened: the same rows as in the new order, and of those that stayed the old order.
    void nothingIsLostOrTwice()
    {
        const auto property = [](const std::vector<quint8> &old, const std::vector<quint8> &fresh) {
            const auto unique = [](const std::vector<quint8> &numbers) {
                std::vector<CatalogueRow> rows;
                for (const quint8 number : numbers) {
                    const CatalogueRow row{.id = number % 30 + 1, .isNeed = number >= 128};
                    if (std::ranges::find(rows, row) == rows.end())
                        rows.push_back(row);
                }
                return rows;
            };
            const std::vector<CatalogueRow> before = unique(old), now = unique(fresh),
                                            kept = keepPlaces(before, now);
            const auto common = [](const std::vector<CatalogueRow> &rows,
                                   const std::vector<CatalogueRow> &with) {
                std::vector<CatalogueRow> both;
                std::ranges::copy_if(rows, std::back_inserter(both), [&](const CatalogueRow &row) {
                    return std::ranges::find(with, row) != with.end();
                });
                return both;
            };
            return std::ranges::is_permutation(kept, now) && common(kept, before) == common(before, now);
        };
        QVERIFY(test::holds("rows keep their places, and none is lost", 500, property));
    }
};

QTEST_GUILESS_MAIN(TestKeptPlaces)
#include "test_kept_places.moc"
