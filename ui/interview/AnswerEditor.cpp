#include "ui/interview/AnswerEditor.h"

#include "core/interview/InterviewSession.h"
#include "ui/common/Chip.h"
#include "ui/common/Colors.h"
#include "ui/common/MissingMenu.h"
#include "ui/common/TabOrder.h"
#include "ui/common/UndoStep.h"
#include "ui/interview/InterviewContext.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>
#include <utility>

namespace seamfinder {

using namespace Qt::StringLiterals;

AnswerEditor::AnswerEditor(InterviewSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_column(new QVBoxLayout(this))
    , m_missing(new Chip({}, this))
    , m_warning(new QWidget(this))
    , m_problem(new QLabel(m_warning))
    , m_unsaved(new QLabel(tr("Not saved yet. It is kept here and tried again with the next change."), this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
    m_column->addWidget(m_missing, 0, Qt::AlignLeading);
    m_column->addWidget(m_warning);
    m_column->addWidget(m_unsaved);
    m_missing->setObjectName(u"missingChip"_s);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setObjectName(u"answerProblem"_s);
    makeWarning();
    for (QWidget *widget : {static_cast<QWidget *>(m_missing), m_warning, static_cast<QWidget *>(m_unsaved)})
        widget->hide();
    // Not flush: the pause is over when it is due.
    connect(&m_pause, &TypingPause::due, this, &AnswerEditor::flushNow);
    connect(m_missing, &Chip::removeRequested, this, [this] { m_session.setMissing(m_ref, std::nullopt); });
    connect(m_missing, &QAbstractButton::clicked, this,
            [this] { m_session.setMissing(m_ref, std::nullopt); });
    connect(&session, &InterviewSession::changed, this, &AnswerEditor::refresh);
    connect(&session, &InterviewSession::currentChanged, this, [this] {
        if (m_menu)
            m_menu->close(); // it would lie over another question
    });
    connect(&session, &InterviewSession::writeFailed, this, [this](const QuestionRef &failed) {
        if (failed == m_ref)
            m_unsaved->show();
    });
}

AnswerEditor::~AnswerEditor()
{
    disconnect(this, &AnswerEditor::wordsKept, nullptr, nullptr); // who hears it is half gone as well
    settle();
    // The input goes after this, and would say that it was left.
    if (m_input)
        m_input->disconnect(this);
    flush();
}

/// With the sign that the outline has for it: a hint looks otherwise.
void AnswerEditor::makeWarning()
{
    const Colors::Pair &tone = colorsFor(this).warning;
    QPalette colors = palette();
    colors.setColor(QPalette::Window, tone.background);
    colors.setColor(QPalette::WindowText, tone.text);
    m_warning->setPalette(colors);
    m_warning->setAutoFillBackground(true);
    m_warning->setObjectName(u"answerWarning"_s);
    auto *sign = new QLabel(u"!"_s, m_warning);
    QFont bold = sign->font();
    bold.setBold(true);
    sign->setFont(bold);
    auto *line = new QHBoxLayout(m_warning);
    line->setContentsMargins(10, 4, 10, 4);
    line->setSpacing(8);
    line->addWidget(sign, 0, Qt::AlignTop);
    line->addWidget(m_problem, 1);
}

const Step *AnswerEditor::step() const
{
    const int index = m_session.flow().indexOf(m_ref);
    return index < 0 ? nullptr : &m_session.flow().steps()[index];
}

bool AnswerEditor::takesMissing() const
{
    const Step *now = step();
    return now && takesAnswer(now->question->type) && m_session.isWritable();
}

void AnswerEditor::showQuestion(const QuestionRef &ref)
{
    if (ref == m_ref) {
        refresh();
        return;
    }
    settle();
    m_told.clear();
    m_kept.clear(); // from here on it is the note's own
    m_ref = ref;
    m_unsaved->hide();
    if (m_input) {
        m_input->disconnect(this);
        m_input->hide();
        m_input->deleteLater();
        m_input = nullptr;
    }
    const Step *now = step();
    m_input = now ? makeAnswerInput(*now, this) : nullptr;
    if (m_input) {
        m_column->insertWidget(0, m_input);
        orderTabs(this);
        setFocusProxy(m_input);
        m_input->setReadOnly(!m_session.isWritable());
        connect(m_input, &AnswerInput::typed, &m_pause, &TypingPause::typed);
        connect(m_input, &AnswerInput::chosen, this, &AnswerEditor::write);
        connect(m_input, &AnswerInput::confirmed, this, &AnswerEditor::confirmed);
        connect(m_input, &AnswerInput::left, this, [this] {
            flush();
            m_session.endVisit();
        });
        connect(m_input, &AnswerInput::undoBeyondField, this, [this] {
            flush();
            m_session.endVisit();
            UndoStep::of(m_session.study()).undo();
        });
        connect(m_input, &AnswerInput::redoBeyondField, this, [this] {
            flush();
            m_session.endVisit();
            UndoStep::of(m_session.study()).redo();
        });
    } else {
        setFocusProxy(nullptr);
    }
    refresh();
}

void AnswerEditor::refresh()
{
    const Step *now = step();
    if (!now)
        return;
    const Flow &flow = m_session.flow();
    const auto missing = m_session.missing(m_ref);
    m_missing->setVisible(missing.has_value());
    if (missing)
        m_missing->setText(QCoreApplication::translate("MissingCode", info(*missing).label));
    const QString problem = m_session.answers().isOfEach(m_ref)
                                ? flow.problemWith(*now, m_session.answers().valueOfSpeaker(m_ref))
                                : now->problem;
    m_problem->setText(problem);
    m_warning->setVisible(!problem.isEmpty());
    if (!m_input)
        return;
    m_input->setReadOnly(!m_session.isWritable());
    m_input->setName(flow.say(*now));
    m_input->setChoices(choicesToOffer(flow, *now));
    m_input->setSuggestion(now->suggested);
    // Never under the hands of who is typing: what is being typed is written next, and shown then.
    if (!m_pause.isActive() && !m_input->composing()) {
        m_input->showValue(m_session.lastAnswer(m_ref));
        m_unsaved->setVisible(m_session.isKept(m_ref));
    }
}

void AnswerEditor::flush()
{
    if (m_input)
        m_input->takeWaiting();
    if (m_pause.isActive())
        flushNow();
    // Words that may still find a choice wait in the note, too: here the program may be closed.
    if (m_input && !m_input->composing()) {
        keep(m_input->unfinished());
        hold({});
    }
}

void AnswerEditor::settle()
{
    if (m_input)
        m_input->settle();
    flush();
    const QString words = m_input ? m_input->unfinished() : QString();
    if (std::exchange(m_told, words) == words || words.isEmpty() || words != m_kept ||
        !m_input->refused().isEmpty()) // that was said while it was typed
        return;
    if (const Step *now = step())
        Q_EMIT wordsKept(seamfinder::keptInNote(m_session.flow(), *now, words));
}

void AnswerEditor::letGo()
{
    settle();
    m_kept.clear(); // the line is the note's own
    m_told.clear();
    if (m_input)
        m_input->clearSearch();
}

void AnswerEditor::flushNow()
{
    if (m_input && m_input->composing()) {
        m_pause.putOff();
        return;
    }
    write();
}

void AnswerEditor::write()
{
    m_pause.stop();
    if (m_input && m_input->value() != m_session.lastAnswer(m_ref))
        m_session.answer(m_ref, m_input->value(), m_input->caret());
    // At each moment they are in one of both.
    if (m_input && m_input->refused().isEmpty())
        hold(m_input->unfinished());
    keepRefused();
    if (m_input && !m_input->refused().isEmpty())
        hold({});
}

/// What may still find a choice is no note yet, but in the file.
void AnswerEditor::hold(const QString &words)
{
    m_session.setSearched(u"answer "_s + m_ref.toText(), words, 0, m_ref);
}

void AnswerEditor::keep(const QString &words)
{
    if (!m_session.isWritable() || (words.isEmpty() && m_kept.isEmpty()))
        return;
    const QString note = m_session.lastNote(m_ref);
    QStringList lines = note.isEmpty() ? QStringList() : note.split(u'\n');
    if (words != m_kept) {
        if (const qsizetype before = m_kept.isEmpty() ? -1 : lines.lastIndexOf(m_kept); before >= 0)
            lines.removeAt(before);
        m_kept.clear();
    }
    if (!words.isEmpty() && !lines.contains(words)) {
        lines.append(words);
        m_kept = words;
    }
    if (const QString now = lines.join(u'\n'); now != note)
        m_session.setNote(m_ref, now);
}

void AnswerEditor::takeSuggestion()
{
    const Step *now = step();
    if (now && !now->answered && !now->suggested.isBlank() && m_input && m_input->value().isBlank() &&
        m_input->unfinished().isEmpty())
        m_session.answer(m_ref, now->suggested);
}

void AnswerEditor::setCaret(int caret)
{
    if (m_input)
        m_input->setCaret(caret);
}

void AnswerEditor::toggleMissing()
{
    if (!takesMissing())
        return;
    flush();
    if (m_session.missing(m_ref)) {
        m_session.setMissing(m_ref, std::nullopt);
        return;
    }
    // Of the question that it was opened for, whatever is asked by the time that a line is picked.
    m_menu =
        makeMissingMenu(this, [this, ref = m_ref](MissingCode code) { m_session.setMissing(ref, code); });
    m_menu->popup(mapToGlobal(QPoint(0, qMin(height(), 3 * fontMetrics().height()))));
}

} // namespace seamfinder
