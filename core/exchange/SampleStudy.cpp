#include "core/exchange/SampleStudy.h"

#include "core/catalogue/EditCodebook.h"
#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditFields.h"
#include "core/catalogue/EditInterview.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ReadCodebook.h"
#include "core/catalogue/ReadStudy.h"
#include "core/domain/Error.h"
#include "core/domain/Fields.h"

#include <map>
#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
QJsonObject content()
{
    QFile file(u":/sample/sample-study.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(ErrorCode::Internal, u"the sample is missing from the program"_s, file.fileName());
    return QJsonDocument::fromJson(file.readAll()).object();
}

// A list, or one value that stands for a list of one.
QStringList strings(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue entry : value.toArray())
        list << entry.toString();
    if (value.isString())
        list << value.toString();
    return list;
}

Team teamOf(const QString &key)
{
    if (key == u"same-team")
        return Team::Same;
    if (key == u"other-team")
        return Team::Other;
    return key == u"other-organisation" ? Team::OtherOrganisation : Team::NotSaid;
}

class SampleWriter
{
public:
    explicit SampleWriter(Edit &edit)
        : m_edit(edit)
        , m_codebook(Codebook::read(edit.db()))
        , m_sample(content())
    {
    }

    void write()
    {
        writeCoders();
        writeSystems();
        writeParticipants();
        for (const QJsonValue interview : m_sample["interviews"_L1].toArray())
            writeInterview(interview.toObject());
        writeIncidents();
        for (const QJsonValue link : m_sample["links"_L1].toArray())
            linkExamples(m_edit, m_examples[link["from"_L1].toString()], m_examples[link["to"_L1].toString()],
                         QLatin1StringView(link["kind"_L1].toString().toLatin1()));
    }

private:
    [[nodiscard]] TermId term(const Field &field, const QString &key)
    {
        if (field.facet == u"tag")
            return tagByLabel(m_edit, key);
        const Term *found = m_codebook.term(QString(field.facet), key);
        if (!found)
            throw Error(ErrorCode::Internal, u"the sample names an unknown term of %1"_s.arg(field.facet),
                        key);
        return found->id;
    }

    // Every field that the JSON names, by the one list of fields; `stage` is that of its codings.
    void writeFields(Entity entity, qint64 row, const QJsonObject &json, CodingStage stage)
    {
        for (const Field &field : fieldsOf(entity)) {
            const QJsonValue value = json[field.key];
            if (value.isUndefined() || field.kind == FieldKind::Link)
                continue;
            if (field.kind == FieldKind::Coding)
                setCodings(m_edit, field, row, codedTerms(field, value, json), stage);
            else if (field.kind == FieldKind::Term)
                setValue(m_edit, field, row, term(field, value.toString()).value);
            else
                setValue(m_edit, field, row, value.toVariant());
        }
        const QJsonObject missing = json["missing"_L1].toObject();
        for (auto it = missing.begin(); it != missing.end(); ++it) {
            if (const Field *field = findField(entity, it.key()))
                setMissing(m_edit, *field, row, missingCodeFromKey(it.value().toString()), stage);
        }
    }

    [[nodiscard]] QVector<CodedTerm> codedTerms(const Field &field, const QJsonValue &value,
                                                const QJsonObject &json)
    {
        const QString main = json["main_"_L1 + field.key].toString();
        const QStringList pair =
            field == fields::example::element ? strings(json["misfit"_L1]) : QStringList();
        const Team team = teamOf(json["team"_L1][field.key].toString());
        QVector<CodedTerm> terms;
        for (const QString &key : strings(value))
            terms.append({.term = term(field, key),
                          .main = key == main,
                          .pair = int(pair.indexOf(key)) + 1,
                          .team = team});
        return terms;
    }

    void writeCoders()
    {
        for (const QJsonValue coder : m_sample["coders"_L1].toArray()) {
            const QString name = coder["name"_L1].toString();
            const QString initials = coder["initials"_L1].toString();
            m_coders[coder["key"_L1].toString()] =
                createCoder(m_edit, name, initials, coder["lead"_L1].toBool());
        }
    }

    void writeSystems()
    {
        for (const QJsonValue system : m_sample["systems"_L1].toArray()) {
            const SystemId id = createSystem(m_edit, system["alias"_L1].toString());
            m_systems[system["key"_L1].toString()] = id;
            writeFields(Entity::System, id.value, system.toObject(), CodingStage::Live);
        }
    }

    void writeParticipants()
    {
        for (const QJsonValue participant : m_sample["participants"_L1].toArray()) {
            const ParticipantId id = createParticipant(m_edit, participant["pseudonym"_L1].toString());
            m_participants[participant["key"_L1].toString()] = id;
            writeFields(Entity::Participant, id.value, participant.toObject(), CodingStage::Live);
        }
    }

    [[nodiscard]] ProtocolVersionId protocol(const QString &key)
    {
        for (const ProtocolVersion &version : readProtocolVersions(m_edit.db())) {
            if (version.key == key)
                return version.id;
        }
        throw Error(ErrorCode::Internal, u"the sample names an unknown protocol"_s, key);
    }

