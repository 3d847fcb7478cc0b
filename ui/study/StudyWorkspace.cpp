#include "ui/study/StudyWorkspace.h"

#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ReadExamples.h"
#include "core/catalogue/StudySession.h"
#include "core/domain/Fields.h"
#include "ui/common/CatalogueService.h"
#include "ui/common/CodebookCache.h"
#include "ui/common/CommandKeys.h"
#include "ui/common/Deliver.h"
#include "ui/common/Door.h"
#include "ui/common/EmptyState.h"
#include "ui/common/Icons.h"
#include "ui/common/SectionHeading.h"
#include "ui/shell/Sentences.h"
#include "ui/study/OverviewTable.h"
#include "ui/study/ParticipantPanel.h"
#include "ui/study/StudySummary.h"

#include <algorithm>
#include <QAction>
#include <QMenu>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <utility>

namespace seamfinder {

using namespace Qt::StringLiterals;

StudyWorkspace::StudyWorkspace(StudySession &session, CodebookCache &codebook, CatalogueService &catalogue,
                               Messages &messages, QWidget *parent)
    : Workspace(parent)
    , m_session(session)
    , m_codebook(codebook)
    , m_catalogue(catalogue)
    , m_messages(messages)
{
    makeActions();
    m_doors = buildDoors();
    m_overview = buildOverview();
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_overview);
    m_stack->addWidget(m_doors);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);

    m_pause.setSingleShot(true);
    m_pause.setInterval(200);
    connect(&m_pause, &QTimer::timeout, this, &StudyWorkspace::askAnew);
    for (const auto signal : {&StudySession::committed, &StudySession::undone, &StudySession::redone})
        connect(&session, signal, this, &StudyWorkspace::follow);
    catalogue.addViewer(this);
    connect(&catalogue, &CatalogueService::changed, this, &StudyWorkspace::touch);
    connect(&codebook, &CodebookCache::changed, this, &StudyWorkspace::touch);
    showCurrent();
}

StudyWorkspace::~StudyWorkspace()
{
    m_generation.next();
}

