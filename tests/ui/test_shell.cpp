#include "core/catalogue/EditInterview.h"
#include "core/exchange/OutputFile.h"
#include "tests/support/SourceTree.h"
#include "tests/support/ui/WindowBench.h"
#include "ui/common/Colors.h"
#include "ui/common/EmptyState.h"
#include "ui/common/Icons.h"
#include "ui/shell/Jobs.h"
#include "ui/shell/MessageCard.h"
#include "ui/shell/Messages.h"
#include "ui/shell/RecentStudies.h"
#include "ui/shell/SavedIndicator.h"
#include "ui/shell/Sentences.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using namespace Qt::StringLiterals;
using test::FakeWorkspace;
using Bench = test::WindowBench;

namespace {

QPushButton *buttonNamed(QWidget *in, const QString &text)
{
    for (QPushButton *button : in->findChildren<QPushButton *>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

} // namespace

class ShellTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyColourPairIsReadable_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void everyColourPairIsReadable()
    {
        QFETCH(bool, dark);
        const Colors &c = dark ? darkColors() : lightColors();
        constexpr double aa = 4.5;
        for (const QColor &background : {c.window, c.surface, c.raised}) {
            QVERIFY(contrast(c.text, background) >= 7);
            QVERIFY2(contrast(c.mutedText, background) >= aa, qPrintable(background.name()));
            QVERIFY2(contrast(c.link, background) >= aa, qPrintable(background.name()));
            QVERIFY2(contrast(c.accent, background) >= 3, qPrintable(background.name()));
        }
        for (const QColor &background : {c.window, c.surface})
            QVERIFY2(contrast(c.outline, background) >= 3, qPrintable(background.name()));
        QVERIFY(contrast(c.accentText, c.accent) >= aa);
        for (const Tone tone : {Tone::Neutral, Tone::Accent, Tone::Good, Tone::Warning, Tone::Bad})
            QVERIFY2(contrast(c.tone(tone).text, c.tone(tone).background) >= aa,
                     qPrintable(QString::number(int(tone))));
        QCOMPARE(isDark(paletteFor(c)), dark);
        QCOMPARE(&colorsFor(paletteFor(c)), &c);
    }

    void contrastAgreesWithTheStandard()
    {
        QCOMPARE(qRound(contrast(Qt::black, Qt::white) * 100), 2100);
        QCOMPARE(qRound(contrast(Qt::white, Qt::white) * 100), 100);
        // The grey that WCAG texts name as the lightest that passes on white.
        QVERIFY(contrast(QColor(0x76, 0x76, 0x76), Qt::white) >= 4.5);
        QVERIFY(contrast(QColor(0x77, 0x77, 0x77), Qt::white) < 4.5);
    }

    void everyIconNamedInTheSourceExists()
    {
        Bench bench;
        const QRegularExpression plain(u"\\bicon\\(\\s*u\"([^\"]+)\""_s);
        QStringList names;
        QDirIterator files(test::sourceDir() + u"/ui"_s, {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            for (const auto &match : plain.globalMatch(text))
                names.append(match.captured(1));
            // An icon's name handed over as an argument of its own looks like this one and like nothing else.
            static const QRegularExpression known(u"u\"((?:document|edit|list|go|view|dialog|help|zoom|"
                                                  u"window|process|object|application|folder|media|"
                                                  "seamfinder)-[a-z-]+)\"_s"_s);
            for (const auto &match : known.globalMatch(text))
                names.append(match.captured(1));
        }
        names.removeDuplicates();
        QVERIFY(names.size() > 10);
        for (const bool dark : {false, true}) {
            setIconTheme(dark);
            for (const QString &name : std::as_const(names)) {
                QVERIFY2(!icon(name).isNull(), qPrintable(name));
                QVERIFY2(!icon(name).pixmap(24, 24).isNull(), qPrintable(name));
            }
        }
        QVERIFY(icon(u"no-such-icon-anywhere").isNull());
    }

    void ownIconsFollowThePalette()
    {
        Bench bench;
        bench.theme.setScheme(u"light"_s);
        const QIcon mark = icon(u"seamfinder-gaps");
        const QImage light = mark.pixmap(48, 48).toImage();
        bench.theme.setScheme(u"dark"_s);
        QVERIFY(mark.pixmap(48, 48).toImage() != light);
    }

    void settingsKeepTypesAndFallBack()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"s.ini"_s);
        {
            Settings settings(file);
            QCOMPARE(settings.number(SettingKey::TextPercent), 100);
            QCOMPARE(settings.text(SettingKey::ColorScheme), u"system"_s);
            QCOMPARE(settings.list(SettingKey::RecentStudies), QStringList());
            QSignalSpy spy(&settings, &Settings::changed);
            settings.set(SettingKey::TextPercent, 130);
            settings.set(SettingKey::TextPercent, 130);
            QCOMPARE(spy.size(), 1);
            settings.set(SettingKey::RecentStudies, QStringList{u"/tmp/ä, b.seam"_s});
        }
        {
            Settings settings(file);
            QCOMPARE(settings.number(SettingKey::TextPercent), 130);
            QCOMPARE(settings.list(SettingKey::RecentStudies), QStringList{u"/tmp/ä, b.seam"_s});
            settings.file().setValue(u"look/text-percent"_s, u"large"_s);
            QCOMPARE(settings.number(SettingKey::TextPercent), 100);
        }
    }

