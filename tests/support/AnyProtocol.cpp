#include "tests/support/AnyProtocol.h"

#include "core/protocol/ProtocolJson.h"

namespace seamfinder {

std::ostream &operator<<(std::ostream &stream, const Protocol &protocol)
{
    return stream << writeProtocolJson(protocol).toStdString();
}

} // namespace seamfinder

namespace seamfinder::test {

using namespace Qt::StringLiterals;

namespace {

/// Builds question after question; what is asked before is known to those that come later.
class Builder
{
public:
    Protocol protocol()
    {
        Protocol result;
        result.id = *rc::gen::element<qint64>(0, 7, (qint64(1) << 62) + 1);
        result.versionId = *rc::gen::element<qint64>(0, 1901, (qint64(1) << 40) + 3);
        m_languages = *rc::gen::element(QStringList{u"en"_s}, QStringList{u"de"_s, u"en"_s},
                                        QStringList{u"pt-BR"_s, u"ar"_s, u"fr"_s});
        result.languages = m_languages;
        result.key = u"key "_s + *shortText(4);
        result.title = text();
        result.description = maybeText();
        result.version = *shortText(4);
        result.reserveMinutes = *rc::gen::inRange(0, 20);
        const int sections = *rc::gen::inRange(1, 4);
        for (int i = 0; i < sections; ++i) {
            Section section;
            section.relevance = condition(); // of what stands in sections before
            section.key = one({u"s"_s, u"section "_s, u" 7."_s, u"q"_s}) + QString::number(i + 1);
            section.title = text();
            section.minutes = *rc::gen::inRange(0, 30);
            section.interviewerOnly = coin();
            section.questions = questions(0);
            result.sections.append(section);
        }
        return result;
    }

private:
    enum class Inside : quint8 { Nothing, Example, Facet };

    static bool coin() { return *rc::gen::arbitrary<bool>(); }
    static QString one(const std::vector<QString> &of) { return *rc::gen::elementOf(of); }

    TranslatableText text()
    {
        TranslatableText result;
        for (const QString &language : std::as_const(m_languages)) {
            QString words = *shortText(6);
            // Of a text that quotes or nearly quotes an answer.
            if (*rc::gen::inRange(0, 5) == 0)
                words +=
                    one({u"{row.title}"_s, u"{.row.sentence}"_s, u"$5"_s, u"{x}"_s, u"_x0041_"_s, u"#N/A"_s});
            if (m_inRows && coin())
                words += u"${row.title}"_s;
            if (language == m_languages.first())
                words.prepend(one({u"What"_s, u" Was"_s, u"="_s, u"-1"_s, u"12"_s, u"TRUE"_s}));
            if (!words.isEmpty() && (language == m_languages.first() || coin()))
                result.byLanguage.insert(language, words);
        }
        return result;
    }

    TranslatableText maybeText() { return coin() ? text() : TranslatableText(); }

    /// Of what has been asked, where it has one answer.
    Expression condition()
    {
        std::vector<QString> all{u""_s, u"1 = 1"_s, u"not(false())"_s, u" true() "_s};
        for (const QString &number : std::as_const(m_numbers))
            all.push_back(u"${%1} != 3 or ${%1} mod 2 = 0 and round(${%1}, 1) < .5"_s.arg(number));
        for (const QString &key : std::as_const(m_keys))
            all.push_back(u"selected(${%1},'a') and string-length( ${%1} ) > 0"_s.arg(key));
        for (const QString &words : std::as_const(m_words))
            all.push_back(u"contains(${%1}, \"it's\nname position()\") or ${%1} != ''"_s.arg(words));
        if (m_inRows)
            all.push_back(u"${row.title} = 'x'"_s);
        if (m_inRows || m_inFacet)
            all.push_back(u"position() > 1"_s);
        return Expression(one(all));
    }

    QVector<AnswerChoice> choices()
    {
        QVector<AnswerChoice> result;
        const QStringList keys{u"a"_s, u"1000+"_s, u"=1"_s, u"_x0041_"_s};
        for (const QString &key : keys.mid(0, *rc::gen::inRange(1, 5)))
            result.append({key, text()});
        return result;
    }

