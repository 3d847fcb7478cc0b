#pragma once

#include "core/catalogue/Journal.h"
#include "core/catalogue/ReadExamples.h"

namespace seamfinder {

/// What the detail shows beside the card, read in one go.
struct DetailFacts
{
    /// Layers of one facet of the example or of one of its gaps.
    struct Facet
    {
        const Field *field = nullptr;
        qint64 target = 0;
        int gap = -1; ///< which gap of the example; -1: the example (or the need) itself
        QVector<CodingLayer> layers;
    };

    ExampleRecord example;            ///< without id for a need
    GapRecord need;                   ///< without id for an example
    QVector<Facet> facets;            ///< every coding field, in the order in which people fill them
    QString incident;                 ///< what its event is called
    QVector<ExampleRecord> sameEvent; ///< the other accounts of it
    struct Link
    {
        ExampleRecord other;
        QString kind;
        bool outgoing = true;
    };
    QVector<Link> links;
    QVector<JournalEntry> history; ///< newest first, of the example and its gaps
};

/// Nothing in it where the row is gone.
[[nodiscard]] DetailFacts readDetail(Connection &db, ExampleId example);
[[nodiscard]] DetailFacts readDetail(Connection &db, GapId need);

} // namespace seamfinder
