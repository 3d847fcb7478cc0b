#include "core/catalogue/EditExamples.h"
#include "core/domain/Fields.h"
#include "tests/support/ui/OpenedStudy.h"
#include "ui/catalogue/CatalogueModel.h"
#include "ui/catalogue/CatalogueTable.h"
#include "ui/catalogue/CatalogueWorkspace.h"
#include "ui/common/ExampleCard.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using namespace Qt::StringLiterals;

/// The example beside the catalogue's rows while undo and redo take it away and bring it back.
class TestCatalogueUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anExampleThatComesBackIsShownAgain()
    {
        test::TempStudy study;
        test::OpenedStudy open(study);
        const auto made = std::make_shared<ExampleId>();
        open.session.perform({u"New example"_s}, [made](Edit &edit) {
            *made = createExample(edit, {});
            setValue(edit, fields::example::title, made->value, u"Rain"_s);
        });
        open.session.flush();
        CatalogueWorkspace workspace(open.session, open.codebook, open.catalogue, open.messages);
        test::showActive(workspace, {1440, 800});
        QTRY_COMPARE(workspace.model().rowCount(), 1);
        workspace.showExample(*made);
        auto *card = workspace.findChild<ExampleCard *>();
        QVERIFY(card);
        QTRY_COMPARE(card->example(), *made);
        open.session.undo();
        QTRY_COMPARE(card->example(), ExampleId{});
        open.session.redo();
        QTRY_COMPARE(card->example(), *made);
        workspace.showExample(*made);
        QCOMPARE(card->example(), *made);
    }
};

QTEST_MAIN(TestCatalogueUndo)
#include "test_catalogue_undo.moc"
