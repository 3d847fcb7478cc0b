#include "core/domain/Field.h"

#include "core/domain/Fields.h"

#include <QCoreApplication>

namespace seamfinder {

std::span<const Field> fieldsOf(Entity entity)
{
    switch (entity) {
    case Entity::Participant:
        return fields::participant::all;
    case Entity::System:
        return fields::system::all;
    case Entity::Interview:
        return fields::interview::all;
    case Entity::Example:
        return fields::example::all;
    case Entity::Gap:
        return fields::gap::all;
    case Entity::Practice:
        return fields::practice::all;
    }
    return {};
}

QLatin1StringView entityKey(Entity entity)
{
    switch (entity) {
    case Entity::Participant:
        return QLatin1StringView("participant");
    case Entity::System:
        return QLatin1StringView("system");
    case Entity::Interview:
        return QLatin1StringView("interview");
    case Entity::Example:
        return QLatin1StringView("example");
    case Entity::Gap:
        return QLatin1StringView("gap");
    case Entity::Practice:
        return QLatin1StringView("practice");
    }
    return {};
}

const Field *findField(Entity entity, QStringView key)
{
    for (const Field &candidate : fieldsOf(entity)) {
        if (candidate.key == key)
            return &candidate;
    }
    return nullptr;
}

const Field *fieldByName(QStringView name)
{
    const qsizetype dot = name.indexOf(u'.');
    if (dot < 0)
        return nullptr;
    for (const Entity entity : {Entity::Participant, Entity::System, Entity::Interview, Entity::Example,
                                Entity::Gap, Entity::Practice}) {
        if (name.first(dot) == entityKey(entity))
            return findField(entity, name.sliced(dot + 1));
    }
    return nullptr;
}

QString label(const Field &field)
{
    return QCoreApplication::translate("Field", field.label);
}

QString label(const Choice &choice)
{
    return QCoreApplication::translate("Choice", choice.label);
}

QString choiceLabel(const Field &field, QStringView key)
{
    for (const Choice &choice : field.choices) {
        if (choice.key == key)
            return label(choice);
    }
    return key.toString();
}

} // namespace seamfinder
