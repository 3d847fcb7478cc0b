#include "ui/interview/QuestionView.h"

#include "core/interview/InterviewSession.h"
#include "ui/common/AutoGrowTextEdit.h"
#include "ui/common/ElidedLabel.h"
#include "ui/common/FlowLayout.h"
#include "ui/common/Icons.h"
#include "ui/common/ScrollPane.h"
#include "ui/common/StateTag.h"
#include "ui/common/TypingPause.h"
#include "ui/interview/AnswerEditor.h"
#include "ui/interview/CardText.h"
#include "ui/interview/MarkedWords.h"
#include "ui/interview/RepeatPanel.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QToolButton>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int widestColumn = 780;

QLabel *textLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    return label;
}
} // namespace

QuestionView::QuestionView(InterviewSession &session, QWidget *parent)
    : FocusRing(parent)
    , m_session(session)
    , m_before(neighbour())
    , m_where(new ElidedLabel({}, this))
    , m_tag(new StateTag({}, Tone::Neutral, this))
    , m_say(textLabel(this))
    , m_body(textLabel(this))
    , m_do(textLabel(this))
    , m_reword(textLabel(this))
    , m_answer(new AnswerEditor(session, this))
    , m_repeat(new RepeatPanel(session, this))
    , m_noAnswer(control(tr("No answer"), u"edit-clear"_s, Qt::Key_F4, tr("Say why there is no answer")))
    , m_noteButton(control(tr("Note"), u"document-edit"_s, Qt::CTRL | Qt::ALT | Qt::Key_N,
                           tr("A note on this question")))
    , m_another(control(tr("Another"), u"list-add"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_Return,
                        tr("One more of these")))
    , m_card(control(tr("Show the card"), u"view-presentation"_s, Qt::Key_F7,
                     tr("Opens or closes the window for the participant")))
    , m_note(new AutoGrowTextEdit(this))
    , m_after(neighbour())
    , m_notePause(new TypingPause(this))
{
    setAccessibleName(tr("Question"));
    m_where->setMuted(true);
    m_say->setObjectName(u"say"_s);
    m_body->setTextFormat(Qt::MarkdownText);
    m_do->setForegroundRole(QPalette::PlaceholderText);
    m_reword->setForegroundRole(QPalette::PlaceholderText);
    m_note->setLineLimits(2, 6);
    m_note->setPlaceholderText(tr("Your own note on this question"));
    m_note->setAccessibleName(tr("Note on this question"));
    m_note->setObjectName(u"questionNote"_s);

    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    auto *top = new QHBoxLayout;
    top->addWidget(m_where, 1);
    top->addWidget(m_tag);
    auto *controls = new FlowLayout;
    for (QToolButton *button : {m_card, m_noAnswer, m_noteButton, m_another})
        controls->addWidget(button);
    column->addLayout(top);
    column->addWidget(m_say);
    column->addWidget(m_body);
    column->addWidget(m_do);
    column->addSpacing(4);
    column->addWidget(m_answer);
    column->addWidget(m_repeat);
    column->addLayout(controls);
    column->addWidget(m_note);
    column->addWidget(m_reword);
    column->addStretch(1);

    auto *scroll = new ScrollPane(this);
    auto *centred = new QWidget(scroll);
    auto *middle = new QHBoxLayout(centred);
    middle->setContentsMargins(28, 12, 28, 12);
    page->setMaximumWidth(widestColumn);
    middle->addStretch(1);
    middle->addWidget(page, 100);
    middle->addStretch(1);
    scroll->setWidget(centred);

    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_before);
    whole->addWidget(scroll, 1);
    whole->addWidget(m_after);

    setFonts();
    // Not flush: the pause is over when it is due.
    connect(m_notePause, &TypingPause::due, this, &QuestionView::writeNote);
    connect(m_note, &AutoGrowTextEdit::edited, m_notePause, &TypingPause::typed);
    connect(m_note, &AutoGrowTextEdit::left, this, [this] {
        flushNote();
        m_session.endVisit();
    });
    connect(m_note, &AutoGrowTextEdit::undoBeyondField, &session.study(), &StudySession::undo);
    connect(m_note, &AutoGrowTextEdit::redoBeyondField, &session.study(), &StudySession::redo);
    connect(m_before, &QPushButton::clicked, this, &QuestionView::goPrevious);
    connect(m_after, &QPushButton::clicked, this, &QuestionView::goNext);
    connect(m_noAnswer, &QToolButton::clicked, this, &QuestionView::toggleMissing);
    connect(m_answer, &AnswerEditor::confirmed, this, &QuestionView::goNext);
    connect(m_noteButton, &QToolButton::clicked, this, &QuestionView::editNote);
    connect(m_another, &QToolButton::clicked, this, &QuestionView::addAnother);
    connect(m_card, &QToolButton::clicked, this, &QuestionView::cardWanted);
    connect(m_repeat, &RepeatPanel::waits, this, &QuestionView::waits);
    connect(&session, &InterviewSession::changed, this, &QuestionView::refresh);
    connect(&session, &InterviewSession::currentChanged, this, [this] {
        showCurrent();
        focusAnswer();
    });
    m_before->setToolTip(tr("The question before (Ctrl+PgUp)"));
    m_after->setToolTip(tr("The next question (Ctrl+PgDn)"));
    showCurrent();
}

