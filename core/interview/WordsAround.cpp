#include "core/interview/WordsAround.h"

#include "core/interview/InterviewAnswers.h"
#include "core/interview/InterviewData.h"
#include "core/interview/TranscriptText.h"

#include <algorithm>
#include <QTextBoundaryFinder>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

QString fromFirstWholeWord(const QString &text)
{
    const auto space = std::find_if(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
    return space == text.end() ? text : text.sliced(space - text.begin() + 1);
}

QString toLastWholeWord(const QString &text)
{
    const auto space = std::find_if(text.rbegin(), text.rend(), [](QChar c) { return c.isSpace(); });
    return space == text.rend() ? text : text.first(text.rend() - space - 1);
}

/// At the question that was asked: of whoever's words were marked, or spoke.
const Answer *rowOf(const Mark &mark, const InterviewAnswers &answers)
{
    const QuestionRef ref = refOf(mark.place);
    for (const Answer &each : answers.data().answersOfEach.value(ref)) {
        if (each.id.value == mark.words.source)
            return answers.data().answerOf(ref, answers.data().speakerOf(each));
    }
    if (const Answer *theirs = answers.data().answerOf(ref, mark.words.speaker))
        return theirs;
    // Never the words of another, where each has their own.
    if (answers.hasRowOfEach(ref) && answers.data().interview.participants.contains(mark.words.speaker))
        return nullptr;
    const auto found = answers.data().answers.constFind(ref);
    return found == answers.data().answers.cend() ? nullptr : &*found;
}

QString textOf(const Mark &mark, const InterviewAnswers &answers)
{
    const QuestionRef ref = refOf(mark.place);
    const Answer *row = rowOf(mark, answers);
    if (mark.words.sourceKind == "answer"_L1)
        return !answers.hasRowOfEach(ref) ? answers.value(ref).toText()
               : row                      ? answers.valueBy(ref, answers.data().speakerOf(*row)).toText()
                                          : QString();
    return mark.words.sourceKind == "note"_L1 && row ? row->note : QString();
}

/// Where the sentence ends that begins at `start` (UTF-16 units), without space behind it; -1 if none begins
/// there.
qsizetype endOfSentence(const QString &text, qsizetype start)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Sentence, text);
    finder.setPosition(start);
    if (start > 0 && !finder.isAtBoundary()) {
        const qsizetype before = std::max<qsizetype>(0, finder.toPreviousBoundary());
        if (!text.sliced(before, start - before).trimmed().isEmpty())
            return -1;
    }
    finder.setPosition(start);
    qsizetype end = finder.toNextBoundary();
    if (end < 0)
        end = text.size();
    while (end > start && text[end - 1].isSpace())
        --end;
    return end;
}

/// Where the sentence begins, or ends, that `position` (UTF-16 units) is in.
qsizetype sentenceBound(const QString &text, qsizetype position, bool begin)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Sentence, text);
    finder.setPosition(position);
    if (finder.isAtBoundary())
        return position;
    const qsizetype bound = begin ? finder.toPreviousBoundary() : finder.toNextBoundary();
    return bound >= 0 ? bound : begin ? 0 : text.size();
}

/// The mark's words as they read now, at `start`; -1 where they are no longer there. Who marks a sentence
/// while typing marks the beginning of it, and may mend a letter.
qsizetype endOfMarked(const QString &text, qsizetype start, const Mark &mark)
{
    const QString &marked = mark.words.quote;
    const bool marksSentence = mark.kind == MarkKind::Quote || mark.kind == MarkKind::Passage;
    const QStringView now = QStringView(text).sliced(start);
    const auto differs = std::mismatch(marked.begin(), marked.end(), now.begin(), now.end()).first;
    const qsizetype same = differs - marked.begin();
    const qsizetype whole = endOfSentence(text, start);
    const bool isUnfinished = marksSentence && !marked.isEmpty() && !u".!?…"_s.contains(marked.back());
    if (whole > start && isUnfinished && same * 2 >= marked.size() &&
        (same < marked.size() || start + same < whole))
        return whole;
    return same == marked.size() ? start + same : -1;
}

} // namespace

WordsAround wordsAround(const QString &text, int start, int end, int span)
{
    const int length = codePointsBefore(text, text.size());
    const int from = std::clamp(start, 0, length);
    const int to = std::clamp(end, from, length);
    const auto stretch = [&text](int first, int last) {
        const qsizetype begin = positionOfCodePoint(text, first);
        return text.sliced(begin, positionOfCodePoint(text, last) - begin);
    };
    WordsAround around{stretch(std::max(0, from - span), from), stretch(from, to),
                       stretch(to, std::min(length, to + span))};
    // To the bounds of the sentences where they are near: words out of the middle of one tell little.
    if (from > span) {
        const int begin =
            codePointsBefore(text, sentenceBound(text, positionOfCodePoint(text, from - span), true));
        around.before = from - begin <= 2 * span ? stretch(begin, from) : fromFirstWholeWord(around.before);
    }
    if (to + span < length) {
        const int bound =
            codePointsBefore(text, sentenceBound(text, positionOfCodePoint(text, to + span), false));
        around.after = bound - to <= 2 * span ? stretch(to, bound) : toLastWholeWord(around.after);
        while (!around.after.isEmpty() && around.after.back().isSpace() && bound - to <= 2 * span)
            around.after.chop(1);
    }
    return around;
}

WordsAround wordsAround(const Mark &mark, const InterviewAnswers &answers)
{
    const Passage &words = mark.words;
    const QString text = textOf(mark, answers);
    if (words.start >= 0 && !text.isEmpty()) {
        const int length = codePointsBefore(text, text.size());
        const qsizetype start = positionOfCodePoint(text, std::min(words.start, length));
        const qsizetype end = endOfMarked(text, start, mark);
        if (end >= 0)
            return wordsAround(text, words.start, codePointsBefore(text, end));
    }
    if (!words.quote.isEmpty())
        return {{}, words.quote, {}};
    // What was noted at the question, before or after.
    const Answer *row = exampleOf(mark) ? nullptr : rowOf(mark, answers);
    return {{}, {}, row ? row->note.trimmed() : QString()};
}

Passage passageOf(const Mark &mark, const WordsAround &around)
{
    Passage passage = mark.words;
    if (!passage.quote.isEmpty()) {
        passage.quote = around.marked;
        if (passage.start >= 0 && passage.quote != mark.words.quote)
            passage.end = passage.start + codePointsBefore(passage.quote, passage.quote.size());
        return passage;
    }
    passage.quote = (around.before + around.after).trimmed();
    passage.start = passage.end = -1;
    return passage;
}

} // namespace seamfinder
