#include "ui/protocol/QuestionForm.h"

#include "core/domain/Field.h"
#include "core/protocol/ProtocolEdit.h"
#include "core/protocol/ProtocolIndex.h"
#include "ui/common/CodebookCache.h"
#include "ui/common/LineEdit.h"
#include "ui/protocol/ChoiceKeys.h"
#include "ui/protocol/ExpressionEdit.h"
#include "ui/protocol/ItemRows.h"
#include "ui/protocol/PresetRows.h"
#include "ui/protocol/SourceRow.h"
#include "ui/protocol/TranslatedText.h"

#include <QCheckBox>
#include <QComboBox>
#include <QRegularExpression>
#include <QSpinBox>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int mostInRange = 100000;
} // namespace

QuestionForm::QuestionForm(ProtocolDraft &draft, QWidget *parent)
    : DraftForm(draft, parent)
{
    addTexts();
    addItems();
    addAnswer();
    addRules();
}

void QuestionForm::addTexts()
{
    m_label = addText(tr("SAY"), tr("What is read aloud"), u"label"_s,
                      [this]() -> TranslatableText & { return m_question.label; });
    connect(m_label, &TranslatedText::left, this, &QuestionForm::nameByText);
    addText(tr("DO"), tr("A hint for the interviewer alone"), u"hint"_s,
            [this]() -> TranslatableText & { return m_question.hint; });
    m_reword = addText(tr("REWORD"), tr("What to say when they ask what is meant"), u"reword"_s,
                       [this]() -> TranslatableText & { return m_question.reword; });
    m_guidance = addText(tr("Good answer"), tr("What a good answer holds"), u"guidance"_s,
                         [this]() -> TranslatableText & { return m_question.guidance; });
    m_body = addText(tr("Card"), tr("What the participant sees; Markdown"), u"body"_s,
                     [this]() -> TranslatableText & { return m_question.body; });
    m_body->setLines(4, 16);
    m_type = addCombo(tr("Type"), u"questionType"_s, [this](int type) { setType(QuestionType(type)); });
    for (int type = 0; type <= int(QuestionType::Repeat); ++type)
        m_type->addItem(typeName(QuestionType(type)), type);
    m_name = addLine(tr("Name"), u"name"_s);
    m_name->setToolTip(tr("The name stands in expressions and exports; what refers to it follows."));
    connect(m_name, &LineEdit::textEdited, this, &QuestionForm::rename);
    connect(m_name, &LineEdit::left, this, [this] { m_name->setTextQuietly(m_question.name); });
}

void QuestionForm::addItems()
{
    m_source = new SourceRow(SourceRow::Purpose::Choices, page());
    connect(m_source, &SourceRow::chosen, this, [this](ChoiceSource::Kind kind, const QString &from) {
        m_question.choices.kind = kind;
        m_question.choices.from = from;
        store(false);
        refresh();
    });
    addRow(tr("Choices from"), m_source);
    m_choices = new ItemRows(tr("Choice"), tr("Add a choice"), page());
    m_choices->setObjectName(u"choice"_s);
    addRow(tr("Choices"), m_choices, u"choices"_s);
    m_probes = new ItemRows(tr("Probe"), tr("Add a probe"), page());
    m_probes->setObjectName(u"probe"_s);
    addRow(tr("Probes"), m_probes, u"probes"_s);
    m_byTerm = new ItemRows(tr("SAY"), {}, page());
    m_byTerm->setObjectName(u"byTerm"_s);
    m_byTerm->setFixedKeys(true);
    addRow(tr("SAY by term"), m_byTerm, u"labelByTerm"_s);
    connect(m_byTerm, &ItemRows::edited, this, [this](const QVector<AnswerChoice> &rows, bool typed) {
        m_question.labelByTerm.clear();
        for (const AnswerChoice &row : rows) {
            if (!row.label.isEmpty())
                m_question.labelByTerm.insert(row.key, row.label);
        }
        store(typed);
    });
    for (ItemRows *items : {m_choices, m_probes}) {
        connect(items, &ItemRows::edited, this, [this, items](const QVector<AnswerChoice> &rows, bool typed) {
            (items == m_choices ? m_question.choices.fixed : m_question.probes) = rows;
            store(typed);
        });
    }
    for (ItemRows *items : {m_choices, m_probes, m_byTerm}) {
        connect(items, &ItemRows::left, &draft(), &ProtocolDraft::endVisit);
        connect(items, &ItemRows::undoBeyondField, &draft(), &ProtocolDraft::undo);
        connect(items, &ItemRows::redoBeyondField, &draft(), &ProtocolDraft::redo);
    }
    connect(m_choices, &ItemRows::renamed, this, [this](const QString &from, const QString &to) {
        draft().change(tr("Change a choice's key"), m_place,
                       [name = m_question.name, from, to](Protocol &p) { renameChoice(p, name, from, to); });
        refresh();
    });
    connect(m_probes, &ItemRows::renamed, this, [this](const QString &from, const QString &to) {
        for (AnswerChoice &probe : m_question.probes) {
            if (probe.key == from)
                probe.key = to;
        }
        store(false);
    });
    m_filter =
        addExpression(tr("Only choices where"), tr("all; ${choice.key} and ${choice.group} may be used"),
                      u"filter"_s, [this]() -> Expression & { return m_question.choices.filter; });
}

