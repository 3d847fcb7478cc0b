#pragma once

#include <array>
#include <optional>
#include <QLatin1StringView>
#include <QString>

namespace seamfinder {

/// Why a question has no answer. Data, never a blank: analysis tells "declined" from "not asked".
enum class MissingCode : quint8 {
    DoesNotKnow = 1,
    Declined,
    NotApplicable,
    NotAsked,
    NotStated,
    NeverFoundOut,
};

struct MissingCodeInfo
{
    MissingCode code;
    QLatin1StringView key; ///< as stored and exported
    const char *label;     ///< English; translated with context "MissingCode"
};

inline constexpr std::array<MissingCodeInfo, 6> missingCodes{{
    {MissingCode::DoesNotKnow, QLatin1StringView("dont-know"), "Don't know"},
    {MissingCode::Declined, QLatin1StringView("declined"), "Rather not say"},
    {MissingCode::NotApplicable, QLatin1StringView("not-applicable"), "Not applicable"},
    {MissingCode::NotAsked, QLatin1StringView("not-asked"), "Not asked"},
    {MissingCode::NotStated, QLatin1StringView("not-stated"), "Said nothing on it"},
    {MissingCode::NeverFoundOut, QLatin1StringView("never-found-out"), "Was never found out"},
}};

constexpr const MissingCodeInfo &info(MissingCode code)
{
    return missingCodes[size_t(code) - 1];
}

inline std::optional<MissingCode> missingCodeFromKey(QStringView key)
{
    for (const MissingCodeInfo &entry : missingCodes) {
        if (key == entry.key)
            return entry.code;
    }
    return std::nullopt;
}

} // namespace seamfinder
