#pragma once

#include "core/catalogue/ReadMarks.h"
#include "ui/common/AutoGrowTextEdit.h"
#include "ui/common/TypingPause.h"

namespace seamfinder {

class InterviewSession;

/// What was said at a mark that was dropped where no text was written: typed afterwards, from a recording or
/// from memory. Saves by itself, as the words of the mark.
class HeardWords final : public AutoGrowTextEdit
{
    Q_OBJECT

public:
    HeardWords(InterviewSession &session, const Mark &mark, QWidget *parent = nullptr);
    ~HeardWords() override;

    /// Whether the words of the mark are of no text that could change under them.
    [[nodiscard]] static bool isFor(const Mark &mark);

    void flush();
    /// Without blanks at the ends; they are whoever's the mark is.
    [[nodiscard]] Passage passage() const;

private:
    [[nodiscard]] QString key() const; ///< of the writes
    void write();
    void refresh();

    InterviewSession &m_session;
    Mark m_mark;
    QString m_written; ///< on its way to the file, or there
    TypingPause m_pause;
};

} // namespace seamfinder
