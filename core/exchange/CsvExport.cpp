#include "core/exchange/CsvExport.h"
#include "core/exchange/AnswersCsv.h"
#include "core/exchange/ChosenInterviews.h"

#include "core/analysis/Selection.h"
#include "core/catalogue/CatalogueOrder.h"
#include "core/catalogue/FacetNumbers.h"
#include "core/catalogue/ReadCodebook.h"
#include "core/domain/Error.h"
#include "core/domain/Fields.h"
#include "core/exchange/EvidenceCsv.h"
#include "core/exchange/ExportedPeople.h"
#include "core/exchange/MarksCsv.h"
#include "core/exchange/OutputFile.h"
#include "core/exchange/ParadataCsv.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <set>
#include <thread>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr size_t mostWaiting = 4;

// Hands batches from the thread that reads to the one that formats and writes.
class BatchQueue
{
public:
    /// False if the other side has given up.
    bool push(ExportBatch batch)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_closed || m_batches.size() < mostWaiting; });
        if (!m_closed)
            m_batches.push_back(std::move(batch));
        m_changed.notify_all();
        return !m_closed;
    }
    /// Nothing after the last.
    std::optional<ExportBatch> pop()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_closed || !m_batches.empty(); });
        if (m_batches.empty())
            return std::nullopt;
        ExportBatch batch = std::move(m_batches.front());
        m_batches.pop_front();
        m_changed.notify_all();
        return batch;
    }
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_changed.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<ExportBatch> m_batches;
    bool m_closed = false;
};

class LineWriter
{
public:
    LineWriter(const CsvOptions &options, std::vector<CsvColumn> columns, OutputFile &file)
        : m_layout(options.layout)
        , m_leaveOut(options.layout == CsvLayout::Flows && !options.filter.values.contains(Dimension::Status))
        , m_format(options.delimiter, options.mode)
        , m_columns(std::move(columns))
        , m_file(file)
    {
        if (options.bom)
            m_lines = "\xef\xbb\xbf";
        for (const CsvColumn &column : m_columns)
            m_format.cell(m_lines, column.name);
        CsvFormat::endLine(m_lines);
        flush();
    }

    void write(const ExportBatch &batch)
    {
        CsvRow row;
        row.batch = &batch;
        for (const ExportRecord &record : batch.records) {
            row.example = record.example ? &*record.example : nullptr;
            if (m_leaveOut && row.example && batch.text(row.example->texts[statusText]) == "not-mismatch")
                continue;
            writeRecord(row, record);
        }
        flush();
    }

    [[nodiscard]] qint64 rows() const { return m_rows; }

private:
    static constexpr size_t statusText = 11;

    void writeRecord(CsvRow &row, const ExportRecord &record)
    {
        const std::span<const ExportUnit> gaps(record.gaps);
        if (m_layout == CsvLayout::Examples || m_layout == CsvLayout::Wide) {
            row.gaps = gaps;
            row.isByExample = true;
            if (row.example)
                line(row);
            return;
        }
        row.gaps = {};
        if (m_layout == CsvLayout::Codings) {
            if (row.example)
                writeCodings(row, *row.example);
        } else if (gaps.empty()) {
            line(row);
        }
        for (size_t i = 0; i < gaps.size(); ++i) {
            row.gaps = gaps.subspan(i, 1);
            if (m_layout == CsvLayout::Codings)
                writeCodings(row, gaps[i]);
            else if (m_layout == CsvLayout::Flows)
                writeFlows(row, gaps[i]);
            else
                line(row);
        }
    }

    void writeCodings(CsvRow &row, const ExportUnit &unit)
    {
        for (const ExportCoding &coding : unit.codings) {
            row.coding = &coding;
            line(row);
        }
    }

    void writeFlows(CsvRow &row, const ExportUnit &gap)
    {
        static const int ownerFacet = facetNumber(fields::gap::owner),
                         neededByFacet = facetNumber(fields::gap::neededBy);
        std::vector<const ExportCoding *> owners, needers;
        for (const ExportCoding &coding : gap.codings) {
            if (coding.facet == ownerFacet)
                owners.push_back(&coding);
            else if (coding.facet == neededByFacet)
                needers.push_back(&coding);
        }
        if (owners.empty())
            owners.push_back(nullptr);
        if (needers.empty())
            needers.push_back(nullptr);
        for (const ExportCoding *owner : owners) {
            for (const ExportCoding *needer : needers) {
                row.owner = owner;
                row.neededBy = needer;
                line(row);
            }
        }
        row.owner = row.neededBy = nullptr;
    }

    void line(CsvRow &row)
    {
        ++m_rows;
        for (const CsvColumn &column : m_columns)
            m_format.cell(m_lines, column.text(row));
        CsvFormat::endLine(m_lines);
    }

    void flush()
    {
        m_file.write(m_lines.data(), m_lines.size());
        m_lines.clear();
    }

    CsvLayout m_layout;
    bool m_leaveOut;
    CsvFormat m_format;
    std::vector<CsvColumn> m_columns;
    OutputFile &m_file;
    std::string m_lines;
    qint64 m_rows = 0;
};

