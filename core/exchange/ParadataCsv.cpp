#include "core/exchange/ParadataCsv.h"

#include "core/catalogue/Consent.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/exchange/CsvExport.h"
#include "core/exchange/CsvLine.h"
#include "core/protocol/ProtocolIndex.h"
#include "core/protocol/ProtocolJson.h"

#include <QDateTime>
#include <QHash>
#include <QSet>
#include <set>

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
    static const QSet<QString> own{u"missing"_s, u"mark"_s, u"probe"_s, u"language"_s, u"consent"_s};
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
              u"event"_s, u"detail"_s});
    }

    void write(const Interview &interview, Sharing sharing)
    {
        const QHash<QString, QString> &sections = sectionsOfVersion(interview.version);
        const QStringList people(interview.pseudonyms.begin(), interview.pseudonyms.end());
        std::optional<qint64> recording;
        for (const ParadataEvent &event : readParadata(m_db, interview.id)) {
            if (event.event == "recording"_L1)
                recording = event.time;
            line({toText(interview.id), people.join(u"; "_s), interview.protocolTitle,
                  QString::number(interview.protocolNumber), interview.state, idText("ses"_L1, event.session),
                  QDateTime::fromMSecsSinceEpoch(event.time, Qt::UTC).toString(Qt::ISODateWithMs),
                  QString::number(event.offsetMs),
                  recording ? QString::number(event.time - *recording) : QString(),
                  sections.value(event.place.question), event.place.question, event.place.instances,
                  event.event,
                  sharing == Sharing::Verbatim || hasOwnDetail(event.event) ? event.detail : QString()});
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

    void line(const QStringList &cells) { writeCsvLine(m_format, cells, m_file); }

    Connection &m_db;
    const CsvFormat &m_format;
    OutputFile &m_file;
    QHash<ProtocolVersionId, QHash<QString, QString>> m_sections;
};

} // namespace

CsvReport writeParadata(Connection &db, const CsvFormat &format, OutputFile &file,
                        const std::function<void(double)> &progress)
{
    Writer writer(db, format, file);
    CsvReport report;
    std::set<ParticipantId> people;
    const Consent consent = Consent::read(db);
    QVector<Interview> interviews = readInterviewNames(db);
    std::reverse(interviews.begin(), interviews.end()); // oldest first
    for (qsizetype i = 0; i < interviews.size(); ++i) {
        const Sharing sharing = consent.ofInterview(interviews[i].id);
        if (sharing == Sharing::Nothing) {
            ++report.withheld;
        } else {
            writer.write(interviews[i], sharing);
            report.withoutTexts += sharing == Sharing::Codes ? 1 : 0;
            people.insert(interviews[i].participants.cbegin(), interviews[i].participants.cend());
        }
        if (progress)
            progress(double(i + 1) / double(interviews.size()));
    }
    report.participants = {people.begin(), people.end()};
    return report;
}

} // namespace seamfinder
