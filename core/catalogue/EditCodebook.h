#pragma once

#include "core/catalogue/Edit.h"
#include "core/domain/Term.h"

#include <QByteArray>
#include <QString>

namespace seamfinder {

/// Adds a term at the end of its facet; a key is made from the label where none is given. Error AlreadyExists
/// where the facet has the key.
TermId createTerm(Edit &edit, Term term);
/// Writes every text and property of the term; facet and key never change.
void updateTerm(Edit &edit, const Term &term);
/// Makes the key anew from the label, where the old one must not stay.
void renewTermKey(Edit &edit, TermId term);
void setTermRetired(Edit &edit, TermId term, bool retired);
/// Moves a term before another of its facet, or to the end.
void moveTerm(Edit &edit, TermId term, TermId before);
void setExpectedFlow(Edit &edit, TermId element, const QVector<TermId> &provides,
                     const QVector<TermId> &needs);

/// The tag with this label, made if there is none.
TermId tagByLabel(Edit &edit, const QString &label);

/// Fills an empty study with the default codebook and the built-in protocols, under their fixed ids.
void addDefaultCodebook(Edit &edit);
void addBuiltInProtocols(Edit &edit);
/// Adds a protocol in its file format, under the ids that the file gives, as its first version.
ProtocolVersionId addProtocol(Edit &edit, const QByteArray &content);

} // namespace seamfinder
