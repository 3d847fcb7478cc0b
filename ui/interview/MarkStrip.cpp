#include "ui/interview/MarkStrip.h"

#include "ui/common/Colors.h"
#include "ui/common/CommandKeys.h"
#include "ui/interview/InterviewClock.h"

#include <array>
#include <QApplication>
#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QStyle>
#include <QTimer>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

constexpr int listenMs = 2000; // longer, and a letter typed in thought would be swallowed
constexpr int confirmMs = 1600;

constexpr std::array lettered{MarkKind::Quote, MarkKind::Passage, MarkKind::Time, MarkKind::Back};

QString letterOf(MarkKind kind)
{
    switch (kind) {
    case MarkKind::Quote:
        return MarkStrip::tr("Q", "the key that marks a quote");
    case MarkKind::Passage:
        return MarkStrip::tr("P", "the key that marks a key passage");
    case MarkKind::Time:
        return MarkStrip::tr("T", "the key that marks a time");
    case MarkKind::Back:
        return MarkStrip::tr("B", "the key that marks something to come back to");
    case MarkKind::Star:
        break;
    }
    return {};
}

bool isEnter(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter;
}

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta ||
           key == Qt::Key_AltGr || key == Qt::Key_CapsLock;
}

} // namespace

QString signOf(MarkKind kind)
{
    constexpr std::array<QStringView, 5> signs{u"★", u"❝", u"¶", u"◷", u"↩"};
    return signs[size_t(kind)].toString();
}

QString nameOf(MarkKind kind)
{
    switch (kind) {
    case MarkKind::Star:
        return MarkStrip::tr("Star");
    case MarkKind::Quote:
        return MarkStrip::tr("Quote");
    case MarkKind::Passage:
        return MarkStrip::tr("Key passage");
    case MarkKind::Time:
        return MarkStrip::tr("Time");
    case MarkKind::Back:
        return MarkStrip::tr("Come back to");
    }
    return {};
}

QString momentOf(const Mark &mark, const InterviewTime &time)
{
    return clockText(time.passedBefore(mark.time));
}

QString timeOfDay(const Mark &mark)
{
    return MarkStrip::tr("Marked at %1")
        .arg(QDateTime::fromMSecsSinceEpoch(mark.time).toString(u"HH:mm:ss"_s));
}

MarkStrip::MarkStrip(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_hide(new QTimer(this))
{
    setObjectName(u"markStrip"_s);
    m_text->setTextFormat(Qt::RichText);
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAutoFillBackground(true);
    setFrameShape(QFrame::StyledPanel);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(14, 0, 14, 0);
    line->addWidget(m_text);
    m_hide->setSingleShot(true);
    connect(m_hide, &QTimer::timeout, this, [this] {
        listen(false);
        hide();
    });
    hide();
}

MarkStrip::~MarkStrip() = default;

bool MarkStrip::isListening() const
{
    return m_listening;
}

void MarkStrip::press()
{
    if (m_listening) {
        listen(false);
        hide();
        Q_EMIT chosen(MarkKind::Star);
        return;
    }
    const QString again = CommandKeys::ofProgram().text(KeyCommand::Mark).toHtmlEscaped();
    QStringList keys{u"<b>%1</b> %2"_s.arg(again, nameOf(MarkKind::Star).toHtmlEscaped())};
    for (const MarkKind kind : lettered)
        keys << u"<b>%1</b> %2"_s.arg(letterOf(kind), nameOf(kind).toHtmlEscaped());
    showText(tr("Mark:") + u"&nbsp;&nbsp; "_s + keys.join(u" &nbsp;·&nbsp; "_s), listenMs);
    listen(true);
}

void MarkStrip::confirm(MarkKind kind, qint64 passed, const QString &quotesAgreed)
{
    QString text =
        u"%1&nbsp; %2&nbsp; %3"_s.arg(signOf(kind), nameOf(kind).toHtmlEscaped(), clockText(passed));
    if (kind == MarkKind::Quote && quotesAgreed == "paraphrase"_L1)
        text += u"&nbsp; "_s + tr("Agreed: in other words only").toHtmlEscaped();
    else if (kind == MarkKind::Quote && quotesAgreed == "none"_L1)
        text += u"&nbsp; "_s + tr("Agreed: no quotes").toHtmlEscaped();
    showText(text, confirmMs);
}

void MarkStrip::listen(bool on)
{
    if (std::exchange(m_listening, on) == on)
        return;
    if (on)
        qApp->installEventFilter(this);
    else
        qApp->removeEventFilter(this);
}

void MarkStrip::showText(const QString &html, int milliseconds)
{
    const Colors &colors = colorsFor(parentWidget());
    QPalette palette = parentWidget()->palette();
    palette.setColor(QPalette::Window, colors.accent);
    palette.setColor(QPalette::WindowText, colors.accentText);
    setPalette(palette);
    m_text->setText(html);
    place();
    show();
    raise();
    m_hide->start(milliseconds);
}

void MarkStrip::place()
{
    // As high as the head line: at the foot it would cover "No answer", the note and the next question, and
    // below the line the outline. Over its beginning, because the clock stands at its end.
    const QRect line = parentWidget()->rect();
    const QRect place(0, 0, std::min(sizeHint().width(), line.width()), line.height());
    setGeometry(QStyle::visualRect(layoutDirection(), line, place));
}

bool MarkStrip::eventFilter(QObject *watched, QEvent *event)
{
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!key || watched != QApplication::focusWidget())
        return QFrame::eventFilter(watched, event);
    auto *pressed = static_cast<QKeyEvent *>(event);
    if (isModifier(pressed->key()) || CommandKeys::ofProgram().isKeyOf(KeyCommand::Mark, *pressed))
        return false;
    std::optional<MarkKind> kind;
    if (!(pressed->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))) {
        for (const MarkKind each : lettered) {
            if (pressed->text().compare(letterOf(each), Qt::CaseInsensitive) == 0)
                kind = each;
        }
        // "Do it": in the text it would put a line in place of the words that were selected for the mark.
        if (isEnter(pressed->key()))
            kind = MarkKind::Star;
    }
    const bool ours = kind || pressed->key() == Qt::Key_Escape;
    if (event->type() == QEvent::ShortcutOverride) {
        if (ours)
            event->accept(); // else a shortcut on the same key would come first
        return ours;
    }
    listen(false);
    hide();
    if (kind)
        Q_EMIT chosen(*kind);
    return ours;
}

} // namespace seamfinder
