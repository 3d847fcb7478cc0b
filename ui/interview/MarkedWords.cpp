#include "ui/interview/MarkedWords.h"

#include "core/interview/TranscriptText.h"
#include "core/interview/WholeWords.h"

#include <QPlainTextEdit>
#include <QTextBoundaryFinder>

namespace seamfinder {

namespace {

Stretch sentenceAt(const QString &text, qsizetype caret)
{
    // Just behind a sentence (and the space after it) is still that sentence.
    while (caret > 0 && (caret == text.size() || text[caret - 1].isSpace()) && text[caret - 1].isSpace())
        --caret;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Sentence, text);
    finder.setPosition(caret);
    if (caret == text.size() || !finder.isAtBoundary() || caret == 0)
        finder.setPosition(std::max<qsizetype>(0, caret - 1));
    else
        finder.setPosition(caret - 1);
    qsizetype start = finder.position();
    if (!finder.isAtBoundary())
        start = std::max<qsizetype>(0, finder.toPreviousBoundary());
    finder.setPosition(start);
    const qsizetype end = finder.toNextBoundary();
    return wholeWords(text, {start, end < 0 ? text.size() : end});
}

} // namespace

Passage wordsAtCaret(const QPlainTextEdit &field, MarkKind kind)
{
    const QString text = field.toPlainText();
    const QTextCursor cursor = field.textCursor();
    Stretch stretch = wholeWords(text, {cursor.selectionStart(), cursor.selectionEnd()});
    if (!cursor.hasSelection() && (kind == MarkKind::Quote || kind == MarkKind::Passage))
        stretch = sentenceAt(text, cursor.position());
    Passage passage;
    passage.start = codePointsBefore(text, stretch.start);
    passage.end = codePointsBefore(text, stretch.end);
    passage.quote = text.sliced(stretch.start, stretch.end - stretch.start);
    return passage;
}

} // namespace seamfinder
