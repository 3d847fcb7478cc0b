#include "ui/interview/MarkTranscript.h"

#include "core/interview/InterviewSession.h"
#include "core/interview/TranscriptMoment.h"
#include "core/interview/TranscriptText.h"
#include "ui/common/Deliver.h"
#include "ui/common/PlainEnter.h"
#include "ui/interview/FindStrip.h"
#include "ui/interview/TranscriptView.h"

#include <algorithm>
#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int fewestLines = 8;

/// Keeps its room, so that nothing beside it moves when it comes.
void keepRoom(QWidget &widget)
{
    QSizePolicy policy = widget.sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    widget.setSizePolicy(policy);
}
} // namespace

MarkTranscript::MarkTranscript(InterviewSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_about(new QLabel(tr("The transcript:"), this))
    , m_text(new TranscriptView(this))
    , m_find(new FindStrip(m_text, this))
    , m_take(new QPushButton(tr("Take as evidence"), this))
    , m_said(new QLabel(this))
{
    m_about->setWordWrap(true);
    m_about->setForegroundRole(QPalette::PlaceholderText);
    m_take->setObjectName(u"takeAsEvidence"_s);
    m_take->setFlat(true);
    m_take->setToolTip(tr("E or Enter, while the transcript has the focus"));
    m_take->setEnabled(false);
    m_take->hide();
    keepRoom(*m_take);
    m_said->setObjectName(u"transcriptSaid"_s);
    m_said->setWordWrap(true);
    m_said->setTextFormat(Qt::PlainText);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_take);
    foot->addWidget(m_said, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_about);
    column->addWidget(m_find);
    column->addWidget(m_text, 1);
    column->addLayout(foot);

    Connection &db = session.study().reader();
    const QVector<Transcript> all = readTranscripts(db, session.id());
    const Transcript transcript = all.isEmpty() ? Transcript{} : all.last();
    const bool isThere = transcript.id && !transcript.text.trimmed().isEmpty();
    setVisible(isThere);
    if (!isThere)
        return;
    m_text->setMinimumHeight(fontMetrics().lineSpacing() * fewestLines);
    m_text->setPeople(TranscriptPeople::of(session.data(), readCoders(db)));
    m_text->showTranscript(transcript);
    m_text->installEventFilter(this);
    connect(m_take, &QPushButton::clicked, this, &MarkTranscript::take);
    connect(m_text, &QPlainTextEdit::selectionChanged, this, [this] {
        m_said->clear();
        m_take->setEnabled(m_text->textCursor().hasSelection() && m_session.isWritable());
    });
    connect(m_find, &FindStrip::missed, this, &MarkTranscript::missed);
    connect(&session, &InterviewSession::changed, this, &MarkTranscript::followEvidence);
}

void MarkTranscript::showMoment(const Mark &mark, bool select)
{
    const auto place = transcriptMoment(m_text->transcript().text, momentOfTalk(m_session.time(), mark.time));
    if (!place)
        return;
    m_text->goTo(*place, place->exact && select);
    m_about->setText(place->exact ? tr("The transcript at that moment:")
                                  : tr("The transcript, about there (it gives no times that fit):"));
}

void MarkTranscript::showTaken(const Passage &words)
{
    const Transcript &transcript = m_text->transcript();
    if (!transcript.id || words.source != transcript.id.value || words.start < 0) {
        if (!words.quote.isEmpty())
            sayTaken(words.quote);
        return;
    }
    m_text->goTo({.start = positionOfCodePoint(transcript.text, words.start),
                  .end = positionOfCodePoint(transcript.text, words.end)},
                 true);
}

void MarkTranscript::setTarget(ExampleId example)
{
    m_target = example;
    m_take->setVisible(bool(example));
}

void MarkTranscript::find()
{
    if (!isHidden())
        m_find->open();
}

bool MarkTranscript::isTaken(const Passage &words) const
{
    const auto evidence = readEvidence(m_session.study().reader(), m_target.value);
    return std::any_of(evidence.begin(), evidence.end(), [&words](const EvidenceRecord &each) {
        return each.source == words.source && each.start == words.start && each.end == words.end;
    });
}

void MarkTranscript::take()
{
    const ExampleRecord *example = m_session.data().example(m_target.value);
    if (!example || !m_session.isWritable())
        return;
    const ParticipantId teller =
        example->participant ? example->participant : m_session.data().interview.participants.value(0);
    const auto words = m_text->selection(teller);
    if (!words) {
        say(tr("Nothing is selected, so nothing was taken. Select the words that count."));
    } else if (isTaken(*words)) {
        say(tr("These words are evidence of this example already."));
    } else {
        // Of the example, so that undo stays with it.
        const auto written =
            m_session.study().perform({.label = tr("Add evidence"), .place = toText(m_target)},
                                      [target = m_target.value, words = *words](Edit &edit) {
                                          seamfinder::addEvidence(edit, target, words, relationOf(words));
                                      });
        afterCommit(written, this, [this, quote = words->quote](const Commit &) { sayTaken(quote); });
    }
}

/// It may be undone.
void MarkTranscript::followEvidence()
{
    if (m_taken.isEmpty())
        return;
    const auto evidence = readEvidence(m_session.study().reader(), m_target.value);
    if (std::none_of(evidence.begin(), evidence.end(),
                     [this](const EvidenceRecord &each) { return each.quote == m_taken; })) {
        m_taken.clear();
        m_said->clear();
    }
}

void MarkTranscript::sayTaken(const QString &quote)
{
    m_taken = m_target ? quote : QString();
    constexpr int width = 380;
    say(tr("Taken as evidence: “%1”")
            .arg(fontMetrics().elidedText(quote.simplified(), Qt::ElideRight, width)));
}

void MarkTranscript::say(const QString &sentence)
{
    m_said->setText(sentence);
    m_said->setAccessibleName(sentence);
    QAccessibleEvent alert(m_said, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

bool MarkTranscript::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && m_target && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isE = key->key() == Qt::Key_E &&
                         !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
        if (isE || isPlainEnter(*key)) {
            if (!key->isAutoRepeat())
                take();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace seamfinder
