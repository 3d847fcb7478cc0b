#include "ui/protocol/ProtocolExporter.h"

#include "core/catalogue/ReadStudy.h"
#include "core/catalogue/StudySession.h"
#include "core/exchange/OutputFile.h"
#include "core/exchange/ProtocolFile.h"
#include "core/protocol/ProtocolJson.h"
#include "ui/common/Deliver.h"
#include "ui/shell/Sentences.h"

#include <QFileDialog>
#include <QFileInfo>

namespace seamfinder {

using namespace Qt::StringLiterals;

ProtocolExporter::ProtocolExporter(StudySession &session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
{
}

void ProtocolExporter::choose(ProtocolVersionId version, const QString &name)
{
    auto *dialog =
        new QFileDialog(m_window, tr("Export the protocol"), name + u".xlsx"_s,
                        tr("XLSForm (*.xlsx);;XLSForm as CSV (*.csv);;Seamfinder protocol (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setModal(false);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.section(u"*."_s, 1).chopped(1));
    });
    dialog->setDefaultSuffix(u"xlsx"_s);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, version](const QString &path) { write(version, path); });
    dialog->show();
}

void ProtocolExporter::write(ProtocolVersionId version, const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    const auto save = [version, path, study = m_session.study().path()](Connection &db) {
        const Protocol protocol = readProtocolJson(readProtocolContent(db, version)).protocol;
        const QByteArray bytes = writeProtocolFile(protocol, path);
        writeOutput(path, bytes, study);
        return true;
    };
    // Several exports may run beside each other: none makes another stale.
    Generation generation;
    const auto ticket = generation.next();
    deliver(
        m_session.jobs().run(ticket, save, Lane::Long), ticket, this,
        [this, name](bool) { Q_EMIT exported(tr("The protocol is written to %1.").arg(name)); },
        [this](const std::exception_ptr &error) {
            const Message message = messageFor(error);
            Q_EMIT failed(message.text, message.details);
        });
}

} // namespace seamfinder