void StudyWorkspace::makeActions()
{
    const auto make = [this](const QString &name, const QString &text, const QString &iconName, auto run) {
        auto *action = new QAction(iconName.isEmpty() ? QIcon() : seamfinder::icon(iconName), text, this);
        action->setObjectName(name);
        addAction(action);
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    m_new = make(u"studyNewInterview"_s, tr("New interview"), u"list-add"_s,
                 [this] { Q_EMIT newInterviewWanted(); });
    CommandKeys::ofProgram().drive(*m_new, KeyCommand::NewInterview);
    m_addParticipant = make(u"studyAddParticipant"_s, tr("Add a participant"), u"list-add-user"_s,
                            [this] { addParticipant(); });
    m_open = make(u"studyOpenInterview"_s, tr("Open the interview"), u"document-open"_s,
                  [this] { openCurrent(); });
    m_examples = make(u"studyShowExamples"_s, tr("Show its examples in the catalogue"), {},
                      [this] { openExamples(false); });
    m_openFields = make(u"studyShowOpen"_s, tr("Show what is open in the catalogue"), {},
                        [this] { openExamples(true); });
    m_remove = make(u"studyRemove"_s, tr("Delete"), u"edit-delete"_s, [this] { removeCurrent(); });
    m_withdrawOne = new QMenu(this);
    m_withdraw = make(u"studyWithdraw"_s, tr("Withdraw the participant…"), {}, [this] {
        m_panel->flush();
        if (m_panel->participant() && !m_withdraw->menu())
            Q_EMIT withdrawalWanted(m_panel->participant());
    });
    m_new->setEnabled(m_session.isWritable());
    m_addParticipant->setEnabled(m_session.isWritable());
    m_actions = {m_new,        m_addParticipant, nullptr,  m_open,    m_examples,
                 m_openFields, nullptr,          m_remove, m_withdraw};
}

QWidget *StudyWorkspace::buildDoors()
{
    auto *doors =
        new EmptyState(u"seamfinder-study"_s, tr("An empty study"),
                       tr("Find out what gets lost between the people who build systems with machine "
                          "learning. How would you like to start?"),
                       this);
    doors->setObjectName(u"studyDoors"_s);
    Door *practice = doors->addDoor(u"media-playback-start"_s, tr("Try an interview"),
                                    tr("Three minutes of practice. Nothing is saved."));
    Door *start = doors->addDoor(u"seamfinder-interview"_s, tr("Start an interview"),
                                 tr("A pseudonym is enough; the rest can wait."));
    Door *material = doors->addDoor(u"document-import"_s, tr("I already have material"),
                                    tr("Paste or open a transcript or a CSV."));
    practice->setObjectName(u"doorTry"_s);
    start->setObjectName(u"doorStart"_s);
    material->setObjectName(u"doorMaterial"_s);
    start->setEnabled(m_session.isWritable());
    material->setEnabled(m_session.isWritable());
    connect(practice, &QAbstractButton::clicked, this, &StudyWorkspace::tryInterviewWanted);
    connect(start, &QAbstractButton::clicked, this, &StudyWorkspace::newInterviewWanted);
    connect(material, &QAbstractButton::clicked, this, &StudyWorkspace::materialWanted);
    return doors;
}

QWidget *StudyWorkspace::buildOverview()
{
    auto *page = new QWidget(this);
    m_summary = new StudySummary(page);
    const auto surface = [](QWidget *pane) {
        pane->setAutoFillBackground(true);
        pane->setBackgroundRole(QPalette::Base);
        auto *column = new QVBoxLayout(pane);
        column->setContentsMargins(0, 8, 0, 0);
        column->setSpacing(4);
        return column;
    };
    m_tablePane = new QWidget(page);
    auto *left = surface(m_tablePane);
    auto *heading =
        new SectionHeading(tr("Participants and interviews"), SectionHeading::Level::Pane, m_tablePane);
    heading->setContentsMargins(14, 0, 8, 0);
    for (QAction *action : {m_addParticipant, m_new}) {
        auto *button = new QToolButton(heading);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        heading->addTrailing(button);
    }
    m_table = new OverviewTable(m_tablePane);
    m_table->setObjectName(u"studyTable"_s);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    for (QAction *action : {m_open, m_examples, m_openFields, m_remove, m_withdraw})
        m_table->addAction(action);
    left->addWidget(heading);
    left->addWidget(m_table, 1);

    m_side = new QWidget(page);
    auto *right = surface(m_side);
    m_sideHeading = new SectionHeading(tr("Participant"), SectionHeading::Level::Pane, m_side);
    m_sideHeading->setContentsMargins(14, 0, 8, 0);
    m_other = new QToolButton(m_sideHeading);
    m_other->setObjectName(u"studyOtherParticipant"_s);
    m_other->setToolTip(tr("Another participant of this interview"));
    m_other->setAutoRaise(true);
    m_other->setFocusPolicy(Qt::StrongFocus);
    m_other->hide();
    m_sideHeading->addTrailing(m_other);
    connect(m_other, &QToolButton::clicked, this, &StudyWorkspace::showOther);
    m_panel = new ParticipantPanel(m_session, m_codebook, m_side);
    m_panel->setObjectName(u"participantPanel"_s);
    right->addWidget(m_sideHeading);
    right->addWidget(m_panel, 1);

    m_splitter = new QSplitter(Qt::Horizontal, page);
    m_splitter->addWidget(m_tablePane);
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({760, 300});
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_summary);
    column->addWidget(m_splitter, 1);

    connect(m_table, &OverviewTable::currentRowChanged, this, &StudyWorkspace::showCurrent);
    connect(m_table, &OverviewTable::opened, this, &StudyWorkspace::openCurrent);
    connect(m_table, &OverviewTable::examplesWanted, this, &StudyWorkspace::openExamples);
    connect(m_summary, &StudySummary::examplesWanted, this, [this] { Q_EMIT catalogueWanted({}); });
    connect(m_summary, &StudySummary::interviewExamplesWanted, this, [this](qint64 interview) {
        Filter filter;
        filter.values[Dimension::Interview] = {{interview, 0}};
        Q_EMIT catalogueWanted(filter);
    });
    return page;
}

