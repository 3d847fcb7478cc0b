#include "core/domain/SpeakerTurns.h"

#include <algorithm>
#include <QHash>
#include <QRegularExpression>

namespace seamfinder {

using namespace Qt::StringLiterals;

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

/// Without what people write differently from one text to the next: case, spaces, zeros before a number.
QString nameKey(const QString &name)
{
    static const QRegularExpression zeros(uR"((?<!\d)0+(?=\d))"_s);
    QString key = name.toCaseFolded().remove(zeros);
    key.removeIf([](QChar c) { return c.isSpace(); });
    return key;
}

/// Takes out what is no speaker.
void keepSpeakers(QVector<Label> &labels, const QStringList &names)
{
    QHash<QString, int> uses;
    for (const Label &label : std::as_const(labels))
        ++uses[label.key];
    // "Note: …" once in a text is no speaker.
    constexpr int comesBack = 3;
    const auto isOther = [&](const Label &label) {
        return !label.usual && uses.value(label.key) < comesBack &&
               std::none_of(names.begin(), names.end(),
                            [&label](const QString &name) { return isLabelOf(label.name, name); });
    };
    labels.removeIf(isOther);
}
} // namespace

QVector<SpeakerTurn> speakerTurns(const QString &text, const QStringList &names)
{
    QVector<Label> labels = labelsIn(text);
    keepSpeakers(labels, names);

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

QStringList lineLabels(const QString &text)
{
    QStringList names;
    for (const Label &label : labelsIn(text)) {
        if (!names.contains(label.name))
            names.append(label.name);
    }
    return names;
}

bool isLabelOf(const QString &label, const QString &name)
{
    const QString key = nameKey(name);
    return !key.isEmpty() && nameKey(label) == key;
}

qsizetype placeByNumber(const QString &label)
{
    static const QRegularExpression numbered(
        uR"(^\s*(?:participant|interviewee|respondent|[pr])\s*(\d{1,2})\s*$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = numbered.match(label);
    return match.hasMatch() ? match.captured(1).toInt() - 1 : -1;
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
