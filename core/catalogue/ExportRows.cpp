#include "core/catalogue/ExportRows.h"

#include "core/domain/Utf8.h"

#include <algorithm>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr size_t recordsInBatch = 500;

const auto exampleColumns =
    u"SELECT id, interview, participant, system, incident, occurrence, source, breadth, "
    "changed_by, created, updated, severity, likelihood, confidence, title, counted_on, "
    "turned_out, led_to, feared, happened_when, story, timeline, cost, status_reason, "
    "first_question, status, what_if, first_hand FROM example WHERE "_s;
constexpr int firstExampleText = 14, endOfTypedTexts = 24, endOfExampleTexts = 28;
const auto gapColumns =
    u"SELECT id, interview, participant, changed_by, created, updated, importance, priority, "
    "information, first_question FROM gap WHERE "_s;
const auto isShown = u"deleted_at IS NULL AND relevant = 1"_s;

QString codingSql(ExportRows::Codings codings)
{
    return codings == ExportRows::Codings::Adopted
               ? u"SELECT 0, term, 0, 0, facet, 0, main, pair, team, other FROM adopted WHERE target = ? "
                 "ORDER BY facet, main DESC, term"_s
               : u"SELECT id, term, coder, time, facet, stage, main, pair, team, other FROM coding "
                 "WHERE target = ? ORDER BY facet, id"_s;
}

std::optional<int> number(const Cursor &cursor, int column)
{
    return cursor.isNull(column) ? std::nullopt : std::optional(int(cursor.integer(column)));
}
} // namespace

ExportRows::ExportRows(Connection &db, Codings codings, std::optional<Chosen> chosen)
    : m_snapshot(db, Transaction::Kind::Read)
    , m_chosen(std::move(chosen))
    , m_db(db)
    , m_consent(Consent::read(db))
    , m_examples(db, exampleColumns + (m_chosen ? u"id = ?"_s : isShown + u" ORDER BY id"_s))
    , m_gaps(db, gapColumns + u"example = ? AND "_s + isShown + u" ORDER BY position, id"_s)
    , m_needRows(db, gapColumns + u"example IS NULL AND "_s + isShown + u" ORDER BY id"_s)
    , m_codings(db, codingSql(codings))
    , m_missing(db, u"SELECT field, code FROM field_missing WHERE target = ? ORDER BY field"_s)
    , m_evidence(db, u"SELECT count(*) FROM evidence WHERE target = ?"_s)
{
    if (m_chosen) {
        m_count = qint64(m_chosen->examples.size());
        return;
    }
    Cursor count(
        db, u"SELECT (SELECT count(*) FROM example), (SELECT count(*) FROM gap WHERE example IS NULL)"_s);
    if (count.next())
        m_count = count.integer(0) + count.integer(1);
}

bool ExportRows::next(ExportBatch &batch)
{
    batch.texts.clear();
    batch.records.clear();
    while (batch.records.size() < recordsInBatch) {
        if (!m_needs && !nextExample(batch))
            m_needs = true;
        if (m_needs && !nextNeed(batch))
            break;
    }
    return !batch.records.empty();
}

bool ExportRows::nextExample(ExportBatch &batch)
{
    if (!m_chosen) {
        if (!m_examples.next())
            return false;
        takeExample(batch);
        return true;
    }
    while (m_nextChosen < m_chosen->examples.size()) {
        m_examples.seek(m_chosen->examples[m_nextChosen++]);
        if (m_examples.next()) {
            takeExample(batch);
            return true;
        }
    }
    return false;
}

void ExportRows::takeExample(ExportBatch &batch)
{
    const Cursor &row = m_examples;
    const Sharing sharing = m_consent.of(row.integer(1), row.integer(2));
    if (sharing == Sharing::Nothing) {
        ++m_withheld;
        return;
    }
    const bool withTexts = textsMayLeave(sharing, row.integer(0));
    const bool paraphrased = sharing == Sharing::Codes && withTexts;
    ExportRecord &record = batch.records.emplace_back();
    ExportUnit &example = record.example.emplace();
    int column = 0;
    for (qint64 *into : {&example.id, &example.interview, &example.participant, &example.system,
                         &example.incident, &example.occurrence, &example.source, &example.breadth,
                         &example.changedBy, &example.created, &example.updated})
        *into = row.integer(column++);
    for (std::optional<int> *into : {&example.severity, &example.likelihood, &example.confidence})
        *into = number(row, column++);
    example.texts.reserve(endOfExampleTexts - firstExampleText);
    for (column = firstExampleText; column < endOfExampleTexts; ++column)
        example.texts.push_back(
            keep(batch, withTexts || column >= endOfTypedTexts ? row.bytes(column) : QByteArrayView()));
    if (!withTexts)
        example.incident = 0;
    readCommon(batch, example, withTexts);
    m_gaps.seek(example.id);
    while (m_gaps.next()) {
        if (m_chosen && !std::binary_search(m_chosen->gaps.begin(), m_chosen->gaps.end(), m_gaps.integer(0)))
            continue;
        if (std::optional<ExportUnit> gap = takeGap(batch, m_gaps, sharing, paraphrased))
            record.gaps.push_back(std::move(*gap));
    }
}

