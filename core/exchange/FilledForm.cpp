#include "core/catalogue/Consent.h"
#include "core/catalogue/ExampleFacts.h"
#include "core/domain/Error.h"
#include "core/exchange/FormLocale.h"
#include "core/exchange/FormTexts.h"
#include "core/interview/InterviewAnswers.h"
#include "core/protocol/Flow.h"
#include "core/protocol/ProtocolJson.h"
#include "core/protocol/StepProbes.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype shownInFull = 8; // of more choices only those that were chosen

class FilledForm
{
public:
    FilledForm(const std::shared_ptr<const Protocol> &protocol,
               const std::shared_ptr<const Codebook> &codebook, InterviewData data, const QString &language,
               bool withTexts, QSet<qint64> paraphrased)
        : m_answers(protocol, codebook)
        , m_texts(*protocol, *codebook, language)
        , m_withTexts(withTexts)
        , m_paraphrased(std::move(paraphrased))
    {
        m_answers.setData(std::move(data));
        m_flow = std::make_unique<Flow>(protocol, m_answers, language);
        m_flow->setFolding(Folding::Never);
    }

    [[nodiscard]] ProtocolForm build()
    {
        m_form = m_texts.head();
        m_form.filled = true;
        addFacts();
        for (const Step &step : m_flow->steps())
            add(step);
        countUnreached();
        for (FormSection &section : m_form.sections)
            gatherUnanswered(section.items);
        m_form.sections.removeIf([](const FormSection &section) { return section.items.isEmpty(); });
        for (FormSection &section : m_form.sections)
            section.condition.clear(); // it held, or the section were not here
        addExamples();
        return m_form;
    }

private:
    [[nodiscard]] QString said(SpokenPhrase phrase) const { return m_texts.spoken().phrase(phrase); }

    /// What is filled in afterwards, and was not, takes one line of a section and not pages of it.
    void gatherUnanswered(QVector<FormItem> &items) const
    {
        QStringList numbers;
        const auto isOpen = [&numbers](const FormItem &item) {
            const FormQuestion &question = item.question;
            const bool open = item.kind == FormItem::Kind::Question && question.after &&
                              question.answer != FormAnswer::None && !question.isAnswered() &&
                              question.words.isEmpty() && question.missing.isEmpty() &&
                              question.note.isEmpty() && question.probes.isEmpty();
            if (open && !numbers.contains(question.number))
                numbers.append(question.number); // once for all entries of a repeat
            return open;
        };
        items.removeIf(isOpen);
        if (numbers.isEmpty())
            return;
        for (qsizetype i = items.size() - 1; i >= 0; --i) { // headings that nothing is left of
            const bool bare = i + 1 == items.size() || items[i + 1].depth <= items[i].depth;
            if (items[i].kind == FormItem::Kind::Heading && bare)
                items.removeAt(i);
        }
        FormItem remark;
        remark.kind = FormItem::Kind::Remark;
        remark.heading = said("Not answered: %1").arg(numbers.join(u", "_s));
        items.append(remark);
    }

    /// Everything that a person of the study said or somebody noted of it goes through here: the one place
    /// that knows which of it may leave the study. `paraphrased`: in the interviewer's own words.
    [[nodiscard]] QString words(const QString &text, bool paraphrased = false) const
    {
        const QString trimmed = text.trimmed();
        return m_withTexts || paraphrased || trimmed.isEmpty() ? trimmed : said("(kept in the study)");
    }

    void addFacts()
    {
        const Interview &interview = m_answers.data().interview;
        const auto add = [this](const QString &label, const QString &value) {
            if (!value.isEmpty())
                m_form.facts.append({label, value});
        };
        add(said("Participant"),
            QStringList(interview.pseudonyms.begin(), interview.pseudonyms.end()).join(u", "_s));
        if (interview.date)
            add(said("Date"), dateWords(QDateTime::fromMSecsSinceEpoch(*interview.date).date()));
        add(said("System"), words(m_answers.rowTitle(Entity::System, 0)));
        add(said("State"), stateWords(interview.state));
        add(said("Interview"), toText(interview.id));
    }

