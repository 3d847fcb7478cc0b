#include "core/interview/WordsAround.h"

#include "core/interview/InterviewAnswers.h"
#include "core/interview/InterviewData.h"
#include "core/interview/TranscriptText.h"

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

QString textOf(const Mark &mark, const InterviewAnswers &answers)
{
    const QuestionRef ref = refOf(mark.place);
    if (mark.words.sourceKind == "answer"_L1)
        return answers.value(ref).toText();
    const auto found = answers.data().answers.constFind(ref);
    return mark.words.sourceKind == "note"_L1 && found != answers.data().answers.cend() ? found->note
                                                                                        : QString();
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
    if (from > span)
        around.before = fromFirstWholeWord(around.before);
    if (to + span < length)
        around.after = toLastWholeWord(around.after);
    return around;
}

WordsAround wordsAround(const Mark &mark, const InterviewAnswers &answers)
{
    const Passage &words = mark.words;
    const QString text = textOf(mark, answers);
    if (words.start >= 0 && !text.isEmpty()) {
        WordsAround around = wordsAround(text, words.start, words.end);
        if (around.marked == words.quote)
            return around;
    }
    return {{}, words.quote, {}};
}

Passage passageOf(const Mark &mark, const WordsAround &around)
{
    Passage passage = mark.words;
    if (!passage.quote.isEmpty())
        return passage;
    passage.quote = (around.before + around.after).trimmed();
    passage.start = passage.end = -1;
    return passage;
}

} // namespace seamfinder
