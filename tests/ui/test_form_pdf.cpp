#include "core/catalogue/EditInterview.h"
#include "core/catalogue/EditStudy.h"
#include "core/domain/Error.h"
#include "core/protocol/BuiltInProtocols.h"
#include "tests/support/ui/OpenedStudy.h"
#include "tests/support/ui/Shots.h"
#include "ui/report/ExportPanel.h"
#include "ui/report/FormFile.h"
#include "ui/report/FormOptions.h"
#include "ui/report/FormPaper.h"
#include "ui/report/FormPdf.h"
#include "ui/report/PaperColumn.h"
#include "ui/shell/Jobs.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {
PaperPiece piece(qreal height, bool keep = false, qreal before = 0)
{
    PaperPiece result;
    result.height = height;
    result.keepWithNext = keep;
    result.before = before;
    return result;
}

qsizetype pagesIn(const QByteArray &pdf)
{
    static const QRegularExpression page(u"/Type\\s*/Page\\b"_s);
    return QString::fromLatin1(pdf).count(page);
}
/// Counts the jobs that run.
class CountedJobs final : public Jobs
{
public:
    int begin(const QString &, std::function<void()>) override { return ++running; }
    void progress(int, qint64, qint64) override {}
    void end(int) override { --running; }
    int running = 0;
};
} // namespace