    [[nodiscard]] QString dateWords(QDate date) const
    {
        return formLocale(m_texts.language()).toString(date, QLocale::LongFormat);
    }

    [[nodiscard]] QString stateWords(const QString &state) const
    {
        return state == interview_state::complete     ? said("complete")
               : state == interview_state::inProgress ? said("in progress")
               : state == interview_state::paused     ? said("paused")
               : state == interview_state::finishing  ? said("being finished")
               : state == interview_state::withdrawn  ? said("withdrawn")
                                                      : said("planned");
    }

    [[nodiscard]] bool holdsSomething(const QuestionRef &ref) const
    {
        return !m_answers.value(ref).isBlank() || m_answers.missing(ref) || !noteOf(ref).isEmpty();
    }

    /// Answers at places that the interview no longer leads to, as those about an example that is not picked
    /// any more. What was removed itself is not left out, but gone.
    void countUnreached()
    {
        QSet<QuestionRef> reached;
        for (const Step &step : m_flow->steps())
            reached.insert(step.ref);
        for (const auto &[ref, answer] : m_answers.data().answers.asKeyValueRange()) {
            if (!reached.contains(ref) && standsInEntries(ref) && holdsSomething(ref))
                ++m_form.hidden;
        }
    }

    [[nodiscard]] bool standsInEntries(const QuestionRef &ref) const
    {
        const ProtocolIndex &index = m_answers.index();
        const int at = index.find(ref.question);
        const QVector<int> repeats = at < 0 ? QVector<int>() : index.questions()[at].repeats;
        if (at < 0 || repeats.size() != ref.instances.size())
            return false;
        for (qsizetype i = 0; i < repeats.size(); ++i) {
            const Question &repeat = *index.questions()[repeats[i]].question;
            const qint64 id = ref.instances[i];
            const auto entity = index.entityOf(repeat);
            const QVector<RepeatInstance> &made = m_answers.data().instances;
            const bool stands = entity ? m_answers.data().record(*entity, id) != nullptr
                                       : !repeat.repeat.grows() ||
                                             std::any_of(made.begin(), made.end(),
                                                         [id](const auto &each) { return each.id == id; });
            if (!stands)
                return false;
        }
        return true;
    }

    [[nodiscard]] QString noteOf(const QuestionRef &ref) const
    {
        const Answer *row = m_answers.rowOfSpeaker(ref);
        return row ? words(row->note) : QString();
    }

    void add(const Step &step)
    {
        if (!step.relevant) {
            // A field may be filled elsewhere: what was answered here is what is left out.
            m_form.hidden += m_answers.data().answers.contains(step.ref) && holdsSomething(step.ref) ? 1 : 0;
            return;
        }
        const bool silent = step.question->type == QuestionType::Calculated &&
                            (step.value.isBlank() || step.question->label.isEmpty());
        const bool bare = step.question->type == QuestionType::Repeat && step.question->label.isEmpty();
        if (silent || bare)
            return;
        addHeadings(step);
        FormItem item;
        item.depth = int(step.instances.size());
        Step first = step;
        const QVector<ParticipantId> participants = m_answers.data().interview.participants;
        if (m_answers.isOfEach(step.ref)) {
            m_answers.setTurn(participants.value(0), step.ref);
            first.value = m_answers.valueOfSpeaker(step.ref); // of what they agree to, not what holds for all
        }
        item.question = question(first);
        m_answers.setTurn({}, {});
        const qsizetype before = items(step).size();
        addOthers(step, item);
        const bool saysNothing = !item.question.isAnswered() && item.question.missing.isEmpty() &&
                                 item.question.note.isEmpty() && item.question.probes.isEmpty();
        if (!saysNothing || items(step).size() == before)
            items(step).insert(before, item);
    }

    /// What the further participants answered of themselves.
    void addOthers(const Step &step, FormItem item)
    {
        const QVector<ParticipantId> participants = m_answers.data().interview.participants;
        for (qsizetype i = 1; i < participants.size() && m_answers.isOfEach(step.ref); ++i) {
            m_answers.setTurn(participants[i], step.ref);
            Step theirs = step;
            theirs.value = m_answers.valueOfSpeaker(step.ref);
            theirs.fieldRow = participants[i].value;
            item.question = question(theirs);
            if (!m_answers.hasRowOfEach(step.ref))
                item.question.note.clear(); // stands at the first
            if (item.question.isAnswered() || !item.question.missing.isEmpty() ||
                !item.question.note.isEmpty())
                items(step).append(item);
        }
        m_answers.setTurn({}, {});
    }

