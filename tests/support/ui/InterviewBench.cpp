#include "tests/support/ui/InterviewBench.h"

#include "core/interview/InterviewSession.h"
#include "tests/support/ui/Typing.h"
#include "ui/interview/InterviewPage.h"
#include "ui/interview/QuestionView.h"

#include <QPlainTextEdit>
#include <QtTest>

namespace seamfinder::test {

using namespace Qt::StringLiterals;

InterviewBench::InterviewBench() = default;
InterviewBench::~InterviewBench() = default;

void InterviewBench::open()
{
    m_open = std::make_unique<OpenedStudy>(*m_file);
    m_workspace = std::make_unique<InterviewWorkspace>(m_open->session, m_open->codebook, m_open->messages);
    m_workspace->setCatalogue(m_open->catalogue);
    showActive(*m_workspace, {1500, 900});
}

void InterviewBench::close()
{
    m_workspace.reset();
    m_open.reset();
}

InterviewSession &InterviewBench::interview() const
{
    return m_workspace->page()->session();
}

void InterviewBench::start()
{
    m_workspace->newInterview();
    press(Qt::Key_Return);
    QTRY_VERIFY(m_workspace->page());
    QTRY_VERIFY(interview().isSaved());
}

void InterviewBench::goTo(const QuestionRef &ref)
{
    QVERIFY(interview().goTo(ref));
    QTRY_VERIFY(interview().isSaved());
}

QPlainTextEdit *InterviewBench::answerText() const
{
    return m_workspace->page()->question().findChild<QPlainTextEdit *>(u"answerText"_s);
}

void InterviewBench::init()
{
    m_file = std::make_unique<TempStudy>();
    open();
}

void InterviewBench::cleanup()
{
    close();
    m_file.reset();
}

} // namespace seamfinder::test
