#include "core/catalogue/EditProtocols.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/ReadProtocols.h"
#include "core/catalogue/StudySession.h"
#include "core/interview/InterviewSession.h"
#include "core/protocol/ProtocolEdit.h"
#include "core/protocol/ProtocolJson.h"
#include "tests/support/ui/ProtocolBench.h"
#include "tests/support/ui/Shots.h"
#include "tests/support/ui/Typing.h"
#include "ui/common/AutoGrowTextEdit.h"
#include "ui/interview/InterviewPage.h"
#include "ui/interview/ProtocolImporter.h"
#include "ui/protocol/ProtocolEditor.h"
#include "ui/protocol/ProtocolExporter.h"
#include "ui/protocol/ProtocolOutline.h"
#include "ui/protocol/ProtocolsPage.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using test::press;
using test::smallProtocol;
using test::type;
using namespace Qt::StringLiterals;

/// The versions of protocols: listed, published, tried out, exported, and interviews moved to them; what is
/// checked is what the file holds.
class TestProtocolPublish : public test::ProtocolBench
{
    Q_OBJECT

private Q_SLOTS:
    void theListShowsEveryVersion();
    void aVersionThatWasPublishedOnlyShows();
    void typingIntoAPublishedVersionSaysHowToGoOn();
    void tryingOutWritesNothing();
    void publishingShowsTheDifference();
    void aDraftThatIsWrongIsNotPublished();
    void duplicateDiscardAndNew();
    void exportedAndImportedAgain();
    void whatWasBroughtIsOfferedForTheNextInterview();
    void anInterviewMoves();
    void aCompleteInterviewStays();
};

void TestProtocolPublish::theListShowsEveryVersion()
{
    publishSmall();
    QTest::keyClick(m_workspace.get(), Qt::Key_P, Qt::ControlModifier | Qt::AltModifier);
    auto *list = child<QTreeWidget>(u"protocols"_s);
    QVERIFY(list);
    QTRY_VERIFY(list->hasFocus());
    QStringList titles;
    int versions = 0;
    for (int i = 0; i < list->topLevelItemCount(); ++i) {
        titles.append(list->topLevelItem(i)->text(0));
        versions += list->topLevelItem(i)->childCount();
    }
    QCOMPARE(versions, entries().size());
    QVERIFY(titles.contains(u"Small"_s));
    test::shoot(*m_workspace, u"protocol-list"_s);
    press(Qt::Key_Escape);
    QTRY_VERIFY(child<QLineEdit>(u"pseudonym"_s));
    auto *way = child<QPushButton>(u"showProtocols"_s); // and the way that is seen
    QVERIFY(way);
    way->click();
    QVERIFY(child<QTreeWidget>(u"protocols"_s));
}

void TestProtocolPublish::aVersionThatWasPublishedOnlyShows()
{
    publishSmall();
    m_workspace->showProtocols();
    m_workspace->protocols().open(newestOf(u"t"_s).id);
    QVERIFY(editor());
    QVERIFY(!editor()->draft().isWritable());
    select(u"role"_s);
    QVERIFY(text(u"label"_s)->isReadOnly());
    const Protocol before = inFile();
    outline()->setFocus();
    press(Qt::Key_Delete);
    press(Qt::Key_Down, Qt::AltModifier);
    settle();
    QCOMPARE(inFile(), before);
    child<QPushButton>(u"protocolPublish"_s)->click(); // "Edit as a draft"
    QTRY_VERIFY(editor() && editor()->draft().isWritable());
    QCOMPARE(newestOf(u"t"_s).isDraft(), true);
}

