#include "tests/support/CodedStudy.h"
#include "tests/support/ui/OpenedStudy.h"
#include "tests/support/ui/Shots.h"
#include "tests/support/ui/Typing.h"
#include "ui/codebook/CodebookTree.h"
#include "ui/codebook/CodebookWorkspace.h"
#include "ui/codebook/TermChips.h"
#include "ui/codebook/TermEditor.h"

#include <QAbstractItemModelTester>
#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {

struct Bench
{
    test::TempStudy file;
    test::OpenedStudy open;
    CodebookWorkspace workspace;

    explicit Bench(bool coded = false)
        : open(coded ? test::fillCoded(file) : file)
        , workspace(open.session, open.codebook, open.messages)
    {
        test::showActive(workspace, {1100, 700});
    }

    [[nodiscard]] CodebookTree *tree() const
    {
        return workspace.findChild<CodebookTree *>(u"codebookTree"_s);
    }
    template <class T>
    [[nodiscard]] T *child(const QString &name) const
    {
        return workspace.findChild<T *>(name);
    }
    [[nodiscard]] TermId effect(int place) const
    {
        return open.codebook.codebook().inFacet(u"effect")[place].id;
    }
    [[nodiscard]] const Term &term(TermId id) const { return *open.codebook.codebook().term(id); }
    void settle() const
    {
        QTRY_VERIFY(!open.session.isSaving());
        QCoreApplication::sendPostedEvents();
    }
};

} // namespace

class TestCodebookWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void treeHoldsEveryTermOnce();
    void searchNarrows();
    void aVisitIsOneStep();
    void aNameIsNeverEmpty();
    void twoTermsOfOneNameAreSaid();
    void everyButtonIsSeenFromTermToTerm();
    void addRetireAndUndo();
    void reorderByKeyboard();
    void dropsOnlyAmongSiblings();
    void usesOpenTheCatalogue();
    void looks();
};

void TestCodebookWorkspace::treeHoldsEveryTermOnce()
{
    Bench bench;
    CodebookModel *model = bench.tree()->codebookModel();
    const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QHash<qint64, int> seen;
    const std::function<void(const QModelIndex &)> walk = [&](const QModelIndex &parent) {
        for (int row = 0; row < model->rowCount(parent); ++row) {
            const QModelIndex index = model->index(row, 0, parent);
            if (const qint64 term = index.data(CodebookModel::TermRole).toLongLong())
                ++seen[term];
            walk(index);
        }
    };
    walk({});
    QCOMPARE(seen.size(), bench.open.codebook.codebook().terms().size());
    for (const Term &term : bench.open.codebook.codebook().terms()) {
        QCOMPARE(seen.value(term.id.value), 1);
        const QModelIndex index = model->indexOf(term.id);
        QVERIFY(index.isValid());
        if (term.facet == "information-item"_L1) // under its element
            QCOMPARE(index.parent().data(CodebookModel::AboutRole).toLongLong(), term.about.value);
    }
    model->setCodebook({}); // a codebook of nothing is no trouble
    QVERIFY(!model->indexOf(TermId{1}).isValid());
}

void TestCodebookWorkspace::searchNarrows()
{
    Bench bench;
    auto *search = bench.child<QLineEdit>(u"codebookSearch"_s);
    QVERIFY(bench.workspace.find());
    QTest::keyClicks(search, u"inference TIME"_s);
    QTest::keyClick(search, Qt::Key_Return);
    CodebookModel *model = bench.tree()->codebookModel();
    QVERIFY(model->matchCount() > 0);
    QVERIFY(model->matchCount() < 10);
    search->setText(u"💥 nothing has this"_s);
    QTRY_COMPARE(model->rowCount(), 0);
    search->clear();
    QTRY_COMPARE(model->rowCount(), bench.open.codebook.codebook().facets().size());
}

void TestCodebookWorkspace::aVisitIsOneStep()
{
    Bench bench;
    const TermId id = bench.effect(1);
    const QString before = bench.term(id).definition;
    bench.workspace.showTerm(id);
    auto *definition = bench.child<QPlainTextEdit>(u"termDefinition"_s);
    definition->setFocus();
    definition->moveCursor(QTextCursor::End);
    QTest::keyClicks(definition, u" One"_s);
    QTRY_COMPARE(bench.term(id).definition, before + u" One"_s); // saved by itself, while the focus is in it
    QTest::keyClicks(definition, u" two."_s);
    QTRY_COMPARE(bench.term(id).definition, before + u" One two."_s);
    QCOMPARE(definition->toPlainText(), before + u" One two."_s);
    bench.tree()->setFocus();
    bench.settle();
    QVERIFY(bench.open.session.nextUndo()->label.contains(bench.term(id).label));
    bench.open.session.undo();
    QTRY_COMPARE(bench.term(id).definition, before);
    QCOMPARE(definition->toPlainText(), before);
    const auto next = bench.open.session.nextUndo();
    QVERIFY(!next || !next->label.contains(u"definition"_s)); // both saves were one step
}

