#pragma once

#include <QElapsedTimer>
#include <QStringList>

namespace seamfinder {

/// A number that is typed at choices that are ranges ("10 to 49 people"). Its first digit is the place of a
/// choice, as everywhere; where there is no such place, and with a second one behind it, it is the number
/// that was said.
class TypedNumber
{
public:
    /// The choice whose range has the number, or -1: where there are no ranges, and while it is a place.
    [[nodiscard]] int choiceFor(int digit, const QStringList &labels);

private:
    QString m_digits;
    QElapsedTimer m_sinceLast;
};

/// Which of the labels names a range that has the number: "1 to 9", "250 to 999", "1 000 or more". Those
/// without a number have none; -1 if none does, or if they are no ranges in order.
[[nodiscard]] int rangeOf(qint64 number, const QStringList &labels);

} // namespace seamfinder
