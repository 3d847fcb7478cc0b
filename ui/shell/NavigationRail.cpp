#include "ui/shell/NavigationRail.h"

#include "ui/common/Colors.h"
#include "ui/common/KeyHint.h"
#include "ui/shell/RailButton.h"

#include <QButtonGroup>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

NavigationRail::NavigationRail(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_group(new QButtonGroup(this))
{
    setObjectName(u"navigationRail"_s);
    setAccessibleName(tr("Workspaces"));
    m_column->setContentsMargins(0, 6, 1, 6);
    m_column->setSpacing(0);
    m_column->addStretch(1);
    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::idClicked, this, &NavigationRail::chosen);
}

void NavigationRail::addPlace(const QString &title, const QString &iconName)
{
    auto *button = new RailButton(title, iconName, this);
    button->setAccessibleName(title);
    button->installEventFilter(this);
    const int index = int(m_group->buttons().size());
    if (const auto command = commandTo(index))
        keepToolTip(*button, title, *command);
    else
        button->setToolTip(title);
    m_group->addButton(button, index);
    m_column->insertWidget(index, button);
}

void NavigationRail::clear()
{
    const QList<QAbstractButton *> buttons = m_group->buttons();
    for (QAbstractButton *button : buttons) {
        m_group->removeButton(button);
        m_column->removeWidget(button);
        button->hide();
        button->deleteLater();
    }
}

void NavigationRail::setCurrent(int index)
{
    if (QAbstractButton *button = m_group->button(index))
        button->setChecked(true);
}

void NavigationRail::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(this);
    QPainter painter(this);
    painter.fillRect(rect(), colors.raised);
    const QRect edge(width() - 1, 0, 1, height());
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), edge), colors.line);
}

bool NavigationRail::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (step != 0) {
            const int now = m_group->id(qobject_cast<QAbstractButton *>(watched));
            if (QAbstractButton *next = m_group->button(now + step))
                next->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace seamfinder
