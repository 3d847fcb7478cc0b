#include "core/catalogue/CatalogueColumns.h"
#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditFields.h"
#include "core/catalogue/EditInterview.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ReadExamples.h"
#include "core/catalogue/ReadStudy.h"
#include "core/domain/Fields.h"
#include "tests/support/CodedStudy.h"
#include "tests/support/ColumnsText.h"

#include <QtTest>
#include <random>

using namespace seamfinder;
using namespace seamfinder::test;
using namespace Qt::StringLiterals;

namespace {

class ColumnsTest : public QObject
{
    Q_OBJECT

private:
    static QStringList openOf(const CatalogueColumns &columns, ExampleId example)
    {
        QStringList keys;
        const int row = columns.exampleOrdinal(example);
        if (row < 0)
            return {u"not shown"_s};
        for (const DimensionValue &value : columns.column(Dimension::Open).valuesOf(size_t(row)))
            keys.append(openFieldKey(OpenField(value.first)));
        return keys;
    }

private Q_SLOTS:
    void emptyStudy()
    {
        TempStudy study;
        const CatalogueColumns columns = CatalogueColumns::load(study.db());
        QVERIFY(columns.rowIds().empty());
        QCOMPARE(columns.exampleOrdinal(ExampleId{1}), -1);
        QCOMPARE(columns.gapOrdinal(GapId{}), -1);
    }

    void openFieldsFollowValuesAndMissingCodes()
    {
        TempStudy study;
        const Codebook codebook = Codebook::read(study.db());
        ExampleId example;
        GapId gap;
        const auto edit = [&](const std::function<void(Edit &)> &change) {
            study.writer().perform({u"edit"_s}, change);
            return openOf(CatalogueColumns::load(study.db()), example);
        };
        QCOMPARE(edit([&](Edit &e) { example = createExample(e, {}); }),
                 QStringList({u"element"_s, u"believed-by"_s, u"counted-on"_s, u"turned-out"_s, u"effect"_s,
                              u"gap"_s}));
        QCOMPARE(edit([&](Edit &e) {
                     setValue(e, fields::example::countedOn, example.value, u"x"_s);
                     setMissing(e, fields::example::effect, example.value, MissingCode::DoesNotKnow);
                     gap = createGap(e, example);
                 }),
                 QStringList({u"element"_s, u"believed-by"_s, u"turned-out"_s, u"owner"_s, u"needed-by"_s,
                              u"item"_s}));
        // A likely example needs what is feared; what turned out does not help it.
        const Term *likely = codebook.term(u"occurrence", u"likely");
        QVERIFY(likely);
        QCOMPARE(edit([&](Edit &e) {
                     setValue(e, fields::example::occurrence, example.value, likely->id.value);
                     setValue(e, fields::example::turnedOut, example.value, u"y"_s);
                     setMissing(e, fields::gap::owner, gap.value, MissingCode::NotAsked);
                 }),
                 QStringList({u"element"_s, u"believed-by"_s, u"turned-out"_s, u"needed-by"_s, u"item"_s}));
        QCOMPARE(edit([&](Edit &e) {
                     setValue(e, fields::example::feared, example.value, u"z"_s);
                     setCodings(e, fields::gap::neededBy, gap.value, {{codebook.inFacet(u"role").first().id}},
                                CodingStage::Live);
                 }),
                 QStringList({u"element"_s, u"believed-by"_s, u"item"_s}));
        // What Finish asks for is open here, too.
        QCOMPARE(edit([&](Edit &e) {
                     setCodings(e, fields::gap::item, gap.value,
                                {{codebook.inFacet(u"information-item").first().id}}, CodingStage::After);
                 }),
                 QStringList({u"element"_s, u"believed-by"_s}));
        QCOMPARE(edit([&](Edit &e) { deleteGap(e, gap); }),
                 QStringList({u"element"_s, u"believed-by"_s, u"gap"_s}));
    }

