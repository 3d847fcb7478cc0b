#include "ui/interview/PeoplePanel.h"

#include "core/catalogue/ReadStudy.h"
#include "core/interview/InterviewSession.h"
#include "ui/common/Chip.h"
#include "ui/common/FlowLayout.h"
#include "ui/common/SectionHeading.h"
#include "ui/common/TabOrder.h"
#include "ui/interview/InterviewContext.h"
#include "ui/interview/PeoplePicker.h"
#include "ui/interview/PseudonymChip.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
QToolButton *addButton(const QString &name, const QString &objectName, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(objectName);
    button->setText(PeoplePanel::tr("Add…"));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}

} // namespace

PeoplePanel::PeoplePanel(InterviewSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_picker(new PeoplePicker(session, this))
    , m_participants(new FlowLayout)
    , m_interviewers(new FlowLayout)
    , m_addParticipant(addButton(tr("Add a participant"), u"addInterviewParticipant"_s, this))
    , m_addInterviewer(addButton(tr("Add an interviewer"), u"addInterviewer"_s, this))
{
    setObjectName(u"peoplePanel"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 10);
    column->setSpacing(6);
    const auto part = [&](const QString &title, QToolButton *add, FlowLayout *line) {
        auto *heading = new SectionHeading(title, SectionHeading::Level::Part, this);
        heading->addTrailing(add);
        column->addWidget(heading);
        column->addLayout(line);
    };
    part(tr("Who is interviewed"), m_addParticipant, m_participants);
    part(tr("Who interviews"), m_addInterviewer, m_interviewers);
    connect(m_addParticipant, &QToolButton::clicked, this,
            [this] { m_picker->offerParticipants(m_addParticipant); });
    connect(m_addInterviewer, &QToolButton::clicked, this,
            [this] { m_picker->offerInterviewers(m_addInterviewer); });
    connect(m_picker, &TermPicker::unmatched, this,
            [this](const QString &words) { seamfinder::keepWords(m_session, {}, words); });
    connect(&session, &InterviewSession::changed, this, &PeoplePanel::refresh);
    refresh();
}

PeoplePanel::~PeoplePanel()
{
    delete m_picker;
}

void PeoplePanel::addChip(FlowLayout *line, const QString &name, bool removable,
                          const std::function<void()> &remove)
{
    auto *chip = new Chip(name, this);
    chip->setRemovable(removable && m_session.isWritable());
    connect(chip, &Chip::removeRequested, this, remove);
    line->addWidget(chip);
}

void PeoplePanel::refresh()
{
    const Interview &interview = m_session.data().interview;
    const QVector<CoderId> interviewers = m_session.data().interviewers;
    for (PseudonymChip *chip : std::as_const(m_people))
        chip->refresh();
    QStringList shown;
    for (const ParticipantId participant : interview.participants)
        shown.append(toText(participant));
    for (const CoderId coder : interviewers)
        shown.append(toText(coder));
    shown.append(m_session.isWritable() ? u"w"_s : u"r"_s);
    m_addParticipant->setEnabled(m_session.isWritable());
    m_addInterviewer->setEnabled(m_session.isWritable());
    if (std::exchange(m_shown, shown.join(u'\n')) == shown.join(u'\n'))
        return;
    m_people.clear();
    m_participants->clear();
    m_interviewers->clear();
    for (qsizetype i = 0; i < interview.participants.size(); ++i) {
        // The first is whom answers without a speaker are by.
        auto *chip = new PseudonymChip(m_session, interview.participants[i], this);
        chip->setRemovable(i > 0 && m_session.isWritable());
        m_participants->addWidget(chip);
        chip->show(); // at once: a layout would show it a moment later
        m_people.append(chip);
    }
    for (const Coder &coder : readCoders(m_session.study().reader())) {
        if (interviewers.contains(coder.id))
            addChip(m_interviewers, nameOf(coder), interviewers.size() > 1,
                    [this, who = coder.id] { m_session.removeInterviewer(who); });
    }
    orderTabs(this);
}

} // namespace seamfinder
