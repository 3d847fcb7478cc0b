#include "ui/common/Colors.h"
#include "ui/common/Icons.h"
#include "ui/shell/EnterKey.h"
#include "ui/shell/Settings.h"
#include "ui/shell/Theme.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using namespace Qt::StringLiterals;

/// What all controls of the window have in common: outlines, icons, Enter.
class TestControls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // A button that has only an icon must not be blank where no icon theme is installed.
    void withoutAThemeButtonsHaveIcons()
    {
        const QString theme = QIcon::themeName(), fallback = QIcon::fallbackThemeName();
        const QStringList paths = QIcon::themeSearchPaths();
        QIcon::setThemeSearchPaths({});
        QIcon::setFallbackThemeName({});
        QIcon::setThemeName(u"no-such-theme"_s);
        for (const QStringView name : {u"window-close", u"edit-delete", u"exchange-positions", u"go-up",
                                       u"go-down", u"list-add", u"view-filter", u"dialog-warning"}) {
            const QImage image = icon(name).pixmap(32, 32).toImage();
            QVERIFY2(!image.isNull(), qPrintable(name.toString()));
            QVERIFY2(std::any_of(image.constBits(), image.constBits() + image.sizeInBytes(),
                                 [](uchar byte) { return byte != 0; }),
                     qPrintable(name.toString()));
        }
        QIcon::setThemeSearchPaths(paths);
        QIcon::setFallbackThemeName(fallback);
        QIcon::setThemeName(theme);
    }

    void fieldsHaveOutlinesInTheDarkToo_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void fieldsHaveOutlinesInTheDarkToo()
    {
        QFETCH(bool, dark);
        QTemporaryDir folder;
        Settings settings(folder.filePath(u"settings.ini"_s));
        Theme theme(settings);
        theme.setScheme(dark ? u"dark"_s : u"light"_s);
        QPlainTextEdit text;
        QLineEdit line;
        QSpinBox number;
        QComboBox choice;
        for (QWidget *field : std::initializer_list<QWidget *>{&text, &line, &number, &choice}) {
            field->resize(120, 32);
            const QImage image = field->grab().toImage();
            const QColor edge = image.pixelColor(image.width() / 2, 0);
            const QColor around = (dark ? darkColors() : lightColors()).window;
            QVERIFY2(contrast(edge, around) >= 2.9, // but for smoothing
                     qPrintable(QLatin1StringView(field->metaObject()->className()) + u' ' + edge.name()));
        }
        QCheckBox box;
        box.setStyle(QApplication::style());
        const QImage ticks = box.grab().toImage();
        double best = 0;
        for (int x = 0; x < ticks.width(); ++x)
            best = std::max(best, contrast(ticks.pixelColor(x, ticks.height() / 2),
                                           (dark ? darkColors() : lightColors()).window));
        QVERIFY2(best >= 2.9, qPrintable(QString::number(best)));
    }

    void enterPressesTheButtonWithTheFocus()
    {
        const EnterKey enter;
        QWidget window;
        QPushButton push(u"Push"_s, &window);
        QToolButton tool(&window);
        QCheckBox box(u"Box"_s, &window);
        tool.move(0, 60);
        tool.setFocusPolicy(Qt::StrongFocus);
        box.move(0, 120);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QSignalSpy pushed(&push, &QPushButton::clicked), used(&tool, &QToolButton::clicked);
        push.setFocus();
        QTest::keyClick(&push, Qt::Key_Return);
        QTest::keyClick(&push, Qt::Key_Enter, Qt::KeypadModifier);
        QTest::keyClick(&push, Qt::Key_Return, Qt::ControlModifier); // the next question's
        QCOMPARE(pushed.size(), 2);
        tool.setFocus();
        QTest::keyClick(&tool, Qt::Key_Return);
        QCOMPARE(used.size(), 1);
        box.setFocus();
        QTest::keyClick(&box, Qt::Key_Return);
        QVERIFY(!box.isChecked());
    }
};

QTEST_MAIN(TestControls)
#include "test_controls.moc"
