#include "app/demo/ScriptedUser.h"

#include "app/Application.h"
#include "app/OpenStudy.h"
#include "core/catalogue/StudySession.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QPixmap>
#include <QPlainTextEdit>
#include <QTest>

namespace seamfinder {

namespace {
constexpr int patienceMs = 10'000;
constexpr int settleMs = 30; // for what answers a key by a queued call
} // namespace

ScriptedUser::ScriptedUser(Application &application)
    : m_application(application)
{
}

QWidget *ScriptedUser::focus() const
{
    QWidget *widget = m_application.window().focusWidget();
    return widget ? widget : &m_application.window();
}

void ScriptedUser::press(const QKeySequence &keys)
{
    for (int i = 0; i < keys.count(); ++i)
        QTest::keyClick(focus(), keys[uint(i)].key(), keys[uint(i)].keyboardModifiers());
    QTest::qWait(settleMs);
}

void ScriptedUser::type(const QString &text)
{
    // QTest::keyClicks knows Latin-1 only; a key event carries any text.
    for (const QChar character : text) {
        QKeyEvent down(QEvent::KeyPress, 0, Qt::NoModifier, character);
        QKeyEvent up(QEvent::KeyRelease, 0, Qt::NoModifier, character);
        QCoreApplication::sendEvent(focus(), &down);
        QCoreApplication::sendEvent(focus(), &up);
    }
    QTest::qWait(settleMs);
}

void ScriptedUser::goToWorkspace(int number)
{
    press(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + number)));
}

bool ScriptedUser::startInterview()
{
    m_application.study()->startInterview();
    QTest::qWait(settleMs);
    press(QKeySequence(Qt::Key_Return));
    // The interview is in the file a moment before it is on the screen.
    const auto asks = [this] {
        const auto *say = m_application.window().findChild<QWidget *>(QStringLiteral("say"));
        return say && say->isVisible();
    };
    return QTest::qWaitFor(asks, patienceMs) && waitUntilSaved();
}

bool ScriptedUser::answerAndGoOn(const QString &text)
{
    QWidget *field = focus();
    const bool answerable = qobject_cast<QPlainTextEdit *>(field) || qobject_cast<QLineEdit *>(field) ||
                            qobject_cast<QAbstractItemView *>(field);
    if (qobject_cast<QAbstractItemView *>(field))
        press(QKeySequence(Qt::Key_1));
    else if (answerable)
        type(text);
    press(QKeySequence(Qt::CTRL | Qt::Key_Return));
    return answerable && waitUntilSaved();
}

void ScriptedUser::recordExample(const QStringList &blanks)
{
    press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    const bool created = waitUntilSaved();
    Q_ASSERT(created);
    QTest::qWait(settleMs);
    for (const QString &blank : blanks) {
        type(blank);
        press(QKeySequence(Qt::Key_Tab));
    }
    press(QKeySequence(Qt::Key_Escape));
}

bool ScriptedUser::waitUntilSaved()
{
    QTest::qWait(settleMs);
    m_application.study()->flush();
    return QTest::qWaitFor([this] { return !m_application.study()->session().isSaving(); }, patienceMs);
}

bool ScriptedUser::photograph(const QString &path)
{
    QTest::qWait(settleMs * 10);
    return m_application.window().grab().save(path);
}

} // namespace seamfinder
