#include "core/exchange/CsvNames.h"

#include "core/catalogue/ExportRows.h"
#include "core/catalogue/ReadCodebook.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/ReadStudy.h"

#include <QDateTime>

namespace seamfinder {

CsvNames::CsvNames(Connection &db)
{
    const auto join = [](std::string &text, const std::string &more) {
        text += (text.empty() ? "" : "; ") + more;
    };
    for (const Codebook codebook = Codebook::read(db); const Term &term : codebook.terms())
        terms[term.id.value] = {term.label.toStdString(), term.key.toStdString()};
    for (const Participant &participant : readParticipants(db)) {
        participants[participant.id.value] = participant.pseudonym.toStdString();
        Named &named = roles[participant.id.value];
        for (const TermId role : participant.roles) {
            join(named.label, terms[role.value].label);
            join(named.key, terms[role.value].key);
        }
    }
    for (const System &system : readSystems(db))
        systems[system.id.value] = system.alias.toStdString();
    for (const Coder &coder : readCoders(db))
        coders[coder.id.value] = coder.initials.toStdString();
    const auto incidentLabels = readIncidentLabels(db);
    for (auto it = incidentLabels.cbegin(); it != incidentLabels.cend(); ++it)
        incidents[it.key()] = it.value().toStdString();
    const auto codersOf = readInterviewCoders(db);
    for (const seamfinder::Interview &interview : readInterviews(db)) {
        Interview &named = interviews[interview.id.value];
        if (interview.date) // the day as it was where people met
            named.date =
                QDateTime::fromMSecsSinceEpoch(*interview.date).date().toString(Qt::ISODate).toStdString();
        named.protocol = interview.protocolTitle.toStdString();
        if (interview.version)
            named.version = std::to_string(interview.protocolNumber);
        for (const CoderId coder : codersOf.value(interview.id.value))
            join(named.coders, coders[coder.value]);
    }
}

} // namespace seamfinder
