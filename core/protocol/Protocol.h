#pragma once

#include "core/domain/CodingMark.h"
#include "core/domain/Field.h"
#include "core/protocol/Expression.h"
#include "core/protocol/TranslatableText.h"

#include <QMap>
#include <QString>
#include <QVector>

namespace seamfinder {

enum class QuestionType : quint8 {
    Note,        ///< read aloud, nothing to answer; with choices from rows: these are listed
    Card,        ///< shown on the participant window: title, body
    Acknowledge, ///< one tick
    Text,
    Integer,
    Decimal,
    Date,
    Scale, ///< whole numbers from minimum to maximum
    SelectOne,
    SelectMany, ///< of which at least `minimum` and at most `maximum` (0: any number)
    Rank,       ///< the choices in order, at most `maximum` of them (0: all)
    Calculated, ///< its value is its calculation
    Group,      ///< its children, together
    Repeat,     ///< its children, once for each instance
};

enum class Priority : quint8 { Core, IfTime };          ///< R and T
enum class AnswerWhen : quint8 { Live, After, Either }; ///< during the interview, in the queue after it

struct AnswerChoice
{
    QString key; ///< no white space
    TranslatableText label;
    friend bool operator==(const AnswerChoice &, const AnswerChoice &) = default;
};

/// Where the choices of a select or rank come from. If nothing is said, a bound question takes those of its
/// field: its fixed choices or the terms of its facet.
struct ChoiceSource
{
    enum class Kind : quint8 {
        None,
        Fixed,    ///< `fixed`
        Facet,    ///< the terms of the codebook facet `from`; keys are the terms' keys
        Question, ///< the instances of the repeat `from`; keys are the row ids (Crockford's base32)
        Rows,     ///< all rows of this interview of the entity `from`: "example" or "gap"
    };
    Kind kind = Kind::None;
    QVector<AnswerChoice> fixed;
    QString from;
    /// Keeps the choices for which it is true; may use ${choice.key}, ${choice.group}, ${choice.needed-by}.
    Expression filter;
    friend bool operator==(const ChoiceSource &, const ChoiceSource &) = default;
};

/// What is special to a repeat. Either it grows (the interviewer adds instances) or it goes over something
/// that exists.
struct RepeatRule
{
    int minimum = 0, maximum = 0;      ///< instances wanted; maximum 0: no limit
    Expression count;                  ///< if given, exactly that many
    std::optional<Entity> creates;     ///< each instance is a new example, gap or practice
    QMap<QString, Expression> presets; ///< fields of what it creates: "example.source" → "'premortem'"
    ChoiceSource over; ///< Facet, Question (a repeat, or what was picked in a select over rows) or Rows
    Expression first;  ///< over a facet: the terms for which it is true come first (names as in filters)
    [[nodiscard]] bool grows() const { return over.kind == ChoiceSource::Kind::None; }
    friend bool operator==(const RepeatRule &, const RepeatRule &) = default;
};

struct Question
{
    QString name; ///< unique in the protocol: a letter, then letters, digits, - and _
    QuestionType type = QuestionType::Text;
    TranslatableText label;    ///< SAY: read aloud (card: its title)
    TranslatableText hint;     ///< DO
    TranslatableText reword;   ///< what to say when they ask what is meant
    TranslatableText guidance; ///< what a good answer holds
    TranslatableText body;     ///< card: what is shown, Markdown's paragraphs, lists and emphasis
    QMap<QString, TranslatableText> labelByTerm; ///< in a repeat over a facet: SAY by the term's key
    QVector<AnswerChoice> probes;                ///< optional follow-ups, each with a key to tick
    ChoiceSource choices;
    int minimum = 0, maximum = 0;         ///< see the types
    TranslatableText lowLabel, highLabel; ///< scale: what its ends mean
    bool required = false;
    bool interviewerOnly = false; ///< never said aloud, and answered by the interviewer
    Priority priority = Priority::Core;
    AnswerWhen when = AnswerWhen::Live;
    QString binding; ///< "example.counted_on": the answer is that field (core/domain/Fields.h)
    /// With a binding to coded terms: the answer only singles out one of them.
    CodingMark mark = CodingMark::None;
    Expression relevance, constraint, calculation, defaultValue;
    TranslatableText constraintMessage;
    RepeatRule repeat;          ///< repeat only
    QVector<Question> children; ///< group and repeat
    /// Not defaulted here: a class that holds a list of itself is not complete yet.
    friend bool operator==(const Question &a, const Question &b);
};

struct Section
{
    QString key;
    TranslatableText title;
    int minutes = 0;
    bool interviewerOnly = false; ///< never read aloud
    Expression relevance;
    QVector<Question> questions;
    friend bool operator==(const Section &, const Section &) = default;
};

/// By itself, or as all of its section.
[[nodiscard]] inline bool isInterviewerOnly(const Section &section, const Question &question)
{
    return section.interviewerOnly || question.interviewerOnly;
}

struct Protocol
{
    qint64 id = 0, versionId = 0; ///< fixed for built-in protocols, 0 if the file gives none
    QString key;
    TranslatableText title, description;
    QString version;       ///< a label: "1", "2026-03"
    QStringList languages; ///< the first is the one that texts fall back to
    int reserveMinutes = 0;
    QVector<Section> sections;

    [[nodiscard]] QString language() const { return languages.isEmpty() ? QString() : languages.first(); }
    [[nodiscard]] int totalMinutes() const; ///< of all sections and the reserve
    friend bool operator==(const Protocol &, const Protocol &) = default;
};

/// As written in files: "select-one", "if-time", "after"; the inverses give nothing for an unknown name.
QLatin1StringView keyOf(QuestionType type);
QLatin1StringView keyOf(Priority priority);
QLatin1StringView keyOf(AnswerWhen when);
std::optional<QuestionType> questionTypeFromKey(QStringView key);
std::optional<Priority> priorityFromKey(QStringView key);
std::optional<AnswerWhen> answerWhenFromKey(QStringView key);

/// The kind of value that answers such a question; Nothing for those that have no answer.
Value::Kind valueKind(QuestionType type);
/// Whether there is something to answer: all but note, card, calculated and group.
bool takesAnswer(QuestionType type);
/// Whether the answer says only a part of the field that it is bound to: which of its terms is singled out,
/// or, by a tick, that it is one of its several choices. That there is no answer is then said of the
/// question.
bool saysPartOfField(const Question &question);
/// Whether it is answered by picking from choices: one, several, or in an order.
bool isSelect(QuestionType type);
/// Where the choices really come from, after what `binding` implies.
ChoiceSource::Kind choiceKind(const Question &question);

} // namespace seamfinder
