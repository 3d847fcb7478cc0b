#include "core/exchange/ParadataCsv.h"

#include "core/catalogue/ParadataChange.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/exchange/CsvLine.h"
#include "core/exchange/InterviewsCsv.h"
#include "core/interview/InterviewTime.h"
#include "core/protocol/ProtocolIndex.h"
#include "core/protocol/ProtocolJson.h"

#include <QDateTime>
#include <QHash>
#include <QSet>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

/// A version's questions by the section that they are in.
QHash<QString, QString> sectionsOf(const Protocol &protocol)
{
    QHash<QString, QString> sections;
    const ProtocolIndex index(protocol);
    for (const IndexedQuestion &each : index.questions())
        sections.insert(each.question->name, protocol.sections[each.section].key);
    return sections;
}

/// Of these events the detail is a key of the program's own; of any other it may be what somebody typed.
bool hasOwnDetail(const QString &event)
{
    static const QSet<QString> own{u"missing"_s,  u"mark"_s,    u"probe"_s,
                                   u"language"_s, u"consent"_s, u"recording"_s};
    return own.contains(event);
}

class Writer
{
public:
    Writer(Connection &db, const CsvFormat &format, OutputFile &file)
        : m_db(db)
        , m_format(format)
        , m_file(file)
    {
        line({u"interview"_s, u"participants"_s, u"protocol"_s, u"version"_s, u"state"_s, u"session"_s,
              u"time"_s, u"offset_ms"_s, u"recording_ms"_s, u"section"_s, u"question"_s, u"instances"_s,
              u"event"_s, u"detail"_s, u"old"_s, u"new"_s});
    }

    /// Without the one that names the columns.
    [[nodiscard]] qint64 rows() const { return m_lines - 1; }

    void write(const Interview &interview, Sharing sharing)
    {
        const QHash<QString, QString> &sections = sectionsOfVersion(interview.version);
        const QStringList people(interview.pseudonyms.begin(), interview.pseudonyms.end());
        const QVector<ParadataEvent> events = readParadata(m_db, interview.id);
        const InterviewTime times = interviewTime(events, Protocol{}); // sections play no part in it
        for (const ParadataEvent &event : events) {
            const std::optional<qint64> recording =
                interview.mayRecord == "no"_L1 ? std::nullopt : times.recordingOffset(event.time);
            const auto change = event.event == "changed"_L1 ? ParadataChange::fromDetail(event.detail)
                                                            : std::optional<ParadataChange>();
            const bool quoted = sharing == Sharing::Verbatim;
            const bool told = change && (quoted || !change->typed);
            line({toText(interview.id), people.join(u"; "_s), interview.protocolTitle,
                  QString::number(interview.protocolNumber), interview.state, idText("ses"_L1, event.session),
                  QDateTime::fromMSecsSinceEpoch(event.time, Qt::UTC).toString(Qt::ISODateWithMs),
                  QString::number(event.offsetMs), recording ? QString::number(*recording) : QString(),
                  sections.value(event.place.question), event.place.question, event.place.instances,
                  event.event,
                  change                                ? change->target()
                  : quoted || hasOwnDetail(event.event) ? event.detail
                                                        : QString(),
                  told ? change->before : QString(), told ? change->after : QString()});
        }
    }

private:
    const QHash<QString, QString> &sectionsOfVersion(ProtocolVersionId version)
    {
        auto found = m_sections.find(version);
        if (found == m_sections.end()) {
            const QByteArray content = version ? readProtocolContent(m_db, version) : QByteArray();
            found = m_sections.insert(version, sectionsOf(readProtocolJson(content).protocol));
        }
        return *found;
    }

    void line(const QStringList &cells)
    {
        ++m_lines;
        writeCsvLine(m_format, cells, m_file);
    }

    Connection &m_db;
    const CsvFormat &m_format;
    OutputFile &m_file;
    QHash<ProtocolVersionId, QHash<QString, QString>> m_sections;
    qint64 m_lines = 0;
};

} // namespace

CsvReport writeParadata(Connection &db, const std::optional<QSet<InterviewId>> &chosen,
                        const CsvFormat &format, OutputFile &file,
                        const std::function<void(double)> &progress)
{
    Writer writer(db, format, file);
    CsvReport report =
        writeInterviews(db, chosen, progress, [&writer](const Interview &interview, Sharing sharing) {
            writer.write(interview, sharing);
            return sharing == Sharing::Codes;
        });
    report.rows = writer.rows();
    return report;
}

} // namespace seamfinder