    // Written at the time it was held, so that dates, sittings and the order of examples look as they would.
    void writeInterview(const QJsonObject &json)
    {
        m_edit.attributeTo(m_coders[json["interviewer"_L1].toString()]);
        const QDateTime begin = QDateTime::fromString(json["date"_L1].toString(), Qt::ISODate);
        const qint64 minutes = json["minutes"_L1].toInteger();
        m_edit.setNow(begin.toMSecsSinceEpoch());
        const ParticipantId participant = m_participants[json["participant"_L1].toString()];
        const InterviewId interview =
            createInterview(m_edit, protocol(json["protocol"_L1].toString()), {participant});
        setInterviewDate(m_edit, interview, m_edit.now());
        writeFields(Entity::Interview, interview.value, json, CodingStage::Live);
        writeFields(Entity::Interview, interview.value, json["consent"_L1].toObject(), CodingStage::Live);
        const QString state = json["state"_L1].toString();
        if (state != interview_state::planned)
            setInterviewState(m_edit, interview, interview_state::inProgress);
        const Origin origin{.interview = interview, .participant = participant};
        writeTranscript(interview, json["transcript"_L1].toString());
        for (const QJsonValue example : json["examples"_L1].toArray())
            writeExample(example.toObject(), origin);
        for (const QJsonValue need : json["needs"_L1].toArray())
            writeGap(need.toObject(), {}, origin);
        for (const QJsonValue practice : json["practices"_L1].toArray())
            writeFields(Entity::Practice, createPractice(m_edit, origin), practice.toObject(),
                        CodingStage::Live);
        m_edit.setNow(begin.addSecs(minutes * 60).toMSecsSinceEpoch());
        if (state == interview_state::complete || state == interview_state::paused)
            setInterviewState(m_edit, interview,
                              state == interview_state::complete ? interview_state::complete
                                                                 : interview_state::paused);
    }

    void writeTranscript(InterviewId interview, const QString &text)
    {
        m_transcript = {};
        m_transcriptText = text;
        if (!text.isEmpty())
            m_transcript = addTranscript(m_edit, interview, u"Transcript"_s, text);
    }

    // A quote that stands in the transcript is linked to where it stands, in code points.
    [[nodiscard]] Passage passage(const QString &quote) const
    {
        Passage found{.quote = quote};
        const qsizetype at = m_transcript ? m_transcriptText.indexOf(quote) : -1;
        if (at >= 0) {
            found.sourceKind = u"transcript"_s;
            found.source = m_transcript.value;
            found.start = int(QStringView(m_transcriptText).first(at).toUcs4().size());
            found.end = found.start + int(QStringView(quote).toUcs4().size());
        }
        return found;
    }

    void writeExample(const QJsonObject &json, Origin origin)
    {
        m_edit.setNow(m_edit.now() + 240'000);
        origin.system = m_systems[json["system"_L1].toString()];
        origin.firstQuestion = json["source"_L1] == u"premortem"_s ? u"premortem"_s : u"headlines"_s;
        const ExampleId example = createExample(m_edit, origin);
        m_examples[json["key"_L1].toString()] = example;
        addInterviewSystem(m_edit, origin.interview, origin.system);
        writeFields(Entity::Example, example.value, json, CodingStage::Live);
        for (const QJsonValue gap : json["gaps"_L1].toArray())
            writeGap(gap.toObject(), example, origin);
        for (const QJsonValue evidence : json["evidence"_L1].toArray())
            addEvidence(m_edit, example.value, passage(evidence["quote"_L1].toString()),
                        QLatin1StringView(evidence["relation"_L1].toString().toLatin1()));
        writeFurtherCoding(example, json);
    }

    void writeFurtherCoding(ExampleId example, const QJsonObject &json)
    {
        const CoderId interviewer = m_edit.coder();
        if (const QJsonObject second = json["second_coding"_L1].toObject(); !second.isEmpty()) {
            m_edit.attributeTo(m_coders[second["coder"_L1].toString()]);
            writeFields(Entity::Example, example.value, second, CodingStage::After);
        }
        if (const QJsonObject resolved = json["resolved"_L1].toObject(); !resolved.isEmpty()) {
            m_edit.attributeTo(m_coders[u"A"_s]);
            writeFields(Entity::Example, example.value, resolved, CodingStage::Resolved);
        }
        m_edit.attributeTo(interviewer);
    }

    void writeGap(const QJsonObject &json, ExampleId example, const Origin &origin)
    {
        const GapId gap = createGap(m_edit, example, origin);
        writeFields(Entity::Gap, gap.value, json, CodingStage::Live);
    }

    void writeIncidents()
    {
        for (const QJsonValue json : m_sample["incidents"_L1].toArray()) {
            const IncidentId incident = createIncident(m_edit, json["label"_L1].toString());
            for (const QString &key : strings(json["examples"_L1]))
                setIncident(m_edit, m_examples[key], incident);
        }
    }

    Edit &m_edit;
    Codebook m_codebook;
    QJsonObject m_sample;
    std::map<QString, CoderId> m_coders;
    std::map<QString, SystemId> m_systems;
    std::map<QString, ParticipantId> m_participants;
    std::map<QString, ExampleId> m_examples;
    TranscriptId m_transcript{};
    QString m_transcriptText;
};
} // namespace

QString sampleTitle()
{
    return content()["study"_L1]["title"_L1].toString();
}

void addSample(Edit &edit)
{
    SampleWriter(edit).write();
}

} // namespace seamfinder
