#include "core/catalogue/Consent.h"
#include "core/catalogue/ExampleFacts.h"
#include "core/domain/Error.h"
#include "core/exchange/FormTexts.h"
#include "core/interview/InterviewAnswers.h"
#include "core/protocol/Flow.h"
#include "core/protocol/ProtocolJson.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype shownInFull = 8; // of more choices only those that were chosen

QString tr(const char *text)
{
    return QCoreApplication::translate("ProtocolForm", text);
}

class FilledForm
{
public:
    FilledForm(const std::shared_ptr<const Protocol> &protocol,
               const std::shared_ptr<const Codebook> &codebook, InterviewData data, const QString &language,
               bool withTexts)
        : m_answers(protocol, codebook)
        , m_texts(*protocol, *codebook, language)
        , m_withTexts(withTexts)
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
        m_form.sections.removeIf([](const FormSection &section) { return section.items.isEmpty(); });
        for (FormSection &section : m_form.sections)
            section.condition.clear(); // it held, or the section were not here
        addExamples();
        return m_form;
    }

private:
    /// Everything that a person of the study said or somebody noted of it goes through here: the one place
    /// that knows which of it may leave the study.
    [[nodiscard]] QString words(const QString &text) const
    {
        const QString trimmed = text.trimmed();
        return m_withTexts || trimmed.isEmpty() ? trimmed : tr("(kept in the study)");
    }

    void addFacts()
    {
        const Interview &interview = m_answers.data().interview;
        const auto add = [this](const QString &label, const QString &value) {
            if (!value.isEmpty())
                m_form.facts.append({label, value});
        };
        add(tr("Participant"),
            QStringList(interview.pseudonyms.begin(), interview.pseudonyms.end()).join(u", "_s));
        if (interview.date)
            add(tr("Date"), QLocale().toString(QDateTime::fromMSecsSinceEpoch(*interview.date).date(),
                                               QLocale::LongFormat));
        add(tr("System"), words(m_answers.rowTitle(Entity::System, 0)));
        add(tr("State"), stateWords(interview.state));
        add(tr("Interview"), toText(interview.id));
    }

    static QString stateWords(const QString &state)
    {
        return state == interview_state::complete     ? tr("complete")
               : state == interview_state::inProgress ? tr("in progress")
               : state == interview_state::paused     ? tr("paused")
               : state == interview_state::withdrawn  ? tr("withdrawn")
                                                      : tr("planned");
    }

    [[nodiscard]] bool holdsSomething(const Step &step) const
    {
        return !m_answers.value(step.ref).isBlank() || m_answers.missing(step.ref) || !noteOf(step).isEmpty();
    }

    [[nodiscard]] QString noteOf(const Step &step) const
    {
        const auto found = m_answers.data().answers.constFind(step.ref);
        return found == m_answers.data().answers.cend() ? QString() : words(found->note);
    }

    void add(const Step &step)
    {
        if (!step.relevant) {
            m_form.hidden += holdsSomething(step) ? 1 : 0;
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
        item.question = question(step);
        items(step).append(item);
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
            item.heading = !instance.termKey.isEmpty() && !title.isEmpty()
                               ? title
                               : QStringList{tr("No. %1").arg(instance.position), title}
                                     .filter(QRegularExpression(u"."_s))
                                     .join(u": "_s);
            items(step).append(item);
        }
        m_path = step.instances;
    }

    /// A question may quote what was answered before.
    [[nodiscard]] QString said(const Step &step) const
    {
        const QString say = m_flow->say(step);
        return say == m_texts.in(step.question->label) ? say : words(say);
    }

    [[nodiscard]] FormQuestion question(const Step &step) const
    {
        FormQuestion form = m_texts.frame(*step.question);
        form.lines = 0;
        form.say = said(step);
        form.body = {}; // what was shown is in the protocol; here counts what was answered
        form.note = noteOf(step);
        const QStringList asked = m_answers.data().probes.value(step.ref);
        for (const AnswerChoice &probe : step.question->probes) {
            if (asked.contains(probe.key))
                form.probes.append({m_flow->text(step, probe.label), true});
        }
        if (const auto missing = m_answers.missing(step.ref))
            form.missing = QCoreApplication::translate("MissingCode", info(*missing).label);
        setAnswer(step, form);
        return form;
    }

    void setAnswer(const Step &step, FormQuestion &form) const
    {
        switch (form.answer) {
        case FormAnswer::Tick:
            form.choices = {{tr("Yes"), step.value.toBool()}};
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
            form.words = QLocale().toString(step.value.date(), QLocale::LongFormat);
            break;
        case FormAnswer::None: // only what was calculated has a value
        case FormAnswer::Lines:
            form.words = words(step.value.toText());
            break;
        case FormAnswer::Number:
            form.words = step.value.toText();
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
        if (!ranked && offered.size() <= shownInFull) {
            for (const StepChoice &choice : offered)
                result.append({labelOf(choice.key), keys.contains(choice.key)});
        }
        for (int i = 0; i < keys.size(); ++i) {
            const bool stands = !result.isEmpty() &&
                                std::any_of(offered.begin(), offered.end(),
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
            FormExample entry;
            entry.title = words(m_answers.rowTitle(Entity::Example, example.id));
            for (ReadBackPart part : m_answers.sentence(example, m_flow->spoken())) {
                if (part.kind == ReadBackPart::Kind::Given)
                    part.text = words(part.text);
                entry.sentence.append(part);
            }
            entry.open = openSentence(openFieldsOf(example, m_answers.codebook()));
            m_form.examples.append(entry);
        }
    }

    InterviewAnswers m_answers;
    FormTexts m_texts;
    bool m_withTexts = true;
    std::unique_ptr<Flow> m_flow;
    ProtocolForm m_form;
    int m_section = -1;
    QVector<StepInstance> m_path; ///< of the step before
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
    return FilledForm(protocol, codebook, std::move(data), spoken, sharing != Sharing::Codes).build();
}

} // namespace seamfinder
