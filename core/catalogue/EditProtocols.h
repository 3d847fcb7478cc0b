#pragma once

#include "core/catalogue/Edit.h"
#include "core/catalogue/ReadCodebook.h"
#include "core/protocol/Protocol.h"
#include "core/protocol/ProtocolProblem.h"

namespace seamfinder {

/// Keeps a protocol as a published version, whole and immutable from then on: the next number of the protocol
/// with the same key, or the first of a new one. A version that the study holds already, whatever its ids, is
/// returned as it is. `note`: what has changed.
ProtocolVersionId publishProtocol(Edit &edit, Protocol protocol, const QString &note = {});

/// A version that is still being written, of the protocol with the same key or of a new one. A protocol has
/// one draft: if there is one already, it is returned as it is.
ProtocolVersionId startDraft(Edit &edit, const Protocol &protocol);
/// Keeps a draft whole, problems and all. Error InvalidInput if it is published or gone.
void saveDraft(Edit &edit, ProtocolVersionId draft, const Protocol &protocol);
/// Makes the draft the next version; from then on it is immutable. Error InvalidInput, naming the first
/// problem, if it has any.
void publishDraft(Edit &edit, ProtocolVersionId draft, const QString &note);
/// Takes a draft away, and with it a protocol that has no other version. A published version stays.
void discardDraft(Edit &edit, ProtocolVersionId draft);
/// `wanted`, or the first of "wanted-2", "wanted-3" … that no protocol of the study has.
[[nodiscard]] QString freeProtocolKey(Connection &db, const QString &wanted);
/// Which version an interview follows. What follows from it is core/interview/ProtocolMove's business.
void setInterviewVersion(Edit &edit, InterviewId interview, ProtocolVersionId version);

/// What a protocol is checked against: the study's codebook, retired terms included.
[[nodiscard]] CodebookKeys codebookKeys(const Codebook &codebook);

} // namespace seamfinder
