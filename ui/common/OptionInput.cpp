#include "ui/common/OptionInput.h"

#include "core/catalogue/Consent.h"
#include "core/catalogue/StudySession.h"
#include "core/domain/Fields.h"
#include "core/protocol/SpokenLabels.h"
#include "ui/common/Chip.h"
#include "ui/common/CodebookCache.h"
#include "ui/common/DigitRow.h"
#include "ui/common/FlowLayout.h"
#include "ui/common/InputPicker.h"
#include "ui/common/Pill.h"
#include "ui/common/PlainEnter.h"

#include <QApplication>
#include <QKeyEvent>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int waitForLetter = 400; // milliseconds
}

OptionInput::OptionInput(const EditorContext &context, const Field &field, QWidget *parent)
    : FieldInput(parent)
    , m_context(context)
    , m_field(field)
    , m_flow(new FlowLayout(this, 4))
    , m_picker(new InputPicker(context, TermPicker::Mode::Single, &field, this))
    , m_waits(new Chip({}, this))
{
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &OptionInput::takeWaiting);
    m_waits->setRemovable(false);
    m_waits->setToolTip(tr("Enter opens a list with it again"));
    m_waits->installEventFilter(this);
    m_waits->hide();
    connect(m_waits, &QAbstractButton::clicked, this, [this] { openPicker(); });
    connect(m_picker, &InputPicker::waitingChanged, this, &OptionInput::showWaiting);
    connect(m_picker, &InputPicker::picked, this, [this](qint64 line) {
        const int index = int(line) - 1;
        if (index != current())
            pick(index);
        if (m_pills.contains(QApplication::focusWidget()))
            focusPill(index);
    });
    fill();
    if (field.kind == FieldKind::Term)
        connect(&context.codebook, &CodebookCache::changed, this, &OptionInput::fill);
    for (const auto signal : {&StudySession::committed, &StudySession::undone, &StudySession::redone})
        connect(&context.session, signal, this, &OptionInput::followLanguage);
}

OptionInput::~OptionInput()
{
    delete m_picker; // what it says on its way is not to reach half of this
}

bool OptionInput::equal(const QVariant &one, const QVariant &other) const
{
    if (!one.isValid() || !other.isValid())
        return one.isValid() == other.isValid();
    return m_field.kind == FieldKind::Choice ? one.toString() == other.toString()
                                             : one.toLongLong() == other.toLongLong();
}

/// The language of an interview may change in the middle of it.
void OptionInput::followLanguage()
{
    if (&m_context.labels() == m_shownIn)
        return;
    const bool hadFocus =
        std::any_of(m_pills.begin(), m_pills.end(), [](const Pill *pill) { return pill->hasFocus(); });
    fill();
    if (hadFocus)
        focusPill(std::max(current(), 0));
}

void OptionInput::fill()
{
    m_shownIn = &m_context.labels();
    m_flow->removeWidget(m_waits);
    m_flow->clear();
    m_pills.clear();
    m_values.clear();
    m_aliases.clear();
    if (m_field.kind == FieldKind::Choice) {
        for (const Choice &choice : m_field.choices)
            addOption(QString(choice.key), m_shownIn->option(m_field, choice.key));
    } else if (m_field.kind == FieldKind::Term) {
        const QVector<Term> terms = m_context.codebook.codebook().inFacet(QString(m_field.facet));
        for (const Term &term : terms) {
            // A retired term is only offered where it is the answer already.
            if (!term.retired || equal(term.id.value, m_value))
                addOption(term.id.value, m_context.termLabel(term), term.definition,
                          term.label + u"; "_s + term.alias);
        }
    } else {
        for (int step = m_field.minimum; step <= m_field.maximum; ++step)
            addOption(step, QString::number(step));
    }
    m_flow->addWidget(m_waits);
    showState();
    if (m_picker->isOpen())
        m_picker->list().setItems(listed());
}

void OptionInput::addOption(const QVariant &value, const QString &text, const QString &help,
                            const QString &alias)
{
    auto *pill = new Pill(text, this);
    pill->setToolTip(help);
    pill->installEventFilter(this);
    const int index = int(m_pills.size());
    connect(pill, &QAbstractButton::clicked, this, [this, index] { pick(index); });
    m_flow->addWidget(pill);
    m_pills += pill;
    m_values += value;
    m_aliases += alias;
}

int OptionInput::current() const
{
    for (int i = 0; i < int(m_values.size()); ++i) {
        if (equal(m_values.at(i), m_value))
            return i;
    }
    return -1;
}

void OptionInput::showState()
{
    const int on = current();
    for (int i = 0; i < int(m_pills.size()); ++i) {
        Pill *pill = m_pills.at(i);
        pill->setChecked(i == on);
        pill->setEnabled(!m_readOnly);
        // Only one of them is a stop for Tab.
        pill->setFocusPolicy(i == std::max(on, 0) ? Qt::StrongFocus : Qt::ClickFocus);
        pill->setAccessibleName(m_name.isEmpty() ? pill->text() : m_name + u": "_s + pill->text());
    }
    if (!m_pills.isEmpty() && focusProxy() != m_pills.at(std::max(on, 0)))
        setFocusProxy(m_pills.at(std::max(on, 0)));
}

