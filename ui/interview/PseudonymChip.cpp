#include "ui/interview/PseudonymChip.h"

#include "core/catalogue/EditFields.h"
#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"
#include "ui/common/Chip.h"
#include "ui/common/LineEdit.h"
#include "ui/common/UndoStep.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace seamfinder {

using namespace Qt::StringLiterals;

PseudonymChip::PseudonymChip(InterviewSession &session, ParticipantId participant, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_participant(participant)
    , m_chip(new Chip({}, this))
    , m_edit(new LineEdit(this))
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_chip);
    line->addWidget(m_edit);
    m_edit->setObjectName(u"participantPseudonym"_s);
    m_edit->setAccessibleName(tr("Pseudonym"));
    m_edit->setFixedWidth(fontMetrics().averageCharWidth() * 16);
    m_edit->hide();
    m_chip->setToolTip(tr("Enter or F2 changes the pseudonym, wherever this participant appears"));
    setFocusProxy(m_chip);
    m_chip->installEventFilter(this);
    m_edit->installEventFilter(this);
    connect(m_chip, &QAbstractButton::clicked, this, &PseudonymChip::edit);
    connect(m_chip, &Chip::removeRequested, this, [this] { m_session.removeParticipant(m_participant); });
    connect(m_edit, &QLineEdit::textEdited, &m_pause, &TypingPause::typed);
    // Not flush: the pause is over when it is due.
    connect(&m_pause, &TypingPause::due, this, &PseudonymChip::write);
    connect(m_edit, &QLineEdit::returnPressed, this, &PseudonymChip::leave);
    connect(m_edit, &LineEdit::left, this, &PseudonymChip::leave);
    connect(m_edit, &LineEdit::undoBeyondField, this, [this] {
        flush();
        UndoStep::of(m_session.study()).undo();
    });
    connect(m_edit, &LineEdit::redoBeyondField, this, [this] {
        flush();
        UndoStep::of(m_session.study()).redo();
    });
    refresh();
}

PseudonymChip::~PseudonymChip()
{
    m_edit->disconnect(this); // it goes after this, and would say that it was left
    flush();
}

void PseudonymChip::setRemovable(bool removable)
{
    m_chip->setRemovable(removable);
}

QString PseudonymChip::stored() const
{
    const Interview &interview = m_session.data().interview;
    return interview.pseudonyms.value(interview.participants.indexOf(m_participant));
}

void PseudonymChip::refresh()
{
    const QString name = stored();
    m_chip->setText(name);
    m_chip->setAccessibleName(tr("%1: change the pseudonym").arg(name));
    m_edit->setReadOnly(!m_session.isWritable());
    // What is typed may have a space at its end, or be empty for a moment.
    const QString typed = m_edit->text().trimmed();
    if (!m_pause.isActive() && typed != name && (!typed.isEmpty() || m_edit->isHidden()))
        m_edit->setTextQuietly(name);
}

void PseudonymChip::edit()
{
    if (!m_session.isWritable())
        return;
    ++m_visit;
    m_edit->setTextQuietly(stored());
    m_chip->hide();
    m_edit->show();
    m_edit->selectAll();
    m_edit->setFocus(Qt::OtherFocusReason);
}

void PseudonymChip::leave()
{
    if (m_edit->isHidden())
        return;
    const bool hadFocus = m_edit->hasFocus();
    flush();
    const QString typed = m_edit->text().trimmed();
    m_chip->setText(typed.isEmpty() ? stored() : typed);
    m_chip->show();
    if (hadFocus)
        m_chip->setFocus(Qt::OtherFocusReason); // which leaves the field, and comes here again
    m_edit->hide();
    updateGeometry();
}

void PseudonymChip::flush()
{
    if (m_pause.isActive())
        write();
}

void PseudonymChip::write()
{
    m_pause.stop();
    const QString name = m_edit->text().trimmed();
    if (name.isEmpty() || name == stored() || !m_session.isWritable())
        return;
    // Without the pseudonym: the label stays in the journal when they are erased.
    const QString place = m_session.placeText(m_session.currentRef());
    m_session.study().perform(
        {.label = tr("Change a pseudonym"),
         .place = place,
         .visit = u"%1/pseudonym/%2/%3"_s.arg(toText(m_participant)).arg(quintptr(this)).arg(m_visit)},
        [who = m_participant, name](Edit &edit) {
            setValue(edit, fields::participant::pseudonym, who.value, name);
        });
}

bool PseudonymChip::eventFilter(QObject *watched, QEvent *event)
{
    const bool pressed = event->type() == QEvent::KeyPress;
    if (!pressed && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_chip && pressed && key == Qt::Key_F2) {
        edit();
        return true;
    }
    if (watched == m_edit && key == Qt::Key_Escape) {
        // Esc is the field's own before it is a command of the window.
        pressed ? leave() : event->accept();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace seamfinder
