#include "core/domain/Openness.h"

#include <algorithm>
#include <QCoreApplication>
#include <QStringList>

namespace seamfinder {

OpenFields openFieldsOf(const OpennessFacts &facts)
{
    OpenFields open = 0;
    const auto need = [&](OpenField field, bool there) {
        if (!there)
            open |= OpenFields(1U << (unsigned(field) - 1U));
    };
    need(OpenField::Element, facts.element);
    need(OpenField::BelievedBy, facts.believedBy);
    need(OpenField::CountedOn, facts.countedOn);
    need(OpenField::TurnedOut, facts.likely ? facts.feared : facts.turnedOut);
    need(OpenField::Effect, facts.effect);
    need(OpenField::Gap, !facts.gaps.isEmpty());
    const auto all = [&](bool OpennessFacts::Gap::*fact) {
        return std::all_of(facts.gaps.begin(), facts.gaps.end(),
                           [fact](const OpennessFacts::Gap &gap) { return gap.*fact; });
    };
    need(OpenField::Owner, all(&OpennessFacts::Gap::owner));
    need(OpenField::NeededBy, all(&OpennessFacts::Gap::neededBy));
    need(OpenField::Item, all(&OpennessFacts::Gap::item));
    return open;
}

QString openSentence(OpenFields fields)
{
    QStringList names;
    for (const OpenField field : openFields()) {
        if (isOpen(fields, field))
            names += label(field);
    }
    if (names.isEmpty())
        return {};
    return QCoreApplication::translate("OpenField", "open: %1")
        .arg(names.join(QCoreApplication::translate("OpenField", ", ")));
}

} // namespace seamfinder
