#include "core/domain/ReadBack.h"

#include "core/domain/Fields.h"

#include <algorithm>
#include <QCoreApplication>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ReadBack)
};

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

QString missingText(MissingCode code)
{
    switch (code) {
    case MissingCode::DoesNotKnow:
        return Texts::tr("(not known)");
    case MissingCode::Declined:
        return Texts::tr("(rather not said)");
    case MissingCode::NotApplicable:
        return Texts::tr("(does not apply)");
    case MissingCode::NotAsked:
        return Texts::tr("(not asked)");
    case MissingCode::NotStated:
        return Texts::tr("(not said)");
    case MissingCode::NeverFoundOut:
        return Texts::tr("(never found out)");
    }
    return {};
}

/// Words as they were typed, but in one line and without the full stop that would end the sentence early.
QString inSentence(const QString &words)
{
    QString text = words.simplified();
    while (text.endsWith(u'.') && !text.endsWith(".."_L1))
        text.chop(1);
    return text;
}

bool hasWords(const ReadBackValue &value)
{
    return std::any_of(value.texts.begin(), value.texts.end(),
                       [](const QString &text) { return !inSentence(text).isEmpty(); });
}

/// Labels start with a capital where they stand alone, but not inside a sentence. "IT operations" stays.
QString roleInSentence(const QString &label)
{
    //: How the labels of roles and effects start inside a sentence: translate as "small" (data scientist) or
    //: as "as-written" (languages that write nouns with a capital).
    if (Texts::tr("small") != "small"_L1 || label.size() < 2 || label.at(1).isUpper() ||
        label.at(1).isDigit())
        return label;
    return label.at(0).toLower() + label.sliced(1);
}

QString joinedRoles(const QStringList &labels)
{
    QStringList names;
    for (const QString &label : labels) {
        if (const QString text = inSentence(label); !text.isEmpty())
            names += roleInSentence(text);
    }
    return joinedNames(names);
}

class Sentence
{
public:
    explicit Sentence(const ReadBackFacts &facts)
        : m_facts(facts)
    {
        append(facts.likely
                   ? Texts::tr("{believed_by} may count on {counted_on}; what is feared: {feared}")
                   : Texts::tr("{believed_by} counted on {counted_on}; in fact {turned_out}; so {led_to}"));
        for (int i = 0; i < int(facts.gaps.size()); ++i)
            appendGap(i);
        words(Texts::tr("."));
    }

    QVector<ReadBackPart> parts;

private:
    void appendGap(int index)
    {
        m_gap = index;
        const ReadBackGap &gap = m_facts.gaps.at(index);
        words(index > 0 && index == int(m_facts.gaps.size()) - 1 ? Texts::tr("; and ") : Texts::tr("; "));
        const bool about = !hasWords(gap.information) && !gap.items.isEmpty();
        if (gap.ownerIsNobody) {
            append(about ? Texts::tr("{owner} was there to tell {needed_by} about {information}")
                         : Texts::tr("{owner} was there to tell {needed_by} that {information}"));
        } else if (m_facts.likely) {
            append(about ? Texts::tr("{owner} would have to tell {needed_by} about {information}")
                         : Texts::tr("{owner} would have to tell {needed_by} that {information}"));
        } else {
            append(about ? Texts::tr("{owner} would have had to tell {needed_by} about {information}")
                         : Texts::tr("{owner} would have had to tell {needed_by} that {information}"));
        }
        m_gap = -1;
    }

    void append(const QString &pattern)
    {
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
                    parts += fill(blank.field);
            }
            at = close + 1;
        }
        words(pattern.sliced(at));
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
            part.text = field.kind == FieldKind::Coding ? joinedRoles(value.texts)
                                                        : inSentence(value.texts.join(u' '));
        } else if (const QString other = joinedRoles(standIn(field)); !other.isEmpty()) {
            part.kind = Kind::StandIn;
            part.text = other;
        } else if (value.missing) {
            part.kind = Kind::Missing;
            part.text = missingText(*value.missing);
        }
        return part;
    }

    const ReadBackFacts &m_facts;
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
    if (names.size() < 2)
        return names.value(0);
    //: Between the last two names of a list
    return names.mid(0, names.size() - 1).join(Texts::tr(", ")) + Texts::tr(" and ") + names.last();
}

QVector<ReadBackPart> readBack(const ReadBackFacts &facts)
{
    Sentence sentence(facts);
    startWithCapital(sentence.parts);
    return sentence.parts;
}

QString readBackText(const ReadBackFacts &facts)
{
    const QVector<ReadBackPart> parts = readBack(facts);
    if (std::none_of(parts.begin(), parts.end(), isValue))
        return {};
    QString text;
    for (const ReadBackPart &part : parts)
        text += part.kind == ReadBackPart::Kind::Empty ? u"…"_s : part.text;
    return text;
}

QString readBackHtml(const ReadBackFacts &facts)
{
    QString html;
    for (const ReadBackPart &part : readBack(facts)) {
        const QString text = part.text.toHtmlEscaped();
        switch (part.kind) {
        case ReadBackPart::Kind::Words:
            html += text;
            break;
        case ReadBackPart::Kind::Given:
            html += "<b>"_L1 + text + "</b>"_L1;
            break;
        case ReadBackPart::Kind::StandIn:
        case ReadBackPart::Kind::Missing:
            html += "<i>"_L1 + text + "</i>"_L1;
            break;
        case ReadBackPart::Kind::Empty:
            html += "<i>["_L1 + label(*part.field).toHtmlEscaped() + "]</i>"_L1;
            break;
        }
    }
    return html;
}

} // namespace seamfinder
