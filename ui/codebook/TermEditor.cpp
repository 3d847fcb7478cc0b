#include "ui/codebook/TermEditor.h"

#include "core/catalogue/EditCodebook.h"
#include "core/catalogue/StudySession.h"
#include "ui/codebook/ColourRow.h"
#include "ui/codebook/TermChips.h"
#include "ui/common/AutoGrowTextEdit.h"
#include "ui/common/CodebookCache.h"
#include "ui/common/Deliver.h"
#include "ui/common/LineEdit.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QUuid>

#include <algorithm>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int widestForm = 760;
} // namespace

TermEditor::TermEditor(StudySession &session, CodebookCache &codebook, QWidget *parent)
    : ScrollPane(parent)
    , m_session(session)
    , m_codebook(codebook)
{
    setBackgroundRole(QPalette::Base);
    connect(&m_pause, &TypingPause::due, this, &TermEditor::flush);
    build();
    connect(&codebook, &CodebookCache::changed, this, &TermEditor::follow);
    setTerm({});
}

void TermEditor::build()
{
    auto *page = new QWidget(this);
    page->setMaximumWidth(widestForm);
    m_form = new QFormLayout(page);
    m_form->setContentsMargins(18, 14, 18, 18);
    m_form->setVerticalSpacing(10);
    m_form->setHorizontalSpacing(14);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    setWidget(page);

    m_name = addLine(tr("Name"), &Term::label, tr("Rename “%1”"));
    m_name->setObjectName(u"termName"_s);
    m_sameName = new QLabel(page);
    m_sameName->setObjectName(u"termSameName"_s);
    m_sameName->setTextFormat(Qt::PlainText);
    m_sameName->setWordWrap(true);
    addRow({}, m_sameName);
    connect(m_name, &QLineEdit::textEdited, this, &TermEditor::compareName);
    m_key = new QLabel(page);
    m_key->setForegroundRole(QPalette::PlaceholderText);
    m_key->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_key->setTextFormat(Qt::PlainText);
    m_key->setToolTip(tr("The key stands in exports and never changes."));
    m_uses = new QPushButton(page);
    m_uses->setObjectName(u"termUses"_s);
    m_uses->setAutoDefault(false);
    connect(m_uses, &QPushButton::clicked, this, [this] { Q_EMIT usesWanted(m_term.id); });
    m_state = new QLabel(tr("Retired: kept where it was used, no longer offered in lists."), page);
    m_state->setWordWrap(true);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    auto *facts = new QWidget(page);
    auto *line = new QHBoxLayout(facts);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_uses);
    line->addWidget(m_key, 1);
    addRow({}, facts);
    addRow({}, m_state);
    addText(tr("Definition"), tr("What it means"), &Term::definition, tr("Edit the definition of “%1”"))
        ->setObjectName(u"termDefinition"_s);
    addText(tr("Use when"), tr("When this is the term to choose"), &Term::useWhen,
            tr("Edit when to use “%1”"));
    addText(tr("Use not"), tr("When another one is, and which"), &Term::useNot,
            tr("Edit when not to use “%1”"));
    addText(tr("Example"), tr("A passage that would get it"), &Term::example, tr("Edit the example of “%1”"));
    LineEdit *alias = addLine(tr("Other words"), &Term::alias, tr("Edit the other words for “%1”"));
    alias->setPlaceholderText(tr("Found when typed in a list; separate them by ;"));
    m_colour = new ColourRow(page);
    connect(m_colour, &ColourRow::chosen, this, [this](const QString &colour) {
        flush();
        m_term.colour = colour;
        save(tr("Colour “%1”"));
    });
    addRow(tr("Colour"), m_colour);
    m_about = addChips(tr("Element"), false, &Term::about);
    m_parent = addChips(tr("Under"), false, &Term::parent);
    m_group = addChips(tr("Belongs with"), false, &Term::groupRole);
    m_workflow = addChips(tr("Performs"), false, &Term::workflow);
    m_provides = new TermChips(TermChips::Mode::Many, tr("Usually provided by"), page);
    m_needs = new TermChips(TermChips::Mode::Many, tr("Usually needed by"), page);
    for (TermChips *chips : {m_provides, m_needs})
        connect(chips, &TermChips::changed, this, &TermEditor::saveFlow);
    addRow(tr("Usually provided by"), m_provides);
    addRow(tr("Usually needed by"), m_needs);
    m_asksText = new QCheckBox(tr("Asks for words beside it, as “other” does"), page);
    connect(m_asksText, &QCheckBox::clicked, this, [this](bool on) {
        flush();
        m_term.asksText = on;
        save(tr("Change “%1”"));
    });
    addRow({}, m_asksText);
    m_retire = new QPushButton(page);
    m_retire->setObjectName(u"termRetire"_s);
    m_retire->setAutoDefault(false);
    connect(m_retire, &QPushButton::clicked, this, [this] {
        flush();
        const bool retired = !m_term.retired;
        perform(retired ? tr("Retire “%1”") : tr("Offer “%1” again"), {},
                [id = m_term.id, retired](Edit &edit) { setTermRetired(edit, id, retired); });
    });
    auto *end = new QWidget(page);
    auto *endLine = new QHBoxLayout(end);
    endLine->setContentsMargins(0, 8, 0, 0);
    endLine->addWidget(m_retire);
    endLine->addStretch(1);
    addRow({}, end);
}

