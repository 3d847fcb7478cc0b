#pragma once

#include <QString>

namespace seamfinder {

/// A stretch of a text, in UTF-16 units.
struct Stretch
{
    qsizetype start = 0, end = 0;
    [[nodiscard]] bool isEmpty() const { return start >= end; }
};

/// What is meant by a selection: without the space at its ends, and to the ends of the words that it cuts, as
/// a hand that drags stops a letter early. Nothing before `from` is added. Empty where only space is
/// selected.
[[nodiscard]] Stretch wholeWords(const QString &text, Stretch selected, qsizetype from = 0);

} // namespace seamfinder
