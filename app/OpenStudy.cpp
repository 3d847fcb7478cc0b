#include "app/OpenStudy.h"

#include "app/ErasurePanels.h"
#include "app/PlaceWords.h"
#include "app/SaveTrouble.h"
#include "app/UncleanEnd.h"
#include "core/catalogue/DeclinedInterviews.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/ReadMarks.h"
#include "core/catalogue/StudySession.h"
#include "core/interview/InterviewSession.h"
#include "ui/catalogue/CatalogueWorkspace.h"
#include "ui/codebook/CodebookWorkspace.h"
#include "ui/common/CatalogueService.h"
#include "ui/common/CodebookCache.h"
#include "ui/common/CommandKeys.h"
#include "ui/common/FieldWrites.h"
#include "ui/common/KeyText.h"
#include "ui/common/RecordingFiles.h"
#include "ui/common/UndoStep.h"
#include "ui/gaps/GapsWorkspace.h"
#include "ui/interview/ForgetDeclined.h"
#include "ui/interview/InterviewPage.h"
#include "ui/interview/InterviewWorkspace.h"
#include "ui/shell/HeldKeys.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/Messages.h"
#include "ui/shell/Sentences.h"
#include "ui/study/StudyWorkspace.h"

#include <algorithm>
#include <QAction>
#include <QCoreApplication>
#include <QPointer>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int namedFor = 8000; ///< milliseconds: as long as the strip says it

/// When the interviewer last went to a question, in milliseconds since 1970.
qint64 lastMove(Connection &db, InterviewId interview)
{
    qint64 last = 0;
    for (const ParadataEvent &event : readParadataMoments(db, interview)) {
        if (event.event == "shown"_L1 || event.event == "jump"_L1)
            last = std::max(last, event.time);
    }
    return last;
}
} // namespace

OpenStudy::OpenStudy(std::unique_ptr<Study> study, MainWindow &window)
    : m_window(window)
    , m_session(std::make_unique<StudySession>(std::move(study)))
    , m_codebook(std::make_unique<CodebookCache>(*m_session))
    , m_service(std::make_unique<CatalogueService>(*m_session))
    , m_heldKeys(new HeldKeys(this))
{
    makeWorkspaces();
    connectWorkspaces();
    connectSession();
    watchSaving();
    window.setStudy(m_session->study().path(), readStudyTitle(m_session->reader()), !m_session->isWritable());
    showUndoState();
    sayWhyReadOnly();
    sayHowItEnded();
    // Left by a program that ended without closing the study.
    forgetDeclined(*m_session, window.messages(), declinedInterviewsWithAnswers(m_session->reader()));
}

OpenStudy::~OpenStudy()
{
    flush();
    m_interview->leaveForGood();
    m_session->flush();
    // What was asked for is answered while those who asked are still there.
    m_session->jobs().shutDown();
    QCoreApplication::sendPostedEvents();
    m_erasures.reset();
    m_trouble.reset(); // it asks the workspaces what waits
    m_window.clearWorkspaces();
}

void OpenStudy::makeWorkspaces()
{
    Messages &messages = m_window.messages();
    m_study = new StudyWorkspace(*m_session, *m_codebook, *m_service, messages);
    m_interview = new InterviewWorkspace(*m_session, *m_codebook, messages);
    m_catalogue = new CatalogueWorkspace(*m_session, *m_codebook, *m_service, messages);
    m_gaps = new GapsWorkspace(*m_session, *m_codebook, *m_service, messages);
    m_codebookPage = new CodebookWorkspace(*m_session, *m_codebook, messages);
    for (Workspace *workspace :
         std::initializer_list<Workspace *>{m_study, m_interview, m_catalogue, m_gaps, m_codebookPage})
        m_window.addWorkspace(workspace);
}

