#include "core/exchange/XlsFormTypes.h"

#include <array>
#include <QHash>
#include <QRegularExpression>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
using Kind = FormType::Kind;

const QHash<QString, QuestionType> &askedTypes()
{
    static const QHash<QString, QuestionType> types{{u"note"_s, QuestionType::Note},
                                                    {u"text"_s, QuestionType::Text},
                                                    {u"string"_s, QuestionType::Text},
                                                    {u"integer"_s, QuestionType::Integer},
                                                    {u"int"_s, QuestionType::Integer},
                                                    {u"decimal"_s, QuestionType::Decimal},
                                                    {u"range"_s, QuestionType::Scale},
                                                    {u"date"_s, QuestionType::Date},
                                                    {u"today's date"_s, QuestionType::Date},
                                                    {u"acknowledge"_s, QuestionType::Acknowledge},
                                                    {u"trigger"_s, QuestionType::Acknowledge},
                                                    {u"calculate"_s, QuestionType::Calculated},
                                                    {u"calculation"_s, QuestionType::Calculated}};
    return types;
}

struct ListType
{
    QLatin1StringView name;
    QuestionType type;
};
/// Longer names before those that they begin with.
constexpr std::array listTypes{ListType{"select all that apply from "_L1, QuestionType::SelectMany},
                               ListType{"select all that apply "_L1, QuestionType::SelectMany},
                               ListType{"select multiple from "_L1, QuestionType::SelectMany},
                               ListType{"select multiple "_L1, QuestionType::SelectMany},
                               ListType{"select one from "_L1, QuestionType::SelectOne},
                               ListType{"select one "_L1, QuestionType::SelectOne},
                               ListType{"select1 "_L1, QuestionType::SelectOne},
                               ListType{"rank "_L1, QuestionType::Rank}};
} // namespace

FormType formType(const QString &cell)
{
    static const QStringList metadata{u"start"_s,
                                      u"end"_s,
                                      u"today"_s,
                                      u"deviceid"_s,
                                      u"device id"_s,
                                      u"hidden"_s,
                                      u"phonenumber"_s,
                                      u"phone number"_s,
                                      u"username"_s,
                                      u"email"_s,
                                      u"simserial"_s,
                                      u"sim serial"_s,
                                      u"imei"_s,
                                      u"subscriberid"_s,
                                      u"subscriber id"_s,
                                      u"audit"_s,
                                      u"uri"_s,
                                      u"csv-external"_s,
                                      u"background-audio"_s,
                                      u"xml-external"_s,
                                      u"osm"_s,
                                      u"start-geopoint"_s,
                                      u"background-geopoint"_s};
    static const QStringList asText{u"geopoint"_s, u"geotrace"_s, u"geoshape"_s, u"location"_s,  u"gps"_s,
                                    u"barcode"_s,  u"image"_s,    u"photo"_s,    u"audio"_s,     u"video"_s,
                                    u"file"_s,     u"time"_s,     u"datetime"_s, u"date time"_s, u"url"_s};
    const QString whole = cell.simplified();
    QString plain = QString(whole).replace(u'_', u' ').toLower();
    if (plain == "begin group"_L1)
        return {Kind::BeginGroup, {}, {}, false};
    if (plain == "end group"_L1)
        return {Kind::EndGroup, {}, {}, false};
    if (plain == "begin repeat"_L1)
        return {Kind::BeginRepeat, {}, {}, false};
    if (plain == "end repeat"_L1)
        return {Kind::EndRepeat, {}, {}, false};
    if (const auto asked = askedTypes().constFind(plain); asked != askedTypes().cend())
        return {Kind::Question, *asked, {}, false};
    if (metadata.contains(plain))
        return {Kind::Metadata, {}, {}, false};
    // Choices from another file, or with a widget of their own, are not in the form.
    if (asText.contains(plain) || plain.startsWith("select one external"_L1) ||
        (plain.startsWith("select "_L1) && plain.contains(" from file"_L1)))
        return {Kind::AsText, QuestionType::Text, {}, false};
    for (const ListType &each : listTypes) {
        if (!plain.startsWith(each.name))
            continue;
        // The name of the list keeps its case and its "_".
        QString list = whole.sliced(each.name.size()).trimmed();
        static const QRegularExpression other(u"\\s+or[_ ]other\\z|\\s+or\\s+specify\\s+other\\z"_s,
                                              QRegularExpression::CaseInsensitiveOption);
        const bool orOther = list.contains(other);
        list.remove(other);
        // "select_one ${name}" offers what was answered in a repeat.
        if (list.startsWith("${"_L1))
            return {Kind::AsText, QuestionType::Text, {}, false};
        return {Kind::Question, each.type, list, orOther};
    }
    FormType unknown{Kind::Unknown, QuestionType::Text, {}, false};
    unknown.isMeantToBegin = plain.startsWith("begin"_L1);
    unknown.isMeantToEnd = plain.startsWith("end"_L1);
    return unknown;
}

} // namespace seamfinder
