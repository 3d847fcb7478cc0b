#include "core/interview/TranscriptText.h"

#include "core/interview/WholeWords.h"

#include <algorithm>
#include <QStringDecoder>

namespace seamfinder {

using namespace Qt::StringLiterals;

QString withPlainLineEnds(const QString &text)
{
    QString result = text;
    result.replace("\r\n"_L1, "\n"_L1);
    result.replace(u'\r', u'\n');
    result.replace(QChar::ParagraphSeparator, u'\n'); // what a rich text editor puts on the clipboard
    return result;
}

QString transcriptFromBytes(const QByteArray &bytes)
{
    const auto marked = QStringConverter::encodingForData(bytes);
    // Stateless: a sequence that is cut off at the end counts as an error.
    QStringDecoder decoder(marked.value_or(QStringConverter::Utf8), QStringConverter::Flag::Stateless);
    QString text = decoder(bytes);
    if (decoder.hasError())
        text = QString::fromLatin1(bytes);
    return withPlainLineEnds(text);
}

SaidWords saidWords(const QString &text, qsizetype start, qsizetype end)
{
    SaidWords words{std::clamp<qsizetype>(start, 0, text.size()), 0};
    words.end = std::clamp<qsizetype>(end, words.start, text.size());
    while (words.start < words.end && text[words.start].isSpace())
        ++words.start;
    for (const SpeakerTurn &turn : speakerTurns(text)) {
        if (words.start < turn.start || words.start >= turn.end)
            continue;
        words.turn = turn;
        words.start = std::min(std::max(words.start, turn.text), words.end);
    }
    const Stretch whole = wholeWords(text, {words.start, words.end}, words.turn.text);
    words.start = whole.start;
    words.end = whole.end;
    return words;
}

SaidWords wordsOfTurnAt(const QString &text, qsizetype position)
{
    for (const SpeakerTurn &turn : speakerTurns(text)) {
        if (!turn.label.isEmpty() && position >= turn.start && position < turn.end)
            return saidWords(text, turn.start, turn.end);
    }
    const qsizetype at = std::clamp<qsizetype>(position, 0, text.size());
    const qsizetype start = at > 0 ? text.lastIndexOf(u'\n', at - 1) + 1 : 0;
    const qsizetype end = text.indexOf(u'\n', at);
    return saidWords(text, start, end < 0 ? text.size() : end);
}

} // namespace seamfinder
