#include "ui/common/StudyNames.h"

#include "core/catalogue/StudySession.h"
#include "ui/common/Deliver.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

StudyNames::StudyNames(StudySession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(100);
    connect(&m_soon, &QTimer::timeout, this, &StudyNames::read);
    for (const auto signal : {&StudySession::committed, &StudySession::undone, &StudySession::redone})
        connect(&session, signal, this, &StudyNames::readIfTouched);
    read();
}

void StudyNames::readIfTouched(const Commit &commit)
{
    for (const QLatin1StringView table :
         {"participant"_L1, "system"_L1, "coder"_L1, "interview"_L1, "interview_participant"_L1, "term"_L1}) {
        if (commit.touches(table)) {
            m_soon.start();
            return;
        }
    }
}

void StudyNames::read()
{
    const Generation::Ticket ticket = m_generation.next();
    const auto readNames = [](Connection &db) {
        return std::make_shared<const DimensionLabels>(DimensionLabels::read(db));
    };
    deliver(
        m_session.jobs().run(ticket, readNames, Lane::Long), ticket, this,
        [this](const std::shared_ptr<const DimensionLabels> &names) {
            m_names = names;
            m_ready = true;
            Q_EMIT changed();
        },
        // Without names the lists show ids; whoever reads the rows says what is wrong with the file.
        [](const std::exception_ptr &) {});
}

} // namespace seamfinder
