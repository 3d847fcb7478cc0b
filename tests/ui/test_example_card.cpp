#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ReadExamples.h"
#include "core/domain/Fields.h"
#include "tests/support/ui/OpenedStudy.h"
#include "tests/support/ui/Shots.h"
#include "tests/support/ui/Typing.h"
#include "ui/common/ExampleCard.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using test::press;
using test::type;
using namespace Qt::StringLiterals;
namespace fe = fields::example;
namespace fg = fields::gap;

/// The card of one example: filled by keyboard alone, in a window between other widgets.
class TestExampleCard : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::TempStudy> m_file;
    std::unique_ptr<test::OpenedStudy> m_open;
    std::unique_ptr<QWidget> m_window;
    ExampleCard *m_card = nullptr;
    QLineEdit *m_after = nullptr;
    ExampleId m_example;

    [[nodiscard]] ExampleRecord stored() const { return *readExample(m_open->session.reader(), m_example); }
    [[nodiscard]] QString coded(const QVector<CodedTerm> &terms) const
    {
        QStringList keys;
        for (const CodedTerm &term : terms)
            keys << m_open->codebook.codebook().key(term.term);
        return keys.join(u' ');
    }

private Q_SLOTS:
    void init()
    {
        m_file = std::make_unique<test::TempStudy>();
        m_file->writer().perform({u"prepare"_s}, [this](Edit &edit) { m_example = createExample(edit, {}); });
        m_open = std::make_unique<test::OpenedStudy>(*m_file);
        m_window = std::make_unique<QWidget>();
        auto *line = new QHBoxLayout(m_window.get());
        line->addWidget(new QLineEdit);
        m_card = new ExampleCard({m_open->session, m_open->codebook, CodingStage::After});
        line->addWidget(m_card, 1);
        m_after = new QLineEdit;
        line->addWidget(m_after);
        m_window->resize(900, 800);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_card->showExample(m_example);
        m_card->focusFirst();
    }
    void cleanup()
    {
        m_window.reset();
        m_open.reset();
        m_file.reset();
    }

    /// From blank to blank with Tab alone, though every pick makes a new chip on the way.
    void theSentenceByKeyboardAlone()
    {
        type(u"data sci"_s);
        press(Qt::Key_Return);
        press(Qt::Key_Tab);
        type(u"the weather making sense"_s);
        press(Qt::Key_Tab);
        type(u"it did not – שלום 🌧"_s);
        press(Qt::Key_Tab);
        type(u"forecasts were off"_s);
        press(Qt::Key_Tab);
        type(u"operations"_s);
        press(Qt::Key_Return);
        QTest::qWait(50);
        press(Qt::Key_Tab);
        type(u"data sci"_s);
        press(Qt::Key_Return);
        QTest::qWait(50);
        press(Qt::Key_Tab);
        type(u"the platform has a known issue"_s);
        press(Qt::Key_Tab);
        QTRY_COMPARE(stored().gaps.size(), 1);
        QTRY_COMPARE(stored().gaps.first().text(fg::information), u"the platform has a known issue"_s);
        QCOMPARE(coded(stored().coded(fe::believedBy)), u"data-scientist"_s);
        QCOMPARE(stored().text(fe::countedOn), u"the weather making sense"_s);
        QCOMPARE(stored().text(fe::turnedOut), u"it did not – שלום 🌧"_s);
        QCOMPARE(stored().text(fe::ledTo), u"forecasts were off"_s);
        QCOMPARE(stored().gaps.first().coded(fg::owner).size(), 1);
        QCOMPARE(coded(stored().gaps.first().coded(fg::neededBy)), u"data-scientist"_s);
        test::shoot(*m_window, u"example-card"_s);
    }

    void whatIsTypedAtAButtonGoesIntoTheStory()
    {
        QList<QToolButton *> folds;
        for (auto *button : m_card->findChildren<QToolButton *>()) {
            if (button->isVisible() && button->text() == u"How much it weighs"_s)
                folds += button;
        }
        QCOMPARE(folds.size(), 1);
        folds.first()->setFocus();
        type(u"weird words"_s); // its space folds nothing
        QTRY_COMPARE(stored().text(fe::story), u"weird words"_s);
        QVERIFY(!folds.first()->isChecked());
    }

    void whatIsUnfoldedComesNext()
    {
        int found = 0;
        for (auto *button : m_card->findChildren<QToolButton *>()) {
            if (!button->isVisible() || button->text() != u"How much it weighs"_s)
                continue;
            ++found;
            button->setFocus();
            press(Qt::Key_Space);
            QVERIFY(button->isChecked());
            QTest::qWait(50);
            press(Qt::Key_Tab);
            const QWidget *now = QApplication::focusWidget();
            QVERIFY2(button->parentWidget()->isAncestorOf(now), qPrintable(now->accessibleName()));
        }
        QCOMPARE(found, 1);
    }

    /// Tab goes on in the order in which things are seen, also past gaps that were added later.
    void tabGoesDownThePage()
    {
        m_open->session.perform({u"gap"_s}, [this](Edit &edit) { createGap(edit, m_example); });
        m_open->session.perform({u"gap"_s}, [this](Edit &edit) { createGap(edit, m_example); });
        QTRY_COMPARE(m_card->gapCards().size(), 2);
        QTest::qWait(50);
        QList<QWidget *> stops;
        m_card->focusFirst();
        for (QWidget *at = QApplication::focusWidget(); at != m_after && stops.size() < 200;
             at = QApplication::focusWidget()) {
            stops += at;
            press(Qt::Key_Tab);
        }
        QStringList names;
        for (const QWidget *stop : stops.last(std::min<qsizetype>(stops.size(), 40)))
            names += stop->accessibleName();
        QVERIFY2(stops.size() < 200, qPrintable(names.join(u" → "_s)));
        const QWidget *page = m_card->findChild<QScrollArea *>()->widget();
        int last = -1;
        for (QWidget *stop : std::as_const(stops)) {
            if (!page->isAncestorOf(stop))
                continue;
            const int middle = stop->mapTo(page, QPoint(0, stop->height() / 2)).y();
            QVERIFY2(middle >= last - 24, qPrintable(stop->objectName() + u' ' + stop->accessibleName()));
            last = middle;
        }
    }
};

QTEST_MAIN(TestExampleCard)
#include "test_example_card.moc"