    void textSizeStaysInItsLimits()
    {
        Bench bench;
        const double before = QApplication::font().pointSizeF();
        bench.theme.setTextPercent(500);
        QCOMPARE(bench.theme.textPercent(), 200);
        QVERIFY(QApplication::font().pointSizeF() > before * 1.9);
        bench.theme.setTextPercent(-3);
        QCOMPARE(bench.theme.textPercent(), 100);
        QCOMPARE(QApplication::font().pointSizeF(), before);
    }

    void schemeIsRememberedAndUnknownOnesFollowTheSystem()
    {
        Bench bench;
        bench.theme.setScheme(u"dark"_s);
        QVERIFY(bench.theme.dark());
        QVERIFY(isDark(QApplication::palette()));
        QCOMPARE(bench.settings.text(SettingKey::ColorScheme), u"dark"_s);
        bench.theme.setScheme(u"neon"_s);
        QCOMPARE(bench.theme.scheme(), u"system"_s);
    }

    void everyErrorHasASentence_data()
    {
        QTest::addColumn<int>("code");
        for (int code = 0; code <= int(ErrorCode::Internal); ++code)
            QTest::addRow("%d", code) << code;
    }

    void everyErrorHasASentence()
    {
        QFETCH(int, code);
        const Error error(ErrorCode(code), u"SQLITE_IOERR 522"_s, u"/home/someone/Studies/rain.seam"_s);
        const QString sentence = sentenceFor(error);
        QVERIFY(sentence.endsWith(u'.'));
        QVERIFY(!sentence.contains(u"SQLITE"));
        QVERIFY(!sentence.contains(u"/home"));
        QVERIFY(!sentence.contains(u"%1"));
        const QString unnamed = sentenceFor(Error(ErrorCode(code), u"x"_s));
        QVERIFY(!unnamed.contains(u"%1") && !unnamed.contains(u"“”"));
        const Message message = messageFor(std::make_exception_ptr(error));
        QCOMPARE(message.text, sentence);
        QCOMPARE(message.severity == Severity::Problem, ErrorCode(code) != ErrorCode::Cancelled);
    }

    void anOutputThatIsAStudyIsNamed()
    {
        QVERIFY(sentenceFor(Error(ErrorCode::InvalidInput, u"x"_s, outputIsTheStudy))
                    .contains(u"the study itself"_s));
        QVERIFY(sentenceFor(Error(ErrorCode::InvalidInput, u"x"_s, outputIsAStudy))
                    .contains(u"another Seamfinder study"_s));
    }

