#pragma once

#include "tests/support/Properties.h"

#include <array>
#include <QLatin1StringView>

namespace seamfinder::test {

/// One change of a study. The numbers choose among what there is then (units, fields, terms …), whatever they
/// are, so that any list of changes is a valid one and smaller lists can be tried.
struct Change
{
    enum class Kind : quint8 {
        NewExample,
        NewGap,
        NewNeed,
        Text,
        Choice,
        Term,
        Number,
        Code,
        RemoveLayer,
        Missing,
        Delete,
        Restore,
        Tag,
        Lead
    };
    Kind kind = Kind::NewExample;
    int unit = 0, field = 0, value = 0;
    int stage = 0;
    bool byOther = false; ///< by a coder who is not the lead one
    std::vector<int> terms;
    QString text;
};

/// What the user does: one action of one or more changes, saves of a visit to a text field, undo …
struct Command
{
    enum class Kind : quint8 { Do, Visit, Undo, Redo, Reopen };
    Kind kind = Kind::Do;
    std::vector<Change> changes;
    int visit = 0, unit = 0, field = 0;
    std::vector<QString> saves;
};

inline std::ostream &operator<<(std::ostream &stream, const Change &change)
{
    static constexpr std::array names{"NewExample", "NewGap",  "NewNeed", "Text",        "Choice",
                                      "Term",       "Number",  "Code",    "RemoveLayer", "Missing",
                                      "Delete",     "Restore", "Tag",     "Lead"};
    return stream << names[size_t(change.kind)] << "(unit " << change.unit << " field " << change.field
                  << " value " << change.value << " stage " << change.stage
                  << (change.byOther ? " by other" : "") << " terms " << rc::toString(change.terms) << ' '
                  << rc::toString(change.text) << ')';
}

inline std::ostream &operator<<(std::ostream &stream, const Command &command)
{
    switch (command.kind) {
    case Command::Kind::Do:
        return stream << "\nDo " << rc::toString(command.changes);
    case Command::Kind::Visit:
        return stream << "\nVisit " << command.visit << " unit " << command.unit << " field " << command.field
                      << ' ' << rc::toString(command.saves);
    case Command::Kind::Undo:
        return stream << "\nUndo";
    case Command::Kind::Redo:
        return stream << "\nRedo";
    case Command::Kind::Reopen:
        break;
    }
    return stream << "\nReopen";
}

inline rc::Gen<Change> anyChange()
{
    using Kind = Change::Kind;
    const auto number = rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, 12));
    return rc::gen::build<Change>(
        rc::gen::set(&Change::kind, rc::gen::weightedElement<Kind>({{3, Kind::NewExample},
                                                                    {3, Kind::NewGap},
                                                                    {2, Kind::NewNeed},
                                                                    {4, Kind::Text},
                                                                    {2, Kind::Choice},
                                                                    {2, Kind::Term},
                                                                    {2, Kind::Number},
                                                                    {8, Kind::Code},
                                                                    {2, Kind::RemoveLayer},
                                                                    {4, Kind::Missing},
                                                                    {3, Kind::Delete},
                                                                    {3, Kind::Restore},
                                                                    {1, Kind::Tag},
                                                                    {1, Kind::Lead}})),
        rc::gen::set(&Change::unit, number), rc::gen::set(&Change::field, number),
        rc::gen::set(&Change::value, number),
        rc::gen::set(&Change::stage, rc::gen::elementOf(std::vector<int>{0, 1, 2})),
        rc::gen::set(&Change::byOther),
        rc::gen::set(&Change::terms, rc::gen::resize(3, rc::gen::unique<std::vector<int>>(number))),
        rc::gen::set(&Change::text, shortText(3)));
}

inline rc::Gen<Command> anyCommand()
{
    using Kind = Command::Kind;
    const auto few = rc::gen::elementOf(std::vector<int>{0, 1, 2});
    return rc::gen::build<Command>(
        rc::gen::set(
            &Command::kind,
            rc::gen::weightedElement<Kind>(
                {{10, Kind::Do}, {3, Kind::Visit}, {5, Kind::Undo}, {4, Kind::Redo}, {1, Kind::Reopen}})),
        rc::gen::set(
            &Command::changes,
            rc::gen::resize(3, rc::gen::nonEmpty(rc::gen::container<std::vector<Change>>(anyChange())))),
        rc::gen::set(&Command::visit, few), rc::gen::set(&Command::unit, few),
        rc::gen::set(&Command::field, few),
        rc::gen::set(&Command::saves,
                     rc::gen::resize(4, rc::gen::container<std::vector<QString>>(shortText(3)))));
}

} // namespace seamfinder::test
