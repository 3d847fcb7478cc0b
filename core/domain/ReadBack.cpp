#include "core/domain/ReadBack.h"

#include "core/domain/Fields.h"
#include "core/domain/ReadBackHtml.h"

#include <algorithm>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

/// What the names in braces stand for.
struct Blank
{
    QLatin1StringView name;
    const Field &field;
};
constexpr Blank blanks[]{
    {"believed_by"_L1, fields::example::believedBy}, {"counted_on"_L1, fields::example::countedOn},
    {"turned_out"_L1, fields::example::turnedOut},   {"led_to"_L1, fields::example::ledTo},
    {"feared"_L1, fields::example::feared},          {"owner"_L1, fields::gap::owner},
    {"needed_by"_L1, fields::gap::neededBy},         {"information"_L1, fields::gap::information},
};

/// Words as they were typed, but in one line and without what would end the sentence early: a full stop, or
/// a question mark with its space. "And so on..." stays.
QString inSentence(const QString &words)
{
    QString text = words.simplified();
    while (!text.isEmpty() && u".?!"_s.contains(text.back()) && !text.endsWith(".."_L1))
        text = text.chopped(1).trimmed();
    return text;
}

/// "…" and "..." end a sentence, too.
bool endsByItself(const ReadBackPart &part)
{
    return part.text.endsWith(u'…') || part.text.endsWith(".."_L1);
}

bool hasWords(const ReadBackValue &value)
{
    return std::any_of(value.texts.begin(), value.texts.end(),
                       [](const QString &text) { return !inSentence(text).isEmpty(); });
}

bool isWho(const Field &field)
{
    return field == fields::example::believedBy || field == fields::gap::owner ||
           field == fields::gap::neededBy;
}

class Sentence
{
public:
    enum class Open : quint8 { Kept, LeftOut };

    Sentence(const ReadBackFacts &facts, const ReadBackWords &language, Open open)
        : m_facts(facts)
        , m_language(language)
        , m_aloud(open == Open::LeftOut)
    {
        appendStory(m_language(facts.likely ? ReadBackWord::Likely : ReadBackWord::Happened));
        for (int i = 0; i < int(facts.gaps.size()); ++i)
            appendGap(i);
        if (!parts.isEmpty() && !endsByItself(parts.last()))
            words(m_language(ReadBackWord::End));
    }

    QVector<ReadBackPart> parts;

private:
    void appendStory(const QString &pattern)
    {
        if (!m_aloud) {
            append(pattern);
            return;
        }
        for (const QString &clause : pattern.split(u';')) {
            if (!isTold(clause))
                continue;
            if (!parts.isEmpty())
                words(m_language(ReadBackWord::NextGap));
            append(clause.trimmed());
        }
    }

    void appendGap(int index)
    {
        using enum ReadBackWord;
        m_gap = index;
        const ReadBackGap &gap = m_facts.gaps.at(index);
        const bool about = !hasWords(gap.information) && !gap.items.isEmpty();
        const QString clause = m_language(gap.ownerIsNobody ? (about ? NobodyAbout : NobodyThat)
                                          : m_facts.likely  ? (about ? WouldAbout : WouldThat)
                                                            : (about ? WouldHaveAbout : WouldHaveThat));
        if (!m_aloud || isTold(clause)) {
            if (!parts.isEmpty())
                words(m_language(index > 0 && index == int(m_facts.gaps.size()) - 1 ? LastGap : NextGap));
            append(clause);
        }
        m_gap = -1;
    }

    /// Whether there are words for it, or why there are none. Who is not known yet does not keep it back.
    [[nodiscard]] bool isTold(const QString &clause) const
    {
        return std::all_of(std::begin(blanks), std::end(blanks), [&](const Blank &blank) {
            return isWho(blank.field) || !clause.contains(u'{' + blank.name + u'}') ||
                   fill(blank.field).kind != ReadBackPart::Kind::Empty;
        });
    }

