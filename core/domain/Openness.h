#pragma once

#include "core/domain/Dimension.h"

#include <QString>
#include <QVector>

namespace seamfinder {

/// Which facts of an example are there: true where it has a value or a missing code.
struct OpennessFacts
{
    struct Gap
    {
        bool owner = false;
        bool neededBy = false;
        bool item = false;
    };

    bool likely = false; ///< needs what is feared instead of what turned out
    bool element = false;
    bool believedBy = false;
    bool countedOn = false;
    bool turnedOut = false;
    bool feared = false;
    bool effect = false;
    QVector<Gap> gaps{};
};

/// Owner, NeededBy and Item are open if any gap lacks them; without a gap, the gap itself is what is open.
[[nodiscard]] OpenFields openFieldsOf(const OpennessFacts &facts);
[[nodiscard]] constexpr bool isOpen(OpenFields fields, OpenField field)
{
    return fields & (1U << (unsigned(field) - 1U));
}

/// "open: effect, who needed it"; empty if nothing is open.
[[nodiscard]] QString openSentence(OpenFields fields);

} // namespace seamfinder
