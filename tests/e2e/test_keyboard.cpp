#include "app/Application.h"
#include "app/CommandLine.h"
#include "app/commands/Command.h"
#include "app/demo/ScriptedUser.h"

#include <QAccessible>
#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {

constexpr int mostPanes = 12, mostStops = 400, mostInGroup = 14; // where a walk has lost its way

QString plain(QString text)
{
    return text.remove(u'&').remove(u"…"_s).simplified();
}

QString nameOf(QWidget *widget)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
    return interface ? interface->text(QAccessible::Name) : QString();
}

QString describe(QWidget *widget)
{
    return u"%1 %2 “%3”"_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
                               nameOf(widget));
}

bool isPartOf(const QWidget *widget, const char *className)
{
    for (const QWidget *up = widget->parentWidget(); up; up = up->parentWidget()) {
        if (up->inherits(className))
            return true;
    }
    return false;
}

/// Something that a user works, as they see it: not the parts that a control is made of.
bool isControl(const QWidget *widget)
{
    if (!widget->isVisible() || !widget->isEnabled() || widget->focusProxy())
        return false;
    if (widget->inherits("seamfinder::Figure") && widget->focusPolicy() == Qt::NoFocus)
        return false; // a number that opens nothing
    for (const char *whole :
         {"QComboBox", "QAbstractSpinBox", "QLineEdit", "QMenuBar", "QTabBar", "QHeaderView"}) {
        if (isPartOf(widget, whole))
            return false;
    }
    for (const char *kind : {"QAbstractButton", "QLineEdit", "QTextEdit", "QPlainTextEdit",
                             "QAbstractItemView", "QComboBox", "QAbstractSpinBox", "QSlider", "QTabBar"}) {
        if (widget->inherits(kind))
            return !widget->inherits("QHeaderView");
    }
    return false;
}

/// Tab stops of one place of the window, pane by pane.
struct Walk
{
    QSet<QWidget *> stops;
    QStringList faults;
};

} // namespace

