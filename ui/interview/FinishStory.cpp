#include "ui/interview/FinishStory.h"

#include "core/catalogue/ExampleFacts.h"
#include "core/domain/Fields.h"
#include "core/domain/ReadBackHtml.h"
#include "core/interview/InterviewSession.h"
#include "core/interview/WordsAround.h"
#include "core/protocol/SpokenLabels.h"
#include "ui/common/EditedRow.h"
#include "ui/common/EvidenceList.h"
#include "ui/common/FieldEditor.h"
#include "ui/common/SectionHeading.h"
#include "ui/common/TellerButton.h"
#include "ui/common/TypedText.h"
#include "ui/interview/ExampleLabel.h"
#include "ui/interview/HeardWords.h"
#include "ui/interview/MarkStrip.h"
#include "ui/interview/MarkTranscript.h"
#include "ui/interview/NewTranscript.h"
#include "ui/interview/RecordingStrip.h"
#include "ui/interview/StoryMarks.h"
#include "ui/interview/TranscriptView.h"

#include <algorithm>
#include <QApplication>
#include <QLabel>
#include <QPointer>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

FinishStory::FinishStory(InterviewSession &session, Messages &messages, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_messages(messages)
    , m_column(new QVBoxLayout(this))
    , m_heading(new QLabel(this))
    , m_told(new QLabel(this))
{
    QFont large = font();
    large.setPointSizeF(font().pointSizeF() * 1.3);
    m_heading->setObjectName(u"finishHeading"_s);
    m_heading->setFont(large);
    m_heading->setWordWrap(true);
    m_heading->setTextFormat(Qt::PlainText);
    m_told->setObjectName(u"finishTold"_s);
    m_told->setTextFormat(Qt::RichText);
    m_told->setWordWrap(true);
    m_told->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_told->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_column->setContentsMargins(0, 0, 16, 0);
    m_column->setSpacing(12);
    m_column->addWidget(m_heading);
    m_column->addWidget(m_told);
    m_column->addStretch(1);
    connect(&session, &InterviewSession::changed, this, &FinishStory::followTranscripts,
            Qt::QueuedConnection); // the page that asked goes
}

void FinishStory::clear()
{
    flush();
    if (m_quotes)
        m_quotes->addBegun();
    m_quotes = nullptr;
    m_editors.clear();
    setFocusProxy(nullptr);
    m_transcript = nullptr;
    m_asking = nullptr;
    m_marks = nullptr;
    m_teller = nullptr;
    m_mark.reset();
    m_example = {};
    m_heading->setToolTip({});
    while (!m_parts.isEmpty())
        removePart(m_parts.last());
    m_column->setStretch(m_column->count() - 1, 1);
}

void FinishStory::removePart(QWidget *part)
{
    m_parts.removeAll(part);
    m_column->removeWidget(part);
    part->hide();
    part->deleteLater();
}

/// A part with a stretch takes what is left of the height.
void FinishStory::addPart(QWidget *part, int stretch)
{
    m_parts.append(part);
    m_column->insertWidget(m_column->count() - 1, part, stretch);
    m_column->setStretch(m_column->count() - 1, stretch ? 0 : 1);
    part->show(); // at once: the next key may be meant for it
}

bool FinishStory::focusField(const QString &field, qint64 row)
{
    return seamfinder::focusField(m_editors, field, row);
}

bool FinishStory::listen()
{
    for (QWidget *part : std::as_const(m_parts)) {
        if (auto *recording = qobject_cast<RecordingStrip *>(part); recording && recording->isVisible()) {
            recording->listen();
            return true;
        }
    }
    return false;
}

void FinishStory::flush()
{
    for (FieldEditor *editor : std::as_const(m_editors))
        editor->flush();
    if (m_quotes)
        m_quotes->flush();
}

void FinishStory::setHtml(const QString &html)
{
    m_told->setText(html);
    m_told->setVisible(!html.isEmpty());
}

void FinishStory::showInterview(const QString &heading)
{
    clear();
    m_heading->setText(heading);
    QString html;
    for (const QString &line : notesWhere([](const Step &step) {
             return std::ranges::none_of(
                 step.instances, [](const StepInstance &each) { return each.entity == Entity::Example; });
         }))
        html += u"<p>%1</p>"_s.arg(line.toHtmlEscaped().replace(u'\n', "<br>"_L1));
    setHtml(html);
}

void FinishStory::showText(const QString &heading, const QString &text)
{
    clear();
    m_heading->setText(heading);
    setHtml(text.toHtmlEscaped());
}

void FinishStory::showMark(const Mark &mark)
{
    clear();
    m_mark = mark;
    tellMark(mark);
    // Here, so that it can be heard again while one writes beside it.
    auto *recording = new RecordingStrip(m_session, mark, this);
    const bool isThere = !recording->isHidden();
    addPart(recording, 0);
    recording->setVisible(isThere);
    addTranscript();
}

void FinishStory::showOutcome(const Mark &mark, const MarkOutcome &outcome)
{
    if (!m_mark || m_mark->id != mark.id)
        showMark(mark);
    m_example = outcome.example;
    const QString &taken = outcome.words.quote;
    if (m_transcript) {
        m_transcript->setTarget(m_example);
        m_transcript->showTaken(outcome.words);
    } else if (!taken.isEmpty() && !m_told->text().contains(taken.toHtmlEscaped())) {
        setHtml(m_told->text() +
                u"<p>%1</p>"_s.arg(
                    tr("Taken as evidence: “%1”").arg(taken).toHtmlEscaped().replace(u'\n', "<br>"_L1)));
    }
}

/// At the mark's moment; from the start beside anything else.
void FinishStory::addTranscript()
{
    auto *transcript = new MarkTranscript(m_session, this);
    if (transcript->isHidden()) {
        delete transcript;
        return;
    }
    m_transcript = transcript;
    transcript->text().setObjectName(m_mark ? u"markTranscript"_s : u"finishTranscript"_s);
    addPart(transcript, 1);
    transcript->setTarget(m_example);
    if (m_mark) {
        // Where nothing was noted, what was said then is what it is about.
        const Passage noted = passageOf(*m_mark, wordsAround(*m_mark, m_session.answers()));
        transcript->showMoment(*m_mark, noted.quote.isEmpty());
    }
}

void FinishStory::showTranscript()
{
    if (!m_transcript && m_marks && m_marks->openTranscript())
        return;
    if (!m_transcript && !m_asking)
        addTranscript();
    if (m_transcript) {
        m_transcript->text().setFocus(Qt::OtherFocusReason);
        return;
    }
    if (!m_asking) {
        m_asking = new NewTranscript(m_session, m_messages, this);
        m_asking->setSentence(tr("Paste it or open a text file; it is shown here."));
        addPart(m_asking, 1);
    }
    m_asking->setFocus(Qt::OtherFocusReason);
}

/// One was added, or taken back.
void FinishStory::followTranscripts()
{
    if (!m_asking && !m_transcript)
        return;
    const QVector<Transcript> all = readTranscripts(m_session.study().reader(), m_session.id());
    if (m_asking && !all.isEmpty()) {
        // Asked before the page goes, and the focus with it.
        const QWidget *focus = QApplication::focusWidget();
        const bool isWanted = !focus || isAncestorOf(focus);
        removePart(std::exchange(m_asking, nullptr));
        Q_EMIT transcriptAdded(isWanted);
    } else if (m_transcript) {
        const TranscriptId shown = m_transcript->text().transcript().id;
        const bool isThere =
            std::any_of(all.begin(), all.end(), [shown](const Transcript &each) { return each.id == shown; });
        if (!isThere) {
            removePart(std::exchange(m_transcript, nullptr));
            m_column->setStretch(m_column->count() - 1, 1);
        }
    }
}

void FinishStory::find()
{
    if (m_transcript)
        m_transcript->find();
    if (m_marks)
        m_marks->find();
}

void FinishStory::tellMark(const Mark &mark)
{
    m_heading->setText(
        tr("%1  %2, %3").arg(signOf(mark.kind), nameOf(mark.kind), momentOf(mark, m_session.time())));
    m_heading->setToolTip(timeOfDay(mark));
    const Flow &flow = m_session.flow();
    const int index = flow.indexOf(refOf(mark.place));
    const WordsAround around = wordsAround(mark, m_session.answers());
    QString html;
    if (m_session.data().example(exampleOf(mark).value))
        html +=
            u"<p>%1</p>"_s.arg(tr("While %1 was written down")
                                   .arg(shownNameQuoted(m_session, Entity::Example, exampleOf(mark).value))
                                   .toHtmlEscaped());
    else if (index >= 0)
        html += u"<p>%1</p>"_s.arg(tr("Asked: %1").arg(flow.say(flow.steps()[index])).toHtmlEscaped());
    // What was typed at the mark stands beside this, in its field.
    const bool isTyped = HeardWords::isFor(mark) && !mark.words.quote.isEmpty();
    if (!around.isEmpty() && !isTyped) {
        const QString marked = around.marked.isEmpty() ? signOf(mark.kind) : around.marked;
        html += u"<p>%1<b>%2</b>%3</p>"_s.arg(around.before.toHtmlEscaped(), marked.toHtmlEscaped(),
                                              around.after.toHtmlEscaped());
    }
    setHtml(html);
}

void FinishStory::showExample(const EditorContext &context, EditedRow *row)
{
    clear();
    m_example = ExampleId{row->id()};
    auto *example = new QWidget(this);
    auto *column = new QVBoxLayout(example);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_teller = new TellerButton(context.session, example);
    m_teller->setEnabled(context.isWritable());
    column->addWidget(m_teller, 0, Qt::AlignLeading);
    for (const Field *field : {&fields::example::title, &fields::example::story}) {
        auto *editor = new FieldEditor(context, *field, row, FieldEditor::Look::Block, example);
        m_editors.append(editor);
        column->addWidget(editor);
    }
    setFocusProxy(m_editors.first());
    column->addWidget(new SectionHeading(tr("Quotes"), SectionHeading::Level::Part, example));
    m_quotes = new EvidenceList(context, example);
    m_quotes->setObjectName(u"finishQuotes"_s);
    m_quotes->setTarget(row->id());
    column->addWidget(m_quotes);
    m_marks = new StoryMarks(m_session, ExampleId{row->id()}, example);
    column->addWidget(m_marks);
    addNotes(m_example, *column);
    addPart(example, 0);
    connect(row, &EditedRow::changed, example, [this, row] { showSentence(*row); });
    // The language may change meanwhile.
    connect(&m_session, &InterviewSession::changed, example, [this, row = QPointer(row)] {
        if (row)
            showSentence(*row);
    });
    showSentence(*row);
}

/// What was noted at questions, of each who has a note of their own: also words that no list has had.
QStringList FinishStory::notesWhere(const std::function<bool(const Step &)> &isMeant) const
{
    const Interview &interview = m_session.data().interview;
    QStringList lines;
    for (const Step &step : m_session.flow().steps()) {
        if (!step.relevant || !isMeant(step))
            continue;
        const QString asked = m_session.flow().say(step).simplified();
        const bool ofEach = m_session.answers().hasRowOfEach(step.ref);
        for (qsizetype i = 0; i < (ofEach ? interview.participants.size() : 1); ++i) {
            const QString note =
                m_session.lastNote(step.ref, ofEach ? interview.participants[i] : ParticipantId{}).trimmed();
            if (!note.isEmpty())
                lines += ofEach ? tr("Note on “%1”, %2: %3", "question, who, note")
                                      .arg(asked, interview.pseudonyms.value(i), note)
                                : tr("Note on “%1”: %2", "question, note").arg(asked, note);
        }
    }
    return lines;
}

QString FinishStory::notesOn(ExampleId example) const
{
    return notesWhere([example](const Step &step) {
               return std::ranges::any_of(
                   step.instances, [example](const StepInstance &each) { return each.id == example.value; });
           })
        .join(u'\n');
}

void FinishStory::addNotes(ExampleId example, QVBoxLayout &column)
{
    auto *notes = new QLabel(this);
    notes->setObjectName(u"finishNotes"_s);
    notes->setWordWrap(true);
    notes->setTextFormat(Qt::PlainText);
    notes->setTextInteractionFlags(Qt::TextSelectableByMouse);
    notes->setForegroundRole(QPalette::PlaceholderText);
    column.addWidget(notes);
    const auto show = [this, notes, example] {
        notes->setText(notesOn(example));
        notes->setVisible(!notes->text().isEmpty());
    };
    connect(&m_session, &InterviewSession::changed, notes, show);
    show();
}

void FinishStory::nextTeller()
{
    flush(); // what was typed is of who told until now
    if (m_teller)
        m_teller->next();
}

bool FinishStory::typeOn(QKeyEvent &event)
{
    return !m_editors.isEmpty() && typeOnIn(*m_editors.last(), event);
}

void FinishStory::showSentence(const EditedRow &row)
{
    const ExampleRecord *example = row.example();
    if (!example || m_example != example->exampleId())
        return; // the page of another one goes only in a moment, and still hears of changes
    m_teller->showTeller(*example);
    m_heading->setText(shownName(m_session, Entity::Example, example->id));
    // In the language in which it was asked for, and may be read back.
    const SpokenLabels &spoken = m_session.flow().spoken();
    setHtml(u"<p>%1</p>"_s.arg(readBackHtml(m_session.answers().sentence(*example, spoken),
                                            [&spoken](const Field &field) { return spoken.blank(field); })));
}

} // namespace seamfinder
