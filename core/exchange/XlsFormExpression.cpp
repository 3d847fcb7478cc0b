#include "core/exchange/XlsFormExpression.h"

#include "core/exchange/ExpressionText.h"
#include "core/exchange/XPathMeaning.h"
#include "core/exchange/XPathTokens.h"

#include <QCoreApplication>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

using Kind = XPathToken::Kind;

constexpr qsizetype mostValues = 150; ///< of a column of choices: an expression is no deeper than 200

QString tr(const char *text)
{
    return QCoreApplication::translate("XlsForm", text);
}

struct Untranslatable
{
    QString what, mend;
};

QString referenceName(QStringView token)
{
    return token.sliced(2, token.size() - 3).trimmed().toString();
}

/// Word processors and spreadsheets make them of straight ones.
QString withStraightQuotes(QString source)
{
    for (QChar &c : source) {
        if (c == u'\u2018' || c == u'\u2019')
            c = u'\'';
        else if (c == u'\u201c' || c == u'\u201d')
            c = u'"';
        else if (c == u'\u00a0')
            c = u' ';
    }
    return source;
}

/// Writes piece after piece in the program's language.
class Translation
{
public:
    Translation(const QString &source, const FormNames &names, const ChoicesByValue &choices)
        : m_tokens(xpathTokens(source))
        , m_names(names)
        , m_choices(choices)
    {
    }

    QString instead; ///< see TranslatedExpression

    QString text()
    {
        QString result;
        for (; m_at < m_tokens.size(); ++m_at) {
            const XPathToken &token = m_tokens[m_at];
            if (token.kind == Kind::Reference)
                result += reference(referenceName(token.text));
            else if (token.kind == Kind::Name)
                result += name(token.text.toString());
            else if (token.kind == Kind::Symbol)
                result += symbol(token.text);
            else
                result += token.text;
        }
        return result;
    }

private:
    /// The next piece that is no space; nothing at the end.
    [[nodiscard]] const XPathToken *following(qsizetype from) const
    {
        for (qsizetype i = from; i < m_tokens.size(); ++i) {
            if (m_tokens[i].kind != Kind::Space)
                return &m_tokens[i];
        }
        return nullptr;
    }

    [[nodiscard]] QString reference(const QString &name) const
    {
        if (name.startsWith("last-saved#"_L1))
            throw Untranslatable{tr("An answer of an earlier interview, “%1”, is not known here.").arg(name),
                                 tr("Remove it.")};
        if (const auto computed = m_names.computed.constFind(name); computed != m_names.computed.cend())
            return *computed;
        return u"${"_s + m_names.renamed.value(name, name) + u'}';
    }

    QString name(const QString &name)
    {
        static const QStringList operators{u"and"_s, u"or"_s, u"div"_s, u"mod"_s};
        const XPathToken *next = following(m_at + 1);
        const bool called = next && next->text == u'(';
        if (!called)
            return operators.contains(name) ? name : column(name);
        if (name == "string"_L1)
            return u"concat"_s;
        // A date is compared as a text that is one.
        if (name == "date"_L1)
            return {};
        if (name == "position"_L1)
            return position();
        if (name == "jr:choice-name"_L1)
            return choiceName();
        for (const ExpressionFunction &function : expressionFunctions()) {
            if (name == function.name)
                return name;
        }
        if (operators.contains(name))
            return name;
        throw Untranslatable{tr("The function “%1()” is not known here.").arg(name),
                             tr("Write it with the functions that there are: selected(), if(), count(), …")};
    }

    /// "position(..)" whole.
    QString position()
    {
        qsizetype at = m_at;
        QString inside;
        while (++at < m_tokens.size() && m_tokens[at].text != u')') {
            if (m_tokens[at].kind != Kind::Space)
                inside += m_tokens[at].text;
        }
        if (inside != "(.."_L1 && inside != "("_L1)
            throw Untranslatable{tr("The position of something else is not known here."),
                                 tr("Use position(..) for that of the repeat around.")};
        m_at = at;
        return u"position()"_s;
    }

