#include "core/exchange/AnswersCsv.h"

#include "core/catalogue/Consent.h"
#include "core/catalogue/ParadataChange.h"
#include "core/catalogue/ReadCodebook.h"
#include "core/exchange/CsvExport.h"
#include "core/exchange/CsvLine.h"
#include "core/interview/InterviewAnswers.h"
#include "core/interview/InterviewTime.h"
#include "core/protocol/Flow.h"
#include "core/protocol/ProtocolJson.h"
#include "core/protocol/StepProbes.h"

#include <QDateTime>
#include <QHash>
#include <QSet>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

QString joined(QStringList parts, const QString &between)
{
    parts.removeAll(QString());
    return parts.join(between);
}

/// Titles of rows are what somebody typed.
bool offersRows(const ChoiceSource &source)
{
    return source.kind == ChoiceSource::Kind::Rows || source.kind == ChoiceSource::Kind::Question;
}

QString shown(const Flow &flow, const Step &step, bool withTexts)
{
    if (!withTexts && (step.value.kind() == Value::Kind::Text || offersRows(step.question->choices)))
        return {};
    if (step.value.kind() != Value::Kind::Keys)
        return step.value.toText();
    QHash<QString, QString> labels;
    for (const StepChoice &choice : flow.choices(step))
        labels.insert(choice.key, choice.label);
    QStringList parts;
    for (const QString &key : step.value.keys())
        parts << labels.value(key, key);
    return parts.join(u"; "_s);
}

QString timeText(qint64 time)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs);
}

/// How far into the recording each question was last worked on: milliseconds. What was written after the
/// conversation has no place in it.
QHash<QuestionRef, QString> offsetsOf(Connection &db, const Interview &interview)
{
    QHash<QuestionRef, QString> offsets;
    if (interview.mayRecord == "no"_L1)
        return offsets;
    const QVector<ParadataEvent> events = readParadata(db, interview.id);
    const InterviewTime times = interviewTime(events, Protocol{}); // sections play no part in it
    for (const ParadataEvent &event : events) {
        const auto change = ParadataChange::fromDetail(event.detail);
        const bool isElsewhere = change && (change->row != 0 || change->what == ParadataChange::search);
        const bool ofQuestion = event.event == "answered"_L1 || event.event == "missing"_L1 ||
                                (event.event == "changed"_L1 && !isElsewhere);
        const auto offset = ofQuestion ? times.recordingOffset(event.time) : std::nullopt;
        if (offset)
            offsets.insert(refOf(event.place), QString::number(*offset));
    }
    return offsets;
}

class Writer
{
public:
    Writer(Connection &db, const CsvFormat &format, OutputFile &file)
        : m_db(db)
        , m_format(format)
        , m_file(file)
        , m_codebook(std::make_shared<const Codebook>(Codebook::read(db)))
        , m_consent(Consent::read(db))
    {
        line({u"interview"_s, u"participants"_s, u"speaker"_s, u"protocol"_s, u"version"_s, u"state"_s,
              u"language"_s, u"section"_s, u"question"_s, u"instance"_s, u"instances"_s, u"asked"_s,
              u"answer"_s, u"answer_key"_s, u"missing"_s, u"note"_s, u"probes"_s, u"time"_s,
              u"recording_ms"_s});
    }

    void write(InterviewId id)
    {
        const Sharing sharing = m_consent.ofInterview(id);
        if (sharing == Sharing::Nothing) {
            ++m_report.withheld;
            return;
        }
        m_withTexts = sharing != Sharing::Codes;
        m_report.withoutTexts += m_withTexts ? 0 : 1;
        InterviewData data = InterviewData::read(m_db, id);
        const std::shared_ptr<const Protocol> protocol = protocolOf(data.interview.version);
        for (const ParticipantId participant : std::as_const(data.interview.participants)) {
            if (!m_report.participants.contains(participant))
                m_report.participants.append(participant);
        }
        InterviewAnswers answers(protocol, m_codebook);
        answers.setData(std::move(data));
        m_offsets = offsetsOf(m_db, answers.data().interview);
        const Flow flow(protocol, answers, answers.data().interview.language);
        QSet<QuestionRef> around;
        for (const Step &step : flow.steps()) {
            if (!step.relevant)
                continue;
            for (const StepProbe &each : probesAt(step)) {
                if (each.ref == step.ref || around.contains(each.ref))
                    continue;
                around.insert(each.ref);
                writeProbes(flow, answers, step, each.ref);
            }
            write(flow, answers, step);
        }
    }

    [[nodiscard]] CsvReport report() const
    {
        CsvReport report = m_report;
        report.rows = m_lines - 1; // the first names the columns
        return report;
    }

private:
    /// Of what each of several answers for themselves a line for each who did.
    void write(const Flow &flow, InterviewAnswers &answers, const Step &step)
    {
        const QVector<ParticipantId> participants = answers.data().interview.participants;
        if (!answers.isOfEach(step.ref) || participants.size() < 2) {
            writeOne(flow, answers, step, true);
            return;
        }
        bool isFirst = true;
        for (const ParticipantId each : participants) {
            answers.setTurn(each, step.ref);
            const Answer *stored = answers.rowOfSpeaker(step.ref);
            Step theirs = step;
            theirs.value = answers.valueOfSpeaker(step.ref);
            const bool isSilent = theirs.value.isBlank() && !answers.missingOfSpeaker(step.ref) &&
                                  !(stored && !stored->note.isEmpty());
            if (isSilent && each != participants.last())
                continue; // what is the question's goes with who says something
            writeOne(flow, answers, theirs, std::exchange(isFirst, false));
        }
        answers.setTurn({}, {});
    }

