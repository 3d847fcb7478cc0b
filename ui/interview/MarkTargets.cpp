#include "ui/interview/MarkTargets.h"

#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"
#include "core/interview/WordsAround.h"
#include "ui/interview/MarkTranscript.h"
#include "ui/interview/RecordingStrip.h"
#include "ui/interview/TranscriptView.h"

#include <algorithm>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPointer>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int targetRole = Qt::UserRole;
constexpr int newExampleRow = 0, nothingRow = 1, firstTargetRow = 2;
constexpr int mostLines = 8;
} // namespace

MarkTargets::MarkTargets(InterviewSession &session, const Mark &mark, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_mark(mark)
    , m_text(new QPlainTextEdit(this))
    , m_hint(new QLabel(this))
    , m_targets(new QListWidget(this))
{
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    showNoted();
    showTranscript();
    showHint();
    listTargets();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_text);
    column->addWidget(m_hint);
    column->addWidget(new RecordingStrip(m_session, m_mark, this));
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
    m_text->installEventFilter(this);
}

void MarkTargets::showHint()
{
    const QString agreed = m_session.data().interview.quotes;
    QString hint;
    if (!m_noted.quote.isEmpty())
        hint = tr("Select the words that count; without a selection all of them are taken.");
    else if (!m_transcript->isHidden())
        hint = tr("Nothing was written around it. Without a selection, what is said where the caret "
                  "stands in the transcript is taken.");
    else
        hint = tr("Nothing was written around it. What was said then is in the recording or your "
                  "memory.");
    if (agreed == "paraphrase"_L1)
        hint += u' ' + tr("Agreed: in other words only. What was noted is taken as the interviewer's words.");
    else if (agreed == "none"_L1)
        hint += u' ' + tr("Agreed: no quotes. What is taken stays in the study.");
    m_hint->setText(hint);
}

void MarkTargets::showTranscript()
{
    m_transcript = new MarkTranscript(m_session, m_mark, m_noted.quote.isEmpty(), this);
    TranscriptView *text = &m_transcript->text();
    text->setObjectName(u"markTranscript"_s);
    text->installEventFilter(this);
    connect(text, &QPlainTextEdit::selectionChanged, this, &MarkTargets::updateTargets);
    connect(text, &QPlainTextEdit::cursorPositionChanged, this, &MarkTargets::updateTargets);
}

void MarkTargets::listTargets()
{
    m_targets->setAccessibleName(tr("What it is"));
    m_targets->setObjectName(u"markTargets"_s);
    m_targets->addItem(tr("A new example"));
    m_targets->addItem(tr("Nothing more")); // before the examples: it must not be below the fold
    const qint64 around = exampleAround();
    QVector<ExampleRecord> examples = m_session.data().examples;
    std::stable_partition(examples.begin(), examples.end(),
                          [around](const ExampleRecord &example) { return example.id == around; });
    for (const ExampleRecord &example : std::as_const(examples)) {
        const QString title = m_session.answers().rowTitle(Entity::Example, example.id);
        auto *item = new QListWidgetItem(
            tr("Evidence for “%1”").arg(title.isEmpty() ? tr("(no title yet)") : title), m_targets);
        item->setData(targetRole, example.id);
        item->setToolTip(item->text());
    }
    m_targets->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // it would lie over the last line
    m_targets->setTextElideMode(Qt::ElideRight);
    // As tall as its lines: what is left belongs to the transcript.
    m_targets->setFixedHeight(m_targets->sizeHintForRow(0) * std::min(m_targets->count(), mostLines) +
                              2 * m_targets->frameWidth() + 4);
    updateTargets();
    // Without words, a key too many must not make an example of nothing.
    const bool hasWords = !chosenWords().quote.isEmpty();
    m_targets->setCurrentRow(!hasWords ? nothingRow : around ? firstTargetRow : newExampleRow);
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
    const ParticipantId speaker =
        m_mark.words.speaker ? m_mark.words.speaker : m_session.data().interview.participants.value(0);
    if (const auto said = m_transcript->text().selection(speaker))
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
    return m_transcript->text().turnAtCaret(speaker).value_or(words);
}

void MarkTargets::find()
{
    m_transcript->find();
}

bool MarkTargets::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return QWidget::eventFilter(watched, event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        takeSelected();
        return true;
    }
    if (key->key() == Qt::Key_E && m_targets->count() > firstTargetRow) {
        m_targets->setCurrentRow(
            firstTargetRow); // evidence, as beside the questions; of which is chosen there
        m_targets->setFocus(Qt::OtherFocusReason);
        return true;
    }
    const bool isLetter =
        key->key() != Qt::Key_Space && !key->text().isEmpty() && key->text().at(0).isPrint();
    return isLetter || QWidget::eventFilter(watched, event);
}

void MarkTargets::takeSelected()
{
    if (chosenWords().quote.isEmpty())
        return;
    take(m_targets->currentRow() == nothingRow ? newExampleRow : m_targets->currentRow());
}

void MarkTargets::take(int row)
{
    if (row == newExampleRow) {
        const Passage words = chosenWords();
        m_session.makeExampleOf(m_mark, words, [self = QPointer(this), words](qint64 example) {
            if (self) // else somebody went on in the meantime
                Q_EMIT self->settled(ExampleId{example}, words);
        });
    } else if (row < 0) {
        return;
    } else if (const qint64 target = m_targets->item(row)->data(targetRole).toLongLong()) {
        m_session.makeEvidenceOf(m_mark, chosenWords(), target);
        Q_EMIT settled({}, {});
    } else {
        m_session.setMarkDone(m_mark.id, true);
        Q_EMIT settled({}, {});
    }
}

} // namespace seamfinder
