#pragma once

#include "core/catalogue/StudySession.h"

#include <memory>
#include <QTemporaryDir>

namespace seamfinder {

/// A practice interview: a real study in a temporary folder that goes away with this object. Nothing of it is
/// kept.
class TryOut
{
public:
    /// With this protocol (its JSON), or one of three minutes. Errors: CannotWrite, DiskFull.
    explicit TryOut(const QByteArray &protocol = {});
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
