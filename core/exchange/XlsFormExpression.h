#pragma once

#include "core/protocol/Protocol.h"

#include <functional>
#include <QHash>

namespace seamfinder {

/// What expressions of a form refer to.
struct FormNames
{
    QHash<QString, QString> renamed;     ///< in the form → in the protocol, where they differ
    QHash<QString, QString> computed;    ///< what is not asked, but known: the name of "today" → "today()"
    QHash<QString, QuestionType> types;  ///< by the protocol's name
    QHash<QString, QStringList> repeats; ///< the repeats around, by the protocol's name

    /// Whether a reference from inside of the repeats `around` is to one answer: to no repeat, and to nothing
    /// in another one.
    [[nodiscard]] bool isOneAnswer(const QString &name, const QStringList &around) const;
};

/// The choices by what they have in a column of the sheet "choices"; nothing if there is no such column.
using ChoicesByValue = std::function<std::optional<QMap<QString, QStringList>>(const QString &column)>;

struct TranslatedExpression
{
    Expression expression;
    QString what; ///< why it cannot be translated, one sentence; empty if it can
    QString mend;
    QString instead = {}; ///< what it does in another way than it says, one sentence; mostly empty
};

/// Whether a name is of one answer where an expression stands.
using IsOneAnswer = std::function<bool(const QString &name)>;

/// An XPath expression of XLSForm in the program's own language. Differences in what they mean are levelled:
/// "!=" of something unanswered, '' for "unanswered", keys and numbers that XPath takes for each other, 'OK'
/// for a tick. `choices` only for a choice_filter, where a bare name is a column of the choices; `self`: the
/// type of what "." stands for.
[[nodiscard]] TranslatedExpression fromXPath(const QString &source, const FormNames &names,
                                             const ChoicesByValue &choices = {},
                                             std::optional<QuestionType> self = {});

/// The names that such an expression refers to, be it well-formed or not, each once; `straighten`: with the
/// quotes that a word processor has made taken for straight ones, as fromXPath() does.
[[nodiscard]] QStringList referencesOfXPath(const QString &source, bool straighten);

/// What stands in a form that this program writes. The two languages differ there in three spellings only:
/// "position(..)"; in a filter "name" for ${choice.key}; and "!= ''" for the count() of what `isOne` says is
/// one answer, which elsewhere is 1 also while there is none. Empty for what XLSForm has no word for.
[[nodiscard]] QString toFormSpelling(const QString &source, bool filter = false,
                                     const IsOneAnswer &isOne = {});
/// The inverse of the first two.
[[nodiscard]] QString fromFormSpelling(const QString &source, bool filter = false);

/// A default is a text or number as it is, or an expression if it looks like one.
[[nodiscard]] bool isDynamicDefault(const QString &cell, QuestionType type);
/// The expression that such a cell is, in a form that this program writes or one without expressions.
[[nodiscard]] QString defaultFromCell(const QString &cell, QuestionType type);

} // namespace seamfinder
