#include "tests/support/SourceTree.h"
#include "tests/support/ui/WindowBench.h"
#include "ui/shell/HelpWindow.h"
#include "ui/shell/HiddenWordsPanel.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using namespace Qt::StringLiterals;
using test::WindowBench;

/// The help beside the work: where it opens, and where the keys are meanwhile.
class TestHelp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void helpAndAboutBlockNothing()
    {
        WindowBench bench;
        bench.show();
        bench.action(u"help"_s)->trigger();
        bench.action(u"about"_s)->trigger();
        QVERIFY(bench.window->findChild<QWidget *>(u"helpWindow"_s)->isVisible());
        QVERIFY(bench.window->findChild<QDialog *>(u"aboutDialog"_s)->isVisible());
        QCOMPARE(QApplication::activeModalWidget(), nullptr);
    }

    void theHelpLeavesTheKeysWhereTheyAre()
    {
        WindowBench bench;
        bench.openStudy();
        bench.show();
        bench.places.at(0)->right->setFocus();
        QTest::keyClick(bench.window.get(), Qt::Key_F1);
        auto *help = bench.window->findChild<QWidget *>(u"helpWindow"_s);
        QVERIFY(help && help->isVisible());
        QTRY_VERIFY(bench.window->isActiveWindow());
        QCOMPARE(bench.window->focusWidget(), bench.places.at(0)->right);
        QVERIFY(!help->geometry().contains(
            bench.places.at(0)->right->mapToGlobal(bench.places.at(0)->right->rect().center())));
        QTest::keyClick(bench.window.get(), Qt::Key_F1); // once more: into it
        QTRY_VERIFY(help->isActiveWindow());
        QTest::keyClick(help, Qt::Key_F1); // and back
        QTRY_VERIFY(bench.window->isActiveWindow());
        QCOMPARE(QApplication::focusWidget(), bench.places.at(0)->right);
    }

    void theHelpComesBackWhereItWas()
    {
        WindowBench bench;
        bench.show();
        const auto open = [&] {
            bench.action(u"help"_s)->trigger();
            return bench.window->findChild<HelpWindow *>();
        };
        QPointer<HelpWindow> help = open();
        const QRect screen = help->screen()->availableGeometry();
        QVERIFY(screen.contains(help->frameGeometry()));
        // Not over what has the focus: there it would not stay.
        help->setGeometry(help->geometry().adjusted(20, 10, -40, -30));
        const QRect wanted = help->geometry();
        help->close();
        QTRY_VERIFY(!help);
        help = open();
        QCOMPARE(help->geometry(), wanted);
    }

    void everyPartOfTheWindowIsInTheHelp()
    {
        QString headers;
        QDirIterator files(test::sourceDir() + u"/ui"_s, {u"*.h"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            headers += QString::fromUtf8(file.readAll());
        }
        for (const HelpPart &part : helpParts()) {
            const QRegularExpression isClass(
                u"\\bclass %1\\b[^;]*\\{\\s*Q_OBJECT"_s.arg(QString::fromLatin1(part.className)));
            QVERIFY2(isClass.match(headers).hasMatch(), part.className);
            QFile page(u":/help/%1.md"_s.arg(QString::fromLatin1(part.page)));
            QVERIFY2(page.open(QIODevice::ReadOnly), part.page);
            const QString heading = QString::fromLatin1(part.heading);
            const QStringList lines = QString::fromUtf8(page.readAll()).split(u'\n');
            QVERIFY2(heading.isEmpty() || lines.contains(u"## "_s + heading) ||
                         lines.contains(u"### "_s + heading),
                     part.heading);
        }
    }

    void theHelpOpensAtItsHeading()
    {
        WindowBench bench;
        bench.show();
        auto *panel = new HiddenWordsPanel(bench.window.get());
        panel->open();
        panel->activateWindow();
        // Not qWaitForWindowActive(): to it, a window is active together with the one that it belongs to.
        QTRY_VERIFY(panel->isActiveWindow());
        bench.action(u"help"_s)->trigger();
        auto *help = bench.window->findChild<HelpWindow *>();
        QVERIFY(help);
        QCOMPARE(help->place(), HelpPlace({u"8-privacy"_s, u"Words to hide"_s}));
        auto *text = help->findChild<QTextBrowser *>();
        QCOMPARE(text->textCursor().block().text(), u"Words to hide"_s);
        QTRY_VERIFY(panel->isActiveWindow());
        bench.window->activateWindow();
        QTRY_VERIFY(bench.window->isActiveWindow());
        bench.action(u"help"_s)->trigger();
        QCOMPARE(help->place(), HelpPlace({u"1-start"_s, {}}));
        QVERIFY(text->textCursor().atStart());
    }
};

QTEST_MAIN(TestHelp)
#include "test_help.moc"
