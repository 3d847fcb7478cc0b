#include "ui/interview/MarkTargets.h"

#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"
#include "core/interview/WholeWords.h"
#include "core/interview/WordsAround.h"
#include "ui/common/CommandKeys.h"
#include "ui/common/DigitRow.h"
#include "ui/common/PlainEnter.h"
#include "ui/common/TypedText.h"
#include "ui/interview/ExampleLabel.h"
#include "ui/interview/HeardWords.h"
#include "ui/interview/MarkTranscript.h"
#include "ui/interview/TranscriptView.h"

#include <algorithm>
#include <QAccessible>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int targetRole = Qt::UserRole;
/// Shift and its like, and what only changes the next letter.
bool isHeldOnly(const QKeyEvent &key)
{
    return (key.key() >= Qt::Key_Shift && key.key() <= Qt::Key_ScrollLock) || key.key() == Qt::Key_AltGr ||
           (key.key() >= Qt::Key_Dead_Grave && key.key() <= Qt::Key_Dead_Longsolidusoverlay);
}
constexpr int newExampleRow = 0, nothingRow = 1, firstTargetRow = 2;
constexpr int mostLines = 12, mostDigits = 9;
constexpr qint64 longestPause = 800;  // milliseconds between the letters of one word,
constexpr int pauseBehindDigit = 350; // and behind a digit that begins words
} // namespace

MarkTargets::MarkTargets(InterviewSession &session, const Mark &mark, MarkTranscript *transcript,
                         QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_mark(mark)
    , m_text(new QPlainTextEdit(this))
    , m_hint(new QLabel(this))
    , m_transcript(transcript)
    , m_targets(new QListWidget(this))
{
    m_hint->setObjectName(u"markHint"_s);
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    showNoted();
    askForWords();
    hearTranscript();
    showHint();
    listTargets();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_text);
    if (m_heard)
        column->addWidget(m_heard);
    column->addWidget(m_hint);
    column->addWidget(m_targets);
    column->addStretch(1);
    // Words that are typed here go on where they ended, be it with a number; over words that are there one
    // chooses first.
    const bool isTypedHere =
        m_heard && (chosenWords().quote.isEmpty() || (m_text->isHidden() && !exampleOf(m_mark)));
    setFocusProxy(isTypedHere ? static_cast<QWidget *>(m_heard) : m_targets);
    if (m_heard)
        m_heard->moveCursor(QTextCursor::End);
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &MarkTargets::takeWaiting);
}

void MarkTargets::showNoted()
{
    Mark asked = m_mark;
    if (HeardWords::isFor(m_mark) && !(m_transcript && m_mark.words.quote.isEmpty()))
        asked.words.quote.clear(); // they stand in a field of their own
    const WordsAround around = wordsAround(asked, m_session.answers());
    m_noted = passageOf(asked, around);
    m_text->setPlainText(around.before + around.marked + around.after);
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("Words around the mark"));
    m_text->setVisible(!around.isEmpty());
    QTextCursor cursor = m_text->textCursor();
    if (around.marked.isEmpty()) {
        cursor.select(QTextCursor::Document); // what is taken is what is seen to be selected
    } else {
        cursor.setPosition(int(around.before.size()));
        cursor.setPosition(int(around.before.size() + around.marked.size()), QTextCursor::KeepAnchor);
    }
    m_text->setTextCursor(cursor);
    m_text->setMaximumHeight(fontMetrics().lineSpacing() * 8);
    m_text->installEventFilter(this);
    connect(m_text, &QPlainTextEdit::selectionChanged, this, &MarkTargets::hearSelection);
}

void MarkTargets::askForWords()
{
    // Beside a transcript words are selected; what was heard before it came goes on being written.
    if (!HeardWords::isFor(m_mark) || (m_transcript && m_mark.words.quote.isEmpty()))
        return;
    m_heard = new HeardWords(m_session, m_mark, this);
    m_heard->installEventFilter(this);
    connect(m_heard, &QPlainTextEdit::textChanged, this, &MarkTargets::hearSelection);
}

void MarkTargets::flush()
{
    if (isWaiting())
        takeWaiting();
    if (m_heard)
        m_heard->flush();
}

void MarkTargets::waitForWords(const QKeyEvent &digit)
{
    m_waitingRow = digitOf(digit) - 1;
    m_digit = digit.text();
    m_rowBeforeDigit = m_targets->currentRow();
    m_targets->setCurrentRow(m_waitingRow);
    m_wait.start(pauseBehindDigit);
}

bool MarkTargets::takeNow()
{
    const bool waits = isWaiting();
    if (waits)
        takeWaiting();
    return waits;
}

void MarkTargets::takeWaiting()
{
    m_wait.stop();
    Q_EMIT digitTaken();
    take(m_waitingRow);
}

