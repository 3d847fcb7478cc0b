#include "core/catalogue/EditCodebook.h"
#include "core/catalogue/EditStudy.h"
#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"
#include "tests/support/ui/InterviewBench.h"
#include "tests/support/ui/Typing.h"
#include "ui/common/EditedRow.h"
#include "ui/common/ExampleCard.h"
#include "ui/common/FieldEditor.h"
#include "ui/interview/InterviewPage.h"
#include "ui/interview/InterviewWorkspace.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using test::press;
using test::type;
using namespace Qt::StringLiterals;
namespace fe = fields::example;

/// The card's field for the system, which comes with the second one: it takes nobody's place.
class TestCardSystem : public test::InterviewBench
{
    Q_OBJECT

    ExampleCard *m_card = nullptr;

    /// An example of an interview about one system, its card open in a window that it does not fit into.
    void openCard()
    {
        start();
        m_workspace->resize(1500, 600);
        interview().answer({u"system-alias"_s, {}}, Value::text(u"Quiet axle"_s));
        QTRY_VERIFY(interview().isSaved());
        const auto made = std::make_shared<ExampleId>();
        interview().createExample([made](qint64 id) { *made = ExampleId{id}; });
        QTRY_VERIFY(*made);
        m_workspace->page()->openExample(*made);
        m_card = m_workspace->findChild<ExampleCard *>();
        QTRY_COMPARE(m_card->example(), *made);
        QTest::qWait(50); // behind the layout
    }
    void focusOn(QStringView field)
    {
        QVERIFY(m_card->focusField(field));
        QTest::qWait(50);
    }
    static int top() { return QApplication::focusWidget()->mapToGlobal(QPoint()).y(); }
    [[nodiscard]] QList<FieldEditor *> seenSystems() const
    {
        QList<FieldEditor *> seen;
        for (FieldEditor *editor : m_card->findChildren<FieldEditor *>()) {
            if (editor->field() == fe::system && editor->isVisible())
                seen += editor;
        }
        return seen;
    }

private Q_SLOTS:
    void whoPicksTheSecondOneStaysThere()
    {
        openCard();
        focusOn(u"system");
        const QWidget *chip = QApplication::focusWidget();
        QCOMPARE(seenSystems().size(), 1);
        FieldEditor *lower = seenSystems().first();
        QVERIFY(lower->isAncestorOf(chip));
        const int before = top();
        type(u"Other"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(interview().data().interview.systems.size(), 2);
        QTest::qWait(50);
        QCOMPARE(QApplication::focusWidget(), chip);
        QVERIFY2(std::abs(top() - before) <= 2, qPrintable(u"%1 → %2"_s.arg(before).arg(top())));
        // Opened once more, the list stays too.
        type(u"Qui"_s);
        QTest::qWait(50);
        QVERIFY(lower->isVisible());
        press(Qt::Key_Escape); // clears what was typed
        press(Qt::Key_Escape);
        QTRY_COMPARE(QApplication::focusWidget(), chip);
        // Once it is left, the field has its place further up, and what comes next does not move either.
        press(Qt::Key_Tab);
        const QWidget *next = QApplication::focusWidget();
        const int there = top();
        QTRY_VERIFY(!lower->isVisible());
        QTRY_COMPARE(seenSystems().size(), 1);
        QTest::qWait(50);
        QCOMPARE(QApplication::focusWidget(), next);
        QVERIFY2(std::abs(top() - there) <= 2, qPrintable(u"%1 → %2"_s.arg(there).arg(top())));
    }

    void whatIsTypedInDoesNotMove()
    {
        openCard();
        focusOn(u"story");
        type(u"It began"_s);
        const int before = top();
        m_open->session.perform({u"system"_s}, [id = m_card->example()](Edit &edit) {
            setValue(edit, fe::system, id.value, systemByAlias(edit, u"Other"_s).value);
        });
        QTRY_COMPARE(seenSystems().size(), 1);
        QTest::qWait(50);
        QVERIFY2(std::abs(top() - before) <= 2, qPrintable(u"%1 → %2"_s.arg(before).arg(top())));
        type(u"."_s);
        m_card->flush();
        QTRY_COMPARE(interview().data().examples.first().text(fe::story), u"It began."_s);
    }
};

QTEST_MAIN(TestCardSystem)
#include "test_card_system.moc"
