#include "core/exchange/EvidenceCsv.h"

#include "core/catalogue/ReadExamples.h"
#include "core/exchange/CsvExport.h"
#include "core/exchange/CsvLine.h"
#include "core/exchange/CsvNames.h"
#include "core/exchange/ExportedPeople.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t titleOfExample = 0, informationOfGap = 0; // among ExportUnit::texts

template <class Map>
typename Map::mapped_type named(const Map &map, qint64 id)
{
    const auto found = map.find(id);
    return found == map.end() ? typename Map::mapped_type() : found->second;
}

QString idText(qint64 id)
{
    return id == 0 ? QString() : crockford(id);
}

QString placeText(int place)
{
    return place < 0 ? QString() : QString::number(place);
}

class Writer
{
public:
    Writer(Connection &db, const CsvFormat &format, OutputFile &file)
        : m_db(db)
        , m_format(format)
        , m_file(file)
        , m_names(db)
        , m_consent(Consent::read(db))
        , m_people(db)
    {
        writeCsvLine(m_format,
                     {u"evidence_id"_s, u"example_id"_s, u"gap_id"_s, u"title"_s, u"information"_s,
                      u"interview_id"_s, u"participant"_s, u"participant_role"_s, u"participant_role_key"_s,
                      u"speaker"_s, u"relation"_s, u"quote"_s, u"source"_s, u"source_id"_s, u"start"_s,
                      u"end"_s},
                     m_file);
    }

    void write(const ExportBatch &batch)
    {
        for (const ExportRecord &record : batch.records) {
            const ExportUnit *example = record.example ? &*record.example : nullptr;
            if (example)
                write(batch, *example, example, nullptr);
            for (const ExportUnit &gap : record.gaps)
                write(batch, gap, example, &gap);
        }
    }

    [[nodiscard]] CsvReport report(const ExportRows &rows) const
    {
        return {.participants = m_people.all(),
                .withheld = rows.withheld() + m_withheld,
                .withoutTexts = rows.withoutTexts() + m_withoutWords,
                .rows = m_rows};
    }

private:
    void write(const ExportBatch &batch, const ExportUnit &unit, const ExportUnit *example,
               const ExportUnit *gap)
    {
        if (unit.evidence == 0)
            return;
        const auto text = [&](const ExportUnit *of, size_t which) {
            return of ? QString::fromUtf8(batch.text(of->texts[which])) : QString();
        };
        for (const EvidenceRecord &each : readEvidence(m_db, unit.id)) {
            const ParticipantId speaker = each.speaker ? each.speaker : ParticipantId{unit.participant};
            const Sharing sharing = m_consent.of(unit.interview, speaker.value);
            if (sharing == Sharing::Nothing) {
                ++m_withheld;
                continue;
            }
            const bool leaves = sharing == Sharing::Verbatim || each.relation == "interviewer"_L1;
            m_withoutWords += leaves ? 0 : 1;
            m_people.add(unit);
            m_people.add(speaker);
            const CsvNames::Named role = named(m_names.roles, unit.participant);
            ++m_rows;
            writeCsvLine(m_format,
                         {toText(each.id), example ? toText(ExampleId{example->id}) : QString(),
                          gap ? toText(GapId{gap->id}) : QString(), text(example, titleOfExample),
                          text(gap, informationOfGap),
                          unit.interview ? toText(InterviewId{unit.interview}) : QString(),
                          QString::fromStdString(named(m_names.participants, unit.participant)),
                          QString::fromStdString(role.label), QString::fromStdString(role.key),
                          QString::fromStdString(named(m_names.participants, speaker.value)), each.relation,
                          leaves ? each.quote : QString(), each.sourceKind, idText(each.source),
                          placeText(each.start), placeText(each.end)},
                         m_file);
        }
    }

    Connection &m_db;
    const CsvFormat &m_format;
    OutputFile &m_file;
    const CsvNames m_names;
    const Consent m_consent;
    ExportedPeople m_people;
    qint64 m_withheld = 0, m_withoutWords = 0, m_rows = 0;
};

} // namespace

CsvReport writeEvidence(Connection &db, const std::optional<ExportRows::Chosen> &chosen,
                        const CsvFormat &format, OutputFile &file,
                        const std::function<void(double)> &progress)
{
    Writer writer(db, format, file);
    ExportRows rows(db, ExportRows::Codings::Adopted, chosen);
    qint64 done = 0;
    for (ExportBatch batch; rows.next(batch); batch = {}) {
        writer.write(batch);
        done += qint64(batch.records.size());
        if (progress)
            progress(rows.count() > 0 ? qMin(1.0, double(done) / double(rows.count())) : 1);
    }
    return writer.report(rows);
}

} // namespace seamfinder
