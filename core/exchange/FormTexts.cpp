#include "core/exchange/FormTexts.h"

#include "core/domain/Fields.h"
#include "core/exchange/FormNumbers.h"

#include <QLocale>
#include <QRegularExpression>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int linesOfStory = 5, linesLive = 3, linesAfter = 1, linesOfInformation = 2;

/// What is said in a few words: titles, aliases, a place, a time.
bool isShort(const Field *field)
{
    using namespace fields;
    static constexpr const Field *shortOnes[] = {&example::title,       &example::when,
                                                 &system::alias,        &system::domain,
                                                 &participant::country, &participant::organisation,
                                                 &interview::recording};
    return field && std::any_of(std::begin(shortOnes), std::end(shortOnes),
                                [field](const Field *each) { return *each == *field; });
}

int linesFor(const Question &question)
{
    const Field *field = fieldByName(question.binding);
    if (question.when == AnswerWhen::After || isShort(field))
        return linesAfter;
    if (field && *field == fields::example::story)
        return linesOfStory;
    return field && *field == fields::gap::information ? linesOfInformation : linesLive;
}

FormAnswer answerOf(QuestionType type)
{
    switch (type) {
    case QuestionType::Acknowledge:
        return FormAnswer::Tick;
    case QuestionType::Text:
        return FormAnswer::Lines;
    case QuestionType::Integer:
    case QuestionType::Decimal:
        return FormAnswer::Number;
    case QuestionType::Date:
        return FormAnswer::Date;
    case QuestionType::Scale:
        return FormAnswer::Scale;
    case QuestionType::SelectOne:
        return FormAnswer::One;
    case QuestionType::SelectMany:
        return FormAnswer::Many;
    case QuestionType::Rank:
        return FormAnswer::Rank;
    case QuestionType::Note:
    case QuestionType::Card:
    case QuestionType::Calculated:
    case QuestionType::Group:
    case QuestionType::Repeat:
        return FormAnswer::None;
    }
    return FormAnswer::None;
}
} // namespace

bool FormQuestion::isAnswered() const
{
    return !words.isEmpty() ||
           std::any_of(choices.begin(), choices.end(), [](const FormChoice &each) { return each.picked; });
}

FormTexts::FormTexts(const Protocol &protocol, const Codebook &codebook, QString language)
    : m_protocol(protocol)
    , m_codebook(codebook)
    , m_asked(std::move(language))
    , m_language(protocol.languages.contains(m_asked) ? m_asked : protocol.language())
    , m_index(protocol)
    , m_numbers(formNumbers(protocol))
    , m_conditions(
          m_numbers,
          [this](const QString &question, const QString &key) { return choiceLabel(question, key); },
          m_language)
{
}

QString FormTexts::in(const TranslatableText &text) const
{
    return text.in(m_asked.isEmpty() ? m_language : m_asked, m_protocol.language());
}

const SpokenLabels &FormTexts::spoken() const
{
    return SpokenLabels::in(m_language);
}

QString FormTexts::condition(const Expression &relevance) const
{
    if (relevance.isEmpty() || (relevance.constant() && relevance.constant()->toBool()))
        return {};
    const auto words = m_conditions.words(relevance);
    return words ? spoken().phrase("Only if %1.").arg(*words)
                 : spoken().phrase("Only where it fits the answers so far.");
}

QString FormTexts::choiceLabel(const QString &name, const QString &key) const
{
    const Question *question = m_index.question(name);
    if (!question)
        return key;
    for (const AnswerChoice &choice : question->choices.fixed) {
        if (choice.key == key)
            return in(choice.label);
    }
    const QString facet = m_index.facetOf(*question);
    if (const Term *term = m_codebook.term(facet, key))
        return spoken().term(facet, key, term->label);
    const Field *field = fieldByName(question->binding);
    return field ? spoken().option(*field, key) : key;
}

ProtocolForm FormTexts::head() const
{
    ProtocolForm form;
    form.title = in(m_protocol.title);
    form.description = in(m_protocol.description);
    form.version = m_protocol.version;
    form.language = m_language;
    form.minutes = m_protocol.totalMinutes();
    form.rightToLeft = QLocale(m_language).textDirection() == Qt::RightToLeft;
    for (int i = 0; i < m_protocol.sections.size(); ++i) {
        const Section &section = m_protocol.sections[i];
        FormSection entry;
        entry.number = QString::number(i + 1);
        entry.title = in(section.title);
        entry.condition = condition(section.relevance);
        entry.minutes = section.minutes;
        entry.forYou = section.interviewerOnly;
        form.sections.append(entry);
    }
    return form;
}

FormQuestion FormTexts::frame(const Question &question) const
{
    FormQuestion form;
    form.number = m_numbers.value(question.name);
    form.answer = answerOf(question.type);
    form.required = question.required;
    form.forYou = question.interviewerOnly;
    form.ifTime = question.priority == Priority::IfTime;
    // A card that is passed over in the interview is printed to be sent ahead or shown.
    form.after = question.when == AnswerWhen::After && question.type != QuestionType::Card;
    if (form.answer == FormAnswer::Lines)
        form.lines = linesFor(question);
    if (form.answer == FormAnswer::Scale) {
        form.lowLabel = in(question.lowLabel);
        form.highLabel = in(question.highLabel);
        for (int i = question.minimum; i <= question.maximum; ++i)
            form.choices.append({QString::number(i)});
    }
    return form;
}

QVector<FormParagraph> formParagraphs(const QString &markdown)
{
    static const QRegularExpression picture(u"!\\[[^\\]]*\\]\\([^)]*\\)"_s);
    static const QRegularExpression emphasis(u"(\\*\\*|__|(?<!\\w)[*_](?=\\S)|(?<=\\S)[*_](?!\\w))"_s);
    static const QRegularExpression bullet(u"^\\s*([-*+]|\\d+[.)])\\s+"_s);
    static const QRegularExpression heading(u"^\\s*#+\\s+"_s);
    QVector<FormParagraph> result;
    bool open = false; // the last paragraph goes on with the next line
    for (QString line : QString(markdown).remove(picture).split(u'\n')) {
        if (line.trimmed().isEmpty()) {
            open = false;
            continue;
        }
        const bool starts = bullet.match(line).hasMatch();
        const bool titled = heading.match(line).hasMatch();
        line = line.remove(starts ? bullet : heading).remove(emphasis).trimmed();
        if (open && !starts && !titled)
            result.last().text += u' ' + line;
        else
            result.append({line, starts});
        open = !titled;
    }
    return result;
}

} // namespace seamfinder