    /// Whose it is, where several take part and one of them answered.
    [[nodiscard]] QString answeredBy(const Step &step, const FormQuestion &form) const
    {
        const Interview &interview = m_answers.data().interview;
        const bool says = form.isAnswered() || !form.missing.isEmpty() || !form.note.isEmpty();
        return interview.participants.size() > 1 && says && m_answers.isAnsweredByOne(step.ref)
                   ? interview.pseudonyms.value(interview.participants.indexOf(m_answers.speaker(step.ref)))
                   : QString();
    }

    QVector<FormItem> &items(const Step &step) { return m_form.sections[step.section].items; }

    /// The instances that this step is the first one of.
    void addHeadings(const Step &step)
    {
        const bool sameSection = m_section == step.section;
        m_section = step.section;
        for (qsizetype depth = 0; depth < step.instances.size(); ++depth) {
            const StepInstance &instance = step.instances[depth];
            const bool same = sameSection && depth < m_path.size() &&
                              std::equal(m_path.begin(), m_path.begin() + depth + 1, step.instances.begin(),
                                         [](const StepInstance &a, const StepInstance &b) {
                                             return a.repeat == b.repeat && a.id == b.id;
                                         });
            if (same)
                continue;
            FormItem item;
            item.kind = FormItem::Kind::Heading;
            item.depth = int(depth);
            const QString title = instance.entity ? words(instance.title) : instance.title;
            const QString position = QString::number(instance.position);
            item.heading = title.isEmpty()              ? said("No. %1").arg(position)
                           : instance.termKey.isEmpty() ? said("No. %1: %2").arg(position, title)
                                                        : title;
            items(step).append(item);
        }
        m_path = step.instances;
    }

    /// A question may quote what was answered before.
    [[nodiscard]] QString asked(const Step &step) const
    {
        const QString say = m_flow->say(step);
        return say == m_texts.in(step.question->label) ? say : words(say);
    }

    [[nodiscard]] FormQuestion question(const Step &step)
    {
        FormQuestion form = m_texts.frame(*step.question);
        form.lines = 0;
        form.say = asked(step);
        form.body = {}; // what was shown is in the protocol; here counts what was answered
        form.note = noteOf(step.ref);
        for (const StepProbe &each : probesAt(step)) {
            // One of a whole entry stands at the first of its questions.
            if (!m_probesSaid.contains(each) &&
                m_answers.data().probes.value(each.ref).contains(each.probe->key)) {
                m_probesSaid.append(each);
                form.probes.append({m_flow->text(step, each.probe->label), true});
            }
        }
        if (const auto missing = m_answers.missingOfSpeaker(step.ref))
            form.missing = m_texts.spoken().missing(*missing);
        setAnswer(step, form);
        form.by = answeredBy(step, form);
        return form;
    }

    void setAnswer(const Step &step, FormQuestion &form) const
    {
        switch (form.answer) {
        case FormAnswer::Tick:
            form.choices = {{m_texts.spoken().acknowledge(u"Yes"_s), step.value.toBool()}};
            break;
        case FormAnswer::Scale:
            for (FormChoice &choice : form.choices)
                choice.picked = choice.label == step.value.toText();
            break;
        case FormAnswer::One:
        case FormAnswer::Many:
        case FormAnswer::Rank:
            form.choices = choices(step, form.answer == FormAnswer::Rank);
            break;
        case FormAnswer::Date:
            form.words = dateWords(step.value.date());
            break;
        case FormAnswer::None: // only what was calculated has a value
        case FormAnswer::Lines:
            form.words = words(step.value.toText());
            break;
        case FormAnswer::Number:
            form.words = step.value.kind() == Value::Kind::Number
                             ? formNumber(step.value.number(), m_texts.language())
                             : step.value.toText();
        }
    }