QString StudyWorkspace::key() const
{
    return u"study"_s;
}

QString StudyWorkspace::title() const
{
    return tr("Study");
}

QString StudyWorkspace::iconName() const
{
    return u"seamfinder-study"_s;
}

QList<QWidget *> StudyWorkspace::panes() const
{
    return {m_doors, m_summary, m_tablePane, m_side};
}

void StudyWorkspace::focusDefault()
{
    if (m_stack->currentWidget() == m_doors)
        m_doors->setFocus();
    else
        m_table->setFocus();
}

void StudyWorkspace::flush()
{
    m_panel->flush();
}

void StudyWorkspace::saveState(QSettings &settings) const
{
    settings.setValue(u"splitter"_s, m_splitter->saveState());
}

void StudyWorkspace::restoreState(QSettings &settings)
{
    m_splitter->restoreState(settings.value(u"splitter"_s).toByteArray());
}

void StudyWorkspace::showEvent(QShowEvent *event)
{
    Workspace::showEvent(event);
    if (m_unseen)
        accept(*std::exchange(m_unseen, {}));
    if (m_stale)
        askAnew();
}

void StudyWorkspace::touch()
{
    m_stale = true;
    if (isVisible())
        m_pause.start();
}

void StudyWorkspace::follow(const Commit &commit)
{
    static constexpr QLatin1StringView tables[]{
        "participant"_L1, "participant_term"_L1, "interview"_L1, "interview_participant"_L1,
        "sitting"_L1,     "example"_L1,          "gap"_L1};
    if (std::any_of(std::begin(tables), std::end(tables),
                    [&](QLatin1StringView table) { return commit.touches(table); }))
        touch();
}

void StudyWorkspace::askAnew()
{
    m_stale = false;
    const auto ticket = m_generation.next();
    const auto read = [codebook = m_codebook.codebook(), columns = m_catalogue.columns()](Connection &db) {
        return readOverview(db, codebook, columns);
    };
    deliver(
        m_session.jobs().run(ticket, read, Lane::Long), ticket, this,
        [this](const StudyOverview &overview) {
            if (isVisible())
                accept(overview);
            else
                m_unseen = overview; // somebody may be typing elsewhere: laid out when it is looked at
        },
        [this](const std::exception_ptr &error) { m_messages.show(messageFor(error)); });
}

void StudyWorkspace::accept(const StudyOverview &overview)
{
    QWidget *wanted = overview.isEmpty() ? m_doors : m_overview;
    const bool hadFocus = m_stack->currentWidget()->isAncestorOf(focusWidget()) || !focusWidget();
    m_summary->setOverview(overview);
    m_table->setRows(overview.rows);
    if (m_wanted && m_table->overviewModel()->rowOf(m_wanted) >= 0)
        selectWanted();
    if (m_stack->currentWidget() != wanted) {
        m_stack->setCurrentWidget(wanted);
        if (hadFocus && isVisible())
            focusDefault();
    }
    Q_EMIT shown();
}

void StudyWorkspace::showParticipant(ParticipantId participant)
{
    m_wanted = participant;
    if (m_table->overviewModel()->rowOf(participant) >= 0)
        selectWanted();
}

void StudyWorkspace::selectWanted()
{
    m_edited = m_wanted; // it may be the second of an interview
    m_table->selectParticipant(std::exchange(m_wanted, {}));
    showCurrent();
}

void StudyWorkspace::showCurrent()
{
    const OverviewRow *row = m_table->current();
    const bool interview = row && row->interview;
    m_open->setEnabled(interview);
    m_examples->setEnabled(interview && row->examples + row->gaps > 0);
    m_openFields->setEnabled(interview && row->openExamples > 0);
    m_remove->setText(interview ? tr("Delete the interview") : tr("Delete the participant"));
    m_remove->setEnabled(row && m_session.isWritable());
    m_withdraw->setEnabled(row && row->participants.value(0) && m_session.isWritable());
    showPeople(row ? row->participants : QVector<ParticipantId>());
}

