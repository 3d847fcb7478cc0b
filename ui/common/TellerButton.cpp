#include "ui/common/TellerButton.h"

#include "core/catalogue/EditPeople.h"
#include "core/catalogue/ReadExamples.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/StudySession.h"
#include "ui/common/KeyHint.h"

#include <algorithm>

namespace seamfinder {

using namespace Qt::StringLiterals;

TellerButton::TellerButton(StudySession &session, QWidget *parent)
    : QToolButton(parent)
    , m_session(session)
{
    setObjectName(u"exampleTeller"_s);
    keepToolTip(*this, tr("Who told of it: the next of the participants"), KeyCommand::NextSpeaker);
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    hide();
    connect(this, &QAbstractButton::clicked, this, &TellerButton::next);
}

void TellerButton::showTeller(const ExampleRecord &record)
{
    m_example = record.exampleId();
    const auto interview =
        record.interview ? readInterview(m_session.reader(), record.interview) : std::nullopt;
    const bool several = interview && interview->participants.size() > 1;
    setVisible(several);
    if (!several)
        return;
    const qsizetype place = std::max<qsizetype>(0, interview->participants.indexOf(record.participant));
    const QString told = tr("Told by %1").arg(interview->pseudonyms[place]);
    setText(QString(told).replace(u'&', u"&&"_s));
    setAccessibleName(told);
}

void TellerButton::next()
{
    const auto record = m_example && isEnabled() ? readExample(m_session.reader(), m_example) : std::nullopt;
    const auto interview =
        record && record->interview ? readInterview(m_session.reader(), record->interview) : std::nullopt;
    if (!interview || interview->participants.size() < 2)
        return;
    const qsizetype place = interview->participants.indexOf(record->participant);
    const ParticipantId next = interview->participants[(place + 1) % interview->participants.size()];
    m_session.perform({.label = tr("Say who told of it"), .place = toText(m_example)},
                      [id = m_example, next](Edit &edit) { setExampleTeller(edit, id, next); });
}

} // namespace seamfinder
