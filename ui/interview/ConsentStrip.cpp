#include "ui/interview/ConsentStrip.h"

#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"
#include "ui/common/Colors.h"
#include "ui/common/FlowLayout.h"
#include "ui/common/OptionInput.h"
#include "ui/common/ScrollPane.h"
#include "ui/common/TabOrder.h"
#include "ui/interview/AgreedTogether.h"

#include <algorithm>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

ConsentStrip::ConsentStrip(InterviewSession &session, const EditorContext &context, bool practice,
                           QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_context(context)
    , m_practice(practice)
    , m_scroll(new ScrollPane(this))
    , m_foot(new QHBoxLayout)
    , m_lines(new QWidget(this))
    , m_buttons(new QWidget(this))
    , m_follows(new QLabel(this))
{
    setObjectName(u"consentStrip"_s);
    setAccessibleName(tr("Consent"));
    setAutoFillBackground(true);
    QPalette palette = this->palette();
    palette.setColor(QPalette::Window, colorsFor(this).tinted.background);
    palette.setColor(QPalette::WindowText, colorsFor(this).tinted.text);
    setPalette(palette);
    m_follows->setObjectName(u"consentFollows"_s);
    m_follows->setWordWrap(true);

    auto *lines = new QVBoxLayout(m_lines);
    lines->setContentsMargins(0, 0, 0, 0);
    auto *buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    m_foot->addWidget(m_follows, 1);
    m_foot->addWidget(m_buttons);
    m_scroll->setWidget(m_lines);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_lines->setAutoFillBackground(false);
    m_lines->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 8, 10, 8);
    column->addWidget(m_scroll);
    column->addLayout(m_foot);
    build();
    connect(&session, &InterviewSession::changed, this, &ConsentStrip::refresh);
    hide();
    refresh();
}

