#include "ui/common/FieldEditor.h"

#include "core/catalogue/EditCodebook.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ParadataChange.h"
#include "core/catalogue/StudySession.h"
#include "core/domain/Fields.h"
#include "ui/common/Chip.h"
#include "ui/common/CodebookCache.h"
#include "ui/common/Colors.h"
#include "ui/common/EditedRow.h"
#include "ui/common/FieldWrites.h"
#include "ui/common/Icons.h"
#include "ui/common/MissingMenu.h"
#include "ui/common/UndoStep.h"

#include <algorithm>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

quint64 visitNumber = 0;

/// The write of one content, on the writing thread. `takesBack`: there is no value, and there was a missing
/// code.
void writeContent(Edit &edit, const Field &field, qint64 row, const FieldContent &content, bool takesBack,
                  CodingStage stage, AnswerId answer)
{
    if (content.missing || (takesBack && !content.hasValue())) {
        setMissing(edit, field, row, content.missing, stage);
        return;
    }
    if (field.kind == FieldKind::Coding) {
        QVector<CodedTerm> terms = content.terms;
        for (const QString &name : content.newNames) {
            const CodedTerm tag{.term = tagByLabel(edit, name)};
            if (std::ranges::find(terms, tag.term, &CodedTerm::term) == terms.end())
                terms += tag;
        }
        setCodings(edit, field, row, terms, stage, answer);
    } else if (field.kind == FieldKind::Link && !content.newNames.isEmpty()) {
        setValue(edit, field, row, systemByAlias(edit, content.newNames.first()).value);
    } else {
        setValue(edit, field, row, content.value);
    }
}

} // namespace

FieldEditor::FieldEditor(const EditorContext &context, const Field &field, EditedRow *row, Look look,
                         QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_field(field)
    , m_writes(FieldWrites::of(context.session))
    , m_input(makeFieldInput(context, field, look, this))
    , m_missing(new Chip({}, this))
    , m_unsaved(new QToolButton(this))
{
    setObjectName(entityKey(field.entity) + u'.' + field.key);
    setFocusProxy(m_input);
    m_missing->hide();
    m_unsaved->hide();
    m_unsaved->setText(tr("Not saved yet"));
    m_unsaved->setIcon(icon(u"dialog-warning"));
    m_unsaved->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_unsaved->setToolTip(
        tr("This could not be written. It is kept here and tried again with the next change; "
           "click to try now."));
    m_unsaved->setAutoRaise(true);
    layOut(look);
    m_input->setReadOnly(!context.isWritable());
    setLabel(seamfinder::label(field));

    // Not flush: the pause is over when it is due.
    connect(&m_pause, &TypingPause::due, this, &FieldEditor::flushNow);
    connect(m_unsaved, &QAbstractButton::clicked, this, [this] { m_writes.retry(); });
    connect(m_missing, &Chip::removeRequested, this, [this] { setMissingCode(std::nullopt); });
    connect(m_missing, &QAbstractButton::clicked, this, [this] { setMissingCode(std::nullopt); });
    connect(m_input, &FieldInput::typed, this, [this] {
        m_pause.typed();
        Q_EMIT edited();
    });
    connect(m_input, &FieldInput::chosen, this, [this] {
        flushNow();
        if (m_field.kind != FieldKind::Coding)
            m_visit.clear();
        Q_EMIT edited();
    });
    connect(m_input, &FieldInput::left, this, [this] {
        flush();
        m_visit.clear();
    });
    connect(m_input, &FieldInput::undoBeyondField, this, [this] {
        flush();
        m_visit.clear();
        UndoStep::of(m_context.session).undo();
    });
    connect(m_input, &FieldInput::redoBeyondField, this, [this] {
        flush();
        m_visit.clear();
        UndoStep::of(m_context.session).redo();
    });
    connect(&m_writes, &FieldWrites::changed, this, [this](const QString &changedKey) {
        if (m_row && changedKey == key())
            showContent();
    });
    setRow(row);
}

FieldEditor::~FieldEditor()
{
    // The input goes after this, and would say that it was left, and the application where the focus went.
    m_input->disconnect(this);
    qApp->disconnect(this);
    flush();
}

void FieldEditor::layOut(Look look)
{
    if (look == Look::Inline) {
        auto *line = new QHBoxLayout(this);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(4);
        line->addWidget(m_input, 1);
        line->addWidget(m_missing);
        line->addWidget(m_unsaved);
        m_unsaved->setToolButtonStyle(Qt::ToolButtonIconOnly);
        return;
    }
    m_label = new QLabel(this);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setBuddy(m_input);
    m_label->setForegroundRole(QPalette::PlaceholderText);
    m_noAnswer = new QToolButton(this);
    m_noAnswer->setText(tr("No answer"));
    m_noAnswer->setToolTip(tr("Say why there is no answer (F4)"));
    m_noAnswer->setAutoRaise(true);
    m_noAnswer->setFocusPolicy(Qt::NoFocus);
    QSizePolicy keepsRoom = m_noAnswer->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);
    m_noAnswer->setSizePolicy(keepsRoom);
    m_noAnswer->hide();
    connect(m_noAnswer, &QAbstractButton::clicked, this, &FieldEditor::toggleMissing);
    connect(qApp, &QApplication::focusChanged, this, &FieldEditor::showState);

    auto *top = new QHBoxLayout;
    top->setSpacing(6);
    top->addWidget(m_label, 1);
    top->addWidget(m_unsaved);
    top->addWidget(m_missing);
    top->addWidget(m_noAnswer);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(top);
    column->addWidget(m_input);
}