QPushButton *QuestionView::neighbour()
{
    auto *button = new QPushButton(this);
    button->setFlat(true);
    button->setFocusPolicy(Qt::NoFocus);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    button->setStyleSheet(u"QPushButton { text-align: left; padding: 7px 28px; border: none; }"_s);
    button->setForegroundRole(QPalette::PlaceholderText);
    QPalette muted = button->palette();
    muted.setBrush(QPalette::ButtonText, muted.brush(QPalette::PlaceholderText));
    button->setPalette(muted);
    return button;
}

QToolButton *QuestionView::control(const QString &text, const QString &iconName, const QKeySequence &keys,
                                   const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setText(tr("%1  %2").arg(text, keys.toString(QKeySequence::NativeText)));
    button->setAccessibleName(text);
    button->setIcon(icon(iconName));
    button->setToolTip(tip);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void QuestionView::setFonts()
{
    QFont say = font();
    say.setPointSizeF(font().pointSizeF() * 1.55);
    m_say->setFont(say);
    QFont body = font();
    body.setPointSizeF(font().pointSizeF() * 1.15);
    m_body->setFont(body);
}

void QuestionView::changeEvent(QEvent *event)
{
    FocusRing::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_say)
        setFonts();
}

void QuestionView::resizeEvent(QResizeEvent *event)
{
    FocusRing::resizeEvent(event);
    refresh(); // the neighbours are elided to the width
}

void QuestionView::showCurrent()
{
    flushNote();
    const Step *step = m_session.currentStep();
    if (!step)
        return;
    m_shown = step->ref;
    const bool repeat = step->question->type == QuestionType::Repeat;
    m_answer->showQuestion(m_shown);
    m_answer->setVisible(takesAnswer(step->question->type));
    m_repeat->setVisible(repeat);
    if (repeat)
        m_repeat->showRepeat(m_shown);
    const QString note = m_session.lastNote(m_shown);
    m_note->setTextQuietly(note);
    m_note->setVisible(!note.isEmpty());
    refresh();
}

void QuestionView::refresh()
{
    const Step *step = m_session.currentStep();
    if (!step)
        return;
    if (step->ref != m_shown) {
        showCurrent();
        return;
    }
    const Flow &flow = m_session.flow();
    const Section &section = flow.protocol().sections[step->section];
    QStringList where{flow.text(section.title)};
    for (const StepInstance &instance : step->instances) {
        const QString place =
            instance.count > 1 ? tr("%1 of %2").arg(instance.position).arg(instance.count) : QString();
        where.append(QStringList{place, instance.title}.filter(QRegularExpression(u"."_s)).join(u": "_s));
    }
    where.removeAll(QString());
    m_where->setText(where.join(u"  ›  "_s));
    const bool after = step->question->when == AnswerWhen::After;
    m_tag->setVisible(!step->relevant || after || section.interviewerOnly);
    m_tag->setState(!step->relevant           ? tr("not asked now")
                    : section.interviewerOnly ? tr("for you only")
                                              : tr("after the interview"),
                    step->relevant ? Tone::Neutral : Tone::Warning);

    m_say->setText(flow.say(*step));
    const auto fill = [&](QLabel *label, const TranslatableText &text, const QString &pattern) {
        const QString filled = flow.text(*step, text);
        label->setVisible(!filled.isEmpty());
        label->setText(pattern.isEmpty() ? withoutPictures(filled) : pattern.arg(filled));
    };
    fill(m_body, step->question->body, {});
    fill(m_do, step->question->hint, {});
    fill(m_reword, step->question->reword,
         section.interviewerOnly ? tr("What is meant: %1") : tr("If they ask what you mean: “%1”"));

    m_card->setVisible(step->question->type == QuestionType::Card);
    m_noAnswer->setVisible(m_answer->takesMissing());
    m_noteButton->setVisible(m_session.study().isWritable() && !m_note->isVisibleTo(this));
    m_another->setVisible(m_session.study().isWritable() && growingRepeat().has_value() &&
                          step->question->type != QuestionType::Repeat);
    const auto showNeighbour = [&](QPushButton *button, int index, const QString &arrow, const QString &end) {
        button->setEnabled(index >= 0);
        button->setText(index < 0 ? end
                                  : arrow + u"  "_s +
                                        fontMetrics().elidedText(flow.say(flow.steps()[index]).simplified(),
                                                                 Qt::ElideRight, qMax(120, width() - 90)));
    };
    showNeighbour(m_before, m_session.previousIndex(), u"↑"_s, tr("This is the beginning."));
    showNeighbour(m_after, m_session.nextIndex(), u"↓"_s,
                  tr("This is the end. Finish shows what is still open."));
    if (!m_notePause->isActive())
        m_note->setTextQuietly(m_session.lastNote(m_shown));
}

