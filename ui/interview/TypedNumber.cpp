#include "ui/interview/TypedNumber.h"

#include <limits>
#include <QRegularExpression>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype mostDigits = 9;
constexpr qint64 longestPause = 800; // milliseconds between the digits of one number

/// Digits in groups of three are one number, whatever stands between these.
QVector<qint64> numbersIn(const QString &label)
{
    static const QRegularExpression number(u"\\d{1,3}(?:[.,'’\\s\u00a0\u202f]\\d{3})+(?!\\d)|\\d+"_s,
                                           QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression between(u"\\D"_s);
    QVector<qint64> numbers;
    for (auto found = number.globalMatch(label); found.hasNext();)
        numbers.append(found.next().captured().remove(between).toLongLong());
    return numbers;
}
} // namespace

int rangeOf(qint64 number, const QStringList &labels)
{
    int found = -1, ranges = 0;
    qint64 last = -1;
    for (int i = 0; i < labels.size(); ++i) {
        const QVector<qint64> numbers = numbersIn(labels[i]);
        if (numbers.isEmpty())
            continue;
        if (numbers.size() > 2 || numbers.first() <= last)
            return -1;
        last = numbers.last();
        const qint64 end = numbers.size() == 2 ? last : std::numeric_limits<qint64>::max();
        ranges += numbers.size() == 2 ? 1 : 0;
        if (number >= numbers.first() && number <= end)
            found = i;
    }
    return ranges > 0 ? found : -1;
}

int TypedNumber::choiceFor(int digit, const QStringList &labels)
{
    const bool isOld = m_sinceLast.isValid() && m_sinceLast.elapsed() > longestPause;
    if ((isOld && digit != 0) || m_digits.size() >= mostDigits)
        m_digits.clear();
    m_sinceLast.start();
    if (digit == 0 && m_digits.isEmpty())
        return -1; // no number begins with it
    m_digits += QString::number(digit);
    const bool isPlace = m_digits.size() < 2 && digit <= labels.size();
    return isPlace ? -1 : rangeOf(m_digits.toLongLong(), labels);
}

} // namespace seamfinder