void TestCodebookWorkspace::aNameIsNeverEmpty()
{
    Bench bench;
    const TermId id = bench.effect(0);
    const QString before = bench.term(id).label, key = bench.term(id).key;
    bench.workspace.showTerm(id);
    bench.tree()->setFocus();
    QTest::keyClick(bench.tree(), Qt::Key_F2);
    auto *name = bench.child<QLineEdit>(u"termName"_s);
    QVERIFY(name->hasFocus());
    QTest::keyClick(name, Qt::Key_Delete);
    QCOMPARE(name->text(), QString());
    bench.tree()->setFocus();
    bench.settle();
    QCOMPARE(bench.term(id).label, before);
    QCOMPARE(name->text(), before);
    bench.child<TermEditor>(u"termEditor"_s)->editName();
    test::typeText(*name, u"تأخير 🐢"_s);
    bench.tree()->setFocus();
    QTRY_COMPARE(bench.term(id).label, u"تأخير 🐢"_s);
    QCOMPARE(bench.term(id).key, key); // for ever
}

void TestCodebookWorkspace::twoTermsOfOneNameAreSaid()
{
    Bench bench;
    bench.workspace.showTerm(bench.effect(0));
    auto *said = bench.child<QLabel>(u"termSameName"_s);
    QVERIFY(!said->isVisible());
    bench.child<TermEditor>(u"termEditor"_s)->editName();
    const Term &other = bench.term(bench.effect(1));
    test::typeText(*bench.child<QLineEdit>(u"termName"_s), other.label.toUpper());
    QVERIFY(said->isVisible());
    QVERIFY(said->text().contains(other.key));
    bench.settle();
    bench.workspace.showTerm(bench.effect(2));
    QVERIFY(!said->isVisible());
}

/// Chips that are put in anew are placed anew, and the button behind them, too: it stood under the first of
/// them.
void TestCodebookWorkspace::everyButtonIsSeenFromTermToTerm()
{
    Bench bench(true);
    for (const Term &element : bench.open.codebook.codebook().inFacet(u"element")) {
        bench.workspace.showTerm(element.id);
        for (const auto *chips : bench.workspace.findChildren<TermChips *>()) {
            if (!chips->isVisible())
                continue;
            const auto buttons = chips->findChildren<QAbstractButton *>();
            for (const auto *one : buttons) {
                for (const auto *two : buttons) {
                    if (one != two && one->parentWidget() == chips && two->parentWidget() == chips &&
                        one->isVisible() && two->isVisible())
                        QTRY_VERIFY2(!one->geometry().intersects(two->geometry()), qPrintable(element.label));
                }
            }
        }
    }
}