void OpenStudy::connectWorkspaces()
{
    connect(m_study, &StudyWorkspace::tryInterviewWanted, this, &OpenStudy::tryInterview);
    connect(m_study, &StudyWorkspace::newInterviewWanted, this, &OpenStudy::startInterview);
    connect(m_study, &StudyWorkspace::materialWanted, this, &OpenStudy::startFromMaterial);
    connect(m_study, &StudyWorkspace::interviewWanted, this, [this](InterviewId interview) {
        m_window.showWorkspace(m_interview->key());
        m_interview->openInterview(interview);
    });
    connect(m_study, &StudyWorkspace::catalogueWanted, this, &OpenStudy::showInCatalogue);
    m_erasures =
        std::make_unique<ErasurePanels>(*m_session, m_window, [this](const QVector<InterviewId> &interviews) {
            m_interview->leave(interviews);
            for (const InterviewId each : interviews)
                RecordingFiles::ofProgram().forget(each); // of a joint one it is asked for again
        });
    connect(m_study, &StudyWorkspace::withdrawalWanted, m_erasures.get(), &ErasurePanels::withdraw);
    connect(m_interview, &InterviewWorkspace::withdrawalWanted, m_erasures.get(), &ErasurePanels::withdraw);
    m_interview->setCatalogue(*m_service);
    connect(m_interview, &InterviewWorkspace::catalogueWanted, this, &OpenStudy::showInCatalogue);
    connect(m_interview, &InterviewWorkspace::examplesImported, this,
            [this] { m_window.showWorkspace(m_catalogue->key()); });
    connect(m_catalogue, &CatalogueWorkspace::interviewWanted, this, &OpenStudy::startInterview);
    connect(m_catalogue, &CatalogueWorkspace::materialWanted, this, &OpenStudy::startFromMaterial);
    connect(m_catalogue, &CatalogueWorkspace::lookLeft, &m_window, &MainWindow::showWorkspace);
    connect(m_catalogue, &CatalogueWorkspace::lookChanged, m_gaps, &GapsWorkspace::setCatalogueLook);
    connect(m_gaps, &GapsWorkspace::catalogueFilterWanted, this, [this] {
        m_window.showWorkspace(m_catalogue->key());
        m_catalogue->endLook();
    });
    connect(m_catalogue, &CatalogueWorkspace::filterChanged, m_gaps, &GapsWorkspace::setCatalogueFilter);
    connect(m_gaps, &GapsWorkspace::catalogueWanted, this, &OpenStudy::showInCatalogue);
    connect(m_codebookPage, &CodebookWorkspace::catalogueWanted, this, &OpenStudy::showInCatalogue);

    // The interview has this key for itself: there the question stays in place beside the card.
    for (Workspace *workspace :
         std::initializer_list<Workspace *>{m_study, m_catalogue, m_gaps, m_codebookPage}) {
        auto *action = new QAction(tr("New &example"), workspace);
        CommandKeys::ofProgram().drive(*action, KeyCommand::NewExample);
        connect(action, &QAction::triggered, this, &OpenStudy::newExample);
        workspace->addAction(action);
    }
    // The study's page and the interview have an action of their own, in their menus.
    for (Workspace *workspace : std::initializer_list<Workspace *>{m_catalogue, m_gaps, m_codebookPage}) {
        auto *action = new QAction(tr("New interview"), workspace);
        CommandKeys::ofProgram().drive(*action, KeyCommand::NewInterview);
        action->setEnabled(m_session->isWritable());
        connect(action, &QAction::triggered, this, &OpenStudy::startInterview);
        workspace->addAction(action);
    }
}