    void aLockedInterviewIsNamedAndWhatToDo()
    {
        const Error error(ErrorCode::InvalidInput, u"x"_s, lockedInterview);
        QVERIFY(sentenceFor(error).contains(u"locked as complete"_s));
        QVERIFY(sentenceFor(error).contains(u"Unlock it"_s));
        QVERIFY(!sentenceFor(error).contains(lockedInterview));
    }

    void otherExceptionsAreSaidTooNotLost()
    {
        QVERIFY(messageFor(std::make_exception_ptr(std::runtime_error("boom"))).details.contains(u"boom"));
        QVERIFY(!messageFor(std::make_exception_ptr(42)).text.isEmpty());
    }

    void equalMessagesAreCounted()
    {
        Bench bench;
        bench.show();
        const Message message{
            .severity = Severity::Problem, .text = u"The disk is full."_s, .details = u"ENOSPC"_s};
        for (int i = 0; i < 3; ++i)
            bench.window->messages().show(message);
        QCOMPARE(bench.cards().size(), 1);
        QVERIFY(bench.cards().first()->accessibleDescription().contains(u'3'));
        bench.window->messages().show({.severity = Severity::Warning, .text = message.text});
        QCOMPARE(bench.cards().size(), 2);
        bench.window->messages().clear();
        QCOMPARE(bench.cards().size(), 0);
    }

    void aFloodOfMessagesLeavesRoomForTheWork()
    {
        Bench bench;
        bench.show();
        for (int i = 0; i < 200; ++i)
            bench.window->messages().show({.severity = Severity::Problem, .text = u"Problem %1."_s.arg(i)});
        QCOMPARE(bench.cards().size(), 2);
        QVERIFY(bench.cards().constLast()->height() < 100);
    }

    void messageActionsRunOnceAndCloseTheCard()
    {
        Bench bench;
        bench.show();
        int runs = 0;
        bench.window->messages().show({.text = u"Deleted."_s, .actions = {{u"Undo"_s, [&] { ++runs; }}}});
        QTest::mouseClick(buttonNamed(bench.window.get(), u"Undo"_s), Qt::LeftButton);
        QCOMPARE(runs, 1);
        QCOMPARE(bench.cards().size(), 0);
    }

