#pragma once

#include "core/catalogue/ExportLog.h"
#include "core/catalogue/ReadJobs.h"

#include <QDialog>
#include <QHash>

class QLabel;
class QTreeWidget;

namespace seamfinder {

class Messages;
class StudySession;
struct Commit;

/// What left the study: when, what, where to, about whom, and whether the file is still there.
class ExportLogPanel final : public QDialog
{
    Q_OBJECT

public:
    ExportLogPanel(StudySession &session, Messages &messages, QWidget *parent);
    ~ExportLogPanel() override;

    /// Shows the window, read anew.
    void open() override;

private:
    struct Listing
    {
        QVector<LoggedExport> exports; ///< newest first
        QVector<bool> isThere;
        QHash<ParticipantId, QString> pseudonyms;
    };
    void read();
    void take(const Listing &listing);

    StudySession &m_session;
    Messages &m_messages;
    Generation m_generation;
    QTreeWidget *m_list;
    QLabel *m_nothing;
};

} // namespace seamfinder
