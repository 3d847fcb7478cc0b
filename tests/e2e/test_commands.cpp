#include "app/Application.h"
#include "app/demo/ScriptedUser.h"
#include "ui/common/CommandKeys.h"
#include "ui/common/KeyRules.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using namespace Qt::StringLiterals;

/// Every key of the real window can be changed, or is one that no command can be given.
class TestCommands : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Application> m_application;

    [[nodiscard]] QMainWindow &window() const { return m_application->window(); }

private Q_SLOTS:
    void initTestCase()
    {
        m_application = std::make_unique<Application>(m_folder.filePath(u"settings.ini"_s));
        m_application->show();
        m_application->newStudy(m_folder.filePath(u"a.seam"_s));
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        ScriptedUser user(*m_application);
        QVERIFY(user.startInterview());
        user.recordExample({u"The past stays"_s});
        QVERIFY(user.waitUntilSaved());
    }

    void cleanupTestCase() { m_application.reset(); }

    void everyActionWithAKeyIsListedByItsName()
    {
        QHash<QString, KeyCommand> ids;
        for (const KeyCommand command : keyCommands())
            ids.insert(commandId(command), command);
        QStringList unlisted, misnamed;
        QSet<QString> found;
        for (const QAction *action : window().findChildren<QAction *>()) {
            const QString id = action->property(commandProperty).toString();
            const QString name = QString(action->text()).remove(u'&').remove(u'…');
            if (ids.contains(id)) {
                found.insert(id);
                if (name != commandName(ids.value(id)))
                    misnamed << u"%1: %2"_s.arg(name, commandName(ids.value(id)));
                continue;
            }
            for (const QKeySequence &key : action->shortcuts()) {
                if (refusal(KeyCommand::Find, key).isEmpty())
                    unlisted << u"%1: %2"_s.arg(name, key.toString());
            }
        }
        QVERIFY2(unlisted.isEmpty(), qPrintable(unlisted.join(u'\n')));
        QVERIFY2(misnamed.isEmpty(), qPrintable(misnamed.join(u'\n')));
        for (auto id = ids.keyBegin(); id != ids.keyEnd(); ++id)
            QVERIFY2(found.contains(*id), qPrintable(*id));
    }

    void noCommandCanHaveAShortcutsKey()
    {
        for (const QShortcut *shortcut : window().findChildren<QShortcut *>()) {
            for (const QKeySequence &key : shortcut->keys())
                QVERIFY2(!refusal(KeyCommand::Find, key).isEmpty(), qPrintable(key.toString()));
        }
    }
};

QTEST_MAIN(TestCommands)
#include "test_commands.moc"
