#include "ui/common/DigitRow.h"

#include <QKeyEvent>
#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

/// Which digit a key is, on keyboards of several countries.
class DigitRowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void digits_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("text");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<int>("place"); // as X11 and Wayland number keys; 0: nobody says
        QTest::addColumn<int>("digit");
        const auto row = [](const char *name, int key, const QString &text, Qt::KeyboardModifiers modifiers,
                            int place,
                            int digit) { QTest::newRow(name) << key << text << modifiers << place << digit; };
        const Qt::KeyboardModifiers none = Qt::NoModifier;
        row("1", Qt::Key_1, u"1"_s, none, 10, 1);
        row("9", Qt::Key_9, u"9"_s, none, 18, 9);
        row("0", Qt::Key_0, u"0"_s, none, 19, 0);
        row("1, nobody says where", Qt::Key_1, u"1"_s, none, 0, 1);
        row("keypad 4", Qt::Key_4, u"4"_s, Qt::KeypadModifier, 83, 4);
        row("keypad without NumLock", Qt::Key_Left, {}, Qt::KeypadModifier, 83, 0);
        row("French 1", Qt::Key_Ampersand, u"&"_s, none, 10, 1);
        row("French 6", Qt::Key_Minus, u"-"_s, none, 15, 6);
        row("French 8", Qt::Key_Underscore, u"_"_s, none, 17, 8);
        row("French with Shift", Qt::Key_8, u"8"_s, Qt::ShiftModifier, 17, 8);
        row("French with Caps Lock", Qt::Key_Eacute, u"É"_s, none, 11, 2);
        row("French ! is another key", Qt::Key_Exclam, u"!"_s, none, 61, 0);
        row("Belgian 6", Qt::Key_section, u"§"_s, none, 15, 6);
        row("Belgian 8", Qt::Key_Exclam, u"!"_s, none, 17, 8);
        row("Belgian à is 0", Qt::Key_Agrave, u"à"_s, none, 19, 0);
        row("Czech 2", 0x11a, u"ě"_s, none, 11, 2);
        row("French 2, nobody says where", Qt::Key_Eacute, u"é"_s, none, 0, 2);
        row("Caps Lock, nobody says where", Qt::Key_Egrave, u"È"_s, none, 0, 7);
        row("Belgian 8, nobody says where", Qt::Key_Exclam, u"!"_s, none, 0, 8);
        row("a letter", Qt::Key_A, u"a"_s, none, 38, 0);
        row("a letter, nobody says where", Qt::Key_A, u"a"_s, none, 0, 0);
        row("no text", Qt::Key_Shift, {}, none, 0, 0);
        row("! of a QWERTY keyboard", Qt::Key_Exclam, u"!"_s, Qt::ShiftModifier, 10, 0);
        row("Ctrl", Qt::Key_Eacute, u"é"_s, Qt::ControlModifier, 11, 0);
    }

    void digits()
    {
        QFETCH(int, key);
        QFETCH(QString, text);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        QFETCH(int, place);
        QFETCH(int, digit);
        const QKeyEvent event(QEvent::KeyPress, key, modifiers, quint32(place), 0, 0, text);
        QCOMPARE(digitOf(event), digit);
        QCOMPARE(isZero(event), key == Qt::Key_0 || key == Qt::Key_Agrave);
    }

    void altAndADigitIsNoOtherDigit()
    {
        QList<QKeySequence> all;
        for (int digit = 1; digit <= 9; ++digit) {
            const QList<QKeySequence> keys = altDigit(digit);
            QVERIFY(keys.contains(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_0 + digit))));
            for (const QKeySequence &each : keys) {
                QVERIFY2(!all.contains(each), qPrintable(each.toString()));
                all.append(each);
            }
        }
        QVERIFY(all.contains(QKeySequence(Qt::ALT | Qt::Key_Underscore)));
        QVERIFY(all.contains(QKeySequence(Qt::ALT | Qt::Key_section)));
    }
};

QTEST_MAIN(DigitRowTest)
#include "test_digit_row.moc"
