#pragma once

#include "core/domain/Id.h"

#include <QObject>

class QWidget;

namespace seamfinder {

class StudySession;

/// Writes a version of a protocol to a file: an XLSForm (.xlsx, .csv) for other programs, or this program's
/// own JSON.
class ProtocolExporter final : public QObject
{
    Q_OBJECT

public:
    ProtocolExporter(StudySession &session, QWidget *window);

    /// Asks for the file, beside the work.
    void choose(ProtocolVersionId version, const QString &name);
    void write(ProtocolVersionId version, const QString &path);

Q_SIGNALS:
    void exported(const QString &sentence);
    void failed(const QString &sentence, const QString &detail);

private:
    StudySession &m_session;
    QWidget *m_window;
};

} // namespace seamfinder
