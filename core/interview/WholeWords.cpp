#include "core/interview/WholeWords.h"

#include <algorithm>
#include <QTextBoundaryFinder>

namespace seamfinder {

namespace {

/// The boundary at or beside a place. Only its line is looked at: a transcript may be long, and no word goes
/// over a line's end.
qsizetype boundary(const QString &text, qsizetype at, bool before, QTextBoundaryFinder::BoundaryType type)
{
    if (at <= 0 || at >= text.size())
        return at;
    const qsizetype line = text.lastIndexOf(u'\n', at - 1) + 1;
    const qsizetype end = text.indexOf(u'\n', at);
    const QStringView words = QStringView(text).sliced(line, (end < 0 ? text.size() : end) - line);
    QTextBoundaryFinder finder(type, words);
    finder.setPosition(at - line);
    if (finder.isAtBoundary())
        return at;
    const qsizetype found = before ? finder.toPreviousBoundary() : finder.toNextBoundary();
    return found < 0 ? at : line + found;
}

/// Letters with their accents first, then words: neither kind of boundary is always one of the other.
qsizetype rounded(const QString &text, qsizetype at, bool before)
{
    for (const auto type :
         {QTextBoundaryFinder::Grapheme, QTextBoundaryFinder::Word, QTextBoundaryFinder::Grapheme})
        at = boundary(text, at, before, type);
    return at;
}

} // namespace

Stretch wholeWords(const QString &text, Stretch selected, qsizetype from)
{
    Stretch words{std::clamp<qsizetype>(selected.start, 0, text.size()), 0};
    words.end = std::clamp<qsizetype>(selected.end, words.start, text.size());
    while (words.start < words.end && text[words.start].isSpace())
        ++words.start;
    while (words.end > words.start && text[words.end - 1].isSpace())
        --words.end;
    if (words.isEmpty())
        return words;
    words.start = std::max(rounded(text, words.start, true), std::min(from, words.start));
    words.end = rounded(text, words.end, false);
    return words;
}

} // namespace seamfinder
