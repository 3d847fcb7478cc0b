#include "ui/shell/MessageCard.h"

#include "ui/common/Colors.h"
#include "ui/common/Icons.h"
#include "ui/common/TypedText.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace seamfinder {

namespace {

Tone toneOf(MessageCard::Kind kind)
{
    switch (kind) {
    case MessageCard::Kind::Information:
        return Tone::Neutral;
    case MessageCard::Kind::Warning:
        return Tone::Warning;
    case MessageCard::Kind::Problem:
        return Tone::Bad;
    case MessageCard::Kind::Question:
        break;
    }
    return Tone::Accent;
}

QIcon iconOf(MessageCard::Kind kind)
{
    switch (kind) {
    case MessageCard::Kind::Information:
        return icon(u"dialog-information");
    case MessageCard::Kind::Warning:
        return icon(u"dialog-warning");
    case MessageCard::Kind::Problem:
        return icon(u"dialog-error");
    case MessageCard::Kind::Question:
        break;
    }
    return icon(u"help-about");
}

} // namespace

MessageCard::MessageCard(Kind kind, const QString &text, const QString &details,
                         const QList<MessageAction> &actions, QWidget *parent)
    : QFrame(parent)
    , m_kind(kind)
    , m_text(text)
    , m_detailsText(details)
    , m_icon(new QLabel(this))
    , m_sentence(new QLabel(text, this))
    , m_times(new QLabel(this))
{
    setAccessibleName(text);
    m_sentence->setAccessibleName(text);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_times->hide();

    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_icon, 0, Qt::AlignVCenter);
    line->addWidget(m_sentence, 1);
    line->addWidget(m_times);
    if (!details.isEmpty()) {
        m_details = new QPlainTextEdit(details, this);
        m_details->setReadOnly(true);
        m_details->setTabChangesFocus(true);
        m_details->setAccessibleName(tr("Details"));
        m_details->setFixedHeight(fontMetrics().lineSpacing() * 8);
        m_details->hide();
        auto *toggle = new QPushButton(tr("Details"), this);
        toggle->setCheckable(true);
        connect(toggle, &QPushButton::toggled, m_details, &QWidget::setVisible);
        line->addWidget(toggle);
        if (actions.isEmpty())
            m_firstAction = toggle;
    }
    for (const MessageAction &action : actions) {
        auto *button = new QPushButton(action.label, this);
        button->setAutoDefault(true);
        connect(button, &QPushButton::clicked, this, [this, run = action.run] {
            if (run)
                run();
            Q_EMIT answered();
        });
        if (!m_firstAction)
            m_firstAction = button;
        line->addWidget(button);
    }
    auto *close = new QToolButton(this);
    close->setAutoRaise(true);
    close->setIcon(icon(u"seamfinder-dismiss"));
    close->setToolTip(tr("Dismiss"));
    close->setAccessibleName(tr("Dismiss"));
    close->setFocusPolicy(Qt::TabFocus);
    connect(close, &QToolButton::clicked, this, &MessageCard::dismissed);
    line->addWidget(close);
    if (!m_firstAction)
        m_firstAction = close;

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 5, 8, 5);
    column->addLayout(line);
    if (m_details)
        column->addWidget(m_details);
    showIcon();
}

MessageCard::~MessageCard()
{
    qApp->disconnect(this); // the focus goes when half of this is gone
}

bool MessageCard::says(const Message &message) const
{
    const Kind kind = message.severity == Severity::Information ? Kind::Information
                      : message.severity == Severity::Warning   ? Kind::Warning
                                                                : Kind::Problem;
    return kind == m_kind && message.text == m_text && message.details == m_detailsText;
}

bool MessageCard::hasFocusInside() const
{
    const QWidget *focus = QApplication::focusWidget();
    return focus && isAncestorOf(focus);
}

void MessageCard::goAfter(int milliseconds)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &MessageCard::dismissed);
    connect(qApp, &QApplication::focusChanged, this, [this, milliseconds] {
        if (hasFocusInside())
            m_timer.stop();
        else if (!m_timer.isActive())
            m_timer.start(milliseconds);
    });
    m_timer.start(milliseconds);
}

void MessageCard::countUp()
{
    if (m_timer.isActive())
        m_timer.start(); // what was said again is to be read again
    ++m_count;
    m_times->setText(tr("%n times", nullptr, m_count));
    m_times->show();
    setAccessibleDescription(m_times->text());
}

void MessageCard::focusFirstAction()
{
    m_firstAction->setFocus(Qt::OtherFocusReason);
}

void MessageCard::letTypingGoOn()
{
    m_firstAction->installEventFilter(this);
}

bool MessageCard::eventFilter(QObject *watched, QEvent *event)
{
    auto *button = qobject_cast<QAbstractButton *>(watched);
    if (!button || event->type() != QEvent::KeyPress || !isTypedText(*static_cast<QKeyEvent *>(event)))
        return QFrame::eventFilter(watched, event);
    const auto *typed = static_cast<QKeyEvent *>(event);
    // After what it leads to has found its place; the message may be gone by then.
    const QPointer<QWidget> window(this->window());
    const QPointer<QWidget> strip(parentWidget());
    button->click();
    QTimer::singleShot(
        0, qApp, [window, strip, key = typed->key(), held = typed->modifiers(), text = typed->text()] {
            QWidget *now = window ? window->focusWidget() : nullptr;
            if (!now || (strip && strip->isAncestorOf(now)))
                return;
            QKeyEvent again(QEvent::KeyPress, key, held, text);
            if (auto *words = qobject_cast<QPlainTextEdit *>(now); words && !words->isReadOnly())
                typeAtEnd(*words, again);
            else
                QCoreApplication::sendEvent(now, &again);
        });
    return true;
}

void MessageCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT dismissed();
        return;
    }
    QFrame::keyPressEvent(event);
}

void MessageCard::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(this);
    QPainter painter(this);
    painter.fillRect(rect(), colors.tone(toneOf(m_kind)).background);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colors.line);
}

void MessageCard::showIcon()
{
    const int size = fontMetrics().height() + 2;
    m_icon->setPixmap(iconOf(m_kind).pixmap(QSize(size, size), devicePixelRatioF()));
    for (QLabel *label : {m_sentence, m_times}) {
        QPalette tinted = palette();
        tinted.setColor(QPalette::WindowText, colorsFor(this).tone(toneOf(m_kind)).text);
        label->setPalette(tinted);
    }
}

void MessageCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        showIcon();
}

} // namespace seamfinder
