#include "ui/common/FocusFrame.h"

#include "ui/common/AutoGrowTextEdit.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QPushButton>

namespace seamfinder {

namespace {

bool showsFocus(const QWidget *widget)
{
    if (const auto *button = qobject_cast<const QPushButton *>(widget))
        return !button->isFlat();
    return !qobject_cast<const QAbstractScrollArea *>(widget) ||
           qobject_cast<const AutoGrowTextEdit *>(widget);
}

/// Lies over a widget, as its child: so it is scrolled and cut off as that is.
class Frame final : public QWidget
{
public:
    explicit Frame(QWidget *around)
        : QWidget(around)
    {
        setObjectName(QStringLiteral("focusFrame"));
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setGeometry(around->rect());
        around->installEventFilter(this);
        raise();
        show();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Resize)
            setGeometry(parentWidget()->rect());
        return QWidget::eventFilter(watched, event);
    }

    void paintEvent(QPaintEvent *) override
    {
        constexpr int width = 2;
        QPainter painter(this);
        QPen pen(palette().color(QPalette::Highlight), width);
        pen.setJoinStyle(Qt::MiterJoin);
        painter.setPen(pen);
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
};

} // namespace

FocusFrame::FocusFrame(QWidget *form)
    : QObject(form)
    , m_form(form)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
}

void FocusFrame::follow(QWidget *focused)
{
    delete m_frame;
    if (focused && m_form->isAncestorOf(focused) && !showsFocus(focused))
        m_frame = new Frame(focused);
}

} // namespace seamfinder
