#include "app/Application.h"
#include "app/CommandLine.h"
#include "app/commands/Command.h"
#include "app/demo/ScriptedUser.h"
#include "tests/support/ui/LongerLanguage.h"
#include "tests/support/ui/Shots.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using namespace Qt::StringLiterals;

/// The whole window over the sample study, in languages and at sizes that nobody had in mind.
class TestLayouts : public QObject
{
    Q_OBJECT

private:
    /// What is shown narrower than its own text needs, one line each. What elides on purpose is no QLabel.
    static QStringList cutTexts(const QWidget &window)
    {
        QStringList cut;
        for (const QWidget *widget : window.findChildren<QWidget *>()) {
            if (!widget->isVisible())
                continue;
            QString text;
            if (const auto *label = qobject_cast<const QLabel *>(widget))
                text = label->wordWrap() ? QString() : label->text();
            else if (const auto *button = qobject_cast<const QPushButton *>(widget))
                text = button->text();
            else if (const auto *tool = qobject_cast<const QToolButton *>(widget))
                text = tool->toolButtonStyle() == Qt::ToolButtonIconOnly ? QString() : tool->text();
            else if (const auto *check = qobject_cast<const QCheckBox *>(widget))
                text = check->text();
            if (!text.isEmpty() && widget->width() + 1 < widget->minimumSizeHint().width())
                cut << u"%1 “%2”: %3 of %4 pixels"_s
                           .arg(QString::fromLatin1(widget->metaObject()->className()), text)
                           .arg(widget->width())
                           .arg(widget->minimumSizeHint().width());
        }
        return cut;
    }

    /// What a pane that is too wide is too wide for: the innermost widget that needs the most room.
    static QString widest(const QScrollArea &area)
    {
        QString found;
        int most = 0;
        for (const QWidget *widget : area.widget()->findChildren<QWidget *>()) {
            const int needed = widget->minimumSizeHint().expandedTo(widget->minimumSize()).width();
            if (!widget->isVisibleTo(area.widget()) || needed < most)
                continue;
            most = needed;
            found = u"%1 %2 “%3” needs %4"_s
                        .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
                             widget->property("text").toString())
                        .arg(needed);
        }
        return found;
    }

    /// Panes that must be scrolled sideways to be read, tables aside.
    static QStringList sidewaysPanes(const QWidget &window)
    {
        QStringList result;
        for (const QScrollArea *area : window.findChildren<QScrollArea *>()) {
            if (area->isVisible() && area->horizontalScrollBar()->maximum() > 0)
                result << u"%1 %2: %3 pixels too wide (%4)"_s
                              .arg(QString::fromLatin1(area->metaObject()->className()), area->objectName())
                              .arg(area->horizontalScrollBar()->maximum())
                              .arg(widest(*area));
        }
        return result;
    }

private Q_SLOTS:
    void everythingFits_data()
    {
        QTest::addColumn<bool>("longer");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<int>("steps"); // of larger text, up to 200 %
        QTest::addColumn<QSize>("size");
        QTest::newRow("small") << false << Qt::LeftToRight << 0 << QSize(1100, 700);
        QTest::newRow("longer") << true << Qt::LeftToRight << 0 << QSize(1366, 768);
        QTest::newRow("right-to-left") << true << Qt::RightToLeft << 0 << QSize(1366, 768);
        QTest::newRow("double") << false << Qt::LeftToRight << 10 << QSize(1920, 1050);
    }

    void everythingFits()
    {
        QFETCH(bool, longer);
        QFETCH(Qt::LayoutDirection, direction);
        QFETCH(int, steps);
        QFETCH(QSize, size);
        std::unique_ptr<test::LongerLanguage> language;
        if (longer)
            language = std::make_unique<test::LongerLanguage>();
        QGuiApplication::setLayoutDirection(direction);
        const auto restore = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });

        QTemporaryDir folder;
        const QString path = folder.filePath(u"sample.seam"_s);
        const QStringList arguments{u"seamfinder"_s, u"new"_s, path, u"--sample"_s};
        QCOMPARE(int(runCommand(*commandFor(arguments), arguments)), int(Done));
        Application application(folder.filePath(u"settings.ini"_s));
        application.show();
        application.openStudy(path);
        QVERIFY(QTest::qWaitForWindowActive(&application.window()));
        ScriptedUser user(application);
        for (int i = 0; i < steps; ++i)
            user.press(QKeySequence::ZoomIn);
        application.window().resize(size);

        const QString row = QString::fromLatin1(QTest::currentDataTag());
        QStringList faults;
        const auto look = [&](const QString &place) {
            QTest::qWait(800);
            test::shoot(application.window(), u"layout-%1-%2"_s.arg(row, place));
            const QSize least = application.window().minimumSizeHint();
            if (least.width() > size.width() || least.height() > size.height())
                faults << u"%1: the window needs %2 × %3"_s.arg(place).arg(least.width()).arg(least.height());
            for (const QString &fault : cutTexts(application.window()) + sidewaysPanes(application.window()))
                faults << place + u": "_s + fault;
        };
        user.goToWorkspace(1);
        look(u"1-study"_s);
        user.goToWorkspace(2);
        look(u"2-interviews"_s);
        user.press(QKeySequence(Qt::Key_Return));
        look(u"2-interview"_s);
        user.press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
        look(u"2-example"_s);
        user.goToWorkspace(3);
        user.press(QKeySequence(Qt::Key_Down));
        look(u"3-catalogue"_s);
        user.goToWorkspace(4);
        look(u"4-gaps"_s);
        user.goToWorkspace(5);
        user.press(QKeySequence(Qt::Key_Right));
        user.press(QKeySequence(Qt::Key_Down));
        look(u"5-codebook"_s);
        QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
    }
};

QTEST_MAIN(TestLayouts)
#include "test_layouts.moc"