    /// "jr:choice-name(what is picked, '${q}')" whole: its first part.
    QString choiceName()
    {
        qsizetype at = m_at, depth = 0;
        QString picked;
        bool second = false; // behind the comma
        while (++at < m_tokens.size()) {
            const QStringView piece = m_tokens[at].text;
            depth += piece == u")" ? -1 : 0;
            if (depth == 0 && piece == u")")
                break;
            second = second || (depth == 1 && piece == u",");
            if (depth > 0 && !second)
                picked += piece;
            depth += piece == u"(" ? 1 : 0;
        }
        if (at >= m_tokens.size())
            throw Untranslatable{tr("A “)” is missing."),
                                 tr("Add it behind what jr:choice-name() is given.")};
        m_at = at;
        instead = tr("jr:choice-name() gives the name of the choice here, not its label.");
        const QString inside = Translation(picked, m_names, m_choices).text().trimmed();
        return inside.startsWith("${"_L1) && inside.indexOf(u'}') == inside.size() - 1 ? inside
                                                                                       : u'(' + inside + u')';
    }

    [[nodiscard]] QString column(const QString &name) const
    {
        if (!m_choices)
            throw Untranslatable{tr("“%1” has no meaning here.").arg(name),
                                 tr("A text needs quotes, a question ${…}.")};
        if (name == "name"_L1)
            return u"${choice.key}"_s;
        const auto values = m_choices(name);
        if (!values)
            throw Untranslatable{tr("The choices have no column “%1”.").arg(name),
                                 tr("Correct the name, or add the column to the sheet “choices”.")};
        if (values->size() > mostValues)
            throw Untranslatable{tr("The column “%1” has too many different values.").arg(name),
                                 tr("Leave at most %1.").arg(mostValues)};
        // What a choice has in the column is said by its key.
        QString result = u"''"_s;
        for (auto each = values->cbegin(); each != values->cend(); ++each) {
            QStringList keys;
            for (const QString &key : *each)
                keys.append(u"${choice.key} = "_s + quotedText(key));
            result = u"if(%1, %2, %3)"_s.arg(keys.join(u" or "_s), quotedText(each.key()), result);
        }
        return result;
    }

    static QString symbol(QStringView symbol)
    {
        static const QStringList known{u"="_s, u"!="_s, u"<"_s, u"<="_s, u">"_s, u">="_s, u"+"_s,
                                       u"-"_s, u"*"_s,  u"("_s, u")"_s,  u","_s, u"."_s};
        if (known.contains(symbol))
            return symbol.toString();
        if (symbol == u"/" || symbol == u".." || symbol == u"[" || symbol == u"]" || symbol == u"@" ||
            symbol == u"|")
            throw Untranslatable{tr("Paths such as “../name” are not known here."),
                                 tr("Name the question: ${name}.")};
        throw Untranslatable{tr("“%1” has no meaning here.").arg(symbol), tr("Remove it.")};
    }

    const QVector<XPathToken> m_tokens;
    const FormNames &m_names;
    const ChoicesByValue &m_choices;
    qsizetype m_at = 0;
};

} // namespace

TranslatedExpression fromXPath(const QString &source, const FormNames &names, const ChoicesByValue &choices,
                               std::optional<QuestionType> self)
{
    try {
        const QString straight = withStraightQuotes(source).trimmed();
        Translation translation(straight, names, choices);
        const Expression expression(translation.text().trimmed());
        if (const auto &error = expression.error())
            return {{}, error->what, tr("Correct the expression: %1").arg(source)};
        return {withMeaningOfXPath(expression, names.types, self), {}, {}, translation.instead};
    } catch (const Untranslatable &reason) {
        return {{}, reason.what, reason.mend};
    }
}

QStringList referencesOfXPath(const QString &source, bool straighten)
{
    QStringList names;
    const QString used = straighten ? withStraightQuotes(source) : source;
    for (const XPathToken &token : xpathTokens(used)) {
        if (token.kind == Kind::Reference && !names.contains(referenceName(token.text)))
            names.append(referenceName(token.text));
    }
    return names;
}

} // namespace seamfinder
