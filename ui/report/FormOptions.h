#pragma once

#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/ReadJobs.h"
#include "ui/report/FormFile.h"
#include "ui/report/FormPdf.h"

#include <QWidget>

class QComboBox;

namespace seamfinder {

class StudySession;

/// Which printable form is wanted: of which protocol, blank or filled in with which interview, in which
/// language, on which paper.
class FormOptions final : public QWidget
{
    Q_OBJECT

public:
    explicit FormOptions(StudySession &session, QWidget *parent = nullptr);

    /// Reads again what there is to choose from; what was chosen stays chosen.
    void refresh();
    [[nodiscard]] FormRequest request() const;
    [[nodiscard]] PaperSize paper() const;
    /// "html" or "pdf".
    [[nodiscard]] QString ending() const;
    void chooseInterview(InterviewId interview);

private:
    void listInterviews(const QVector<Interview> &interviews);
    void followInterview();
    void listLanguages();

    StudySession &m_session;
    Generation m_generation;
    QHash<InterviewId, ProtocolVersionId> m_versionOf;
    InterviewId m_wanted{}; ///< to be chosen once it is listed
    QComboBox *m_content;
    QComboBox *m_protocol;
    QComboBox *m_language;
    QComboBox *m_format;
};

} // namespace seamfinder
