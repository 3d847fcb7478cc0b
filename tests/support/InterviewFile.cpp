#include "tests/support/InterviewFile.h"

#include "core/catalogue/EditStudy.h"

#include <QtTest>

namespace seamfinder::test {

using namespace Qt::StringLiterals;

InterviewFile::InterviewFile() = default;
InterviewFile::~InterviewFile() = default;

void InterviewFile::settle()
{
    QTRY_VERIFY(m_interview->isSaved() && !m_study->isSaving());
}

void InterviewFile::init()
{
    m_file = std::make_unique<TempStudy>();
    InterviewId id;
    m_file->writer().perform({u"New interview"_s}, [&id](Edit &edit) {
        id = createInterview(edit, readProtocolVersions(edit.db()).value(0).id,
                             {createParticipant(edit, u"P01"_s)});
    });
    m_study = std::make_unique<StudySession>(m_file->take());
    m_interview = std::make_unique<InterviewSession>(
        *m_study, std::make_shared<const Codebook>(Codebook::read(m_study->reader())), id);
    m_interview->begin();
    QVERIFY(m_interview->goTo(m_ref));
    settle();
}

void InterviewFile::cleanup()
{
    m_interview.reset();
    m_study.reset();
}

} // namespace seamfinder::test
