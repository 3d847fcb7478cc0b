#pragma once

#include "core/catalogue/StudySession.h"
#include "core/interview/InterviewSession.h"
#include "tests/support/TempStudy.h"

#include <memory>
#include <QObject>

namespace seamfinder::test {

/// A test of an interview without a window: one by P01 on the first built-in protocol, begun anew before each
/// test function.
class InterviewFile : public QObject
{
    Q_OBJECT

protected:
    InterviewFile();
    ~InterviewFile() override;

    /// Waits until everything is in the file.
    void settle();

    std::unique_ptr<TempStudy> m_file;
    std::unique_ptr<StudySession> m_study;
    std::unique_ptr<InterviewSession> m_interview;
    const QuestionRef m_ref{QStringLiteral("briefing-reminds"), {}}; ///< a text, where it stands at first

private Q_SLOTS:
    void init();
    void cleanup();
};

} // namespace seamfinder::test
