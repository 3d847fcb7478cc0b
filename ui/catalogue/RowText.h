#pragma once

#include "core/catalogue/ReadExamples.h"
#include "core/domain/Dimension.h"
#include "ui/common/Colors.h"

#include <array>

namespace seamfinder {

class Codebook;
class DimensionLabels;

/// The catalogue's columns, in their default order.
enum class CatalogueColumn : quint8 {
    Headline, ///< title and read-back sentence
    Participant,
    System,
    MainElement,
    Effect,
    Occurrence,
    Status,
    Gaps,
    Open,
    Updated,
    Severity,
    Created,
};
inline constexpr int catalogueColumnCount = 12;

/// Everything that the table shows of a row, ready to paint: made in the background, a page at a time.
struct CatalogueCells
{
    qint64 id = 0;
    bool isNeed = false;
    bool notMismatch = false;
    Tone statusTone = Tone::Neutral;
    QString title;
    QString sentence; ///< with "…" for what is not known yet; one line
    QString toolTip;  ///< title and sentence in full, as rich text that wraps
    std::array<QString, catalogueColumnCount> text;

    [[nodiscard]] const QString &cell(CatalogueColumn column) const { return text[size_t(column)]; }
};

/// The example as it is read back, in one line, with "…" for blanks; where no blank of it is filled, what
/// else was noted, else the first words of its evidence (`quote`). Never empty.
[[nodiscard]] QString sentenceOf(const ExampleRecord &example, const Codebook &codebook,
                                 const QString &quote = {});
/// "The provider would have had to tell data science: …".
[[nodiscard]] QString sentenceOf(const GapRecord &gap, const Codebook &codebook);
/// Title, or else sentence; never empty.
[[nodiscard]] QString headlineOf(const ExampleRecord &example, const Codebook &codebook);

/// The label of a participant, system or coder; empty for none.
[[nodiscard]] QString nameOf(const DimensionLabels &names, Dimension dimension, qint64 id);
/// The labels of coded terms, joined by commas.
[[nodiscard]] QString termText(const QVector<CodedTerm> &terms, const Codebook &codebook);

/// `quote`: of its evidence, where it has no words of its own.
[[nodiscard]] CatalogueCells cellsOf(const ExampleRecord &example, const Codebook &codebook,
                                     const DimensionLabels &names, const QString &quote = {});
[[nodiscard]] CatalogueCells cellsOf(const GapRecord &need, const Codebook &codebook,
                                     const DimensionLabels &names);

} // namespace seamfinder
