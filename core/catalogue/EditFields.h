#pragma once

#include "core/catalogue/Edit.h"
#include "core/domain/CodingMark.h"
#include "core/domain/Field.h"
#include "core/domain/MissingCode.h"

#include <QVariant>

namespace seamfinder {

/// Who judged, and when: the layers of coding.
enum class CodingStage : quint8 { Live = 1, After = 2, Resolved = 3 };

/// Where the other side sits, for had by, owner and needed by.
enum class Team : quint8 { NotSaid = 0, Same = 1, Other = 2, OtherOrganisation = 3 };

/// One term in a facet of a target.
struct CodedTerm
{
    TermId term{};
    bool main = false; ///< element: the main one
    int pair = 0;      ///< element: 1 "A" and 2 "B" of "A does not fit B"
    Team team = Team::NotSaid;
    QString other{}; ///< the text of a term that asks for one

    [[nodiscard]] bool has(CodingMark mark) const;
    void set(CodingMark mark, bool on);
    friend bool operator==(const CodedTerm &, const CodedTerm &) = default;
};

/// Of several elements the first named is the main one until somebody says which is.
void keepOneMain(const Field &field, QVector<CodedTerm> &terms);

/// Sets a field that is a column (Text, Number, Choice, Term, Link); an invalid QVariant clears it. A value
/// clears the field's missing code. Nothing happens if the value is the same. Error NotFound if there is no
/// such row, InvalidInput for a choice that the field does not have.
void setValue(Edit &edit, const Field &field, qint64 row, const QVariant &value);

/// Replaces the layer of this edit's coder and stage in a facet (for participants: the terms themselves). An
/// empty list where other layers have something means "none of them", and is kept as such.
void setCodings(Edit &edit, const Field &field, qint64 target, const QVector<CodedTerm> &terms,
                CodingStage stage, AnswerId answer = {});

/// Takes the layer of a coder and stage away as if it had never been.
void removeLayer(Edit &edit, const Field &field, qint64 target, CoderId coder, CodingStage stage);

/// Says why a field has no value (which clears its value, or for codings the own layer), or takes that back.
void setMissing(Edit &edit, const Field &field, qint64 row, std::optional<MissingCode> code,
                CodingStage stage = CodingStage::After);

} // namespace seamfinder