void MarkTargets::typeWaiting(const QKeyEvent &next)
{
    m_wait.stop();
    m_targets->setCurrentRow(m_rowBeforeDigit);
    if (!m_heard) {
        sayNothingIsTyped();
        return;
    }
    QKeyEvent words(QEvent::KeyPress, next.key(), next.modifiers(), m_digit + next.text());
    typeOnIn(*m_heard, words);
}

void MarkTargets::hearSelection()
{
    m_missed = m_warned = false;
    showHint();
    updateTargets();
}

void MarkTargets::sayNothingSelected()
{
    warn(m_heard && m_text->isHidden()
             ? tr("There are no words yet, so nothing was taken. Type what was said.")
             : tr("Nothing is selected, so nothing was taken. Select the words that count."));
}

void MarkTargets::sayNothingIsTyped()
{
    if (chosenWords().quote.isEmpty())
        warn(tr("Nothing is typed here. Select the words that count in the transcript; %1 leads there.")
                 .arg(CommandKeys::ofProgram().text(KeyCommand::NextPane)));
    else
        warn(tr("Nothing is typed here: the words of this mark are there already. Enter makes an example of "
                "it, with a story to write in."));
}

/// E is evidence, alone; in the middle of words that somebody types it is one of their letters.
bool MarkTargets::isOfWords(const QKeyEvent &key)
{
    const bool goesOn = m_sinceLetter.isValid() && m_sinceLetter.elapsed() < longestPause;
    m_sinceLetter.start();
    const int before = std::exchange(m_rowBeforeE, -1);
    if (goesOn && before >= 0) {
        m_targets->setCurrentRow(before); // it was the first of them
        if (m_heard) {
            QKeyEvent first(QEvent::KeyPress, Qt::Key_E, key.modifiers(), m_letterE);
            typeOnIn(*m_heard, first);
        }
    }
    return goesOn;
}