void QuestionView::focusAnswer()
{
    const Step *step = m_session.currentStep();
    if (!step)
        return;
    if (step->question->type == QuestionType::Repeat) {
        m_repeat->setFocus(Qt::OtherFocusReason);
    } else if (m_answer->input()) {
        m_answer->setCaret(m_session.caret());
        m_answer->input()->setFocus(Qt::OtherFocusReason);
    } else {
        setFocusPolicy(Qt::StrongFocus);
        setFocus(Qt::OtherFocusReason);
    }
}

void QuestionView::flush()
{
    m_answer->flush();
    flushNote();
    if (m_answer->input())
        m_session.setCaret(m_answer->input()->caret());
}

void QuestionView::flushNote()
{
    if (m_notePause->isActive())
        writeNote();
}

void QuestionView::writeNote()
{
    m_notePause->stop();
    m_session.setNote(m_shown, m_note->toPlainText());
}

void QuestionView::toggleMissing()
{
    m_answer->toggleMissing();
}

void QuestionView::editNote()
{
    m_note->show();
    m_noteButton->hide();
    m_note->setFocus(Qt::ShortcutFocusReason);
}

void QuestionView::goNext()
{
    m_answer->takeSuggestion();
    flush();
    if (m_session.nextIndex() >= 0)
        Q_EMIT waits();
    m_session.goNext();
}

void QuestionView::goPrevious()
{
    flush();
    if (m_session.previousIndex() >= 0)
        Q_EMIT waits();
    m_session.goPrevious();
}

std::optional<QuestionRef> QuestionView::growingRepeat() const
{
    const Step *step = m_session.currentStep();
    if (!step)
        return std::nullopt;
    if (step->question->type == QuestionType::Repeat)
        return step->ref;
    for (qsizetype depth = step->instances.size() - 1; depth >= 0; --depth) {
        const QuestionRef repeat{step->instances[depth].repeat->name, step->ref.instances.first(depth)};
        const int index = m_session.flow().indexOf(repeat);
        if (index < 0)
            continue;
        const Step &found = m_session.flow().steps()[index];
        if (found.maximum == 0 || found.count < found.maximum)
            return repeat;
    }
    return std::nullopt;
}

bool QuestionView::addAnother()
{
    flush();
    const auto repeat = growingRepeat();
    if (repeat) {
        Q_EMIT waits();
        m_session.addInstance(*repeat);
    }
    return repeat.has_value();
}

Passage QuestionView::wordsToMark(MarkKind kind) const
{
    const auto *field = qobject_cast<QPlainTextEdit *>(QApplication::focusWidget());
    Passage words = field ? wordsAtCaret(*field, kind) : Passage{};
    if (field && m_answer->isAncestorOf(field))
        words.sourceKind = u"answer"_s;
    else if (field == m_note)
        words.sourceKind = u"note"_s;
    else
        words.start = words.end = -1; // of a text that has no row as a source
    return words;
}

void QuestionView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F4 && event->modifiers() == Qt::NoModifier) {
        toggleMissing();
        return;
    }
    FocusRing::keyPressEvent(event);
}

} // namespace seamfinder
