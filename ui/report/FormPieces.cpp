#include "ui/report/FormPieces.h"

#include "core/exchange/FormWords.h"
#include "ui/report/FormPaper.h"

#include <QRegularExpression>

namespace seamfinder {

using namespace Qt::StringLiterals;
using namespace form_look;

namespace {
constexpr qreal gutter = 34 * pt; // where the numbers stand
constexpr qreal indent = 14 * pt;
constexpr int deepest = 3;
constexpr qreal betweenQuestions = 12 * pt, betweenLesserQuestions = 6 * pt;

bool isRound(const FormQuestion &question)
{
    return question.answer == FormAnswer::One || question.answer == FormAnswer::Scale;
}

QVector<FormChoice> withEnds(const FormQuestion &question)
{
    QVector<FormChoice> choices = question.choices;
    if (question.answer == FormAnswer::Scale && !choices.isEmpty()) {
        choices.first().label = (choices.first().label + u"  "_s + question.lowLabel).trimmed();
        choices.last().label = (choices.last().label + u"  "_s + question.highLabel).trimmed();
    }
    return choices;
}

class Builder
{
public:
    Builder(const ProtocolForm &form, qreal width)
        : m_form(form)
        , m_paper(width, form.rightToLeft)
    {
    }

    [[nodiscard]] QVector<PaperPiece> build()
    {
        head();
        for (const FormSection &section : m_form.sections)
            add(section);
        examples();
        lists();
        if (m_form.hidden > 0)
            m_paper.text(form_words::hidden(m_form.hidden, m_form.language), font(8.5), muted(), 0, 20 * pt);
        return m_paper.pieces();
    }

private:
    void head()
    {
        // "60" and "minutes" stay together.
        static const QRegularExpression amount(u"(\\d) (?=\\p{L})"_s);
        m_paper.text(QString(m_form.title).replace(amount, u"\\1\u00a0"_s), font(22, true), ink(), 0, 0);
        m_paper.text(m_form.description, font(10.5), muted(), 0, 6 * pt);
        m_paper.space(10 * pt);
        QVector<std::pair<QString, QString>> facts = m_form.facts;
        if (!m_form.version.isEmpty())
            facts.append({form_words::version(m_form.language), m_form.version});
        if (m_form.minutes > 0)
            facts.append(
                {form_words::length(m_form.language), form_words::minutes(m_form.minutes, m_form.language)});
        m_paper.facts(facts);
        if (!m_form.filled)
            m_paper.text(form_words::reasons(m_form.language), font(8.5), muted(), 0, 10 * pt);
    }

    void add(const FormSection &section)
    {
        m_paper.space(section.forYou ? 14 * pt : 0);
        m_paper.setBand(section.forYou ? band() : QColor());
        m_paper.heading(section.number, section.title,
                        section.minutes > 0 ? form_words::minutes(section.minutes, m_form.language)
                                            : QString());
        const qsizetype first = m_paper.count();
        if (section.forYou)
            m_paper.text(form_words::forYou(m_form.language), font(9, true), bandInk(), 0, 5 * pt);
        m_paper.text(section.condition, font(9, false, true), muted(), 0, 5 * pt);
        m_paper.keepWithNext(first);
        for (const FormItem &item : section.items)
            add(item);
        if (section.forYou)
            m_paper.space(10 * pt);
        m_paper.setBand({});
    }

    void add(const FormItem &item)
    {
        const qreal start = qMin(item.depth, deepest) * indent;
        const qsizetype first = m_paper.count();
        switch (item.kind) {
        case FormItem::Kind::Question:
            add(item.question, start);
            break;
        case FormItem::Kind::Heading:
            m_paper.text(item.heading, font(11, true), ink(), start, 13 * pt);
            m_paper.text(item.condition, font(9, false, true), muted(), start,
                         item.heading.isEmpty() ? 13 * pt : 3 * pt);
            m_paper.keepWithNext(first);
            break;
        case FormItem::Kind::Remark:
            m_paper.text(item.heading, font(9, false, true), muted(), start, 10 * pt);
        }
    }

    void add(const FormQuestion &question, qreal indented)
    {
        const qsizetype first = m_paper.count();
        const qreal start = indented + gutter;
        const qreal above = question.after ? betweenLesserQuestions : betweenQuestions;
        const auto before = [&] { return m_paper.count() == first ? above : 1 * pt; };
        m_paper.text(form_words::aside(question, m_form.language), font(8.5), muted(), start, before());
        const QFont sayFont = font(question.after || question.forYou ? 10.5 : 12.5);
        const bool inOneRow = isOneRow(question) &&
                              m_paper.lineBeside(question.say, sayFont, listLabel(question), start, before());
        if (!inOneRow)
            m_paper.text(question.say.isEmpty() ? u" "_s : question.say, sayFont, ink(), start, before());
        m_paper.number(first, question.number, indented, gutter);
        if (inOneRow) {
            m_paper.keepTogether(first);
            return;
        }
        for (const FormParagraph &paragraph : question.body)
            m_paper.text(paragraph.bullet ? u"•  "_s + paragraph.text : paragraph.text, font(10), ink(),
                         start + 10 * pt, 3 * pt);
        m_paper.text(question.hint, font(9), muted(), start, 3 * pt);
        if (m_form.filled)
            addAnswer(question, start);
        else
            addRoom(question, start);
        m_paper.keepTogether(first);
    }

