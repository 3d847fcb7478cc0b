#include "core/catalogue/ScrubText.h"

#include <algorithm>
#include <QJsonArray>
#include <QJsonDocument>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
int codePoints(QStringView text)
{
    return int(text.toUcs4().size());
}

bool isJsonList(const QString &text)
{
    return text.startsWith(u'[') && QJsonDocument::fromJson(text.toUtf8()).isArray();
}
} // namespace

ScrubText::ScrubText(ScrubRequest request)
    : m_request(std::move(request))
{
    const QString text = m_request.text.trimmed();
    if (text.isEmpty())
        return;
    m_forms = {text.normalized(QString::NormalizationForm_C), text.normalized(QString::NormalizationForm_D)};
    m_forms.removeDuplicates();
}

bool ScrubText::isWord(const QString &text, const TextRange &range) const
{
    const auto joins = [&](qsizetype at) {
        return at >= 0 && at < text.size() && (text[at].isLetterOrNumber() || text[at].isMark());
    };
    // A text that itself begins or ends with a sign has no word to be part of there.
    const bool startsInWord = joins(range.start - 1) && text[range.start].isLetterOrNumber();
    const qsizetype last = range.start + range.length - 1;
    const bool endsInWord = joins(last + 1) && (text[last].isLetterOrNumber() || text[last].isMark());
    return !startsInWord && !endsInWord;
}

QVector<TextRange> ScrubText::find(const QString &text) const
{
    QVector<TextRange> ranges;
    for (const QString &form : m_forms) {
        for (qsizetype at = text.indexOf(form, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(form, at + 1, Qt::CaseInsensitive)) {
            const TextRange range{at, form.size()};
            if (!m_request.wholeWords || isWord(text, range))
                ranges.append(range);
        }
    }
    std::sort(ranges.begin(), ranges.end(),
              [](const TextRange &a, const TextRange &b) { return a.start < b.start; });
    qsizetype end = 0;
    ranges.removeIf([&end](const TextRange &range) {
        if (range.start < end)
            return true;
        end = range.start + range.length;
        return false;
    });
    return ranges;
}

bool ScrubText::isIn(const QString &text) const
{
    return !find(text).isEmpty() || (isJsonList(text) && !find(readable(text)).isEmpty());
}

QString ScrubText::readable(const QString &text)
{
    if (!isJsonList(text))
        return text;
    QStringList lines;
    for (const QJsonValue value : QJsonDocument::fromJson(text.toUtf8()).array())
        lines << value.toString();
    return lines.join(u'\n');
}

std::optional<QString> ScrubText::replaced(const QString &text) const
{
    if (isJsonList(text)) {
        QJsonArray list = QJsonDocument::fromJson(text.toUtf8()).array();
        bool changed = false;
        for (auto &&value : list) {
            if (!value.isString())
                continue;
            if (const auto other = replaced(value.toString())) {
                value = *other;
                changed = true;
            }
        }
        if (changed)
            return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
    }
    const QVector<TextRange> ranges = find(text);
    if (ranges.isEmpty())
        return std::nullopt;
    QString result;
    qsizetype from = 0;
    for (const TextRange &range : ranges) {
        result += QStringView(text).mid(from, range.start - from);
        result += m_request.replacement;
        from = range.start + range.length;
    }
    result += QStringView(text).mid(from);
    return result;
}

int ScrubText::moved(const QString &text, int codePoint) const
{
    const int length = codePoints(m_request.replacement);
    int shift = 0;
    for (const TextRange &range : find(text)) {
        const int start = codePoints(QStringView(text).first(range.start));
        const int size = codePoints(QStringView(text).mid(range.start, range.length));
        if (codePoint <= start)
            break;
        if (codePoint < start + size)
            return start + shift;
        shift += length - size;
    }
    return codePoint + shift;
}

} // namespace seamfinder
