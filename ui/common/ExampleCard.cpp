#include "ui/common/ExampleCard.h"

#include "core/catalogue/EditExamples.h"
#include "core/catalogue/ExampleFacts.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/ReadStudy.h"
#include "core/catalogue/StudySession.h"
#include "core/domain/Fields.h"
#include "ui/common/CodebookCache.h"
#include "ui/common/CommandKeys.h"
#include "ui/common/EditedRow.h"
#include "ui/common/ElidedLabel.h"
#include "ui/common/EvidenceList.h"
#include "ui/common/FieldEditor.h"
#include "ui/common/FoldSection.h"
#include "ui/common/GapCard.h"
#include "ui/common/GapList.h"
#include "ui/common/Icons.h"
#include "ui/common/ReadBackForm.h"
#include "ui/common/ScrollPane.h"
#include "ui/common/SectionHeading.h"
#include "ui/common/SteadyFocus.h"
#include "ui/common/TellerButton.h"
#include "ui/common/TermPicker.h"
#include "ui/common/TypedText.h"

#include <algorithm>
#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QStyle>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;
namespace fe = fields::example;

namespace {
bool isInList(const QWidget *focus)
{
    const QWidget *at = focus;
    while (at && !qobject_cast<const TermPicker *>(at))
        at = at->parentWidget();
    return at;
}
} // namespace

ExampleCard::ExampleCard(const EditorContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_addGap(new QAction(icon(u"list-add"), tr("Add a &gap"), this))
    , m_scroll(new ScrollPane(this))
    , m_page(new QWidget)
{
    CommandKeys::ofProgram().drive(*m_addGap, KeyCommand::AddGap);
    m_addGap->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_addGap);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_scroll);
    auto *page = new QVBoxLayout(m_page);
    page->setContentsMargins(12, 10, 12, 12);
    page->setSpacing(12);
    build(page);
    m_scroll->setWidget(m_page);
    m_steady = new SteadyFocus(*m_scroll);
    m_page->hide();
    setFocusProxy(m_form);
    connect(m_addGap, &QAction::triggered, this, [this] {
        flush();
        m_gaps->addGap();
    });
    connect(&context.codebook, &CodebookCache::changed, this, &ExampleCard::follow);
    // Behind m_steady, which has the place of the new focus then.
    connect(qApp, &QApplication::focusChanged, this, [this] {
        if (m_heldSystem)
            QTimer::singleShot(0, this, [this] {
                const ExampleRecord *record = m_row ? m_row->example() : nullptr;
                if (record && m_heldSystem && !isAtSystem(m_heldSystem))
                    showSystem(*record);
            });
    });
}

ExampleCard::~ExampleCard()
{
    // The fields go after this, and with each of them the focus somewhere else.
    qApp->disconnect(this);
    // While rows and editors are all there.
    flush();
}

void ExampleCard::build(QVBoxLayout *page)
{
    buildHead(page);
    // The sentence is what one has heard by now; a title for it comes after it.
    page->addWidget(new SectionHeading(tr("In one sentence"), SectionHeading::Level::Part, m_page));
    m_form = new ReadBackForm(m_context, m_page);
    page->addWidget(m_form);
    page->addWidget(m_open);
    FieldEditor *title = add(page, fe::title);
    title->setPlaceholder(tr("A headline, as the participant would put it"));
    page->addWidget(m_teller, 0, Qt::AlignLeading);
    m_system = add(page, fe::system);
    m_system->hide();
    add(page, fe::occurrence);
    add(page, fe::story);
    add(page, fe::element);
    add(page, fe::effect);

    m_gaps = new GapList(m_context, m_page);
    auto *addGap = new QToolButton(m_page);
    addGap->setDefaultAction(m_addGap);
    addGap->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    addGap->setFocusPolicy(Qt::StrongFocus);
    m_gaps->addTrailing(addGap);
    page->addWidget(m_gaps);
    connect(m_gaps, &GapList::added, this, [this](GapCard *card) { m_scroll->ensureWidgetVisible(card); });

    addGroup(page, tr("When and at what cost"), {&fe::timeline, &fe::when, &fe::cost});
    addGroup(page, tr("Where and how it was found"),
             {&fe::workflowOrigin, &fe::workflowFound, &fe::detection, &fe::whatIf});
    addGroup(page, tr("How much it weighs"), {&fe::severity, &fe::likelihood, &fe::confidence, &fe::breadth});
    addGroup(page, tr("Where it comes from"), {&fe::source, &fe::firstHand, &fe::system, &fe::tag});

    auto *evidence = new FoldSection(
        tr("Evidence"),
        [this](QVBoxLayout *body) {
            body->addWidget(m_evidence);
            m_evidence->show();
        },
        m_page);
    m_evidence = new EvidenceList(m_context, evidence);
    m_evidence->hide(); // until it has its place
    connect(m_evidence, &EvidenceList::countChanged, evidence, [evidence](int count) {
        evidence->setNote(count > 0 ? QString::number(count) : QString());
        if (count > 0)
            evidence->setOpen(true);
    });
    page->addWidget(evidence);

    add(page, fe::status);
    m_reason = add(page, fe::statusReason);
    auto *bin = new QPushButton(icon(u"edit-delete"), tr("Delete this example"), m_page);
    bin->setToolTip(tr("Into the bin, with its gaps (can be undone)"));
    bin->setEnabled(m_context.isWritable());
    bin->setAutoDefault(false);
    connect(bin, &QAbstractButton::clicked, this, &ExampleCard::remove);
    page->addWidget(bin, 0, Qt::AlignLeading);
    m_id = new QLabel(m_page);
    m_id->setObjectName(u"exampleId"_s);
    m_id->setAccessibleName(tr("Identifier"));
    m_id->setForegroundRole(QPalette::PlaceholderText);
    m_id->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    page->addWidget(m_id);
    page->addStretch(1);
}