void QuestionForm::addAnswer()
{
    m_minimum =
        addNumber(tr("From, or fewest"), mostInRange, [this]() -> int & { return m_question.minimum; });
    m_minimum->setObjectName(u"minimum"_s);
    m_maximum =
        addNumber(tr("To, or most (0: any)"), mostInRange, [this]() -> int & { return m_question.maximum; });
    m_maximum->setObjectName(u"maximum"_s);
    m_low = addText(tr("The lower end means"), {}, u"lowLabel"_s,
                    [this]() -> TranslatableText & { return m_question.lowLabel; });
    m_high = addText(tr("The upper end means"), {}, u"highLabel"_s,
                     [this]() -> TranslatableText & { return m_question.highLabel; });
    addRepeat();
    m_calculation = addExpression(tr("Calculation"), {}, u"calculation"_s,
                                  [this]() -> Expression & { return m_question.calculation; });
}

void QuestionForm::addRepeat()
{
    m_over = new SourceRow(SourceRow::Purpose::Repeat, page());
    connect(m_over, &SourceRow::chosen, this, [this](ChoiceSource::Kind kind, const QString &from) {
        m_question.repeat.over.kind = kind;
        m_question.repeat.over.from = from;
        store(false);
        refresh();
    });
    addRow(tr("Repeated"), m_over);
    m_overFilter =
        addExpression(tr("Only for those where"), tr("all; ${choice.key} may be used"), u"filter"_s,
                      [this]() -> Expression & { return m_question.repeat.over.filter; });
    m_overFilter->setObjectName(u"expression-overFilter"_s);
    m_first = addExpression(tr("First those where"), tr("in the codebook's order"), u"first"_s,
                            [this]() -> Expression & { return m_question.repeat.first; });
    m_fewest =
        addNumber(tr("Fewest times"), mostInRange, [this]() -> int & { return m_question.repeat.minimum; });
    m_most = addNumber(tr("Most times (0: any)"), mostInRange,
                       [this]() -> int & { return m_question.repeat.maximum; });
    m_count = addExpression(tr("Exactly this often"), tr("as often as there is something to note"),
                            u"count"_s, [this]() -> Expression & { return m_question.repeat.count; });
    m_creates = addCombo(tr("Each becomes"), u"creates"_s, [this](int entity) {
        const auto creates = entity < 0 ? std::nullopt : std::optional(Entity(entity));
        if (creates == m_question.repeat.creates)
            return;
        m_question.repeat.creates = creates;
        m_question.repeat.presets.clear(); // they are fields of what was created before
        store(false);
        refresh();
    });
    m_creates->addItem(tr("nothing of its own"), -1);
    m_creates->addItem(tr("a mismatch example"), int(Entity::Example));
    m_creates->addItem(tr("an information gap"), int(Entity::Gap));
    m_creates->addItem(tr("a practice"), int(Entity::Practice));
    m_presets = new PresetRows(page());
    m_presets->setKeys(
        [this](const QString &question) { return keysOf(question); },
        [this](const Field &field) { return choiceKeysOf(field, draft().codebook().codebook()); });
    addRow(tr("Filled in from the start"), m_presets, u"presets"_s);
    connect(m_presets, &PresetRows::edited, this,
            [this](const QMap<QString, Expression> &presets, bool typed) {
                m_question.repeat.presets = presets;
                store(typed);
            });
    connect(m_presets, &PresetRows::left, &draft(), &ProtocolDraft::endVisit);
    connect(m_presets, &PresetRows::undoBeyondField, &draft(), &ProtocolDraft::undo);
    connect(m_presets, &PresetRows::redoBeyondField, &draft(), &ProtocolDraft::redo);
}

