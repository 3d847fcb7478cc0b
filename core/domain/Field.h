#pragma once

#include <QLatin1StringView>
#include <QString>
#include <QStringView>
#include <span>

namespace seamfinder {

/// The things of a study that have fields.
enum class Entity : quint8 { Participant, System, Interview, Example, Gap, Practice };

enum class FieldKind : quint8 {
    Text,   ///< the participant's or coder's words: a column
    Number, ///< a whole number: a column
    Choice, ///< one of a fixed list of keys (see `choices`): a column that holds the key
    Term,   ///< one term of a codebook facet: a column that holds the term's id
    Coding, ///< terms of a codebook facet, layered by coder and stage: rows of `coding` (participant:
            ///< `participant_term`)
    Link,   ///< another row of the study: a column that holds its id
};

struct Choice
{
    QLatin1StringView key;
    const char *label; ///< English; translated with context "Choice"
};

/// One field of an entity. Everything that walks over fields (bindings of questions, detail forms, filters,
/// openness, table columns, CSV headers) walks over this one list, so a new field is added here and in a
/// schema migration.
struct Field
{
    Entity entity;
    QLatin1StringView key; ///< snake case: the column in the schema (or the facet in `coding`) and in CSV
    FieldKind kind;
    const char *label;         ///< English; translated with context "Field"
    QLatin1StringView facet{}; ///< Term and Coding: the codebook facet that its terms come from
    std::span<const Choice> choices{};
    bool many = false;            ///< Coding: more than one term may hold at once
    bool withTeam = false;        ///< Coding: each value also says same team, other team, other organisation
    int minimum = 0, maximum = 0; ///< Number: the scale, where it has one
    QLatin1StringView ticked{};   ///< Choice: what a tick says; empty where it cannot be ticked

    friend bool operator==(const Field &a, const Field &b) { return a.entity == b.entity && a.key == b.key; }
};

/// All fields of an entity, in the order in which people fill them (the list stands in Fields.h).
std::span<const Field> fieldsOf(Entity entity);

/// The field with this key, or nullptr. `fieldByName` takes "example.counted_on".
const Field *findField(Entity entity, QStringView key);
const Field *fieldByName(QStringView name);

/// "example", "gap", … as in bindings.
QLatin1StringView entityKey(Entity entity);

QString label(const Field &field);
QString label(const Choice &choice);
/// The label of the choice with this key; the key itself if the field has no such choice.
QString choiceLabel(const Field &field, QStringView key);

} // namespace seamfinder
