#include "core/catalogue/ParadataChange.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype parts = 5; // and one more where it is named whose they are

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
    QJsonArray list{what, row ? crockford(row) : QString(), before, after, typed};
    if (by)
        list.append(crockford(by.value));
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

std::optional<ParadataChange> ParadataChange::fromDetail(const QString &detail)
{
    if (!detail.startsWith(u'['))
        return std::nullopt;
    const QJsonArray list = QJsonDocument::fromJson(detail.toUtf8()).array();
    if (list.size() < parts || list.size() > parts + 1)
        return std::nullopt;
    return ParadataChange{
        list[0].toString(),   fromCrockford(list[1].toString()).value_or(0),
        list[2].toString(),   list[3].toString(),
        list[4].toBool(true), ParticipantId{fromCrockford(list[parts].toString()).value_or(0)}};
}

QString ParadataChange::target() const
{
    return row && what != search ? what + u' ' + idText(prefixOf(what), row) : what;
}

} // namespace seamfinder