    Question question(const QString &name, int depth)
    {
        using Type = QuestionType;
        Question result;
        result.name = name;
        std::vector<Type> types{Type::Note,      Type::Card,       Type::Acknowledge, Type::Text,
                                Type::Integer,   Type::Decimal,    Type::Date,        Type::Scale,
                                Type::SelectOne, Type::SelectMany, Type::Rank,        Type::Calculated};
        if (depth < 3) {
            types.push_back(Type::Group);
            types.push_back(Type::Repeat);
            types.push_back(Type::Repeat);
        }
        result.type = *rc::gen::elementOf(types);
        result.relevance = condition();
        const bool unnamed =
            result.type == Type::Group || result.type == Type::Repeat || result.type == Type::Calculated;
        result.label = unnamed ? maybeText() : text();
        result.hint = maybeText();
        result.reword = maybeText();
        result.guidance = maybeText();
        result.body = result.type == Type::Card ? text() : maybeText();
        result.lowLabel = maybeText();
        result.highLabel = maybeText();
        result.priority = coin() ? Priority::Core : Priority::IfTime;
        result.when = *rc::gen::element(AnswerWhen::Live, AnswerWhen::After, AnswerWhen::Either);
        if (coin())
            result.probes = choices();
        if (m_inFacet && coin())
            result.labelByTerm = {{u"tester"_s, text()}, {u"client"_s, text()}};
        result.required = takesAnswer(result.type) && coin();
        typeSpecific(result, depth);
        // Not what participants say of themselves, or agree to.
        result.interviewerOnly = result.type != QuestionType::Group && result.type != QuestionType::Repeat &&
                                 !result.binding.startsWith("participant."_L1) &&
                                 !result.binding.startsWith("interview."_L1) && coin();
        if (valueKind(result.type) != Value::Kind::Nothing && coin())
            constrain(result);
        return result;
    }

    void constrain(Question &question)
    {
        question.constraintMessage = text();
        switch (valueKind(question.type)) {
        case Value::Kind::Number:
            question.constraint = Expression(one({u". >= 0 and . <= 60"_s, u". != 3"_s, u"not(. = 2) "_s}));
            question.defaultValue =
                Expression(one({u""_s, u"60"_s, u"2.50"_s, u"1 + 1"_s, u" 3"_s, u"-1"_s}));
            break;
        case Value::Kind::Text:
            question.constraint = Expression(one({u"regex(., '[a-z]+')"_s, u"string-length(.) > 3"_s}));
            question.defaultValue =
                Expression(one({u""_s, u"'x'"_s, u"\"x\""_s, u"\"it's\""_s, u"'concat(1)'"_s,
                                u"concat('a', 'b')"_s, u"' '"_s, u"'=1'"_s, u"'5'"_s, u"'${'"_s}));
            break;
        case Value::Kind::Keys:
            question.constraint = Expression(u"count-selected(.) <= 2"_s);
            question.defaultValue = Expression(one({u""_s, u"'a'"_s, u"concat('a')"_s}));
            if (question.choices.kind != ChoiceSource::Kind::Fixed)
                question.defaultValue = {};
            break;
        case Value::Kind::Date:
            question.constraint = Expression(u". <= today()"_s);
            question.defaultValue = Expression(one({u""_s, u"today()"_s}));
            break;
        default:
            question.constraint = Expression(u"not(.) or ."_s);
            question.defaultValue = Expression(one({u""_s, u"true()"_s, u"1 = 1"_s}));
            break;
        }
    }

    void typeSpecific(Question &question, int depth)
    {
        switch (question.type) {
        case QuestionType::Text:
            question.binding = one({u""_s, u"system.alias"_s, m_inRows ? u"example.story"_s : QString()});
            m_words.append(question.name);
            break;
        case QuestionType::Integer:
            question.binding = one({u""_s, u"participant.years_ml"_s});
            m_numbers.append(question.name);
            break;
        case QuestionType::Scale:
            question.minimum = *rc::gen::inRange(0, 5);
            question.maximum = *rc::gen::inRange(5, 11);
            m_numbers.append(question.name);
            break;
        case QuestionType::SelectOne:
        case QuestionType::SelectMany:
        case QuestionType::Rank:
            select(question);
            break;
        case QuestionType::Calculated:
            question.calculation = Expression(
                one({u"1 + 1"_s, u"concat('a', \"b\")"_s, m_inRows ? u"${row.title}"_s : u"now()"_s,
                     m_inRows ? u"position()"_s : u"''"_s}));
            break;
        case QuestionType::Group:
            question.children = questions(depth + 1);
            break;
        case QuestionType::Repeat:
            repeat(question, depth);
            break;
        default:
            break;
        }
    }

