#pragma once

#include "core/catalogue/ReadCodebook.h"
#include "core/domain/ReadBack.h"
#include "core/protocol/Protocol.h"

namespace seamfinder {

class Connection;

/// A protocol as a form on paper, blank or filled in: what stands on it, in which order, in one language. How
/// it looks is left to those who write it (ProtocolFormHtml, ui/report/FormPdf). All texts are plain texts.

/// What room a question leaves for its answer.
enum class FormAnswer : quint8 { None, Lines, Number, Date, Tick, One, Many, Rank, Scale };

struct FormChoice
{
    QString label;
    bool picked = false;
    int rank = 0; ///< filled in, of a rank: its place, from 1
};

struct FormParagraph
{
    QString text;
    bool bullet = false;
};

struct FormQuestion
{
    QString number; ///< "4.2"
    FormAnswer answer = FormAnswer::None;
    QString say, hint, reword;
    QVector<FormParagraph> body; ///< of a card
    QString condition;           ///< "Only if 1.3 is “Yes”."
    bool required = false, ifTime = false, after = false;
    bool forYou = false;         ///< not to be said, in a section that is
    bool afterSaid = false;      ///< blank: a heading above says that it is for afterwards
    int lines = 0;               ///< blank: for an answer in words
    QVector<FormChoice> choices; ///< filled in, of a long list only those that were chosen
    QString list;                ///< blank: the letter of the list at the end that its choices stand in
    QString lowLabel, highLabel; ///< of a scale
    QVector<FormChoice> probes;
    QString by;      ///< filled in, of several participants: whose answer and note it is
    QString words;   ///< filled in: the answer where it is no choice
    QString missing; ///< filled in: why there is none
    QString note;    ///< filled in
    [[nodiscard]] bool isAnswered() const;
    /// Blank: whether it has room for "no answer" and a note. What is filled in afterwards has none.
    [[nodiscard]] bool hasNoAnswerLine() const { return answer != FormAnswer::None && !after; }
};

struct FormItem
{
    enum class Kind : quint8 { Question, Heading, Remark };
    Kind kind = Kind::Question;
    int depth = 0;
    FormQuestion question;
    QString heading, condition; ///< of a group, or of one instance of a repeat; a remark is a heading alone
};

struct FormSection
{
    QString number, title, condition;
    int minutes = 0;
    bool forYou = false; ///< for the interviewer alone, not to be said
    QVector<FormItem> items;
};

struct FormExample
{
    QString title;
    QVector<ReadBackPart> sentence;
    QString open; ///< "open: effect"; empty if nothing is
};

/// The terms of a category that is too long to stand at each of its questions. They are numbered in this
/// order, from 1, so that a number is an answer.
struct FormList
{
    QString letter, name;
    QStringList labels;
};

struct ProtocolForm
{
    QString title, description, version, language;
    int minutes = 0;
    bool rightToLeft = false, filled = false;
    QVector<std::pair<QString, QString>> facts; ///< filled in: who, when, …
    QVector<FormSection> sections;
    QVector<FormExample> examples; ///< filled in
    int hidden = 0;                ///< filled in: answers that are left out, as their questions are hidden
    QVector<FormList> lists;       ///< blank
};

/// To print and write on. A language that the protocol does not have falls back as in an interview. Repeats
/// have numbered blanks; quotes of earlier answers are dots.
[[nodiscard]] ProtocolForm blankForm(const Protocol &protocol, const Codebook &codebook,
                                     const QString &language = {});

/// What an interview holds, in the language it was held in if none is given. Answers to hidden questions are
/// left out, as from counts and exports, and counted in `hidden`. Error NotFound.
[[nodiscard]] ProtocolForm filledForm(Connection &db, InterviewId interview, const QString &language = {});

} // namespace seamfinder