void TestProtocolPublish::typingIntoAPublishedVersionSaysHowToGoOn()
{
    publishSmall();
    m_workspace->showProtocols();
    m_workspace->protocols().open(newestOf(u"t"_s).id);
    select(u"role"_s);
    const Protocol before = inFile();
    QVERIFY(!child<QWidget>(u"publishedNotice"_s));
    auto *field = text(u"label"_s);
    field->setFocus();
    const QString said = field->toPlainText();
    const QPoint place = field->mapToGlobal(QPoint());
    press(Qt::Key_Down); // reading says nothing
    QVERIFY(!child<QWidget>(u"publishedNotice"_s));
    type(u"é"_s);
    auto *notice = child<QWidget>(u"publishedNotice"_s);
    QVERIFY(notice);
    QVERIFY2(notice->accessibleName().contains(u"Version 1 is published"_s),
             qPrintable(notice->accessibleName()));
    QVERIFY(notice->accessibleName().contains(u"(F2)"_s));
    QTest::qWait(20);
    QCOMPARE(field->toPlainText(), said);
    QCOMPARE(QApplication::focusWidget(), field);
    QCOMPARE(field->mapToGlobal(QPoint()), place);
    select(u"story"_s);
    QVERIFY(!notice->isVisible());
    outline()->setFocus();
    press(Qt::Key_Delete);
    QVERIFY(notice->isVisible());
    settle();
    QCOMPARE(inFile(), before);
    press(Qt::Key_F2);
    QTRY_VERIFY(editor() && editor()->draft().isWritable());
    QVERIFY(newestOf(u"t"_s).isDraft());
}

void TestProtocolPublish::tryingOutWritesNothing()
{
    openDraft();
    select(u"role"_s);
    replace(text(u"label"_s), u"Which role?"_s);
    outline()->setFocus();
    settle();
    const auto interviews = readInterviews(study().reader()).size();
    child<QPushButton>(u"protocolTry"_s)->click();
    QTRY_VERIFY(m_workspace->page());
    QVERIFY(&interview().study() != &study());
    QCOMPARE(interview().flow().say(*interview().currentStep()), u"Which role?"_s);
    press(Qt::Key_1);
    QTRY_VERIFY(interview().isSaved());
    QCOMPARE(readInterviews(study().reader()).size(), interviews);
    m_workspace->showList(); // back to what was tried out
    QTRY_VERIFY(editor() && editor()->isVisible());
    QCOMPARE(readInterviews(study().reader()).size(), interviews);
    QVERIFY(newestOf(u"t"_s).isDraft());
}

void TestProtocolPublish::publishingShowsTheDifference()
{
    openDraft();
    select(u"story"_s);
    replace(text(u"label"_s), u"What happened then?"_s);
    select(u"last"_s);
    child<QCheckBox>(u"required"_s)->click();
    select(u"years"_s);
    outline()->setFocus();
    press(Qt::Key_Delete);
    settle();
    child<QPushButton>(u"protocolPublish"_s)->click();
    auto *changes = child<QTreeWidget>(u"protocolChanges"_s);
    QVERIFY(changes);
    QStringList shown;
    for (QTreeWidgetItemIterator at(changes); *at; ++at)
        shown.append((*at)->text(0));
    const QString all = shown.join(u'\n');
    QVERIFY2(all.contains(u"Breaking: 1"_s) && all.contains(u"To check: 2"_s) &&
                 all.contains(u"Harmless: 0"_s),
             qPrintable(all));
    QVERIFY2(all.contains(u"Question “years” is gone"_s), qPrintable(all));
    test::shoot(*m_workspace, u"protocol-publish"_s);
    auto *publish = child<QPushButton>(u"publishVersion"_s);
    QVERIFY(!publish->isEnabled()); // without a note
    QVERIFY(child<QLineEdit>(u"changeNote"_s)->hasFocus());
    type(u"Nobody knew the years"_s);
    QVERIFY(publish->isEnabled());
    press(Qt::Key_Return);
    QTRY_VERIFY(!editor());
    const ProtocolEntry newest = newestOf(u"t"_s);
    QCOMPARE(newest.number, 2);
    QCOMPARE(newest.note, u"Nobody knew the years"_s);
    QVERIFY(m_open->messages.shown.last().text.contains(u"Version 2"_s));
    const Protocol published = inFile(newest.id);
    QVERIFY(!findQuestion(published, u"years"_s));
    settle();
    study().undo(); // a draft again
    QTRY_VERIFY(newestOf(u"t"_s).isDraft());
    QCOMPARE(newestOf(u"t"_s).note, QString());
}

