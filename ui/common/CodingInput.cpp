#include "ui/common/CodingInput.h"

#include "core/catalogue/StudySession.h"
#include "core/domain/AloneChoices.h"
#include "core/domain/Fields.h"
#include "ui/common/Chip.h"
#include "ui/common/CodebookCache.h"
#include "ui/common/FlowLayout.h"
#include "ui/common/HiddenWordLineAid.h"
#include "ui/common/PickItems.h"
#include "ui/common/TabOrder.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

CodingInput::CodingInput(const EditorContext &context, const Field &field, Look look, QWidget *parent)
    : FieldInput(parent)
    , m_context(context)
    , m_field(field)
    , m_look(look)
    , m_flow(new FlowLayout(nullptr, 4))
    , m_column(new QVBoxLayout(this))
    , m_add(new Chip({}, this))
    , m_picker(new InputPicker(context, field.many ? TermPicker::Mode::Multiple : TermPicker::Mode::Single,
                               &field, this))
{
    connect(m_picker, &InputPicker::waitingChanged, this, &CodingInput::rebuild);
    connect(m_picker, &InputPicker::chosenChanged, this, &CodingInput::takePicked);
    connect(m_picker, &InputPicker::newWanted, this, &CodingInput::takeNew);
    connect(m_picker, &InputPicker::closed, this, [this] {
        Q_EMIT left();
        focusOther();
    });
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    m_column->addLayout(m_flow);
    m_add->setRemovable(false);
    m_add->installEventFilter(this);
    setFocusProxy(m_add);
    connect(m_add, &QAbstractButton::clicked, this, [this] { openPicker(); });
    connect(&context.codebook, &CodebookCache::changed, this, &CodingInput::rebuild);
    for (const auto signal : {&StudySession::committed, &StudySession::undone, &StudySession::redone})
        connect(&context.session, signal, this, &CodingInput::followLanguage);
    rebuild();
}

CodingInput::~CodingInput()
{
    delete m_picker; // what it says on its way is not to reach half of this
}

CodedTerm *CodingInput::find(TermId term)
{
    const auto found = std::ranges::find(m_terms, term, &CodedTerm::term);
    return found == m_terms.end() ? nullptr : &*found;
}

QString CodingInput::chipText(const CodedTerm &coded) const
{
    const Term *term = m_context.codebook.codebook().term(coded.term);
    QString text = term ? m_context.termLabel(*term) : tr("(unknown term)");
    if (coded.main && m_terms.size() > 1)
        text = u"★ "_s + text;
    if (coded.pair == 1)
        text = tr("A: %1").arg(text);
    else if (coded.pair == 2)
        text = tr("B: %1").arg(text);
    switch (coded.team) {
    case Team::NotSaid:
        return text;
    case Team::Same:
        return tr("%1, same team").arg(text);
    case Team::Other:
        return tr("%1, other team").arg(text);
    case Team::OtherOrganisation:
        return tr("%1, other organisation").arg(text);
    }
    return text;
}

/// The language of an interview may change in the middle of it.
void CodingInput::followLanguage()
{
    if (&m_context.labels() != m_shownIn)
        rebuild();
}