void QuestionForm::addRules()
{
    m_required = addFlag(tr("Required"), [this]() -> bool & { return m_question.required; });
    m_required->setObjectName(u"required"_s);
    m_interviewerOnly = addFlag(tr("For the interviewer alone, never read aloud"),
                                [this]() -> bool & { return m_question.interviewerOnly; });
    m_interviewerOnly->setObjectName(u"interviewerOnly"_s);
    m_priority = addCombo(tr("Asked"), u"priority"_s, [this](int priority) {
        m_question.priority = Priority(priority);
        store(false);
    });
    m_priority->addItem(tr("always"), int(Priority::Core));
    m_priority->addItem(tr("if there is time"), int(Priority::IfTime));
    m_when = addCombo(tr("Answered"), u"when"_s, [this](int when) {
        m_question.when = AnswerWhen(when);
        store(false);
    });
    m_when->addItem(tr("during the interview"), int(AnswerWhen::Live));
    m_when->addItem(tr("after the interview"), int(AnswerWhen::After));
    m_when->addItem(tr("either during or after"), int(AnswerWhen::Either));
    addExpression(tr("Asked only if"), tr("always"), u"relevance"_s,
                  [this]() -> Expression & { return m_question.relevance; });
    m_constraint = addExpression(tr("Accepted only if"), tr("always; “.” is the answer"), u"constraint"_s,
                                 [this]() -> Expression & { return m_question.constraint; });
    m_message = addText(tr("Else say"), tr("What is wrong with such an answer"), u"constraintMessage"_s,
                        [this]() -> TranslatableText & { return m_question.constraintMessage; });
    m_default = addExpression(tr("Answer to begin with"), tr("none"), u"default"_s,
                              [this]() -> Expression & { return m_question.defaultValue; });
    m_binding = addCombo(tr("The answer is"), u"binding"_s, [this](int at) {
        m_question.binding = at <= 0 ? QString() : m_binding->itemData(at, Qt::UserRole + 1).toString();
        store(false);
        refresh();
    });
    offerBindings();
    m_mark = addCombo(tr("It singles out"), u"mark"_s, [this](int mark) {
        m_question.mark = CodingMark(mark);
        store(false);
    });
    m_mark->addItem(tr("nothing: it gives all of them"), int(CodingMark::None));
    m_mark->addItem(tr("the main one"), int(CodingMark::Main));
    m_mark->addItem(tr("what does not fit (A)"), int(CodingMark::MisfitA));
    m_mark->addItem(tr("what it does not fit (B)"), int(CodingMark::MisfitB));
}

QComboBox *QuestionForm::addCombo(const QString &label, const QString &name,
                                  const std::function<void(int)> &chosen)
{
    auto *combo = new QComboBox(page());
    combo->setObjectName(name);
    combo->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(combo, &QComboBox::activated, this,
            [combo, chosen](int at) { chosen(combo->itemData(at).toInt()); });
    addRow(label, combo);
    return combo;
}

void QuestionForm::offerBindings()
{
    m_binding->addItem(tr("an answer of its own"), 0);
    for (const Entity entity : {Entity::Example, Entity::Gap, Entity::Practice, Entity::Participant,
                                Entity::System, Entity::Interview}) {
        for (const Field &field : fieldsOf(entity)) {
            const QString name = u"%1.%2"_s.arg(entityKey(entity), field.key);
            m_binding->addItem(u"%1 (%2)"_s.arg(seamfinder::label(field), name), m_binding->count());
            m_binding->setItemData(m_binding->count() - 1, name, Qt::UserRole + 1);
        }
    }
}

void QuestionForm::setQuestion(const DraftPlace &place)
{
    if (!(place == m_place)) {
        m_choices->forget();
        m_probes->forget();
    }
    m_place = place;
    refresh();
}

bool QuestionForm::load()
{
    const Question *found = findQuestion(draft().protocol(), m_place.question);
    if (!found)
        return false;
    m_question = *found;
    m_hasChildren = !found->children.isEmpty();
    m_question.children.clear();
    return true;
}

void QuestionForm::store(bool typed)
{
    const auto put = [name = m_question.name, now = m_question](Protocol &protocol) {
        if (Question *question = findQuestion(protocol, name)) {
            const QVector<Question> children = question->children;
            *question = now;
            question->children = children;
        }
    };
    const QString action = tr("Edit the question “%1”").arg(m_question.name);
    if (typed)
        draft().type(action, m_place, put);
    else
        draft().change(action, m_place, put);
}

bool QuestionForm::concerns(const ProtocolProblem &problem) const
{
    return !m_question.name.isEmpty() && problem.question == m_question.name;
}

QStringList QuestionForm::names() const
{
    const ProtocolIndex index(draft().protocol());
    const int here = index.find(m_question.name);
    QStringList names;
    for (int at = 0; at < here; ++at) {
        const Question &before = *index.questions()[at].question;
        if (takesAnswer(before.type) || before.type == QuestionType::Calculated)
            names.append(before.name);
    }
    return names;
}

void QuestionForm::rename(const QString &name)
{
    static const QRegularExpression pattern(u"\\A[A-Za-z][A-Za-z0-9_-]*\\z"_s);
    // A name that is none, or somebody else's, waits until it is one: references would run together.
    if (name == m_question.name || !pattern.match(name).hasMatch() || findQuestion(draft().protocol(), name))
        return;
    const QString before = std::exchange(m_question.name, name);
    draft().type(tr("Rename a question"), {m_place.section, {}},
                 [before, name](Protocol &protocol) { renameQuestion(protocol, before, name); });
    m_place.question = name;
    load(); // what it says of itself follows, too
    Q_EMIT renamed(name);
}

void QuestionForm::nameByText()
{
    if (!draft().isWritable() || m_question.name != m_unnamed)
        return;
    const QString wanted = nameFromText(m_question.label.byLanguage.value(draft().protocol().language()));
    if (wanted.isEmpty())
        return;
    rename(freeQuestionName(draft().protocol(), wanted));
    draft().endVisit();
    m_name->setTextQuietly(m_question.name);
}

} // namespace seamfinder