    void messagesDoNotTakeTheFocusButDecisionsDo()
    {
        Bench bench;
        bench.openStudy();
        bench.show();
        bench.places[0]->left->setFocus();
        bench.window->messages().show({.severity = Severity::Problem, .text = u"Something."_s});
        QCOMPARE(QApplication::focusWidget(), bench.places[0]->left);
        int kept = 0, dismissed = 0;
        bench.window->messages().ask({.question = u"Replace it?"_s,
                                      .choices = {{u"Keep"_s, [&] { ++kept; }}, {u"Replace"_s, {}}},
                                      .dismissed = [&] { ++dismissed; }});
        QCOMPARE(QApplication::focusWidget(), buttonNamed(bench.window.get(), u"Keep"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(dismissed, 1);
        QCOMPARE(kept, 0);
        QCOMPARE(QApplication::focusWidget(), bench.places[0]->left);
    }

    void startsWithoutAStudy()
    {
        Bench bench;
        bench.show();
        QVERIFY(bench.window->findChild<QWidget *>(u"startPage"_s)->isVisible());
        QVERIFY(bench.window->findChild<QWidget *>(u"navigationRail"_s)->isHidden());
        QVERIFY(!bench.action(u"exportCsv"_s)->isEnabled());
        QVERIFY(!bench.action(u"undo"_s)->isEnabled());
        QCOMPARE(bench.window->currentWorkspace(), nullptr);
    }

    void keysSwitchWorkspacesAndFlushTheOldOne()
    {
        Bench bench;
        bench.openStudy();
        bench.show();
        QSignalSpy spy(bench.window.get(), &MainWindow::currentWorkspaceChanged);
        QTest::keyClick(bench.window.get(), Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(bench.window->currentWorkspace(), bench.places[2]);
        QCOMPARE(QApplication::focusWidget(), bench.places[2]->left);
        QCOMPARE(bench.places[0]->flushes, 1);
        QTest::keyClick(bench.window.get(), Qt::Key_9, Qt::ControlModifier);
        QCOMPARE(bench.window->currentWorkspace(), bench.places[2]);
        QCOMPARE(spy.size(), 1);
    }

    void findGoesToTheCatalogueWhereThereIsNothingToSearch()
    {
        Bench bench;
        bench.openStudy();
        bench.show();
        bench.places[0]->searchable = false;
        QTest::keyClick(bench.window.get(), Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(bench.places[0]->finds, 1);
        QCOMPARE(bench.window->currentWorkspace(), bench.places[2]);
        QCOMPARE(bench.places[2]->finds, 1);
    }

    void f6WalksThePanesAndSkipsHiddenOnes()
    {
        Bench bench;
        bench.openStudy();
        bench.show();
        FakeWorkspace *place = bench.places[0];
        place->left->setFocus();
        QTest::keyClick(bench.window.get(), Qt::Key_F6);
        QCOMPARE(QApplication::focusWidget(), place->leftSecond);
        place->right->hide();
        QTest::keyClick(bench.window.get(), Qt::Key_F6);
        QCOMPARE(QApplication::focusWidget(), place->left);
        QTest::keyClick(bench.window.get(), Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), place->leftSecond);
    }

    void undoNamesItsStep()
    {
        Bench bench;
        bench.openStudy();
        QSignalSpy spy(bench.window.get(), &MainWindow::undoRequested);
        bench.window->setUndoText(u"Delete “R&D”"_s);
        QVERIFY(bench.action(u"undo"_s)->text().endsWith(u"Delete “R&&D”"_s));
        bench.action(u"undo"_s)->trigger();
        QCOMPARE(spy.size(), 1);
        bench.window->setUndoText(std::nullopt);
        bench.action(u"undo"_s)->trigger();
        QCOMPARE(spy.size(), 1);
    }

    void savedStateIsShownInWords()
    {
        Bench bench;
        bench.openStudy();
        bench.show();
        auto *saved = bench.window->findChild<SavedIndicator *>();
        QVERIFY(!saved->isVisible());
        bench.window->setSaved(QDateTime(QDate(2026, 1, 2), QTime(14, 3, 22)));
        QCOMPARE(saved->accessibleName(), u"Saved 14:03:22"_s);
        bench.window->setSaveProblem(u"The disk is full."_s);
        QVERIFY(saved->isVisible());
        QCOMPARE(saved->accessibleDescription(), u"The disk is full."_s);
    }

    void jobsShowProgressAndStop()
    {
        Bench bench;
        bench.show();
        int cancelled = 0;
        Jobs &jobs = bench.window->jobs();
        const int job = jobs.begin(u"Exporting"_s, [&] { ++cancelled; });
        auto *bar = bench.window->findChild<QProgressBar *>();
        QVERIFY(!bar->isVisible());
        QTRY_VERIFY(bar->isVisible());
        jobs.progress(job, 5'000'000'000, 10'000'000'000);
        QCOMPARE(bar->value(), 500);
        jobs.progress(job, 20, 10);
        QCOMPARE(bar->value(), 1000);
        jobs.progress(999, 1, 2);
        QToolButton *stop = bar->parentWidget()->findChild<QToolButton *>();
        QTest::mouseClick(stop, Qt::LeftButton);
        QTest::mouseClick(stop, Qt::LeftButton);
        QCOMPARE(cancelled, 1);
        jobs.end(job);
        jobs.end(job);
        QVERIFY(!bar->isVisible());
    }

    void theWindowComesBackAsItWasLeft()
    {
        Bench bench;
        bench.openStudy();
        bench.window->resize(1111, 777);
        bench.show();
        bench.places[1]->left->setText(u"as left"_s);
        bench.window->showWorkspace(u"interview"_s);
        bench.window->close();

        Settings again(bench.file);
        MainWindow second(again, bench.theme);
        auto *one = new FakeWorkspace(u"study"_s);
        auto *two = new FakeWorkspace(u"interview"_s);
        second.addWorkspace(one);
        second.addWorkspace(two);
        second.restoreWindow();
        second.setStudy(bench.folder.filePath(u"a.seam"_s), {}, true);
        QCOMPARE(second.size(), QSize(1111, 777));
        QCOMPARE(second.currentWorkspace(), two);
        QCOMPARE(two->left->text(), u"as left"_s);
        QCOMPARE(one->left->text(), QString());
        QVERIFY(second.windowTitle().contains(u"read only"));
    }

    void aKilledWindowComesBackToWhereItWas()
    {
        Bench bench;
        bench.openStudy();
        bench.show();
        bench.window->showWorkspace(u"interview"_s);
        const Settings again(bench.file); // as the next start reads it: nothing was closed
        QCOMPARE(again.text(SettingKey::CurrentWorkspace), u"interview"_s);
    }

    void closingFlushesAndTheGuardCanHoldIt()
    {
        Bench bench;
        bench.openStudy();
        bench.show();
        bool may = false;
        bench.window->setCloseGuard([&] { return may; });
        QVERIFY(!bench.window->close());
        QVERIFY(bench.places[0]->flushes > 0);
        may = true;
        QVERIFY(bench.window->close());
    }

    void workspacesCanBeTakenAway()
    {
        Bench bench;
        bench.openStudy();
        bench.show();
        bench.window->clearWorkspaces();
        bench.window->clearStudy();
        QCOMPARE(bench.window->currentWorkspace(), nullptr);
        QVERIFY(bench.window->findChild<QWidget *>(u"startPage"_s)->isVisible());
        QTest::keyClick(bench.window.get(), Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(bench.window->currentWorkspace(), nullptr);
        bench.places.clear();
        bench.openStudy();
        QCOMPARE(bench.window->currentWorkspace()->key(), u"study"_s);
    }

    void recentStudiesAreNewestFirstAndHideWhatIsGone()
    {
        Bench bench;
        for (int i = 0; i < 14; ++i) {
            const QString path = bench.folder.filePath(u"%1.seam"_s.arg(i));
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            rememberStudy(bench.settings, path);
        }
        rememberStudy(bench.settings, bench.folder.filePath(u"7.seam"_s));
        QCOMPARE(recentStudies(bench.settings).size(), 10);
        QVERIFY(recentStudies(bench.settings).first().endsWith(u"/7.seam"_s));
        QFile::remove(bench.folder.filePath(u"7.seam"_s));
        QCOMPARE(recentStudies(bench.settings).size(), 9);
        bench.show();
        QSignalSpy spy(bench.window.get(), &MainWindow::openStudyRequested);
        auto *list = bench.window->findChild<QListWidget *>();
        QCOMPARE(list->count(), 9);
        list->setCurrentRow(0);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(spy.size(), 1);
        QVERIFY(spy.first().first().toString().endsWith(u"/13.seam"_s));
    }

    void fileDialogsBlockNothing()
    {
        Bench bench;
        bench.show();
        bench.action(u"newStudy"_s)->trigger();
        bench.action(u"newStudy"_s)->trigger();
        const auto dialogs = bench.window->findChildren<QFileDialog *>();
        QCOMPARE(dialogs.size(), 1);
        QVERIFY(!dialogs.first()->isModal());
        QCOMPARE(QApplication::activeModalWidget(), nullptr);
        QSignalSpy spy(bench.window.get(), &MainWindow::newStudyRequested);
        Q_EMIT dialogs.first()->fileSelected(u"/tmp/x.seam"_s);
        QCOMPARE(spy.size(), 1);
        dialogs.first()->close();
    }

    void everyFocusableWidgetHasAName()
    {
        Bench bench;
        bench.show();
        bench.window->messages().show({.severity = Severity::Problem, .text = u"x."_s, .details = u"y"_s});
        for (const QWidget *widget : bench.window->findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy())
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            QVERIFY2(named, qPrintable(QString::fromLatin1(widget->metaObject()->className()) +
                                       widget->objectName()));
        }
    }
};

QTEST_MAIN(ShellTest)
#include "test_shell.moc"