void TestProtocolPublish::aDraftThatIsWrongIsNotPublished()
{
    openDraft();
    child<QPushButton>(u"protocolPublish"_s)->click();
    QVERIFY(textOf(u"publishSummary"_s).contains(u"Nothing differs from version 1"_s));
    child<QPushButton>(u"publishCancel"_s)->click();
    select(u"story"_s);
    replace(text(u"label"_s), u"${nobody}"_s);
    settle();
    child<QPushButton>(u"protocolPublish"_s)->click();
    type(u"A note"_s);
    QTRY_VERIFY(textOf(u"publishSummary"_s).contains(u"nobody"_s));
    QVERIFY(!child<QPushButton>(u"publishVersion"_s)->isEnabled());
    child<QPushButton>(u"publishProblem"_s)->click();
    QCOMPARE(outline()->current().question, u"story"_s);
    QVERIFY(text(u"label"_s)->hasFocus());
    child<QPushButton>(u"protocolTry"_s)->click();
    QVERIFY(!m_workspace->page());
    QVERIFY(m_open->messages.shown.last().text.contains(u"nobody"_s));
}

void TestProtocolPublish::duplicateDiscardAndNew()
{
    openDraft();
    child<QPushButton>(u"protocolsBack"_s)->click();
    QTRY_VERIFY(child<QTreeWidget>(u"protocols"_s)->hasFocus());
    press(Qt::Key_Delete); // the draft
    QTRY_VERIFY(!newestOf(u"t"_s).isDraft());
    settle();
    study().undo();
    QTRY_VERIFY(newestOf(u"t"_s).isDraft());
    settle();
    m_workspace->protocols().showList(newestOf(u"t"_s).id);
    press(Qt::Key_D, Qt::ControlModifier);
    QTRY_VERIFY(editor() && editor()->draft().entry().key == u"t-copy"_s);
    QCOMPARE(editor()->draft().entry().title, u"Copy of Small"_s);
    child<QPushButton>(u"protocolsBack"_s)->click();
    child<QPushButton>(u"newProtocol"_s)->click();
    QTRY_VERIFY(editor() && editor()->draft().entry().key == u"protocol"_s);
    replace(text(u"title"_s), u"Ours"_s);
    QTRY_COMPARE(newestOf(u"protocol"_s).title, u"Ours"_s);
}

void TestProtocolPublish::exportedAndImportedAgain()
{
    openDraft();
    child<QPushButton>(u"protocolsBack"_s)->click();
    QTemporaryDir folder;
    const QString path = folder.filePath(u"small.xlsx"_s);
    auto *exporter = m_workspace->findChild<ProtocolExporter *>();
    exporter->write(newestOf(u"t"_s).id, path);
    QTRY_VERIFY(!m_open->messages.shown.isEmpty()); // a moment after the file is there
    QVERIFY(QFile::exists(path));
    QVERIFY(m_open->messages.shown.last().text.contains(u"small.xlsx"_s));
    exporter->write(newestOf(u"t"_s).id, folder.filePath(u"no/such/folder.xlsx"_s));
    QTRY_VERIFY(m_open->messages.shown.last().text.contains(u"could not be written"_s));
}

