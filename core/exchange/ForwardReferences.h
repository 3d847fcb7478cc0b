#pragma once

#include "core/protocol/Protocol.h"

namespace seamfinder {

/// What was done about something that refers to a question further down.
struct LevelledReference
{
    QString section, question, part; ///< as in ProtocolProblem
    QString what;                    ///< what happens instead, one sentence
    QString mend;
};

/// In other programs a form may refer to what stands further down; an interview is gone through from the top.
/// So a question moves below what it depends on if both are in one section, with the group or repeat around
/// it if need be; a calculation, which nobody sees, moves alone and further. Where that cannot be, the
/// condition or calculation is left out, and a text quotes "…". Circles stay as they are, for the check to
/// name.
[[nodiscard]] QVector<LevelledReference> levelForwardReferences(Protocol &protocol);

/// Gives nothing, and is of no type: it stands for a calculation that cannot be made.
[[nodiscard]] Expression unknownCalculation();

} // namespace seamfinder
