#include "tests/support/ui/InterviewBench.h"
#include "tests/support/ui/Shots.h"
#include "tests/support/ui/Typing.h"
#include "tests/support/ui/WindowBench.h"
#include "ui/common/CommandKeys.h"
#include "ui/common/KeyRules.h"
#include "ui/interview/InterviewPage.h"
#include "ui/interview/InterviewWorkspace.h"
#include "ui/interview/QuestionView.h"
#include "ui/shell/KeyField.h"
#include "ui/shell/KeysPanel.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using namespace Qt::StringLiterals;
using test::press;
using test::WindowBench;

namespace {

CommandKeys &keys()
{
    return CommandKeys::ofProgram();
}

QList<QKeySequence> only(const QString &key)
{
    return {QKeySequence(key)};
}

/// The page "Keys" of a window, and what one does with it.
struct Page
{
    explicit Page(WindowBench &bench)
    {
        bench.action(u"keys"_s)->trigger();
        panel = bench.window->findChild<KeysPanel *>();
        if (!panel)
            qFatal("there is no page of keys");
    }

    template <class Part>
    Part *part(const QString &name) const
    {
        return panel->findChild<Part *>(name);
    }
    QTreeWidget *list() const { return part<QTreeWidget>(u"keysList"_s); }
    QString said() const { return part<QLabel>(u"keysSaid"_s)->text(); }

    QTreeWidgetItem *line(const QString &place, const QString &name) const
    {
        for (QTreeWidgetItemIterator at(list()); *at; ++at) {
            if ((*at)->parent() && (*at)->parent()->text(0) == place && (*at)->text(0) == name)
                return *at;
        }
        return nullptr;
    }
    QTreeWidgetItem *line(KeyCommand command) const
    {
        return line(placeName(placeOf(command)), commandName(command));
    }
    QString shown(KeyCommand command) const { return line(command)->text(1); }
    void choose(KeyCommand command) const { list()->setCurrentItem(line(command)); }
    void hit(Qt::Key key, Qt::KeyboardModifiers held = Qt::NoModifier) const
    {
        QTest::keyClick(part<KeyField>(u"keysField"_s), key, held);
    }
    void click(const QString &name) const { part<QPushButton>(name)->click(); }

    KeysPanel *panel;
};

} // namespace

class TestKeys : public test::InterviewBench
{
    Q_OBJECT

private Q_SLOTS:
    void theDefaultsAreOrderly()
    {
        keys().load({});
        QSet<QString> ids;
        for (const KeyCommand command : keyCommands()) {
            const QString name = commandId(command);
            QVERIFY2(!ids.contains(name), qPrintable(name));
            ids.insert(name);
            QVERIFY2(!commandName(command).isEmpty(), qPrintable(name));
            const QList<QKeySequence> all = defaultKeys(command);
            QVERIFY2(!all.isEmpty(), qPrintable(name));
            QVERIFY2(keys().holders(command, all).isEmpty(), qPrintable(name));
            for (const QKeySequence &key : all) {
                QCOMPARE(key.count(), 1);
                QVERIFY2(key[0].key() != Qt::Key_unknown, qPrintable(name));
                for (const FixedKey &fixed : fixedKeys())
                    QVERIFY2(!areTogether(placeOf(command), fixed.place) || !keysOf(fixed).contains(key),
                             qPrintable(name));
            }
        }
        for (const FixedKey &fixed : fixedKeys()) {
            QVERIFY2(!keysOf(fixed).isEmpty(), fixed.name);
            for (const QKeySequence &key : keysOf(fixed))
                QVERIFY2(key[0].key() != Qt::Key_unknown, fixed.name);
        }
    }