void CodingInput::rebuild()
{
    m_shownIn = &m_context.labels();
    TermId focused{};
    for (auto it = m_chips.cbegin(); it != m_chips.cend(); ++it) {
        if (it.value()->hasFocus())
            focused = it.key();
    }
    const bool hadFocus = focused || m_add->hasFocus();
    m_flow->removeWidget(m_add);
    m_flow->clear();
    m_chips.clear();

    const Codebook &codebook = m_context.codebook.codebook();
    QHash<TermId, QLineEdit *> lines = std::exchange(m_others, {});
    for (const CodedTerm &coded : std::as_const(m_terms)) {
        const Term *term = codebook.term(coded.term);
        auto *chip = new Chip(chipText(coded), this);
        chip->setEnabled(!m_readOnly);
        chip->setRemovable(!m_readOnly);
        if (term && !term->colour.isEmpty())
            chip->setDot(QColor(term->colour));
        chip->setAccessibleName(m_name + u": "_s + chip->text());
        chip->installEventFilter(this);
        const TermId id = coded.term;
        connect(chip, &Chip::removeRequested, this, [this, id] { remove(id); });
        connect(chip, &QAbstractButton::clicked, this, [this, chip, id] { openMenu(chip, id); });
        m_flow->addWidget(chip);
        m_chips.insert(id, chip);
        if (!term || !term->asksText)
            continue;
        if (QLineEdit *line = lines.take(id)) {
            m_others.insert(id, line);
            if (line->text() != coded.other)
                line->setText(coded.other);
        } else {
            addOtherLine(coded, *term);
        }
    }
    for (QLineEdit *line : std::as_const(lines))
        line->deleteLater();
    for (const QString &name : std::as_const(m_newNames)) {
        auto *chip = new Chip(name, this);
        chip->setRemovable(false);
        chip->setEnabled(false);
        m_flow->addWidget(chip);
    }
    const bool none = m_terms.isEmpty() && m_newNames.isEmpty();
    const QString waiting = m_picker->waiting();
    const bool waits = !waiting.isEmpty();
    m_add->setText(waits                     ? tr("“%1” is not picked").arg(waiting)
                   : !none                   ? u"+"_s
                   : m_placeholder.isEmpty() ? tr("Choose …")
                                             : m_placeholder);
    m_add->setToolTip(waits ? tr("Enter opens the list with it again") : QString());
    m_add->setAccessibleName(waits  ? m_name + u": "_s + m_add->text()
                             : none ? m_name
                                    : tr("%1: add or change").arg(m_name));
    m_add->setVisible(!m_readOnly && (none || waits || m_field.many));
    m_flow->addWidget(m_add);
    for (Chip *chip : std::as_const(m_chips))
        chip->show();
    m_flow->invalidate();
    updateGeometry();

    orderTabs(this);
    QWidget *proxy = m_add;
    if (!m_field.many && !m_terms.isEmpty())
        proxy = m_chips.value(m_terms.first().term);
    setFocusProxy(proxy);
    if (hadFocus) {
        Chip *again = m_chips.value(focused);
        (again ? static_cast<QWidget *>(again) : proxy)->setFocus(Qt::OtherFocusReason);
    }
}

void CodingInput::addOtherLine(const CodedTerm &coded, const Term &term)
{
    auto *line = new QLineEdit(coded.other, this);
    line->setPlaceholderText(tr("%1: which?").arg(m_context.termLabel(term)));
    line->setAccessibleName(line->placeholderText());
    line->setReadOnly(m_readOnly);
    HiddenWordLineAid::watch(line);
    const TermId id = coded.term;
    connect(line, &QLineEdit::textEdited, this, [this, id](const QString &text) {
        if (CodedTerm *found = find(id))
            found->other = text;
        Q_EMIT typed();
    });
    connect(line, &QLineEdit::editingFinished, this, &FieldInput::left);
    m_column->addWidget(line);
    line->show();
    m_others.insert(id, line);
}

void CodingInput::setContent(const FieldContent &content)
{
    if (content.terms == m_terms && content.newNames == m_newNames)
        return;
    m_terms = content.terms;
    m_newNames = content.newNames;
    rebuild();
    showTicks();
}

FieldContent CodingInput::content() const
{
    return {.terms = m_terms, .newNames = m_newNames};
}

void CodingInput::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    for (QLineEdit *line : std::as_const(m_others))
        line->setReadOnly(readOnly);
    rebuild();
}

void CodingInput::setName(const QString &name)
{
    m_name = name;
    rebuild();
}

void CodingInput::setPlaceholder(const QString &text)
{
    m_placeholder = text;
    rebuild();
}

void CodingInput::openPicker(const QString &typed)
{
    if (m_readOnly)
        return;
    QList<qint64> chosen;
    for (const CodedTerm &coded : std::as_const(m_terms))
        chosen += coded.term.value;
    TermPicker &list = m_picker->list();
    list.setNewAllowed(m_field == fields::example::tag);
    list.setWhat(m_name);
    list.setItems(
        pickItems(m_context.codebook.codebook(), m_field, chosen, m_elementsFirst, m_context.labels()));
    list.setChosen(chosen);
    // Not at a chip, where that can be avoided: picking makes new ones.
    m_picker->openAt(m_add->isVisible() ? m_add : focusProxy(), typed);
}

void CodingInput::takeNew(const QString &name)
{
    m_newNames += name.simplified();
    rebuild();
    Q_EMIT chosen();
}

void CodingInput::showTicks()
{
    if (!m_picker->isOpen())
        return;
    QList<qint64> ids;
    for (const CodedTerm &coded : std::as_const(m_terms))
        ids += coded.term.value;
    m_picker->list().setChosen(ids);
}

void CodingInput::giveWayTo(TermId added)
{
    const Codebook &codebook = m_context.codebook.codebook();
    const bool alone = standsAlone(codebook.key(added));
    m_terms.removeIf([&](const CodedTerm &coded) { return alone || standsAlone(codebook.key(coded.term)); });
}

