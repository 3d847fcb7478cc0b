#include "ui/common/Mnemonics.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using namespace Qt::StringLiterals;

/// One letter for each entry of a menu.
class TestMnemonics : public QObject
{
    Q_OBJECT

private:
    static QStringList texts(const QMenu &menu)
    {
        QStringList texts;
        for (const QAction *action : menu.actions())
            texts << action->text();
        return texts;
    }
    static void verifyLetters(const QMenu &menu)
    {
        QSet<QKeySequence> taken;
        for (const QAction *action : menu.actions()) {
            if (action->isSeparator())
                continue;
            const QKeySequence letter = QKeySequence::mnemonic(action->text());
            QVERIFY2(!letter.isEmpty() && !taken.contains(letter), qPrintable(action->text()));
            taken.insert(letter);
        }
    }

private Q_SLOTS:
    void lettersBeginWordsWhereTheyCan()
    {
        QMenu menu;
        menu.addAction(u"Next question"_s);
        menu.addAction(u"New example"_s);
        menu.addSeparator();
        menu.addAction(u"&Note"_s);
        giveMnemonics(menu);
        QCOMPARE(texts(menu), QStringList({u"Next &question"_s, u"New &example"_s, QString(), u"&Note"_s}));
        verifyLetters(menu);
    }

    void oneGivesWayToAnother()
    {
        QMenu menu;
        menu.addAction(u"ab"_s);
        menu.addAction(u"a"_s);
        menu.addAction(u"bc"_s);
        giveMnemonics(menu);
        QCOMPARE(texts(menu), QStringList({u"a&b"_s, u"&a"_s, u"b&c"_s}));
    }

    void againIsTheSame()
    {
        QMenu menu;
        for (const char *text : {"&File", "Find", "R&&D", "Fold", "1.", "F"})
            menu.addAction(QString::fromLatin1(text));
        giveMnemonics(menu);
        const QStringList once = texts(menu);
        giveMnemonics(menu);
        QCOMPARE(texts(menu), once);
        menu.actions().constLast()->setText(u"Something else"_s);
        giveMnemonics(menu);
        verifyLetters(menu);
        QVERIFY(texts(menu).contains(u"R&&&D"_s) || texts(menu).contains(u"&R&&D"_s));
    }

    // Two entries that name the same letter: the second is given another one.
    void ofTwoThatNameTheSameTheFirstKeepsIt()
    {
        QMenu menu;
        menu.addAction(u"&Copy"_s);
        menu.addAction(u"&Close"_s);
        giveMnemonics(menu);
        QCOMPARE(menu.actions().constFirst()->text(), u"&Copy"_s);
        verifyLetters(menu);
    }

    // A key that is a letter stands beside its entry: no other entry has it, and it needs no other.
    void aLetterThatIsAKeyIsTaken()
    {
        QMenu menu;
        QAction *code = menu.addAction(u"Remedy"_s);
        menu.addAction(u"Year"_s);
        giveMnemonics(menu);
        QCOMPARE(texts(menu), QStringList({u"&Remedy"_s, u"&Year"_s}));
        code->setShortcut(QKeySequence(Qt::Key_Y));
        giveMnemonics(menu);
        QCOMPARE(texts(menu), QStringList({u"Remedy"_s, u"Y&ear"_s}));
    }

    void whatCannotHaveOneStaysAsItIs()
    {
        QMenu menu;
        menu.addAction(u"…"_s);
        menu.addAction(u"a"_s);
        menu.addAction(u"A"_s);
        giveMnemonics(menu);
        QCOMPARE(texts(menu), QStringList({u"…"_s, u"&a"_s, u"A"_s}));
    }
};

QTEST_MAIN(TestMnemonics)
#include "test_mnemonics.moc"