void OpenStudy::connectSession()
{
    connect(m_session.get(), &StudySession::saved, &m_window, &MainWindow::setSaved);
    connect(m_session.get(), &StudySession::savingChanged, &m_window, [this](bool saving) {
        if (saving)
            m_window.setSaving();
    });
    connect(m_session.get(), &StudySession::failed, this, [this](const Action &, const Error &error) {
        m_window.setSaveProblem(sentenceFor(error));
        if (!m_trouble || !m_trouble->take(error))
            m_window.messages().show(messageFor(error));
    });
    connect(m_session.get(), &StudySession::undoStateChanged, this, &OpenStudy::showUndoState);
    connect(m_session.get(), &StudySession::undone, this, [this](const Commit &commit) {
        sayTaken(commit, tr("Undone: %1"), tr("Undone in %1: %2"));
        goTo(commit);
    });
    connect(m_session.get(), &StudySession::redone, this, [this](const Commit &commit) {
        sayTaken(commit, tr("Redone: %1"), tr("Redone in %1: %2"));
        goTo(commit);
    });
    UndoStep::of(*m_session).setGuard([this](const JournalEntry &entry) { return mayUndo(entry); });
    connect(m_session.get(), &StudySession::committed, this, [this](const Commit &commit) {
        if (commit.touches(QLatin1StringView("study")))
            m_window.setStudyTitle(readStudyTitle(m_session->reader()));
        // That one was led to the place is no edit and no other question.
        if (commit.entry || commit.action.place != m_takenAt)
            m_taken.reset();
    });
}

const Filter &OpenStudy::catalogueFilter() const
{
    return m_catalogue->filter();
}

bool OpenStudy::isCatalogueLook() const
{
    return m_catalogue->isLook();
}

void OpenStudy::flush()
{
    for (Workspace *workspace :
         std::initializer_list<Workspace *>{m_study, m_interview, m_catalogue, m_gaps, m_codebookPage})
        workspace->flush();
    m_session->flush();
}

void OpenStudy::showInCatalogue(const Filter &filter)
{
    const Workspace *from = m_window.currentWorkspace();
    if (from == m_catalogue) {
        m_catalogue->setFilter(filter);
        return;
    }
    const QString key = from->key(), title = from->title();
    m_window.showWorkspace(m_catalogue->key());
    m_catalogue->look(filter, key, title);
}

void OpenStudy::removeEverywhere(const HiddenWord &word)
{
    m_erasures->removeEverywhere(word);
}

void OpenStudy::newExample()
{
    m_window.showWorkspace(m_catalogue->key());
    m_catalogue->createExample();
}

void OpenStudy::startInterview()
{
    m_window.showWorkspace(m_interview->key());
    m_interview->newInterview();
}

void OpenStudy::tryInterview()
{
    m_window.showWorkspace(m_interview->key());
    m_interview->tryInterview();
}

void OpenStudy::startFromMaterial()
{
    m_window.showWorkspace(m_interview->key());
    m_interview->offerMaterial();
}

void OpenStudy::undo()
{
    flush();
    UndoStep::of(*m_session).undo();
}

void OpenStudy::redo()
{
    flush();
    UndoStep::of(*m_session).redo();
}

bool OpenStudy::mayUndo(const JournalEntry &entry)
{
    m_undoneOf = wordsForPlace(m_session->reader(), entry.place);
    if (!leadsAway(entry.place) || (m_named == entry.id && !m_namedUntil.hasExpired())) {
        m_named = {};
        return true;
    }
    m_named = entry.id;
    m_namedUntil.setRemainingTime(namedFor);
    m_taken = std::make_unique<QObject>();
    m_takenAt = entry.place;
    m_window.messages().show(
        {.text = tr("The last change was in %1: %2. %3 again takes it back, and goes there.")
                     .arg(m_undoneOf.isEmpty() ? tr("another place") : m_undoneOf, entry.label,
                          keyText(QKeySequence(Qt::CTRL | Qt::Key_Z))),
         .of = m_taken.get()});
    return false;
}

/// Whether going to where a step was would take what is worked at out of sight.
bool OpenStudy::leadsAway(const QString &place) const
{
    const Workspace *current = m_window.currentWorkspace(), *home = homeOf(place);
    if (!home || home != current)
        return home && !isInPageShown(place);
    if (fromText<ProtocolVersionTag>(place.section(QLatin1Char('#'), 0, 0)))
        return !m_interview->areProtocolsShown();
    return home == m_interview && m_interview->page() && !isInPageShown(place);
}

