#include "core/catalogue/EditFields.h"
#include "core/domain/Fields.h"
#include "tests/support/CodedStudy.h"
#include "tests/support/ui/OpenedStudy.h"
#include "ui/catalogue/CatalogueActions.h"
#include "ui/catalogue/CatalogueList.h"
#include "ui/catalogue/CatalogueTable.h"
#include "ui/catalogue/CatalogueWorkspace.h"
#include "ui/catalogue/FacetPanel.h"
#include "ui/common/Chip.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {

struct Open : test::OpenedStudy
{
    explicit Open(test::TempStudy &study)
        : OpenedStudy(study)
        , workspace(session, codebook, catalogue, messages)
    {
        test::showActive(workspace, {1440, 800});
    }
    [[nodiscard]] bool wait()
    {
        CatalogueList &list = workspace.list();
        return QTest::qWaitFor([&] { return list.isReady() && !list.isWaiting() && list.counts(); }, 20000);
    }

    CatalogueWorkspace workspace;
};

} // namespace

/// What another place opens in the catalogue, where rows stand, and how the list has room for what it says.
class TestCatalogueLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLookIsTakenBack();
    void noWordOfATermIsCut();
    void anEditedRowStaysWhereItIs();
    void whereNoFilterHasTheWordsItIsSaid();
};

void TestCatalogueLook::whereNoFilterHasTheWordsItIsSaid()
{
    test::TempStudy study;
    test::fillCoded(study);
    Open open(study);
    QVERIFY(open.wait());
    auto *search = open.workspace.facets().findChild<QLineEdit *>();
    const auto *none = open.workspace.facets().findChild<QLabel *>(u"noFilter"_s);
    QVERIFY(search && none && !none->isVisible());
    search->setFocus();
    QTest::keyClicks(search, u"zookeeper"_s);
    QTRY_VERIFY(none->isVisible());
    QTest::keyClick(search, Qt::Key_Escape);
    QTRY_VERIFY(!none->isVisible());
    QTest::keyClicks(search, u"data"_s);
    QTRY_VERIFY(open.workspace.facets().model().rowCount() > 0);
    QTest::qWait(300); // for counts that are still to come
    QVERIFY(!none->isVisible());
}

void TestCatalogueLook::aLookIsTakenBack()
{
    test::TempStudy study;
    test::fillCoded(study);
    Open open(study);
    QVERIFY(open.wait());
    CatalogueWorkspace &catalogue = open.workspace;
    const auto effects = open.codebook.codebook().inFacet(u"effect");
    Filter own, look;
    own.toggle(Dimension::Status, {1, 0});
    look.toggle(Dimension::Effect, {effects[0].id.value, 0});
    QTRY_VERIFY(catalogue.table().isVisible());
    catalogue.table().setFocus();
    catalogue.setFilter(own);
    QSignalSpy followed(&catalogue, &CatalogueWorkspace::filterChanged);
    QSignalSpy left(&catalogue, &CatalogueWorkspace::lookLeft);
    QVERIFY(!catalogue.actions().leaveLook->isEnabled());

    catalogue.look(look, u"gaps"_s, u"Gaps"_s);
    QVERIFY(catalogue.isLook());
    QCOMPARE(catalogue.filter(), look);
    Q_EMIT catalogue.facets().toggled(Dimension::Effect, {effects[1].id.value, 0}); // within it
    QVERIFY(catalogue.isLook());
    QCOMPARE(followed.size(), 0); // nobody follows it
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
    catalogue.saveState(settings);
    QTest::keyClick(&catalogue.table(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.first().first().toString(), u"gaps"_s);
    QCOMPARE(catalogue.filter(), own);
    QVERIFY(!catalogue.isLook());
    QCOMPARE(followed.size(), 0);

    // A second look comes from the same filter; its chip takes it back and stays here.
    catalogue.look(look, u"gaps"_s, u"Gaps"_s);
    catalogue.look({}, u"study"_s, u"Study"_s);
    auto *chip = catalogue.findChild<Chip *>(u"lookChip"_s);
    QVERIFY(chip);
    QTRY_VERIFY((chip = catalogue.findChild<Chip *>(u"lookChip"_s)) && chip->text().contains(u"Study"_s));
    Q_EMIT chip->removeRequested();
    QCOMPARE(catalogue.filter(), own);
    QCOMPARE(left.size(), 1);

    // What is set for good ends it.
    catalogue.look(look, u"gaps"_s, u"Gaps"_s);
    catalogue.setFilter({});
    QVERIFY(!catalogue.isLook());
    QCOMPARE(followed.size(), 1);

    Open again(study);
    again.workspace.restoreState(settings);
    QCOMPARE(again.workspace.filter(), own); // not the look
}

void TestCatalogueLook::noWordOfATermIsCut()
{
    test::TempStudy study;
    Open open(study);
    const CatalogueTable &table = open.workspace.table();
    for (const auto column :
         {CatalogueColumn::MainElement, CatalogueColumn::Effect, CatalogueColumn::Occurrence}) {
        const QStringList terms = open.workspace.model().termsOf(column);
        QVERIFY(!terms.isEmpty());
        for (const QString &term : terms) {
            for (const QString &word : term.split(u' '))
                QVERIFY2(table.columnWidth(int(column)) >= table.fontMetrics().horizontalAdvance(word) + 10,
                         qPrintable(word));
        }
    }
}

// The list is sorted by what was changed last; who edits one row after another must not be taken to its top.
void TestCatalogueLook::anEditedRowStaysWhereItIs()
{
    test::TempStudy study;
    test::fillCoded(study, {.examples = 20});
    Open open(study);
    QVERIFY(open.wait());
    QCOMPARE(open.workspace.list().sortKey(), SortKey::Updated);
    const std::vector<CatalogueRow> before = *open.workspace.model().rows();
    const auto third = std::ranges::find_if(before.begin() + 3, before.end(),
                                            [](const CatalogueRow &row) { return !row.isNeed; });
    const auto first = std::ranges::find_if_not(before, &CatalogueRow::isNeed);
    const auto mend = [&](const CatalogueRow &row, const QString &text) {
        open.session.perform({.label = u"A title"_s}, [id = row.id, text](Edit &edit) {
            setValue(edit, fields::example::title, id, text);
        });
    };
    mend(*third, u"Mended"_s);
    QTest::qWait(500); // it is read again in a moment
    QVERIFY(open.wait());
    QCOMPARE(*open.workspace.model().rows(), before);
    // Who comes back looks anew.
    open.workspace.hide();
    open.workspace.show();
    QTRY_COMPARE(open.workspace.model().rows()->front(), *third);
    mend(*first, u"Mended as well"_s);
    QTest::qWait(500);
    QVERIFY(open.wait());
    QCOMPARE(open.workspace.model().rows()->front(), *third);
    open.workspace.setFilter({.values = {}, .text = u"mended"_s});
    QTRY_COMPARE(open.workspace.model().rowCount(), 2);
    QTRY_COMPARE(open.workspace.model().rows()->front(), *first);
}

QTEST_MAIN(TestCatalogueLook)
#include "test_catalogue_look.moc"
