#include "ui/interview/SaidByOthers.h"

#include "core/interview/InterviewSession.h"

#include <QCoreApplication>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype mostLetters = 240; // enough to know it by

QString inWords(const Flow &flow, const Step &step, const Value &value)
{
    if (value.kind() == Value::Kind::Boolean && value.toBool())
        return flow.spoken().acknowledge(u"Yes"_s);
    if (value.kind() != Value::Kind::Keys)
        return value.toText();
    QStringList words;
    const QStringList keys = value.isBlank() ? QStringList() : value.keys();
    const QVector<StepChoice> choices = flow.choices(step);
    for (const QString &key : keys) {
        const auto choice = std::ranges::find(choices, key, &StepChoice::key);
        words += choice == choices.end() ? key : choice->label;
    }
    return words.join(u", "_s);
}
} // namespace

QString saidByOthers(const InterviewSession &session, const QuestionRef &ref)
{
    const InterviewAnswers &answers = session.answers();
    const int at = session.flow().indexOf(ref);
    if (at < 0 || !session.hasSeveralParticipants() || !answers.isOfEach(ref))
        return {};
    const ParticipantId speaks = session.speaker(ref);
    const Interview &interview = session.data().interview;
    QStringList lines;
    for (qsizetype i = 0; i < interview.participants.size(); ++i) {
        const ParticipantId each = interview.participants[i];
        if (each == speaks)
            continue;
        QString said =
            inWords(session.flow(), session.flow().steps()[at], answers.valueBy(ref, each)).simplified();
        const Answer *row = answers.hasRowOfEach(ref) ? session.data().answerOf(ref, each) : nullptr;
        if (said.isEmpty() && row && row->missing)
            said = u"(%1)"_s.arg(QCoreApplication::translate("MissingCode", info(*row->missing).label));
        const bool isNote = said.isEmpty() && row;
        if (isNote)
            said = session.lastNote(ref, each).simplified();
        if (said.size() > mostLetters)
            said = said.first(mostLetters).trimmed() + u'…';
        if (!said.isEmpty())
            lines += (isNote ? QCoreApplication::translate("SaidByOthers", "%1 (note): %2")
                             : QCoreApplication::translate("SaidByOthers", "%1: %2"))
                         .arg(interview.pseudonyms.value(i), said);
    }
    return lines.join(u'\n');
}

} // namespace seamfinder