// What the filter leaves; nothing without one: then no columns need to be read.
std::optional<ExportRows::Chosen> chosenBy(Connection &db, const CsvOptions &options)
{
    if (options.filter.isEmpty())
        return std::nullopt;
    const CatalogueColumns columns = CatalogueColumns::load(db);
    std::optional<std::vector<qint64>> hits;
    if (!options.filter.text.trimmed().isEmpty())
        hits = searchText(db, options.filter.text);
    const Selection selection = select(columns, options.filter, hits);
    // Whole examples are shown with all that belongs to them.
    const bool whole = options.layout == CsvLayout::Examples || options.layout == CsvLayout::Wide;
    ExportRows::Chosen chosen;
    for (size_t row = 0; row < selection.examples.size(); ++row) {
        if (selection.examples[row])
            chosen.examples.push_back(columns.rowIds()[row]);
    }
    for (size_t gap = 0; gap < selection.gaps.size(); ++gap) {
        if (selection.gaps[gap] || (whole && columns.isGapShown(gap)))
            chosen.gaps.push_back(columns.gapIds()[gap]);
    }
    return chosen;
}

void markAsUnicode(const CsvOptions &options, OutputFile &file)
{
    if (options.bom)
        file.write("\xef\xbb\xbf", 3);
}

// The terms used, in the order of the codebook.
std::vector<CsvUse> usedTerms(Connection &db, const std::optional<ExportRows::Chosen> &chosen)
{
    std::set<CsvUse> used;
    {
        ExportRows rows(db, ExportRows::Codings::Adopted, chosen);
        for (ExportBatch batch; rows.next(batch);) {
            for (const ExportRecord &record : batch.records)
                collectUse(record, used);
        }
    }
    QHash<qint64, qsizetype> places;
    const Codebook codebook = Codebook::read(db);
    for (const Term &term : codebook.terms())
        places.insert(term.id.value, places.size());
    std::vector<CsvUse> sorted(used.begin(), used.end());
    std::sort(sorted.begin(), sorted.end(), [&](const CsvUse &a, const CsvUse &b) {
        return a.first != b.first ? a.first < b.first : places.value(a.second) < places.value(b.second);
    });
    return sorted;
}
} // namespace

char csvDelimiter(const QString &text)
{
    if (text == "tab"_L1 || text == "\\t"_L1 || text == "\t"_L1)
        return '\t';
    const char c = text.size() == 1 ? text.front().toLatin1() : '\0';
    if (c < ' ' || c > '~' || c == '"' || c == '\'' || QChar::isLetterOrNumber(uint(c)))
        throw Error(
            ErrorCode::InvalidInput,
            u"\"%1\" is no delimiter: tab, or one sign such as , ; or |, no letter, digit or quote"_s.arg(
                text),
            text);
    return c;
}

CsvReport exportCsv(Connection &db, const CsvOptions &options, const QString &studyPath,
                    const QString &outputPath, const std::function<void(double)> &progress)
{
    OutputFile file(outputPath, studyPath);
    const CsvFormat format(options.delimiter, options.mode);
    if (isOfInterviews(options.layout)) {
        markAsUnicode(options, file);
        const auto write = options.layout == CsvLayout::Paradata ? writeParadata
                           : options.layout == CsvLayout::Marks  ? writeMarks
                                                                 : writeAnswers;
        const CsvReport report = write(db, chosenInterviews(db, options.filter), format, file, progress);
        file.commit();
        return report;
    }
    const std::optional<ExportRows::Chosen> chosen = chosenBy(db, options);
    if (options.layout == CsvLayout::Evidence) {
        markAsUnicode(options, file);
        const CsvReport report = writeEvidence(db, chosen, format, file, progress);
        file.commit();
        return report;
    }
    const CsvNames names(db);
    LineWriter writer(
        options,
        csvColumns(options.layout, names,
                   options.layout == CsvLayout::Wide ? usedTerms(db, chosen) : std::vector<CsvUse>{}),
        file);
    ExportRows rows(
        db, options.layout == CsvLayout::Codings ? ExportRows::Codings::Layers : ExportRows::Codings::Adopted,
        chosen);

    ExportedPeople people(db);
    BatchQueue queue;
    std::exception_ptr writing;
    std::thread formatter([&] {
        try {
            while (const auto batch = queue.pop())
                writer.write(*batch);
        } catch (...) {
            writing = std::current_exception();
            queue.close();
        }
    });
    std::exception_ptr reading;
    try {
        qint64 done = 0;
        for (ExportBatch batch; rows.next(batch); batch = {}) {
            done += qint64(batch.records.size());
            people.add(batch);
            if (!queue.push(std::move(batch)))
                break;
            if (progress)
                progress(rows.count() > 0 ? qMin(1.0, double(done) / double(rows.count())) : 1);
        }
    } catch (...) {
        reading = std::current_exception();
    }
    queue.close();
    formatter.join();
    for (const std::exception_ptr &error : {reading, writing}) {
        if (error)
            std::rethrow_exception(error);
    }
    file.commit();
    return {people.all(), rows.withheld(), rows.withoutTexts(), writer.rows()};
}

} // namespace seamfinder
