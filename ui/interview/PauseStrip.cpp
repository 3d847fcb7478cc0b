#include "ui/interview/PauseStrip.h"

#include "core/interview/InterviewSession.h"
#include "ui/common/Colors.h"
#include "ui/common/HiddenWordLineAid.h"
#include "ui/common/PlainEnter.h"

#include <algorithm>
#include <QApplication>
#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <utility>

namespace seamfinder {

using namespace Qt::StringLiterals;

PauseStrip::PauseStrip(InterviewSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_since(new QLabel(this))
    , m_reason(new QComboBox(this))
{
    setObjectName(u"pauseStrip"_s);
    setAutoFillBackground(true);
    const Colors &colors = colorsFor(this);
    QPalette palette = this->palette();
    palette.setColor(QPalette::Window, colors.warning.background);
    setPalette(palette);
    QPalette text = m_since->palette();
    text.setColor(QPalette::WindowText, colors.warning.text);
    m_since->setPalette(text);
    m_reason->setEditable(true);
    m_reason->addItems({QString(), tr("A short break"), tr("Telephone or somebody at the door"),
                        tr("Trouble with sound or picture"), tr("To be continued another day")});
    m_reason->setAccessibleName(tr("Why it is paused"));
    m_reason->lineEdit()->setPlaceholderText(tr("Why? (not needed)"));
    m_reason->setMinimumContentsLength(28);
    m_reason->installEventFilter(this); // its line has it as the focus proxy: keys come to the box
    HiddenWordLineAid::watch(m_reason->lineEdit());
    auto *on = new QPushButton(tr("Go on"), this);
    on->setObjectName(u"goOn"_s);
    on->setAutoDefault(false);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(14, 3, 10, 3);
    line->addWidget(m_since);
    line->addWidget(m_reason);
    line->addWidget(on);
    line->addStretch(1);
    connect(m_reason, &QComboBox::activated, this, &PauseStrip::flush);
    connect(m_reason->lineEdit(), &QLineEdit::editingFinished, this, &PauseStrip::flush);
    connect(on, &QPushButton::clicked, this, [this] {
        flush();
        m_session.begin();
    });
    connect(&session, &InterviewSession::changed, this, &PauseStrip::refresh);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *from, QWidget *now) {
        // Not what drops down from the list of reasons: that is a window of its own.
        if (now && isAncestorOf(now) && from && window()->isAncestorOf(from) && !isAncestorOf(from))
            m_cameFrom = from;
    });
    refresh();
}

PauseStrip::~PauseStrip()
{
    qApp->disconnect(this); // the focus goes when half of this is gone
}

void PauseStrip::flush()
{
    const QString reason = m_reason->currentText().trimmed();
    if (isVisibleTo(parentWidget()) && reason != m_written) {
        m_written = reason;
        m_session.setPauseReason(reason);
    }
}

void PauseStrip::lieOver(QWidget &question, QWidget &whole)
{
    m_question = &question;
    m_whole = &whole;
    question.installEventFilter(this);
    whole.installEventFilter(this);
    raise();
    place();
}

void PauseStrip::place()
{
    if (!m_question || !m_whole)
        return;
    const QWidget &under = m_question->isVisible() ? *m_question : *m_whole;
    const QWidget *page = parentWidget();
    const int width = std::min(std::max(under.width(), sizeHint().width()), page->width());
    const QPoint at = under.mapTo(page, QPoint());
    setGeometry(std::min(at.x(), page->width() - width), at.y(), width, sizeHint().height());
}

bool PauseStrip::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_question || watched == m_whole) {
        if (event->type() == QEvent::Resize || event->type() == QEvent::Move ||
            event->type() == QEvent::Show || event->type() == QEvent::Hide)
            place();
        return QWidget::eventFilter(watched, event);
    }
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    const auto *key = isKey ? static_cast<QKeyEvent *>(event) : nullptr;
    const bool isOver = key && (key->key() == Qt::Key_Escape || isPlainEnter(*key));
    if (watched != m_reason || !isOver)
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress) {
        flush();
        giveFocusBack();
    }
    return true;
}

void PauseStrip::giveFocusBack()
{
    QWidget *before = m_cameFrom;
    if (before && before->isVisible() && before->isEnabled())
        before->setFocus(Qt::ActiveWindowFocusReason); // as it was left, caret and all
    else
        Q_EMIT leftAlone();
}

void PauseStrip::refresh()
{
    const bool paused = m_session.state() == interview_state::paused;
    if (paused == isVisibleTo(parentWidget()))
        return;
    const QWidget *focus = QApplication::focusWidget();
    const bool hadFocus = focus && isAncestorOf(focus);
    if (!paused && hadFocus)
        giveFocusBack(); // before Qt gives it to whatever comes next
    setVisible(paused);
    if (!paused)
        return;
    const InterviewTime time = m_session.time();
    const InterviewTime::Pause last = time.pauses.isEmpty() ? InterviewTime::Pause{} : time.pauses.last();
    m_written = last.reason;
    m_reason->setEditText(m_written);
    m_since->setText(
        last.from ? tr("Paused since %1.").arg(QDateTime::fromMSecsSinceEpoch(last.from).toString(u"HH:mm"_s))
                  : tr("Paused."));
    place();
    raise();
    if (std::exchange(m_asksWhenPaused, false)) {
        m_reason->setFocus(Qt::ShortcutFocusReason);
        Q_EMIT asks();
    }
}

} // namespace seamfinder