/// Whether it is of the interview that is on the screen.
bool OpenStudy::isInPageShown(const QString &place) const
{
    InterviewPage *page = m_window.currentWorkspace() == m_interview ? m_interview->page() : nullptr;
    const InterviewId interview = interviewAt(m_session->reader(), place);
    return page && interview && !m_interview->areProtocolsShown() &&
           &page->session().study() == m_session.get() && interview == page->session().id();
}

/// The workspace that shows it where it is not on the screen; nullptr if none does.
const Workspace *OpenStudy::homeOf(const QString &place) const
{
    const QString row = place.section(QLatin1Char('#'), 0, 0);
    if (fromText<InterviewTag>(row) || fromText<MarkTag>(row) || fromText<ProtocolVersionTag>(row))
        return m_interview;
    if (fromText<ExampleTag>(row) || fromText<GapTag>(row))
        return m_catalogue;
    if (fromText<TermTag>(row))
        return m_codebookPage;
    return fromText<ParticipantTag>(row) ? m_study : nullptr;
}

void OpenStudy::sayTaken(const Commit &commit, const QString &what, const QString &ofWhat)
{
    QString where = wordsForPlace(m_session->reader(), commit.action.place);
    if (where.isEmpty())
        where = m_undoneOf;
    m_undoneOf.clear();
    m_taken = std::make_unique<QObject>();
    m_takenAt = commit.action.place;
    m_window.messages().show(
        {.text = where.isEmpty() ? what.arg(commit.action.label) : ofWhat.arg(where, commit.action.label),
         .of = m_taken.get()});
}

void OpenStudy::goTo(const Commit &commit)
{
    const QString row = commit.action.place.section(QLatin1Char('#'), 0, 0);
    const QString field = commit.action.place.section(QLatin1Char('#'), 1);
    const Workspace *before = m_window.currentWorkspace();
    if (before == m_interview) {
        const auto held = [this] {
            return m_interview->page() ? m_interview->page()->session().id() : InterviewId{};
        };
        const InterviewId interview = held();
        if (m_interview->goToPlace(commit.action.place)) {
            if (held() != interview)
                m_heldKeys->hold();
            return;
        }
    }
    const auto mark = fromText<MarkTag>(row);
    if (const auto interview =
            mark ? std::optional(interviewOf(m_session->reader(), *mark)) : fromText<InterviewTag>(row);
        interview && readInterview(m_session->reader(), *interview)) {
        m_window.showWorkspace(m_interview->key());
        m_interview->openInterview(*interview);
        m_interview->goToPlace(commit.action.place);
        m_heldKeys->hold();
    } else if (const auto example = fromText<ExampleTag>(row)) {
        m_window.showWorkspace(m_catalogue->key());
        m_catalogue->showExample(*example);
        m_catalogue->focusField(field);
    } else if (const auto gap = fromText<GapTag>(row)) {
        m_window.showWorkspace(m_catalogue->key());
        m_catalogue->showGap(*gap);
        m_catalogue->focusField(field, *gap);
    } else if (const auto term = fromText<TermTag>(row)) {
        m_window.showWorkspace(m_codebookPage->key());
        m_codebookPage->showTerm(*term);
    } else if (const auto participant = fromText<ParticipantTag>(row)) {
        m_window.showWorkspace(m_study->key());
        m_study->showParticipant(*participant);
    } else if (fromText<ProtocolVersionTag>(row)) {
        m_window.showWorkspace(m_interview->key());
        m_interview->goToPlace(commit.action.place);
    }
    if (m_window.currentWorkspace() != before)
        m_heldKeys->hold();
}

void OpenStudy::watchSaving()
{
    FieldWrites &fields = FieldWrites::of(*m_session);
    m_trouble = std::make_unique<SaveTrouble>(
        *m_session, m_window.messages(),
        SaveTrouble::Waiting{[this, &fields] { return m_interview->pending() + fields.pending(); },
                             [this, &fields] {
                                 m_interview->retry();
                                 fields.retry();
                             }},
        m_window);
    // Not at once: the strip whose button asked for it goes with this study.
    connect(m_trouble.get(), &SaveTrouble::openCopyWanted, this, &OpenStudy::openWanted,
            Qt::QueuedConnection);
    connect(m_trouble.get(), &SaveTrouble::reopenWanted, this, &OpenStudy::reopenWanted,
            Qt::QueuedConnection);
}

