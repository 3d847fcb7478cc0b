#pragma once

#include "app/Application.h"
#include "app/demo/ScriptedUser.h"
#include "app/OpenStudy.h"

#include <memory>
#include <QObject>
#include <QTemporaryDir>
#include <QtTest>

namespace seamfinder::test {

/// For tests of the whole program: in a new study of its own, a user has begun an interview. The file bears
/// the name of the test function.
class ProgramInterview : public QObject
{
protected:
    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<Application> m_application;
    std::unique_ptr<ScriptedUser> m_user;

    [[nodiscard]] StudySession &session() const { return m_application->study()->session(); }
    void begin()
    {
        m_path =
            m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + QStringLiteral(".seam"));
        m_application = std::make_unique<Application>(m_path + QStringLiteral(".ini"));
        m_application->show();
        m_application->newStudy(m_path);
        QVERIFY(QTest::qWaitForWindowActive(&m_application->window()));
        m_user = std::make_unique<ScriptedUser>(*m_application);
        QVERIFY(m_user->startInterview());
    }
    void end()
    {
        m_user.reset();
        m_application.reset();
    }
};

} // namespace seamfinder::test
