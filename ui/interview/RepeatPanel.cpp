#include "ui/interview/RepeatPanel.h"

#include "core/interview/InterviewSession.h"
#include "ui/common/Icons.h"
#include "ui/interview/ExampleLabel.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <utility>

namespace seamfinder {

using namespace Qt::StringLiterals;

RepeatPanel::RepeatPanel(InterviewSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_lines(new QVBoxLayout)
    , m_add(new QPushButton(icon(u"list-add"), tr("Add one"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_lines->setSpacing(2);
    column->addLayout(m_lines);
    column->addWidget(m_add, 0, Qt::AlignLeading);
    m_add->setObjectName(u"addInstance"_s);
    m_add->setAutoDefault(true);
    setFocusProxy(m_add);
    m_add->installEventFilter(this);
    connect(m_add, &QPushButton::clicked, this, &RepeatPanel::addOne);
    connect(&session.study(), &StudySession::failed, this, [this] { m_isAdding = false; });
    connect(&session, &InterviewSession::changed, this, [this] {
        if (isVisibleTo(parentWidget()))
            refresh();
    });
}

void RepeatPanel::addOne()
{
    if (isFull() || !m_session.isWritable())
        return;
    Q_EMIT waits();
    if (std::exchange(m_isAdding, true)) // however long the first one takes, another was not asked for
        return;
    m_session.addInstance(m_ref, [panel = QPointer(this)](qint64) {
        if (panel)
            panel->m_isAdding = false;
    });
}

bool RepeatPanel::isFull() const
{
    const int index = m_session.flow().indexOf(m_ref);
    const Step *repeat = index < 0 ? nullptr : &m_session.flow().steps()[index];
    return !repeat || (repeat->maximum > 0 && repeat->count >= repeat->maximum);
}

bool RepeatPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_add || event->type() != QEvent::KeyPress || !m_add->isEnabled())
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool writes = !key->text().isEmpty() && key->text().front().isPrint() &&
                        !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    // Who types here means the title of a new one; Space presses the button, as it does everywhere.
    if (!writes || key->key() == Qt::Key_Space || isFull())
        return QWidget::eventFilter(watched, event);
    addOne();
    QKeyEvent again(QEvent::KeyPress, key->key(), key->modifiers(), key->text());
    QCoreApplication::sendEvent(m_add, &again); // waits with those that follow
    return true;
}

void RepeatPanel::showRepeat(const QuestionRef &ref)
{
    m_ref = ref;
    m_isAdding = false;
    refresh();
}

void RepeatPanel::addLine(int position, qint64 instance, const QString &title)
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    auto *open = new QPushButton(
        title.isEmpty() ? tr("%1.").arg(position) : tr("%1. %2").arg(position).arg(title), line);
    open->setFlat(true);
    open->setStyleSheet(u"text-align: left; padding: 4px 6px;"_s);
    auto *remove = new QToolButton(line);
    remove->setAutoRaise(true);
    remove->setIcon(icon(u"edit-delete"));
    remove->setToolTip(tr("Remove (can be undone)"));
    remove->setAccessibleName(tr("Remove %1").arg(title));
    row->addWidget(open, 1);
    row->addWidget(remove);
    m_lines->addWidget(line);
    connect(open, &QPushButton::clicked, this, [this, instance] {
        const QVector<qint64> path = QVector<qint64>(m_ref.instances) << instance;
        for (const Step &step : m_session.flow().steps()) {
            if (step.ref.instances == path && step.relevant) {
                m_session.goTo(step.ref);
                return;
            }
        }
    });
    connect(remove, &QToolButton::clicked, this,
            [this, instance] { m_session.removeInstance(m_ref, instance); });
}

void RepeatPanel::refresh()
{
    const int index = m_session.flow().indexOf(m_ref);
    if (index < 0)
        return;
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const Step &repeat = m_session.flow().steps()[index];
    const std::optional<Entity> creates = repeat.question->repeat.creates;
    int position = 0;
    for (const qint64 instance : m_session.answers().instances(m_ref))
        addLine(++position, instance, creates ? shownName(m_session, *creates, instance) : QString());
    const bool full = isFull();
    const bool canAdd = !full && m_session.isWritable();
    // Where nothing can be added the panel has the keys itself: those of a button that is switched off would
    // go to whatever comes next, and what is typed there would be an answer to another question.
    const bool hadFocus = m_add->hasFocus() || hasFocus();
    if (canAdd)
        m_add->setEnabled(true);
    setFocusProxy(canAdd ? m_add : nullptr);
    setFocusPolicy(canAdd ? Qt::NoFocus : Qt::StrongFocus);
    if (!canAdd && hadFocus)
        setFocus(Qt::OtherFocusReason);
    m_add->setEnabled(canAdd);
    if (canAdd && hadFocus)
        setFocus(Qt::OtherFocusReason);
    setAccessibleName(full ? tr("No more than %1").arg(repeat.maximum) : QString());
    m_add->setText(full                ? tr("No more than %1").arg(repeat.maximum)
                   : repeat.count == 0 ? tr("Add the first one  (Enter)")
                                       : tr("Add another  (Enter)"));
}

} // namespace seamfinder
