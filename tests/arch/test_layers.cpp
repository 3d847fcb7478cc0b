#include "tests/support/ArchitectureRules.h"
#include "tests/support/SourceTree.h"

#include <QtTest>

using namespace seamfinder;
using namespace seamfinder::test;
using namespace Qt::StringLiterals;

/// Keeps the rules of ARCHITECTURE.md. Each rule is also shown a snippet that breaks it, so that a rule that
/// stopped looking is found out.
class LayersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSourceTreeKeepsTheRules()
    {
        const QStringList files = sourceFiles(sourceDir());
        QVERIFY(files.size() > 20);
        QStringList complaints;
        for (const QString &path : files)
            complaints += complaintsAbout(path, readText(sourceDir() + u'/' + path));
        complaints += complaintsAboutRoot(rootEntries(sourceDir()));
        QVERIFY2(complaints.isEmpty(), qPrintable(u'\n' + complaints.join(u'\n')));
    }

    void eachRuleBites_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QString &path, const QString &text) {
            QTest::newRow(name) << path << text;
        };
        row("core includes ui", u"core/domain/A.cpp"_s, u"#include \"ui/shell/Theme.h\"\n"_s);
        row("core includes app", u"core/analysis/A.cpp"_s, u"#include \"app/Composition.h\"\n"_s);
        row("ui includes app", u"ui/gaps/A.cpp"_s, u"#include \"app/Composition.h\"\n"_s);
        row("product includes tests", u"ui/gaps/A.cpp"_s, u"#include \"tests/support/SourceTree.h\"\n"_s);
        row("domain includes catalogue", u"core/domain/A.h"_s, u"#include \"core/catalogue/Study.h\"\n"_s);
        row("protocol includes catalogue", u"core/protocol/A.h"_s,
            u"#include \"core/catalogue/Study.h\"\n"_s);
        row("catalogue includes interview", u"core/catalogue/A.h"_s,
            u"#include \"core/interview/Run.h\"\n"_s);
        row("interview includes analysis", u"core/interview/A.h"_s, u"#include \"core/analysis/Flow.h\"\n"_s);
        row("analysis includes exchange", u"core/analysis/A.h"_s, u"#include \"core/exchange/Csv.h\"\n"_s);
        row("relative include", u"core/exchange/A.cpp"_s, u"#include \"Csv.h\"\n"_s);
        row("widget in core", u"core/domain/A.h"_s, u"#include <QWidget>\n"_s);
        row("module form in core", u"core/domain/A.h"_s, u"#include <QtGui/QColor>\n"_s);
        row("colour in core", u"core/domain/A.h"_s, u"#  include  <QColor>\n"_s);
        row("sqlite in ui", u"ui/gaps/A.cpp"_s, u"#include <sqlite3.h>\n"_s);
        row("SQLiteCpp in exchange", u"core/exchange/A.cpp"_s, u"#include <SQLiteCpp/Database.h>\n"_s);
        row("SQL in ui", u"ui/gaps/A.cpp"_s, u"auto q = u\"SELECT id FROM example\"_s;\n"_s);
        row("SQL in small letters", u"core/analysis/A.cpp"_s, u"auto q = \"select id from example\";\n"_s);
        row("SQL in a raw string", u"core/analysis/A.cpp"_s,
            u"auto q = R\"(\n  update gap set x = 1\n)\";\n"_s);
        row("SQL over two literals", u"core/analysis/A.cpp"_s, u"f(\"DELETE FROM \"\n  \"gap\");\n"_s);
        row("pragma outside", u"app/main.cpp"_s, u"run(\"PRAGMA foreign_keys=ON\");\n"_s);
        row("message box", u"ui/gaps/A.cpp"_s, u"QMessageBox::warning(this, a, b);\n"_s);
        row("dialog exec", u"ui/gaps/A.cpp"_s, u"dialog.exec();\n"_s);
        row("menu exec", u"ui/gaps/A.cpp"_s, u"menu->exec(position);\n"_s);
        row("processEvents", u"ui/gaps/A.cpp"_s, u"QCoreApplication::processEvents();\n"_s);
        row("event loop", u"core/interview/A.cpp"_s, u"QEventLoop loop;\n"_s);
        row("input dialog", u"ui/gaps/A.cpp"_s, u"QInputDialog::getText(this, a, b);\n"_s);
        row("static file dialog", u"ui/gaps/A.cpp"_s, u"QFileDialog::getOpenFileName(this);\n"_s);
        row("saved past OutputFile", u"app/commands/A.cpp"_s, u"picture.image().save(path, x);\n"_s);
        row("saved past OutputFile, by a name", u"ui/report/A.cpp"_s, u"image.save(path);\n"_s);
        row("a file of its own", u"ui/gaps/A.cpp"_s, u"QSaveFile file(path);\n"_s);
        row("a file opened for writing", u"core/exchange/A.cpp"_s,
            u"QFile file(path);\nfile.open(QIODevice::WriteOnly);\n"_s);
        row("proxy over the catalogue", u"ui/catalogue/A.cpp"_s, u"#include <QSortFilterProxyModel>\n"_s);
        row("too long", u"core/domain/A.cpp"_s, u"int a;\n"_s.repeated(601));
        row("public link", u"core/CMakeLists.txt"_s, u"target_link_libraries(a\n    PUBLIC Qt6::Gui)\n"_s);
        row("link without a word", u"ui/CMakeLists.txt"_s, u"target_link_libraries(a Qt6::Core)\n"_s);
        row("unknown core folder", u"core/misc/A.cpp"_s, u"int a;\n"_s);
        row("unknown ui folder", u"ui/misc/A.cpp"_s, u"int a;\n"_s);
    }

    void eachRuleBites()
    {
        QFETCH(QString, path);
        QFETCH(QString, text);
        QVERIFY(!complaintsAbout(path, text).isEmpty());
    }

    void goodCodeIsLeftAlone_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QString &path, const QString &text) {
            QTest::newRow(name) << path << text;
        };
        row("downward include", u"core/exchange/A.cpp"_s, u"#include \"core/domain/Id.h\"\n"_s);
        row("same folder", u"core/catalogue/A.cpp"_s,
            u"#include \"core/catalogue/Study.h\"\n#include <sqlite3.h>\n"_s);
        row("SQL where it belongs", u"core/catalogue/A.cpp"_s, u"auto q = \"SELECT id FROM example\";\n"_s);
        row("English that starts like SQL", u"ui/gaps/A.cpp"_s,
            u"tr(\"Select a term\"); tr(\"Delete\"); tr(\"Update from the file\"); tr(\"Insert a gap\");\n"_s);
        row("English with both words of SQL", u"ui/gaps/A.cpp"_s,
            u"tr(\"Select the term to move from the list\"); tr(\"begin\"); tr(\"delete from\");\n"_s);
        row("written to memory", u"ui/report/A.cpp"_s,
            u"QBuffer buffer(&bytes);\nbuffer.open(QIODevice::WriteOnly);\nimage.save(&buffer, f);\npainter.save();\n"_s);
        row("SQLite's exec", u"core/catalogue/A.cpp"_s, u"m_database.exec(sql);\n"_s);
        row("core's own event", u"core/domain/A.cpp"_s, u"#include <QEvent>\n#include <QTextStream>\n"_s);
        row("the application's loop", u"app/main.cpp"_s, u"return QApplication::exec();\n"_s);
        row("a forbidden word in a comment", u"ui/gaps/A.cpp"_s,
            u"// no QMessageBox, no exec(), no SELECT x FROM y\n/* QEventLoop */ int a;\n"_s);
        row("a forbidden word in a string", u"ui/gaps/A.cpp"_s, u"tr(\"call exec() // QMessageBox\");\n"_s);
        row("exactly the ceiling", u"core/domain/A.cpp"_s, u"int a;\n"_s.repeated(600));
        row("private link", u"app/CMakeLists.txt"_s, u"target_link_libraries(a PRIVATE Qt6::Gui)\n"_s);
        row("core in ui's headers", u"ui/CMakeLists.txt"_s,
            u"target_link_libraries(a\n    PUBLIC seamfinder_core Qt6::Widgets\n    PRIVATE Qt6::Svg)\n"_s);
        row("digit separators", u"core/domain/A.cpp"_s, u"int a = 10'000; char b = '\"'; // exec(\n"_s);
    }

    void goodCodeIsLeftAlone()
    {
        QFETCH(QString, path);
        QFETCH(QString, text);
        const QStringList complaints = complaintsAbout(path, text);
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
    }

    void theRootHoldsOnlyWhatItShould()
    {
        QVERIFY(complaintsAboutRoot({u"core"_s, u"ui"_s, u"app"_s, u"CMakeLists.txt"_s, u"dev"_s}).isEmpty());
        QVERIFY(!complaintsAboutRoot({u"scripts"_s}).isEmpty());
        QVERIFY(!complaintsAboutRoot({u"notes.txt"_s}).isEmpty());
    }
};

QTEST_APPLESS_MAIN(LayersTest)
#include "test_layers.moc"
