#include "tests/support/ui/OpenedStudy.h"
#include "tests/support/ui/Typing.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/MessageCard.h"
#include "ui/shell/MessageStrip.h"
#include "ui/shell/Settings.h"
#include "ui/shell/Theme.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using namespace Qt::StringLiterals;

/// What is said beside the work: how much of it, for how long, and that nothing moves by it.
class TestMessageStrip : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QWidget> m_window;
    QPlainTextEdit *m_field = nullptr;
    MessageStrip *m_strip = nullptr;

    [[nodiscard]] QStringList shown() const
    {
        QStringList texts;
        for (const MessageCard *card : m_strip->findChildren<MessageCard *>()) {
            if (card->isVisible())
                texts << card->accessibleName();
        }
        texts.sort();
        return texts;
    }
    void say(Severity severity, const QString &text, const QObject *of = nullptr)
    {
        m_strip->show({.severity = severity, .text = text, .of = of});
    }

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        auto *column = new QVBoxLayout(m_window.get());
        m_field = new QPlainTextEdit;
        m_strip = new MessageStrip;
        column->addWidget(m_field, 1);
        column->addWidget(m_strip);
        test::showActive(*m_window, {600, 400});
        m_field->setFocus();
    }

    void informationGivesWayToNewerOneAndProblemsStay()
    {
        say(Severity::Problem, u"1 problem"_s);
        say(Severity::Information, u"2 said"_s);
        QCOMPARE(shown(), (QStringList{u"1 problem"_s, u"2 said"_s}));
        say(Severity::Information, u"3 said"_s);
        QCOMPARE(shown(), (QStringList{u"1 problem"_s, u"3 said"_s}));
        say(Severity::Warning, u"4 warning"_s);
        QCOMPARE(shown().size(), 2);
        m_strip->forgetSaid();
        QVERIFY(shown().isEmpty());
        QVERIFY(!m_strip->isVisible());
    }

    void aQuestionIsNotPushedAway()
    {
        m_strip->ask({.question = u"0 replace it?"_s, .choices = {{u"Keep"_s, {}}}});
        for (int i = 1; i < 5; ++i)
            say(Severity::Problem, u"%1 problem"_s.arg(i));
        QCOMPARE(shown(), (QStringList{u"0 replace it?"_s, u"4 problem"_s}));
        m_strip->forgetSaid();
        QCOMPARE(shown(), QStringList{u"0 replace it?"_s});
    }

    void itGoesWithWhatItIsAbout()
    {
        auto page = std::make_unique<QObject>();
        say(Severity::Warning, u"of the page"_s, page.get());
        QCOMPARE(shown().size(), 1);
        page.reset();
        QVERIFY(shown().isEmpty());
    }

    void theTimeBeginsAnewWhenTheKeyboardLeaves()
    {
        MessageCard card(MessageCard::Kind::Information, u"said"_s, {}, {{u"Undo"_s, {}}});
        m_window->layout()->addWidget(&card);
        QSignalSpy gone(&card, &MessageCard::dismissed);
        card.show();
        card.goAfter(60);
        card.focusFirstAction();
        QTest::qWait(150);
        QCOMPARE(gone.size(), 0);
        m_field->setFocus();
        QCOMPARE(gone.size(), 0);
        QTRY_COMPARE(gone.size(), 1);
    }

    void whatIsBeingTypedDoesNotMove()
    {
        const QPoint before = m_field->mapToGlobal(QPoint());
        say(Severity::Problem, u"1 problem"_s);
        say(Severity::Problem, u"2 problem"_s);
        QTest::qWait(20);
        QCOMPARE(m_field->mapToGlobal(QPoint()), before);
        QVERIFY(m_field->hasFocus());
        m_strip->clear();
        QTest::qWait(20);
        QCOMPARE(m_field->mapToGlobal(QPoint()), before);
    }

    void theWindowsPageDoesNotMove()
    {
        QTemporaryDir folder;
        Settings settings(folder.filePath(u"settings.ini"_s));
        Theme theme(settings);
        MainWindow window(settings, theme);
        test::showActive(window, {900, 600});
        const auto *page = window.findChild<QWidget *>(u"startPage"_s);
        QVERIFY(page);
        const QPoint before = page->mapToGlobal(QPoint());
        for (int i = 0; i < 3; ++i)
            window.messages().show({.severity = Severity::Problem, .text = u"Problem %1"_s.arg(i)});
        QTest::qWait(20);
        QCOMPARE(page->mapToGlobal(QPoint()), before);
        window.clearWorkspaces(); // the study is closed
        for (const MessageCard *card : window.findChildren<MessageCard *>())
            QVERIFY(!card->isVisible());
    }
};

QTEST_MAIN(TestMessageStrip)
#include "test_message_strip.moc"