void StudyWorkspace::showPeople(const QVector<ParticipantId> &people)
{
    // Where several people sat in one interview, one of them is shown, and a button goes on to the next.
    if (!people.contains(m_edited))
        m_edited = people.value(0);
    const auto pseudonym = [this](ParticipantId id) {
        const auto record = readRecord(m_session.reader(), Entity::Participant, id.value);
        return record ? record->text(fields::participant::pseudonym) : QString();
    };
    m_panel->setParticipant(m_edited);
    const QString who = m_edited ? pseudonym(m_edited) : QString();
    m_sideHeading->setNote(who);
    offerWithdrawal(people, who, pseudonym);
    m_other->setVisible(people.size() > 1);
    if (people.size() < 2)
        return;
    const QString other =
        tr("Show %1").arg(pseudonym(people[(people.indexOf(m_edited) + 1) % people.size()]));
    m_other->setText(QString(other).replace(u'&', u"&&"_s));
    m_other->setAccessibleName(other);
}

/// Of several in one interview, each by name: who goes must not depend on who happens to be shown.
void StudyWorkspace::offerWithdrawal(const QVector<ParticipantId> &people, const QString &shown,
                                     const std::function<QString(ParticipantId)> &pseudonym)
{
    const auto inWords = [](const QString &who) {
        return tr("Withdraw %1…").arg(QString(who).replace(u'&', u"&&"_s));
    };
    const bool several = people.size() > 1;
    if (std::exchange(m_withdrawable, people) != people) { // it may be open
        m_withdrawOne->clear();
        for (const ParticipantId who : people)
            m_withdrawOne->addAction(inWords(pseudonym(who)), this, [this, who] {
                m_panel->flush();
                Q_EMIT withdrawalWanted(who);
            });
    }
    m_withdraw->setMenu(several ? m_withdrawOne : nullptr);
    m_withdraw->setText(several           ? tr("Withdraw a participant")
                        : shown.isEmpty() ? tr("Withdraw the participant…")
                                          : inWords(shown));
}

void StudyWorkspace::showOther()
{
    const OverviewRow *row = m_table->current();
    if (!row || row->participants.size() < 2)
        return;
    m_panel->flush();
    m_edited = row->participants[(row->participants.indexOf(m_edited) + 1) % row->participants.size()];
    showCurrent();
}

void StudyWorkspace::openCurrent()
{
    const OverviewRow *row = m_table->current();
    if (!row)
        return;
    if (row->interview)
        Q_EMIT interviewWanted(row->interview);
    else
        m_panel->setFocus();
}

void StudyWorkspace::openExamples(bool onlyOpen)
{
    const OverviewRow *row = m_table->current();
    if (!row || !row->interview)
        return;
    Filter filter;
    filter.values[Dimension::Interview] = {{row->interview.value, 0}};
    if (onlyOpen) {
        for (const OpenField field : openFields())
            filter.values[Dimension::Open].append({qint64(field), 0});
    }
    Q_EMIT catalogueWanted(filter);
}

void StudyWorkspace::addParticipant()
{
    auto made = std::make_shared<ParticipantId>();
    const auto create = [made](Edit &edit) { *made = createParticipant(edit, nextPseudonym(edit.db())); };
    afterCommit(m_session.perform({.label = tr("Add a participant")}, create), this,
                [this, made](const Commit &) { showParticipant(*made); });
}

void StudyWorkspace::removeCurrent()
{
    const OverviewRow *row = m_table->current();
    if (!row)
        return;
    m_panel->flush();
    const QString who = row->who;
    QString what;
    std::function<void(Edit &)> change;
    if (row->interview) {
        what = tr("Delete the interview with %1").arg(who);
        change = [id = row->interview](Edit &edit) { deleteInterview(edit, id); };
    } else {
        what = tr("Delete the participant %1").arg(who);
        change = [id = row->participants.value(0)](Edit &edit) { deleteParticipant(edit, id); };
    }
    afterCommit(m_session.perform({.label = what}, std::move(change)), this, [this, who](const Commit &) {
        m_messages.show(
            {.text = tr("Deleted: %1.").arg(who), .actions = {{tr("Undo"), [this] { m_session.undo(); }}}});
    });
}

} // namespace seamfinder