    /// What stands in brackets is left out, aloud, where its role is not told.
    [[nodiscard]] QString withoutBrackets(const QString &pattern) const
    {
        QString text = pattern;
        for (qsizetype open = text.indexOf(u'['); open >= 0; open = text.indexOf(u'[', open)) {
            const qsizetype close = text.indexOf(u']', open);
            if (close < 0)
                break;
            const QString part = text.sliced(open + 1, close - open - 1);
            const bool isLeftOut =
                m_aloud && std::any_of(std::begin(blanks), std::end(blanks), [&](const Blank &blank) {
                    return isWho(blank.field) && part.contains(u'{' + blank.name + u'}') &&
                           fill(blank.field).kind == ReadBackPart::Kind::Empty;
                });
            text.replace(open, close + 1 - open, isLeftOut ? QString() : part);
        }
        return text;
    }

    void append(const QString &whole)
    {
        const QString pattern = withoutBrackets(whole);
        qsizetype at = 0;
        while (at < pattern.size()) {
            const qsizetype open = pattern.indexOf(u'{', at);
            const qsizetype close = open < 0 ? -1 : pattern.indexOf(u'}', open);
            if (close < 0)
                break;
            words(pattern.sliced(at, open - at));
            const QStringView name = QStringView(pattern).sliced(open + 1, close - open - 1);
            for (const Blank &blank : blanks) {
                if (blank.name == name)
                    appendBlank(blank.field);
            }
            at = close + 1;
        }
        words(pattern.sliced(at));
    }

    void appendBlank(const Field &field)
    {
        ReadBackPart part = fill(field);
        if (m_aloud && part.kind == ReadBackPart::Kind::Empty && isWho(field)) {
            part.kind = ReadBackPart::Kind::StandIn;
            part.text = m_language(ReadBackWord::Someone);
        }
        if (part.kind == ReadBackPart::Kind::Given && field.kind != FieldKind::Coding) {
            if (!parts.isEmpty())
                m_language.startSmall(part.text);
            sayOnce(part.text);
            leadTo(part.text, field);
        } else if (part.kind == ReadBackPart::Kind::Missing && field == fields::gap::information) {
            leadToThing(m_language(ReadBackWord::ThatClause).split(u'|'));
        }
        if (!parts.isEmpty() && parts.last().kind == ReadBackPart::Kind::Words && !part.text.isEmpty())
            m_language.joints().join(parts.last().text, part.text);
        parts += part;
    }

    /// Some type "that it rains", others "it rains": "that" is said once, or not at all where a sentence of
    /// its own stands; and a clause is not a thing that can be counted on in every language.
    void leadTo(QString &typed, const Field &field)
    {
        const QStringList beginnings = m_language(ReadBackWord::ThatClause).split(u'|');
        const QStringList asking = m_language(ReadBackWord::Asking).split(u'|');
        if (asking.contains(typed.section(u' ', 0, 0), Qt::CaseInsensitive) && !parts.isEmpty() &&
            parts.last().kind == ReadBackPart::Kind::Words) {
            for (const QString &that : beginnings) {
                if (parts.last().text.endsWith(that))
                    parts.last().text.chop(that.size());
            }
            return;
        }
        const auto begins = std::find_if(beginnings.begin(), beginnings.end(), [&](const QString &that) {
            return typed.startsWith(that, Qt::CaseInsensitive);
        });
        if (begins == beginnings.end() && field == fields::gap::information && !isClause(typed))
            leadToThing(beginnings);
        if (begins == beginnings.end() && field == fields::example::countedOn)
            words(leadToCountedOn(typed));
        if (begins == beginnings.end() || parts.isEmpty() || parts.last().kind != ReadBackPart::Kind::Words)
            return;
        QString &before = parts.last().text;
        for (const QString &that : beginnings) {
            if (before.endsWith(that)) {
                before.chop(that.size());
                return;
            }
        }
        const QString leads = m_language(ReadBackWord::BeforeClause);
        if (field == fields::example::countedOn)
            before += leads == "-"_L1 ? QString() : leads;
        else
            typed.remove(0, begins->size());
    }

