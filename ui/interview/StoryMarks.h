#pragma once

#include "core/catalogue/ReadMarks.h"

#include <QWidget>

class QListWidget;
class QVBoxLayout;

namespace seamfinder {

class InterviewSession;
class MarkTranscript;
struct InterviewTime;

/// While an example is finished: what was marked of it, with the words, done or not. Enter (or a click) opens
/// the place in the transcript below, where there is one. Hidden where nothing was marked.
class StoryMarks final : public QWidget
{
    Q_OBJECT

public:
    StoryMarks(InterviewSession &session, ExampleId example, QWidget *parent = nullptr);

    /// Looks for words in the transcript, where one is shown.
    void find();
    /// Opens the transcript at the mark that is selected, and goes into it. False if there is none.
    bool openTranscript();

private:
    void refresh();
    void open(int row);
    [[nodiscard]] QString lineOf(const Mark &mark, const InterviewTime &time) const;

    InterviewSession &m_session;
    ExampleId m_example;
    QVector<Mark> m_marks;
    QStringList m_shown;
    QListWidget *m_list;
    QVBoxLayout *m_column;
    MarkTranscript *m_transcript = nullptr;
};

} // namespace seamfinder
