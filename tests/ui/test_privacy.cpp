#include "core/analysis/Withheld.h"
#include "core/catalogue/Backup.h"
#include "core/catalogue/EditFields.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ExportLog.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"
#include "tests/support/CodedStudy.h"
#include "tests/support/FileBytes.h"
#include "tests/support/ui/InterviewBench.h"
#include "tests/support/ui/Shots.h"
#include "tests/support/ui/Typing.h"
#include "ui/common/HiddenWordList.h"
#include "ui/common/OptionInput.h"
#include "ui/gaps/GapsWorkspace.h"
#include "ui/gaps/HeatMapView.h"
#include "ui/interview/ConsentStrip.h"
#include "ui/interview/InterviewPage.h"
#include "ui/interview/InterviewWorkspace.h"
#include "ui/interview/QuestionView.h"
#include "ui/interview/TranscriptPane.h"
#include "ui/report/ExportLogPanel.h"
#include "ui/report/ExportPanel.h"
#include "ui/shell/HiddenWordsPanel.h"
#include "ui/shell/Jobs.h"
#include "ui/study/ScrubPanel.h"
#include "ui/study/StudyWorkspace.h"
#include "ui/study/WithdrawalPanel.h"

#include <QRegularExpression>
#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {

class CountedJobs final : public Jobs
{
public:
    int begin(const QString &, std::function<void()>) override { return ++running; }
    void progress(int, qint64, qint64) override {}
    void end(int) override { --running; }
    int running = 0;
};

/// The stretches of a field that are underlined as words to hide.
QStringList underlined(const QPlainTextEdit &edit)
{
    QStringList found;
    for (QTextBlock block = edit.document()->begin(); block.isValid(); block = block.next()) {
        for (const QTextLayout::FormatRange &range : block.layout()->formats()) {
            if (range.format.underlineStyle() == QTextCharFormat::WaveUnderline)
                found.append(block.text().sliced(range.start, range.length));
        }
    }
    return found;
}

} // namespace

/// Consent in mid-interview, withdrawal, scrub, what exports hold and are remembered by, and the words to
/// hide.
class TestPrivacy : public test::InterviewBench
{
    Q_OBJECT

    [[nodiscard]] QWidget *strip() const
    {
        return m_workspace->page()->findChild<QWidget *>(u"consentStrip"_s);
    }
    [[nodiscard]] OptionInput *choice(const QString &key) const
    {
        return strip()->findChild<OptionInput *>(u"consent-"_s + key);
    }
    /// Types an answer of the interview and waits until it is in the file.
    void answerWalk(const QString &text)
    {
        goTo({u"walk"_s, {}});
        QVERIFY(answerText());
        answerText()->setFocus();
        test::type(text);
        m_workspace->flush();
        QTRY_VERIFY(interview().isSaved() && !m_open->session.isSaving());
    }
    [[nodiscard]] QString walk() const { return interview().lastAnswer({u"walk"_s, {}}).toText(); }
    template <class T>
    [[nodiscard]] static T *part(const QWidget &panel, const QString &name)
    {
        T *found = panel.findChild<T *>(name);
        if (!found)
            qFatal("the panel has no such part");
        return found;
    }

private Q_SLOTS:
    void consentIsNarrowedFromAnywhere();
    void takesNoPartKeepsNoAnswers();
    void theStripAsksForWithdrawal();
    void aLongPreviewLeavesTheButtonOnTheScreen();
    void withdrawalShowsErasesAndReports();
    void scrubShowsRemovesAndReports();
    void scrubSaysWhyItCannot();
    void theStudyAsksForWithdrawal();
    void theExportSaysHowMuchItWrites();
    void exportsAreLoggedAndListed();
    void theCataloguesFilterLeavesInterviewsOfTheAnswers();
    void chartsObeyConsentAndAreLogged();
    void hiddenWordsAreUnderlinedAndReplaced();
    void hiddenWordsInWhatIsBroughtIn();
    void theListOfHiddenWordsIsEdited();
};

