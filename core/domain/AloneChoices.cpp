#include "core/domain/AloneChoices.h"

#include "core/domain/MissingCode.h"

#include <algorithm>

namespace seamfinder {

using namespace Qt::StringLiterals;

bool standsAlone(QStringView key)
{
    static constexpr QLatin1StringView alone[] = {"nobody"_L1, "none"_L1, "none-known"_L1, "not-known"_L1,
                                                  "unknown"_L1};
    const QString written = key.toString().toLower().replace(u'_', u'-');
    return std::ranges::find(alone, written) != std::end(alone) || missingCodeFromKey(written);
}

QStringList withPicked(const QStringList &picked, const QString &key)
{
    QStringList result = picked;
    if (standsAlone(key))
        result.clear();
    else
        result.removeIf([](const QString &each) { return standsAlone(each); });
    result.removeOne(key);
    result.append(key);
    return result;
}

} // namespace seamfinder