void ExampleCard::buildHead(QVBoxLayout *page)
{
    m_about = new ElidedLabel({}, m_page);
    m_about->setMuted(true);
    m_close = new QToolButton(m_page);
    m_close->setIcon(icon(u"window-close"));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Close the card; everything is kept (Esc)"));
    m_close->setAccessibleName(tr("Close the card"));
    m_close->setFocusPolicy(Qt::NoFocus);
    m_close->hide();
    connect(m_close, &QAbstractButton::clicked, this, &ExampleCard::close);
    auto *line = new QHBoxLayout;
    line->addWidget(m_about, 1);
    line->addWidget(m_close);
    page->addLayout(line);
    m_open = new QLabel(m_page);
    m_open->setWordWrap(true);
    m_open->setTextFormat(Qt::PlainText);
    m_open->setForegroundRole(QPalette::PlaceholderText);
    m_teller = new TellerButton(m_context.session, m_page);
    m_teller->setEnabled(m_context.isWritable());
}

FieldEditor *ExampleCard::add(QVBoxLayout *column, const Field &field)
{
    auto *editor = new FieldEditor(m_context, field, m_row, FieldEditor::Look::Block, column->parentWidget());
    column->addWidget(editor);
    m_editors += editor;
    return editor;
}

void ExampleCard::addGroup(QVBoxLayout *page, const QString &title, const QList<const Field *> &fields)
{
    auto *fold = new FoldSection(
        title,
        [this, fields](QVBoxLayout *body) {
            for (const Field *field : fields)
                add(body, *field);
            if (const ExampleRecord *record = m_row ? m_row->example() : nullptr)
                showSystem(*record);
        },
        m_page);
    page->addWidget(fold);
    m_groups += {fold, fields};
}

void ExampleCard::showExample(ExampleId example)
{
    if (example == this->example())
        return;
    TermPicker::leaveOpenAt(*this); // what is typed there is of the example that is left
    flush();
    EditedRow *before = m_row;
    m_row = nullptr;
    if (example)
        m_row = new EditedRow(m_context.session, Entity::Example, example.value, this);
    if (m_row && m_row->isGone()) {
        delete m_row;
        m_row = nullptr;
    }
    for (FieldEditor *editor : std::as_const(m_editors))
        editor->setRow(m_row);
    m_form->clear();
    m_gaps->setExample(m_row);
    m_evidence->setTarget(m_row ? m_row->id() : 0);
    if (before) {
        // What becomes of the row that was shown is nothing to the one that is: it may go before it is
        // deleted.
        before->disconnect(this);
        before->deleteLater();
    }
    m_page->setVisible(m_row);
    if (!m_row)
        return;
    connect(m_row, &EditedRow::changed, this, &ExampleCard::follow);
    connect(m_row, &EditedRow::gone, this, [this] {
        const ExampleId lost = this->example();
        showExample({});
        Q_EMIT deleted(lost);
    });
    m_scroll->ensureVisible(0, 0);
    follow();
    m_steady->startAnew();
}

ExampleId ExampleCard::example() const
{
    return {m_row ? m_row->id() : 0};
}

void ExampleCard::follow()
{
    const ExampleRecord *record = m_row ? m_row->example() : nullptr;
    if (!record)
        return;
    m_gaps->follow();
    m_form->setRows(m_row, m_gaps->rows());
    const Codebook &codebook = m_context.codebook.codebook();
    const QString open = openSentence(openFieldsOf(*record, codebook));
    m_open->setText(open);
    m_open->setVisible(!open.isEmpty());

    Connection &db = m_context.session.reader();
    m_id->setText(toText(record->exampleId()));
    QStringList about;
    if (const auto system = record->system ? readSystem(db, record->system) : std::nullopt;
        system && !system->alias.isEmpty())
        about.prepend(system->alias);
    if (const auto who = record->participant ? readParticipant(db, record->participant) : std::nullopt)
        about.prepend(who->pseudonym);
    m_about->setText(about.join(u" · "_s));

    showSystem(*record);
    m_teller->showTeller(*record);
    m_reason->setVisible(record->text(fe::status) == "not-mismatch"_L1 || record->has(fe::statusReason));
    for (const Group &group : std::as_const(m_groups)) {
        const int given = int(std::ranges::count_if(group.fields, [record](const Field *field) {
            return record->has(*field) || record->isMissing(*field);
        }));
        group.fold->setNote(given > 0 ? tr("%n given", nullptr, given) : QString());
    }
}

