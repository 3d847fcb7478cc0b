#include "app/Application.h"
#include "app/demo/ScriptedUser.h"
#include "app/OpenStudy.h"
#include "core/catalogue/StudySession.h"
#include "core/interview/InterviewSession.h"
#include "tests/bench/KeyToPaint.h"
#include "tests/bench/Steps.h"
#include "ui/interview/InterviewPage.h"
#include "ui/interview/InterviewWorkspace.h"

#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QtTest>

namespace seamfinder::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int keysEach = 600;
constexpr std::chrono::milliseconds interval{50}; // twenty keys a second: faster than people type
constexpr double mostOf99 = 16, mostOfAll = 50;   // milliseconds: one frame, and what nobody feels

QWidget *field()
{
    QWidget *focus = QApplication::focusWidget();
    if (!qobject_cast<QPlainTextEdit *>(focus))
        qFatal("no text field has the focus");
    return focus;
}

QList<double> taken(const QList<PaintedKey> &keys)
{
    QList<double> all;
    for (const PaintedKey &key : keys)
        all.append(key.taken);
    return all;
}

PaintedKey longest(const QList<PaintedKey> &keys)
{
    return *std::max_element(keys.begin(), keys.end(),
                             [](const PaintedKey &a, const PaintedKey &b) { return a.taken < b.taken; });
}

/// The floor: the toolkit's own field in a window of the same size, nothing else in it.
QList<PaintedKey> bareField()
{
    QPlainTextEdit bare;
    bare.resize(1500, 940);
    bare.show();
    if (!QTest::qWaitForWindowActive(&bare))
        qFatal("the bare window was never active");
    KeyToPaint keys(bare);
    return keys.type(keysEach, interval);
}

/// An interview of the study, typed into while it saves itself.
class TypingBench
{
public:
    explicit TypingBench(const QString &path)
        : m_application(m_folder.filePath(u"settings.ini"_s))
        , m_user(m_application)
        , m_bare(bareField())
    {
        m_application.window().resize(1500, 940);
        m_application.show();
        m_application.openStudy(path);
        if (!m_application.study() || !QTest::qWaitForWindowActive(&m_application.window()))
            qFatal("the study could not be opened");
        QObject::connect(&m_application.study()->session(), &StudySession::saved, &m_context,
                         [this] { ++m_saves; });
    }

    Measurements run()
    {
        if (!m_user.startInterview())
            qFatal("no interview could be started");
        m_user.press(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_N));
        type(u"a question's note, while the columns are read"_s);
        QTest::qWait(8000);
        m_user.press(QKeySequence(Qt::CTRL | Qt::Key_Return));
        m_user.press(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_N));
        type(u"the next question's note"_s);
        goToTextQuestion();
        type(u"the answer to a question"_s, false); // Enter may go on there, too
        m_user.press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
        if (!m_user.waitUntilSaved())
            qFatal("no example could be made");
        while (!qobject_cast<QPlainTextEdit *>(QApplication::focusWidget()))
            m_user.press(QKeySequence(Qt::Key_Tab));
        type(u"an example's card"_s, false); // Enter goes on there
        return m_all;
    }

private:
    /// The first that is answered in words, with the caret in its field.
    void goToTextQuestion()
    {
        auto *workspace = m_application.window().findChild<InterviewWorkspace *>();
        InterviewSession &interview = workspace->page()->session();
        const QVector<Step> steps = interview.flow().steps();
        const auto text = std::find_if(steps.begin(), steps.end(), [](const Step &step) {
            return step.relevant && step.question->type == QuestionType::Text &&
                   step.question->binding.isEmpty();
        });
        if (text == steps.end() || !interview.goTo(text->ref) || !m_user.waitUntilSaved())
            qFatal("no question is answered in words");
        workspace->page()->focusQuestion();
    }

    void type(const QString &where, bool lines = true)
    {
        const QWidget *typedInto = field();
        m_saves = 0;
        KeyToPaint keys(m_application.window());
        const QList<PaintedKey> painted = keys.type(keysEach, interval, lines);
        if (typedInto != field())
            qFatal("the focus went elsewhere");
        const double bare = ninetyNinth(taken(m_bare)), most = ninetyNinth(taken(painted));
        m_all.append({u"key to painted, %1: middle"_s.arg(where), median(taken(painted)), u"ms"_s});
        m_all.append({u"  99 of 100"_s, most, u"ms"_s, most / bare,
                      u"a bare field (%1 ms)"_s.arg(bare, 0, 'f', 1), mostOf99});
        const PaintedKey worst = longest(painted), bareWorst = longest(m_bare);
        m_all.append({u"  longest of %1 keys, %2 saves meanwhile"_s.arg(keysEach).arg(m_saves), worst.taken,
                      u"ms"_s, worst.taken / bareWorst.taken,
                      u"a bare field (%1 ms)"_s.arg(bareWorst.taken, 0, 'f', 1), mostOfAll});
        m_all.append({u"    of these at work in the window's thread"_s, worst.worked, u"ms"_s});
        m_all.append({u"    of these in line for a processor"_s, worst.queued, u"ms"_s});
    }

    QTemporaryDir m_folder;
    Application m_application;
    ScriptedUser m_user;
    QList<PaintedKey> m_bare;
    QObject m_context;
    int m_saves = 0;
    Measurements m_all;
};
} // namespace

Measurements measureTyping(const QString &path)
{
    return TypingBench(path).run();
}

} // namespace seamfinder::bench
