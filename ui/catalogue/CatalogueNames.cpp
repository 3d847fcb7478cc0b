#include "ui/catalogue/CatalogueNames.h"

#include "core/catalogue/ReadCodebook.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/StudySession.h"
#include "core/domain/Fields.h"
#include "ui/catalogue/Deliver.h"

#include <QLocale>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

QString interviewName(const Interview &interview)
{
    const QString who = interview.pseudonyms.join(u", "_s);
    if (!interview.date)
        return who;
    const QString day =
        QLocale().toString(QDateTime::fromMSecsSinceEpoch(*interview.date).date(), QLocale::ShortFormat);
    return who.isEmpty()
               ? day
               : QCoreApplication::translate("CatalogueNames", "%1, %2", "participants, date").arg(who, day);
}

QString choiceAt(const Field &field, qint64 place)
{
    if (place < 1 || size_t(place) > field.choices.size())
        return {};
    return label(field.choices[size_t(place - 1)]);
}

QString notCoded(Dimension dimension)
{
    switch (dimension) {
    case Dimension::Participant:
    case Dimension::ParticipantRole:
    case Dimension::Interview:
    case Dimension::System:
    case Dimension::Coder:
    case Dimension::Tag:
    case Dimension::Open:
        return QCoreApplication::translate("CatalogueNames", "(none)");
    default:
        return QCoreApplication::translate("CatalogueNames", "(not coded)");
    }
}

} // namespace

CatalogueNames CatalogueNames::read(Connection &db)
{
    CatalogueNames names;
    for (const Participant &one : readParticipants(db))
        names.participants.insert(one.id.value, one.pseudonym);
    for (const System &one : readSystems(db))
        names.systems.insert(one.id.value, one.alias);
    for (const Coder &one : readCoders(db)) {
        names.coders.insert(one.id.value, one.name);
        names.initials.insert(one.id.value, one.initials);
    }
    for (const Interview &one : readInterviews(db))
        names.interviews.insert(one.id.value, interviewName(one));
    return names;
}

QString valueLabel(Dimension dimension, DimensionValue value, const Codebook &codebook,
                   const CatalogueNames &names)
{
    const auto orId = [&value](const QString &name) {
        return name.isEmpty() ? QString::number(value.first) : name;
    };
    if (value == DimensionValue{})
        return notCoded(dimension);
    switch (dimension) {
    case Dimension::Participant:
        return orId(names.participants.value(value.first));
    case Dimension::Interview:
        return orId(names.interviews.value(value.first));
    case Dimension::System:
        return orId(names.systems.value(value.first));
    case Dimension::Coder:
        return orId(names.coders.value(value.first));
    case Dimension::Status:
        return choiceAt(fields::example::status, value.first);
    case Dimension::FirstHand:
        return choiceAt(fields::example::firstHand, value.first);
    case Dimension::WhatIf:
        return choiceAt(fields::example::whatIf, value.first);
    case Dimension::Open:
        return value.first >= 1 && size_t(value.first) <= openFields().size() ? label(OpenField(value.first))
                                                                              : QString();
    case Dimension::Flow: {
        const auto role = [&codebook](qint64 id) { return id == 0 ? u"?"_s : codebook.label(TermId{id}); };
        // An arrow without direction of its own: it has to point on in right-to-left texts too.
        return QCoreApplication::translate("CatalogueNames", "%1 → %2", "would tell, needed it")
            .arg(role(value.first), role(value.second));
    }
    default:
        return orId(codebook.label(TermId{value.first}));
    }
}

CatalogueNamesCache::CatalogueNamesCache(StudySession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(100);
    connect(&m_soon, &QTimer::timeout, this, &CatalogueNamesCache::read);
    for (const auto signal : {&StudySession::committed, &StudySession::undone, &StudySession::redone})
        connect(&session, signal, this, &CatalogueNamesCache::readIfTouched);
    read();
}

void CatalogueNamesCache::readIfTouched(const Commit &commit)
{
    for (const QLatin1StringView table :
         {"participant"_L1, "system"_L1, "coder"_L1, "interview"_L1, "interview_participant"_L1}) {
        if (commit.touches(table)) {
            m_soon.start();
            return;
        }
    }
}

void CatalogueNamesCache::read()
{
    const Generation::Ticket ticket = m_generation.next();
    deliver(
        m_session.jobs().run(ticket, &CatalogueNames::read), ticket, this,
        [this](const CatalogueNames &names) {
            m_names = std::make_shared<const CatalogueNames>(names);
            Q_EMIT changed();
        },
        // Without names the lists show ids; whoever reads the rows says what is wrong with the file.
        [](const std::exception_ptr &) {});
}

} // namespace seamfinder
