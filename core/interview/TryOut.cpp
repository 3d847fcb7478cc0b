#include "core/interview/TryOut.h"

#include "core/catalogue/EditCodebook.h"
#include "core/catalogue/EditInterview.h"
#include "core/catalogue/EditStudy.h"
#include "core/domain/Error.h"

#include <QCoreApplication>
#include <QFile>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("TryOut", text);
}

QByteArray shortProtocol()
{
    QFile file(u":/protocols/try-out.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(ErrorCode::Internal, u"the practice protocol is missing"_s, file.fileName());
    return file.readAll();
}
} // namespace

TryOut::TryOut(const QByteArray &protocol)
{
    if (!m_folder.isValid())
        throw Error(ErrorCode::CannotWrite, m_folder.errorString(), m_folder.path());
    const QString path = m_folder.filePath(u"practice.seam"_s);
    Study::create(path, tr("Practice"), [&](Edit &edit) {
        addDefaultCodebook(edit);
        createCoder(edit, tr("You"), tr("Y"), true);
        const ProtocolVersionId version = addProtocol(edit, protocol.isEmpty() ? shortProtocol() : protocol);
        const ParticipantId participant = createParticipant(edit, nextPseudonym(edit.db()));
        m_interview = createInterview(edit, version, {participant});
    });
    m_session = std::make_unique<StudySession>(Study::open(path, Study::Mode::Write));
}

TryOut::~TryOut() = default;

} // namespace seamfinder
