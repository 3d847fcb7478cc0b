#include "ui/interview/AgreedTogether.h"

#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"

#include <algorithm>
#include <array>
#include <QCoreApplication>

namespace seamfinder {

QString agreedTogether(const InterviewSession &session, const Field *field)
{
    const std::array consents{&fields::interview::takesPart,    &fields::interview::quotes,
                              &fields::interview::mayRecord,    &fields::interview::notesAccess,
                              &fields::interview::contactAgain, &fields::interview::consentHow};
    const bool agrees = field && std::any_of(consents.begin(), consents.end(),
                                             [field](const Field *each) { return *each == *field; });
    const QVector<QString> &people = session.data().interview.pseudonyms;
    if (!agrees || people.size() < 2)
        return {};
    const QString names = QStringList(people.begin(), people.end()).join(QStringLiteral(", "));
    return people.size() == 2
               ? QCoreApplication::translate("AgreedTogether",
                                             "One consent holds for both (%1): choose the narrower answer.")
                     .arg(names)
               : QCoreApplication::translate("AgreedTogether",
                                             "One consent holds for all (%1): choose the narrowest answer.")
                     .arg(names);
}

} // namespace seamfinder
