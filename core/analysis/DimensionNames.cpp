#include "core/analysis/DimensionNames.h"

#include "core/catalogue/ReadInterviews.h"
#include "core/domain/Fields.h"

#include <limits>
#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

std::span<const Choice> choicesOf(Dimension dimension)
{
    switch (dimension) {
    case Dimension::Status:
        return fields::example::status.choices;
    case Dimension::FirstHand:
        return fields::example::firstHand.choices;
    case Dimension::WhatIf:
        return fields::example::whatIf.choices;
    default:
        return {};
    }
}

QString tr(const char *text)
{
    return QCoreApplication::translate("DimensionNames", text);
}

QString interviewLabel(const Interview &interview)
{
    const QString who = interview.pseudonyms.isEmpty()
                            ? tr(QT_TRANSLATE_NOOP("DimensionNames", "Interview"))
                            : QStringList(interview.pseudonyms).join(u", "_s);
    if (!interview.date)
        return who;
    const QDate day = QDateTime::fromMSecsSinceEpoch(*interview.date).date();
    return who + u" · "_s + QLocale().toString(day, QLocale::ShortFormat);
}

} // namespace

bool isCoded(Dimension dimension)
{
    switch (dimension) {
    case Dimension::Participant:
    case Dimension::ParticipantRole:
    case Dimension::Interview:
    case Dimension::System:
    case Dimension::Coder:
    case Dimension::Open:
        return false;
    default:
        return true;
    }
}

DimensionNames DimensionNames::read(Connection &db, const Codebook &codebook)
{
    DimensionNames names;
    for (const Term &term : codebook.terms())
        names.add(term.id.value, {.label = term.label, .key = term.key, .colour = term.colour});
    for (const Participant &participant : readParticipants(db))
        names.add(participant.id.value, {.label = participant.pseudonym, .key = participant.pseudonym});
    for (const System &system : readSystems(db))
        names.add(system.id.value, {.label = system.alias, .key = system.alias});
    for (const Coder &coder : readCoders(db))
        names.add(coder.id.value,
                  {.label = coder.name.isEmpty() ? coder.initials : coder.name, .key = coder.initials});
    const QVector<Interview> interviews = readInterviews(db);
    for (auto it = interviews.crbegin(); it != interviews.crend(); ++it) // they come newest first
        names.add(it->id.value, {.label = interviewLabel(*it), .key = toText(it->id)});
    return names;
}

void DimensionNames::add(qint64 id, Name name)
{
    name.rank = int(m_names.size());
    m_names.insert(id, std::move(name));
}

QString DimensionNames::plainLabel(Dimension dimension, qint64 id) const
{
    if (dimension == Dimension::Open && id > 0 && id <= qint64(openFields().size()))
        return seamfinder::label(OpenField(id));
    if (const auto choices = choicesOf(dimension); id > 0 && id <= qint64(choices.size()))
        return seamfinder::label(choices[size_t(id - 1)]);
    if (id == 0)
        return isCoded(dimension) ? tr(QT_TRANSLATE_NOOP("DimensionNames", "not yet coded"))
                                  : tr(QT_TRANSLATE_NOOP("DimensionNames", "none"));
    const auto found = m_names.constFind(id);
    return found == m_names.cend() || found->label.isEmpty() ? crockford(id) : found->label;
}

QString DimensionNames::plainKey(Dimension dimension, qint64 id) const
{
    if (dimension == Dimension::Open && id > 0 && id <= qint64(openFields().size()))
        return openFieldKey(OpenField(id));
    if (const auto choices = choicesOf(dimension); id > 0 && id <= qint64(choices.size()))
        return choices[size_t(id - 1)].key;
    if (id == 0)
        return u"(none)"_s;
    const auto found = m_names.constFind(id);
    return found == m_names.cend() || found->key.isEmpty() ? crockford(id) : found->key;
}

QString DimensionNames::label(Dimension dimension, DimensionValue value) const
{
    if (dimension != Dimension::Flow || value == DimensionValue{})
        return plainLabel(dimension, value.first);
    const auto side = [&](qint64 id) { return id ? plainLabel(dimension, id) : u"?"_s; };
    return side(value.first) + u" → "_s + side(value.second);
}

QString DimensionNames::key(Dimension dimension, DimensionValue value) const
{
    if (dimension != Dimension::Flow || value == DimensionValue{})
        return plainKey(dimension, value.first);
    return plainKey(dimension, value.first) + u'>' + plainKey(dimension, value.second);
}

QString DimensionNames::colour(DimensionValue value) const
{
    return value.second ? QString() : m_names.value(value.first).colour;
}

int DimensionNames::rank(qint64 id) const
{
    if (id == 0)
        return std::numeric_limits<int>::max();
    const auto found = m_names.constFind(id);
    return found == m_names.cend() ? std::numeric_limits<int>::max() - 1 : found->rank;
}

bool DimensionNames::comesBefore(DimensionValue one, DimensionValue other) const
{
    const auto place = [this](DimensionValue value) {
        // A value with nothing beside it is no flow; its second part must not decide.
        return std::tuple(rank(value.first), value.second ? rank(value.second) : -1, value.first,
                          value.second);
    };
    if (one.first == 0 && other.first == 0) // flows without an owner, and "(none)" after them
        return std::tuple(one.second == 0, rank(one.second), one.second) <
               std::tuple(other.second == 0, rank(other.second), other.second);
    return place(one) < place(other);
}

} // namespace seamfinder
