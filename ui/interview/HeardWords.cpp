#include "ui/interview/HeardWords.h"

#include "core/interview/InterviewSession.h"
#include "ui/common/FieldWrites.h"
#include "ui/common/UndoStep.h"

#include <algorithm>

namespace seamfinder {

HeardWords::HeardWords(InterviewSession &session, const Mark &mark, QWidget *parent)
    : AutoGrowTextEdit(parent)
    , m_session(session)
    , m_mark(mark)
{
    setLineLimits(2, 8);
    setPlaceholderText(tr("What was said then"));
    setAccessibleName(placeholderText());
    setObjectName(QStringLiteral("heardWords"));
    // Of who comes back at once, they are still on their way to the file.
    const FieldContent *waiting = FieldWrites::of(session.study()).waiting(key());
    setTextQuietly(waiting ? waiting->value.toString() : mark.words.quote);
    setReadOnly(!session.isWritable());
    m_written = toPlainText().trimmed();
    connect(&m_pause, &TypingPause::due, this, [this] {
        m_pause.stop();
        const bool mayBeALine = m_written.isEmpty() && toPlainText().trimmed().size() == 1;
        if (!mayBeALine) // a digit alone, and Enter, is no word
            write();
    });
    connect(this, &AutoGrowTextEdit::edited, &m_pause, &TypingPause::typed);
    connect(this, &AutoGrowTextEdit::left, this, &HeardWords::flush);
    connect(&session, &InterviewSession::changed, this, &HeardWords::refresh);
    setFirstUndoBeyond(true);
    connect(this, &AutoGrowTextEdit::undoBeyondField, this, [this] {
        flush();
        UndoStep::of(m_session.study()).undo();
    });
    connect(this, &AutoGrowTextEdit::redoBeyondField, this, [this] {
        flush();
        UndoStep::of(m_session.study()).redo();
    });
}

HeardWords::~HeardWords()
{
    disconnect(this, &AutoGrowTextEdit::left, this, nullptr); // it would be said when half of this is gone
    flush();
}

bool HeardWords::isFor(const Mark &mark)
{
    return mark.words.quote.isEmpty() || exampleOf(mark) || (!mark.words.source && mark.words.start < 0);
}

void HeardWords::flush()
{
    if (m_pause.isActive())
        write();
}

Passage HeardWords::passage() const
{
    Passage words{.quote = toPlainText().trimmed(), .speaker = m_mark.words.speaker};
    if (exampleOf(m_mark)) {
        words.sourceKind = m_mark.words.sourceKind;
        words.source = m_mark.words.source;
    }
    return words;
}

QString HeardWords::key() const
{
    return toText(m_mark.id) + QStringLiteral("/words");
}

void HeardWords::write()
{
    m_pause.stop();
    if (!m_session.isWritable())
        return;
    const Passage words = passage();
    if (words.quote == std::exchange(m_written, words.quote))
        return;
    FieldWrites::of(m_session.study())
        .perform(key(), {.label = tr("Words of a mark"), .place = toText(m_mark.id), .visit = key()},
                 {.value = words.quote},
                 [mark = m_mark.id, words](Edit &edit) { setMarkWords(edit, mark, words); });
}

void HeardWords::refresh()
{
    setReadOnly(!m_session.isWritable());
    if (m_pause.isActive() || FieldWrites::of(m_session.study()).waiting(key()))
        return;
    const QVector<Mark> &marks = m_session.data().marks;
    const auto mark =
        std::find_if(marks.begin(), marks.end(), [this](const Mark &each) { return each.id == m_mark.id; });
    // Blanks at the ends are not kept, but one that has just been typed stays under the caret.
    if (mark == marks.end() || mark->words.quote == m_written)
        return;
    m_written = mark->words.quote;
    if (m_written != toPlainText().trimmed())
        showChange(m_written);
}

} // namespace seamfinder
