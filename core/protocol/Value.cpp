#include "core/protocol/Value.h"

#include <cmath>
#include <QLocale>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
std::optional<double> parseNumber(const QString &text)
{
    bool ok = false;
    const double value = QLocale::c().toDouble(text.trimmed(), &ok);
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}
} // namespace

Value Value::number(double value)
{
    return std::isfinite(value) ? Value(Data(value)) : Value();
}

Value Value::date(QDate value)
{
    return value.isValid() ? Value(Data(value)) : Value();
}

bool Value::isBlank() const
{
    switch (kind()) {
    case Kind::Nothing:
        return true;
    case Kind::Text:
        return std::get<QString>(m_data).trimmed().isEmpty();
    case Kind::Keys:
        return std::get<QStringList>(m_data).isEmpty();
    default:
        return false;
    }
}

bool Value::toBool() const
{
    switch (kind()) {
    case Kind::Nothing:
        return false;
    case Kind::Boolean:
        return std::get<bool>(m_data);
    case Kind::Number:
        return std::get<double>(m_data) != 0;
    case Kind::Text:
        return !std::get<QString>(m_data).isEmpty();
    case Kind::Date:
        return true;
    case Kind::Keys:
        return !std::get<QStringList>(m_data).isEmpty();
    }
    return false;
}

Value Value::toNumber() const
{
    switch (kind()) {
    case Kind::Boolean:
        return number(toBool() ? 1 : 0);
    case Kind::Number:
        return *this;
    case Kind::Text:
    case Kind::Keys:
        if (const auto value = parseNumber(toText()))
            return number(*value);
        return {};
    default:
        return {};
    }
}

double Value::number() const
{
    const Value value = toNumber();
    return value.isNothing() ? 0 : std::get<double>(value.m_data);
}

QDate Value::date() const
{
    if (kind() == Kind::Date)
        return std::get<QDate>(m_data);
    return kind() == Kind::Text ? QDate::fromString(std::get<QString>(m_data), Qt::ISODate) : QDate();
}

QStringList Value::keys() const
{
    if (kind() == Kind::Keys)
        return std::get<QStringList>(m_data);
    return isBlank() ? QStringList() : QStringList{toText()};
}

QString Value::toText() const
{
    switch (kind()) {
    case Kind::Nothing:
        return {};
    case Kind::Boolean:
        return toBool() ? u"true"_s : u"false"_s;
    case Kind::Number:
        return QString::number(std::get<double>(m_data), 'g', QLocale::FloatingPointShortest);
    case Kind::Text:
        return std::get<QString>(m_data);
    case Kind::Date:
        return std::get<QDate>(m_data).toString(Qt::ISODate);
    case Kind::Keys:
        return std::get<QStringList>(m_data).join(u' ');
    }
    return {};
}

Value Value::fromText(Kind kind, const QString &text)
{
    switch (kind) {
    case Kind::Nothing:
        return {};
    case Kind::Boolean:
        if (text == "true"_L1 || text == "false"_L1)
            return boolean(text == "true"_L1);
        return {};
    case Kind::Number:
        return Value::text(text).toNumber();
    case Kind::Text:
        return Value::text(text);
    case Kind::Date:
        return date(QDate::fromString(text, Qt::ISODate));
    case Kind::Keys:
        return keys(text.split(u' ', Qt::SkipEmptyParts));
    }
    return {};
}

} // namespace seamfinder