    [[nodiscard]] QVector<FormChoice> choices(const Step &step, bool ranked) const
    {
        const QVector<StepChoice> offered = m_flow->choices(step);
        const QStringList keys = step.value.keys();
        const QHash<QString, QString> said = wordsBeside(step);
        const auto labelOf = [&](const QString &key) {
            if (const auto found = said.constFind(key); found != said.cend())
                return *found;
            for (const StepChoice &choice : offered) {
                if (choice.key == key)
                    return choice.id && choiceKind(*step.question) != ChoiceSource::Kind::Facet
                               ? words(choice.label)
                               : choice.label;
            }
            return m_texts.choiceLabel(step.question->name, key);
        };
        QVector<FormChoice> result;
        const bool inFull = !ranked && offered.size() <= shownInFull;
        if (inFull) {
            for (const StepChoice &choice : offered)
                result.append({labelOf(choice.key), keys.contains(choice.key)});
        }
        for (int i = 0; i < keys.size(); ++i) {
            const bool stands =
                inFull && std::any_of(offered.begin(), offered.end(),
                                      [&](const StepChoice &choice) { return choice.key == keys[i]; });
            if (!stands || ranked)
                result.append({labelOf(keys[i]), true, ranked ? i + 1 : 0});
        }
        return result;
    }

    /// What terms that ask for words beside them ("other: …") are called here.
    [[nodiscard]] QHash<QString, QString> wordsBeside(const Step &step) const
    {
        QHash<QString, QString> result;
        if (!step.field || step.field->kind != FieldKind::Coding)
            return result;
        const Record *record = m_answers.data().record(step.field->entity, step.fieldRow);
        for (const CodedTerm &coded : record ? record->coded(*step.field) : QVector<CodedTerm>()) {
            if (!coded.other.isEmpty())
                result.insert(m_answers.codebook().key(coded.term),
                              words(codedLabel(coded, m_answers.codebook())));
        }
        return result;
    }

    void addExamples()
    {
        for (const ExampleRecord &example : m_answers.data().examples) {
            if (!example.relevant)
                continue;
            const bool paraphrased = m_paraphrased.contains(example.id);
            FormExample entry;
            entry.title = words(m_answers.rowTitle(Entity::Example, example.id), paraphrased);
            for (ReadBackPart part : m_answers.sentence(example, m_flow->spoken())) {
                if (part.kind == ReadBackPart::Kind::Given)
                    part.text = words(part.text, paraphrased);
                entry.sentence.append(part);
            }
            entry.open = m_texts.spoken().open(openFieldsOf(example, m_answers.codebook()));
            m_form.examples.append(entry);
        }
    }

    InterviewAnswers m_answers;
    FormTexts m_texts;
    bool m_withTexts = true;
    QSet<qint64> m_paraphrased; ///< examples in the interviewer's own words
    std::unique_ptr<Flow> m_flow;
    ProtocolForm m_form;
    int m_section = -1;
    QVector<StepInstance> m_path; ///< of the step before
    QVector<StepProbe> m_probesSaid;
};
} // namespace

ProtocolForm filledForm(Connection &db, InterviewId interview, const QString &language)
{
    const Sharing sharing = Consent::read(db).ofInterview(interview);
    if (sharing == Sharing::Nothing)
        throw Error(ErrorCode::InvalidInput, u"who withdrew or takes no part leaves on no form"_s,
                    toText(interview));
    InterviewData data = InterviewData::read(db, interview);
    const auto protocol = std::make_shared<const Protocol>(
        readProtocolJson(readProtocolContent(db, data.interview.version)).protocol);
    const auto codebook = std::make_shared<const Codebook>(Codebook::read(db));
    const QString spoken = !language.isEmpty()                 ? language
                           : data.interview.language.isEmpty() ? protocol->language()
                                                               : data.interview.language;
    QSet<qint64> paraphrased;
    for (const ExampleRecord &example : data.examples) {
        if (isParaphrased(db, example.id))
            paraphrased.insert(example.id);
    }
    return FilledForm(protocol, codebook, std::move(data), spoken, sharing != Sharing::Codes,
                      std::move(paraphrased))
        .build();
}

} // namespace seamfinder