void TestCodebookWorkspace::addRetireAndUndo()
{
    Bench bench;
    const TermId item = bench.open.codebook.codebook().inFacet(u"information-item")[0].id;
    const TermId about = bench.term(item).about;
    bench.workspace.showTerm(item);
    bench.tree()->setFocus();
    QTest::keyClick(bench.tree(), Qt::Key_Insert);
    auto *name = bench.child<QLineEdit>(u"codebookNewName"_s);
    QVERIFY(name->isVisible() && name->hasFocus());
    QTest::keyClick(name, Qt::Key_Return); // nothing typed: nothing happens
    QVERIFY(name->isVisible());
    QTest::keyClicks(name, u"Who may be woken at night"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(bench.child<QLineEdit>(u"termName"_s)->text(), u"Who may be woken at night"_s);
    const TermId made = bench.tree()->currentTerm();
    QCOMPARE(bench.term(made).about, about);
    QCOMPARE(bench.term(made).facet, u"information-item"_s);

    auto *retire = bench.child<QPushButton>(u"termRetire"_s);
    QTest::mouseClick(retire, Qt::LeftButton);
    QTRY_VERIFY(bench.term(made).retired);
    QVERIFY(bench.tree()->codebookModel()->indexOf(made).isValid()); // kept
    bench.child<QAction>(u"codebookRetired"_s)->setChecked(false);
    QVERIFY(!bench.tree()->codebookModel()->indexOf(made).isValid());
    bench.child<QAction>(u"codebookRetired"_s)->setChecked(true);
    bench.open.session.undo();
    QTRY_VERIFY(!bench.term(made).retired);
    bench.open.session.undo();
    QTRY_VERIFY(!bench.open.codebook.codebook().term(made)); // its page goes with it
    bench.settle();
}

void TestCodebookWorkspace::reorderByKeyboard()
{
    Bench bench;
    const TermId first = bench.effect(0), second = bench.effect(1), third = bench.effect(2);
    bench.workspace.showTerm(first);
    bench.tree()->setFocus();
    QTest::keyClick(bench.tree(), Qt::Key_Up, Qt::AltModifier); // already first
    QTest::keyClick(bench.tree(), Qt::Key_Down, Qt::AltModifier);
    QTRY_COMPARE(bench.effect(1), first);
    QCOMPARE(bench.effect(0), second);
    QCOMPARE(bench.tree()->currentTerm(), first); // the selection goes along
    QTest::keyClick(bench.tree(), Qt::Key_Down, Qt::AltModifier);
    QTRY_COMPARE(bench.effect(2), first);
    QCOMPARE(bench.effect(1), third);
    const int last = int(bench.open.codebook.codebook().inFacet(u"effect").size()) - 1;
    for (int i = 2; i < last; ++i) {
        QTest::keyClick(bench.tree(), Qt::Key_Down, Qt::AltModifier);
        QTRY_COMPARE(bench.effect(i + 1), first);
    }
    QTest::keyClick(bench.tree(), Qt::Key_Down, Qt::AltModifier); // the end
    bench.settle();
    QCOMPARE(bench.effect(last), first);
}

void TestCodebookWorkspace::dropsOnlyAmongSiblings()
{
    Bench bench;
    CodebookModel *model = bench.tree()->codebookModel();
    const QModelIndex third = model->indexOf(bench.effect(2));
    const std::unique_ptr<QMimeData> data(model->mimeData({third}));
    const QModelIndex other = model->indexOf(bench.open.codebook.codebook().inFacet(u"role")[0].id);
    QVERIFY(!model->canDropMimeData(data.get(), Qt::MoveAction, 0, 0, other.parent()));
    QVERIFY(!model->canDropMimeData(data.get(), Qt::MoveAction, -1, -1, third.parent()));
    QVERIFY(model->canDropMimeData(data.get(), Qt::MoveAction, 0, 0, third.parent()));
    const TermId moved = bench.effect(2), first = bench.effect(0);
    model->dropMimeData(data.get(), Qt::MoveAction, 0, 0, third.parent());
    QTRY_COMPARE(bench.effect(0), moved);
    QCOMPARE(bench.effect(1), first);
}

void TestCodebookWorkspace::usesOpenTheCatalogue()
{
    Bench bench(true);
    const TermId id = bench.effect(0);
    bench.workspace.showTerm(id);
    auto *uses = bench.child<QPushButton>(u"termUses"_s);
    QTRY_VERIFY(uses->isEnabled());
    QSignalSpy wanted(&bench.workspace, &CodebookWorkspace::catalogueWanted);
    uses->setFocus();
    QTest::keyClick(uses, Qt::Key_Space);
    QCOMPARE(wanted.size(), 1);
    QVERIFY(wanted.first().first().value<Filter>().has(Dimension::Effect, {id.value, 0}));

    bench.workspace.showTerm(bench.open.codebook.codebook().inFacet(u"role")[0].id);
    QTRY_VERIFY(uses->isEnabled());
    QTest::keyClick(uses, Qt::Key_Space); // used in several ways: which one?
    auto *menu = bench.workspace.findChild<QMenu *>(u"usesMenu"_s);
    QVERIFY(menu);
    QVERIFY(menu->actions().size() >= 4);
    menu->actions().first()->trigger();
    QCOMPARE(wanted.size(), 2);
    menu->close();
}

void TestCodebookWorkspace::looks()
{
    Bench bench(true);
    bench.workspace.showTerm(bench.open.codebook.codebook().inFacet(u"element")[4].id);
    QTest::qWait(700);
    for (const QSize size : {QSize(1030, 620), QSize(2490, 1360)}) {
        bench.workspace.resize(size);
        QTest::qWait(50);
        test::shoot(bench.workspace, u"codebook-%1"_s.arg(size.width()));
    }
    QVERIFY(bench.open.messages.shown.isEmpty());
}

QTEST_MAIN(TestCodebookWorkspace)
#include "test_codebook_workspace.moc"
