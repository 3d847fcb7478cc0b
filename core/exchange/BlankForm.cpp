#include "core/exchange/FormTexts.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype longestInPlace = 16; // choices at the question itself
constexpr qsizetype longestAgain =
    6;                           // where the question stands in every blank and nobody waits for the answer
constexpr int shortInstance = 3; // questions; of such, many blanks fit on a page
constexpr int blanksIfShort = 6, blanksIfLong = 2, blanksInside = 1;

struct Candidate
{
    QString key, label, group;
    QStringList neededBy;
};

/// One choice, while nothing is answered yet.
class NothingAnswered final : public ExpressionContext
{
public:
    explicit NothingAnswered(const Candidate &candidate)
        : m_candidate(candidate)
    {
    }

    [[nodiscard]] Value value(const QString &name) const override
    {
        if (name == "choice.key"_L1)
            return Value::keys({m_candidate.key});
        if (name == "choice.group"_L1 && !m_candidate.group.isEmpty())
            return Value::keys({m_candidate.group});
        if (name == "choice.needed-by"_L1 && !m_candidate.neededBy.isEmpty())
            return Value::keys(m_candidate.neededBy);
        return {};
    }
    [[nodiscard]] QVector<Value> values(const QString &name) const override
    {
        const Value one = value(name);
        return one.isBlank() ? QVector<Value>() : QVector<Value>{one};
    }

private:
    const Candidate &m_candidate;
};

class BlankForm
{
public:
    BlankForm(const Protocol &protocol, const Codebook &codebook, const QString &language)
        : m_protocol(protocol)
        , m_codebook(codebook)
        , m_texts(protocol, codebook, language)
    {
    }

    [[nodiscard]] ProtocolForm build()
    {
        m_form = m_texts.head();
        for (int i = 0; i < m_protocol.sections.size(); ++i) {
            m_items = &m_form.sections[i].items;
            m_amongAfter = false;
            walk(m_protocol.sections[i].questions, {});
        }
        return m_form;
    }

private:
    /// What is known at a place of the form.
    struct Around
    {
        int depth = 0;
        bool inRepeat = false;
        bool again = false; ///< a further blank of the same questions: what was said once is enough
        QHash<QString, QString> named; ///< what texts quote: the terms of repeats around
        QStringList terms;             ///< their keys
    };

    [[nodiscard]] QString said(SpokenPhrase phrase) const { return m_texts.spoken().phrase(phrase); }

    void walk(const QVector<Question> &questions, const Around &around)
    {
        for (const Question &question : questions) {
            if (question.type == QuestionType::Group)
                addGroup(question, around);
            else if (question.type == QuestionType::Repeat)
                addRepeat(question, around);
            else if (question.type != QuestionType::Calculated)
                addQuestion(question, around);
        }
    }

    void addHeading(const QString &heading, const QString &condition, int depth)
    {
        m_amongAfter = false;
        FormItem item;
        item.kind = FormItem::Kind::Heading;
        item.depth = depth;
        item.heading = heading;
        item.condition = condition;
        m_items->append(item);
    }

    void addRemark(const QString &remark, int depth)
    {
        addHeading(remark, {}, depth);
        m_items->last().kind = FormItem::Kind::Remark;
    }

    void addGroup(const Question &group, const Around &around)
    {
        const QString heading = filled(m_texts.in(group.label), around);
        const QString condition = m_texts.condition(group.relevance);
        Around inside = around;
        if (!heading.isEmpty() || !condition.isEmpty()) {
            addHeading(heading, condition, around.depth);
            ++inside.depth;
        }
        walk(group.children, inside);
    }

    void addQuestion(const Question &question, const Around &around)
    {
        FormItem item;
        item.depth = around.depth;
        FormQuestion &form = item.question;
        form = m_texts.frame(question);
        form.afterSaid = form.after;
        if (form.after && !m_amongAfter) // said once, not at each of them
            addHeading({}, said("After the interview:"), around.depth);
        m_amongAfter = form.after;
        form.say = filled(sayOf(question, around), around);
        form.condition = m_texts.condition(question.relevance);
        if (!around.again) {
            form.hint = filled(m_texts.in(question.hint), around);
            if (!form.after) // nobody will ask
                form.reword = filled(m_texts.in(question.reword), around);
            form.body = formParagraphs(filled(m_texts.in(question.body), around));
            for (const AnswerChoice &probe : question.probes)
                form.probes.append({filled(m_texts.in(probe.label), around)});
        }
        addChoices(question, form, around.inRepeat);
        m_items->append(item);
    }

    QString sayOf(const Question &question, const Around &around) const
    {
        for (auto key = around.terms.crbegin(); key != around.terms.crend(); ++key) {
            const auto found = question.labelByTerm.constFind(*key);
            if (found != question.labelByTerm.cend())
                return m_texts.in(*found);
        }
        return m_texts.in(question.label);
    }