    /// What stands between "counted on" and words that are no thing: "the dates are right".
    [[nodiscard]] QString leadToCountedOn(const QString &typed) const
    {
        const QString before = isClause(typed) ? m_language(ReadBackWord::BeforeSentence) : QString();
        return before == "-"_L1 ? QString() : before;
    }

    /// "Counted on" and "on a whole history". Of "that" see leadTo.
    void sayOnce(QString &typed) const
    {
        if (parts.isEmpty() || parts.last().kind != ReadBackPart::Kind::Words)
            return;
        const QString last = parts.last().text.trimmed().section(u' ', -1);
        if (m_language(ReadBackWord::ThatClause).split(u'|').contains(last + u' '))
            return;
        if (m_language.isSmallWord(last.toLower()) && parts.last().text.endsWith(u' ') &&
            typed.startsWith(last + u' ', Qt::CaseInsensitive) && typed.size() > last.size() + 1)
            typed.remove(0, last.size() + 1);
    }

    /// For sure: it has a verb that is not the one of a relative clause. "They are late" is one, "the version
    /// they have" is none.
    [[nodiscard]] bool isClause(const QString &typed) const
    {
        const QStringList verbs = m_language(ReadBackWord::Verbs).split(u'|');
        const QStringList relatives = m_language(ReadBackWord::Relative).split(u'|');
        const QStringList all = typed.toLower().replace(u'’', u'\'').split(u' ', Qt::SkipEmptyParts);
        for (qsizetype i = 0; i < all.size(); ++i) {
            if (i > 0 && relatives.contains(all.at(i)))
                return false;
            if (i > 0 && verbs.contains(all.at(i)))
                return true;
        }
        return false;
    }

    /// "… tell operations: the age of the contact" instead of "that the age of the contact".
    void leadToThing(const QStringList &beginnings)
    {
        if (parts.isEmpty() || parts.last().kind != ReadBackPart::Kind::Words)
            return;
        QString &before = parts.last().text;
        for (const QString &that : beginnings) {
            if (before.endsWith(u' ' + that)) {
                before.chop(that.size() + 1);
                before += m_language(ReadBackWord::Thing);
                return;
            }
        }
    }

    void words(const QString &text)
    {
        if (text.isEmpty())
            return;
        if (!parts.isEmpty() && parts.last().kind == ReadBackPart::Kind::Words)
            parts.last().text += text;
        else
            parts += ReadBackPart{ReadBackPart::Kind::Words, text};
    }

    [[nodiscard]] const ReadBackValue &valueOf(const Field &field) const
    {
        if (field == fields::example::believedBy)
            return m_facts.believedBy;
        if (field == fields::example::countedOn)
            return m_facts.countedOn;
        if (field == fields::example::turnedOut)
            return m_facts.turnedOut;
        if (field == fields::example::ledTo)
            return m_facts.ledTo;
        if (field == fields::example::feared)
            return m_facts.feared;
        const ReadBackGap &gap = m_facts.gaps.at(std::max(m_gap, 0));
        if (field == fields::gap::owner)
            return gap.owner;
        return field == fields::gap::neededBy ? gap.neededBy : gap.information;
    }

    /// Labels start with a capital where they stand alone, but not inside a sentence: "IT operations" stays,
    /// and so does a noun of a language that writes nouns with a capital, but "nobody" is none.
    [[nodiscard]] QString joinedRoles(const QStringList &labels, bool isNobody) const
    {
        QStringList names;
        for (const QString &label : labels) {
            const QString text = inSentence(label), name = m_language.name(label);
            if (!name.isEmpty())
                names += name;
            else if (!text.isEmpty())
                names += isNobody ? text.at(0).toLower() + text.sliced(1) : m_language.role(text);
        }
        return m_language.joined(names);
    }