void OpenStudy::sayHowItEnded()
{
    if (!m_session->study().wasLeftOpen() || !m_session->isWritable())
        return;
    try {
        const InterviewId last = readLastWrittenInterview(m_session->reader());
        if (!last) {
            m_window.messages().show({Severity::Information, endedUncleanly()});
            return;
        }
        const InterviewSession interview(*m_session, std::make_shared<const Codebook>(m_codebook->codebook()),
                                         last);
        const auto goOn = [self = QPointer(this), last, moved = lastMove(m_session->reader(), last)] {
            if (!self) // another study is open by now
                return;
            self->m_window.showWorkspace(self->m_interview->key());
            self->m_interview->goOnWith(last);
            // What was written last may have been an example's card beside the question.
            const auto step = self->m_session->nextUndo();
            if (step && step->time >= moved && interviewAt(self->m_session->reader(), step->place) == last)
                self->m_interview->goOnAt(step->place);
        };
        // What was being finished came back with the window, at the field that was being written.
        InterviewPage *page = m_interview->page();
        if (page && page->session().id() == last && page->isFinishing()) {
            tellUntilOpen({.severity = Severity::Warning, .text = whereItStands(interview)}, last);
            return;
        }
        const QString label =
            interview.state() == interview_state::complete ? tr("Show it") : tr("Go on with it");
        tellUntilOpen(
            {.severity = Severity::Warning,
             .text = whereItStands(interview),
             .actions = {{label, goOn}},
             .typingGoesOn = interview.isWritable() && interview.state() != interview_state::complete},
            last);
        m_window.focusMessages(); // Enter goes on
    } catch (const Error &error) {
        m_window.messages().show(messageFor(error));
    }
}

void OpenStudy::tellUntilOpen(Message message, InterviewId interview)
{
    auto *told = new QObject(this);
    message.of = told;
    const auto isOpen = [this, interview] {
        InterviewPage *page = m_interview->page();
        return page && page->session().id() == interview;
    };
    if (!isOpen()) {
        connect(m_interview, &InterviewWorkspace::interviewChanged, told, [told, isOpen] {
            if (isOpen())
                told->deleteLater();
        });
    } else {
        // It came back with the window: the notice is still to be read, until there is another question.
        connect(&m_interview->page()->session(), &InterviewSession::currentChanged, told,
                &QObject::deleteLater);
    }
    m_window.messages().show(message);
}

void OpenStudy::showUndoState()
{
    const auto label = [](const std::optional<JournalEntry> &entry) {
        return entry ? std::optional(entry->label) : std::nullopt;
    };
    m_window.setUndoText(label(m_session->nextUndo()));
    m_window.setRedoText(label(m_session->nextRedo()));
}

void OpenStudy::sayWhyReadOnly()
{
    const Study &study = m_session->study();
    QString sentence;
    switch (study.readOnlyReason()) {
    case ReadOnlyReason::None:
    case ReadOnlyReason::AskedFor:
        return;
    case ReadOnlyReason::LockedByOther:
        sentence = tr("This study is open elsewhere (%1), so here it can only be read. Nothing was changed; "
                      "close it there "
                      "and open it again here to write.")
                       .arg(study.lockHolder());
        break;
    case ReadOnlyReason::FileReadOnly:
        sentence = tr("This study's file or folder cannot be written, so it can only be read. Copy it to a "
                      "folder of your "
                      "own to go on with it.");
        break;
    case ReadOnlyReason::HardLinks:
        sentence = tr("This study's file has a second name (a hard link), so it is opened for reading only. "
                      "Copy it to one "
                      "name to go on with it.");
        break;
    }
    m_window.messages().show({Severity::Warning, sentence});
}

} // namespace seamfinder