void ConsentStrip::build()
{
    const QWidget *focus = QApplication::focusWidget();
    const bool hadFocus = focus && isAncestorOf(focus);
    m_people = m_session.data().interview.pseudonyms;
    m_choices.clear();
    for (QWidget *held : {m_lines, m_buttons}) {
        while (QLayoutItem *item = held->layout()->takeAt(0)) {
            if (QWidget *old = item->widget()) {
                old->hide();
                old->setObjectName({}); // until it is gone nobody finds it
                for (QWidget *inner : old->findChildren<QWidget *>())
                    inner->setObjectName({});
                old->deleteLater();
            }
            delete item;
        }
    }
    const int several = int(m_people.size());
    for (int place = 0; place < several && several > 1; ++place)
        addLine(place);
    if (several < 2)
        addLine(-1);
    const Interview &interview = m_session.data().interview;
    for (qsizetype i = 0; i < interview.participants.size() && !m_practice; ++i) {
        auto *withdraw =
            new QPushButton(tr("Erase %1 for good…").arg(interview.pseudonyms.value(i)), m_buttons);
        withdraw->setObjectName(u"withdraw"_s);
        withdraw->setToolTip(
            tr("Shows first what would go. Everything of this participant, in all interviews."));
        withdraw->setAutoDefault(false);
        withdraw->setEnabled(m_session.study().isWritable());
        connect(withdraw, &QPushButton::clicked, this,
                [this, id = interview.participants[i]] { Q_EMIT withdrawalWanted(id); });
        m_buttons->layout()->addWidget(withdraw);
    }
    auto *done = new QPushButton(tr("Close"), m_buttons);
    done->setObjectName(u"closeConsent"_s);
    done->setToolTip(tr("Back to the question (Esc)"));
    done->setAutoDefault(false);
    connect(done, &QPushButton::clicked, this, &ConsentStrip::close);
    m_buttons->layout()->addWidget(done);
    m_foot->setDirection(m_people.size() > 2 ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    orderTabs(this);
    fitLines();
    if (hadFocus)
        m_choices.first().input->setFocus(Qt::OtherFocusReason);
}

void ConsentStrip::addLine(int place)
{
    auto *line = new QWidget(m_lines);
    auto *column = new QVBoxLayout(line);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    if (place >= 0) {
        auto *name = new QLabel(m_people[place], line);
        QFont bold = name->font();
        bold.setBold(true);
        name->setFont(bold);
        column->addWidget(name);
    }
    auto *choices = new QWidget(line);
    auto *flow = new FlowLayout(choices, 14);
    for (const Field *field :
         {&fields::interview::takesPart, &fields::interview::quotes, &fields::interview::mayRecord,
          &fields::interview::notesAccess, &fields::interview::contactAgain})
        addChoice(*field, place, flow);
    column->addWidget(choices);
    m_lines->layout()->addWidget(line);
}

void ConsentStrip::addChoice(const Field &field, int place, FlowLayout *line)
{
    auto *group = new QWidget(line->parentWidget());
    auto *column = new QVBoxLayout(group);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *heading = new QLabel(label(field), group);
    auto *input = new OptionInput(m_context, field, group);
    input->setObjectName(u"consent-"_s + field.key + (place > 0 ? u"-%1"_s.arg(place + 1) : QString()));
    input->setName(place < 0 ? label(field) : tr("%1: %2").arg(m_people[place], label(field)));
    column->addWidget(heading);
    column->addWidget(input);
    line->addWidget(group);
    m_choices.append({&field, place, input});
    const ParticipantId whose = m_session.data().interview.participants.value(place);
    connect(input, &FieldInput::chosen, this, [this, &field, input, whose] {
        m_session.setConsent(field, input->content().value.toString(), whose);
    });
}

void ConsentStrip::open()
{
    refresh();
    show();
    // At the line of who speaks; where they answer as one, there is only the first.
    const int speaks =
        int(m_session.data().interview.participants.indexOf(m_session.speaker(m_session.currentRef())));
    const auto own = std::ranges::find(m_choices, speaks, &Choice::place);
    (own == m_choices.end() ? m_choices.first() : *own).input->setFocus(Qt::ShortcutFocusReason);
}

void ConsentStrip::close()
{
    hide();
    Q_EMIT closed();
}

void ConsentStrip::refresh()
{
    const InterviewData &held = m_session.data();
    if (m_people != held.interview.pseudonyms)
        build();
    for (const Choice &choice : std::as_const(m_choices)) {
        const Record &agreed = choice.place < 0 || choice.place >= held.consents.size()
                                   ? held.interviewRow
                                   : held.consents[choice.place];
        choice.input->setReadOnly(!m_session.isWritable());
        choice.input->setContent({.value = agreed.value(*choice.field)});
    }
    const QString together = agreedTogether(m_session, &fields::interview::quotes);
    m_follows->setText(together.isEmpty() ? whatFollows() : together + u' ' + whatFollows());
}

QStringList ConsentStrip::whoTakesNoPart() const
{
    QStringList names;
    const InterviewData &held = m_session.data();
    for (qsizetype i = 0; i < held.consents.size() && !m_session.isDeclined(); ++i) {
        if (held.consents[i].text(fields::interview::takesPart) == "no"_L1)
            names.append(held.interview.pseudonyms.value(i));
    }
    return names;
}

QString ConsentStrip::whatFollows() const
{
    const Record &agreed = m_session.data().interviewRow;
    if (m_session.isLocked())
        return tr("This interview is locked as complete. Unlock it to change what was agreed to; erasing "
                  "everything of a participant is possible at any time.");
    if (m_session.isDeclined() && !m_session.study().nextUndo())
        return tr(
            "Takes no part: nothing that was said in this interview is kept, and nothing of it leaves the "
            "study.");
    if (m_session.isDeclined())
        return tr(
            "Takes no part: answers, examples, marks and transcripts of this interview are not kept, and "
            "nothing of it leaves the study. Ctrl+Z brings them back as long as this interview is open; when "
            "you leave it, everything that was said is erased for good.");
    if (const QStringList names = whoTakesNoPart(); !names.isEmpty())
        return tr("Takes no part: %1. Until that is settled, nothing of this interview as a whole leaves the "
                  "study, and nothing that they told. If they said nothing yet, take them out in the set-up; "
                  "if they did, erase them for good. The interview goes on with the others.")
            .arg(names.join(u", "_s));
    const QString quotes = agreed.text(fields::interview::quotes);
    QStringList follows{
        quotes == "none"_L1       ? tr("Exports carry choices and numbers of this interview, no text.")
        : quotes == "verbatim"_L1 ? tr("Exports carry what was noted, and quotes word for word.")
                                  : tr("Exports carry what was noted, no passage word for word.")};
    // An export does not know who will read it.
    const QString access = agreed.text(fields::interview::notesAccess);
    if (quotes != "none"_L1 && access == "interviewers"_L1)
        follows.append(tr("The notes are for the interviewers only: keep such exports among yourselves."));
    else if (quotes != "none"_L1 && access == "team"_L1)
        follows.append(tr("The notes are for the study team only: keep such exports within it."));
    if (agreed.text(fields::interview::mayRecord) == "no"_L1)
        follows.append(tr("What has to do with a recording is hidden."));
    follows.append(tr("Each change holds at once; Ctrl+Z takes it back."));
    return follows.join(u' ');
}

/// Whole as long as it leaves the question its room.
void ConsentStrip::fitLines()
{
    const int width = m_scroll->viewport()->width();
    const int wanted =
        m_lines->hasHeightForWidth() ? m_lines->heightForWidth(width) : m_lines->sizeHint().height();
    m_scroll->setFixedHeight(std::min(wanted, std::max(window()->height() / 3, 120)));
}

void ConsentStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitLines();
}

bool ConsentStrip::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_lines && event->type() == QEvent::LayoutRequest)
        fitLines();
    return QWidget::eventFilter(watched, event);
}

void ConsentStrip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace seamfinder
