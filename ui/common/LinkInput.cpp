#include "ui/common/LinkInput.h"

#include "core/catalogue/ReadStudy.h"
#include "core/catalogue/StudySession.h"
#include "ui/common/Chip.h"
#include "ui/common/InputPicker.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace seamfinder {

using namespace Qt::StringLiterals;

LinkInput::LinkInput(const EditorContext &context, QWidget *parent)
    : FieldInput(parent)
    , m_context(context)
    , m_chip(new Chip({}, this))
    , m_picker(new InputPicker(context, TermPicker::Mode::Single, nullptr, this))
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_chip);
    line->addStretch(1);
    setFocusProxy(m_chip);
    m_chip->installEventFilter(this);
    connect(m_chip, &QAbstractButton::clicked, this, [this] { openPicker(); });
    connect(m_picker, &InputPicker::waitingChanged, this, &LinkInput::showState);
    connect(m_picker, &InputPicker::picked, this, [this](qint64 id) { choose(id, {}); });
    connect(m_picker, &InputPicker::newWanted, this,
            [this](const QString &alias) { choose(0, alias.simplified()); });
    connect(m_chip, &Chip::removeRequested, this, [this] { choose(0, {}); });
    showState();
}

void LinkInput::choose(qint64 id, const QString &newAlias)
{
    m_id = id;
    m_newAlias = newAlias;
    showState();
    Q_EMIT chosen();
}

void LinkInput::openPicker(const QString &typed)
{
    TermPicker &list = m_picker->list();
    list.setNewAllowed(true);
    list.setWhat(m_name);
    QList<PickItem> items;
    const QVector<System> systems = readSystems(m_context.session.reader());
    for (const System &system : systems)
        items += {.id = system.id.value, .label = system.alias, .alias = system.domain};
    list.setItems(items);
    list.setChosen(m_id ? QList<qint64>{m_id} : QList<qint64>{});
    m_picker->openAt(m_chip, typed);
}

void LinkInput::showState()
{
    QString text = m_newAlias;
    if (m_id != 0) {
        const auto system = readSystem(m_context.session.reader(), {m_id});
        text = system ? system->alias : QString();
    }
    const QString waiting = m_picker->waiting();
    m_chip->setText(!waiting.isEmpty() ? tr("“%1” is not picked").arg(waiting)
                    : text.isEmpty()   ? tr("Choose a system …")
                                       : text);
    m_chip->setRemovable(!text.isEmpty());
    m_chip->setAccessibleName(m_name + u": "_s + m_chip->text());
    m_chip->updateGeometry();
}

void LinkInput::setContent(const FieldContent &content)
{
    // A new one is shown by its name until it is written.
    if (!content.newNames.isEmpty())
        return;
    m_newAlias.clear();
    m_id = content.value.toLongLong();
    showState();
}

FieldContent LinkInput::content() const
{
    FieldContent content;
    if (!m_newAlias.isEmpty())
        content.newNames = {m_newAlias};
    else if (m_id != 0)
        content.value = m_id;
    return content;
}

void LinkInput::setReadOnly(bool readOnly)
{
    m_chip->setEnabled(!readOnly);
}

void LinkInput::setRow(qint64 row)
{
    m_picker->setRow(row);
}

void LinkInput::setName(const QString &name)
{
    m_name = name;
    showState();
}

bool LinkInput::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const QString typed = InputPicker::textOf(*static_cast<QKeyEvent *>(event));
        if (!typed.isEmpty()) {
            openPicker(typed);
            return true;
        }
    }
    return FieldInput::eventFilter(watched, event);
}

} // namespace seamfinder