void FieldEditor::setRow(EditedRow *row)
{
    if (row == m_row)
        return;
    flush();
    m_visit.clear();
    if (m_row)
        m_row->disconnect(this);
    m_row = row;
    m_input->setRow(row ? row->id() : 0);
    setEnabled(row);
    if (!row) {
        m_input->setContent({});
        return;
    }
    connect(row, &EditedRow::changed, this, &FieldEditor::showContent);
    showContent();
}

void FieldEditor::setLabel(const QString &text)
{
    m_name = text.isEmpty() ? seamfinder::label(m_field) : text;
    m_input->setName(m_name);
    if (m_label) {
        m_label->setText(text);
        m_label->setVisible(!text.isEmpty());
    }
    m_missing->setAccessibleName(m_name);
}

void FieldEditor::setPlaceholder(const QString &text)
{
    m_input->setPlaceholder(text);
}

QString FieldEditor::key() const
{
    return objectName() + u':' + m_row->handle()->name + u':' + QString::number(int(m_context.stage));
}

FieldContent FieldEditor::stored() const
{
    const Record &record = m_row->record();
    FieldContent content;
    const QString name(m_field.key);
    if (const auto missing = record.missing.constFind(name); missing != record.missing.constEnd())
        content.missing = *missing;
    if (m_field.kind != FieldKind::Coding) {
        content.value = record.value(m_field);
        return content;
    }
    content.terms = record.coded(m_field);
    if (m_row->id() == 0 || m_field.entity == Entity::Participant)
        return content;
    // What one edits is the own layer; until there is one, it starts as what lists show.
    CodingStage best = CodingStage::Live;
    bool found = false;
    const QVector<CodingLayer> layers = readLayers(m_context.session.reader(), m_field, m_row->id());
    for (const CodingLayer &layer : layers) {
        const bool mine = layer.coder == m_context.session.coder() && layer.stage <= m_context.stage;
        if (mine && (!found || layer.stage > best)) {
            content.terms = layer.terms;
            best = layer.stage;
            found = true;
        }
    }
    return content;
}

void FieldEditor::showContent()
{
    if (!m_row)
        return;
    // Never under the hands of who is typing: what is being typed is written next, and shown then.
    if (!m_pause.isActive() && !m_input->composing()) {
        const FieldContent *waiting = m_writes.waiting(key());
        const FieldContent content = waiting ? *waiting : stored();
        m_shownMissing = content.missing;
        m_input->setContent(content);
    }
    showState();
}

void FieldEditor::showState()
{
    const QWidget *focus = QApplication::focusWidget();
    const bool focused = focus && (focus == this || isAncestorOf(focus));
    const bool writable = m_context.isWritable();
    const bool wasOnMissing = m_missing->hasFocus();
    m_unsaved->setVisible(m_row && m_writes.hasFailed(key()));
    m_missing->setRemovable(writable);
    if (m_shownMissing)
        m_missing->setText(QCoreApplication::translate("MissingCode", info(*m_shownMissing).label));
    if (m_missing->isHidden() == m_shownMissing.has_value()) {
        m_missing->setVisible(m_shownMissing.has_value());
        if (!m_noAnswer) { // in a sentence one stands for the other
            const bool wasOnInput = focused && !wasOnMissing;
            m_input->setVisible(!m_shownMissing);
            setFocusProxy(m_shownMissing ? static_cast<QWidget *>(m_missing) : m_input);
            if (wasOnInput || wasOnMissing)
                focusProxy()->setFocus(Qt::OtherFocusReason);
        } else if (wasOnMissing && !m_shownMissing) {
            m_input->setFocus(Qt::OtherFocusReason);
        }
        updateGeometry();
    }
    if (m_noAnswer)
        m_noAnswer->setVisible(writable && !m_shownMissing && (focused || underMouse()));
}

void FieldEditor::flush()
{
    if (m_pause.isActive() && !m_input->composing())
        flushNow();
}

