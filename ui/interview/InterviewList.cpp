#include "ui/interview/InterviewList.h"

#include "core/catalogue/EditStudy.h"
#include "core/catalogue/StudySession.h"
#include "ui/common/SectionHeading.h"

#include <QComboBox>
#include <QDateTime>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

QString interviewStateLabel(const QString &state)
{
    if (state == interview_state::planned)
        return InterviewList::tr("planned");
    if (state == interview_state::inProgress)
        return InterviewList::tr("in progress");
    if (state == interview_state::paused)
        return InterviewList::tr("paused");
    if (state == interview_state::complete)
        return InterviewList::tr("complete");
    return InterviewList::tr("withdrawn");
}

InterviewList::InterviewList(StudySession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_pseudonym(new QLineEdit(this))
    , m_protocol(new QComboBox(this))
    , m_start(new QPushButton(tr("Start the interview"), this))
    , m_list(new QTreeWidget(this))
    , m_listHeading(new SectionHeading(tr("Interviews"), SectionHeading::Level::Part, this))
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setSpacing(10);
    column->addWidget(new SectionHeading(tr("New interview"), SectionHeading::Level::Pane, this));
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    auto *who = new QLabel(tr("&Participant"), this);
    auto *what = new QLabel(tr("P&rotocol"), this);
    who->setBuddy(m_pseudonym);
    what->setBuddy(m_protocol);
    m_pseudonym->setFixedWidth(fontMetrics().averageCharWidth() * 16);
    m_pseudonym->setObjectName(u"pseudonym"_s);
    m_pseudonym->setAccessibleName(tr("Participant's pseudonym"));
    m_protocol->setAccessibleName(tr("Protocol"));
    m_protocol->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_protocol->setMinimumContentsLength(26);
    m_start->setObjectName(u"startInterview"_s);
    m_start->setDefault(true);
    line->addWidget(who);
    line->addWidget(m_pseudonym);
    line->addSpacing(8);
    line->addWidget(what);
    line->addWidget(m_protocol, 1);
    line->addWidget(m_start);
    column->addLayout(line);
    auto *hint = new QLabel(tr("A pseudonym is enough; everything else can wait. A participant who is here "
                               "already gets one more interview."),
                            this);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(hint);
    auto *practice = new QPushButton(tr("Try it first: three minutes, nothing is kept"), this);
    practice->setFlat(true);
    practice->setObjectName(u"tryInterview"_s);
    column->addWidget(practice, 0, Qt::AlignLeading);
    column->addSpacing(16);
    column->addWidget(m_listHeading);
    column->addWidget(m_list, 1);

    m_list->setObjectName(u"interviews"_s);
    m_list->setAccessibleName(tr("Interviews"));
    m_list->setHeaderLabels(
        {tr("Participant"), tr("State"), tr("Date"), tr("Protocol"), tr("Examples"), tr("Gaps")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::Interactive);
    m_list->header()->setSectionResizeMode(3, QHeaderView::Stretch);
    page->setMaximumWidth(940);
    auto *whole = new QHBoxLayout(this);
    whole->setContentsMargins(28, 20, 28, 20);
    whole->addStretch(1);
    whole->addWidget(page, 100);
    whole->addStretch(1);

    setEnabled(true);
    m_start->setEnabled(session.isWritable());
    connect(m_start, &QPushButton::clicked, this, &InterviewList::start);
    connect(m_pseudonym, &QLineEdit::returnPressed, this, &InterviewList::start);
    connect(practice, &QPushButton::clicked, this, &InterviewList::tryRequested);
    connect(m_list, &QTreeWidget::itemActivated, this, &InterviewList::openCurrent);
    connect(&session, &StudySession::committed, this, [this](const Commit &commit) {
        const bool concerns = commit.touches("interview"_L1) || commit.touches("participant"_L1) ||
                              commit.touches("example"_L1) || commit.touches("gap"_L1);
        if (concerns && isVisible())
            refresh();
    });
    refresh();
}

void InterviewList::refresh()
{
    Connection &db = m_session.reader();
    const qint64 before =
        m_list->currentItem() ? m_list->currentItem()->data(0, Qt::UserRole).toLongLong() : 0;
    m_list->clear();
    for (const Interview &interview : readInterviews(db)) {
        QStringList names(interview.pseudonyms.begin(), interview.pseudonyms.end());
        const QString date =
            interview.date
                ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(*interview.date), QLocale::ShortFormat)
                : QString();
        auto *item = new QTreeWidgetItem(
            m_list, {names.join(u", "_s), interviewStateLabel(interview.state), date, interview.protocolTitle,
                     QString::number(interview.examples), QString::number(interview.gaps)});
        item->setData(0, Qt::UserRole, interview.id.value);
        for (int column : {4, 5})
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        if (interview.id.value == before || !m_list->currentItem())
            m_list->setCurrentItem(item);
    }
    const int count = m_list->topLevelItemCount();
    m_listHeading->setVisible(count > 0);
    m_list->setVisible(count > 0);
    m_listHeading->setNote(QString::number(count));
    const QVariant chosen = m_protocol->currentData();
    m_protocol->clear();
    for (const ProtocolVersion &version : readProtocolVersions(db))
        m_protocol->addItem(version.number > 1 ? tr("%1, version %2").arg(version.title).arg(version.number)
                                               : version.title,
                            version.id.value);
    const int row =
        chosen.isValid() ? m_protocol->findData(chosen) : m_protocol->findText(u"60"_s, Qt::MatchContains);
    m_protocol->setCurrentIndex(qMax(0, row));
    if (!m_pseudonym->isModified())
        m_pseudonym->setText(nextPseudonym(db));
}

void InterviewList::focusNew()
{
    m_pseudonym->setText(nextPseudonym(m_session.reader()));
    m_pseudonym->setModified(false);
    m_pseudonym->setFocus(Qt::ShortcutFocusReason);
    m_pseudonym->selectAll();
}

void InterviewList::start()
{
    const QString pseudonym = m_pseudonym->text().trimmed();
    const ProtocolVersionId version{m_protocol->currentData().toLongLong()};
    if (pseudonym.isEmpty() || !version || !m_start->isEnabled())
        return;
    m_start->setEnabled(false);
    const auto made = std::make_shared<InterviewId>();
    const QPointer<InterviewList> self(this);
    m_session
        .perform({tr("New interview with %1").arg(pseudonym)},
                 [pseudonym, version, made](Edit &edit) {
                     ParticipantId participant{};
                     for (const Participant &each : readParticipants(edit.db())) {
                         if (each.pseudonym.compare(pseudonym, Qt::CaseInsensitive) == 0)
                             participant = each.id;
                     }
                     if (!participant)
                         participant = createParticipant(edit, pseudonym);
                     *made = createInterview(edit, version, {participant});
                 })
        .then([self, made](const Commit &) {
            if (!self)
                return;
            self->m_start->setEnabled(true);
            self->m_pseudonym->setModified(false);
            Q_EMIT self->openRequested(*made);
        })
        .onFailed([self](const Error &error) {
            if (!self)
                return;
            self->m_start->setEnabled(true);
            Q_EMIT self->failed(error.detail());
        });
}

void InterviewList::openCurrent()
{
    if (const QTreeWidgetItem *item = m_list->currentItem())
        Q_EMIT openRequested(InterviewId{item->data(0, Qt::UserRole).toLongLong()});
}

} // namespace seamfinder
