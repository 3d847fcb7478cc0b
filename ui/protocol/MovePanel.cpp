#include "ui/protocol/MovePanel.h"

#include "core/catalogue/StudySession.h"
#include "core/interview/InterviewData.h"
#include "core/interview/ProtocolMove.h"
#include "ui/common/Deliver.h"
#include "ui/common/ErrorDetail.h"
#include "ui/common/SectionHeading.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype longestText = 120;

QString shortened(QString text)
{
    text = text.simplified();
    return text.size() > longestText ? text.left(longestText) + u'…' : text;
}
} // namespace

MovePanel::MovePanel(StudySession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_heading(
          new SectionHeading(tr("Move an interview to a newer version"), SectionHeading::Level::Pane, this))
    , m_which(new QComboBox(this))
    , m_summary(new QLabel(this))
    , m_answers(new QTreeWidget(this))
    , m_move(new QPushButton(tr("Move the interview"), this))
    , m_cancel(new QPushButton(tr("Leave it as it is"), this))
{
    setObjectName(u"movePanel"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(28, 20, 28, 20);
    column->setSpacing(10);
    auto *name = new QLabel(tr("Intervie&w"), this);
    name->setBuddy(m_which);
    m_which->setObjectName(u"moveInterview"_s);
    m_which->setAccessibleName(tr("Interview"));
    m_which->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_summary->setObjectName(u"moveSummary"_s);
    m_summary->setWordWrap(true);
    m_answers->setObjectName(u"moveAnswers"_s);
    m_answers->setAccessibleName(tr("What becomes of the answers"));
    m_answers->setHeaderLabels({tr("What becomes of it"), tr("Question"), tr("Answer")});
    m_answers->setRootIsDecorated(false);
    m_answers->setUniformRowHeights(true);
    m_move->setObjectName(u"moveNow"_s);
    m_cancel->setObjectName(u"moveCancel"_s);
    column->addWidget(m_heading);
    auto *line = new QHBoxLayout;
    line->addWidget(name);
    line->addWidget(m_which);
    line->addStretch(1);
    column->addLayout(line);
    column->addWidget(m_summary);
    column->addWidget(m_answers, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_move);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addStretch(0);
    connect(m_which, &QComboBox::currentIndexChanged, this, &MovePanel::preview);
    connect(m_move, &QPushButton::clicked, this, &MovePanel::move);
    connect(m_cancel, &QPushButton::clicked, this, &MovePanel::cancelled);
}

void MovePanel::begin(ProtocolId protocol, InterviewId chosen)
{
    m_to = readNewestVersion(m_session.reader(), protocol);
    m_heading->setNote(m_to ? tr("%1, version %2").arg(m_to->title).arg(m_to->number) : QString());
    list(protocol, chosen);
    m_which->setFocus(Qt::OtherFocusReason);
}

void MovePanel::list(ProtocolId protocol, InterviewId chosen)
{
    Connection &db = m_session.reader();
    m_interviews.clear();
    QSet<ProtocolVersionId> older;
    for (const ProtocolEntry &entry : readProtocolEntries(db)) {
        if (m_to && entry.protocol == protocol && !entry.isDraft() && entry.number < m_to->number)
            older.insert(entry.id);
    }
    for (const Interview &each : readInterviewNames(db)) {
        if (older.contains(each.version))
            m_interviews.append(each);
    }
    const QSignalBlocker quiet(m_which);
    m_which->clear();
    for (const Interview &each : std::as_const(m_interviews)) {
        const QString who = each.pseudonyms.isEmpty() ? tr("Interview") : each.pseudonyms.join(u", "_s);
        m_which->addItem(tr("%1, version %2").arg(who).arg(each.protocolNumber), each.id.value);
    }
    m_which->setCurrentIndex(qMax(0, m_which->findData(chosen.value)));
    m_which->setEnabled(m_interviews.size() > 1);
    preview();
}

const Interview *MovePanel::interview() const
{
    const int at = m_which->currentIndex();
    return at >= 0 && at < m_interviews.size() ? &m_interviews[at] : nullptr;
}

void MovePanel::say(const QString &sentence)
{
    m_summary->setText(sentence);
    m_answers->clear();
    m_answers->hide();
    m_move->setEnabled(false);
}

void MovePanel::preview()
{
    const auto ticket = m_generation.next();
    const Interview *chosen = interview();
    if (!chosen || !m_to) {
        say(tr("Every interview of this protocol follows its newest version already."));
        return;
    }
    if (const QString reason = whyNotMoved(*chosen); !reason.isEmpty()) {
        say(reason);
        return;
    }
    say({});
    const auto read = [id = chosen->id, to = m_to->id](Connection &db) {
        const auto position = readPosition(db, id);
        return planMove(InterviewData::read(db, id), readMoveVersions(db, id, to),
                        position ? refOf(position->place) : QuestionRef{});
    };
    deliver(
        m_session.jobs().run(ticket, read), ticket, this, [this](const ProtocolMove &move) { show(move); },
        [this](const std::exception_ptr &error) {
            Q_EMIT failed(tr("What the move would do could not be read; nothing was changed."),
                          errorDetail(error));
        });
}

void MovePanel::show(const ProtocolMove &move)
{
    const QLocale locale;
    QStringList sentences{tr("Answers that stay what they are: %1.").arg(locale.toString(move.kept))};
    if (!move.others.isEmpty())
        sentences.append(
            tr("Answers to look at: %1. None of them is deleted.").arg(locale.toString(move.others.size())));
    if (!move.newRequired.isEmpty())
        sentences.append(
            tr("Required now and not answered yet: %1.").arg(locale.toString(move.newRequired.size())));
    if (!move.newQuestions.isEmpty())
        sentences.append(tr("Other new questions: %1.").arg(locale.toString(move.newQuestions.size())));
    if (!move.position.question.isEmpty())
        sentences.append(
            tr("You will stand at “%1”.")
                .arg(move.positionText.isEmpty() ? move.position.question : shortened(move.positionText)));
    sentences.append(tr("Undo takes all of it back."));
    m_summary->setText(sentences.join(u' '));
    m_answers->clear();
    for (const MovedAnswer &answer : move.others) {
        const QString fate = answer.fate == MovedAnswer::Fate::NoLongerAsked ? tr("kept, but no longer asked")
                             : answer.fate == MovedAnswer::Fate::BecomesNote
                                 ? tr("does not fit any more: becomes a note")
                                 : tr("stays in the field that it is in");
        auto *row =
            new QTreeWidgetItem(m_answers, {fate, shortened(answer.question), shortened(answer.text)});
        row->setToolTip(2, answer.text);
    }
    for (const QString &question : move.newRequired)
        new QTreeWidgetItem(m_answers, {tr("required now"), shortened(question), {}});
    for (const QString &question : move.newQuestions)
        new QTreeWidgetItem(m_answers, {tr("new"), shortened(question), {}});
    for (int column = 0; column < 2; ++column)
        m_answers->resizeColumnToContents(column);
    m_answers->setVisible(m_answers->topLevelItemCount() > 0);
    m_move->setEnabled(m_session.isWritable());
}

void MovePanel::move()
{
    const Interview *chosen = interview();
    if (!chosen || !m_move->isEnabled())
        return;
    m_move->setEnabled(false);
    const QString who = chosen->pseudonyms.join(u", "_s);
    const QString label = tr("Move the interview with %1 to version %2").arg(who).arg(m_to->number);
    const QString sentence = tr("The interview with %1 goes on with version %2.").arg(who).arg(m_to->number);
    afterCommit(
        m_session.perform({.label = label, .place = toText(chosen->id)},
                          [id = chosen->id, to = m_to->id](Edit &edit) { moveInterview(edit, id, to); }),
        this, [this, sentence, id = chosen->id](const Commit &) { Q_EMIT moved(sentence, id); },
        [this] { m_move->setEnabled(true); });
}

} // namespace seamfinder
