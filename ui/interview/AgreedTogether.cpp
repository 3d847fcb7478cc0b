#include "ui/interview/AgreedTogether.h"

#include "core/catalogue/Consent.h"
#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"

#include <QCoreApplication>

namespace seamfinder {

QString agreedTogether(const InterviewSession &session, const Field *field)
{
    const QVector<QString> &people = session.data().interview.pseudonyms;
    if (!field || !isConsent(*field) || people.size() < 2)
        return {};
    const QString names = QStringList(people.begin(), people.end()).join(QStringLiteral(", "));
    if (*field == fields::interview::takesPart)
        return QCoreApplication::translate(
                   "AgreedTogether", "Each answers for themselves: %1. The interview goes on with those "
                                     "who take part.")
            .arg(names);
    if (*field == fields::interview::consentHow)
        return QCoreApplication::translate("AgreedTogether", "Each answers for themselves: %1.").arg(names);
    return QCoreApplication::translate("AgreedTogether",
                                       "Each answers for themselves: %1. The narrowest of what they allow "
                                       "holds for all.")
        .arg(names);
}

} // namespace seamfinder
