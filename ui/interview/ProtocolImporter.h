#pragma once

#include "core/catalogue/ReadJobs.h"
#include "core/domain/Id.h"

#include <QObject>

class QWidget;

namespace seamfinder {

class StudySession;

/// Brings a protocol from a file into the study as a version: an XLSForm, a SurveyJS survey, or this
/// program's own. A file with errors changes nothing.
class ProtocolImporter final : public QObject
{
    Q_OBJECT

public:
    ProtocolImporter(StudySession &session, QWidget *window);

    /// Asks for the file, beside the work.
    void choose();
    void importFile(const QString &path);

Q_SIGNALS:
    /// `remarks`: what was left out or changed on the way, a line each; may be empty.
    void imported(seamfinder::ProtocolVersionId version, const QString &sentence, const QString &remarks);
    void failed(const QString &sentence, const QString &detail);

private:
    StudySession &m_session;
    QWidget *m_window;
    Generation m_generation;
};

} // namespace seamfinder