    void addRepeat(const Question &repeat, const Around &around)
    {
        if (!repeat.label.isEmpty())
            addQuestion(repeat, around);
        const QString condition = repeat.label.isEmpty() ? m_texts.condition(repeat.relevance) : QString();
        Around inside = around;
        ++inside.depth;
        if (repeat.repeat.over.kind == ChoiceSource::Kind::Facet) {
            QString once = condition;
            inside.inRepeat = true;
            for (const Candidate &term : termsOf(repeat.repeat.over.from, repeat.repeat.over.filter)) {
                addHeading(term.label, std::exchange(once, {}), around.depth);
                inside.named.insert(repeat.name, term.label);
                inside.terms = around.terms + QStringList{term.key};
                walk(repeat.children, inside);
                inside.again = true;
            }
            return;
        }
        const int blanks = blanksOf(repeat, around.inRepeat);
        inside.inRepeat = true;
        for (int i = 1; i <= blanks; ++i) {
            addHeading(said("No. %1").arg(i), i == 1 ? condition : QString(), around.depth);
            walk(repeat.children, inside);
            inside.again = true;
        }
        if (repeat.repeat.maximum == 0 || repeat.repeat.maximum > blanks)
            addRemark(said("For more of these, copy this page."), around.depth);
    }

    /// Of what is long and inside of another blank, one: paper would grow without end.
    static int blanksOf(const Question &repeat, bool inRepeat)
    {
        const RepeatRule &rule = repeat.repeat;
        const bool isShort = repeat.children.size() <= shortInstance &&
                             std::none_of(repeat.children.begin(), repeat.children.end(),
                                          [](const Question &each) { return !each.children.isEmpty(); });
        const int most = isShort ? blanksIfShort : inRepeat ? blanksInside : blanksIfLong;
        const int wanted = rule.maximum > 0 ? rule.maximum : qMax(rule.minimum, isShort ? 4 : blanksIfLong);
        return qBound(1, wanted, most);
    }

    QVector<Candidate> termsOf(const QString &facet, const Expression &filter) const
    {
        QVector<Candidate> all, fitting;
        for (const Term &term : m_codebook.inFacet(facet, false)) {
            Candidate candidate{term.key, m_texts.spoken().term(facet, term.key, term.label), {}, {}};
            candidate.group = m_codebook.key(term.about       ? term.about
                                             : term.groupRole ? term.groupRole
                                                              : term.parent);
            for (const TermId role : m_codebook.needs(term.id))
                candidate.neededBy.append(m_codebook.key(role));
            all.append(candidate);
            if (!filter.isValid() || filter.evaluate(NothingAnswered(candidate)).toBool())
                fitting.append(candidate);
        }
        return fitting.isEmpty() ? all : fitting; // a filter by earlier answers: paper offers all
    }

    void addChoices(const Question &question, FormQuestion &form, bool again)
    {
        if (form.answer == FormAnswer::Tick)
            form.choices.append({m_texts.spoken().acknowledge(u"Yes"_s)});
        if (form.answer != FormAnswer::One && form.answer != FormAnswer::Many &&
            form.answer != FormAnswer::Rank)
            return;
        switch (choiceKind(question)) {
        case ChoiceSource::Kind::Fixed:
            for (const AnswerChoice &choice : question.choices.fixed)
                form.choices.append({m_texts.in(choice.label)});
            if (const Field *field = fieldByName(question.binding); field && form.choices.isEmpty()) {
                for (const Choice &choice : field->choices)
                    form.choices.append({m_texts.spoken().option(*field, choice.key)});
            }
            break;
        case ChoiceSource::Kind::Facet:
            addTerms(m_texts.index().facetOf(question), question.choices.filter, form,
                     again && form.after ? longestAgain : longestInPlace);
            break;
        default: // what will have been written above
            form.lines = 2;
        }
    }

    void addTerms(const QString &facet, const Expression &filter, FormQuestion &form, qsizetype longest)
    {
        const QVector<Candidate> terms = termsOf(facet, filter);
        if (terms.isEmpty()) { // tags, of which a new study has none: words of one's own
            form.lines = form.after ? 1 : 2;
            return;
        }
        if (terms.size() <= longest) {
            for (const Candidate &term : terms)
                form.choices.append({term.label});
            return;
        }
        form.lines = 1;
        const auto known = m_letters.constFind(facet);
        if (known != m_letters.cend()) {
            form.list = *known;
            return;
        }
        FormList list{
            QString(QChar(ushort(u'A' + m_form.lists.size() % 26))), m_texts.spoken().facet(facet), {}};
        for (const Term &term : m_codebook.inFacet(facet, false))
            list.labels.append(m_texts.spoken().term(facet, term.key, term.label));
        form.list = list.letter;
        m_letters.insert(facet, list.letter);
        m_form.lists.append(list);
    }

    /// Quotes of terms around by name, of answers that will be given as dots.
    QString filled(const QString &text, const Around &around) const
    {
        QString result;
        qsizetype from = 0;
        for (;;) {
            const qsizetype start = text.indexOf("${"_L1, from);
            const qsizetype end = start < 0 ? -1 : text.indexOf(u'}', start);
            if (end < 0)
                return result + text.sliced(from);
            const QString name = text.sliced(start + 2, end - start - 2).trimmed();
            result += text.sliced(from, start - from);
            QString quoted = around.named.value(name, u"………"_s);
            m_texts.spoken().readBack().joints().join(result, quoted);
            result += quoted;
            from = end + 1;
        }
    }

    const Protocol &m_protocol;
    const Codebook &m_codebook;
    FormTexts m_texts;
    ProtocolForm m_form;
    QVector<FormItem> *m_items = nullptr;
    bool m_amongAfter = false;         ///< the question before was for afterwards, too
    QHash<QString, QString> m_letters; ///< of the lists at the end, by facet
};
} // namespace

ProtocolForm blankForm(const Protocol &protocol, const Codebook &codebook, const QString &language)
{
    return BlankForm(protocol, codebook, language).build();
}

} // namespace seamfinder
