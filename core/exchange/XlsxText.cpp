#include "core/exchange/XlsxText.h"

#include <cmath>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype escapeLength = 7; ///< of "_x0001_"

/// The code that an escape at `at` stands for.
std::optional<char16_t> escapeAt(QStringView text, qsizetype at)
{
    if (at + escapeLength > text.size() || text[at] != u'_' || text[at + 1] != u'x' || text[at + 6] != u'_')
        return std::nullopt;
    bool hexadecimal = false;
    const uint code = text.sliced(at + 2, 4).toString().toUInt(&hexadecimal, 16);
    return hexadecimal && !text.sliced(at + 2, 4).contains(u'+') ? std::optional(char16_t(code))
                                                                 : std::nullopt;
}

/// Whether XML 1.0 can hold the sign and keeps it: it makes a line feed of a carriage return.
bool isPlain(char16_t code)
{
    return code >= 0x20 ? code < 0xfffe : code == u'\t' || code == u'\n';
}

/// A format's code without what is only shown: "quoted", \x, [Red], _x.
QString signsOf(const QString &code)
{
    QString signs;
    for (qsizetype i = 0; i < code.size(); ++i) {
        const QChar c = code[i];
        if (c == u'"' || c == u'[') {
            const qsizetype end = code.indexOf(c == u'"' ? u'"' : u']', i + 1);
            const QString inside = code.mid(i + 1, end < 0 ? -1 : end - i - 1).toLower();
            // "[h]" counts hours beyond a day.
            if (c == u'[' && (inside == "h"_L1 || inside == "m"_L1 || inside == "s"_L1))
                signs += inside;
            if (end < 0)
                break;
            i = end;
        } else if (c == u'\\' || c == u'_' || c == u'*') {
            ++i;
        } else {
            signs += c.toLower();
        }
    }
    return signs.section(u';', 0, 0);
}

QString momentText(QDate date, QTime time)
{
    const QString day = date.toString(Qt::ISODate);
    return time == QTime(0, 0) ? day : day + u' ' + time.toString(Qt::ISODate);
}
} // namespace

NumberLook numberLook(int id, const QString &code)
{
    if (!code.isEmpty()) {
        const QString signs = signsOf(code);
        if (signs.contains("general"_L1))
            return NumberLook::Number;
        const bool day = signs.contains(u'd') || signs.contains(u'y');
        const bool time = signs.contains(u'h') || signs.contains(u's');
        if (day || (signs.contains(u'm') && !time))
            return time ? NumberLook::DateAndTime : NumberLook::Date;
        return time ? NumberLook::Time : NumberLook::Number;
    }
    // 27 to 36 and 50 to 58 are the dates of East Asian programs.
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
        return NumberLook::Date;
    if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47))
        return NumberLook::Time;
    return id == 22 ? NumberLook::DateAndTime : NumberLook::Number;
}

QString numberText(const QString &stored, NumberLook look, bool from1904)
{
    bool ok = false;
    const double value = QLocale::c().toDouble(stored.trimmed(), &ok);
    constexpr double wholeNumbers = 1e15, lastDay = 2958466; // of the year 9999
    if (!ok || !std::isfinite(value))
        return stored;
    if (look == NumberLook::Number || value < 0 || value >= lastDay) {
        if (value == std::floor(value) && std::abs(value) < wholeNumbers)
            return QString::number(qint64(value));
        return QLocale::c().toString(value, 'g', QLocale::FloatingPointShortest);
    }
    const auto days = qint64(std::floor(value));
    const qint64 seconds = std::llround((value - double(days)) * 86'400);
    const bool beforeTheExtraDay = !from1904 && days < 60;
    const QDate start = from1904 ? QDate(1904, 1, 1) : QDate(1899, 12, beforeTheExtraDay ? 31 : 30);
    const QDateTime when = QDateTime(start, QTime(0, 0), QTimeZone::utc()).addDays(days).addSecs(seconds);
    if (look == NumberLook::Time && days == 0)
        return when.time().toString(Qt::ISODate);
    return momentText(when.date(), look == NumberLook::Date ? QTime(0, 0) : when.time());
}

QString dateText(const QString &stored)
{
    const QString plain = stored.trimmed();
    const qsizetype at = plain.indexOf(u'T');
    const QDate date = QDate::fromString(plain.left(at), Qt::ISODate);
    QString time = plain.mid(at + 1);
    if (time.endsWith(u'Z'))
        time.chop(1);
    const QTime clock = QTime::fromString(time, Qt::ISODate);
    return at < 0 || !date.isValid() || !clock.isValid() ? stored : momentText(date, clock);
}

QString fromXstring(const QString &stored)
{
    if (!stored.contains("_x"_L1))
        return stored;
    QString text;
    for (qsizetype i = 0; i < stored.size(); ++i) {
        if (const auto code = escapeAt(stored, i)) {
            text += QChar(*code);
            i += escapeLength - 1;
        } else {
            text += stored[i];
        }
    }
    return text;
}

QString toXstring(const QString &text)
{
    QString stored;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t code = text[i].unicode();
        // A text that looks like an escape has its first sign escaped.
        if (isPlain(code) && !escapeAt(text, i))
            stored += text[i];
        else
            stored += u"_x%1_"_s.arg(uint(code), 4, 16, QChar(u'0'));
    }
    return stored;
}

} // namespace seamfinder
