#pragma once

#include "core/protocol/Protocol.h"

namespace seamfinder {

/// Changes to the structure of a protocol that is being written. None of them checks the result: a draft may
/// be wrong for a while, and checkProtocol says so. A name or key that does not exist changes nothing.

/// `wanted`, or the first of "wanted-2", "wanted-3" … that no question has; made a name if it is none.
[[nodiscard]] QString freeQuestionName(const Protocol &protocol, const QString &wanted);
[[nodiscard]] QString freeSectionKey(const Protocol &protocol, const QString &wanted);
[[nodiscard]] QString freeItemKey(const QVector<AnswerChoice> &items, const QString &wanted);
/// "How old is it?" → "how-old-is-it": a name for what has only a text so far; empty if nothing is left.
[[nodiscard]] QString nameFromText(const QString &text);

[[nodiscard]] Question *findQuestion(Protocol &protocol, const QString &name);
[[nodiscard]] const Question *findQuestion(const Protocol &protocol, const QString &name);
[[nodiscard]] Section *findSection(Protocol &protocol, const QString &key);
/// Key of the section that a question is in; empty if there is no such question.
[[nodiscard]] QString sectionOf(const Protocol &protocol, const QString &question);

/// After that section; at the end if there is none of that key. Returns the new key.
QString addSection(Protocol &protocol, const QString &after, const QString &title);
/// With all its questions, under new names; what they say of each other follows.
QString duplicateSection(Protocol &protocol, const QString &key);
void removeSection(Protocol &protocol, const QString &key);
bool moveSection(Protocol &protocol, const QString &key, int step);

/// At the end of a section.
QString addQuestion(Protocol &protocol, const QString &section, QuestionType type);
QString addQuestionAfter(Protocol &protocol, const QString &question, QuestionType type);
/// At the end of a group or repeat.
QString addQuestionInto(Protocol &protocol, const QString &container, QuestionType type);
QString duplicateQuestion(Protocol &protocol, const QString &name);
void removeQuestion(Protocol &protocol, const QString &name);
/// One place up (-1) or down (1) among its siblings; from the first or last place out of its group, or into
/// the section before or after. False if there is nowhere to go.
bool moveQuestion(Protocol &protocol, const QString &name, int step);
/// To the end of the group or repeat that stands right before it.
bool moveQuestionIntoGroup(Protocol &protocol, const QString &name);

/// Also in every expression, quotation and source of choices that refers to it.
void renameQuestion(Protocol &protocol, const QString &from, const QString &to);
/// Also where an expression compares the question's answer with that key.
void renameChoice(Protocol &protocol, const QString &question, const QString &from, const QString &to);

/// Adds a language, as the last; removes one with all texts in it, never the first.
void addLanguage(Protocol &protocol, const QString &language);
void removeLanguage(Protocol &protocol, const QString &language);
/// The texts of a question or section that are there in the first language, but not in `language`.
[[nodiscard]] int missingTranslations(const Question &question, const Protocol &protocol,
                                      const QString &language); ///< children left out
[[nodiscard]] int missingTranslations(const Section &section, const Protocol &protocol,
                                      const QString &language); ///< its questions left out
[[nodiscard]] int missingTranslations(const Protocol &protocol, const QString &language); ///< all of it

/// A protocol of its own with the same questions: without ids, under a key and title of its own.
[[nodiscard]] Protocol duplicateOf(Protocol protocol, const QString &key, const QString &title);

} // namespace seamfinder