    [[nodiscard]] QString joinedLabels(const QStringList &labels) const
    {
        QStringList names;
        for (const QString &label : labels) {
            if (const QString text = inSentence(label); !text.isEmpty())
                names += m_language.inside(text);
        }
        return m_language.joined(names);
    }

    [[nodiscard]] QStringList standIn(const Field &field) const
    {
        if (field == fields::example::ledTo || field == fields::example::feared)
            return m_facts.effects;
        return field == fields::gap::information ? m_facts.gaps.at(m_gap).items : QStringList();
    }

    [[nodiscard]] ReadBackPart fill(const Field &field) const
    {
        using Kind = ReadBackPart::Kind;
        const ReadBackValue &value = valueOf(field);
        ReadBackPart part{Kind::Empty, {}, &field, m_gap};
        if (hasWords(value)) {
            part.kind = Kind::Given;
            const bool isNobody = field == fields::gap::owner && m_facts.gaps.at(m_gap).ownerIsNobody;
            part.text = field.kind == FieldKind::Coding ? joinedRoles(value.texts, isNobody)
                                                        : inSentence(value.texts.join(u' '));
        } else if (const QString other = joinedLabels(standIn(field)); !other.isEmpty()) {
            part.kind = Kind::StandIn;
            part.text = other;
        } else if (value.missing) {
            part.kind = Kind::Missing;
            part.text = m_language.missing(*value.missing);
        }
        return part;
    }

    const ReadBackFacts &m_facts;
    const ReadBackWords &m_language;
    bool m_aloud; ///< what is open is left out
    int m_gap = -1;
};

/// The first letter of the sentence is a capital where it is ours and not the participant's.
void startWithCapital(QVector<ReadBackPart> &parts)
{
    ReadBackPart &first = parts.first();
    const bool ours =
        first.kind == ReadBackPart::Kind::Words || (first.field && first.field->kind == FieldKind::Coding);
    if (ours && !first.text.isEmpty())
        first.text = first.text.at(0).toUpper() + first.text.sliced(1);
}

bool isValue(const ReadBackPart &part)
{
    return part.field && part.kind != ReadBackPart::Kind::Empty;
}

} // namespace

QString joinedNames(const QStringList &names)
{
    return ReadBackWords().joined(names);
}

QVector<ReadBackPart> readBack(const ReadBackFacts &facts, const ReadBackWords &language)
{
    Sentence sentence(facts, language, Sentence::Open::Kept);
    startWithCapital(sentence.parts);
    return sentence.parts;
}

QVector<ReadBackPart> readAloud(const ReadBackFacts &facts, const ReadBackWords &language)
{
    Sentence sentence(facts, language, Sentence::Open::LeftOut);
    const bool saysAnything = std::ranges::any_of(sentence.parts, [](const ReadBackPart &part) {
        return (part.kind == ReadBackPart::Kind::Given || part.kind == ReadBackPart::Kind::StandIn) &&
               !isWho(*part.field);
    });
    if (!saysAnything)
        return {}; // who, and that nobody knows what, is nothing to agree to
    startWithCapital(sentence.parts);
    return sentence.parts;
}

QVector<const Field *> openBlanks(const ReadBackFacts &facts)
{
    QVector<const Field *> open;
    for (const ReadBackPart &part : readBack(facts)) {
        if (part.kind == ReadBackPart::Kind::Empty && !open.contains(part.field))
            open.append(part.field);
    }
    return open;
}

QString readBackText(const ReadBackFacts &facts, const ReadBackWords &language)
{
    const QVector<ReadBackPart> parts = readBack(facts, language);
    if (std::none_of(parts.begin(), parts.end(), isValue))
        return {};
    QString text;
    for (const ReadBackPart &part : parts)
        text += part.kind == ReadBackPart::Kind::Empty ? u"…"_s : part.text;
    return text;
}

QString readBackHtml(const ReadBackFacts &facts)
{
    return readBackHtml(readBack(facts));
}

} // namespace seamfinder
