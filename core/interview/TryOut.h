#pragma once

#include "core/catalogue/StudySession.h"

#include <memory>
#include <QTemporaryDir>

namespace seamfinder {

/// A practice interview of three minutes: a real study with a short protocol, in a temporary folder that goes
/// away with this object. Nothing of it is kept.
class TryOut
{
public:
    /// Errors: CannotWrite, DiskFull.
    TryOut();
    ~TryOut();
    Q_DISABLE_COPY_MOVE(TryOut)

    [[nodiscard]] StudySession &session() { return *m_session; }
    [[nodiscard]] InterviewId interview() const { return m_interview; }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<StudySession> m_session;
    InterviewId m_interview{};
};

} // namespace seamfinder