/// Everything on the screen can be worked without a mouse, in the order in which it is read, by a name.
class TestKeyboard : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Application> m_application;
    std::unique_ptr<ScriptedUser> m_user;

    [[nodiscard]] QWidget &window() const { return m_application->window(); }

    /// Keys of the window's menus, by the text of their entries.
    [[nodiscard]] bool isInAMenu(const QString &text) const
    {
        for (const QAction *action : m_application->window().findChildren<QAction *>()) {
            if (action->isVisible() && plain(action->text()) == text)
                return true;
        }
        return false;
    }

    /// A control that takes no focus, so that what is being typed keeps it, names its key or is in a menu.
    [[nodiscard]] bool hasAnotherWay(const QWidget *widget) const
    {
        static const QRegularExpression key(uR"(\b(Ctrl|Alt|Shift|Esc|F\d+|Space|Enter)\b)"_s);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        return widget->toolTip().contains(key) ||
               (button && !button->text().isEmpty() &&
                (button->text().contains(key) || isInAMenu(plain(button->text()))));
    }

    /// Within a column Tab goes down; it may go up once, from the end of the pane to its beginning.
    static void checkOrder(const QList<QWidget *> &stops, Walk &walk)
    {
        QStringList jumps;
        for (qsizetype i = 1; i < stops.size(); ++i) {
            const auto placeOf = [](QWidget *each) {
                return QRect(each->mapTo(each->window(), QPoint()), each->size());
            };
            const QRect before = placeOf(stops[i - 1]), now = placeOf(stops[i]);
            const bool sameColumn = before.left() < now.right() && now.left() < before.right();
            if (sameColumn && now.bottom() <= before.top())
                jumps << describe(stops[i - 1]) + u" → "_s + describe(stops[i]);
        }
        if (jumps.size() > 1)
            walk.faults << u"Tab jumps up:\n    "_s + jumps.join(u"\n    "_s);
    }

    /// From where the focus is until Tab (or Shift+Tab) comes to where it was before.
    static QList<QWidget *> tabFrom(QWidget *first, Qt::KeyboardModifiers held, Walk &walk)
    {
        first->setFocus();
        QList<QWidget *> stops{first};
        while (stops.size() < mostStops) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab, held);
            QWidget *now = QApplication::focusWidget();
            if (!now || stops.contains(now))
                break;
            stops.append(now);
        }
        if (stops.size() == mostStops)
            walk.faults << u"Tab never comes round from "_s + describe(first);
        return stops;
    }

    Walk walkThrough()
    {
        Walk walk;
        QSet<QWidget *> begun;
        for (int pane = 0; pane < mostPanes; ++pane) {
            m_user->press(QKeySequence(Qt::Key_F6)); // stays where it is in a panel of its own
            QWidget *first = QApplication::focusWidget();
            if (!first || begun.contains(first))
                break;
            begun.insert(first);
            const QList<QWidget *> down = tabFrom(first, Qt::NoModifier, walk);
            checkOrder(down, walk);
            for (QWidget *stop : down + tabFrom(first, Qt::ShiftModifier, walk))
                walk.stops.insert(stop);
            first->setFocus();
        }
        return walk;
    }

    /// Of buttons of which one is chosen, Tab comes to one and arrow keys to the others.
    static bool isBesideAStop(QWidget *button, const QSet<QWidget *> &stops)
    {
        const auto beside = std::find_if(stops.begin(), stops.end(), [button](QWidget *stop) {
            return stop->parentWidget() == button->parentWidget() &&
                   stop->metaObject() == button->metaObject();
        });
        if (!qobject_cast<QAbstractButton *>(button) || beside == stops.end())
            return false;
        for (const Qt::Key arrow : {Qt::Key_Right, Qt::Key_Left}) {
            (*beside)->setFocus();
            for (int i = 0; i < mostInGroup; ++i) {
                QTest::keyClick(QApplication::focusWidget(), arrow);
                if (QApplication::focusWidget() == button)
                    return true;
            }
        }
        return false;
    }

    /// Two controls with one letter make Alt and it choose neither.
    static QStringList sharedMnemonics(const QWidget *window)
    {
        QHash<QKeySequence, QStringList> lettered;
        const auto note = [&lettered](const QString &text) {
            if (const QKeySequence letter = QKeySequence::mnemonic(text); !letter.isEmpty())
                lettered[letter] << text;
        };
        for (const QWidget *widget : window->findChildren<QWidget *>()) {
            if (!widget->isVisible() || !widget->isEnabled() || widget->window() != window)
                continue;
            if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
                note(button->text());
            if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy())
                note(label->text());
            if (const auto *bar = qobject_cast<const QMenuBar *>(widget)) {
                for (const QAction *menu : bar->actions()) {
                    if (menu->isVisible())
                        note(menu->text());
                }
            }
        }
        QStringList faults;
        for (const QStringList &texts : std::as_const(lettered)) {
            if (texts.size() > 1)
                faults << u"one letter for "_s + texts.join(u" and "_s);
        }
        return faults;
    }

    QStringList faultsHere()
    {
        Walk walk = walkThrough();
        QWidget *window = QApplication::activeWindow();
        walk.faults << sharedMnemonics(window);
        for (QWidget *widget : window->findChildren<QWidget *>()) {
            if (!isControl(widget) || widget->window() != window)
                continue;
            if (nameOf(widget).isEmpty())
                walk.faults << u"has no name: "_s + describe(widget);
            const bool reached = walk.stops.contains(widget) || isBesideAStop(widget, walk.stops) ||
                                 std::any_of(walk.stops.begin(), walk.stops.end(), [widget](QWidget *stop) {
                                     return stop->isAncestorOf(widget) && !stop->layout();
                                 });
            if (!reached && !hasAnotherWay(widget))
                walk.faults << u"cannot be reached: "_s + describe(widget);
        }
        return walk.faults;
    }

    void check(const QString &place)
    {
        QTest::qWait(600);
        const QStringList faults = faultsHere();
        QVERIFY2(faults.isEmpty(), qPrintable(place + u":\n  "_s + faults.join(u"\n  "_s)));
    }

    QStringList menuFaults()
    {
        QStringList faults;
        for (const QAction *top : window().findChild<QMenuBar *>()->actions()) {
            if (!top->isVisible() || !top->menu())
                continue;
            Q_EMIT top->menu()->aboutToShow();
            QSet<QKeySequence> taken;
            for (const QAction *entry : top->menu()->actions()) {
                if (entry->isSeparator() || !entry->isVisible())
                    continue;
                const QKeySequence letter = QKeySequence::mnemonic(entry->text());
                if (letter.isEmpty() || taken.contains(letter))
                    faults << top->text() + u" → "_s + entry->text();
                taken.insert(letter);
            }
        }
        return faults;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString path = m_folder.filePath(u"sample.seam"_s);
        const QStringList arguments{u"seamfinder"_s, u"new"_s, path, u"--sample"_s};
        QCOMPARE(int(runCommand(*commandFor(arguments), arguments)), int(Done));
        m_application = std::make_unique<Application>(m_folder.filePath(u"settings.ini"_s));
        m_application->show();
        m_application->openStudy(path);
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        window().resize(1500, 1000);
        m_user = std::make_unique<ScriptedUser>(*m_application);
    }
    void cleanupTestCase()
    {
        m_user.reset();
        m_application.reset();
    }

    void workspaces_data()
    {
        QTest::addColumn<int>("number");
        for (int i = 1; i <= 5; ++i)
            QTest::addRow("%d", i) << i;
    }
    void workspaces()
    {
        QFETCH(int, number);
        m_user->goToWorkspace(number);
        check(u"workspace"_s);
        m_user->press(QKeySequence(Qt::Key_Down));
        check(u"with a row chosen"_s);
    }

    void everyEntryOfAMenuHasALetterOfItsOwn_data() { workspaces_data(); }
    void everyEntryOfAMenuHasALetterOfItsOwn()
    {
        QFETCH(int, number);
        m_user->goToWorkspace(number);
        const QStringList faults = menuFaults();
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void shiftF10OpensTheMenuOfARow_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("participants") << 1;
        QTest::newRow("examples") << 3;
    }
    void shiftF10OpensTheMenuOfARow()
    {
        QFETCH(int, number);
        window().activateWindow(); // the offscreen platform leaves that to a menu that was open before
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        m_user->goToWorkspace(number);
        QAbstractItemView *view = nullptr;
        QTRY_VERIFY((view = qobject_cast<QAbstractItemView *>(QApplication::focusWidget())) &&
                    view->model()->rowCount() > 0);
        m_user->press(QKeySequence(Qt::Key_Down));
        QTRY_VERIFY(view->currentIndex().isValid());
        bool opened = false;
        QTimer closing; // the menu of a view waits in a loop of its own
        connect(&closing, &QTimer::timeout, this, [&opened] {
            if (QWidget *menu = QApplication::activePopupWidget()) {
                opened = true;
                menu->close();
            }
        });
        closing.start(20);
        m_user->press(QKeySequence(u"Shift+F10"_s));
        QTRY_VERIFY(opened);
    }

    void theProtocols()
    {
        m_user->goToWorkspace(2);
        m_user->press(QKeySequence(u"Ctrl+Alt+P"_s));
        check(u"the protocols"_s);
        m_user->press(QKeySequence(Qt::Key_F6)); // from the rail back into the list
        m_user->press(QKeySequence(Qt::Key_F2));
        QVERIFY(m_user->waitUntilSaved());
        check(u"a draft"_s);
        auto *outline = window().findChild<QTreeWidget *>(u"protocolOutline"_s);
        QVERIFY(outline);
        for (const int steps : {1, 6}) { // a section, a question
            outline->setFocus();
            for (int step = 0; step < steps; ++step)
                m_user->press(QKeySequence(Qt::Key_Down));
            check(u"a part of a draft"_s);
        }
        auto *publish = window().findChild<QPushButton *>(u"protocolPublish"_s);
        QVERIFY(publish);
        publish->click();
        check(u"publishing"_s);
        m_user->press(QKeySequence(Qt::Key_Escape));
    }

    void anInterview()
    {
        m_user->goToWorkspace(2);
        QVERIFY(m_user->startInterview());
        check(u"a choice"_s);
        const QStringList faults = menuFaults();
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        m_user->press(QKeySequence(u"Ctrl+J"_s));
        check(u"going to a question"_s);
        m_user->press(QKeySequence(Qt::Key_Escape));
        m_user->press(QKeySequence(u"Ctrl+Shift+O"_s));
        check(u"a section at once"_s);
        m_user->press(QKeySequence(u"Ctrl+Shift+O"_s));
        m_user->press(QKeySequence(u"Ctrl+Alt+R"_s));
        QVERIFY(m_user->waitUntilSaved());
        check(u"a recording"_s);
        m_user->press(QKeySequence(u"Ctrl+Alt+N"_s));
        check(u"a note"_s);
        m_user->press(QKeySequence(u"Ctrl+Alt+C"_s));
        check(u"the consent"_s);
        m_user->press(QKeySequence(u"Ctrl+Alt+C"_s));
        m_user->press(QKeySequence(u"Ctrl+Shift+N"_s));
        QVERIFY(m_user->waitUntilSaved());
        check(u"an example's card"_s);
        m_user->press(QKeySequence(Qt::Key_Escape));
        m_user->press(QKeySequence(Qt::Key_F8));
        m_user->press(QKeySequence(Qt::Key_F8));
        QVERIFY(m_user->waitUntilSaved());
        check(u"a mark"_s);
        m_user->press(QKeySequence(u"Ctrl+T"_s));
        check(u"the transcript"_s);
        m_user->press(QKeySequence(u"Ctrl+T"_s));
        m_user->press(QKeySequence(u"Ctrl+Shift+T"_s));
        check(u"the timeline"_s);
        m_user->press(QKeySequence(u"Ctrl+Shift+T"_s));
        m_user->press(QKeySequence(u"Ctrl+Shift+B"_s));
        check(u"reading back"_s);
        m_user->press(QKeySequence(Qt::Key_Escape));
        m_user->press(QKeySequence(u"Ctrl+Shift+P"_s));
        QVERIFY(m_user->waitUntilSaved());
        check(u"a pause"_s);
    }

    void panelsOfTheirOwn_data()
    {
        QTest::addColumn<QString>("panel");
        for (const char *panel : {"exportCsv", "hiddenWords", "scrub", "studyWithdraw"})
            QTest::newRow(panel) << QString::fromLatin1(panel);
    }
    void panelsOfTheirOwn()
    {
        QFETCH(QString, panel);
        m_user->goToWorkspace(1);
        auto *action = window().findChild<QAction *>(panel);
        QVERIFY(action);
        action->trigger();
        check(panel);
        QApplication::activeWindow()->hide();
        window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
    }

    void theEndOfAnInterview()
    {
        m_user->press(QKeySequence(Qt::Key_Escape));
        m_user->goToWorkspace(2);
        m_user->press(QKeySequence(u"Ctrl+Shift+P"_s)); // on from the pause
        QVERIFY(m_user->waitUntilSaved());
        m_user->press(QKeySequence(u"Ctrl+Alt+Return"_s));
        QVERIFY(m_user->waitUntilSaved());
        check(u"the queue of what is open"_s);
        m_user->press(QKeySequence(u"Ctrl+Alt+K"_s));
        QVERIFY(m_user->waitUntilSaved());
        check(u"a locked interview"_s);
    }

    void theHelp()
    {
        m_user->press(QKeySequence(Qt::Key_F1)); // opens it beside
        QTRY_VERIFY(window().findChild<QWidget *>(u"helpWindow"_s));
        QTRY_COMPARE(QApplication::activeWindow(), &window());
        m_user->press(QKeySequence(Qt::Key_F1)); // goes into it
        QTRY_VERIFY(QApplication::activeWindow() && QApplication::activeWindow() != &window());
        check(u"help"_s);
        QApplication::activeWindow()->close();
        window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
    }

    void withoutAStudy()
    {
        m_application->closeStudy();
        check(u"start page"_s);
    }
};

QTEST_MAIN(TestKeyboard)
#include "test_keyboard.moc"
