#include "ui/interview/PeoplePicker.h"

#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ReadStudy.h"
#include "core/interview/InterviewSession.h"
#include "ui/common/HeldSearch.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

QString nameOf(const Coder &coder)
{
    return coder.name.isEmpty() ? coder.initials : coder.name;
}

PeoplePicker::PeoplePicker(InterviewSession &session, QWidget *owner)
    : TermPicker(Mode::Single, owner)
    , m_session(session)
{
    setObjectName(u"peoplePicker"_s);
    setCommand(true);
    new HeldSearch(
        *this,
        [held = QPointer(&session)](const QString &list, const QString &words) {
            if (held)
                held->setSearched(list, words);
        },
        this);
    connect(this, &TermPicker::picked, this, &PeoplePicker::add);
    connect(this, &TermPicker::newWanted, this,
            [this](const QString &pseudonym) { m_session.addParticipant({}, pseudonym); });
}

void PeoplePicker::offerParticipants(QWidget *anchor)
{
    m_interviewers = false;
    Connection &db = m_session.study().reader();
    const Codebook &codebook = m_session.answers().codebook();
    QList<PickItem> items{{.id = 0, .label = tr("A new participant (%1)").arg(nextPseudonym(db))}};
    for (const Participant &each : readParticipants(db)) {
        if (m_session.data().interview.participants.contains(each.id))
            continue;
        QStringList roles;
        for (const TermId role : each.roles)
            roles.append(codebook.label(role));
        items.append({.id = each.id.value, .label = each.pseudonym, .alias = roles.join(u", "_s)});
    }
    setItems(items);
    setNewAllowed(true);
    setNewFirst(true);
    setWhat(tr("Add a participant"));
    openAt(anchor);
}

void PeoplePicker::offerInterviewers(QWidget *anchor)
{
    m_interviewers = true;
    QList<PickItem> items;
    for (const Coder &each : readCoders(m_session.study().reader())) {
        if (!m_session.data().interviewers.contains(each.id))
            items.append({.id = each.id.value, .label = nameOf(each)});
    }
    if (items.isEmpty())
        items.append({.id = 0, .label = tr("Everybody of this study is there already")});
    setItems(items);
    setNewAllowed(false);
    setWhat(tr("Add an interviewer"));
    openAt(anchor);
}

void PeoplePicker::add(qint64 who)
{
    if (m_interviewers && who)
        m_session.addInterviewer(CoderId{who});
    else if (m_interviewers)
        return;
    else
        m_session.addParticipant(ParticipantId{who}); // none: a new one
}

} // namespace seamfinder