void FieldEditor::flushNow()
{
    if (m_input->composing()) {
        m_pause.putOff();
        return;
    }
    m_pause.stop();
    write(m_input->content());
}

bool FieldEditor::isUnsaved() const
{
    return m_pause.isActive() || (m_row && m_writes.waiting(key()));
}

void FieldEditor::write(const FieldContent &content)
{
    if (!m_row || !m_context.isWritable())
        return;
    const FieldContent *waiting = m_writes.waiting(key());
    const FieldContent before = waiting ? *waiting : stored();
    const bool valueless = !content.hasValue() && !before.hasValue();
    if (content == before || (valueless && content.missing == before.missing))
        return;
    if (m_visit.isEmpty()) {
        m_visit = u"%1:%2"_s.arg(key(), QString::number(++visitNumber));
        m_beforeVisit = before;
    }
    const Action action{
        .label = tr("Edit “%1”").arg(m_name), .place = m_row->place(m_field), .visit = m_visit};
    const auto handle = m_row->handle();
    const auto made = std::make_shared<bool>(false);
    const bool takesBack = before.missing.has_value();
    std::function<void(Edit &, qint64)> told;
    if (m_context.changed)
        told = m_context.changed(m_visit, {.what = entityKey(m_field.entity) + u'.' + m_field.key,
                                           .row = m_row->id(),
                                           .before = words(m_beforeVisit),
                                           .after = words(content),
                                           .typed = isTyped(m_beforeVisit) || isTyped(content)});
    auto change = [handle, made, content, takesBack, told, &field = m_field, stage = m_context.stage,
                   alongside = m_alongside](Edit &edit) {
        qint64 row = handle->id;
        const bool makes = row == 0;
        if (makes)
            row = handle->create(edit);
        const AnswerId answer = alongside ? alongside(edit) : AnswerId{};
        writeContent(edit, field, row, content, takesBack, stage, answer);
        if (told)
            told(edit, row);
        if (makes) {
            handle->id = row;
            *made = true;
        }
    };
    auto failed = [handle, made] {
        // The transaction that made the row came to nothing.
        if (std::exchange(*made, false))
            handle->id = 0;
    };
    m_shownMissing = content.missing;
    m_writes.perform(key(), action, content, std::move(change), std::move(failed));
    showState();
}

QString FieldEditor::words(const FieldContent &content) const
{
    if (content.missing)
        return QString(info(*content.missing).key);
    const Codebook &codebook = m_context.codebook.codebook();
    const qint64 id = content.value.toLongLong();
    QStringList parts;
    for (const CodedTerm &coded : content.terms)
        parts << (coded.other.isEmpty() ? codebook.key(coded.term)
                                        : codebook.key(coded.term) + u": "_s + coded.other);
    if (m_field.kind == FieldKind::Term)
        parts << codebook.key(TermId{id});
    else if (m_field.kind == FieldKind::Link)
        parts << (id ? crockford(id) : QString());
    else
        parts << content.value.toString();
    parts += content.newNames;
    parts.removeAll(QString());
    return parts.join(u"; "_s);
}

bool FieldEditor::isTyped(const FieldContent &content) const
{
    return m_field.kind == FieldKind::Text || !content.newNames.isEmpty() ||
           std::ranges::any_of(content.terms, [](const CodedTerm &coded) { return !coded.other.isEmpty(); });
}

void FieldEditor::setMissingCode(std::optional<MissingCode> code)
{
    m_pause.stop();
    m_visit.clear();
    write({.missing = code});
    m_visit.clear();
    showContent();
    Q_EMIT edited();
}

void FieldEditor::toggleMissing()
{
    if (!m_row || !m_context.isWritable() || m_input->composing())
        return;
    if (m_shownMissing) {
        setMissingCode(std::nullopt);
        return;
    }
    flush();
    QMenu *menu = makeMissingMenu(this, [this](MissingCode code) { setMissingCode(code); });
    const QWidget *below = m_input->isVisible() ? static_cast<QWidget *>(m_input) : this;
    menu->popup(below->mapToGlobal(QPoint(0, std::min(below->height(), 2 * fontMetrics().height() + 12))));
}

void FieldEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F4 && event->modifiers() == Qt::NoModifier) {
        toggleMissing();
        return;
    }
    QWidget::keyPressEvent(event);
}

void FieldEditor::enterEvent(QEnterEvent *event)
{
    QWidget::enterEvent(event);
    showState();
}

void FieldEditor::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    showState();
}

bool focusField(const QVector<FieldEditor *> &editors, const QString &field, qint64 row)
{
    const auto found = std::find_if(editors.begin(), editors.end(), [&](const FieldEditor *each) {
        return each->field().key == field && each->row() && each->row()->id() == row;
    });
    if (found == editors.end())
        return false;
    (*found)->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace seamfinder
