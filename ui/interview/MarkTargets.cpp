#include "ui/interview/MarkTargets.h"

#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"
#include "core/interview/TranscriptMoment.h"
#include "core/interview/WordsAround.h"
#include "ui/interview/FindStrip.h"
#include "ui/interview/RecordingStrip.h"
#include "ui/interview/TranscriptView.h"

#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int targetRole = Qt::UserRole;
constexpr int newExampleRow = 0;
constexpr int mostLines = 8;
} // namespace

MarkTargets::MarkTargets(InterviewSession &session, const Mark &mark, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_mark(mark)
    , m_text(new QPlainTextEdit(this))
    , m_hint(new QLabel(this))
    , m_about(new QLabel(this))
    , m_transcript(new TranscriptView(this))
    , m_find(new FindStrip(m_transcript, this))
    , m_targets(new QListWidget(this))
{
    for (QLabel *label : {m_hint, m_about}) {
        label->setWordWrap(true);
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    showNoted();
    showTranscript();
    showHint();
    listTargets();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_text);
    column->addWidget(m_hint);
    column->addWidget(new RecordingStrip(m_session, m_mark, this));
    column->addWidget(m_about);
    column->addWidget(m_find);
    column->addWidget(m_transcript, 1);
    column->addWidget(m_targets);
    column->addStretch(m_transcript->isHidden() ? 1 : 0);
    setFocusProxy(m_targets);
}

void MarkTargets::showNoted()
{
    const WordsAround around = wordsAround(m_mark, m_session.answers());
    m_noted = passageOf(m_mark, around);
    m_text->setPlainText(around.before + around.marked + around.after);
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("Words around the mark"));
    m_text->setVisible(!around.isEmpty());
    QTextCursor cursor = m_text->textCursor();
    cursor.setPosition(int(around.before.size()));
    cursor.setPosition(int(around.before.size() + around.marked.size()), QTextCursor::KeepAnchor);
    m_text->setTextCursor(cursor);
    m_text->setMaximumHeight(fontMetrics().lineSpacing() * 8);
}

void MarkTargets::showHint()
{
    if (!m_noted.quote.isEmpty())
        m_hint->setText(tr("Select the words that count; without a selection all of them are taken."));
    else if (!m_transcript->isHidden())
        m_hint->setText(tr("Nothing was written around it. Without a selection, what is said where the caret "
                           "stands in the transcript is taken."));
    else
        m_hint->setText(tr("Nothing was written around it. What was said then is in the recording or your "
                           "memory."));
}

void MarkTargets::showTranscript()
{
    const QVector<Transcript> all = readTranscripts(m_session.study().reader(), m_session.id());
    const Transcript transcript = all.isEmpty() ? Transcript{} : all.last();
    const auto place = transcriptMoment(transcript.text, momentOfTalk(m_session.time(), m_mark.time));
    m_about->setVisible(place.has_value());
    m_transcript->setVisible(place.has_value());
    if (!place)
        return;
    m_transcript->setObjectName(u"markTranscript"_s);
    m_transcript->setMinimumHeight(fontMetrics().lineSpacing() * 8);
    m_transcript->showTranscript(transcript);
    m_transcript->goTo(*place, place->exact && m_noted.quote.isEmpty());
    m_about->setText(place->exact ? tr("The transcript at that moment:")
                                  : tr("The transcript, about there (it gives no times that fit). "
                                       "Select the words that count:"));
    connect(m_transcript, &QPlainTextEdit::selectionChanged, this, &MarkTargets::updateTargets);
    connect(m_transcript, &QPlainTextEdit::cursorPositionChanged, this, &MarkTargets::updateTargets);
}

void MarkTargets::listTargets()
{
    m_targets->setAccessibleName(tr("What it is"));
    m_targets->setObjectName(u"markTargets"_s);
    m_targets->addItem(tr("A new example"));
    for (const ExampleRecord &example : m_session.data().examples) {
        const QString title = m_session.answers().rowTitle(Entity::Example, example.id);
        auto *item = new QListWidgetItem(
            tr("Evidence for “%1”").arg(title.isEmpty() ? tr("(no title yet)") : title), m_targets);
        item->setData(targetRole, example.id);
        item->setToolTip(item->text());
    }
    m_targets->addItem(tr("Nothing more"));
    m_targets->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // it would lie over the last line
    m_targets->setTextElideMode(Qt::ElideRight);
    // As tall as its lines: what is left belongs to the transcript.
    m_targets->setFixedHeight(m_targets->sizeHintForRow(0) * std::min(m_targets->count(), mostLines) +
                              2 * m_targets->frameWidth() + 4);
    updateTargets();
    m_targets->setCurrentRow(newExampleRow);
    const qint64 around = exampleAround();
    for (int row = 0; around && row < m_targets->count(); ++row) {
        const QListWidgetItem *item = m_targets->item(row);
        if (item->data(targetRole).toLongLong() == around && item->flags().testFlag(Qt::ItemIsEnabled))
            m_targets->setCurrentRow(row);
    }
    connect(m_targets, &QListWidget::itemActivated, this,
            [this](QListWidgetItem *item) { take(m_targets->row(item)); });
}

/// Evidence needs words.
void MarkTargets::updateTargets()
{
    const bool hasWords = !chosenWords().quote.isEmpty();
    for (int row = 0; row < m_targets->count(); ++row) {
        if (QListWidgetItem *item = m_targets->item(row); item->data(targetRole).isValid())
            item->setFlags(hasWords ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags);
    }
}

/// The example that was asked about when it was marked, or whose story the marked words stand in.
qint64 MarkTargets::exampleAround() const
{
    qint64 around = 0;
    for (const qint64 instance : refOf(m_mark.place).instances) {
        if (m_session.data().example(instance))
            around = instance;
    }
    for (const ExampleRecord &example : m_session.data().examples) {
        const bool told = !m_mark.words.quote.isEmpty() &&
                          example.text(fields::example::story).contains(m_mark.words.quote);
        if (!around && told)
            around = example.id;
    }
    return around;
}

Passage MarkTargets::chosenWords() const
{
    const ParticipantId speaker = m_session.data().interview.participants.value(0);
    if (const auto said = m_transcript->selection(speaker))
        return *said;
    Passage words = m_noted;
    const QString selected =
        m_text->textCursor().selectedText().replace(QChar::ParagraphSeparator, u'\n').trimmed();
    if (!selected.isEmpty() && selected != words.quote) {
        words.quote = selected;
        words.start = words.end = -1;
    }
    if (!words.quote.isEmpty())
        return words;
    return m_transcript->turnAtCaret(speaker).value_or(words);
}

void MarkTargets::find()
{
    if (!m_transcript->isHidden())
        m_find->open();
}

void MarkTargets::take(int row)
{
    if (row == newExampleRow) {
        const Passage words = chosenWords();
        m_session.makeExampleOf(m_mark, words, [this, words](qint64 example) {
            Q_EMIT settled(ExampleId{example}, words.quote);
        });
    } else if (const qint64 target = m_targets->item(row)->data(targetRole).toLongLong()) {
        m_session.makeEvidenceOf(m_mark, chosenWords(), target);
        Q_EMIT settled({}, {});
    } else {
        m_session.setMarkDone(m_mark.id, true);
        Q_EMIT settled({}, {});
    }
}

} // namespace seamfinder
