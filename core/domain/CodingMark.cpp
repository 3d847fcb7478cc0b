#include "core/domain/CodingMark.h"

#include <array>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr std::array keys{""_L1, "main"_L1, "misfit-a"_L1, "misfit-b"_L1};
}

QLatin1StringView keyOf(CodingMark mark)
{
    return keys[size_t(mark)];
}

std::optional<CodingMark> codingMarkFromKey(QStringView key)
{
    for (size_t i = 1; i < keys.size(); ++i) {
        if (key == keys[i])
            return CodingMark(i);
    }
    return std::nullopt;
}

} // namespace seamfinder
