#pragma once

#include "core/catalogue/ReadJobs.h"
#include "core/exchange/CsvExport.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;

namespace seamfinder {

class Jobs;
class Messages;
class StudySession;

/// File → Export: the options of the command line's `export`, beside the window, blocking nothing. The job
/// runs in the background with progress and cancel in the status bar.
class ExportPanel : public QDialog
{
    Q_OBJECT

public:
    ExportPanel(StudySession &session, Messages &messages, Jobs &jobs, QWidget *parent);

    /// Shows it; `filter` is the catalogue's, offered as a limit where it limits anything.
    void open(const Filter &filter);
    using QDialog::open;

    /// As the controls stand.
    [[nodiscard]] CsvOptions options() const;
    void exportTo(const QString &path);

private:
    void describeLayout();
    void askForPath();

    StudySession &m_session;
    Messages &m_messages;
    Jobs &m_jobs;
    Generation m_generation;
    Filter m_filter;
    QComboBox *m_layout;
    QLabel *m_description;
    QComboBox *m_delimiter;
    QComboBox *m_mode;
    QCheckBox *m_bom;
    QCheckBox *m_filtered;
};

} // namespace seamfinder
