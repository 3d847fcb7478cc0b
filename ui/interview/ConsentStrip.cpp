#include "ui/interview/ConsentStrip.h"

#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"
#include "ui/common/Colors.h"
#include "ui/common/FlowLayout.h"
#include "ui/common/OptionInput.h"
#include "ui/interview/AgreedTogether.h"

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
    , m_flow(nullptr)
    , m_follows(new QLabel(this))
{
    setObjectName(u"consentStrip"_s);
    setAccessibleName(tr("Consent"));
    setAutoFillBackground(true);
    QPalette palette = this->palette();
    palette.setColor(QPalette::Window, colorsFor(this).tinted.background);
    palette.setColor(QPalette::WindowText, colorsFor(this).tinted.text);
    setPalette(palette);
    auto *choices = new QWidget(this);
    m_flow = new FlowLayout(choices, 14);
    for (const Field *field :
         {&fields::interview::takesPart, &fields::interview::quotes, &fields::interview::mayRecord,
          &fields::interview::notesAccess, &fields::interview::contactAgain})
        addChoice(*field);
    m_follows->setObjectName(u"consentFollows"_s);
    m_follows->setWordWrap(true);

    auto *line = new QHBoxLayout;
    line->addWidget(m_follows, 1);
    const Interview &interview = session.data().interview;
    for (qsizetype i = 0; i < interview.participants.size() && !practice; ++i) {
        auto *withdraw = new QPushButton(tr("Erase %1 for good…").arg(interview.pseudonyms.value(i)), this);
        withdraw->setObjectName(u"withdraw"_s);
        withdraw->setToolTip(
            tr("Shows first what would go. Everything of this participant, in all interviews."));
        withdraw->setAutoDefault(false);
        withdraw->setEnabled(session.study().isWritable());
        connect(withdraw, &QPushButton::clicked, this,
                [this, id = interview.participants[i]] { Q_EMIT withdrawalWanted(id); });
        line->addWidget(withdraw);
    }
    auto *done = new QPushButton(tr("Close"), this);
    done->setObjectName(u"closeConsent"_s);
    done->setToolTip(tr("Back to the question (Esc)"));
    done->setAutoDefault(false);
    connect(done, &QPushButton::clicked, this, &ConsentStrip::close);
    line->addWidget(done);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 8, 10, 8);
    column->addWidget(choices);
    column->addLayout(line);
    connect(&session, &InterviewSession::changed, this, &ConsentStrip::refresh);
    hide();
    refresh();
}

void ConsentStrip::addChoice(const Field &field)
{
    auto *group = new QWidget(m_flow->parentWidget());
    auto *column = new QVBoxLayout(group);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *heading = new QLabel(label(field), group);
    auto *input = new OptionInput(m_context, field, group);
    input->setObjectName(u"consent-"_s + field.key);
    input->setName(label(field));
    column->addWidget(heading);
    column->addWidget(input);
    m_flow->addWidget(group);
    m_choices.append({&field, input});
    connect(input, &FieldInput::chosen, this,
            [this, &field, input] { m_session.setConsent(field, input->content().value.toString()); });
}

void ConsentStrip::open()
{
    refresh();
    show();
    m_choices.first().input->setFocus(Qt::ShortcutFocusReason);
}

void ConsentStrip::close()
{
    hide();
    Q_EMIT closed();
}

void ConsentStrip::refresh()
{
    for (const Choice &choice : std::as_const(m_choices)) {
        choice.input->setReadOnly(!m_session.isWritable());
        choice.input->setContent({.value = m_session.data().interviewRow.value(*choice.field)});
    }
    const QString together = agreedTogether(m_session, &fields::interview::takesPart);
    m_follows->setText(together.isEmpty() ? whatFollows() : together + u' ' + whatFollows());
}

QString ConsentStrip::whatFollows() const
{
    const Record &agreed = m_session.data().interviewRow;
    if (m_session.isLocked())
        return tr("This interview is locked as complete. Unlock it to change what was agreed to; erasing "
                  "everything of a participant is possible at any time.");
    if (m_session.isDeclined())
        return tr(
            "Takes no part: answers, examples, marks and transcripts of this interview are not kept, and "
            "nothing of it leaves the study. Ctrl+Z brings them back as long as this interview is open; when "
            "you leave it, everything that was said is erased for good.");
    const QString quotes = agreed.text(fields::interview::quotes);
    QStringList follows{
        quotes == "none"_L1       ? tr("Exports carry choices and numbers of this interview, no text.")
        : quotes == "verbatim"_L1 ? tr("Exports carry what was noted, and quotes word for word.")
                                  : tr("Exports carry what was noted, no passage word for word.")};
    if (agreed.text(fields::interview::mayRecord) == "no"_L1)
        follows.append(tr("What has to do with a recording is hidden."));
    follows.append(tr("Each change holds at once; Ctrl+Z takes it back."));
    return follows.join(u' ');
}

void ConsentStrip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace seamfinder
