#include "core/interview/TranscriptText.h"

#include <algorithm>
#include <QHash>
#include <QRegularExpression>
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

namespace {
struct Label
{
    qsizetype start = 0, text = 0;
    QString name, key;
    bool usual = false, asks = false;
};

QVector<Label> labelsIn(const QString &text)
{
    // Up to three words, perhaps with a number, a time before it and space before the colon; not a clock
    // time and not a web address.
    static const QRegularExpression pattern(
        uR"(^[ \t]*(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?[ \t]+)?(\p{L}[\p{L}\p{N}_.'-]*(?:[ \t]+[\p{L}\p{N}_.'-]+){0,2})[ \t]*:(?!//)[ \t]*)"_s,
        QRegularExpression::MultilineOption | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression usual(
        uR"(^(interviewer|interviewee|participant|respondent|moderator|researcher|speaker|question|answer|[pqair])[ \t]*\d*$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression asks(uR"(^(interviewer|moderator|researcher|question|q|i)[ \t]*\d*$)"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    QVector<Label> labels;
    for (auto it = pattern.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        Label label{match.capturedStart(), match.capturedEnd(), match.captured(1), {}, false, false};
        label.key = label.name.toCaseFolded().remove(u' ').remove(u'\t');
        label.usual = usual.match(label.name).hasMatch();
        label.asks = asks.match(label.name).hasMatch();
        labels.append(std::move(label));
    }
    return labels;
}
} // namespace

QVector<SpeakerTurn> speakerTurns(const QString &text)
{
    QVector<Label> labels = labelsIn(text);
    QHash<QString, int> uses;
    for (const Label &label : labels)
        ++uses[label.key];
    // "Note: …" once in a text is no speaker.
    constexpr int comesBack = 3;
    labels.removeIf([&](const Label &label) { return !label.usual && uses.value(label.key) < comesBack; });

    QVector<SpeakerTurn> turns;
    if (labels.isEmpty() || labels.first().start > 0) {
        const qsizetype end = labels.isEmpty() ? text.size() : labels.first().start;
        if (!QStringView(text).first(end).trimmed().isEmpty())
            turns.append({{}, false, 0, 0, end});
    }
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const qsizetype end = i + 1 < labels.size() ? labels[i + 1].start : text.size();
        turns.append({labels[i].name, labels[i].asks, labels[i].start, labels[i].text, end});
    }
    return turns;
}

SaidWords saidWords(const QString &text, qsizetype start, qsizetype end)
{
    SaidWords words{std::clamp<qsizetype>(start, 0, text.size()), 0};
    words.end = std::clamp<qsizetype>(end, words.start, text.size());
    const auto dropSpaceBefore = [&] {
        while (words.start < words.end && text[words.start].isSpace())
            ++words.start;
    };
    dropSpaceBefore();
    for (const SpeakerTurn &turn : speakerTurns(text)) {
        if (words.start < turn.start || words.start >= turn.end)
            continue;
        words.turn = turn;
        words.start = std::min(std::max(words.start, turn.text), words.end);
    }
    dropSpaceBefore();
    while (words.end > words.start && text[words.end - 1].isSpace())
        --words.end;
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

int codePointsBefore(QStringView text, qsizetype position)
{
    position = qBound(qsizetype(0), position, text.size());
    int count = 0;
    for (qsizetype i = 0; i < position; ++i) {
        if (!text[i].isLowSurrogate() || i == 0 || !text[i - 1].isHighSurrogate())
            ++count;
    }
    return count;
}

qsizetype positionOfCodePoint(QStringView text, int codePoints)
{
    qsizetype i = 0;
    while (codePoints > 0 && i < text.size()) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        i += pair ? 2 : 1;
        --codePoints;
    }
    return i;
}

} // namespace seamfinder