void TestProtocolPublish::whatWasBroughtIsOfferedForTheNextInterview()
{
    m_workspace->showList();
    const auto offered = [this] {
        m_workspace->showList();
        return ProtocolVersionId{child<QComboBox>(u"newInterviewProtocol"_s)->currentData().toLongLong()};
    };
    QVERIFY(offered() != ProtocolVersionId{});
    m_workspace->showProtocols();
    QTemporaryDir folder;
    const QString path = folder.filePath(u"short.md"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("| survey | | | |\n| | type | name | label |\n| | text | why | Why? |\n");
    file.close();
    QSet<qint64> before;
    for (const ProtocolEntry &entry : entries())
        before.insert(entry.id.value);
    m_workspace->protocols().findChild<ProtocolImporter *>()->importFile(path);
    QTRY_COMPARE(entries().size(), before.size() + 1);
    QTRY_VERIFY(m_open->messages.shown.size() > 0);
    ProtocolVersionId brought;
    for (const ProtocolEntry &entry : entries()) {
        if (!before.contains(entry.id.value))
            brought = entry.id;
    }
    QCOMPARE(offered(), brought);
    // Who chooses another one keeps it.
    auto *protocols = child<QComboBox>(u"newInterviewProtocol"_s);
    const int other = protocols->findData(brought.value) == 0 ? 1 : 0;
    protocols->setCurrentIndex(other);
    const ProtocolVersionId chosen{protocols->currentData().toLongLong()};
    m_workspace->showProtocols();
    QCOMPARE(offered(), chosen);

    openDraft();
    select(u"story"_s);
    replace(text(u"label"_s), u"What happened then?"_s);
    settle();
    child<QPushButton>(u"protocolPublish"_s)->click();
    type(u"In other words"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(!editor());
    QCOMPARE(offered(), newestOf(u"t"_s).id);
}

void TestProtocolPublish::anInterviewMoves()
{
    publishSmall();
    const ProtocolVersionId first = newestOf(u"t"_s).id;
    const auto made = std::make_shared<InterviewId>();
    study().perform({u"new"_s}, [first, made](Edit &edit) {
        *made = createInterview(edit, first, {createParticipant(edit, u"P07"_s)});
        setInterviewState(edit, *made, interview_state::inProgress);
        setAnswer(edit, *made, {u"role"_s, {}}, u"ds"_s);
        setAnswer(edit, *made, {u"years"_s, {}}, u"12"_s);
    });
    settle();
    Protocol second = smallProtocol();
    findQuestion(second, u"story"_s)->required = true;
    removeQuestion(second, u"years"_s);
    const auto now = std::make_shared<ProtocolVersionId>();
    study().perform({u"publish"_s}, [second, now](Edit &edit) { *now = publishProtocol(edit, second); });
    settle();

    m_workspace->openInterview(*made);
    QTRY_VERIFY(m_workspace->page());
    for (QAction *action : m_workspace->menuActions()) {
        if (action && action->objectName() == u"moveInterviewAction"_s)
            action->trigger();
    }
    QTRY_VERIFY(textOf(u"moveSummary"_s).contains(u"Answers to look at: 1"_s));
    QVERIFY2(textOf(u"moveSummary"_s).contains(u"Answers that stay what they are: 1"_s),
             qPrintable(textOf(u"moveSummary"_s)));
    auto *rows = child<QTreeWidget>(u"moveAnswers"_s);
    QCOMPARE(rows->topLevelItemCount(), 2); // the years; and the story, required now
    QCOMPARE(rows->topLevelItem(0)->text(1), u"For how many years?"_s);
    QCOMPARE(rows->topLevelItem(0)->text(2), u"12"_s);
    test::shoot(*m_workspace, u"protocol-move"_s);
    QCOMPARE(readInterview(study().reader(), *made)->version, first); // so far only shown
    child<QPushButton>(u"moveNow"_s)->click();
    QTRY_COMPARE(readInterview(study().reader(), *made)->version, *now);
    settle();
    // Open while it is taken back: the page follows.
    m_workspace->openInterview(*made);
    QVERIFY(!findQuestion(interview().flow().protocol(), u"years"_s));
    settle();
    while (study().nextUndo() && !study().nextUndo()->label.startsWith(u"Move the interview"_s)) {
        study().undo();
        settle();
    }
    QVERIFY(study().nextUndo());
    study().undo();
    QTRY_COMPARE(readInterview(study().reader(), *made)->version, first);
    QTRY_VERIFY(m_workspace->page() && findQuestion(interview().flow().protocol(), u"years"_s));
}

void TestProtocolPublish::aCompleteInterviewStays()
{
    publishSmall();
    const ProtocolVersionId first = newestOf(u"t"_s).id;
    const auto made = std::make_shared<InterviewId>();
    Protocol second = smallProtocol();
    removeQuestion(second, u"years"_s);
    study().perform({u"new"_s}, [first, made, second](Edit &edit) {
        *made = createInterview(edit, first, {createParticipant(edit, u"P07"_s)});
        setInterviewState(edit, *made, interview_state::inProgress);
        setInterviewState(edit, *made, interview_state::complete);
        publishProtocol(edit, second);
    });
    settle();
    m_workspace->showProtocols();
    m_workspace->protocols().moveInterview(*made);
    QVERIFY(textOf(u"moveSummary"_s).contains(u"This interview is complete"_s));
    QVERIFY(!child<QPushButton>(u"moveNow"_s)->isEnabled());
    child<QPushButton>(u"moveCancel"_s)->click();
    QVERIFY(child<QTreeWidget>(u"protocols"_s));
    QCOMPARE(readInterview(study().reader(), *made)->version, first);
}

QTEST_MAIN(TestProtocolPublish)
#include "test_protocol_publish.moc"
