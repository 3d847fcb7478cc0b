#include "core/catalogue/EditExamples.h"
#include "core/catalogue/ReadExamples.h"
#include "core/domain/Fields.h"
#include "tests/support/ui/OpenedStudy.h"
#include "ui/catalogue/CatalogueActions.h"
#include "ui/catalogue/CatalogueList.h"
#include "ui/catalogue/CatalogueModel.h"
#include "ui/catalogue/CatalogueTable.h"
#include "ui/catalogue/CatalogueWorkspace.h"
#include "ui/catalogue/CodingActions.h"
#include "ui/common/Mnemonics.h"
#include "ui/shell/PopupKeys.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using namespace Qt::StringLiterals;

/// The letters that code in the catalogue, while a menu is open before it.
class TestPopupKeys : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::TempStudy> m_study;
    std::unique_ptr<test::OpenedStudy> m_open;
    std::unique_ptr<CatalogueWorkspace> m_workspace;
    std::unique_ptr<PopupKeys> m_keys;

    TermPicker *picker() const { return m_workspace->actions().coding().picker(); }
    static void open(QMenu &menu)
    {
        menu.popup(QPoint(20, 20));
        QTRY_COMPARE(QApplication::activePopupWidget(), &menu);
    }

private Q_SLOTS:
    void init()
    {
        m_keys = std::make_unique<PopupKeys>();
        m_study = std::make_unique<test::TempStudy>();
        m_study->writer().perform({.label = u"One"_s}, [](Edit &edit) { createExample(edit, {}); });
        m_open = std::make_unique<test::OpenedStudy>(*m_study);
        m_workspace = std::make_unique<CatalogueWorkspace>(m_open->session, m_open->codebook,
                                                           m_open->catalogue, m_open->messages);
        test::showActive(*m_workspace, {1440, 800});
        QTRY_COMPARE(m_workspace->model().rowCount(), 1);
        QTRY_VERIFY(m_workspace->list().isReady() && !m_workspace->list().isWaiting());
        m_workspace->focusDefault();
        QVERIFY(m_workspace->table().hasFocus());
    }
    void cleanup()
    {
        m_workspace.reset();
        m_open.reset();
        m_study.reset();
        m_keys.reset();
    }

    void anOpenMenuHasTheLettersForItself()
    {
        int chosen = 0;
        QMenu menu(m_workspace.get());
        menu.addAction(u"&Else"_s, this, [&chosen] { ++chosen; });
        menu.addAction(u"&Other"_s);
        open(menu);
        QTest::keyClick(&menu, Qt::Key_F); // codes the effect, where no menu is open
        QVERIFY2(!picker(), "the table behind the menu got the key");
        QTest::keyClick(&menu, Qt::Key_Delete);
        QVERIFY(menu.isVisible());
        QTest::keyClick(&menu, Qt::Key_E);
        QCOMPARE(chosen, 1);
        QVERIFY(!picker());
        m_open->session.flush();
        QCOMPARE(m_workspace->model().rowCount(), 1);
        QVERIFY(!menu.isVisible());
        m_workspace->activateWindow(); // the platform of the tests activates menus, too
        m_workspace->focusDefault();
        QTRY_VERIFY(m_workspace->table().hasFocus());
        QTest::keyClick(&m_workspace->table(), Qt::Key_F);
        QVERIFY(picker() && picker()->isVisible());
    }

    // What stands beside an entry is what is pressed, be it in its name or not.
    void theMenuOfCodesHasItsOwnLetters()
    {
        QMenu *codes = m_workspace->actions().coding().menuAction()->menu();
        giveMnemonics(*codes);
        for (const QAction *action : codes->actions()) {
            const QString key = action->shortcut().toString();
            const QKeySequence letter = QKeySequence::mnemonic(action->text());
            QVERIFY2(key.size() != 1 || letter.isEmpty(), qPrintable(action->text()));
        }
        open(*codes);
        QTest::keyClick(codes, Qt::Key_Y); // remedy
        QTRY_VERIFY(picker() && picker()->isVisible());
        QVERIFY(!codes->isVisible());
        QCOMPARE(picker()->accessibleName(), label(fields::gap::remedy));
    }
};

QTEST_MAIN(TestPopupKeys)
#include "test_popup_keys.moc"
