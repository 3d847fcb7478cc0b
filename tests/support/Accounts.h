#pragma once

#include "core/domain/Field.h"
#include "tests/support/Properties.h"
#include "tests/support/TempStudy.h"

namespace seamfinder::test {

using Row = std::vector<QString>;

/// What somebody told, all of it in words that are awkward in a CSV.
struct Account
{
    QString participant, system, incident, tag, other;
    Row words;          ///< of the example's text fields, in their order
    Row gaps;           ///< what was to be known
    bool alone = false; ///< the gaps are needs, without an example
};

std::ostream &operator<<(std::ostream &stream, const Account &account);
[[nodiscard]] rc::Gen<Account> anyAccount();

/// An account as it was recorded.
struct Stored
{
    Account account;
    ExampleId example;
    QVector<GapId> gaps;
    QString tag; ///< as the codebook has it: another account may have made it
};

[[nodiscard]] QVector<Stored> storeAll(TempStudy &study, const std::vector<Account> &accounts);

/// The text fields of an example.
[[nodiscard]] QVector<Field> textFields();

} // namespace seamfinder::test