bool ExportRows::nextNeed(ExportBatch &batch)
{
    while (m_needRows.next()) {
        if (m_chosen &&
            !std::binary_search(m_chosen->gaps.begin(), m_chosen->gaps.end(), m_needRows.integer(0)))
            continue;
        if (std::optional<ExportUnit> need = takeGap(batch, m_needRows, Sharing::Verbatim, false))
            batch.records.emplace_back().gaps.push_back(std::move(*need));
        return true;
    }
    return false;
}

bool ExportRows::textsMayLeave(Sharing sharing, qint64 target)
{
    const bool may = sharing > Sharing::Codes || isParaphrased(m_db, target);
    m_withoutTexts += may ? 0 : 1;
    return may;
}

std::optional<ExportUnit> ExportRows::takeGap(ExportBatch &batch, const Cursor &from, Sharing ofExample,
                                              bool exampleIsParaphrased)
{
    // A gap that names an interview or a participant has a consent of its own beside its example's.
    const qint64 interview = from.integer(1), participant = from.integer(2);
    const Sharing sharing = interview == 0 && participant == 0
                                ? ofExample
                                : qMin(ofExample, m_consent.of(interview, participant));
    if (sharing == Sharing::Nothing) {
        ++m_withheld;
        return std::nullopt;
    }
    const bool withTexts = exampleIsParaphrased || textsMayLeave(sharing, from.integer(0));
    ExportUnit gap;
    int column = 0;
    for (qint64 *into :
         {&gap.id, &gap.interview, &gap.participant, &gap.changedBy, &gap.created, &gap.updated})
        *into = from.integer(column++);
    gap.importance = number(from, column++);
    gap.priority = number(from, column++);
    gap.texts = {keep(batch, withTexts ? from.bytes(column) : QByteArrayView()),
                 keep(batch, from.bytes(column + 1))};
    readCommon(batch, gap, withTexts);
    return gap;
}

void ExportRows::readCommon(ExportBatch &batch, ExportUnit &unit, bool withTexts)
{
    m_codings.seek(unit.id);
    while (m_codings.next()) {
        ExportCoding &coding = unit.codings.emplace_back();
        int column = 0;
        for (qint64 *into : {&coding.id, &coding.term, &coding.coder, &coding.time})
            *into = m_codings.integer(column++);
        coding.facet = int(m_codings.integer(4));
        coding.stage = int(m_codings.integer(5));
        coding.main = m_codings.integer(6) != 0;
        coding.pair = int(m_codings.integer(7));
        coding.team = int(m_codings.integer(8));
        coding.other = keep(batch, withTexts ? m_codings.bytes(9) : QByteArrayView());
    }
    m_missing.seek(unit.id);
    while (m_missing.next())
        unit.missing.push_back({keep(batch, m_missing.bytes(0)), keep(batch, m_missing.bytes(1))});
    m_evidence.seek(unit.id);
    if (m_evidence.next())
        unit.evidence = int(m_evidence.integer(0));
}

QHash<qint64, QVector<CoderId>> readInterviewCoders(Connection &db)
{
    QHash<qint64, QVector<CoderId>> coders;
    Cursor cursor(db, u"SELECT interview, coder FROM interview_coder ORDER BY interview, coder"_s);
    while (cursor.next())
        coders[cursor.integer(0)].append(CoderId{cursor.integer(1)});
    return coders;
}

QHash<qint64, QString> readIncidentLabels(Connection &db)
{
    QHash<qint64, QString> labels;
    Cursor cursor(db, u"SELECT id, label FROM incident"_s);
    while (cursor.next())
        labels.insert(cursor.integer(0), textFromUtf8(cursor.bytes(1)));
    return labels;
}

ExportText ExportRows::keep(ExportBatch &batch, QByteArrayView text)
{
    const ExportText kept{batch.texts.size(), size_t(text.size())};
    batch.texts.append(text.data(), size_t(text.size()));
    return kept;
}

} // namespace seamfinder
