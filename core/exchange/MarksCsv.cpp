#include "core/exchange/MarksCsv.h"

#include "core/catalogue/ReadCodebook.h"
#include "core/catalogue/ReadExamples.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/ReadMarks.h"
#include "core/catalogue/ReadStudy.h"
#include "core/exchange/CsvLine.h"
#include "core/exchange/InterviewsCsv.h"
#include "core/interview/InterviewAnswers.h"
#include "core/interview/InterviewData.h"
#include "core/interview/InterviewTime.h"
#include "core/interview/WordsAround.h"
#include "core/protocol/ProtocolJson.h"

#include <QDateTime>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

QString speakerOf(const Mark &mark, const Interview &interview)
{
    const qsizetype at = interview.participants.indexOf(mark.words.speaker);
    return at < 0 ? QString() : interview.pseudonyms.value(at);
}

/// That was being written down, or that was asked about.
ExampleId exampleAbout(Connection &db, const Mark &mark)
{
    const auto isThere = [&db](ExampleId example) {
        const auto found = readExample(db, example);
        return found && !found->deletedAt;
    };
    if (const ExampleId held = exampleOf(mark))
        return isThere(held) ? held : ExampleId{};
    for (const qint64 instance : refOf(mark.place).instances) {
        if (isThere(ExampleId{instance}))
            return ExampleId{instance};
    }
    return {};
}

/// As evidence of it would: where quotes were agreed to in other words only, what the interviewer noted is
/// the interviewer's wording.
bool mayLeave(const Mark &mark, const Interview &interview, Sharing sharing)
{
    const bool isOwn = interview.quotes == "paraphrase"_L1 && mark.words.sourceKind != "transcript"_L1;
    return sharing == Sharing::Verbatim || (sharing == Sharing::OwnWords && isOwn);
}

/// As they read now: who marks a sentence while writing marks the beginning of it.
class WholeWords
{
public:
    WholeWords(Connection &db, const Interview &interview, const std::shared_ptr<const Codebook> &codebook)
        : m_answers(std::make_shared<const Protocol>(
                        readProtocolJson(interview.version ? readProtocolContent(db, interview.version)
                                                           : QByteArray())
                            .protocol),
                    codebook)
    {
        m_answers.setData(InterviewData::read(db, interview.id));
    }
    [[nodiscard]] QString of(const Mark &mark) const
    {
        return mark.words.quote.isEmpty() ? QString() : wordsAround(mark, m_answers).marked;
    }

private:
    InterviewAnswers m_answers;
};

} // namespace

CsvReport writeMarks(Connection &db, const std::optional<QSet<InterviewId>> &chosen, const CsvFormat &format,
                     OutputFile &file, const std::function<void(double)> &progress)
{
    writeCsvLine(format,
                 {u"mark_id"_s, u"interview"_s, u"participants"_s, u"speaker"_s, u"protocol"_s, u"version"_s,
                  u"question"_s, u"instances"_s, u"kind"_s, u"words"_s, u"done"_s, u"example_id"_s, u"time"_s,
                  u"recording_ms"_s},
                 file);
    qint64 rows = 0;
    const auto codebook = std::make_shared<const Codebook>(Codebook::read(db));
    const auto write = [&](const Interview &interview, Sharing sharing) {
        const QVector<Mark> marks = readMarks(db, interview.id);
        const bool mayBeRecorded = interview.mayRecord != "no"_L1;
        const InterviewTime times =
            interviewTime(marks.isEmpty() ? QVector<ParadataEvent>() : readParadataMoments(db, interview.id),
                          Protocol{}); // sections play no part in it
        bool stayed = false;
        std::optional<WholeWords> whole;
        if (!marks.isEmpty())
            whole.emplace(db, interview, codebook);
        for (const Mark &mark : marks) {
            const bool leaves = mayLeave(mark, interview, sharing);
            stayed = stayed || (!leaves && !mark.words.quote.isEmpty());
            const auto recording = mayBeRecorded ? times.recordingOffset(mark.time) : std::nullopt;
            const ExampleId example = exampleAbout(db, mark);
            ++rows;
            writeCsvLine(format,
                         {toText(mark.id), toText(interview.id),
                          QStringList(interview.pseudonyms).join(u"; "_s), speakerOf(mark, interview),
                          interview.protocolTitle, QString::number(interview.protocolNumber),
                          mark.place.question, mark.place.instances, keyOf(mark.kind),
                          leaves ? whole->of(mark) : QString(), mark.done ? u"1"_s : u"0"_s,
                          example ? toText(example) : QString(),
                          QDateTime::fromMSecsSinceEpoch(mark.time, Qt::UTC).toString(Qt::ISODateWithMs),
                          recording ? QString::number(*recording) : QString()},
                         file);
        }
        return stayed;
    };
    CsvReport report = writeInterviews(db, chosen, progress, write);
    report.rows = rows;
    return report;
}

} // namespace seamfinder
