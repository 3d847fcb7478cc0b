#include "ui/interview/TranscriptView.h"

#include "core/interview/TranscriptMoment.h"
#include "core/interview/TranscriptText.h"
#include "ui/common/Colors.h"
#include "ui/common/HiddenWordAid.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QWheelEvent>

namespace seamfinder {

TranscriptView::TranscriptView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Transcript"));
    HiddenWordAid::watch(this);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] { m_keepsPlace = false; });
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] { m_keepsPlace = false; });
}

void TranscriptView::setPeople(const TranscriptPeople &people)
{
    if (people == m_people)
        return;
    m_people = people;
    colourTurns();
}

void TranscriptView::showTranscript(const Transcript &transcript)
{
    if (transcript.id == m_transcript.id)
        return;
    m_transcript = transcript;
    setPlainText(transcript.text);
    colourTurns();
}

void TranscriptView::colourTurns()
{
    const Colors &colors = colorsFor(this);
    QList<QTextEdit::ExtraSelection> marks;
    for (const SpeakerTurn &turn : speakerTurns(m_transcript.text)) {
        const bool asks = voiceOf(turn, m_people, {}).isInterviewer;
        QTextEdit::ExtraSelection label;
        label.cursor = QTextCursor(document());
        label.cursor.setPosition(int(turn.start));
        label.cursor.setPosition(int(turn.text), QTextCursor::KeepAnchor);
        label.format.setForeground(asks ? colors.mutedText : colors.accent);
        marks.append(label);
        if (asks) {
            label.cursor.setPosition(int(turn.text));
            label.cursor.setPosition(int(turn.end), QTextCursor::KeepAnchor);
            label.format.setForeground(colors.mutedText);
            marks.append(label);
        }
    }
    setExtraSelections(marks);
}

std::optional<Passage> TranscriptView::passageOf(const SaidWords &words, ParticipantId speaker) const
{
    if (!m_transcript.id || words.start == words.end)
        return std::nullopt;
    const QString &text = m_transcript.text;
    Passage passage;
    passage.sourceKind = QStringLiteral("transcript");
    passage.source = m_transcript.id.value;
    passage.start = codePointsBefore(text, words.start);
    passage.end = codePointsBefore(text, words.end);
    passage.quote = text.sliced(words.start, words.end - words.start);
    const Voice voice = voiceOf(text, words, m_people, speaker);
    passage.speaker = voice.participant;
    passage.byInterviewer = voice.isInterviewer;
    return passage;
}

std::optional<Passage> TranscriptView::selection(ParticipantId speaker) const
{
    const QTextCursor cursor = textCursor();
    return passageOf(saidWords(m_transcript.text, cursor.selectionStart(), cursor.selectionEnd()), speaker);
}

std::optional<Passage> TranscriptView::turnAtCaret(ParticipantId speaker) const
{
    return passageOf(wordsOfTurnAt(m_transcript.text, textCursor().position()), speaker);
}

void TranscriptView::goTo(const TranscriptMoment &moment, bool select)
{
    QTextCursor cursor = textCursor();
    const bool isThere = select && cursor.hasSelection() && cursor.selectionStart() == moment.start &&
                         cursor.selectionEnd() == moment.end;
    const int top = topOfSelection();
    if (isThere && isVisible() && top >= 0 && top + fontMetrics().height() <= viewport()->height())
        return;
    cursor.setPosition(int(moment.start));
    if (select)
        cursor.setPosition(int(moment.end), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    showFirstLine();
    m_keepsPlace = true;
}

int TranscriptView::topOfSelection() const
{
    QTextCursor first = textCursor();
    first.setPosition(first.selectionStart());
    return cursorRect(first).top();
}

/// A quarter of the height is for what comes before. Lines are laid out as they come into view, so that what
/// the first step brings is a guess.
void TranscriptView::showFirstLine()
{
    QScrollBar *bar = verticalScrollBar();
    bar->setValue(document()->findBlock(textCursor().selectionStart()).firstLineNumber());
    constexpr int steps = 8;
    for (int i = 0; i < steps; ++i) {
        const int lines = (topOfSelection() - viewport()->height() / 4) / fontMetrics().lineSpacing();
        const int before = bar->value();
        bar->setValue(before + lines);
        if (bar->value() == before)
            return;
    }
}

void TranscriptView::keyPressEvent(QKeyEvent *event)
{
    QPlainTextEdit::keyPressEvent(event);
    // Letters typed at a text that cannot be changed are meant for nobody who would hear them next.
    const bool isCommand = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    if (!isCommand && !event->text().isEmpty() && event->text().at(0).isPrint())
        event->accept();
}

void TranscriptView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (m_keepsPlace)
        showFirstLine(); // the size that it gets first is not the one that it has in the end
    else
        ensureCursorVisible();
}

void TranscriptView::wheelEvent(QWheelEvent *event)
{
    m_keepsPlace = false;
    QPlainTextEdit::wheelEvent(event);
}

} // namespace seamfinder
