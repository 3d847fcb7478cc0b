#pragma once

#include <QString>
#include <QVector>

namespace seamfinder {

/// A text without case, accents and kinds of white space, and where each of its units came from: in this form
/// people's words are found however they were written.
struct FoldedText
{
    QString text;
    QVector<qsizetype> from; ///< start of what the unit was made of
    QVector<qsizetype> to;   ///< its end, with the combining characters after it
};

[[nodiscard]] FoldedText foldText(QStringView text);

/// The code point at `at`, and how many units it takes.
[[nodiscard]] char32_t characterAt(QStringView text, qsizetype at, qsizetype &length);

} // namespace seamfinder
