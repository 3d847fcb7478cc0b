#include "core/catalogue/ParadataChange.h"

#include "core/domain/Id.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype parts = 5;

QLatin1StringView prefixOf(const QString &what)
{
    const QStringView entity = QStringView(what).left(what.indexOf(u'.'));
    return entity == "example"_L1       ? ExampleTag::prefix
           : entity == "gap"_L1         ? GapTag::prefix
           : entity == "practice"_L1    ? PracticeTag::prefix
           : entity == "system"_L1      ? SystemTag::prefix
           : entity == "participant"_L1 ? ParticipantTag::prefix
                                        : InterviewTag::prefix;
}
} // namespace

QString ParadataChange::toDetail() const
{
    const QJsonArray list{what, row ? crockford(row) : QString(), before, after, typed};
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

std::optional<ParadataChange> ParadataChange::fromDetail(const QString &detail)
{
    if (!detail.startsWith(u'['))
        return std::nullopt;
    const QJsonArray list = QJsonDocument::fromJson(detail.toUtf8()).array();
    if (list.size() != parts)
        return std::nullopt;
    return ParadataChange{list[0].toString(), fromCrockford(list[1].toString()).value_or(0),
                          list[2].toString(), list[3].toString(), list[4].toBool(true)};
}

QString ParadataChange::target() const
{
    return row && what != search ? what + u' ' + idText(prefixOf(what), row) : what;
}

} // namespace seamfinder
