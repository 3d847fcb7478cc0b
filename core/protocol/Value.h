#pragma once

#include <QDate>
#include <QString>
#include <QStringList>
#include <variant>

namespace seamfinder {

/// What a question is answered with, and what an expression yields. A missing code is no value: a question
/// that has one has the value Nothing.
class Value
{
public:
    enum class Kind : quint8 {
        Nothing, ///< unanswered, or not computable (a division by zero, "number('abc')")
        Boolean, ///< acknowledge; the result of a comparison
        Number,  ///< integer, decimal, scale
        Text,    ///< text
        Date,    ///< date
        Keys,    ///< select one (one key), select many, rank (in order)
    };

    Value() = default;
    static Value boolean(bool value) { return Value(Data(value)); }
    static Value number(double value); ///< Nothing if it is not finite
    static Value text(const QString &value) { return Value(Data(value)); }
    static Value date(QDate value); ///< Nothing if it is not valid
    static Value keys(const QStringList &keys) { return Value(Data(keys)); }

    [[nodiscard]] Kind kind() const { return Kind(m_data.index()); }
    [[nodiscard]] bool isNothing() const { return kind() == Kind::Nothing; }
    /// Nothing, a text of white space only, or no keys: what counts as unanswered.
    [[nodiscard]] bool isBlank() const;

    [[nodiscard]] bool toBool() const;      ///< Nothing, false, 0, "" and no keys are false
    [[nodiscard]] Value toNumber() const;   ///< a number, or Nothing
    [[nodiscard]] double number() const;    ///< 0 if it is no number
    [[nodiscard]] QDate date() const;       ///< invalid if it is no date (texts are read as YYYY-MM-DD)
    [[nodiscard]] QStringList keys() const; ///< a text counts as one key

    /// As stored in the study and shown in texts: "true", "2.5", "2026-03-01", keys joined by a space.
    [[nodiscard]] QString toText() const;
    /// The inverse; Nothing if `text` is no value of that kind.
    static Value fromText(Kind kind, const QString &text);

    friend bool operator==(const Value &, const Value &) = default;

private:
    using Data = std::variant<std::monostate, bool, double, QString, QDate, QStringList>;
    explicit Value(Data data)
        : m_data(std::move(data))
    {
    }
    Data m_data;
};

} // namespace seamfinder