    /// Who of the participants said it, if it is one's.
    [[nodiscard]] static QString speakerOf(const Flow &flow, const InterviewAnswers &answers,
                                           const Step &step)
    {
        const Section &section = flow.protocol().sections[step.section];
        if (isInterviewerOnly(section, *step.question) || step.question->when == AnswerWhen::After ||
            answers.index().isOfTheInterview(*step.question))
            return {};
        const Interview &interview = answers.data().interview;
        return answers.isOfEach(step.ref)
                   ? interview.pseudonyms.value(interview.participants.indexOf(answers.speaker(step.ref)))
                   : answers.data().speakerName(step.ref);
    }

    /// `isFirst`: with what is the question's: the probes, and the note where there is one for all.
    void writeOne(const Flow &flow, const InterviewAnswers &answers, const Step &step, bool isFirst)
    {
        const Interview &interview = answers.data().interview;
        const Answer *stored = answers.rowOfSpeaker(step.ref);
        const bool noted = stored && m_withTexts && (isFirst || answers.hasRowOfEach(step.ref));
        const QString note = noted ? stored->note : QString();
        const std::optional<MissingCode> missing = answers.missingOfSpeaker(step.ref);
        const QStringList probes = isFirst ? answers.data().probes.value(step.ref) : QStringList();
        if (step.value.isBlank() && !missing && note.isEmpty() && probes.isEmpty())
            return;
        const auto [titles, ids] = entries(step, step.instances.size());
        const Section &section = flow.protocol().sections[step.section];
        const bool picked = step.value.kind() == Value::Kind::Keys;
        line({toText(interview.id), QStringList(interview.pseudonyms).join(u"; "_s),
              speakerOf(flow, answers, step), interview.protocolTitle,
              QString::number(interview.protocolNumber), interview.state, interview.language, section.key,
              step.ref.question, titles, ids, m_withTexts ? flow.say(step) : flow.text(step.question->label),
              shown(flow, step, m_withTexts), picked ? step.value.keys().join(u"; "_s) : QString(),
              missing ? QString(info(*missing).key) : QString(), note, probes.join(u"; "_s),
              stored ? timeText(stored->updated) : QString(), m_offsets.value(step.ref)});
    }

    /// Titles and ids of the outer `depth` entries around a step.
    [[nodiscard]] std::pair<QString, QString> entries(const Step &step, qsizetype depth) const
    {
        QStringList titles, ids;
        for (const StepInstance &instance : step.instances.first(depth)) {
            const bool titled = m_withTexts && !instance.title.isEmpty();
            titles << (titled ? instance.title : QString::number(instance.position));
            ids << crockford(instance.id);
        }
        return {joined(titles, u" › "_s), ids.join(u'/')};
    }

    /// What was ticked of the whole entry or group that begins with `step`: a line of its own.
    void writeProbes(const Flow &flow, const InterviewAnswers &answers, const Step &step,
                     const QuestionRef &ref)
    {
        const QStringList probes = answers.data().probes.value(ref);
        const Question *question = answers.index().question(ref.question);
        if (probes.isEmpty() || !question)
            return;
        const Interview &interview = answers.data().interview;
        const Section &section = flow.protocol().sections[step.section];
        const auto [titles, ids] = entries(step, ref.instances.size());
        line({toText(interview.id), QStringList(interview.pseudonyms).join(u"; "_s),
              isInterviewerOnly(section, *question) ? QString() : answers.data().speakerName(ref),
              interview.protocolTitle, QString::number(interview.protocolNumber), interview.state,
              interview.language, section.key, ref.question, titles, ids, flow.text(question->label),
              QString(), QString(), QString(), QString(), probes.join(u"; "_s), QString(), QString()});
    }

    std::shared_ptr<const Protocol> protocolOf(ProtocolVersionId version)
    {
        std::shared_ptr<const Protocol> &protocol = m_protocols[version];
        if (!protocol) {
            const QByteArray content = version ? readProtocolContent(m_db, version) : QByteArray();
            protocol = std::make_shared<const Protocol>(readProtocolJson(content).protocol);
        }
        return protocol;
    }

    void line(const QStringList &cells)
    {
        ++m_lines;
        writeCsvLine(m_format, cells, m_file);
    }

    Connection &m_db;
    const CsvFormat &m_format;
    OutputFile &m_file;
    std::shared_ptr<const Codebook> m_codebook;
    const Consent m_consent;
    bool m_withTexts = true;
    QHash<QuestionRef, QString> m_offsets; ///< into the recording, of the interview being written
    CsvReport m_report;
    qint64 m_lines = 0;
    QHash<ProtocolVersionId, std::shared_ptr<const Protocol>> m_protocols;
};

} // namespace

CsvReport writeAnswers(Connection &db, const std::optional<QSet<InterviewId>> &chosen,
                       const CsvFormat &format, OutputFile &file, const std::function<void(double)> &progress)
{
    Writer writer(db, format, file);
    QVector<Interview> interviews = readInterviewNames(db);
    if (chosen)
        interviews.removeIf([&](const Interview &interview) { return !chosen->contains(interview.id); });
    std::reverse(interviews.begin(), interviews.end()); // oldest first
    for (qsizetype i = 0; i < interviews.size(); ++i) {
        writer.write(interviews[i].id);
        if (progress)
            progress(double(i + 1) / double(interviews.size()));
    }
    return writer.report();
}

} // namespace seamfinder
