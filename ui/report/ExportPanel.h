#pragma once

#include "core/catalogue/ReadJobs.h"
#include "core/exchange/ExportSize.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QStackedWidget;

namespace seamfinder {

class ExportLogPanel;
class FormOptions;
class Jobs;
class Messages;
class StudySession;

/// File → Export: what the command line's `export` writes as CSV or as a form to print, beside the window,
/// blocking nothing. The job runs in the background with progress and cancel in the status bar.
class ExportPanel : public QDialog
{
    Q_OBJECT

public:
    ExportPanel(StudySession &session, Messages &messages, Jobs &jobs, QWidget *parent);

    /// Shows it; `filter` is the catalogue's, offered as a limit where it limits anything. Where it is a
    /// look from elsewhere, which nobody set as a filter, it is only offered.
    void open(const Filter &filter, bool isLook = false);
    using QDialog::open;

    /// As the controls stand.
    [[nodiscard]] CsvOptions options() const;
    void exportTo(const QString &path);
    void showForm();
    [[nodiscard]] FormOptions &formOptions() const { return *m_form; }

private:
    using Write = std::function<CsvReport(Connection &)>;
    [[nodiscard]] QString format() const; ///< as the list of exports names it
    void showLog();
    void sayWhatLeft(const QString &name, const QString &path, const QString &format,
                     const CsvReport &report);
    void describeLayout();
    void countRows();
    void showSize(const ExportSize &size);
    void askForPath();
    [[nodiscard]] QWidget *csvPage();
    [[nodiscard]] bool isForm() const;
    [[nodiscard]] Write writing(const QString &path, int job);

    StudySession &m_session;
    Messages &m_messages;
    Jobs &m_jobs;
    Generation m_generation, m_sizeGeneration;
    Filter m_filter;
    QComboBox *m_what;
    QStackedWidget *m_pages;
    FormOptions *m_form;
    QComboBox *m_layout;
    QLabel *m_description;
    QComboBox *m_delimiter;
    QComboBox *m_mode;
    QCheckBox *m_bom;
    QCheckBox *m_filtered;
    QLabel *m_size;
    ExportLogPanel *m_log = nullptr; ///< once it was asked for
};

} // namespace seamfinder
