#include "ui/report/FormPieces.h"

#include "core/exchange/FormWords.h"
#include "ui/report/FormPaper.h"

namespace seamfinder {

using namespace Qt::StringLiterals;
using namespace form_look;

namespace {
constexpr qreal gutter = 34 * pt; // where the numbers stand
constexpr qreal indent = 14 * pt;
constexpr int deepest = 3;
constexpr qreal betweenQuestions = 15 * pt, betweenLesserQuestions = 9 * pt;

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
            m_paper.text(form_words::hidden(m_form.hidden), font(8.5), muted(), 0, 20 * pt);
        return m_paper.pieces();
    }

private:
    void head()
    {
        m_paper.text(m_form.title, font(22, true), ink(), 0, 0);
        m_paper.text(m_form.description, font(10.5), muted(), 0, 6 * pt);
        m_paper.space(10 * pt);
        for (const auto &[label, value] : m_form.facts)
            m_paper.fact(label, value);
        if (!m_form.version.isEmpty())
            m_paper.fact(form_words::version(), m_form.version);
        if (m_form.minutes > 0)
            m_paper.fact(form_words::length(), form_words::minutes(m_form.minutes));
        if (!m_form.filled)
            m_paper.text(form_words::reasons(), font(8.5), muted(), 0, 10 * pt);
    }

    void add(const FormSection &section)
    {
        m_paper.space(section.forYou ? 14 * pt : 0);
        m_paper.setBand(section.forYou ? band() : QColor());
        m_paper.heading(section.number, section.title,
                        section.minutes > 0 ? form_words::minutes(section.minutes) : QString());
        const qsizetype first = m_paper.count();
        if (section.forYou)
            m_paper.text(form_words::forYou(), font(9, true), bandInk(), 0, 5 * pt);
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
            m_paper.text(item.heading, font(11, true), ink(), start, 16 * pt);
            m_paper.text(item.condition, font(9, false, true), muted(), start,
                         item.heading.isEmpty() ? 16 * pt : 3 * pt);
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
        m_paper.text(form_words::aside(question), font(8.5), muted(), start, before());
        m_paper.text(question.say.isEmpty() ? u" "_s : question.say, font(question.after ? 10.5 : 12.5),
                     ink(), start, before());
        m_paper.number(first, question.number, indented, gutter);
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

    void addRoom(const FormQuestion &question, qreal start)
    {
        if (!question.reword.isEmpty())
            m_paper.text(form_words::reworded(question.reword), font(9, false, true), muted(), start, 3 * pt);
        m_paper.choices(withEnds(question), isRound(question), start, 7 * pt, font(10.5));
        if (!question.list.isEmpty())
            m_paper.text(form_words::fromList(question.list), font(9), muted(), start, 5 * pt);
        if (question.answer == FormAnswer::Number || question.answer == FormAnswer::Date)
            m_paper.writingLine(start, 110 * pt);
        for (int i = 0; i < question.lines; ++i)
            m_paper.writingLine(start, m_paper.width() - start);
        m_paper.choices(question.probes, false, start, 7 * pt, font(9.5));
        if (question.hasNoAnswerLine())
            m_paper.noAnswerLine(start);
    }

    void addAnswer(const FormQuestion &question, qreal start)
    {
        const qreal inside = start + 10 * pt;
        m_paper.text(question.words, font(11), ink(), inside, 4 * pt, true);
        if (question.isAnswered())
            m_paper.choices(withEnds(question), isRound(question), start, 5 * pt, font(10.5));
        else if (!question.missing.isEmpty())
            m_paper.text(question.missing, font(10.5, false, true), ink(), inside, 4 * pt, true);
        else if (question.answer != FormAnswer::None)
            m_paper.text(form_words::notAnswered(), font(9), muted(), start, 3 * pt);
        m_paper.choices(question.probes, false, start, 4 * pt, font(9.5));
        if (!question.note.isEmpty())
            m_paper.text(form_words::note() + u": "_s + question.note, font(9.5, false, true), ink(), start,
                         4 * pt);
    }

    void examples()
    {
        if (m_form.examples.isEmpty())
            return;
        m_paper.heading({}, form_words::examples(), {});
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
        m_paper.heading({}, form_words::lists(), {});
        for (const FormList &list : m_form.lists) {
            const qsizetype first = m_paper.count();
            m_paper.text(list.letter + u"   "_s + list.name, font(11, true), ink(), 0, 14 * pt);
            m_paper.keepWithNext(first);
            m_paper.twoColumns(list.labels);
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
