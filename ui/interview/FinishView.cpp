#include "ui/interview/FinishView.h"

#include "core/catalogue/ExampleFacts.h"
#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"
#include "core/interview/WordsAround.h"
#include "ui/common/EditedRow.h"
#include "ui/common/ExampleCard.h"
#include "ui/common/FieldEditor.h"
#include "ui/common/ScrollPane.h"
#include "ui/interview/AnswerEditor.h"
#include "ui/interview/MarkStrip.h"
#include "ui/interview/MarkTargets.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
ScrollPane *scrolled(QWidget *page)
{
    auto *scroll = new ScrollPane;
    scroll->setWidget(page);
    return scroll;
}
} // namespace

FinishView::FinishView(InterviewSession &session, CodebookCache &codebook, QWidget *parent)
    : FocusRing(parent)
    , m_session(session)
    , m_codebook(codebook)
    , m_heading(new QLabel(this))
    , m_story(new QLabel(this))
    , m_fields(new QWidget)
    , m_column(new QVBoxLayout(m_fields))
    , m_done(new QLabel(this))
    , m_next(new QPushButton(tr("Next"), this))
    , m_back(new QPushButton(tr("Back"), this))
{
    setAccessibleName(tr("Open fields"));
    QFont large = font();
    large.setPointSizeF(font().pointSizeF() * 1.3);
    m_heading->setFont(large);
    m_heading->setWordWrap(true);
    m_heading->setTextFormat(Qt::PlainText);
    m_story->setTextFormat(Qt::RichText);
    m_story->setWordWrap(true);
    m_story->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_story->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_done->setForegroundRole(QPalette::PlaceholderText);
    m_column->setSpacing(14);

    auto *left = new QWidget;
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 16, 0);
    leftColumn->setSpacing(12);
    leftColumn->addWidget(m_heading);
    leftColumn->addWidget(m_story);
    leftColumn->addStretch(1);
    auto *panes = new QHBoxLayout;
    panes->addWidget(scrolled(left), 1);
    panes->addWidget(scrolled(m_fields), 1);
    auto *buttons = new QHBoxLayout;
    auto *close = new QPushButton(tr("Back to the questions"), this);
    close->setFlat(true);
    buttons->addWidget(close);
    buttons->addStretch(1);
    buttons->addWidget(m_done);
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    m_next->setToolTip(tr("Ctrl+Enter"));
    m_back->setToolTip(tr("Ctrl+PgUp"));
    m_next->setObjectName(u"finishNext"_s);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(28, 18, 28, 14);
    whole->setSpacing(12);
    whole->addLayout(panes, 1);
    whole->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, [this] {
        flush();
        Q_EMIT closed();
    });
    connect(m_next, &QPushButton::clicked, this, &FinishView::next);
    connect(m_back, &QPushButton::clicked, this, &FinishView::previous);
}

void FinishView::begin()
{
    m_queue = finishQueue(m_session.flow(), m_session.answers());
    show(m_queue.isEmpty() ? -1 : 0);
}

void FinishView::next()
{
    if (m_at < 0) {
        Q_EMIT closed();
        return;
    }
    int next = m_at + 1;
    if (const MarkId here = m_queue[m_at].mark) {
        // Examples were made on the way: what is open in them comes now. Marks are in order of time.
        m_queue = finishQueue(m_session.flow(), m_session.answers());
        const auto behind = std::find_if(m_queue.begin(), m_queue.end(), [here](const FinishStop &stop) {
            return !stop.mark || stop.mark > here;
        });
        next = int(behind - m_queue.begin());
    }
    if (next < m_queue.size()) {
        show(next);
    } else {
        flush();
        // What was left out on the way comes round again only when asked for.
        show(-1);
    }
}

void FinishView::previous()
{
    if (m_at > 0)
        show(m_at - 1);
    else if (m_at < 0 && !m_queue.isEmpty())
        show(int(m_queue.size()) - 1);
}

void FinishView::flush()
{
    for (FieldEditor *editor : m_editors)
        editor->flush();
    for (AnswerEditor *answer : m_answers)
        answer->flush();
    if (m_card)
        m_card->flush();
}

