#include "tests/support/ui/OpenedStudy.h"
#include "ui/common/AutoGrowTextEdit.h"
#include "ui/common/Chip.h"
#include "ui/common/Door.h"
#include "ui/common/ElidedLabel.h"
#include "ui/common/EmptyState.h"
#include "ui/common/FlowLayout.h"
#include "ui/common/PickDelegate.h"
#include "ui/common/PickModel.h"
#include "ui/common/SearchField.h"
#include "ui/common/SectionHeading.h"
#include "ui/common/StateTag.h"
#include "ui/common/TermPicker.h"

#include <QAbstractItemModelTester>
#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {

QList<PickItem> effects()
{
    return {{1, u"Failure"_s, u"crash, outage"_s, u"Loud"_s, u"It stopped."_s},
            {2, u"Wrong results"_s, u"silent"_s, u"Quiet"_s, u"Nobody saw it."_s},
            {3, u"Late failure"_s, {}, u"Loud"_s},
            {4, u"عطل"_s, u"🧯"_s, u"Quiet"_s}};
}

/// A window with a field and a picker beside it.
struct PickBench
{
    QWidget window;
    QLineEdit *anchor = new QLineEdit(&window);
    TermPicker *picker;

    explicit PickBench(TermPicker::Mode mode)
    {
        window.resize(800, 500);
        anchor->setGeometry(10, 10, 200, 30);
        picker = new TermPicker(mode, &window);
        picker->setItems(effects());
        window.show();
        window.activateWindow();
        anchor->setFocus();
    }
    void key(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
    }
    void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
};

QStringList lines(const PickModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row)
        lines.append(model.index(row).data().toString());
    return lines;
}

} // namespace

class PiecesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textFieldGrowsAndStops()
    {
        AutoGrowTextEdit field;
        field.setLineLimits(1, 5);
        field.resize(300, field.height());
        field.show();
        const int one = field.height();
        field.setTextQuietly(u"a\nb\nc"_s);
        QVERIFY(field.height() >= one + 2 * field.fontMetrics().lineSpacing() - 2);
        field.setTextQuietly(u"line\n"_s.repeated(10'000));
        QVERIFY(field.height() <= one + 4 * field.fontMetrics().lineSpacing() + 2);
        field.setTextQuietly({});
        QCOMPARE(field.height(), one);
    }

    void textFieldSaysOnlyWhatTheUserTyped()
    {
        AutoGrowTextEdit field;
        QSignalSpy spy(&field, &AutoGrowTextEdit::edited);
        field.setTextQuietly(u"from the study"_s);
        QCOMPARE(spy.size(), 0);
        field.show();
        field.moveCursor(QTextCursor::End);
        QTest::keyClicks(&field, u"!"_s);
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy.first().first().toString(), u"from the study!"_s);
    }

    void textFieldKeepsTheCaretWhenTheTextIsRefreshed()
    {
        AutoGrowTextEdit field;
        field.setTextQuietly(u"one two three"_s);
        QTextCursor cursor = field.textCursor();
        cursor.setPosition(7);
        field.setTextCursor(cursor);
        field.setTextQuietly(u"one two three four"_s);
        QCOMPARE(field.textCursor().position(), 7);
        field.setTextQuietly(u"one"_s);
        QCOMPARE(field.textCursor().position(), 3);
    }

    void textFieldWaitsForTheInputMethod()
    {
        AutoGrowTextEdit field;
        field.show();
        QSignalSpy spy(&field, &AutoGrowTextEdit::edited);
        QInputMethodEvent composing(u"か"_s, {});
        QApplication::sendEvent(&field, &composing);
        QVERIFY(field.composing());
        QCOMPARE(spy.size(), 0);
        field.setTextQuietly(u"from elsewhere"_s);
        QCOMPARE(field.toPlainText(), QString());
        QInputMethodEvent done;
        done.setCommitString(u"漢字"_s);
        QApplication::sendEvent(&field, &done);
        QCOMPARE(spy.size(), 1);
        QCOMPARE(field.toPlainText(), u"漢字"_s);
        QVERIFY(!field.composing());
    }

    void undoGoesBeyondTheFieldOnlyWhenTheVisitIsEmpty()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *field = new AutoGrowTextEdit;
        auto *other = new QLineEdit;
        column->addWidget(field);
        column->addWidget(other);
        int windowUndo = 0;
        auto *action = new QAction(&window);
        action->setShortcut(QKeySequence(u"Ctrl+Z"_s));
        window.addAction(action);
        connect(action, &QAction::triggered, &window, [&] { ++windowUndo; });
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        field->setFocus();
        QSignalSpy beyond(field, &AutoGrowTextEdit::undoBeyondField);
        QSignalSpy left(field, &AutoGrowTextEdit::left);

        QTest::keyClicks(field, u"abc"_s);
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(field->toPlainText(), QString());
        QCOMPARE(beyond.size(), 0);
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(beyond.size(), 1);
        QCOMPARE(windowUndo, 0);

        QTest::keyClicks(field, u"kept"_s);
        QTest::keyClick(field, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), other);
        QCOMPARE(left.size(), 1);
        field->setFocus();
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(field->toPlainText(), u"kept"_s);
        QCOMPARE(beyond.size(), 2);
    }

    void searchWaitsForAPauseAndSaysEachTextOnce()
    {
        SearchField field(u"Search"_s);
        field.show();
        QSignalSpy spy(&field, &SearchField::searchChanged);
        QTest::keyClicks(&field, u"gap"_s);
        QCOMPARE(spy.size(), 0);
        QTRY_COMPARE(spy.size(), 1);
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(spy.size(), 1);
        QSignalSpy escaped(&field, &SearchField::escaped);
        QTest::keyClick(&field, Qt::Key_Escape);
        QCOMPARE(field.text(), QString());
        QCOMPARE(spy.size(), 2);
        QCOMPARE(escaped.size(), 0);
        QTest::keyClick(&field, Qt::Key_Escape);
        QCOMPARE(escaped.size(), 1);
        field.setQuietly(u"restored"_s);
        QTest::qWait(250);
        QCOMPARE(spy.size(), 2);
    }

    void chipsAreRemovedByKeyAndByTheCross()
    {
        Chip chip(u"Element: Trained model & more"_s);
        chip.resize(chip.sizeHint());
        chip.show();
        QSignalSpy removed(&chip, &Chip::removeRequested);
        QSignalSpy clicked(&chip, &Chip::clicked);
        QTest::keyClick(&chip, Qt::Key_Delete);
        QTest::keyClick(&chip, Qt::Key_Backspace);
        QCOMPARE(removed.size(), 2);
        QTest::mouseClick(&chip, Qt::LeftButton, {},
                          QPoint(chip.width() - chip.height() / 2, chip.height() / 2));
        QCOMPARE(removed.size(), 3);
        QCOMPARE(clicked.size(), 0);
        QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(15, chip.height() / 2));
        QTest::keyClick(&chip, Qt::Key_Return);
        QCOMPARE(clicked.size(), 2);
        chip.setRemovable(false);
        QTest::keyClick(&chip, Qt::Key_Delete);
        QCOMPARE(removed.size(), 3);
    }

    void arrowsStayAmongTheChips()
    {
        QWidget box;
        auto *column = new QVBoxLayout(&box);
        auto *other = new QPushButton(u"elsewhere"_s);
        column->addWidget(other);
        auto *row = new QWidget;
        auto *flow = new FlowLayout(row);
        auto *first = new Chip(u"one"_s), *second = new Chip(u"two"_s);
        flow->addWidget(first);
        flow->addWidget(second);
        column->addWidget(row);
        test::showActive(box, {400, 200});
        first->setFocus();
        for (const Qt::Key key : {Qt::Key_Up, Qt::Key_Left}) {
            QTest::keyClick(first, key);
            QVERIFY(first->hasFocus());
        }
        QTest::keyClick(first, Qt::Key_Right);
        QVERIFY(second->hasFocus());
        for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Right}) {
            QTest::keyClick(second, key);
            QVERIFY(second->hasFocus());
        }
        QTest::keyClick(second, Qt::Key_Left);
        QVERIFY(first->hasFocus());
    }

    void punctuationBehindAFullLineIsSeen()
    {
        QWidget box;
        auto *flow = new FlowLayout(&box, 4);
        auto *blank = new QLineEdit;
        blank->setMinimumWidth(50);
        blank->setFixedHeight(60); // two lines
        blank->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        auto *long_ = new QLabel(QString(200, u'x')); // wider than the line
        long_->setMinimumWidth(50);
        long_->setFixedHeight(60);
        auto *sign = new QLabel(u";"_s);
        flow->addWidget(blank);
        flow->addWidget(long_);
        flow->addPunctuation(sign);
        flow->setGeometry({0, 0, 300, 400});
        QVERIFY(sign->geometry().right() < 300);
        QVERIFY(sign->geometry().left() >= long_->geometry().right());
        QCOMPARE(sign->geometry().bottom(), long_->geometry().bottom());
    }

    void flowBreaksLinesAndMirrors()
    {
        QWidget box;
        auto *flow = new FlowLayout(&box, 5);
        QList<QWidget *> items;
        for (int i = 0; i < 3; ++i) {
            items.append(new QWidget);
            items.last()->setFixedSize(100, 20);
            flow->addWidget(items.last());
        }
        QCOMPARE(flow->heightForWidth(400), 20);
        QCOMPARE(flow->heightForWidth(210), 45);
        QCOMPARE(flow->heightForWidth(10), 70);
        box.resize(210, 100);
        box.show();
        QCOMPARE(items[0]->x(), 0);
        QCOMPARE(items[2]->y(), 25);
        box.setLayoutDirection(Qt::RightToLeft);
        QCoreApplication::sendPostedEvents();
        flow->setGeometry(box.rect());
        QCOMPARE(items[0]->geometry().right(), 209);
        flow->clear();
        QCOMPARE(flow->count(), 0);
        QCOMPARE(flow->heightForWidth(100), 0);
    }

    void labelsElideAndKeepTheText()
    {
        ElidedLabel label(u"one\ntwo "_s + u"long "_s.repeated(5000));
        label.resize(120, 20);
        QVERIFY(label.elided());
        QVERIFY(!label.text().contains(u'\n'));
        QVERIFY(label.minimumSizeHint().width() < 200);
        label.grab();
    }

    void piecesDrawInEveryDirectionAndSize()
    {
        QWidget page;
        page.setLayoutDirection(Qt::RightToLeft);
        auto *column = new QVBoxLayout(&page);
        auto *empty = new EmptyState(u"seamfinder-gaps"_s, u"لا شيء هنا"_s, u"🙂 "_s.repeated(300));
        empty->addDoor(u"document-new"_s, u"Eins"_s,
                       u"Ein Satz, der deutlich länger ist als sein Vorbild."_s);
        empty->addDoor(u"document-open"_s, {}, {});
        empty->addButton(u"Los"_s);
        column->addWidget(empty);
        auto *heading = new SectionHeading(u"Überschrift"_s, SectionHeading::Level::Pane);
        heading->setNote(u"12 of 60"_s);
        column->addWidget(heading);
        column->addWidget(new StateTag(u"near miss"_s, Tone::Warning));
        column->addWidget(new StateTag({}, Tone::Bad));
        QFont big = page.font();
        big.setPointSizeF(big.pointSizeF() * 2);
        for (const QFont &font : {page.font(), big}) {
            page.setFont(font);
            for (const QSize size : {QSize(40, 40), QSize(500, 300), QSize(2560, 1440)}) {
                page.resize(size);
                QVERIFY(!page.grab().isNull());
            }
        }
    }

    void pickModelObeysTheModelRules()
    {
        PickModel model(true);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setNewAllowed(true);
        model.setItems(effects());
        for (const QString &typed : {u""_s, u"f"_s, u"zzz"_s, u"late fail"_s, u"🧯"_s, u"("_s})
            model.setTyped(typed);
        model.setItems({});
        QCOMPARE(model.bestRow(), 0); // only “Add “(””
    }

    void pickModelFindsByLabelAndAliasBestFirst()
    {
        PickModel model(false);
        model.setItems(effects());
        QCOMPARE(lines(model), (QStringList{u"Loud"_s, u"Failure"_s, u"Late failure"_s, u"Quiet"_s,
                                            u"Wrong results"_s, u"عطل"_s}));
        model.setTyped(u"FAIL"_s);
        QCOMPARE(lines(model), (QStringList{u"Loud"_s, u"Failure"_s, u"Late failure"_s}));
        QCOMPARE(model.bestRow(), 1);
        model.setTyped(u"fail late"_s);
        QCOMPARE(lines(model), (QStringList{u"Loud"_s, u"Late failure"_s}));
        model.setTyped(u"outage"_s);
        QCOMPARE(lines(model), (QStringList{u"Loud"_s, u"Failure"_s}));
        model.setTyped(u"عط"_s);
        QCOMPARE(model.itemCount(), 1);
        model.setTyped(u"nothing such"_s);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.bestRow(), -1);
    }

    void pickModelTakesTheFirstOfTheBest()
    {
        PickModel model(false);
        model.setItems({{1, u"The development environment"_s, {}, u"First"_s},
                        {2, u"Where it runs"_s, u"device"_s, u"First"_s},
                        {3, u"Deviation of the data"_s, {}, u"Second"_s},
                        {4, u"Data"_s, {}, u"Third"_s},
                        {5, u"Data is where it runs, not devised"_s, {}, u"Third"_s}});
        const auto best = [&model] { return model.index(model.bestRow()).data(PickModel::IdRole).toInt(); };
        model.setTyped(u"dev"_s);
        QCOMPARE(best(), 1); // what is further down begins with it
        model.setTyped(u"devia"_s);
        QCOMPARE(best(), 3);
        model.setTyped(u"data"_s); // as a whole, though something stands above
        QCOMPARE(best(), 4);
        model.setTyped(u"where it"_s);
        QCOMPARE(best(), 2); // several words in a row: what begins with them
        model.setTyped(u"data is"_s);
        QCOMPARE(best(), 5);
    }

    void pickedLinesAreToldApartEvenWhereTheyAreTooLong()
    {
        const PickDelegate delegate;
        PickModel model(false);
        model.setItems({{1, u"Who would tell them, "_s.repeated(20) + tellsApart.toString() + u"rain"_s}});
        QStyleOptionViewItem option;
        option.rect = {0, 0, 300, 24};
        delegate.initStyleOption(&option, model.index(0));
        QVERIFY(option.text.startsWith(u"Who would"_s));
        QVERIFY(option.text.endsWith(u"rain"_s));
        QVERIFY(QFontMetrics(option.font).horizontalAdvance(option.text) <= 300);
    }

    void singlePickerPicksAndGivesTheFocusBack()
    {
        PickBench bench(TermPicker::Mode::Single);
        QVERIFY(QTest::qWaitForWindowActive(&bench.window));
        QSignalSpy picked(bench.picker, &TermPicker::picked);
        QSignalSpy closed(bench.picker, &TermPicker::closed);
        bench.picker->openAt(bench.anchor);
        QVERIFY(bench.picker->isVisible());
        bench.type(u"wro"_s);
        bench.key(Qt::Key_Return);
        QCOMPARE(picked.size(), 1);
        QCOMPARE(picked.first().first().toLongLong(), 2);
        QCOMPARE(bench.picker->chosen(), QList<qint64>{2});
        QCOMPARE(closed.size(), 1);
        QVERIFY(!bench.picker->isVisible());
        QCOMPARE(QApplication::focusWidget(), bench.anchor);
        QVERIFY(bench.window.rect().contains(bench.picker->geometry()));
    }

    void whatIsTypedPicksTheOnlyOneWhenItIsLeft()
    {
        PickBench bench(TermPicker::Mode::Single);
        QVERIFY(QTest::qWaitForWindowActive(&bench.window));
        QSignalSpy picked(bench.picker, &TermPicker::picked);
        QSignalSpy lost(bench.picker, &TermPicker::unmatched);
        bench.picker->openAt(bench.anchor);
        bench.type(u"wro"_s);
        bench.key(Qt::Key_Tab);
        QCOMPARE(picked.size(), 0); // a list of commands does nothing of itself
        bench.picker->setPicksOnLeaving(true);
        bench.picker->openAt(bench.anchor);
        bench.type(u"wro"_s);
        bench.key(Qt::Key_Tab);
        QCOMPARE(picked.size(), 1);
        QCOMPARE(picked.first().first().toLongLong(), 2);
        QVERIFY(!bench.picker->isVisible());
        lost.clear();
        bench.picker->openAt(bench.anchor);
        bench.type(u"zookeeper"_s);
        bench.key(Qt::Key_Tab);
        QCOMPARE(lost.size(), 1);
        QCOMPARE(lost.first().first().toString(), u"zookeeper"_s);
        bench.picker->openAt(bench.anchor);
        bench.key(Qt::Key_Tab); // nothing was typed
        QCOMPARE(lost.size(), 1);
        QCOMPARE(picked.size(), 1);
    }

    void aWholeNameIsMeantIfOnlyOneIsCalledSo()
    {
        PickBench bench(TermPicker::Mode::Single);
        QVERIFY(QTest::qWaitForWindowActive(&bench.window));
        bench.picker->setPicksOnLeaving(true);
        bench.picker->setItems({{.id = 1, .label = {}}, // of a system whose name nobody said yet
                                {.id = 2, .label = u"login"_s},
                                {.id = 3, .label = u"login page"_s},
                                {.id = 4, .label = u"basket"_s},
                                {.id = 5, .label = u"Basket"_s}});
        QSignalSpy picked(bench.picker, &TermPicker::picked);
        for (const QString &typed : {u""_s, u"basket"_s, u"login"_s}) {
            bench.picker->openAt(bench.anchor);
            bench.type(typed);
            bench.key(Qt::Key_Tab);
        }
        QCOMPARE(picked.size(), 1);
        QCOMPARE(picked.first().first().toLongLong(), 2);
    }

    void accentsAndCaseMakeNoDifference()
    {
        PickModel model(false);
        model.setItems({{1, u"Équipe d’exploitation"_s}, {2, u"Schéma"_s}, {3, u"Straße"_s}});
        for (const auto &[typed, id] : {std::pair{u"equipe"_s, 1}, std::pair{u"SCHEMA"_s, 2},
                                        std::pair{u"strasse"_s, 3}, std::pair{u"d'exp"_s, 1}}) {
            model.setTyped(typed);
            QCOMPARE(model.itemCount(), 1);
            QCOMPARE(model.index(model.onlyMeant()).data(PickModel::IdRole).toInt(), id);
        }
    }

    void whatIsTypedToTickTakesNothingBackWhenItIsLeft()
    {
        PickBench bench(TermPicker::Mode::Multiple);
        QVERIFY(QTest::qWaitForWindowActive(&bench.window));
        bench.picker->setPicksOnLeaving(true);
        bench.picker->setChosen({2});
        QSignalSpy lost(bench.picker, &TermPicker::unmatched);
        bench.picker->openAt(bench.anchor);
        bench.type(u"wro"_s);
        bench.key(Qt::Key_Return, Qt::ControlModifier); // off
        QCOMPARE(bench.picker->chosen(), QList<qint64>());
        bench.key(Qt::Key_Tab);
        QCOMPARE(bench.picker->chosen(), QList<qint64>());
        QVERIFY(lost.isEmpty());
        bench.picker->openAt(bench.anchor);
        bench.type(u"wro"_s);
        auto *other = new QLineEdit(&bench.window);
        other->show();
        other->setFocus(); // as by a click elsewhere
        QTRY_COMPARE(bench.picker->chosen(), QList<qint64>{2});
        QVERIFY(other->hasFocus());
    }

    void multiplePickerTicksAndStaysOpen()
    {
        PickBench bench(TermPicker::Mode::Multiple);
        QVERIFY(QTest::qWaitForWindowActive(&bench.window));
        bench.picker->setChosen({2});
        QSignalSpy changed(bench.picker, &TermPicker::chosenChanged);
        bench.picker->openAt(bench.anchor);
        bench.key(Qt::Key_Space); // on Wrong results, which is chosen: off
        QCOMPARE(bench.picker->chosen(), QList<qint64>());
        bench.key(Qt::Key_Up);
        bench.key(Qt::Key_Space);
        bench.key(Qt::Key_Up);
        bench.key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(bench.picker->chosen(), (QList<qint64>{1, 3}));
        QVERIFY(bench.picker->isVisible());
        bench.key(Qt::Key_Return);
        QCOMPARE(bench.picker->chosen(), (QList<qint64>{1, 3}));
        QVERIFY(!bench.picker->isVisible());
        QCOMPARE(changed.size(), 3);
    }

    void pickerClosesOnEscAndWhenTheFocusGoes()
    {
        PickBench bench(TermPicker::Mode::Single);
        QVERIFY(QTest::qWaitForWindowActive(&bench.window));
        auto *other = new QLineEdit(&bench.window);
        other->setGeometry(500, 10, 100, 30);
        other->show();
        bench.picker->openAt(bench.anchor, u"x"_s);
        bench.key(Qt::Key_Return); // nothing matches: nothing happens
        QVERIFY(bench.picker->isVisible());
        bench.key(Qt::Key_Escape);
        QVERIFY(bench.picker->isVisible());
        bench.key(Qt::Key_Escape);
        QVERIFY(!bench.picker->isVisible());
        bench.picker->openAt(bench.anchor);
        other->setFocus();
        QVERIFY(!bench.picker->isVisible());
        QCOMPARE(QApplication::focusWidget(), other);
    }

    void pickerOffersANewTerm()
    {
        PickBench bench(TermPicker::Mode::Multiple);
        QVERIFY(QTest::qWaitForWindowActive(&bench.window));
        bench.picker->setNewAllowed(true);
        QSignalSpy wanted(bench.picker, &TermPicker::newWanted);
        bench.picker->openAt(bench.anchor);
        bench.type(u"Drift & decay"_s);
        bench.key(Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toString(), u"Drift & decay"_s);
        bench.picker->openAt(bench.anchor);
        bench.type(u"failure"_s); // exists: picked, not added
        bench.key(Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(bench.picker->chosen(), QList<qint64>{1});
    }

    void pickerWithNothingToPickIsHarmless()
    {
        PickBench bench(TermPicker::Mode::Single);
        QVERIFY(QTest::qWaitForWindowActive(&bench.window));
        bench.picker->setItems({});
        bench.picker->openAt(bench.anchor);
        for (const int key : {Qt::Key_Down, Qt::Key_Up, Qt::Key_PageDown, Qt::Key_Return, Qt::Key_Escape})
            bench.key(Qt::Key(key));
        QVERIFY(!bench.picker->isVisible());
    }

    void enterWithACommandPicksNothing()
    {
        PickBench bench(TermPicker::Mode::Multiple);
        QVERIFY(QTest::qWaitForWindowActive(&bench.window));
        const QSignalSpy picked(bench.picker, &TermPicker::picked);
        bench.picker->openAt(bench.anchor);
        bench.key(Qt::Key_Return, Qt::ControlModifier | Qt::AltModifier);
        bench.key(Qt::Key_Enter, Qt::AltModifier);
        bench.key(Qt::Key_Return, Qt::MetaModifier);
        QCOMPARE(picked.count(), 0);
        bench.key(Qt::Key_Enter, Qt::KeypadModifier);
        QCOMPARE(picked.count(), 1);
        Chip chip(u"One"_s);
        const QSignalSpy clicked(&chip, &QAbstractButton::clicked);
        QTest::keyClick(&chip, Qt::Key_Return, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(clicked.count(), 0);
        QTest::keyClick(&chip, Qt::Key_Return);
        QCOMPARE(clicked.count(), 1);
    }
};

QTEST_MAIN(PiecesTest)
#include "test_pieces.moc"
