#include "ui/interview/FinishFields.h"

#include "core/catalogue/ExampleFacts.h"
#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"
#include "ui/common/EditedRow.h"
#include "ui/common/ExampleCard.h"
#include "ui/common/FieldEditor.h"
#include "ui/interview/FinishAnswer.h"
#include "ui/interview/FinishGaps.h"
#include "ui/interview/InterviewContext.h"
#include "ui/interview/MarkTargets.h"

#include <algorithm>
#include <QPointer>
#include <QVBoxLayout>

namespace seamfinder {

namespace {
constexpr int titleWidth = 260;
constexpr int enterAfterDigit = 1000; ///< milliseconds: of who types a digit and Enter, as at a question
} // namespace

FinishFields::FinishFields(InterviewSession &session, CodebookCache &codebook, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_codebook(codebook)
    , m_column(new QVBoxLayout(this))
{
    m_column->setSpacing(14);
    m_column->setContentsMargins(9, 0, 9, 0); // on one line with the story
}

namespace {
/// What is typed for a gap that is not there yet is of its example.
auto ofExample(const decltype(EditorContext::searched) &held, ExampleId example)
{
    return [held, example](const QString &list, const QString &words, qint64 row) {
        held(list, words, row ? row : example.value);
    };
}
} // namespace

EditorContext FinishFields::context(ExampleId example)
{
    EditorContext context = interviewContext(m_session, m_codebook, CodingStage::After, m_session.isLocked());
    // A list outlives its editor by a moment, and the next stop may be there by then.
    context.keepWords = [self = QPointer(this), example](const QString &words, const Field *field,
                                                         qint64 row) {
        if (self)
            self->keepWords(example, words, {field, row});
    };
    context.searched = ofExample(context.searched, example);
    return context;
}

bool FinishFields::isBeside(const FinishItem &item)
{
    return item.field && (*item.field == fields::example::title || *item.field == fields::example::story);
}

EditedRow *FinishFields::rowFor(Entity entity, qint64 id)
{
    for (EditedRow *row : m_rows) {
        if (row->entity() == entity && row->id() == id)
            return row;
    }
    m_rows.append(new EditedRow(m_session.study(), entity, id, this));
    return m_rows.last();
}

void FinishFields::flush()
{
    for (FieldEditor *editor : m_editors)
        editor->flush();
    for (FinishAnswer *answer : m_answers)
        answer->flush();
    if (m_gaps)
        m_gaps->flush();
    if (m_card)
        m_card->flush();
    if (m_targets)
        m_targets->flush();
}

void FinishFields::clear()
{
    flush();
    m_gaps = nullptr;
    m_editors.clear();
    m_answers.clear();
    m_card = nullptr;
    m_targets = nullptr;
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    for (EditedRow *row : m_rows)
        row->deleteLater();
    m_rows.clear();
}

void FinishFields::showStop(const FinishStop &stop)
{
    for (const FinishItem &item : stop.items) {
        if (stop.example && !m_gaps && !item.core)
            addGaps(stop.example);
        if (!isBeside(item))
            addItem(item);
    }
    if (stop.example && !m_gaps)
        addGaps(stop.example);
    m_lacksGap = m_gaps && stop.items.isEmpty();
    // At once, as the marks below: the story beside them is there, too, and Tab may come next.
    for (int i = 0; i < m_column->count(); ++i)
        m_column->itemAt(i)->widget()->show();
    m_column->addStretch(1);
}

void FinishFields::addItem(const FinishItem &item)
{
    const Flow &flow = m_session.flow();
    const int index = item.ref ? flow.indexOf(*item.ref) : -1;
    const Step *step = index < 0 ? nullptr : &flow.steps()[index];
    const QString asked = step ? flow.say(*step) : QString();
    if (item.field && (item.gap || item.example || item.field->entity == Entity::Practice))
        addField(item, step, asked);
    else if (step)
        addAnswer(*item.ref, asked);
}

void FinishFields::addField(const FinishItem &item, const Step *step, const QString &asked)
{
    qint64 row = item.gap ? item.gap.value : item.example.value;
    if (!item.gap && item.field->entity == Entity::Practice)
        row = step ? step->fieldRow : 0;
    auto *editor = new FieldEditor(context(item.example), *item.field, rowFor(item.field->entity, row),
                                   FieldEditor::Look::Block, this);
    if (item.gap || item.field->entity == Entity::Practice) {
        const QString title = m_session.answers().rowTitle(item.field->entity, row);
        editor->setLabel(title.isEmpty()
                             ? label(*item.field)
                             : tr("%1: %2").arg(fontMetrics().elidedText(title, Qt::ElideRight, titleWidth),
                                                label(*item.field)));
    }
    editor->setToolTip(asked);
    m_editors.append(editor);
    m_column->addWidget(editor);
}

void FinishFields::addAnswer(const QuestionRef &ref, const QString &asked)
{
    auto *answer = new FinishAnswer(m_session, ref, asked, this);
    connect(answer, &FinishAnswer::confirmed, this, [this, answer] { goOnFrom(answer); });
    connect(answer, &FinishAnswer::wordsKept, this, &FinishFields::wordsKept);
    m_answers.append(answer);
    m_column->addWidget(answer);
}

/// As beside the questions: Enter on an answer leads to what comes next.
void FinishFields::goOnFrom(const FinishAnswer *answer)
{
    const int at = m_column->indexOf(answer);
    for (int next = at + 1; next < m_column->count(); ++next) {
        QWidget *widget = m_column->itemAt(next)->widget();
        if (widget && widget->focusProxy()) {
            widget->setFocus(Qt::TabFocusReason);
            return;
        }
    }
    Q_EMIT finished();
}

void FinishFields::keepWords(ExampleId example, const QString &words, const WordsFor &wanted)
{
    flush(); // a story that is being written comes first
    Q_EMIT wordsKept(seamfinder::keepWords(m_session, example, words, wanted));
}

bool FinishFields::nextTeller()
{
    if (m_card)
        m_card->nextTeller();
    return m_card;
}

/// Behind what the example is open without: a gap is part of its sentence.
void FinishFields::addGaps(ExampleId example)
{
    m_gaps = new FinishGaps(context(example), example, this);
    m_column->addWidget(m_gaps);
    connect(m_gaps, &FinishGaps::added, this, &FinishFields::gapAdded);
}

void FinishFields::showMark(const Mark &mark, MarkTranscript *transcript)
{
    auto *targets = new MarkTargets(m_session, mark, transcript, this);
    m_targets = targets;
    targets->setEnterBelongsBefore(m_enterBelongsBefore);
    connect(targets, &MarkTargets::digitTaken, this,
            [this] { m_enterBelongsBefore.setRemainingTime(enterAfterDigit); });
    m_column->addWidget(targets);
    targets->show(); // at once, as the end below: the next key goes to its list
    connect(
        targets, &MarkTargets::settled, this,
        [this, targets](const MarkOutcome &outcome) {
            if (m_targets == targets) // nobody went on in the meantime
                Q_EMIT settled(outcome);
        },
        Qt::QueuedConnection); // the list that said so goes with it
}

bool FinishFields::dropEmptyCard()
{
    const ExampleId id = cardExample();
    if (!id || !m_session.isWritable())
        return false;
    flush();
    m_session.dropIfEmpty(id, m_madeOf);
    const ExampleRecord *example = m_session.data().example(id.value);
    return example && !saysAnything(*example) && readEvidence(m_session.study().reader(), id.value).isEmpty();
}

void FinishFields::showCard(ExampleId example, MarkId madeOf)
{
    m_madeOf = madeOf;
    EditorContext ofCard = context(example);
    ofCard.stage = m_session.stage();
    m_card = new ExampleCard(ofCard, this);
    m_card->setClosable(false);
    connect(m_card, &ExampleCard::binned, this, &FinishFields::cardBinned);
    m_column->addWidget(m_card, 1);
    m_card->show(); // at once: the next key may be meant for it
    m_card->showExample(example);
    m_card->focusFirst();
    // Undone, or thought better of: the mark is there again.
    connect(
        m_card, &ExampleCard::deleted, this,
        [this, card = m_card] {
            if (m_card == card)
                Q_EMIT cardDeleted();
        },
        Qt::QueuedConnection);
}

bool FinishFields::takeNow()
{
    return m_targets && m_targets->takeNow();
}

void FinishFields::showEnd(QWidget *end)
{
    m_column->addWidget(end);
    end->show(); // at once, so that Tab finds its buttons: a layout would show it a moment later
    m_column->addStretch(1);
}

bool FinishFields::focusFirst()
{
    if (m_card)
        m_card->focusFirst();
    else if (m_targets)
        m_targets->setFocus();
    else if (!m_editors.isEmpty())
        m_editors.first()->setFocus();
    else if (!m_answers.isEmpty())
        m_answers.first()->setFocus();
    else if (m_gaps && m_lacksGap)
        m_gaps->setFocus();
    else
        return false;
    return true;
}

bool FinishFields::focusField(const QString &field, qint64 row)
{
    return seamfinder::focusField(m_editors, field, row);
}

void FinishFields::focusInCard(const QString &field, GapId gap)
{
    if (m_card && !m_card->focusField(field, gap))
        m_card->focusFirst();
}

ExampleId FinishFields::cardExample() const
{
    return m_card ? m_card->example() : ExampleId{};
}

} // namespace seamfinder
