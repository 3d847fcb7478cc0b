#include "ui/interview/MarkTranscript.h"

#include "core/interview/InterviewSession.h"
#include "core/interview/TranscriptMoment.h"
#include "core/interview/TranscriptText.h"
#include "ui/interview/FindStrip.h"
#include "ui/interview/TranscriptView.h"

#include <QLabel>
#include <QVBoxLayout>

namespace seamfinder {

namespace {
constexpr int fewestLines = 8;
}

MarkTranscript::MarkTranscript(InterviewSession &session, const Mark &mark, bool select, QWidget *parent)
    : QWidget(parent)
    , m_about(new QLabel(this))
    , m_text(new TranscriptView(this))
    , m_find(new FindStrip(m_text, this))
{
    m_about->setWordWrap(true);
    m_about->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_about);
    column->addWidget(m_find);
    column->addWidget(m_text, 1);

    Connection &db = session.study().reader();
    const QVector<Transcript> all = readTranscripts(db, session.id());
    const Transcript transcript = all.isEmpty() ? Transcript{} : all.last();
    const auto place = transcriptMoment(transcript.text, momentOfTalk(session.time(), mark.time));
    setVisible(place.has_value());
    if (!place)
        return;
    m_text->setMinimumHeight(fontMetrics().lineSpacing() * fewestLines);
    m_text->setPeople(TranscriptPeople::of(session.data(), readCoders(db)));
    m_text->showTranscript(transcript);
    m_text->goTo(*place, place->exact && select);
    m_about->setText(place->exact ? tr("The transcript at that moment:")
                                  : tr("The transcript, about there (it gives no times that fit). "
                                       "Select the words that count:"));
}

void MarkTranscript::showTaken(const Passage &words)
{
    m_about->setText(tr("The transcript around it:"));
    const Transcript &transcript = m_text->transcript();
    if (!transcript.id || words.source != transcript.id.value || words.start < 0)
        return;
    m_text->goTo({.start = positionOfCodePoint(transcript.text, words.start),
                  .end = positionOfCodePoint(transcript.text, words.end)},
                 true);
}

void MarkTranscript::find()
{
    if (!isHidden())
        m_find->open();
}

} // namespace seamfinder
