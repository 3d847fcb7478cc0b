#pragma once

#include "core/catalogue/Edit.h"

#include <QString>
#include <QStringList>

namespace seamfinder {

/// The study's frame: who codes, whom they speak to, about what.

CoderId createCoder(Edit &edit, const QString &name, const QString &initials, bool lead);
void setLeadCoder(Edit &edit, CoderId coder);
void setStudyTitle(Edit &edit, const QString &title);

/// "P01", "P02", …: the first that no participant of the study has.
[[nodiscard]] QString nextPseudonym(Connection &db);
/// Before participants are erased: their pseudonyms are never given to others.
void keepPseudonymsUsed(Edit &edit);
ParticipantId createParticipant(Edit &edit, const QString &pseudonym);
/// Into the bin; refused with InvalidInput while interviews of theirs exist.
void deleteParticipant(Edit &edit, ParticipantId participant);

SystemId createSystem(Edit &edit, const QString &alias);
/// The system of this alias (compared without case), made if there is none.
SystemId systemByAlias(Edit &edit, const QString &alias);
void deleteSystem(Edit &edit, SystemId system);

} // namespace seamfinder
