#include "core/protocol/Protocol.h"

#include <array>

namespace seamfinder {

namespace {
template <class Enum>
struct Name
{
    Enum value;
    QLatin1StringView key;
};

constexpr std::array<Name<QuestionType>, 14> typeNames{{
    {QuestionType::Note, QLatin1StringView("note")},
    {QuestionType::Card, QLatin1StringView("card")},
    {QuestionType::Acknowledge, QLatin1StringView("acknowledge")},
    {QuestionType::Text, QLatin1StringView("text")},
    {QuestionType::Integer, QLatin1StringView("integer")},
    {QuestionType::Decimal, QLatin1StringView("decimal")},
    {QuestionType::Date, QLatin1StringView("date")},
    {QuestionType::Scale, QLatin1StringView("scale")},
    {QuestionType::SelectOne, QLatin1StringView("select-one")},
    {QuestionType::SelectMany, QLatin1StringView("select-many")},
    {QuestionType::Rank, QLatin1StringView("rank")},
    {QuestionType::Calculated, QLatin1StringView("calculated")},
    {QuestionType::Group, QLatin1StringView("group")},
    {QuestionType::Repeat, QLatin1StringView("repeat")},
}};
constexpr std::array<Name<Priority>, 2> priorityNames{{
    {Priority::Core, QLatin1StringView("core")},
    {Priority::IfTime, QLatin1StringView("if-time")},
}};
constexpr std::array<Name<AnswerWhen>, 3> whenNames{{
    {AnswerWhen::Live, QLatin1StringView("live")},
    {AnswerWhen::After, QLatin1StringView("after")},
    {AnswerWhen::Either, QLatin1StringView("either")},
}};

template <class Names, class Enum>
QLatin1StringView nameOf(const Names &names, Enum value)
{
    for (const auto &name : names) {
        if (name.value == value)
            return name.key;
    }
    return {};
}

template <class Enum, size_t n>
std::optional<Enum> valueOf(const std::array<Name<Enum>, n> &names, QStringView key)
{
    for (const auto &name : names) {
        if (key == name.key)
            return name.value;
    }
    return std::nullopt;
}
} // namespace

bool operator==(const Question &a, const Question &b) = default;

int Protocol::totalMinutes() const
{
    int total = reserveMinutes;
    for (const Section &section : sections)
        total += section.minutes;
    return total;
}

QLatin1StringView keyOf(QuestionType type)
{
    return nameOf(typeNames, type);
}

QLatin1StringView keyOf(Priority priority)
{
    return nameOf(priorityNames, priority);
}

QLatin1StringView keyOf(AnswerWhen when)
{
    return nameOf(whenNames, when);
}

std::optional<QuestionType> questionTypeFromKey(QStringView key)
{
    return valueOf(typeNames, key);
}

std::optional<Priority> priorityFromKey(QStringView key)
{
    return valueOf(priorityNames, key);
}

std::optional<AnswerWhen> answerWhenFromKey(QStringView key)
{
    return valueOf(whenNames, key);
}

Value::Kind valueKind(QuestionType type)
{
    switch (type) {
    case QuestionType::Acknowledge:
        return Value::Kind::Boolean;
    case QuestionType::Text:
        return Value::Kind::Text;
    case QuestionType::Integer:
    case QuestionType::Decimal:
    case QuestionType::Scale:
        return Value::Kind::Number;
    case QuestionType::Date:
        return Value::Kind::Date;
    case QuestionType::SelectOne:
    case QuestionType::SelectMany:
    case QuestionType::Rank:
        return Value::Kind::Keys;
    case QuestionType::Note:
    case QuestionType::Card:
    case QuestionType::Calculated:
    case QuestionType::Group:
    case QuestionType::Repeat:
        return Value::Kind::Nothing;
    }
    return Value::Kind::Nothing;
}

bool takesAnswer(QuestionType type)
{
    return type == QuestionType::Repeat || valueKind(type) != Value::Kind::Nothing;
}

bool saysPartOfField(const Question &question)
{
    if (question.type != QuestionType::Acknowledge)
        return question.mark != CodingMark::None;
    const Field *field = fieldByName(question.binding);
    return field && field->choices.size() > 1;
}

bool isSelect(QuestionType type)
{
    return type == QuestionType::SelectOne || type == QuestionType::SelectMany || type == QuestionType::Rank;
}

ChoiceSource::Kind choiceKind(const Question &question)
{
    using Kind = ChoiceSource::Kind;
    if (question.choices.kind != Kind::None)
        return question.choices.kind;
    if (const Field *field = fieldByName(question.binding)) {
        if (field->kind == FieldKind::Choice)
            return Kind::Fixed;
        if (field->kind == FieldKind::Term || field->kind == FieldKind::Coding)
            return Kind::Facet;
    }
    return Kind::None;
}

} // namespace seamfinder