    void ofOthersAreRefused_data()
    {
        QTest::addColumn<KeyCommand>("command");
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("refused");
        for (const char *key : {"Ctrl+Q",
                                "F10",
                                "Ctrl+M",
                                "Ctrl+Shift+M",
                                "Alt+F4",
                                "Meta+N",
                                "PgUp",
                                "PgDown",
                                "Ctrl+C",
                                "Ctrl+V",
                                "Ctrl+X",
                                "Ctrl+A",
                                "Ctrl+Z",
                                "Ctrl+Y",
                                "Ctrl+Shift+Z",
                                "Ctrl+Left",
                                "Ctrl+Shift+End",
                                "Shift+Ins",
                                "Ctrl+Del",
                                "Home",
                                "Left",
                                "Return",
                                "Esc",
                                "Tab",
                                "Shift+Tab",
                                "Space",
                                "Ctrl+Space",
                                "Ctrl+Shift+U",
                                "J",
                                "Shift+J",
                                "5",
                                "Alt+J",
                                "Alt+1",
                                "F4",
                                "Alt+Return"})
            QTest::addRow("question %s", key) << KeyCommand::Jump << QString::fromLatin1(key) << true;
        for (const char *key : {"F5", "Shift+F8", "Ctrl+L", "Ctrl+Alt+J", "Ctrl+Shift+J", "Alt+Right",
                                "Ctrl+Shift+PgUp", "Ctrl+Return", "Ctrl+J"})
            QTest::addRow("question %s", key) << KeyCommand::Jump << QString::fromLatin1(key) << false;
        for (const char *key : {"5", "Shift+J", ",", "Del", "Down", "Ctrl+C"})
            QTest::addRow("code %s", key) << KeyCommand::CodeEffect << QString::fromLatin1(key) << true;
        for (const char *key : {"J", "Z", "F5", "Ctrl+L"})
            QTest::addRow("code %s", key) << KeyCommand::CodeEffect << QString::fromLatin1(key) << false;
        QTest::newRow("quit keeps its own") << KeyCommand::Quit << u"Ctrl+Q"_s << false;
        QTest::newRow("delete keeps its own") << KeyCommand::DeleteExample << u"Del"_s << false;
        QTest::newRow("a list's key elsewhere") << KeyCommand::AddTerm << u"F2"_s << true;
        QTest::newRow("where that list is not") << KeyCommand::AddGap << u"F2"_s << true; // beside a chip
        QTest::newRow("in the catalogue") << KeyCommand::DeleteExample << u"F2"_s << false;
    }

    void ofOthersAreRefused()
    {
        QFETCH(KeyCommand, command);
        QFETCH(QString, key);
        QFETCH(bool, refused);
        const QString sentence = refusal(command, QKeySequence(key));
        QCOMPARE(!sentence.isEmpty(), refused);
        QVERIFY(!refused || sentence.endsWith(u'.'));
        QVERIFY(!sentence.contains(u"%1"_s));
    }

    void everyCommandStandsInTheList()
    {
        WindowBench bench;
        Page page(bench);
        for (const KeyCommand command : keyCommands()) {
            QVERIFY2(page.line(command), qPrintable(commandId(command)));
            QCOMPARE(page.shown(command), keys().allTexts(command));
            QVERIFY(page.line(command)->text(2).isEmpty());
        }
        QCOMPARE(page.shown(KeyCommand::NextQuestion), u"Ctrl+Enter, Ctrl+PgDown"_s);
        for (const FixedKey &fixed : fixedKeys()) {
            QTreeWidgetItem *line = page.line(placeName(fixed.place), nameOf(fixed));
            QVERIFY2(line, fixed.name);
            page.list()->setCurrentItem(line);
            QVERIFY(!page.part<KeyField>(u"keysField"_s)->isEnabled());
        }
        QVERIFY(!page.part<QPushButton>(u"keysResetAll"_s)->isEnabled());
    }

