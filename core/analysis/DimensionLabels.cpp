#include "core/analysis/DimensionLabels.h"

#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/ReadStudy.h"
#include "core/domain/Fields.h"

#include <algorithm>
#include <limits>
#include <QCollator>
#include <QCoreApplication>
#include <QDateTime>
#include <tuple>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
// The field whose fixed choices a dimension counts; nullptr if it is none of those.
const Field *choiceField(Dimension dimension)
{
    switch (dimension) {
    case Dimension::Status:
        return &fields::example::status;
    case Dimension::FirstHand:
        return &fields::example::firstHand;
    case Dimension::WhatIf:
        return &fields::example::whatIf;
    default:
        return nullptr;
    }
}

/// Whether {0, 0} means that nobody coded it yet.
bool isCoded(Dimension dimension)
{
    switch (dimension) {
    case Dimension::Participant:
    case Dimension::ParticipantRole:
    case Dimension::Interview:
    case Dimension::System:
    case Dimension::Coder:
    case Dimension::Status:
    case Dimension::Open:
        return false;
    default:
        return true;
    }
}

bool isNone(const DimensionValue &value)
{
    return value == DimensionValue{};
}
} // namespace

DimensionLabels DimensionLabels::read(Connection &db)
{
    DimensionLabels labels;
    labels.m_codebook = Codebook::read(db);
    for (const Term &term : labels.m_codebook.terms())
        labels.m_terms.insert(term.id.value, {term.key, term.label, labels.m_terms.size()});

    QVector<Participant> participants = readParticipants(db);
    QCollator collator;
    collator.setNumericMode(true);
    std::stable_sort(participants.begin(), participants.end(),
                     [&](const Participant &a, const Participant &b) {
                         return collator.compare(a.pseudonym, b.pseudonym) < 0;
                     });
    for (const Participant &participant : participants)
        labels.m_participants.insert(participant.id.value, {participant.pseudonym, participant.pseudonym,
                                                            labels.m_participants.size()});
    for (const System &system : readSystems(db))
        labels.m_systems.insert(system.id.value, {system.alias, system.alias, labels.m_systems.size()});
    QVector<Interview> interviews = readInterviewNames(db); // newest first
    std::reverse(interviews.begin(), interviews.end());
    for (const Interview &interview : interviews) {
        QStringList parts{interview.pseudonyms.toList().join(u", "_s)};
        if (interview.date)
            parts.append(QDateTime::fromMSecsSinceEpoch(*interview.date).date().toString(Qt::ISODate));
        parts.removeAll(QString());
        const QString key = toText(interview.id);
        labels.m_interviews.insert(interview.id.value, {key, parts.isEmpty() ? key : parts.join(u" · "_s),
                                                        labels.m_interviews.size()});
    }
    for (const Coder &coder : readCoders(db))
        labels.m_coders.insert(coder.id.value, {coder.initials, coder.name, labels.m_coders.size()});
    return labels;
}

const QHash<qint64, DimensionLabels::Name> *DimensionLabels::names(Dimension dimension) const
{
    switch (dimension) {
    case Dimension::Participant:
        return &m_participants;
    case Dimension::System:
        return &m_systems;
    case Dimension::Interview:
        return &m_interviews;
    case Dimension::Coder:
        return &m_coders;
    default:
        return &m_terms;
    }
}

DimensionLabels::Name DimensionLabels::name(Dimension dimension, qint64 first) const
{
    if (const Field *field = choiceField(dimension)) {
        if (first < 1 || size_t(first) > field->choices.size())
            return {};
        const Choice &choice = field->choices[size_t(first - 1)];
        return {choice.key, seamfinder::label(choice), first};
    }
    if (dimension == Dimension::Open) {
        const auto field = OpenField(first);
        return {openFieldKey(field), seamfinder::label(field), first};
    }
    // Of a row that is gone (in the bin, say) its number is all there is.
    const QHash<qint64, Name> &known = *names(dimension);
    const auto found = known.constFind(first);
    return found != known.cend()
               ? *found
               : Name{crockford(first), crockford(first), std::numeric_limits<qint64>::max()};
}

QString DimensionLabels::label(Dimension dimension, DimensionValue value) const
{
    if (isNone(value)) {
        if (dimension == Dimension::Status) // every example has one
            return QCoreApplication::translate("Dimension", "Need without an example");
        if (dimension == Dimension::Open)
            return QCoreApplication::translate("Dimension", "Nothing open");
        // What nobody coded yet is said alike wherever it stands; that there is no such system, say, is not
        // for anybody to code.
        return isCoded(dimension) ? QCoreApplication::translate("Dimension", "not yet coded")
                                  : QCoreApplication::translate("Dimension", "(none)");
    }
    if (dimension == Dimension::Flow)
        return name(dimension, value.first).label + u" → "_s + name(dimension, value.second).label;
    return name(dimension, value.first).label;
}

QString DimensionLabels::key(Dimension dimension, DimensionValue value) const
{
    if (isNone(value))
        return noneKey;
    if (dimension == Dimension::Flow)
        return name(dimension, value.first).key + u'>' + name(dimension, value.second).key;
    return name(dimension, value.first).key;
}

QVector<DimensionValue> DimensionLabels::values(Dimension dimension) const
{
    QVector<DimensionValue> values;
    if (const Field *field = choiceField(dimension)) {
        for (size_t i = 0; i < field->choices.size(); ++i)
            values.append({qint64(i + 1), 0});
        return values;
    }
    if (dimension == Dimension::Open) {
        for (const OpenField field : openFields())
            values.append({qint64(field), 0});
        return values;
    }
    const QLatin1StringView facet = dimension == Dimension::Flow ? "role"_L1 : info(dimension).facet;
    if (facet.isEmpty()) {
        for (const qint64 id : names(dimension)->keys())
            values.append({id, 0});
        return sorted(dimension, values);
    }
    const QVector<Term> terms = m_codebook.inFacet(QString(facet));
    for (const Term &term : terms) {
        if (dimension != Dimension::Flow)
            values.append({term.id.value, 0});
        else
            for (const Term &to : terms)
                values.append({term.id.value, to.id.value});
    }
    return values;
}

std::optional<DimensionValue> DimensionLabels::fromKey(Dimension dimension, QStringView text) const
{
    if (text == noneKey)
        return DimensionValue{};
    for (const DimensionValue &value : values(dimension)) {
        if (key(dimension, value).compare(text, Qt::CaseInsensitive) == 0)
            return value;
    }
    return std::nullopt;
}

std::tuple<bool, qint64, qint64> DimensionLabels::rank(Dimension dimension, DimensionValue value) const
{
    return {isNone(value), name(dimension, value.first).rank,
            dimension == Dimension::Flow ? name(dimension, value.second).rank : 0};
}

bool DimensionLabels::comesBefore(Dimension dimension, DimensionValue one, DimensionValue other) const
{
    return rank(dimension, one) < rank(dimension, other);
}

QVector<DimensionValue> DimensionLabels::sorted(Dimension dimension, QVector<DimensionValue> values) const
{
    std::sort(values.begin(), values.end(), [&](const DimensionValue &one, const DimensionValue &other) {
        return comesBefore(dimension, one, other);
    });
    return values;
}

QString DimensionLabels::colour(DimensionValue value) const
{
    const Term *term = m_codebook.term(TermId{value.first});
    return term ? term->colour : QString();
}

} // namespace seamfinder
