#include "tests/support/ui/OneInterviewBench.h"

#include "core/catalogue/EditCodebook.h"
#include "core/catalogue/EditStudy.h"
#include "core/interview/InterviewSession.h"
#include "ui/interview/InterviewPage.h"
#include "ui/interview/InterviewWorkspace.h"

#include <QApplication>
#include <QtTest>

namespace seamfinder::test {

using namespace Qt::StringLiterals;

OneInterviewBench::OneInterviewBench(QByteArray protocol)
    : m_protocol(std::move(protocol))
{
}

OneInterviewBench::~OneInterviewBench() = default;

void OneInterviewBench::show(QSize size)
{
    m_open = std::make_unique<OpenedStudy>(*m_file);
    m_workspace = std::make_unique<InterviewWorkspace>(m_open->session, m_open->codebook, m_open->messages);
    showActive(*m_workspace, size);
}

void OneInterviewBench::open(QSize size)
{
    show(size);
    m_workspace->openInterview(m_id);
    QTRY_VERIFY(interview().isSaved() && !m_open->session.isSaving());
}

void OneInterviewBench::close()
{
    m_workspace.reset();
    m_open.reset();
}

InterviewSession &OneInterviewBench::interview() const
{
    return m_workspace->page()->session();
}

QWidget *OneInterviewBench::focus()
{
    return QApplication::focusWidget();
}

void OneInterviewBench::init()
{
    m_file = std::make_unique<TempStudy>();
    m_file->writer().perform({u"New interview"_s}, [this](Edit &edit) {
        m_id = createInterview(edit, addProtocol(edit, m_protocol), {createParticipant(edit, u"P01"_s)});
    });
    open();
}

void OneInterviewBench::cleanup()
{
    close();
    m_file.reset();
}

} // namespace seamfinder::test