void FinishView::clear()
{
    flush();
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

EditedRow *FinishView::rowFor(Entity entity, qint64 id)
{
    for (EditedRow *row : m_rows) {
        if (row->entity() == entity && row->id() == id)
            return row;
    }
    m_rows.append(new EditedRow(m_session.study(), entity, id, this));
    return m_rows.last();
}

void FinishView::addItem(const FinishItem &item)
{
    const Flow &flow = m_session.flow();
    const int index = item.ref ? flow.indexOf(*item.ref) : -1;
    const QString asked = index < 0 ? QString() : flow.say(flow.steps()[index]);
    const bool direct = item.field && (item.gap || item.example || item.field->entity == Entity::Practice);
    if (direct) {
        const qint64 row = item.gap                                 ? item.gap.value
                           : item.field->entity == Entity::Practice ? flow.steps()[index].fieldRow
                                                                    : item.example.value;
        const EditorContext context{m_session.study(), m_codebook, CodingStage::After};
        auto *editor = new FieldEditor(context, *item.field, rowFor(item.field->entity, row),
                                       FieldEditor::Look::Block, m_fields);
        if (item.gap) {
            const QString title = m_session.answers().rowTitle(Entity::Gap, item.gap.value);
            editor->setLabel(title.isEmpty()
                                 ? label(*item.field)
                                 : tr("%1: %2").arg(fontMetrics().elidedText(title, Qt::ElideRight, 260),
                                                    label(*item.field)));
        }
        editor->setToolTip(asked);
        m_editors.append(editor);
        m_column->addWidget(editor);
        return;
    }
    if (index < 0)
        return;
    auto *name = new QLabel(asked, m_fields);
    name->setWordWrap(true);
    name->setForegroundRole(QPalette::PlaceholderText);
    auto *answer = new AnswerEditor(m_session, m_fields);
    answer->showQuestion(*item.ref);
    m_answers.append(answer);
    m_column->addWidget(name);
    m_column->addWidget(answer);
}

const Mark *FinishView::markOf(const FinishStop &stop) const
{
    for (const Mark &mark : m_session.data().marks) {
        if (mark.id == stop.mark)
            return &mark;
    }
    return nullptr;
}

QString FinishView::storyOf(const Mark &mark) const
{
    const Flow &flow = m_session.flow();
    const int index = flow.indexOf(refOf(mark.place));
    const WordsAround around = wordsAround(mark, m_session.answers());
    QString html;
    if (index >= 0)
        html += u"<p>%1</p>"_s.arg(tr("Asked: %1").arg(flow.say(flow.steps()[index])).toHtmlEscaped());
    if (!around.isEmpty()) {
        const QString marked = around.marked.isEmpty() ? signOf(mark.kind) : around.marked;
        html += u"<p>%1<b>%2</b>%3</p>"_s.arg(around.before.toHtmlEscaped(), marked.toHtmlEscaped(),
                                              around.after.toHtmlEscaped());
    }
    return html;
}

void FinishView::showMark(const Mark &mark)
{
    m_heading->setText(tr("%1  %2, %3")
                           .arg(signOf(mark.kind), nameOf(mark.kind),
                                QDateTime::fromMSecsSinceEpoch(mark.time).toString(u"HH:mm:ss"_s)));
    m_story->setText(storyOf(mark));
    auto *targets = new MarkTargets(m_session, mark, m_fields);
    connect(
        targets, &MarkTargets::settled, this,
        [this](ExampleId example) {
            if (example)
                showNewExample(example);
            else
                next();
        },
        Qt::QueuedConnection); // the list that said so goes with it
    m_targets = targets;
    m_column->addWidget(targets);
}

void FinishView::showNewExample(ExampleId example)
{
    clear();
    m_card = new ExampleCard({m_session.study(), m_codebook, m_session.stage()}, m_fields);
    m_card->setClosable(false);
    m_column->addWidget(m_card, 1);
    m_card->showExample(example);
    m_card->focusFirst();
}

QString FinishView::storyOf(const FinishStop &stop) const
{
    const ExampleRecord *example = m_session.data().example(stop.example.value);
    if (!example)
        return {};
    QString html =
        u"<p>"_s + readBackHtml(readBackFacts(*example, m_session.answers().codebook())) + u"</p>"_s;
    const QString story = example->text(fields::example::story);
    if (!story.isEmpty())
        html += u"<p>"_s + story.toHtmlEscaped().replace(u'\n', "<br>"_L1) + u"</p>"_s;
    for (const EvidenceRecord &evidence : readEvidence(m_session.study().reader(), example->id))
        html += u"<p><i>“%1”</i></p>"_s.arg(evidence.quote.toHtmlEscaped());
    return html;
}

void FinishView::show(int stop)
{
    clear();
    m_at = stop;
    m_back->setEnabled(stop != 0 && !m_queue.isEmpty());
    if (stop < 0) {
        m_heading->setText(m_queue.isEmpty() ? tr("Nothing is open.") : tr("That was the last one."));
        m_story->setText(tr("The interview is in the catalogue. What you left out stays open there, by name.")
                             .toHtmlEscaped());
        m_next->setText(tr("Close"));
        m_done->clear();
        m_next->setFocus();
        return;
    }
    const FinishStop &now = m_queue[stop];
    m_next->setText(stop + 1 < m_queue.size() ? tr("Next  (Ctrl+Enter)") : tr("Done  (Ctrl+Enter)"));
    m_done->setText(tr("%1 of %2").arg(stop + 1).arg(m_queue.size()));
    if (const Mark *mark = markOf(now)) {
        showMark(*mark);
        focusFirst();
        return;
    }
    const QString title = now.example ? m_session.answers().rowTitle(Entity::Example, now.example.value)
                                      : tr("About the interview");
    m_heading->setText(title.isEmpty() ? tr("(no title yet)") : title);
    m_story->setText(storyOf(now));
    for (const FinishItem &item : now.items)
        addItem(item);
    m_column->addStretch(1);
    focusFirst();
}

void FinishView::focusFirst()
{
    if (m_card)
        m_card->focusFirst();
    else if (m_targets)
        m_targets->setFocus();
    else if (!m_editors.isEmpty())
        m_editors.first()->setFocus();
    else if (!m_answers.isEmpty())
        m_answers.first()->setFocus();
    else
        m_next->setFocus();
}

} // namespace seamfinder