void OptionInput::setContent(const FieldContent &content)
{
    const QVariant value = content.value.toString().isEmpty() ? QVariant() : content.value;
    if (equal(value, m_value))
        return;
    m_value = value;
    if (m_field.kind == FieldKind::Term && value.isValid() && current() < 0)
        fill();
    else
        showState();
}

FieldContent OptionInput::content() const
{
    return {.value = m_value};
}

void OptionInput::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    showState();
}

void OptionInput::setName(const QString &name)
{
    m_name = name;
    setAccessibleName(name);
    showState();
}

void OptionInput::setRow(qint64 row)
{
    if (m_wait.isActive())
        takeWaiting();
    m_picker->setRow(row);
}

/// The options as lines of a list; their ids count from 1.
QList<PickItem> OptionInput::listed() const
{
    QList<PickItem> items;
    for (int i = 0; i < int(m_pills.size()); ++i) {
        items += {.id = i + 1,
                  .label = m_pills.at(i)->text(),
                  .alias = m_aliases.at(i),
                  .definition = m_pills.at(i)->toolTip()};
    }
    return items;
}

void OptionInput::openPicker(const QString &typed)
{
    if (m_readOnly)
        return;
    TermPicker &list = m_picker->list();
    list.setWhat(m_name);
    list.setItems(listed());
    list.setChosen(current() < 0 ? QList<qint64>() : QList<qint64>{current() + 1});
    m_picker->openAt(this, typed);
}

void OptionInput::showWaiting()
{
    const QString words = m_picker->waiting();
    m_waits->setText(tr("“%1” is not picked").arg(words));
    m_waits->setAccessibleName(m_name + u": "_s + m_waits->text());
    m_waits->setVisible(!words.isEmpty());
    m_flow->invalidate();
    updateGeometry();
}

/// What must be known, and what was agreed to, is changed, but not taken away.
bool OptionInput::staysPicked() const
{
    return m_field == fields::example::status || isConsent(m_field);
}

void OptionInput::pick(int index)
{
    const bool again = index == current();
    if (index < 0 && !m_value.isValid())
        return;
    m_value = index < 0 || (again && !staysPicked()) ? QVariant() : m_values.at(index);
    showState();
    if (!again || !m_value.isValid())
        Q_EMIT chosen();
}

void OptionInput::takeWaiting()
{
    m_wait.stop();
    if (m_waiting != current())
        pick(m_waiting);
}

void OptionInput::focusPill(int index)
{
    m_pills.at(std::clamp(index, 0, int(m_pills.size()) - 1))->setFocus(Qt::OtherFocusReason);
}

bool OptionInput::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && m_wait.isActive())
        takeWaiting();
    if (event->type() != QEvent::KeyPress)
        return FieldInput::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_waits) {
        const QString typed = InputPicker::textOf(*key);
        if (!typed.isEmpty())
            openPicker(typed);
        return !typed.isEmpty() || FieldInput::eventFilter(watched, event);
    }
    const int at = int(m_pills.indexOf(qobject_cast<Pill *>(watched)));
    if (at < 0)
        return FieldInput::eventFilter(watched, event);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    // The text of the key before its place: the keypad has digits of its own; but where the digit row needs
    // Shift for them, "é" is the 2, as in the lists of the questions.
    const int written = key->text().size() == 1 ? key->text().at(0).digitValue() : -1;
    const int digit = written >= 0 ? written : digitOf(*key) > 0 ? digitOf(*key) : -1;
    if (m_wait.isActive()) {
        const QString text = InputPicker::textOf(*key);
        if (!text.isEmpty()) { // it was the first letter of a word
            m_wait.stop();
            openPicker(m_letter + text);
            return true;
        }
        if (key->key() != Qt::Key_Shift)
            takeWaiting();
    }
    if (digit >= 0 && !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))) {
        const int index = m_field.kind == FieldKind::Number ? digit - m_field.minimum : digit - 1;
        if (index >= 0 && index < int(m_pills.size())) {
            focusPill(index);
            // Where the digit row writes "é", that begins words as often.
            if (!key->text().isEmpty() && key->text().front().isLetter()) {
                m_letter = key->text();
                m_waiting = index;
                m_wait.start(waitForLetter);
            } else if (index != current()) {
                pick(index);
            }
            return true;
        }
    }
    switch (key->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        focusPill(at + ((key->key() == Qt::Key_Right) != mirrored ? 1 : -1));
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        focusPill(at + (key->key() == Qt::Key_Down ? 1 : -1));
        return true;
    case Qt::Key_Home:
    case Qt::Key_End:
        focusPill(key->key() == Qt::Key_Home ? 0 : int(m_pills.size()) - 1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!isPlainEnter(*key))
            return FieldInput::eventFilter(watched, event);
        pick(at);
        return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (!staysPicked())
            pick(-1);
        return true;
    default:
        break;
    }
    const QString typed = InputPicker::textOf(*key);
    if (typed.isEmpty())
        return FieldInput::eventFilter(watched, event);
    openPicker(typed);
    return true;
}

} // namespace seamfinder
