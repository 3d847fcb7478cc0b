#pragma once

#include "core/catalogue/ReadCodebook.h"

#include <QObject>

namespace seamfinder {

struct Commit;
class StudySession;

/// The codebook as it stands, read anew when a commit touches it; shared by everything that shows terms.
class CodebookCache : public QObject
{
    Q_OBJECT

public:
    explicit CodebookCache(StudySession &session, QObject *parent = nullptr);

    [[nodiscard]] const Codebook &codebook() const { return m_codebook; }

Q_SIGNALS:
    void changed();

private:
    void readIfTouched(const Commit &commit);

    StudySession &m_session;
    Codebook m_codebook;
};

} // namespace seamfinder
