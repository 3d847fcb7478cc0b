#include "app/Application.h"

#include "app/OpenStudy.h"
#include "core/catalogue/Journal.h"
#include "core/catalogue/NewStudy.h"
#include "core/catalogue/StudySession.h"
#include "ui/common/HiddenWordList.h"
#include "ui/common/RecordingFiles.h"
#include "ui/report/ExportPanel.h"
#include "ui/shell/Messages.h"
#include "ui/shell/Sentences.h"
#include "ui/shell/WindowActions.h"

#include <QAction>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QUuid>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace seamfinder {

namespace {
// The columns and orders of big studies come and go in blocks of megabytes. glibc would soon keep such blocks
// for itself (its threshold grows with what is freed) and the window would hold twice of what it needs.
void giveBigBlocksBack()
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
}

// Another installation's steps may rest on what this file does not hold: they are for reading only.
void nameInstallation(Settings &settings)
{
    if (settings.text(SettingKey::Installation).isEmpty())
        settings.set(SettingKey::Installation, QUuid::createUuid().toString(QUuid::WithoutBraces));
    journal::setInstallation(settings.text(SettingKey::Installation));
}
} // namespace

Application::Application(const QString &settingsFile)
    : m_settings(settingsFile)
    , m_theme(m_settings)
    , m_window(m_settings, m_theme)
{
    giveBigBlocksBack();
    nameInstallation(m_settings);
    // Beside the settings: on this machine, in no study.
    HiddenWordList::ofProgram().load(
        QFileInfo(m_settings.file().fileName()).absoluteDir().filePath(QStringLiteral("words-to-hide.txt")));
    RecordingFiles::ofProgram().load(m_settings.file().fileName());
    connectWindow();
}

Application::~Application()
{
    m_study.reset();
    // What the closed study's jobs still have to say is said while there is somebody to take it.
    QCoreApplication::sendPostedEvents();
}

void Application::show()
{
    m_window.restoreWindow();
    m_window.show();
}

void Application::connectWindow()
{
    connect(&m_window, &MainWindow::newStudyRequested, this, &Application::newStudy);
    connect(&m_window, &MainWindow::openStudyRequested, this, &Application::openStudy);
    connect(&m_window, &MainWindow::closeStudyRequested, this, &Application::closeStudy);
    connect(&m_window, &MainWindow::exportRequested, this, &Application::showExport);
    connect(&m_window, &MainWindow::scrubRequested, this, [this] {
        if (m_study)
            m_study->removeEverywhere({});
    });
    connect(&m_window, &MainWindow::undoRequested, this, [this] {
        if (m_study) {
            m_study->flush();
            m_study->undo();
        }
    });
    connect(&m_window, &MainWindow::redoRequested, this, [this] {
        if (m_study)
            m_study->redo();
    });
    connect(&m_window, &MainWindow::flushRequested, this, [this] {
        if (m_study)
            m_study->flush();
    });
    m_window.setCloseGuard([this] { return mayClose(); });
}

bool Application::mayClose()
{
    if (m_study)
        m_study->flush();
    return true;
}

void Application::openStudy(const QString &path)
{
    try {
        if (m_study && m_study->session().study().path() == QFileInfo(path).canonicalFilePath())
            return;
        auto study = Study::open(path, Study::Mode::Write);
        closeStudy();
        m_study = std::make_unique<OpenStudy>(std::move(study), m_window);
        connect(m_study.get(), &OpenStudy::openWanted, this, &Application::openStudy);
        connect(m_study.get(), &OpenStudy::reopenWanted, this, [this] {
            if (!m_study) // it is being closed anyhow
                return;
            const QString same = m_study->session().study().path();
            closeStudy();
            openStudy(same);
        });
    } catch (const Error &error) {
        m_window.messages().show(messageFor(error));
    }
}

void Application::newStudy(const QString &path)
{
    try {
        const QString name = m_settings.text(SettingKey::CoderName);
        const FirstCoder coder = name.isEmpty()
                                     ? coderOfThisSession()
                                     : FirstCoder{name, m_settings.text(SettingKey::CoderInitials)};
        createStudy(path, QFileInfo(path).completeBaseName(), coder);
        openStudy(path);
    } catch (const Error &error) {
        m_window.messages().show(messageFor(error));
    }
}

void Application::closeStudy()
{
    if (!m_study)
        return;
    delete m_export;
    m_export = nullptr;
    m_study.reset();
    m_window.clearStudy();
}

void Application::showExport()
{
    if (!m_study)
        return;
    if (!m_export) {
        m_export = new ExportPanel(m_study->session(), m_window.messages(), m_window.jobs(), &m_window);
        connect(m_export, &QObject::destroyed, this, [this] { m_export = nullptr; });
    }
    m_export->open(m_study->catalogueFilter(), m_study->isCatalogueLook());
}

} // namespace seamfinder