    void select(Question &question)
    {
        using Kind = ChoiceSource::Kind;
        switch (*rc::gen::inRange(0, 5)) {
        case 0:
            question.binding = u"participant.role"_s;
            question.type = QuestionType::SelectOne;
            question.mark = CodingMark::Main;
            if (coin())
                question.choices = {Kind::Facet, {}, u"role"_s, Expression(u"${choice.key} != 'client'"_s)};
            break;
        case 1:
            question.type = QuestionType::SelectOne;
            question.binding = u"interview.mode"_s;
            break;
        case 2:
            question.choices = {Kind::Rows, {}, u"gap"_s, {}};
            break;
        case 3:
            if (!m_repeats.isEmpty()) {
                question.choices = {Kind::Question, {}, m_repeats.first(), {}};
                break;
            }
            [[fallthrough]];
        default:
            question.choices = {Kind::Fixed, choices(), {}, {}};
            question.choices.filter = Expression(
                one({u""_s, u"${choice.key} = 'a'"_s, u"not(${ choice.key } = 'a') and 'name' = \"name\""_s,
                     u"${choice.group} = 'x'"_s}));
            if (question.type == QuestionType::SelectOne && !m_inRows && !m_inFacet)
                m_keys.append(question.name);
            break;
        }
        if (question.type != QuestionType::SelectOne && coin()) {
            question.minimum = *rc::gen::inRange(0, 2);
            question.maximum = 1;
        }
    }

    void repeat(Question &question, int depth)
    {
        using Kind = ChoiceSource::Kind;
        RepeatRule &rule = question.repeat;
        const bool outerRows = m_inRows, outerFacet = m_inFacet;
        const auto outerNumbers = m_numbers, outerKeys = m_keys, outerWords = m_words;
        bool creates = false;
        switch (*rc::gen::inRange(0, 3)) {
        case 0:
            rule.over = {Kind::Facet, {}, u"role"_s, Expression(one({u""_s, u"${choice.key} = 'tester'"_s}))};
            rule.first = Expression(one({u""_s, u"${choice.key} = 'client'"_s}));
            m_inFacet = true;
            break;
        case 1:
            rule.over = {Kind::Rows, {}, u"example"_s, {}};
            m_inRows = true;
            m_inFacet = false;
            break;
        default:
            m_inFacet = false;
            rule.minimum = *rc::gen::inRange(0, 3);
            rule.maximum = *rc::gen::element(0, 4);
            rule.count = Expression(one({u""_s, u"2"_s, u" 1 + 1"_s}));
            if (coin()) {
                rule.creates = Entity::Example;
                rule.presets = {{u"example.source"_s, Expression(u"'premortem'"_s)}};
                m_inRows = true;
                creates = true;
            }
            break;
        }
        question.children = questions(depth + 1);
        m_inRows = outerRows;
        m_inFacet = outerFacet;
        // From outside of the repeat there may be several answers.
        m_numbers = outerNumbers;
        m_keys = outerKeys;
        m_words = outerWords;
        if (creates && depth == 0)
            m_repeats.append(question.name);
    }

    QVector<Question> questions(int depth)
    {
        QVector<Question> result;
        const int count = *rc::gen::inRange(1, depth == 0 ? 6 : 3);
        for (int i = 0; i < count; ++i) {
            const QString name = one({u"q"_s, u"a-b_"_s, u"select"_s}) + QString::number(++m_count);
            result.append(question(name, depth));
        }
        return result;
    }

    QStringList m_languages, m_numbers, m_keys, m_words, m_repeats;
    int m_count = 0;
    bool m_inRows = false;
    bool m_inFacet = false; ///< the nearest repeat goes over a facet
};

} // namespace

rc::Gen<Protocol> anyProtocol()
{
    return rc::gen::exec([] { return Builder().protocol(); });
}

} // namespace seamfinder::test
