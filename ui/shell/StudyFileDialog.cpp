#include "ui/shell/StudyFileDialog.h"

#include "ui/shell/Settings.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QStandardPaths>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

void ask(QWidget *window, const Settings &settings, const QString &title, QFileDialog::AcceptMode mode,
         std::function<void(const QString &)> chosen)
{
    const QString name = mode == QFileDialog::AcceptSave ? u"newStudyDialog"_s : u"openStudyDialog"_s;
    if (auto *open = window->findChild<QFileDialog *>(name)) {
        open->raise();
        open->activateWindow();
        return;
    }
    auto *dialog = new QFileDialog(window, title);
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::NonModal);
    dialog->setAcceptMode(mode);
    dialog->setDefaultSuffix(u"seam"_s);
    dialog->setNameFilters({QCoreApplication::translate("StudyFileDialog", "Seamfinder studies (*.seam)"),
                            QCoreApplication::translate("StudyFileDialog", "All files (*)")});
    const QString folder = settings.text(SettingKey::LastFolder);
    dialog->setDirectory(
        folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) : folder);
    if (mode == QFileDialog::AcceptSave) {
        // A study is never written over: the core refuses an existing file with a sentence of its own.
        dialog->setOption(QFileDialog::DontConfirmOverwrite);
        dialog->selectFile(QCoreApplication::translate("StudyFileDialog", "My study") + u".seam"_s);
    } else {
        dialog->setFileMode(QFileDialog::ExistingFile);
    }
    QObject::connect(dialog, &QFileDialog::fileSelected, window,
                     [chosen = std::move(chosen)](const QString &path) {
                         if (!path.isEmpty())
                             chosen(path);
                     });
    dialog->show();
}

} // namespace

void askForNewStudy(QWidget *window, const Settings &settings, std::function<void(const QString &)> chosen)
{
    ask(window, settings, QCoreApplication::translate("StudyFileDialog", "New study"),
        QFileDialog::AcceptSave, std::move(chosen));
}

void askForStudy(QWidget *window, const Settings &settings, std::function<void(const QString &)> chosen)
{
    ask(window, settings, QCoreApplication::translate("StudyFileDialog", "Open study"),
        QFileDialog::AcceptOpen, std::move(chosen));
}

} // namespace seamfinder