void ExampleCard::showSystem(const ExampleRecord &record)
{
    // Of one system it need not be asked: an example is about that. Another one is named under "Where it
    // comes from", and from then on each example asks.
    const bool several =
        record.interview && countInterviewSystems(m_context.session.reader(), record.interview) > 1;
    FieldEditor *held = nullptr;
    for (FieldEditor *editor : std::as_const(m_editors)) {
        const bool hides = editor->field() == fe::system && (editor == m_system) != several;
        if (hides && isAtSystem(editor))
            held = editor; // who picks the second one there is not sent elsewhere
    }
    m_heldSystem = held;
    for (FieldEditor *editor : std::as_const(m_editors)) {
        if (editor->field() == fe::system && !held)
            editor->setVisible((editor == m_system) == several);
    }
}

bool ExampleCard::isAtSystem(const FieldEditor *editor) const
{
    const QWidget *focus = QApplication::focusWidget();
    // Without any focus one is in another window, and comes back, as from the list that drops down.
    return editor->isAncestorOf(focus) || (editor == m_heldSystem && (!focus || isInList(focus)));
}

void ExampleCard::nextTeller()
{
    flush(); // what was typed is of who told until now
    m_teller->next();
}

void ExampleCard::flush()
{
    for (FieldEditor *editor : std::as_const(m_editors))
        editor->flush();
    m_form->flush();
    m_gaps->flush();
    m_evidence->flush();
}

void ExampleCard::focusFirst()
{
    m_form->focusFirstOpen();
    // Not where the card before was scrolled to. What was just made has its place only after the layout's
    // turn.
    m_scroll->verticalScrollBar()->setValue(0);
    QTimer::singleShot(0, this, [this] {
        QWidget *focus = QApplication::focusWidget();
        if (m_page->isAncestorOf(focus))
            m_scroll->ensureWidgetVisible(focus);
    });
}

FieldEditor *ExampleCard::editor(const Field &field)
{
    for (const Group &group : std::as_const(m_groups)) {
        if (std::ranges::any_of(group.fields, [&](const Field *other) { return *other == field; }))
            group.fold->setOpen(true);
    }
    FieldEditor *found = nullptr; // the one that can be seen, where a field has two
    for (FieldEditor *editor : std::as_const(m_editors)) {
        if (editor->field() == field && (!found || found->isHidden()))
            found = editor;
    }
    return found;
}

bool ExampleCard::focusField(QStringView fieldKey, GapId gap)
{
    FieldEditor *target = nullptr;
    if (gap) {
        GapCard *card = m_gaps->card(gap);
        const Field *field = findField(Entity::Gap, fieldKey);
        if (card && field)
            target = card->editor(*field);
    } else if (const Field *field = findField(Entity::Example, fieldKey)) {
        target = m_form->editor(*field);
        if (!target)
            target = editor(*field);
    }
    if (!target)
        return false;
    target->setFocus(Qt::OtherFocusReason);
    m_scroll->ensureWidgetVisible(target);
    // What was just unfolded has its place only after the layout's turn.
    QTimer::singleShot(0, target, [this, target] {
        if (target->isAncestorOf(QApplication::focusWidget()))
            m_scroll->ensureWidgetVisible(target);
    });
    return true;
}

QList<GapCard *> ExampleCard::gapCards() const
{
    return m_gaps->cards();
}

void ExampleCard::setClosable(bool closable)
{
    m_closable = closable;
    m_close->setVisible(closable);
}

void ExampleCard::close()
{
    flush();
    m_evidence->addBegun();
    Q_EMIT closed();
}

QString binnedText()
{
    return ExampleCard::tr("Deleted; it is in the bin. Ctrl+Z brings it back.");
}

void ExampleCard::remove()
{
    flush();
    if (!m_row)
        return;
    const ExampleId id = example();
    // A visit, so that what follows from it in an interview is the same step.
    m_context.session.perform(
        {.label = tr("Delete example"), .place = toText(id), .visit = u"delete/"_s + toText(id)},
        [id](Edit &edit) { deleteExample(edit, id); });
    Q_EMIT binned();
}

void ExampleCard::keyPressEvent(QKeyEvent *event)
{
    if (m_closable && event->key() == Qt::Key_Escape) {
        if (!TermPicker::takesEsc())
            close();
        return;
    }
    // Here comes what nothing on the card has taken: words that were typed at a button belong to the story.
    FieldEditor *story = editor(fe::story);
    if (!story || !typeOnIn(*story, *event))
        QWidget::keyPressEvent(event);
}

} // namespace seamfinder