void TestPrivacy::consentIsNarrowedFromAnywhere()
{
    start();
    answerWalk(u"we pass files around"_s);
    test::press(Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
    QTRY_VERIFY(strip()->isVisible());
    QVERIFY(strip()->isAncestorOf(QApplication::focusWidget()));
    choice(u"quotes"_s)->setFocus();
    test::press(Qt::Key_3);
    QTRY_COMPARE(interview().data().interview.quotes, u"none"_s);
    const auto *follows = part<QLabel>(*strip(), u"consentFollows"_s);
    QTRY_VERIFY(follows->text().contains(u"no text"_s));
    // A second change is a step of its own.
    choice(u"may_record"_s)->setFocus();
    test::press(Qt::Key_2);
    QTRY_COMPARE(interview().data().interview.mayRecord, u"no"_s);
    choice(u"notes_access"_s)->setFocus();
    test::press(Qt::Key_1);
    QTRY_COMPARE(interview().data().interviewRow.text(fields::interview::notesAccess), u"interviewers"_s);
    QTRY_VERIFY(!follows->text().contains(u"such exports"_s)); // none of them carries a text
    choice(u"quotes"_s)->setFocus();
    test::press(Qt::Key_2);
    QTRY_VERIFY(follows->text().contains(u"interviewers only"_s));
    m_open->session.undo();
    m_open->session.undo();
    choice(u"may_record"_s)->setFocus();
    test::shoot(*m_workspace, u"consent-strip"_s);
    m_open->session.undo();
    QTRY_COMPARE(interview().data().interview.mayRecord, QString());
    QCOMPARE(interview().data().interview.quotes, u"none"_s);
    m_open->session.undo();
    QTRY_COMPARE(interview().data().interview.quotes, QString());
    QCOMPARE(interview().currentRef().question, u"walk"_s);
    QCOMPARE(walk(), u"we pass files around"_s);
    test::press(Qt::Key_Escape);
    QVERIFY(!strip()->isVisible());
    QVERIFY(answerText()->hasFocus());
}

void TestPrivacy::takesNoPartKeepsNoAnswers()
{
    start();
    answerWalk(u"we pass files around"_s);
    interview().createExample();
    QTRY_COMPARE(interview().data().examples.size(), 1);
    // Still being typed when the strip is opened: it must not come back later.
    test::type(u" by hand"_s);
    test::press(Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
    QTRY_VERIFY(strip()->isVisible());
    QCOMPARE(QApplication::focusWidget()->parentWidget(), choice(u"takes_part"_s));
    test::press(Qt::Key_2);
    QTRY_VERIFY(interview().isDeclined());
    QTRY_VERIFY(interview().isSaved());
    QCOMPARE(interview().data().examples.size(), 0);
    QVERIFY(walk().isEmpty());
    m_workspace->flush();
    QTRY_VERIFY(interview().isSaved());
    QVERIFY(walk().isEmpty());
    // No field stays open that would keep an answer; the strip keeps the focus.
    QVERIFY(interview().currentStep()->relevant);
    QCOMPARE(interview().currentRef().question, u"declined"_s);
    QVERIFY(strip()->isAncestorOf(QApplication::focusWidget()));
    test::shoot(*m_workspace, u"consent-takes-no-part"_s);
    m_open->session.undo();
    QTRY_VERIFY(!interview().isDeclined());
    QTRY_COMPARE(interview().currentRef().question, u"walk"_s); // where one was
    QCOMPARE(interview().data().examples.size(), 1);
    QVERIFY(walk().startsWith(u"we pass files around"_s));
    QCOMPARE(interview().state(), QString(u"in-progress"_s));
}

void TestPrivacy::theStripAsksForWithdrawal()
{
    start();
    test::press(Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
    QTRY_VERIFY(strip()->isVisible());
    QSignalSpy wanted(m_workspace.get(), &InterviewWorkspace::withdrawalWanted);
    auto *withdraw = part<QPushButton>(*strip(), u"withdraw"_s);
    QVERIFY(withdraw->text().contains(u"P01"_s));
    withdraw->setFocus();
    test::press(Qt::Key_Space);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().value<ParticipantId>(),
             interview().data().interview.participants.first());
    // Nobody withdraws from a practice.
    m_workspace->tryInterview();
    QVERIFY(!strip()->findChild<QPushButton *>(u"withdraw"_s));
    // A protocol that asks nothing about consent: it is kept all the same.
    interview().setConsent(fields::interview::quotes, u"none"_s);
    QTRY_COMPARE(interview().data().interview.quotes, u"none"_s);
    interview().setConsent(fields::interview::takesPart, u"no"_s);
    QTRY_VERIFY(interview().isDeclined());
    QCOMPARE(interview().state(), QString(interview_state::complete));
    interview().setConsent(fields::interview::takesPart, u"yes"_s);
    QTRY_COMPARE(interview().state(), QString(interview_state::inProgress));
    interview().setConsent(fields::interview::quotes, {});
    QTRY_COMPARE(interview().data().interview.quotes, QString());
    QTRY_VERIFY(interview().isSaved());
}

void TestPrivacy::aLongPreviewLeavesTheButtonOnTheScreen()
{
    start();
    struct Panel : ErasurePanel
    {
        Panel(StudySession &session, Messages &messages, Jobs &jobs)
            : ErasurePanel(session, messages, jobs, nullptr)
        {
        }
        using ErasurePanel::showPreview;

    protected:
        QString report(bool) const override { return {}; }
        void confirmed() override {}
        void textsWanted() override { showTexts(u"Words.\n"_s.repeated(300)); }
    };
    CountedJobs jobs;
    Panel panel(m_open->session, m_open->messages, jobs);
    panel.show();
    const QString many = QString(u"What they said about many things, in many interviews.\n"_s).repeated(200);
    panel.showPreview(many, many, u"To go on, type the pseudonym: P01"_s, u"P01"_s);
    part<QPushButton>(panel, u"erasureShowTexts"_s)->click();
    const auto *run = part<QPushButton>(panel, u"erasureRun"_s);
    QTRY_VERIFY(run->isVisible() && panel.rect().contains(run->geometry()));
    QTRY_VERIFY(panel.screen()->availableGeometry().contains(panel.geometry()));
    test::shoot(panel, u"withdrawal-long"_s);
}

void TestPrivacy::withdrawalShowsErasesAndReports()
{
    start();
    answerWalk(u"the zebrafinch pipeline"_s);
    const ParticipantId participant = interview().data().interview.participants.first();
    const QString exported = m_file->folder() + u"/out.csv"_s;
    {
        QFile file(exported);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x") == 1);
    }
    m_open->session.perform({u"Export"_s}, [=](Edit &edit) {
        logExport(edit, u"csv gaps"_s, exported, {participant});
        logExport(edit, u"csv gaps"_s, u"/nowhere/lost.csv"_s, {participant});
        logExport(edit, u"chart copy"_s, u"-"_s, {participant});
    });
    m_open->session.flush();
    const QString copy = m_file->folder() + u"/copy.seam"_s;
    backUp(m_open->session.reader(), copy);

    CountedJobs jobs;
    WithdrawalPanel panel(m_open->session, m_open->messages, jobs, nullptr);
    connect(&panel, &WithdrawalPanel::aboutToErase, m_workspace.get(), &InterviewWorkspace::leave);
    panel.withdraw(participant);
    auto *typed = part<QLineEdit>(panel, u"erasureTyped"_s);
    auto *run = part<QPushButton>(panel, u"erasureRun"_s);
    QTRY_VERIFY(typed->isVisible());
    const QString counts = part<QLabel>(panel, u"erasureCounts"_s)->text();
    QVERIFY2(counts.contains(u"Participants: 1"_s) && counts.contains(u"Interviews: 1"_s),
             qPrintable(counts));
    auto *holding = part<QPlainTextEdit>(panel, u"erasureHolding"_s);
    for (const QString &named : {copy, exported, u"/nowhere/lost.csv"_s, u"followed: 1"_s})
        QVERIFY2(holding->toPlainText().contains(named), qPrintable(holding->toPlainText()));
    part<QPushButton>(panel, u"erasureShowTexts"_s)->click();
    QTRY_VERIFY(part<QPlainTextEdit>(panel, u"erasureTexts"_s)->toPlainText().contains(u"zebrafinch"_s));
    test::shoot(panel, u"withdrawal"_s);

    QVERIFY(!run->isEnabled());
    typed->setText(u"P99"_s);
    QVERIFY(!run->isEnabled());
    QTest::keyClick(typed, Qt::Key_Return); // the wrong word does nothing
    QVERIFY(!panel.isRunning() && m_workspace->page());
    typed->setText(u"p01 "_s);
    QVERIFY(run->isEnabled());
    QTest::keyClick(typed, Qt::Key_Return);
    QVERIFY(!m_workspace->page()); // left before anything is erased
    QTRY_VERIFY_WITH_TIMEOUT(!panel.isRunning(), 30000);
    QCOMPARE(jobs.running, 0);
    const QString report = holding->toPlainText();
    for (const QString &named : {u"Erased for good"_s, copy, exported, u"cannot reach"_s})
        QVERIFY2(report.contains(named), qPrintable(report));
    QVERIFY(!typed->isVisible());
    test::shoot(panel, u"withdrawal-report"_s);
    QVERIFY(!readParticipant(m_open->session.reader(), participant));
    QVERIFY(!m_open->session.nextUndo());
    m_open->session.undo(); // is nothing
    m_open->session.flush();
    QCOMPARE(test::filesWithWords(m_file->path(), {u"zebrafinch"_s}), QStringList());
    // The same person once more: there is nobody.
    panel.withdraw(participant);
    QTRY_COMPARE(m_open->messages.shown.last().severity, Severity::Problem);
    QVERIFY(!typed->isVisible());
}

void TestPrivacy::scrubShowsRemovesAndReports()
{
    start();
    answerWalk(u"Zebrafinch said that zébrafinch and Zebrafinches differ"_s);
    CountedJobs jobs;
    ScrubPanel panel(m_open->session, m_open->messages, jobs, nullptr);
    panel.remove();
    auto *text = part<QLineEdit>(panel, u"scrubText"_s);
    auto *typed = part<QLineEdit>(panel, u"erasureTyped"_s);
    QTest::keyClicks(text, u"zebrafinch"_s);
    QTest::keyClicks(part<QLineEdit>(panel, u"scrubReplacement"_s), u"P09"_s);
    QTRY_VERIFY(typed->isVisible());
    const QString counts = part<QLabel>(panel, u"erasureCounts"_s)->text();
    QVERIFY2(counts.contains(u"Texts in which it stands: 1"_s), qPrintable(counts));
    part<QPushButton>(panel, u"erasureShowTexts"_s)->click();
    QVERIFY(part<QPlainTextEdit>(panel, u"erasureTexts"_s)->toPlainText().contains(u"Zebrafinch said"_s));
    test::shoot(panel, u"scrub"_s);
    typed->setText(u"2"_s);
    QVERIFY(!part<QPushButton>(panel, u"erasureRun"_s)->isEnabled());
    typed->setText(u"1"_s);
    part<QPushButton>(panel, u"erasureRun"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(!panel.isRunning(), 30000);
    const QString report = part<QPlainTextEdit>(panel, u"erasureHolding"_s)->toPlainText();
    QVERIFY2(report.contains(u"Removed for good"_s) && !report.contains(u"still stands"_s),
             qPrintable(report));
    QTRY_COMPARE(walk(), u"P09 said that zébrafinch and Zebrafinches differ"_s);
    QTRY_COMPARE(answerText()->toPlainText(), walk());
    QCOMPARE(jobs.running, 0);
    test::shoot(panel, u"scrub-report"_s);
}

void TestPrivacy::scrubSaysWhyItCannot()
{
    QTest::failOnWarning(QRegularExpression(u"Negative sizes"_s)); // the window's height
    CountedJobs jobs;
    ScrubPanel panel(m_open->session, m_open->messages, jobs, nullptr);
    panel.remove(u"Anna"_s, u"Anna B."_s);
    const auto *counts = part<QLabel>(panel, u"erasureCounts"_s);
    QVERIFY(counts->text().contains(u"must not contain"_s));
    panel.remove(u"Nobodysname"_s);
    QTRY_VERIFY(counts->text().contains(u"Texts in which it stands: 0"_s));
    QVERIFY(!part<QLineEdit>(panel, u"erasureTyped"_s)->isVisible());
    panel.remove(u"  "_s);
    QTRY_VERIFY(counts->text().contains(u"Type a name"_s));
}

void TestPrivacy::theStudyAsksForWithdrawal()
{
    m_open->session.perform({u"Add"_s}, [](Edit &edit) { createParticipant(edit, u"P05"_s); });
    m_open->session.flush();
    StudyWorkspace workspace(m_open->session, m_open->codebook, m_open->catalogue, m_open->messages);
    QSignalSpy wanted(&workspace, &StudyWorkspace::withdrawalWanted);
    QSignalSpy shown(&workspace, &StudyWorkspace::shown);
    test::showActive(workspace, {1100, 700});
    QTRY_VERIFY(!shown.isEmpty());
    auto *withdraw = part<QAction>(workspace, u"studyWithdraw"_s);
    QTRY_VERIFY(withdraw->isEnabled());
    QVERIFY2(withdraw->text().contains(u"P05"_s), qPrintable(withdraw->text())); // it says whom
    withdraw->trigger();
    QCOMPARE(wanted.size(), 1);
    QVERIFY(wanted.first().first().value<ParticipantId>());
}

void TestPrivacy::theCataloguesFilterLeavesInterviewsOfTheAnswers()
{
    start();
    interview().answer({u"briefing-reminds"_s, {}}, Value::text(u"the weather"_s));
    QTRY_VERIFY(interview().isSaved());
    CountedJobs jobs;
    ExportPanel panel(m_open->session, m_open->messages, jobs, nullptr);
    const auto exported = [&](const Filter &filter, const QString &name) {
        panel.open(filter);
        auto *layout = part<QComboBox>(panel, u"exportLayout"_s);
        layout->setCurrentIndex(layout->findData(int(CsvLayout::Answers)));
        panel.exportTo(m_file->folder() + name);
        [&] { QTRY_VERIFY(QFileInfo::exists(m_file->folder() + name)); }();
        QFile file(m_file->folder() + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    Filter own, others;
    own.toggle(Dimension::Interview, {interview().id().value});
    others.toggle(Dimension::Interview, {interview().id().value + 1});
    QVERIFY(exported(own, u"/own.csv"_s).contains("the weather"));
    const QByteArray none = exported(others, u"/others.csv"_s);
    QVERIFY(none.startsWith("interview,") && !none.contains("the weather"));
}

void TestPrivacy::theExportSaysHowMuchItWrites()
{
    start();
    interview().createExample();
    QTRY_COMPARE(interview().data().examples.size(), 1);
    m_open->session.perform({u"another"_s}, [](Edit &edit) { createGap(edit, createExample(edit, {})); });
    m_open->session.flush();
    CountedJobs jobs;
    ExportPanel panel(m_open->session, m_open->messages, jobs, nullptr);
    Filter own;
    own.toggle(Dimension::Interview, {interview().id().value});
    const auto *size = part<QLabel>(panel, u"exportSize"_s);
    panel.open(own);
    QTRY_COMPARE(size->text(), u"Will be written: 1 of 2 examples, 0 of 1 gaps"_s);
    panel.open(own, true); // a look is offered only
    QCOMPARE(panel.options().filter, Filter());
    QTRY_COMPARE(size->text(), u"Will be written: 2 of 2 examples, 1 of 1 gaps"_s);
    const QString path = m_file->folder() + u"/all.csv"_s;
    panel.exportTo(path);
    QTRY_VERIFY(!m_open->messages.shown.isEmpty());
    QCOMPARE(m_open->messages.shown.last().text, u"all.csv was exported, with 2 rows."_s);
}

void TestPrivacy::exportsAreLoggedAndListed()
{
    start();
    interview().createExample();
    QTRY_COMPARE(interview().data().examples.size(), 1);
    CountedJobs jobs;
    ExportPanel panel(m_open->session, m_open->messages, jobs, nullptr);
    panel.open(Filter{});
    const QString path = m_file->folder() + u"/out.csv"_s;
    panel.exportTo(path);
    QTRY_VERIFY(QFileInfo::exists(path));
    QTRY_COMPARE(readExportLog(m_open->session.reader()).size(), 1);
    const LoggedExport logged = readExportLog(m_open->session.reader()).first();
    QCOMPARE(logged.format, u"csv gaps"_s);
    QCOMPARE(logged.path, path);
    QCOMPARE(logged.participants, interview().data().interview.participants);
    panel.open(Filter{});
    part<QPushButton>(panel, u"exportShowLog"_s)->click();
    auto *log = panel.findChild<ExportLogPanel *>();
    QVERIFY(log && log->isVisible());
    const auto *list = part<QTreeWidget>(*log, u"exportLog"_s);
    QTRY_COMPARE(list->topLevelItemCount(), 1);
    QCOMPARE(list->topLevelItem(0)->text(1), u"CSV: one row for each gap"_s);
    QCOMPARE(list->topLevelItem(0)->text(2), u"P01"_s);
    QCOMPARE(list->topLevelItem(0)->text(3), path);
    QCOMPARE(list->topLevelItem(0)->text(4), u"still there"_s);
    test::shoot(*log, u"export-log"_s);
    // Who takes no part is neither in the next file nor among those it is about; the list follows.
    QVERIFY(QFile::remove(path));
    interview().setConsent(fields::interview::takesPart, u"no"_s);
    QTRY_VERIFY(interview().isDeclined());
    panel.exportTo(m_file->folder() + u"/second.csv"_s);
    QTRY_COMPARE(list->topLevelItemCount(), 2);
    QCOMPARE(list->topLevelItem(0)->text(2), u"nobody"_s);
    QCOMPARE(list->topLevelItem(1)->text(4), u"no longer there"_s);
}

void TestPrivacy::chartsObeyConsentAndAreLogged()
{
    test::TempStudy file;
    test::OpenedStudy open(test::fillCoded(file));
    GapsWorkspace workspace(open.session, open.codebook, open.catalogue, open.messages);
    QSignalSpy shown(&workspace, &GapsWorkspace::shown);
    test::showActive(workspace, {1100, 700});
    QTRY_VERIFY_WITH_TIMEOUT(!shown.isEmpty(), 10000);
    const auto *withheld = part<QLabel>(workspace, u"gapsWithheld"_s);
    QVERIFY(!withheld->isVisible());
    const auto *heat = part<HeatMapView>(workspace, u"heatMap"_s);
    const UnitCounts before = heat->map().total;

    const InterviewId interview = readInterviews(open.session.reader()).last().id;
    shown.clear();
    open.session.perform({u"Takes no part"_s}, [interview](Edit &edit) {
        setValue(edit, fields::interview::takesPart, interview.value, u"no"_s);
    });
    QTRY_VERIFY(!shown.isEmpty());
    QTRY_VERIFY(heat->map().total != before);
    const auto held = open.catalogue.columns();
    const CatalogueColumns &columns = *held;
    const Selection all = select(columns, workspace.filter());
    const Selection agreed = withoutWithheld(columns, Consent::read(open.session.reader()), all);
    QCOMPARE(heat->map().total, agreed.counts);
    QVERIFY(agreed.counts.examples < all.counts.examples);
    QVERIFY(withheld->isVisible());
    test::shoot(workspace, u"gaps-withheld"_s);

    part<QAction>(workspace, u"heatMapCopy"_s)->trigger();
    QTRY_COMPARE(readExportLog(open.session.reader()).size(), 1);
    const LoggedExport copied = readExportLog(open.session.reader()).first();
    QCOMPARE(copied.path, u"-"_s);
    QCOMPARE(copied.participants, participantsIn(columns, agreed));
    part<QAction>(workspace, u"rankingCsv"_s)->trigger();
    auto *dialog = workspace.findChild<QFileDialog *>(u"saveChartDialog"_s);
    QVERIFY(dialog);
    const QString path = file.folder() + u"/ranking.csv"_s;
    Q_EMIT dialog->fileSelected(path);
    QTRY_COMPARE(readExportLog(open.session.reader()).size(), 2);
    QCOMPARE(readExportLog(open.session.reader()).first().format, u"chart csv"_s);
    QCOMPARE(readExportLog(open.session.reader()).first().path, path);
    dialog->close();
}

void TestPrivacy::hiddenWordsAreUnderlinedAndReplaced()
{
    HiddenWordList &list = HiddenWordList::ofProgram();
    list.load(m_file->folder() + u"/words.txt"_s);
    start();
    answerWalk(u"Anna Lée and Joanna"_s);
    QCOMPARE(underlined(*answerText()), QStringList());
    QCOMPARE(list.save(HiddenWords({{u"anna"_s, {}}, {u"Anna Lee"_s, u"P07"_s}})), QString());
    QTRY_COMPARE(underlined(*answerText()), QStringList{u"Anna Lée"_s});
    test::type(u", ANNA"_s);
    QTRY_COMPARE(underlined(*answerText()), (QStringList{u"Anna Lée"_s, u"ANNA"_s}));
    test::shoot(*m_workspace, u"hidden-words"_s);
    // Pasted.
    QGuiApplication::clipboard()->setText(u" anna"_s);
    answerText()->paste();
    QTRY_COMPARE(underlined(*answerText()).size(), 3);
    answerText()->moveCursor(QTextCursor::Start);
    test::press(Qt::Key_Return, Qt::AltModifier);
    QCOMPARE(answerText()->toPlainText(), u"P07 and Joanna, ANNA anna"_s);
    answerText()->moveCursor(QTextCursor::End);
    test::press(Qt::Key_Return, Qt::AltModifier);
    QCOMPARE(answerText()->toPlainText(), u"P07 and Joanna, ANNA […]"_s);
    test::press(Qt::Key_Z, Qt::ControlModifier); // as every edit
    QCOMPARE(answerText()->toPlainText(), u"P07 and Joanna, ANNA anna"_s);
    m_workspace->flush();
    QTRY_COMPARE(walk(), u"P07 and Joanna, ANNA anna"_s);
    // The field's menu leads to removing it everywhere.
    QSignalSpy wanted(&list, &HiddenWordList::removalWanted);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), answerText()->mapToGlobal(QPoint()));
    QCoreApplication::sendEvent(answerText(), &event);
    auto *menu = answerText()->findChild<QMenu *>(u"hiddenWordMenu"_s);
    QVERIFY(menu && menu->actions().size() > 2);
    menu->actions().at(1)->trigger();
    menu->close();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().value<HiddenWord>().text, u"anna"_s);
    list.load({});
    QTRY_COMPARE(underlined(*answerText()), QStringList());
}

void TestPrivacy::hiddenWordsInWhatIsBroughtIn()
{
    HiddenWordList &list = HiddenWordList::ofProgram();
    list.load(m_file->folder() + u"/words.txt"_s);
    QCOMPARE(list.save(HiddenWords({{u"Anna"_s, u"P07"_s}})), QString());
    start();
    const QString path = m_file->folder() + u"/talk.txt"_s;
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Interviewer: Who else?\nP01: Anna, and Anna's team.\n");
    }
    m_workspace->page()->showTranscript(true);
    auto *pane = m_workspace->page()->findChild<TranscriptPane *>();
    pane->openFile(path);
    auto *text = part<QPlainTextEdit>(*pane, u"transcript"_s);
    QTRY_COMPARE(underlined(*text), (QStringList{u"Anna"_s, u"Anna"_s}));
    QVERIFY(!m_open->messages.shown.isEmpty());
    QVERIFY(m_open->messages.shown.last().text.contains(u"Places: 2"_s));
    QSignalSpy wanted(&list, &HiddenWordList::removalWanted);
    QTextCursor cursor = text->textCursor();
    cursor.setPosition(int(text->toPlainText().indexOf(u"Anna"_s)) + 1);
    text->setTextCursor(cursor);
    QTest::keyClick(text, Qt::Key_Return, Qt::AltModifier);
    QCOMPARE(wanted.size(), 1);
    list.load({});
}

void TestPrivacy::theListOfHiddenWordsIsEdited()
{
    HiddenWordList &list = HiddenWordList::ofProgram();
    const QString path = m_file->folder() + u"/config/words.txt"_s;
    list.load(path);
    HiddenWordsPanel panel(nullptr);
    panel.open();
    auto *text = part<QPlainTextEdit>(panel, u"hiddenWordsText"_s);
    QTest::keyClicks(text, u"Anna Schmidt = P03"_s);
    QTest::keyClick(text, Qt::Key_Return);
    QTest::keyClicks(text, u"Acme"_s);
    QTRY_COMPARE(list.words().words().size(), 2); // by itself, after a pause
    QTest::keyClicks(text, u" Corp"_s);
    panel.hide(); // and at once
    QCOMPARE(list.words().words().last().text, u"Acme Corp"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), u"Anna Schmidt = P03\nAcme Corp\n"_s);
    QVERIFY(!(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
    panel.open();
    QCOMPARE(text->toPlainText(), u"Anna Schmidt = P03\nAcme Corp\n"_s);
    test::shoot(panel, u"hidden-words-panel"_s);
    // Where it cannot be written it says so, and holds all the same.
    QVERIFY(QFile::remove(path));
    list.load(m_file->folder() + u"/study.seam/words.txt"_s);
    text->setPlainText(u"Bert"_s);
    panel.hide();
    QCOMPARE(list.words().words().size(), 1);
    QVERIFY(part<QLabel>(panel, u"hiddenWordsState"_s)->text().contains(u"could not be written"_s));
    list.load({});
}

QTEST_MAIN(TestPrivacy)
#include "test_privacy.moc"