void MarkTargets::warn(const QString &sentence)
{
    m_hint->setForegroundRole(QPalette::WindowText);
    m_hint->setText(sentence);
    m_hint->setAccessibleName(sentence);
    QAccessibleEvent alert(m_hint, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MarkTargets::showHint()
{
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    const QString agreed = m_session.data().interview.quotes;
    QString hint;
    const bool isSelected = m_transcript && m_transcript->text().selection({});
    if (isSelected && m_heard && !m_heard->passage().quote.isEmpty())
        hint = tr("What is selected in the transcript is taken; the words here stay the mark's.");
    else if (isSelected)
        hint = tr("What is selected in the transcript is taken.");
    else if (m_heard && !m_text->isHidden() && !m_heard->passage().quote.isEmpty())
        hint = tr("What stands in the field is taken.");
    else if (m_heard && !m_text->isHidden())
        hint = tr("What is selected of your note is taken, unless you type what was said.");
    else if (m_heard && (m_mark.words.quote.isEmpty() || m_heard->passage().quote.isEmpty()))
        hint =
            tr("Nothing was written around it. Type what was said, as you hear or remember it: Enter makes "
               "an example of it, Tab leads to what else it can be; %1 and Enter: nothing more.")
                .arg(nothingRow + 1);
    else if (m_heard)
        hint = tr("What stands here is taken; type on where words are missing.");
    else if (!m_noted.quote.isEmpty())
        hint = m_transcript
                   ? tr("What is selected is taken. Select the words that count, here or in the transcript.")
                   : tr("What is selected is taken. Select the words that count.");
    else
        hint = tr("Nothing was written around it. Select the words that count in the transcript, or put the "
                  "caret there: then the paragraph at it is taken.");
    if (agreed == "paraphrase"_L1)
        hint += u' ' + tr("Agreed: in other words only. What was noted is taken as the interviewer's words.");
    else if (agreed == "none"_L1)
        hint += u' ' + tr("Agreed: no quotes. What is taken stays in the study.");
    m_hint->setText(hint);
    m_hint->setAccessibleName(hint);
}

void MarkTargets::hearTranscript()
{
    if (!m_transcript)
        return;
    TranscriptView *text = &m_transcript->text();
    text->installEventFilter(this);
    connect(text, &QPlainTextEdit::selectionChanged, this, &MarkTargets::hearSelection);
    connect(text, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        m_caretMoved = true;
        hearSelection();
    });
    connect(m_transcript, &MarkTranscript::missed, this, [this] {
        m_missed = true;
        updateTargets();
    });
}

void MarkTargets::listTargets()
{
    m_targets->setAccessibleName(tr("What it is"));
    m_targets->setObjectName(u"markTargets"_s);
    m_targets->addItems({{}, {}}); // nothing more before the examples: it must not be below the fold
    const qint64 around = exampleAround();
    m_likelyRow = firstTargetRow;
    // In the interview's order, whichever it was marked at: an example keeps its digit from mark to mark.
    for (const ExampleRecord &example : m_session.data().examples) {
        auto *item = new QListWidgetItem(m_targets);
        if (example.id == around)
            m_likelyRow = m_targets->row(item);
        item->setData(targetRole, example.id);
    }
    m_around = around;
    nameTargets();
    // A title may be on its way to the file when this is shown.
    connect(&m_session, &InterviewSession::changed, this, &MarkTargets::nameTargets);
    m_targets->installEventFilter(this);
    m_targets->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // it would lie over the last line
    m_targets->setTextElideMode(Qt::ElideRight);
    // As tall as its lines: what is left belongs to the transcript.
    m_targets->setFixedHeight(m_targets->sizeHintForRow(0) * std::min(m_targets->count(), mostLines) +
                              2 * m_targets->frameWidth() + 4);
    updateTargets();
    // The same at every mark, so that a habit files nothing wrongly. Where that makes an example of nothing,
    // it goes again with its card, and the mark waits.
    m_targets->setCurrentRow(newExampleRow);
    connect(m_targets, &QListWidget::itemActivated, this,
            [this](QListWidgetItem *item) { take(m_targets->row(item)); });
}

void MarkTargets::nameTargets()
{
    for (int row = 0; row < m_targets->count(); ++row) {
        QListWidgetItem *item = m_targets->item(row);
        const qint64 example = item->data(targetRole).toLongLong();
        const QString shown = example ? shownNameQuoted(m_session, Entity::Example, example) : QString();
        const QString text = row == newExampleRow  ? tr("A new example")
                             : row == nothingRow   ? tr("Nothing more")
                             : example == m_around ? tr("Marked here: evidence for %1").arg(shown)
                                                   : tr("Evidence for %1").arg(shown);
        // A blank as wide as a digit keeps the lines under each other.
        const QString digit = row < mostDigits ? QString::number(row + 1) : QString(QChar(0x2007));
        item->setText(tr("%1  %2").arg(digit, text));
        item->setToolTip(example ? text : QString());
    }
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
    qint64 around = m_session.data().example(exampleOf(m_mark).value) ? exampleOf(m_mark).value : 0;
    for (const qint64 instance : refOf(m_mark.place).instances) {
        if (!around && m_session.data().example(instance))
            around = instance;
    }
    for (const ExampleRecord &example : m_session.data().examples) {
        const bool told = m_mark.words.quote.simplified().contains(u' ') && // not by the way
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
    if (m_transcript) {
        if (const auto said = m_transcript->text().selection(speaker))
            return *said;
    }
    if (m_heard && (!m_heard->passage().quote.isEmpty() || (m_text->isHidden() && !m_transcript))) {
        Passage heard = m_heard->passage();
        heard.speaker = speaker;
        return heard;
    }
    const QString text = m_text->document()->toRawText().replace(QChar::ParagraphSeparator, u'\n');
    const QTextCursor cursor = m_text->textCursor();
    const Stretch selected{cursor.selectionStart(), cursor.selectionEnd()};
    Passage words = m_noted;
    if (QStringView(text).sliced(selected.start, selected.end - selected.start).trimmed() != m_noted.quote) {
        const Stretch whole = wholeWords(text, selected);
        words.quote = text.sliced(whole.start, whole.end - whole.start);
        words.start = words.end = -1;
    }
    // Words that are not there were meant, so it is none that stand around the caret.
    // Where nobody has put it, the caret is only about there.
    if (!words.quote.isEmpty() || !m_noted.quote.isEmpty() || m_missed || !m_transcript || !m_caretMoved)
        return words;
    return m_transcript->text().turnAtCaret(speaker).value_or(words);
}

/// A digit alone in the field for words is no words, but the line of the list that has it.
bool MarkTargets::takeLineTyped()
{
    const QString typed = m_heard->toPlainText().trimmed();
    // Where the digit row writes "é", that is the second, too.
    const int digit = typed.size() != 1       ? 0
                      : typed.at(0).isDigit() ? typed.at(0).digitValue()
                      : typed == m_first      ? m_placeOfFirst
                                              : 0;
    const int row = digit - 1;
    const bool wasThere = !typed.isEmpty() && typed == m_mark.words.quote.trimmed();
    if (row < 0 || row >= m_targets->count() || wasThere)
        return false;
    if (row > nothingRow && m_saidDigit)
        return false; // it is what was said
    if (row > nothingRow) {
        m_saidDigit = true;
        warn(tr("Evidence needs words, so nothing was taken. Type what was said; Enter again takes “%1” as "
                "that.")
                 .arg(typed));
        return true;
    }
    m_heard->clear();
    take(row);
    return true;
}

bool MarkTargets::hearTyped(const QObject *watched, QKeyEvent &key)
{
    const bool isEnter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    if (watched == m_heard) {
        if (m_heard->toPlainText().isEmpty() && !key.text().isEmpty()) {
            m_placeOfFirst = digitOf(key);
            m_first = key.text();
        }
        const bool takes = isEnter && !(key.modifiers() & Qt::ShiftModifier);
        if (takes && !key.isAutoRepeat() && m_enterBelongsBefore.hasExpired() && !takeLineTyped())
            takeSelectedIn(watched);
        return takes;
    }
    // A digit at the list takes a line of it, and E is evidence once there are words for it.
    if (digitOf(key))
        return false;
    const bool ofWords = isTypedText(key) && isOfWords(key);
    const bool isCommand = key.key() == Qt::Key_E && !ofWords && !chosenWords().quote.isEmpty();
    if (!isCommand && m_heard->hasFocus()) { // an E before has led there
        QCoreApplication::sendEvent(m_heard, &key);
        return true;
    }
    return !isCommand && typeOnIn(*m_heard, key);
}

bool MarkTargets::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    if (key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return QWidget::eventFilter(watched, event);
    if (isWaiting() && isHeldOnly(*key))
        return QWidget::eventFilter(watched, event);
    if (isWaiting() && watched != m_heard) {
        const bool isText = !key->text().isEmpty() && key->text().front().isPrint();
        isText && !key->isAutoRepeat() ? typeWaiting(*key) : takeWaiting();
        return true;
    }
    if (m_heard && hearTyped(watched, *key))
        return true;
    if (m_heard && watched == m_heard)
        return QWidget::eventFilter(watched, event);
    if (const int digit = digitOf(*key)) {
        if (digit <= m_targets->count() && !key->isAutoRepeat()) // held, it would go on at the next mark
            waitForWords(*key);
        return true;
    }
    if (isPlainEnter(*key) && !m_enterBelongsBefore.hasExpired())
        return true;
    if (watched == m_targets && isTypedText(*key)) {
        const bool ofWords = !m_heard && isOfWords(*key);
        if (key->key() != Qt::Key_E || ofWords) {
            sayNothingIsTyped(); // a list would look for it, and move its bar
            return true;
        }
    } else if (watched == m_targets) {
        return QWidget::eventFilter(watched, event);
    }
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        takeSelectedIn(watched);
        return true;
    }
    if (key->key() == Qt::Key_E && m_targets->count() > firstTargetRow) {
        if (isNothingSelectedIn(watched)) {
            sayNothingSelected();
            return true;
        }
        m_rowBeforeE = m_targets->currentRow();
        m_letterE = key->text();
        m_targets->setCurrentRow(m_likelyRow); // evidence, as beside the questions; of which is chosen there
        m_targets->setFocus(Qt::OtherFocusReason);
        return true;
    }
    const bool isLetter =
        key->key() != Qt::Key_Space && !key->text().isEmpty() && key->text().at(0).isPrint();
    return isLetter || QWidget::eventFilter(watched, event);
}

bool MarkTargets::isNothingSelectedIn(const QObject *text) const
{
    // What is selected elsewhere was not meant by who looked here for words that are not there.
    return (m_missed && text != m_text) || chosenWords().quote.isEmpty();
}

void MarkTargets::takeSelectedIn(const QObject *text)
{
    if (text == m_heard && m_heard && chosenWords().quote.isEmpty())
        take(newExampleRow); // as at the list
    else if (isNothingSelectedIn(text))
        sayNothingSelected();
    else
        take(m_targets->currentRow() == nothingRow ? newExampleRow : m_targets->currentRow());
}

void MarkTargets::take(int row)
{
    m_wait.stop(); // this is meant
    if (row < 0 || m_done || m_making)
        return;
    flush();
    const Passage words = chosenWords();
    if (row == newExampleRow) {
        if (m_missed && words.quote.isEmpty() && !std::exchange(m_warned, true)) {
            sayNothingSelected(); // an example without a quote is taken when it is asked for again
            return;
        }
        m_making = true; // a second Enter means the first one
        m_session.makeExampleOf(m_mark, words, [self = QPointer(this), words](qint64 example) {
            if (self) // else somebody went on in the meantime
                self->settle({.example = ExampleId{example}, .isNew = true, .words = words});
        });
    } else if (const qint64 target = m_targets->item(row)->data(targetRole).toLongLong()) {
        if (words.quote.isEmpty()) {
            sayNothingSelected();
            return;
        }
        m_session.makeEvidenceOf(m_mark, words, target);
        settle({.example = ExampleId{target}, .words = words});
    } else {
        m_session.setMarkDone(m_mark.id, true);
        settle({});
    }
}

void MarkTargets::settle(const MarkOutcome &outcome)
{
    if (!std::exchange(m_done, true))
        Q_EMIT settled(outcome);
}

} // namespace seamfinder