void TermEditor::addRow(const QString &label, QWidget *widget)
{
    if (!label.isEmpty() && widget->accessibleName().isEmpty())
        widget->setAccessibleName(label);
    m_form->addRow(label, widget);
}

AutoGrowTextEdit *TermEditor::addText(const QString &label, const QString &hint, QString Term::*member,
                                      const QString &action)
{
    auto *edit = new AutoGrowTextEdit(page());
    edit->setPlaceholderText(hint);
    edit->setLineLimits(2, 10);
    connect(edit, &AutoGrowTextEdit::edited, this, [this, edit, member, action] {
        typed({edit, member, action});
    });
    connect(edit, &AutoGrowTextEdit::left, this, &TermEditor::leave);
    connect(edit, &AutoGrowTextEdit::undoBeyondField, this, [this] {
        leave();
        m_session.undo();
    });
    connect(edit, &AutoGrowTextEdit::redoBeyondField, this, [this] { m_session.redo(); });
    m_texts.append({edit, member, action});
    addRow(label, edit);
    return edit;
}

LineEdit *TermEditor::addLine(const QString &label, QString Term::*member, const QString &action)
{
    auto *edit = new LineEdit(page());
    connect(edit, &LineEdit::textEdited, this, [this, edit, member, action] {
        typed({edit, member, action});
    });
    connect(edit, &LineEdit::left, this, &TermEditor::leave);
    connect(edit, &LineEdit::undoBeyondField, this, [this] {
        leave();
        m_session.undo();
    });
    connect(edit, &LineEdit::redoBeyondField, this, [this] { m_session.redo(); });
    m_texts.append({edit, member, action});
    addRow(label, edit);
    return edit;
}

TermChips *TermEditor::addChips(const QString &label, bool many, TermId Term::*member)
{
    auto *chips = new TermChips(many ? TermChips::Mode::Many : TermChips::Mode::One, label, page());
    connect(chips, &TermChips::changed, this, [this, member](const QVector<TermId> &terms) {
        flush();
        m_term.*member = terms.value(0);
        save(tr("Change “%1”"));
    });
    addRow(label, chips);
    return chips;
}

void TermEditor::typed(const TextField &field)
{
    if (m_dirty && m_dirty->widget != field.widget)
        flush();
    if (m_visit.isEmpty())
        m_visit = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_dirty = field;
    m_pause.typed();
}

void TermEditor::leave()
{
    flush();
    m_visit.clear();
    // A name that was emptied is no name: what the study holds comes back.
    if (m_term.id && m_name->text().trimmed().isEmpty())
        m_name->setTextQuietly(m_term.label);
}

void TermEditor::flush()
{
    m_pause.stop();
    if (!m_dirty)
        return;
    const TextField field = *m_dirty;
    m_dirty.reset();
    const auto *text = qobject_cast<AutoGrowTextEdit *>(field.widget);
    const QString content = text ? text->toPlainText() : static_cast<LineEdit *>(field.widget)->text();
    if ((field.member == &Term::label && content.trimmed().isEmpty()) || m_term.*field.member == content)
        return;
    const QString before = m_term.label;
    m_term.*field.member = content;
    perform(field.action.arg(before), m_visit, [term = m_term](Edit &edit) { updateTerm(edit, term); });
}

void TermEditor::save(const QString &label, const QString &visit)
{
    perform(label, visit, [term = m_term](Edit &edit) { updateTerm(edit, term); });
}

void TermEditor::compareName()
{
    const QString name = m_name->text().trimmed();
    const auto terms = m_codebook.codebook().inFacet(m_term.facet);
    const auto same = std::ranges::find_if(terms, [&](const Term &other) {
        return other.id != m_term.id && other.label.trimmed().compare(name, Qt::CaseInsensitive) == 0;
    });
    const bool any = m_term.id && same != terms.end();
    m_form->setRowVisible(m_sameName, any);
    if (any)
        m_sameName->setText(
            tr("Another term here has this name: the one with the key %1. In lists nobody can tell "
               "the two apart.")
                .arg(same->key));
}

