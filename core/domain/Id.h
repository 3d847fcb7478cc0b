#pragma once

#include <compare>
#include <optional>
#include <QHashFunctions>
#include <QLatin1StringView>
#include <QString>

namespace seamfinder {

/// A row's key: 63 bits, time-ordered, unique across files (see IdGenerator.h). 0 means "none".
/// The tag makes an ExampleId and a GapId different types; its prefix is what the text form starts with.
template <class Tag>
struct Id
{
    qint64 value = 0;

    friend auto operator<=>(const Id &, const Id &) = default;
    explicit operator bool() const { return value != 0; }
};

template <class Tag>
size_t qHash(Id<Tag> id, size_t seed = 0)
{
    return ::qHash(id.value, seed);
}

/// `value` as 13 characters of Crockford's base32 (https://www.crockford.com/base32.html), lower case, no
/// check sign. A spreadsheet would round a 63-bit number, so every text format uses this form.
QString crockford(qint64 value);

/// The inverse; reads upper case and the look-alikes o, i and l too. Nothing if the text is no such number.
std::optional<qint64> fromCrockford(QStringView text);

QString idText(QLatin1StringView prefix, qint64 value);
std::optional<qint64> idFromText(QLatin1StringView prefix, QStringView text);

/// "ex-0123456789abc"; empty for no id.
template <class Tag>
QString toText(Id<Tag> id)
{
    return id ? idText(Tag::prefix, id.value) : QString();
}

template <class Tag>
std::optional<Id<Tag>> fromText(QStringView text)
{
    if (const auto value = idFromText(Tag::prefix, text))
        return Id<Tag>{*value};
    return std::nullopt;
}

#define SEAMFINDER_ID(Name, text)                                                                            \
    struct Name##Tag                                                                                         \
    {                                                                                                        \
        static constexpr QLatin1StringView prefix{text};                                                     \
    };                                                                                                       \
    using Name##Id = Id<Name##Tag>

SEAMFINDER_ID(Coder, "cod");
SEAMFINDER_ID(Participant, "par");
SEAMFINDER_ID(System, "sys");
SEAMFINDER_ID(Protocol, "pro");
SEAMFINDER_ID(ProtocolVersion, "ver");
SEAMFINDER_ID(Interview, "int");
SEAMFINDER_ID(Sitting, "sit");
SEAMFINDER_ID(Answer, "ans");
SEAMFINDER_ID(Example, "ex");
SEAMFINDER_ID(Gap, "gap");
SEAMFINDER_ID(Practice, "pra");
SEAMFINDER_ID(Incident, "inc");
SEAMFINDER_ID(Term, "term");
SEAMFINDER_ID(Coding, "cdg");
SEAMFINDER_ID(Excerpt, "exc");
SEAMFINDER_ID(Evidence, "evi");
SEAMFINDER_ID(Transcript, "tra");
SEAMFINDER_ID(JournalEntry, "jou");

#undef SEAMFINDER_ID

} // namespace seamfinder
