#include "app/UncleanEnd.h"

#include "app/PlaceWords.h"
#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTextBoundaryFinder>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

int wordsIn(const QString &text)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    int words = 0;
    do {
        words += finder.boundaryReasons() & QTextBoundaryFinder::StartOfItem ? 1 : 0;
    } while (finder.toNextBoundary() >= 0);
    return words;
}

int wordsOf(const InterviewData &data)
{
    int words = 0;
    for (const Answer *answer : data.allAnswers())
        words += wordsIn(answer->value.value_or(QString())) + wordsIn(answer->note);
    for (const Mark &mark : data.marks)
        words += mark.words.start < 0 ? wordsIn(mark.words.quote) : 0; // others stand in a text
    const auto ofRecord = [&words](const Record &record) {
        for (const QVariant &value : record.values) {
            if (value.typeId() == QMetaType::QString)
                words += wordsIn(value.toString());
        }
    };
    for (const ExampleRecord &example : data.examples) {
        ofRecord(example);
        for (const GapRecord &gap : example.gaps)
            ofRecord(gap);
    }
    for (const GapRecord &need : data.needs)
        ofRecord(need);
    return words;
}

QString tr(const char *text)
{
    return QCoreApplication::translate("UncleanEnd", text);
}

/// "stands at “…”"
QString placeOf(const InterviewSession &interview)
{
    if (interview.state() == interview_state::complete)
        return tr("is complete");
    if (interview.isOver())
        return tr("is being finished");
    const Step *step = interview.currentStep();
    const QString question = step ? interview.flow().say(*step).simplified() : QString();
    return interview.state() == interview_state::paused ? tr("is paused at “%1”").arg(question)
                                                        : tr("stands at “%1”").arg(question);
}

} // namespace

QString endedUncleanly()
{
    return tr("The program ended without being closed. Nothing that was saved is lost.");
}

QString whereItStands(const InterviewSession &interview)
{
    const Interview &facts = interview.data().interview;
    const QStringList people(facts.pseudonyms.begin(), facts.pseudonyms.end());
    qint64 last = 0;
    for (const Answer *answer : interview.data().allAnswers())
        last = std::max(last, answer->updated);
    for (const ParadataEvent &event : readParadataMoments(interview.study().reader(), interview.id()))
        last = std::max(last, event.time);
    // A quote, or what was said at a mark, is no answer to a question.
    const auto &step = interview.study().nextUndo();
    if (step && interviewAt(interview.study().reader(), step->place) == interview.id())
        last = std::max(last, step->time);
    const QString when = QLocale().toString(QDateTime::fromMSecsSinceEpoch(last), QLocale::ShortFormat);
    // In one go: a question may hold a place-holder of its own.
    QString text =
        tr("The program ended without being closed. Nothing that was saved is lost: the interview with %1 "
           "(%2, version %3) %4, last written %5. Words in it: %6.")
            .arg(people.join(u", "_s), facts.protocolTitle, QString::number(facts.protocolNumber),
                 placeOf(interview), when, QString::number(wordsOf(interview.data())));
    QStringList searched;
    for (const OpenSearch &search : interview.openSearches())
        searched += u"“%1”"_s.arg(search.words);
    if (!searched.isEmpty())
        text += u' ' + tr("Typed in a list and not picked: %1.").arg(searched.join(u", "_s));
    return text;
}

} // namespace seamfinder