    void updateEqualsLoading_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 6; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    // Random edits, undo and redo: bringing up to date must give what reading everything gives.
    void updateEqualsLoading()
    {
        QFETCH(quint32, seed);
        TempStudy study;
        fillCoded(study, {.participants = 3, .examples = 12, .seed = seed});
        const Codebook codebook = Codebook::read(study.db());
        CatalogueColumns columns = CatalogueColumns::load(study.db());
        std::mt19937 random(seed);
        const auto pick = [&](int count) { return int(random() % quint32(count)); };
        for (int step = 0; step < 60; ++step) {
            const CatalogueColumns before = columns;
            const QStringList unchanged = columnsText(before);
            const auto rows = columns.rowIds();
            const auto gaps = columns.gapIds();
            const size_t row = size_t(pick(int(rows.size()))), gap = size_t(pick(int(gaps.size())));
            const qint64 gapId = gaps[gap];
            const int what = pick(10);
            // What an undo took away keeps its place in the columns, and cannot be edited.
            if (!readGap(study.db(), GapId{gapId}) ||
                (!columns.isNeed(row) && !readExample(study.db(), ExampleId{rows[row]})))
                continue;
            const auto terms = [&](QStringView facet) {
                QVector<CodedTerm> chosen;
                for (const Term &term : codebook.inFacet(facet).mid(0, 3)) {
                    if (pick(2))
                        chosen.append({.term = term.id, .main = chosen.isEmpty()});
                }
                return chosen;
            };
            std::optional<Commit> commit;
            if (what == 0)
                commit = study.writer().undo();
            else if (what == 1)
                commit = study.writer().redo();
            else
                commit = study.writer().perform({u"step"_s}, [&](Edit &edit) {
                    const bool isExample = !columns.isNeed(row);
                    switch (what) {
                    case 2:
                        createGap(edit, isExample ? ExampleId{rows[row]} : ExampleId{});
                        break;
                    case 3: {
                        const ExampleId made = createExample(edit, {});
                        setCodings(edit, fields::example::element, made.value, terms(u"element"),
                                   CodingStage::Live);
                        createGap(edit, {});
                        createGap(edit, made);
                        break;
                    }
                    case 4:
                        if (isExample)
                            columns.isShown(row) ? deleteExample(edit, ExampleId{rows[row]})
                                                 : restoreExample(edit, ExampleId{rows[row]});
                        break;
                    case 5:
                        columns.isGapShown(gap) ? deleteGap(edit, GapId{gapId})
                                                : restoreGap(edit, GapId{gapId});
                        break;
                    case 6:
                        setCodings(edit, fields::gap::owner, gapId, terms(u"role"), CodingStage::After);
                        setCodings(edit, fields::gap::item, gapId, terms(u"information-item"),
                                   CodingStage::Live);
                        break;
                    case 7:
                        if (isExample) {
                            setCodings(edit, fields::example::effect, rows[row], terms(u"effect"),
                                       CodingStage::Resolved);
                            setValue(edit, fields::example::countedOn, rows[row],
                                     pick(2) ? u"typed"_s : u""_s);
                        }
                        break;
                    case 8:
                        setMissing(edit, fields::gap::neededBy, gapId,
                                   pick(2) ? std::optional(MissingCode::Declined) : std::nullopt);
                        break;
                    default: {
                        const auto people = readParticipants(edit.db());
                        setCodings(edit, fields::participant::role, people.first().id.value, terms(u"role"),
                                   CodingStage::After);
                    }
                    }
                });
            if (!commit)
                continue;
            QVERIFY2(columns.update(study.db(), *commit),
                     qPrintable(u"step %1 did %2"_s.arg(step).arg(what)));
            QCOMPARE(columnsText(before), unchanged); // a snapshot that somebody holds
            const QStringList expected = columnsText(CatalogueColumns::load(study.db()));
            if (columnsText(columns) != expected)
                qWarning() << "step" << step << "did" << what;
            QCOMPARE(columnsText(columns), expected);
        }
    }

    void bulkActionsAskForLoading()
    {
        TempStudy study;
        CatalogueColumns columns = CatalogueColumns::load(study.db());
        const Commit commit = study.writer().perform({u"many"_s}, [](Edit &edit) {
            for (int i = 0; i < 3000; ++i)
                createExample(edit, {});
        });
        QVERIFY(!columns.update(study.db(), commit));
    }

    void setColumnWidens()
    {
        SetColumn column;
        column.resize(70'000);
        for (quint32 unit = 0; unit < 70'000; ++unit) {
            const DimensionValue value{qint64(unit) + 1, 0};
            column.set(unit, column.intern(std::span(&value, 1)));
        }
        for (const quint32 unit : {0u, 65'534u, 65'535u, 65'536u, 69'999u})
            QCOMPARE(column.valuesOf(unit).front().first, qint64(unit) + 1);
        column.resize(70'001);
        QVERIFY(column.valuesOf(70'000).empty());
    }
};
} // namespace

QTEST_GUILESS_MAIN(ColumnsTest)
#include "test_columns.moc"