void TermEditor::saveFlow()
{
    flush();
    perform(tr("Change the expected flow of “%1”"), {},
            [id = m_term.id, provides = m_provides->terms(), needs = m_needs->terms()](Edit &edit) {
                setExpectedFlow(edit, id, provides, needs);
            });
}

void TermEditor::perform(const QString &label, const QString &visit, std::function<void(Edit &)> change)
{
    ++m_underWay;
    const QString text = label.contains("%1"_L1) ? label.arg(m_term.label) : label;
    const auto ended = [this] { --m_underWay; };
    afterCommit(
        m_session.perform({.label = text, .place = toText(m_term.id), .visit = visit}, std::move(change)),
        this, [ended](const Commit &) { ended(); }, ended);
}

void TermEditor::setTerm(TermId term)
{
    leave();
    const Term *found = m_codebook.codebook().term(term);
    widget()->setVisible(found);
    if (!found) {
        m_term = {};
        return;
    }
    const bool other = found->id != m_term.id;
    show(*found);
    if (other)
        ensureVisible(0, 0);
}

void TermEditor::follow()
{
    if (!m_term.id)
        return;
    const Term *found = m_codebook.codebook().term(m_term.id);
    if (!found) {
        setTerm({});
        return;
    }
    // What is being typed, or is on its way into the file, is newer than what was just read.
    if (!m_dirty && m_underWay <= 1)
        show(*found);
}

void TermEditor::show(const Term &term)
{
    m_term = term;
    for (const TextField &field : m_texts) {
        if (auto *text = qobject_cast<AutoGrowTextEdit *>(field.widget)) {
            text->setTextQuietly(term.*field.member);
            text->setReadOnly(!m_session.isWritable());
        } else {
            auto *line = static_cast<LineEdit *>(field.widget);
            line->setTextQuietly(term.*field.member);
            line->setReadOnly(!m_session.isWritable());
        }
    }
    m_key->setText(tr("Key: %1").arg(term.key));
    m_form->setRowVisible(m_state, term.retired);
    compareName(); // setTextQuietly() tells nobody
    m_colour->setColour(term.colour);
    m_asksText->setChecked(term.asksText);
    m_retire->setText(term.retired ? tr("Offer again") : tr("Retire"));
    m_retire->setToolTip(term.retired ? tr("Lists offer it again")
                                      : tr("Lists no longer offer it; what was coded with it stays"));

    const Codebook &codebook = m_codebook.codebook();
    const auto one = [](TermId id) { return id ? QVector<TermId>{id} : QVector<TermId>{}; };
    const bool isItem = term.facet == "information-item"_L1, isRole = term.facet == "role"_L1,
               isElement = term.facet == "element"_L1;
    const auto place = [&](TermChips *chips, bool shown, const QString &facet, const QVector<TermId> &terms,
                           std::function<bool(const Term &)> allowed = {}) {
        m_form->setRowVisible(chips, shown);
        if (!shown)
            return;
        chips->setOffer(codebook, facet, std::move(allowed));
        chips->setTerms(terms);
        chips->setReadOnly(!m_session.isWritable());
    };
    place(m_about, isItem, u"element"_s, one(term.about));
    // No circles: a term cannot stand under itself or under what stands under it.
    const auto mayHold = [&codebook, id = term.id](const Term &candidate) {
        const Term *at = &candidate;
        for (int depth = 0; at && depth < 16; ++depth) {
            if (at->id == id)
                return false;
            at = codebook.term(at->parent);
        }
        return true;
    };
    place(m_parent, !isItem && !isRole && !isElement, term.facet, one(term.parent), mayHold);
    place(m_group, isRole && !term.special, u"role"_s, one(term.groupRole),
          [id = term.id](const Term &candidate) { return candidate.id != id && !candidate.special; });
    place(m_workflow, isRole && !term.special, u"workflow"_s, one(term.workflow));
    const auto isPerson = [](const Term &candidate) { return !candidate.special; };
    place(m_provides, isElement, u"role"_s, codebook.provides(term.id), isPerson);
    place(m_needs, isElement, u"role"_s, codebook.needs(term.id), isPerson);
    for (QWidget *control : {static_cast<QWidget *>(m_colour), static_cast<QWidget *>(m_asksText),
                             static_cast<QWidget *>(m_retire)})
        control->setEnabled(m_session.isWritable());
}

void TermEditor::setUse(int uses)
{
    m_uses->setText(uses == 0   ? tr("Not used yet")
                    : uses == 1 ? tr("Used once")
                                : tr("Used %1 times").arg(uses));
    m_uses->setToolTip(uses ? tr("Show these examples in the catalogue") : QString());
    m_uses->setEnabled(uses > 0);
}

void TermEditor::editName()
{
    m_name->setFocus();
    m_name->selectAll();
}

} // namespace seamfinder
