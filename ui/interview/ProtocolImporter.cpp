#include "ui/interview/ProtocolImporter.h"

#include "core/catalogue/EditProtocols.h"
#include "core/catalogue/ReadCodebook.h"
#include "core/catalogue/StudySession.h"
#include "core/domain/Error.h"
#include "core/exchange/ProtocolFile.h"
#include "ui/common/Deliver.h"
#include "ui/common/ErrorDetail.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>

namespace seamfinder {

using namespace Qt::StringLiterals;

ProtocolImporter::ProtocolImporter(StudySession &session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
{
}

void ProtocolImporter::choose()
{
    auto *dialog = new QFileDialog(m_window, tr("Import a protocol"), {},
                                   tr("Protocols (*.xlsx *.csv *.md *.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setModal(false);
    connect(dialog, &QFileDialog::fileSelected, this, &ProtocolImporter::importFile);
    dialog->show();
}

void ProtocolImporter::importFile(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    const auto read = [path](Connection &db) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            throw Error(ErrorCode::CannotRead, file.errorString(), path);
        ImportedProtocol imported = readProtocolFile(file.readAll(), codebookKeys(Codebook::read(db)));
        if (imported.protocol.key.isEmpty())
            imported.protocol.key = QFileInfo(path).completeBaseName();
        return imported;
    };
    const auto write = [this, name](const ImportedProtocol &found) {
        const QString remarks = problemLines(found).join(u'\n');
        if (!found.isUsable()) {
            Q_EMIT failed(
                tr("%1 has errors, so nothing was imported. The details say where, and how to mend them.")
                    .arg(name),
                remarks);
            return;
        }
        const auto version = std::make_shared<ProtocolVersionId>();
        afterCommit(
            m_session.perform({tr("Import the protocol “%1”").arg(name)},
                              [version, protocol = found.protocol](Edit &edit) {
                                  *version = publishProtocol(edit, protocol);
                              }),
            this, [this, name, version, remarks](const Commit &) {
                Q_EMIT imported(
                    *version,
                    remarks.isEmpty()
                        ? tr("%1 is imported as a protocol.").arg(name)
                        : tr("%1 is imported as a protocol, with some changes: see the details.").arg(name),
                    remarks);
            });
    };
    const auto ticket = m_generation.next();
    deliver(m_session.jobs().run(ticket, read), ticket, this, write,
            [this, name](const std::exception_ptr &error) {
                Q_EMIT failed(tr("%1 could not be read; nothing was changed.").arg(name), errorDetail(error));
            });
}

} // namespace seamfinder