    /// What is filled in at a desk afterwards, in a few words or numbers, needs no room of its own.
    bool isOneRow(const FormQuestion &question) const
    {
        return !m_form.filled && question.after && question.lines == 1 && question.choices.isEmpty() &&
               question.probes.isEmpty() && question.hint.isEmpty() && question.body.isEmpty();
    }

    [[nodiscard]] QString listLabel(const FormQuestion &question) const
    {
        return question.list.isEmpty() ? QString() : form_words::fromList(question.list, m_form.language);
    }

    void addRoom(const FormQuestion &question, qreal start)
    {
        if (!question.reword.isEmpty())
            m_paper.text(form_words::reworded(question.reword, m_form.language), font(9, false, true),
                         muted(), start, 3 * pt);
        m_paper.choices(withEnds(question), isRound(question), start, question.after ? 3 * pt : 6 * pt,
                        font(question.after ? 9.5 : 10.5));
        const bool besideList =
            !question.list.isEmpty() && m_paper.lineBeside({}, font(9), listLabel(question), start, 0);
        if (!question.list.isEmpty() && !besideList)
            m_paper.text(listLabel(question), font(9), muted(), start, 5 * pt);
        if (question.answer == FormAnswer::Number || question.answer == FormAnswer::Date)
            m_paper.writingLine(start, 110 * pt);
        for (int i = besideList ? 1 : 0; i < question.lines; ++i)
            m_paper.writingLine(start, m_paper.width() - start);
        m_paper.choices(question.probes, false, start, 6 * pt, font(9.5));
        if (question.hasNoAnswerLine())
            m_paper.noAnswerLine(form_words::noAnswer(m_form.language), form_words::note(m_form.language),
                                 start);
    }

    void addAnswer(const FormQuestion &question, qreal start)
    {
        const qreal inside = start + 10 * pt;
        if (!question.by.isEmpty())
            m_paper.text(question.by, font(9, true), muted(), start, 3 * pt);
        m_paper.text(question.words, font(11), ink(), inside, 4 * pt, true);
        if (question.isAnswered())
            m_paper.choices(withEnds(question), isRound(question), start, 5 * pt, font(10.5));
        else if (!question.missing.isEmpty())
            m_paper.text(question.missing, font(10.5, false, true), ink(), inside, 4 * pt, true);
        else if (question.answer != FormAnswer::None)
            m_paper.text(form_words::notAnswered(m_form.language), font(9), muted(), start, 3 * pt);
        m_paper.choices(question.probes, false, start, 4 * pt, font(9.5));
        if (!question.note.isEmpty())
            m_paper.text(form_words::noted(question.note, m_form.language), font(9.5, false, true), ink(),
                         start, 4 * pt);
    }

    void examples()
    {
        if (m_form.examples.isEmpty())
            return;
        m_paper.heading({}, form_words::examples(m_form.language), {});
        for (const FormExample &example : m_form.examples) {
            const qsizetype first = m_paper.count();
            m_paper.text(example.title, font(11, true), ink(), 0, 12 * pt);
            QString sentence;
            for (const ReadBackPart &part : example.sentence)
                sentence += part.kind == ReadBackPart::Kind::Empty ? u"…"_s : part.text;
            m_paper.text(sentence, font(11), ink(), 0, 3 * pt);
            m_paper.text(example.open, font(9), muted(), 0, 3 * pt);
            m_paper.keepTogether(first);
        }
    }

    void lists()
    {
        if (m_form.lists.isEmpty())
            return;
        m_paper.heading({}, form_words::lists(m_form.language), {});
        for (const FormList &list : m_form.lists) {
            const qsizetype first = m_paper.count();
            m_paper.text(list.letter + u"   "_s + list.name, font(11, true), ink(), 0, 14 * pt);
            m_paper.keepWithNext(first);
            m_paper.numberedColumns(list.labels);
        }
    }

    const ProtocolForm &m_form;
    FormPaper m_paper;
};
} // namespace

QVector<PaperPiece> formPieces(const ProtocolForm &form, qreal width)
{
    return Builder(form, width).build();
}

} // namespace seamfinder
