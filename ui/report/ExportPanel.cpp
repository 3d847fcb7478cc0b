#include "ui/report/ExportPanel.h"

#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/StudySession.h"
#include "core/exchange/OutputFile.h"
#include "ui/common/Deliver.h"
#include "ui/report/ExportLogPanel.h"
#include "ui/report/FormOptions.h"
#include "ui/report/WindowExportLog.h"
#include "ui/shell/Jobs.h"
#include "ui/shell/Messages.h"
#include "ui/shell/Sentences.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int formPage = 1;

QString descriptionOf(CsvLayout layout)
{
    switch (layout) {
    case CsvLayout::Gaps:
        return ExportPanel::tr(
            "One row per information gap, with what its example says; an example without gaps keeps a row.");
    case CsvLayout::Flows:
        return ExportPanel::tr("One row per gap, who would tell and who needed it: for counting flows.");
    case CsvLayout::Examples:
        return ExportPanel::tr(
            "One row per example; several values stand in one cell, separated by semicolons.");
    case CsvLayout::Wide:
        return ExportPanel::tr("One row per example and one column of 0 or 1 per term: for statistics.");
    case CsvLayout::Codings:
        return ExportPanel::tr("One row per coding, with its coder, stage and time: for comparing coders.");
    case CsvLayout::Evidence:
        return ExportPanel::tr("One row per passage that is evidence of an example or gap, with who said it. "
                               "Words leave as they were agreed to.");
    case CsvLayout::Answers:
        return ExportPanel::tr(
            "One row per question that has an answer, a note, or a reason for having none. "
            "A filter leaves whole interviews.");
    case CsvLayout::Marks:
        return ExportPanel::tr("One row per mark, settled or not, with its words and when it was. Words "
                               "leave as they were agreed to. A filter leaves whole interviews.");
    case CsvLayout::Paradata:
        return ExportPanel::tr(
            "How the interviews went: what was shown, answered, changed, asked and marked, and when. "
            "A filter leaves whole interviews.");
    }
    return {};
}
} // namespace

ExportPanel::ExportPanel(StudySession &session, Messages &messages, Jobs &jobs, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_messages(messages)
    , m_jobs(jobs)
    , m_what(new QComboBox)
    , m_pages(new QStackedWidget)
    , m_form(new FormOptions(session))
    , m_layout(new QComboBox)
    , m_description(new QLabel)
    , m_delimiter(new QComboBox)
    , m_mode(new QComboBox)
    , m_bom(new QCheckBox(tr("&Mark the text as Unicode (BOM)")))
    , m_filtered(new QCheckBox(tr("Only what the catalogue &shows now")))
    , m_size(new QLabel)
{
    setObjectName(u"exportPanel"_s);
    setWindowTitle(tr("Export"));
    m_what->setObjectName(u"exportWhat"_s);
    m_layout->setObjectName(u"exportLayout"_s);
    m_what->addItem(tr("Coded examples, as CSV"));
    m_what->addItem(tr("A protocol or interview, as a form to print"));
    m_pages->addWidget(csvPage());
    m_pages->addWidget(m_form);
    auto *what = new QFormLayout;
    what->addRow(tr("&What"), m_what);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *save = buttons->addButton(tr("&Export…"), QDialogButtonBox::AcceptRole);
    save->setObjectName(u"exportSave"_s);
    QPushButton *log = buttons->addButton(tr("What was e&xported"), QDialogButtonBox::HelpRole);
    log->setObjectName(u"exportShowLog"_s);
    log->setAutoDefault(false);
    connect(log, &QPushButton::clicked, this, &ExportPanel::showLog);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    save->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->addLayout(what);
    column->addSpacing(6);
    column->addWidget(m_pages);
    column->addStretch();
    column->addWidget(buttons);
    setMinimumWidth(460);

    connect(m_what, &QComboBox::currentIndexChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_layout, &QComboBox::currentIndexChanged, this, &ExportPanel::describeLayout);
    connect(m_layout, &QComboBox::currentIndexChanged, this, &ExportPanel::countRows);
    connect(m_filtered, &QCheckBox::toggled, this, &ExportPanel::countRows);
    connect(save, &QPushButton::clicked, this, &ExportPanel::askForPath);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::hide);
    describeLayout();
}

QWidget *ExportPanel::csvPage()
{
    for (const CsvLayoutInfo &layout : csvLayouts())
        m_layout->addItem(QCoreApplication::translate("CsvLayout", layout.label), int(layout.layout));
    m_delimiter->addItem(tr("Comma"), u","_s);
    m_delimiter->addItem(tr("Semicolon"), u";"_s);
    m_delimiter->addItem(tr("Tab"), u"tab"_s);
    m_mode->addItem(tr("For a spreadsheet: nothing can run as a formula"), int(CsvMode::Spreadsheet));
    m_mode->addItem(tr("Exact: every text as it is"), int(CsvMode::Exact));
    m_description->setWordWrap(true);

    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&Rows"), m_layout);
    form->addRow(QString(), m_description);
    form->addRow(tr("&Between cells"), m_delimiter);
    form->addRow(tr("&Texts"), m_mode);
    form->addRow(QString(), m_bom);
    form->addRow(QString(), m_filtered);
    m_size->setObjectName(u"exportSize"_s);
    m_size->setWordWrap(true);
    form->addRow(QString(), m_size);
    return page;
}

bool ExportPanel::isForm() const
{
    return m_pages->currentIndex() == formPage;
}

void ExportPanel::showForm()
{
    m_what->setCurrentIndex(formPage);
}

void ExportPanel::open(const Filter &filter, bool isLook)
{
    m_filter = filter;
    m_filtered->setEnabled(!filter.isEmpty());
    m_filtered->setChecked(!filter.isEmpty() && !isLook);
    m_form->refresh();
    show();
    countRows();
    raise();
    activateWindow();
    m_what->setFocus();
}