/// Forms on pages of paper.
class TestFormPdf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesBreakBetweenPieces()
    {
        const auto placed = placeOnPages({piece(40), piece(40, false, 10), piece(40, false, 10)}, 100);
        QCOMPARE(placed[1].page, 0);
        QCOMPARE(placed[1].top, 50.0);
        QCOMPARE(placed[2].page, 1);
        QCOMPARE(placed[2].top, 0.0); // no room above at the head of a page
    }

    void whatKeepsTogetherMovesTogether()
    {
        const auto placed = placeOnPages({piece(50), piece(30, true), piece(30)}, 100);
        QCOMPARE(placed[1].page, 1);
        QCOMPARE(placed[2].page, 1);
        QCOMPARE(placed[2].top, 30.0);
    }

    void whatNoPageCanHoldBreaksWhereItMust()
    {
        QVector<PaperPiece> pieces{piece(10)};
        for (int i = 0; i < 25; ++i)
            pieces.append(piece(10, i < 24));
        const auto placed = placeOnPages(pieces, 100);
        for (const PlacedPiece &each : placed)
            QVERIFY(each.top >= 0 && each.top + 10 <= 100);
        QCOMPARE(placed.last().page, 2);
        QCOMPARE(placed[1].page, 0); // it begins where there is room
    }

    void nothingIsLostOrOverlapsWhateverTheSizes()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 200; ++round) {
            QVector<PaperPiece> pieces;
            for (int i = 0; i < 60; ++i)
                pieces.append(piece(random.bounded(1, 90), random.bounded(3) == 0, random.bounded(20)));
            const auto placed = placeOnPages(pieces, 100);
            QCOMPARE(placed.size(), pieces.size());
            for (qsizetype i = 0; i < placed.size(); ++i) {
                QVERIFY(placed[i].top + pieces[i].height <= 100.0001);
                if (i == 0)
                    continue;
                const bool next = placed[i].page == placed[i - 1].page + 1 && placed[i].top == 0;
                const bool below = placed[i].page == placed[i - 1].page &&
                                   placed[i].top >= placed[i - 1].top + pieces[i - 1].height;
                QVERIFY(next || below);
            }
        }
    }

    void linesOfALongTextFitTheirColumn()
    {
        QFont font;
        font.setPixelSize(100);
        for (const QString &text :
             {QString(4000, u'w'), u"שלום עולם "_s.repeated(80), u"👩🏽‍💻 "_s.repeated(80),
              u"word "_s.repeated(300), QString()}) {
            const PaperText lines(text, font, 2000);
            QVERIFY(lines.naturalWidth() <= 2000);
            QVERIFY(lines.lineCount() >= 1);
            QVERIFY(text.isEmpty() || lines.lineCount() > 2);
        }
    }

    void theHourAsPdf_data()
    {
        QTest::addColumn<PaperSize>("paper");
        QTest::addColumn<QByteArray>("box");
        QTest::newRow("A4") << PaperSize::A4 << QByteArray("/MediaBox [0 0 595");
        QTest::newRow("Letter") << PaperSize::Letter << QByteArray("/MediaBox [0 0 612");
    }

    void theHourAsPdf()
    {
        QFETCH(PaperSize, paper);
        QFETCH(QByteArray, box);
        test::TempStudy file;
        const ProtocolForm form =
            blankForm(builtInProtocol(builtInProtocols().first().key), Codebook::read(file.db()));
        const QByteArray pdf = formPdf(form, paper);
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.contains(box));
        QVERIFY(pdf.contains("/Type /Font"));
        // What repeats is short; the lists stand once, at the end.
        QVERIFY2(pagesIn(pdf) > 8 && pagesIn(pdf) < 38, qPrintable(QString::number(pagesIn(pdf))));
        if (const QString folder = qEnvironmentVariable("SEAMFINDER_SHOTS"); !folder.isEmpty()) {
            QFile out(folder + u"/form-%1.pdf"_s.arg(QLatin1StringView(QTest::currentDataTag())));
            QVERIFY(out.open(QIODevice::WriteOnly) && out.write(pdf) == pdf.size());
        }
    }

    void aLineStandsBesideItsWordsWhereThereIsRoom()
    {
        for (const bool rightToLeft : {false, true}) {
            FormPaper paper(4800, rightToLeft);
            QVERIFY(paper.lineBeside(u"When?"_s, form_look::font(10), u"from list A:"_s, 0, 0));
            QCOMPARE(paper.count(), 1);
            QVERIFY(!paper.lineBeside(u"word "_s.repeated(30), form_look::font(10), {}, 0, 0));
            QVERIFY(!paper.lineBeside(u"two\nlines"_s, form_look::font(10), {}, 0, 0));
            QCOMPARE(paper.count(), 1); // nothing half written
        }
    }

    void anEmptyFormIsOnePage() { QCOMPARE(pagesIn(formPdf({})), 1); }

    void theWindowExportsAForm_data()
    {
        QTest::addColumn<bool>("filled");
        QTest::addColumn<QString>("ending");
        QTest::newRow("blank PDF") << false << u"pdf"_s;
        QTest::newRow("filled-in HTML") << true << u"html"_s;
    }

    void theWindowExportsAForm()
    {
        QFETCH(bool, filled);
        QFETCH(QString, ending);
        test::TempStudy file;
        InterviewId interview;
        file.writer().perform({u"New interview"_s}, [&](Edit &edit) {
            interview = createInterview(edit, readProtocolVersions(edit.db()).first().id,
                                        {createParticipant(edit, u"P07"_s)});
        });
        test::OpenedStudy open(file);
        CountedJobs jobs;
        ExportPanel panel(open.session, open.messages, jobs, nullptr);
        panel.open(Filter{});
        panel.showForm();
        auto *content = panel.findChild<QComboBox *>(u"formContent"_s);
        QTRY_COMPARE(content->count(), 2);
        if (filled) {
            panel.formOptions().chooseInterview(interview);
            QCOMPARE(panel.formOptions().request().interview, interview);
            QVERIFY(!panel.findChild<QComboBox *>(u"formProtocol"_s)->isEnabled());
        }
        test::shoot(panel, u"export-form-"_s + ending);
        const QString path = file.folder() + u"/form."_s + ending;
        panel.exportTo(path);
        QTRY_COMPARE_WITH_TIMEOUT(open.messages.shown.size(), 1, 60000);
        QCOMPARE(open.messages.shown.first().severity, Severity::Information);
        QCOMPARE(jobs.running, 0);
        QFile written(path);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray bytes = written.readAll();
        QVERIFY(filled ? bytes.contains("P07") && bytes.startsWith("<!DOCTYPE html>")
                       : bytes.startsWith("%PDF-"));
    }

    void theEndingOfTheNameDecides()
    {
        QVERIFY(formFile({}, u"a.PDF"_s).startsWith("%PDF-"));
        QVERIFY(formFile({}, u"a.html"_s).startsWith("<!DOCTYPE html>"));
        QVERIFY_THROWS_EXCEPTION(Error, (void)formFile({}, u"a.docx"_s));
    }

    void theLanguageMustBeOneOfTheProtocols()
    {
        test::TempStudy file;
        const ProtocolVersionId version = readProtocolVersions(file.db()).first().id;
        QCOMPARE(readForm(file.db(), {version, {}, u"de"_s}).language, u"de"_s);
        QVERIFY_THROWS_EXCEPTION(Error, (void)readForm(file.db(), {version, {}, u"tlh"_s}));
    }
};

QTEST_MAIN(TestFormPdf)
#include "test_form_pdf.moc"