void CodingInput::takePicked(const QList<qint64> &ids)
{
    // What was said of a term stays with it; new ones come last.
    m_terms.removeIf([&](const CodedTerm &coded) { return !ids.contains(coded.term.value); });
    const QVector<CodedTerm> before = m_terms;
    for (const qint64 id : ids) {
        if (std::ranges::find(before, TermId{id}, &CodedTerm::term) != before.end())
            continue;
        giveWayTo({id});
        m_terms += CodedTerm{.term = {id}};
        const Term *term = m_context.codebook.codebook().term(TermId{id});
        if (term && term->asksText)
            m_wantsText = term->id;
    }
    keepOneMain(m_field, m_terms);
    rebuild();
    showTicks();
    Q_EMIT chosen();
    // A single choice, or Enter, has closed the picker before it tells what was picked.
    if (!m_picker->isOpen()) {
        Q_EMIT left();
        focusOther();
    }
}

void CodingInput::focusOther()
{
    if (QLineEdit *line = m_others.value(std::exchange(m_wantsText, {})))
        line->setFocus(Qt::OtherFocusReason);
}

void CodingInput::remove(TermId term)
{
    const qsizetype at = std::ranges::find(m_terms, term, &CodedTerm::term) - m_terms.begin();
    m_terms.remove(at);
    keepOneMain(m_field, m_terms);
    const bool hadFocus = m_chips.value(term)->hasFocus();
    rebuild();
    if (hadFocus) {
        const TermId next = m_terms.isEmpty() ? TermId{} : m_terms.at(std::min(at, m_terms.size() - 1)).term;
        QWidget *chip = m_chips.value(next);
        (chip ? chip : focusProxy())->setFocus(Qt::OtherFocusReason);
    }
    Q_EMIT chosen();
    Q_EMIT left();
}

void CodingInput::change(TermId term, const std::function<void(CodedTerm &)> &edit)
{
    CodedTerm *found = find(term);
    if (!found)
        return;
    edit(*found);
    rebuild();
    Q_EMIT chosen();
    Q_EMIT left();
}

void CodingInput::addElementActions(QMenu *menu, TermId term)
{
    const CodedTerm *coded = find(term);
    const auto add = [&](const QString &text, bool on, std::function<void(CodedTerm &)> edit) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(on);
        connect(action, &QAction::triggered, this,
                [this, term, edit = std::move(edit)] { change(term, edit); });
    };
    add(tr("&Main element"), coded->main, [this](CodedTerm &chosen) {
        for (CodedTerm &other : m_terms)
            other.main = false;
        chosen.main = true;
    });
    menu->addSeparator();
    const auto side = [this](int which) {
        return [this, which](CodedTerm &chosen) {
            const bool on = chosen.pair != which;
            for (CodedTerm &other : m_terms) {
                if (other.pair == which)
                    other.pair = 0;
            }
            chosen.pair = on ? which : 0;
        };
    };
    add(tr("&A of “A does not fit B”"), coded->pair == 1, side(1));
    add(tr("&B of “A does not fit B”"), coded->pair == 2, side(2));
}

void CodingInput::addTeamActions(QMenu *menu, TermId term)
{
    const CodedTerm *coded = find(term);
    const auto add = [&](const QString &text, Team team) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(coded->team == team);
        connect(action, &QAction::triggered, this, [this, term, team] {
            change(term,
                   [team](CodedTerm &chosen) { chosen.team = chosen.team == team ? Team::NotSaid : team; });
        });
    };
    add(tr("&Same team"), Team::Same);
    add(tr("&Other team"), Team::Other);
    add(tr("Other or&ganisation"), Team::OtherOrganisation);
}

void CodingInput::openMenu(Chip *chip, TermId term)
{
    const bool hasOptions = m_field == fields::example::element || m_field.withTeam;
    if (!hasOptions) {
        openPicker();
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(chip->text());
    m_field.withTeam ? addTeamActions(menu, term) : addElementActions(menu, term);
    menu->addSeparator();
    connect(menu->addAction(tr("&Choose others …")), &QAction::triggered, this, [this] { openPicker(); });
    connect(menu->addAction(tr("&Remove")), &QAction::triggered, this, [this, term] { remove(term); });
    menu->popup(chip->mapToGlobal(QPoint(0, chip->height())));
}

bool CodingInput::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const QString text = InputPicker::textOf(*static_cast<QKeyEvent *>(event));
        if (!text.isEmpty()) {
            openPicker(text);
            return true;
        }
    }
    return FieldInput::eventFilter(watched, event);
}

} // namespace seamfinder
