#include "ui/interview/StoryMarks.h"

#include "core/interview/InterviewSession.h"
#include "core/interview/MarksOfExample.h"
#include "core/interview/WordsAround.h"
#include "ui/common/SectionHeading.h"
#include "ui/interview/MarkStrip.h"
#include "ui/interview/MarkTranscript.h"
#include "ui/interview/TranscriptView.h"

#include <QListWidget>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int mostLines = 6;
}

StoryMarks::StoryMarks(InterviewSession &session, ExampleId example, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_example(example)
    , m_list(new QListWidget(this))
    , m_column(new QVBoxLayout(this))
{
    m_list->setObjectName(u"storyMarks"_s);
    m_list->setAccessibleName(tr("Marks of this example"));
    m_list->setToolTip(tr("Enter opens the place in the transcript"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->addWidget(new SectionHeading(tr("Marks"), SectionHeading::Level::Part, this));
    m_column->addWidget(m_list);
    connect(m_list, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { open(m_list->row(item)); });
    connect(m_list, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem *item) { open(m_list->row(item)); });
    connect(&session, &InterviewSession::changed, this, &StoryMarks::refresh);
    refresh();
}

QString StoryMarks::lineOf(const Mark &mark, const InterviewTime &time) const
{
    const WordsAround around = wordsAround(mark, m_session.answers());
    QString words = (around.marked.isEmpty() ? around.before + around.after : around.marked).simplified();
    const Flow &flow = m_session.flow();
    const int index = flow.indexOf(refOf(mark.place));
    if (words.isEmpty() && index >= 0)
        words = tr("at: %1").arg(flow.say(flow.steps()[index]));
    return u"%1  %2  %3"_s.arg(signOf(mark.kind), momentOf(mark, time), words);
}

void StoryMarks::refresh()
{
    const ExampleRecord *example = m_session.data().example(m_example.value);
    m_marks = example ? marksOf(*example, m_session.data()) : QVector<Mark>();
    setVisible(!m_marks.isEmpty());
    const InterviewTime time = m_session.time();
    QStringList lines;
    for (const Mark &mark : std::as_const(m_marks))
        lines.append(lineOf(mark, time));
    if (lines == m_shown)
        return;
    m_shown = lines;
    m_list->clear();
    m_list->addItems(lines);
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setToolTip(lines[row] + u'\n' + timeOfDay(m_marks[row]));
    m_list->setCurrentRow(0);
    m_list->setFixedHeight(m_list->sizeHintForRow(0) * std::clamp(m_list->count(), 1, mostLines) + 4);
}

void StoryMarks::open(int row)
{
    if (row < 0 || row >= m_marks.size())
        return;
    delete m_transcript;
    m_transcript = new MarkTranscript(m_session, this);
    m_transcript->text().setObjectName(u"storyTranscript"_s);
    if (m_transcript->isHidden()) { // there is none
        delete std::exchange(m_transcript, nullptr);
        return;
    }
    m_column->addWidget(m_transcript);
    m_transcript->setTarget(m_example);
    m_transcript->showMoment(m_marks[row], true);
    if (m_marks[row].words.sourceKind == "transcript"_L1)
        m_transcript->showTaken(m_marks[row].words);
    m_transcript->show();
    m_transcript->text().setFocus(Qt::OtherFocusReason);
}

bool StoryMarks::openTranscript()
{
    if (m_transcript)
        m_transcript->text().setFocus(Qt::OtherFocusReason);
    else
        open(m_list->currentRow());
    return m_transcript;
}

void StoryMarks::find()
{
    if (m_transcript)
        m_transcript->find();
}

} // namespace seamfinder
