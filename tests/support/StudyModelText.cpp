#include "core/catalogue/Query.h"
#include "core/catalogue/ReadBin.h"
#include "core/catalogue/ReadCodebook.h"
#include "core/catalogue/ReadExamples.h"
#include "tests/support/StudyModel.h"

#include <algorithm>

namespace seamfinder::test {

using namespace Qt::StringLiterals;

namespace {
struct Line
{
    qint64 id = 0;
    bool isGap = false;
    qint64 example = 0, interview = 0, participant = 0, updated = 0;
    std::optional<qint64> deletedAt;
    QStringList facts;

    [[nodiscard]] QString text()
    {
        facts.sort();
        return u"%1 %2 of %3 in %4 by %5 at %6 deleted %7 %8"_s.arg(isGap ? u"gap"_s : u"example"_s)
            .arg(id)
            .arg(example)
            .arg(interview)
            .arg(participant)
            .arg(updated)
            .arg(deletedAt.value_or(0))
            .arg(facts.join(u' '));
    }
};

QString fact(const QString &field, const QVariant &value)
{
    return u"%1=\"%2\""_s.arg(field, value.toString());
}

QString fact(const QString &field, const QVector<CodedTerm> &terms)
{
    QStringList parts;
    for (const CodedTerm &term : terms)
        parts.append(u"%1/%2/%3/%4/%5"_s.arg(term.term.value)
                         .arg(int(term.main))
                         .arg(term.pair)
                         .arg(int(term.team))
                         .arg(term.other));
    parts.sort();
    return field + u'[' + parts.join(u' ') + u']';
}

QString fact(const QString &field, MissingCode code)
{
    return field + u'?' + info(code).key;
}

QString gapsLine(qint64 example, const QStringList &gaps)
{
    return u"gaps of %1: %2"_s.arg(example).arg(gaps.join(u' '));
}

QString binLine(std::vector<qint64> ids)
{
    std::sort(ids.begin(), ids.end());
    QStringList texts;
    for (const qint64 id : ids)
        texts.append(QString::number(id));
    return u"bin: "_s + texts.join(u' ');
}

Line lineOf(const Record &record, bool isGap)
{
    Line line;
    line.id = record.id;
    line.isGap = isGap;
    for (const auto &[field, value] : record.values.asKeyValueRange()) {
        if (!value.toString().isEmpty())
            line.facts.append(fact(field, value));
    }
    for (const auto &[field, terms] : record.terms.asKeyValueRange())
        line.facts.append(fact(field, terms));
    for (const auto &[field, code] : record.missing.asKeyValueRange())
        line.facts.append(fact(field, code));
    return line;
}

QString lineOf(const ExampleRecord &example)
{
    Line line = lineOf(example, false);
    line.interview = example.interview.value;
    line.participant = example.participant.value;
    line.updated = example.updated;
    line.deletedAt = example.deletedAt;
    return line.text();
}

QString lineOf(const GapRecord &gap)
{
    Line line = lineOf(gap, true);
    line.example = gap.example.value;
    line.interview = gap.interview.value;
    line.participant = gap.participant.value;
    line.updated = gap.updated;
    line.deletedAt = gap.deletedAt;
    return line.text();
}

QString lineOf(const StudyModel &model, const ModelUnit &unit)
{
    Line line{unit.id,          unit.isGap,   unit.example,   unit.interview,
              unit.participant, unit.updated, unit.deletedAt, {}};
    for (const auto &[field, value] : unit.values)
        line.facts.append(fact(field, value));
    for (const auto &[field, layers] : unit.codings) {
        if (const QVector<CodedTerm> terms = model.adopted(layers); !terms.isEmpty())
            line.facts.append(fact(field, terms));
    }
    for (const auto &[field, missing] : unit.missing)
        line.facts.append(fact(field, missing.code));
    return line.text();
}

template <class IdType>
QVector<IdType> idsIn(Connection &db, const QString &table)
{
    QVector<IdType> ids;
    Query q = db.query(u"SELECT id FROM %1 ORDER BY id"_s.arg(table));
    while (q.next())
        ids.append(q.id<IdType>(0));
    return ids;
}
} // namespace

QStringList described(const StudyModel &model)
{
    QStringList lines;
    std::vector<qint64> bin;
    for (const bool gaps : {false, true}) {
        for (const qint64 id : model.idsOf(gaps)) {
            const ModelUnit &unit = model.units.at(id);
            lines.append(lineOf(model, unit));
            if (unit.deletedAt && !(unit.example != 0 && model.units.at(unit.example).deletedAt))
                bin.push_back(id);
        }
    }
    for (const qint64 example : model.idsOf(false)) {
        QStringList below;
        for (const qint64 gap : model.idsOf(true)) {
            if (model.units.at(gap).example == example && !model.units.at(gap).deletedAt)
                below.append(QString::number(gap));
        }
        lines.append(gapsLine(example, below));
    }
    lines.append(binLine(bin));
    for (const auto &[label, id] : model.tags)
        lines.append(u"tag %1 %2"_s.arg(id).arg(label));
    return lines;
}

QStringList described(Connection &db)
{
    QStringList lines;
    const QVector<ExampleRecord> examples = readExamples(db, idsIn<ExampleId>(db, u"example"_s));
    for (const ExampleRecord &example : examples)
        lines.append(lineOf(example));
    for (const GapRecord &gap : readGaps(db, idsIn<GapId>(db, u"gap"_s)))
        lines.append(lineOf(gap));
    for (const ExampleRecord &example : examples) {
        QStringList below;
        for (const GapRecord &gap : example.gaps)
            below.append(QString::number(gap.id));
        lines.append(gapsLine(example.id, below));
    }
    std::vector<qint64> bin;
    for (const CatalogueRow &row : readBin(db))
        bin.push_back(row.id);
    lines.append(binLine(bin));
    Query tags = db.query(u"SELECT id, label FROM term WHERE facet = 'tag' ORDER BY label"_s);
    while (tags.next())
        lines.append(u"tag %1 %2"_s.arg(tags.integer(0)).arg(tags.text(1)));
    return lines;
}

} // namespace seamfinder::test