void ExportPanel::describeLayout()
{
    m_description->setText(descriptionOf(CsvLayout(m_layout->currentData().toInt())));
}

void ExportPanel::countRows()
{
    const Generation::Ticket ticket = m_sizeGeneration.next();
    if (!isVisible())
        return; // asked again when it is opened
    m_size->setText(tr("Counting…"));
    deliver(
        m_session.jobs().run(
            ticket, [chosen = options()](Connection &db) { return exportSize(db, chosen); }, Lane::Long),
        ticket, this, [this](const ExportSize &size) { showSize(size); },
        [this](const std::exception_ptr &) { m_size->clear(); }); // the export itself says what is wrong
}

void ExportPanel::showSize(const ExportSize &size)
{
    const auto said = [](const QString &sentence, const ExportSize::Part &part) {
        return sentence.arg(QLocale().toString(part.chosen), QLocale().toString(part.all));
    };
    switch (options().layout) {
    case CsvLayout::Answers:
    case CsvLayout::Marks:
    case CsvLayout::Paradata:
        m_size->setText(said(tr("Will be written: %1 of %2 interviews"), size.interviews));
        break;
    case CsvLayout::Examples: // with all that belongs to them
    case CsvLayout::Wide:
        m_size->setText(said(tr("Will be written: %1 of %2 examples"), size.examples));
        break;
    default:
        m_size->setText(said(tr("Will be written: %1 of %2 examples"), size.examples) +
                        said(tr(", %1 of %2 gaps"), size.gaps));
    }
}

CsvOptions ExportPanel::options() const
{
    CsvOptions options;
    options.layout = CsvLayout(m_layout->currentData().toInt());
    options.delimiter = csvDelimiter(m_delimiter->currentData().toString());
    options.bom = m_bom->isChecked();
    options.mode = CsvMode(m_mode->currentData().toInt());
    if (m_filtered->isChecked())
        options.filter = m_filter;
    return options;
}

void ExportPanel::askForPath()
{
    const QFileInfo study(m_session.study().path());
    const QString ending = isForm() ? m_form->ending() : u"csv"_s;
    const QString kinds = !isForm()            ? tr("CSV files (*.csv)")
                          : ending == "pdf"_L1 ? tr("PDF files (*.pdf)")
                                               : tr("HTML files (*.html)");
    auto *dialog = new QFileDialog(this, tr("Export"),
                                   study.path() + u'/' + study.completeBaseName() + u'.' + ending, kinds);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    dialog->setModal(false);
    connect(dialog, &QFileDialog::fileSelected, this, &ExportPanel::exportTo);
    dialog->show();
}

ExportPanel::Write ExportPanel::writing(const QString &path, int job)
{
    const QString studyPath = m_session.study().path();
    if (isForm())
        return [request = m_form->request(), paper = m_form->paper(), path, studyPath](Connection &db) {
            const QByteArray content = formFile(readForm(db, request), path, paper);
            writeOutput(path, content, studyPath);
            const auto interview =
                request.interview ? readInterview(db, request.interview) : std::optional<Interview>();
            return CsvReport{.participants = interview ? interview->participants : QVector<ParticipantId>()};
        };
    const auto progress = [this, job](double done) {
        QMetaObject::invokeMethod(this,
                                  [this, job, done] { m_jobs.progress(job, qint64(done * 1000), 1000); });
    };
    return [chosen = options(), studyPath, path, progress](Connection &db) {
        return exportCsv(db, chosen, studyPath, path, progress);
    };
}

QString ExportPanel::format() const
{
    if (isForm())
        return u"form "_s + m_form->ending();
    for (const CsvLayoutInfo &layout : csvLayouts()) {
        if (layout.layout == options().layout)
            return u"csv "_s + layout.key;
    }
    return u"csv"_s;
}

void ExportPanel::showLog()
{
    if (!m_log)
        m_log = new ExportLogPanel(m_session, m_messages, this);
    m_log->open();
}

void ExportPanel::sayWhatLeft(const QString &name, const QString &path, const QString &format,
                              const CsvReport &report)
{
    const bool isForm = format.startsWith("form"_L1); // of what was written, not of what is chosen by now
    QString said = isForm ? tr("%1 was exported.").arg(name)
                   : report.rows == 1
                       ? tr("%1 was exported, with 1 row.").arg(name)
                       : tr("%1 was exported, with %2 rows.").arg(name, QLocale().toString(report.rows));
    if (report.withheld > 0)
        said += tr(" Left out, because somebody withdrew or takes no part: %1.").arg(report.withheld);
    if (report.withoutTexts > 0)
        said += tr(" Rows without what was said, because their participants agreed to no quotes: %1.")
                    .arg(report.withoutTexts);
    if (!logWindowExport(m_session, format, path, report.participants))
        said += whyNotLogged();
    m_messages.show({Severity::Information, said});
}

void ExportPanel::exportTo(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    const int job = m_jobs.begin(tr("Exporting %1").arg(name), [this] { m_generation.next(); });
    whenFinished(m_session.jobs().run(m_generation.next(), writing(path, job)), this,
                 [this, job, name, path, format = format()](QFuture<CsvReport> written) {
                     m_jobs.end(job);
                     try {
                         written.waitForFinished(); // it is: this hands on what the export threw
                         if (written.resultCount() > 0)
                             sayWhatLeft(name, path, format, written.result());
                         else
                             m_messages.show({Severity::Information,
                                              tr("The export was stopped; %1 was not written.").arg(name)});
                     } catch (...) {
                         m_messages.show(messageFor(std::current_exception()));
                     }
                 });
    hide();
}

} // namespace seamfinder
