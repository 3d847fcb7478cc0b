#include "core/domain/Id.h"

namespace seamfinder {

namespace {
constexpr char digits[] = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr int textLength = 13;

int digitValue(QChar c)
{
    switch (const char16_t lower = c.toLower().unicode()) {
    case u'o':
        return 0;
    case u'i':
    case u'l':
        return 1;
    default:
        for (int i = 0; i < 32; ++i) {
            if (char16_t(digits[i]) == lower)
                return i;
        }
        return -1;
    }
}
} // namespace

QString crockford(qint64 value)
{
    QString text(textLength, Qt::Uninitialized);
    auto bits = quint64(value);
    for (int i = textLength - 1; i >= 0; --i, bits >>= 5)
        text[i] = QLatin1Char(digits[bits & 31]);
    return text;
}

std::optional<qint64> fromCrockford(QStringView text)
{
    if (text.size() != textLength)
        return std::nullopt;
    quint64 bits = 0;
    for (const QChar c : text) {
        const int digit = digitValue(c);
        if (digit < 0 || (bits >> 58) != 0)
            return std::nullopt;
        bits = (bits << 5) | quint64(digit);
    }
    return qint64(bits);
}

QString idText(QLatin1StringView prefix, qint64 value)
{
    return prefix + QLatin1Char('-') + crockford(value);
}

std::optional<qint64> idFromText(QLatin1StringView prefix, QStringView text)
{
    if (!text.startsWith(prefix, Qt::CaseInsensitive) || text.size() <= prefix.size() ||
        text[prefix.size()] != u'-')
        return std::nullopt;
    return fromCrockford(text.sliced(prefix.size() + 1));
}

} // namespace seamfinder
