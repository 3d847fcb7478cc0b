#pragma once

#include "core/catalogue/Connection.h"
#include "core/catalogue/Consent.h"
#include "core/catalogue/Cursor.h"
#include "core/domain/Id.h"

#include <functional>
#include <optional>
#include <QHash>
#include <QVector>
#include <string>
#include <string_view>
#include <vector>

namespace seamfinder {

/// A text of a batch: a stretch of its `texts`.
struct ExportText
{
    size_t start = 0;
    size_t size = 0;
};

/// One adopted coding, or one of a layer (with coder, stage and time).
struct ExportCoding
{
    qint64 id = 0; ///< only of layers
    qint64 term = 0;
    qint64 coder = 0;
    qint64 time = 0;
    int facet = 0; ///< FacetNumbers.h
    int stage = 0;
    bool main = false;
    int pair = 0;
    int team = 0;
    ExportText other;
};

struct ExportMissing
{
    ExportText field, code;
};

/// An example or gap as exports read it. Numbers that are not given are empty.
struct ExportUnit
{
    qint64 id = 0;
    qint64 interview = 0, participant = 0, system = 0, incident = 0;
    qint64 occurrence = 0, source = 0, breadth = 0;
    qint64 changedBy = 0, created = 0, updated = 0;
    std::optional<int> severity, likelihood, confidence; ///< of an example
    std::optional<int> importance, priority;             ///< of a gap
    /// Example: title, counted_on, turned_out, led_to, feared, happened_when, story, timeline, cost,
    /// status_reason, first_question, status, what_if, first_hand. Gap: information, first_question.
    std::vector<ExportText> texts;
    std::vector<ExportCoding> codings;
    std::vector<ExportMissing> missing;
    int evidence = 0;
};

/// An example with its gaps, or a need: one gap and no example.
struct ExportRecord
{
    std::optional<ExportUnit> example;
    std::vector<ExportUnit> gaps;
};

struct ExportBatch
{
    std::string texts;
    std::vector<ExportRecord> records;

    [[nodiscard]] std::string_view text(const ExportText &text) const
    {
        return std::string_view(texts).substr(text.start, text.size);
    }
};

/// Reads what exports write, in the order of ids: the examples with their gaps, then the needs. One snapshot
/// for as long as it lives. Obeys consent: what must not leave is not among the records, and texts that must
/// not are empty (also what was written beside a code, and what an event is called).
class ExportRows
{
public:
    enum class Codings : quint8 { Adopted, Layers };
    /// `examples` and `gaps`: only these (sorted ids); nothing: all that is not in the bin or hidden.
    struct Chosen
    {
        std::vector<qint64> examples, gaps;
    };

    ExportRows(Connection &db, Codings codings, std::optional<Chosen> chosen);

    /// Replaces the batch by the next one, of a few hundred records; false at the end. Error Cancelled.
    [[nodiscard]] bool next(ExportBatch &batch);
    /// How many examples and needs there are.
    [[nodiscard]] qint64 count() const { return m_count; }
    /// So far: examples and gaps left out, and those that left without their texts.
    [[nodiscard]] qint64 withheld() const { return m_withheld; }
    [[nodiscard]] qint64 withoutTexts() const { return m_withoutTexts; }

private:
    [[nodiscard]] bool nextExample(ExportBatch &batch);
    [[nodiscard]] bool nextNeed(ExportBatch &batch);
    void takeExample(ExportBatch &batch);
    /// `withTexts`: whether what was typed may leave.
    void readCommon(ExportBatch &batch, ExportUnit &unit, bool withTexts);
    [[nodiscard]] std::optional<ExportUnit> takeGap(ExportBatch &batch, const Cursor &from, Sharing ofExample,
                                                    bool exampleIsParaphrased);
    [[nodiscard]] bool textsMayLeave(Sharing sharing, qint64 target);
    [[nodiscard]] static ExportText keep(ExportBatch &batch, QByteArrayView text);

    Transaction m_snapshot;
    std::optional<Chosen> m_chosen;
    size_t m_nextChosen = 0;
    bool m_needs = false;
    qint64 m_count = 0, m_withheld = 0, m_withoutTexts = 0;
    Connection &m_db;
    Consent m_consent;
    Cursor m_examples, m_gaps, m_needRows, m_codings, m_missing, m_evidence;
};

/// Who held each interview, and what the incidents are called: what exports look up besides.
[[nodiscard]] QHash<qint64, QVector<CoderId>> readInterviewCoders(Connection &db);
[[nodiscard]] QHash<qint64, QString> readIncidentLabels(Connection &db);

} // namespace seamfinder