    void theListIsSearched()
    {
        WindowBench bench;
        bench.show();
        Page page(bench);
        QTRY_VERIFY(page.panel->isActiveWindow());
        QTRY_COMPARE(QApplication::focusWidget(), page.part<QWidget>(u"keysSearch"_s));
        test::type(u"read exam"_s);
        press(Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget(), page.list());
        QCOMPARE(page.list()->currentItem(), page.line(KeyCommand::ReadBack));
        QVERIFY(page.line(KeyCommand::Jump)->isHidden());
        QVERIFY(page.line(KeyCommand::Quit)->parent()->isHidden());
        press(Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget(), page.part<QWidget>(u"keysField"_s));
        test::shoot(*page.panel, u"keys"_s);
        press(Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), page.list());
        press(Qt::Key_Escape);
        QVERIFY(!page.panel->isVisible());

        bench.action(u"keys"_s)->trigger();
        QTRY_COMPARE(QApplication::focusWidget(), page.part<QWidget>(u"keysSearch"_s));
        test::type(u"ctrl+j"_s);
        press(Qt::Key_Down);
        QCOMPARE(page.list()->currentItem(), page.line(KeyCommand::Jump));
    }

    void aNewKeyHoldsAtOnceAndAfterARestart()
    {
        WindowBench bench;
        bench.openStudy();
        bench.show();
        {
            Page page(bench);
            page.choose(KeyCommand::ToCatalogue);
            page.hit(Qt::Key_Control, Qt::ControlModifier); // no key yet
            QVERIFY(page.said().isEmpty());
            page.hit(Qt::Key_L, Qt::ControlModifier);
            QVERIFY2(page.said().contains(u"Ctrl+L"_s), qPrintable(page.said()));
            QCOMPARE(page.shown(KeyCommand::ToCatalogue), u"Ctrl+L"_s);
            QCOMPARE(page.line(KeyCommand::ToCatalogue)->text(2), u"Ctrl+3"_s);
            page.click(u"keysClose"_s);
        }
        QCOMPARE(bench.action(u"show-catalogue"_s)->shortcuts(), only(u"Ctrl+L"_s));
        bench.window->activateWindow();
        QTRY_VERIFY(bench.window->isActiveWindow());
        QTest::keyClick(bench.window.get(), Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(bench.window->currentWorkspace(), bench.places[0]);
        QTest::keyClick(bench.window.get(), Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(bench.window->currentWorkspace(), bench.places[2]);
        const auto tip = [&bench] {
            const auto buttons = bench.window->findChildren<QAbstractButton *>();
            const auto found =
                std::find_if(buttons.begin(), buttons.end(), [](const QAbstractButton *button) {
                    return button->accessibleName() == u"CATALOGUE"_s;
                });
            return found == buttons.end() ? QString() : (*found)->toolTip();
        };
        QCOMPARE(tip(), u"CATALOGUE (Ctrl+L)"_s);

        bench.places.clear();
        bench.window.reset();
        keys().load(bench.folder.filePath(u"other.ini"_s));
        QVERIFY(keys().hasDefault(KeyCommand::ToCatalogue));
        bench.window = std::make_unique<MainWindow>(bench.settings, bench.theme);
        bench.openStudy();
        QCOMPARE(bench.action(u"show-catalogue"_s)->shortcuts(), only(u"Ctrl+L"_s));
        QCOMPARE(tip(), u"CATALOGUE (Ctrl+L)"_s);

        Page page(bench);
        page.choose(KeyCommand::ToCatalogue);
        page.click(u"keysReset"_s);
        QCOMPARE(bench.action(u"show-catalogue"_s)->shortcut(), QKeySequence(u"Ctrl+3"_s));
        // As the digit row of an AZERTY keyboard has it.
        QVERIFY(bench.action(u"show-catalogue"_s)->shortcuts().contains(QKeySequence(u"Ctrl+\""_s)));
        QCOMPARE(tip(), u"CATALOGUE (Ctrl+3)"_s);
        QVERIFY(!page.part<QPushButton>(u"keysReset"_s)->isEnabled());
        keys().load(bench.file);
        QVERIFY(keys().hasDefault(KeyCommand::ToCatalogue));
    }

    void aKeyOfAnotherCommandIsGivenOnlyWhenAskedFor()
    {
        WindowBench bench;
        bench.show();
        Page page(bench);
        page.choose(KeyCommand::Timeline);
        auto *take = page.part<QPushButton>(u"keysTake"_s);
        QVERIFY(take->isHidden());
        page.hit(Qt::Key_J, Qt::ControlModifier);
        QVERIFY2(page.said().contains(commandName(KeyCommand::Jump)), qPrintable(page.said()));
        QVERIFY(keys().hasDefault(KeyCommand::Timeline));
        QVERIFY(keys().hasDefault(KeyCommand::Jump));
        QVERIFY(take->isVisible());

        page.choose(KeyCommand::Pause); // another one: what was asked for the first is off
        QVERIFY(take->isHidden());
        page.choose(KeyCommand::Timeline);
        page.hit(Qt::Key_J, Qt::ControlModifier);
        take->click();
        QCOMPARE(keys().keys(KeyCommand::Timeline), only(u"Ctrl+J"_s));
        QVERIFY(keys().keys(KeyCommand::Jump).isEmpty());
        QVERIFY(take->isHidden());
        QVERIFY(page.said().contains(commandName(KeyCommand::Jump)));

        // Its default key comes back only with the other's consent, or when that one gives it up.
        page.choose(KeyCommand::Jump);
        page.click(u"keysReset"_s);
        QVERIFY(take->isVisible());
        QVERIFY(keys().keys(KeyCommand::Jump).isEmpty());
        take->click();
        QVERIFY(keys().hasDefault(KeyCommand::Jump));
        QVERIFY(keys().keys(KeyCommand::Timeline).isEmpty());
        page.choose(KeyCommand::Timeline);
        page.click(u"keysReset"_s);
        QVERIFY(keys().hasDefault(KeyCommand::Timeline));
        QVERIFY(!page.part<QPushButton>(u"keysResetAll"_s)->isEnabled());
    }

    void partOfSeveralKeysCanBeTaken()
    {
        keys().load({});
        keys().set(KeyCommand::Pause, only(u"Ctrl+PgDown"_s));
        QCOMPARE(keys().allTexts(KeyCommand::NextQuestion), u"Ctrl+Enter"_s);
        keys().reset(KeyCommand::Pause);
        QVERIFY(keys().hasDefault(KeyCommand::NextQuestion));
    }

    void oneKeyServesWhereBothAreNeverTogether()
    {
        keys().load({});
        // Of the codebook and of a question; of every place and of a question.
        QVERIFY(keys().holders(KeyCommand::AddTerm, only(u"Ctrl+J"_s)).isEmpty());
        QCOMPARE(keys().holders(KeyCommand::Find, only(u"Ctrl+J"_s)), QList{KeyCommand::Jump});
        QCOMPARE(keys().holders(KeyCommand::CodeTag, only(u"O"_s)), QList{KeyCommand::CodeOwner});
    }

    void refusedKeysChangeNothing()
    {
        WindowBench bench;
        Page page(bench);
        page.choose(KeyCommand::Pause);
        for (const Qt::Key key : {Qt::Key_C, Qt::Key_M, Qt::Key_Q}) {
            page.hit(key, Qt::ControlModifier);
            QVERIFY(!page.said().isEmpty());
            QVERIFY(keys().hasDefault(KeyCommand::Pause));
            QVERIFY(page.part<QPushButton>(u"keysTake"_s)->isHidden());
        }
        page.hit(Qt::Key_B);
        QVERIFY(page.said().contains(u"Ctrl"_s));
        QVERIFY(keys().hasDefault(KeyCommand::Pause));
        page.click(u"keysNone"_s);
        QVERIFY(keys().keys(KeyCommand::Pause).isEmpty());
        QVERIFY(!page.part<QPushButton>(u"keysNone"_s)->isEnabled());
        page.click(u"keysResetAll"_s);
        QVERIFY(keys().hasDefault(KeyCommand::Pause));
    }

    void enterIsOneKey()
    {
        WindowBench bench;
        Page page(bench);
        page.choose(KeyCommand::Jump);
        page.hit(Qt::Key_Return, Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(keys().keys(KeyCommand::Jump).size(), 2);
        QCOMPARE(page.shown(KeyCommand::Jump), u"Ctrl+Alt+Shift+Enter"_s);
    }

    void aFileThatSaysNonsenseDoesNoHarm()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"settings.ini"_s);
        {
            QSettings file(path, QSettings::IniFormat);
            file.setValue(u"keys/interview.jump"_s, u"Ctrl+C"_s);
            file.setValue(u"keys/interview.pause"_s, u"what is this"_s);
            file.setValue(u"keys/interview.timeline"_s, u"Ctrl+L"_s);
            file.setValue(u"keys/interview.finish"_s, u"Ctrl+L"_s);
            file.setValue(u"keys/interview.note"_s, u""_s);
            file.setValue(u"keys/of.a-later-version"_s, u"F5"_s);
        }
        keys().load(path);
        QVERIFY(keys().hasDefault(KeyCommand::Jump));
        QVERIFY(keys().hasDefault(KeyCommand::Pause));
        QCOMPARE(keys().keys(KeyCommand::Timeline), only(u"Ctrl+L"_s));
        QVERIFY(keys().hasDefault(KeyCommand::Finish));
        QVERIFY(keys().keys(KeyCommand::NoteOnQuestion).isEmpty());
        keys().resetAll();
        QCOMPARE(QSettings(path, QSettings::IniFormat).value(u"keys/of.a-later-version"_s).toString(),
                 u"F5"_s);
    }

    void theInterviewFollows()
    {
        keys().load({});
        start();
        const auto *finish = m_workspace->findChild<QAction *>(u"finishInterview"_s);
        auto *note = m_workspace->findChild<QPlainTextEdit *>(u"questionNote"_s);
        QVERIFY(note->isHidden());
        keys().set(KeyCommand::NoteOnQuestion, only(u"F5"_s));
        keys().set(KeyCommand::Finish, only(u"Ctrl+Alt+Y"_s));
        QCOMPARE(finish->shortcuts(), only(u"Ctrl+Alt+Y"_s));
        const auto names = [this](const QString &key) {
            for (const QAbstractButton *button : m_workspace->page()->findChildren<QAbstractButton *>()) {
                if (button->text().contains(key) || button->toolTip().contains(key))
                    return true;
            }
            return false;
        };
        QVERIFY(names(u"F5"_s));
        QVERIFY(names(u"(Ctrl+Alt+Y)"_s));
        QVERIFY(!names(u"Ctrl+Alt+N"_s));
        QVERIFY(!names(u"Ctrl+Alt+Enter"_s));
        press(Qt::Key_N, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(note->isHidden());
        press(Qt::Key_F5);
        QVERIFY(!note->isHidden());
        keys().set(KeyCommand::NoteOnQuestion, {});
        QVERIFY(!names(u"F5"_s));
    }

    void theMarkKeyCanBeAnother()
    {
        keys().load({});
        start();
        const qsizetype before = interview().data().marks.size();
        keys().set(KeyCommand::Mark, only(u"Ctrl+L"_s));
        press(Qt::Key_F8);
        press(Qt::Key_F8);
        QTRY_VERIFY(interview().isSaved());
        QCOMPARE(interview().data().marks.size(), before);
        press(Qt::Key_L, Qt::ControlModifier);
        press(Qt::Key_L, Qt::ControlModifier);
        QTRY_COMPARE(interview().data().marks.size(), before + 1);
    }
};

QTEST_MAIN(TestKeys)
#include "test_keys.moc"
