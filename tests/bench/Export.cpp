#include "core/catalogue/FacetNumbers.h"
#include "core/catalogue/Study.h"
#include "core/domain/Fields.h"
#include "core/exchange/CsvExport.h"
#include "tests/bench/Steps.h"

#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

namespace seamfinder::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int rounds = 3;

/// A facet's labels or keys in one cell, as the exports write them.
QString joined(const Field &field, const QString &target, const QString &column)
{
    return u"(SELECT group_concat(%1, '; ') FROM adopted JOIN term ON term.id = adopted.term WHERE target = %2 AND adopted.facet = %3)"_s
        .arg(column, target)
        .arg(facetNumber(field));
}

/// Example and gap by name, with what each facet is coded as: what the layout "gaps" has, without the texts
/// that the synthetic study leaves empty.
QString gapsSql()
{
    QStringList columns{
        u"example.id"_s,       u"gap.id"_s,         u"example.interview"_s, u"participant.pseudonym"_s,
        u"system.alias"_s,     u"interview.date"_s, u"protocol.title"_s,    u"protocol_version.number"_s,
        u"example.title"_s,    u"counted_on"_s,     u"turned_out"_s,        u"led_to"_s,
        u"feared"_s,           u"example.status"_s, u"severity"_s,          u"confidence"_s,
        u"occurrence.label"_s, u"occurrence.key"_s, u"source.label"_s,      u"source.key"_s,
        u"breadth.label"_s,    u"breadth.key"_s,    u"information"_s,       u"importance"_s,
        u"example.created"_s,  u"example.updated"_s};
    for (const auto &[entity, target] :
         {std::pair(Entity::Example, u"example.id"_s), std::pair(Entity::Gap, u"gap.id"_s)}) {
        for (const Field &field : fieldsOf(entity)) {
            if (field.kind == FieldKind::Coding)
                columns << joined(field, target, u"term.label"_s) << joined(field, target, u"term.key"_s);
        }
    }
    columns << u"(SELECT count(*) FROM evidence WHERE target = example.id)"_s;
    return u"SELECT %1 FROM example LEFT JOIN gap ON gap.example = example.id AND gap.deleted_at IS NULL "
           "LEFT JOIN participant ON participant.id = example.participant LEFT JOIN system ON system.id = "
           "example.system "
           "LEFT JOIN interview ON interview.id = example.interview LEFT JOIN protocol_version ON "
           "protocol_version.id = "
           "interview.protocol_version LEFT JOIN protocol ON protocol.id = protocol_version.protocol LEFT "
           "JOIN term "
           "occurrence ON occurrence.id = example.occurrence LEFT JOIN term source ON source.id = "
           "example.source "
           "LEFT JOIN term breadth ON breadth.id = example.breadth WHERE example.deleted_at IS NULL "
           "ORDER BY example.id, gap.position;"_s.arg(columns.join(u", "));
}

QString codingsSql()
{
    return u"SELECT coding.target, coalesce(gap.example, coding.target), gap.id, host.interview, "
           u"participant.pseudonym, "
           "role.label, role.key, system.alias, interview.date, protocol.title, protocol_version.number, "
           "coding_facet.key, "
           "term.label, term.key, coding.main, coding.pair, coding.team, coding.other, coder.name, "
           "coding.stage, coding.time "
           "FROM coding JOIN coding_facet ON coding_facet.id = coding.facet JOIN term ON term.id = "
           "coding.term "
           "JOIN coder ON coder.id = coding.coder LEFT JOIN gap ON gap.id = coding.target "
           "LEFT JOIN example AS host ON host.id = coalesce(gap.example, coding.target) "
           "LEFT JOIN participant ON participant.id = coalesce(host.participant, gap.participant) "
           "LEFT JOIN participant_term ON participant_term.participant = participant.id AND "
           "participant_term.field = 'role' "
           "AND participant_term.main LEFT JOIN term AS role ON role.id = participant_term.term "
           "LEFT JOIN system ON system.id = host.system LEFT JOIN interview ON interview.id = host.interview "
           "LEFT JOIN protocol_version ON protocol_version.id = interview.protocol_version "
           "LEFT JOIN protocol ON protocol.id = protocol_version.protocol ORDER BY coding.target, coding.facet;"_s;
}

double shell(const QString &path, const QString &sql, const QString &output)
{
    QProcess sqlite;
    sqlite.setStandardOutputFile(output);
    return time([&] {
        sqlite.start(u"sqlite3"_s, {u"-readonly"_s, u"-csv"_s, u"-header"_s, path, sql});
        if (!sqlite.waitForFinished(-1) || sqlite.exitCode() != 0)
            qFatal("sqlite3: %s", sqlite.readAllStandardError().constData());
    });
}

void compare(Measurements &all, const QString &path, CsvLayout layout, const QString &name,
             const QString &sql)
{
    const QTemporaryDir folder(QFileInfo(path).path() + u"/csv-XXXXXX"_s);
    const QString ours = folder.filePath(u"ours.csv"_s), theirs = folder.filePath(u"theirs.csv"_s);
    QVector<double> taken, beside;
    for (int round = 0; round < rounds; ++round) {
        taken.append(time([&] {
            const auto study = Study::open(path, Study::Mode::Read);
            Connection db = study->openReader();
            exportCsv(db, {.layout = layout}, path, ours);
        }));
        beside.append(shell(path, sql, theirs));
    }
    const double megabytes = double(QFileInfo(ours).size()) / 1e6,
                 theirMegabytes = double(QFileInfo(theirs).size()) / 1e6;
    all.append({u"CSV of everything, %1 (%2 MB; shell: %3 MB)"_s.arg(name)
                    .arg(megabytes, 0, 'f', 0)
                    .arg(theirMegabytes, 0, 'f', 0),
                median(taken), u"ms"_s, median(taken) / median(beside), u"sqlite3 -csv"_s});
}
} // namespace

Measurements measureExport(const QString &path)
{
    Measurements all;
    compare(all, path, CsvLayout::Gaps, u"a row for each gap"_s, gapsSql());
    compare(all, path, CsvLayout::Codings, u"a row for each coding"_s, codingsSql());
    all.append({u"peak memory of the exports"_s, peakMemory(), u"MB"_s});
    return all;
}

} // namespace seamfinder::bench
