#include "core/catalogue/FacetNumbers.h"

#include "core/domain/Fields.h"

#include <array>
#include <utility>

namespace seamfinder {

namespace {
// As inserted by resources/schema/001-initial.sql; a test compares both.
constexpr std::array<std::pair<int, const Field *>, 18> numbers{{
    {1, &fields::example::element},
    {2, &fields::example::believedBy},
    {3, &fields::example::workflowOrigin},
    {4, &fields::example::workflowFound},
    {5, &fields::example::effect},
    {6, &fields::example::detection},
    {7, &fields::example::tag},
    {20, &fields::gap::item},
    {21, &fields::gap::element},
    {22, &fields::gap::hadBy},
    {23, &fields::gap::owner},
    {24, &fields::gap::neededBy},
    {25, &fields::gap::state},
    {26, &fields::gap::reason},
    {27, &fields::gap::neededWhen},
    {28, &fields::gap::remedy},
    {40, &fields::practice::item},
    {41, &fields::practice::remedy},
}};
} // namespace

int facetNumber(const Field &field)
{
    for (const auto &[number, candidate] : numbers) {
        if (*candidate == field)
            return number;
    }
    return 0;
}

const Field *facetField(int number)
{
    for (const auto &[candidate, field] : numbers) {
        if (candidate == number)
            return field;
    }
    return nullptr;
}

} // namespace seamfinder
