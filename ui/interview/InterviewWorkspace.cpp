#include "ui/interview/InterviewWorkspace.h"

#include "core/catalogue/ReadInterviews.h"
#include "ui/common/CodebookCache.h"
#include "ui/common/CommandKeys.h"
#include "ui/common/Mnemonics.h"
#include "ui/interview/ForgetDeclined.h"
#include "ui/interview/InterviewList.h"
#include "ui/interview/InterviewPage.h"
#include "ui/interview/LanguageButton.h"
#include "ui/interview/PracticeRoom.h"
#include "ui/interview/QuestionView.h"
#include "ui/protocol/ProtocolsPage.h"
#include "ui/shell/Messages.h"

#include <QAction>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

InterviewWorkspace::InterviewWorkspace(StudySession &session, CodebookCache &codebook, Messages &messages,
                                       QWidget *parent)
    : Workspace(parent)
    , m_session(session)
    , m_codebook(codebook)
    , m_messages(messages)
    , m_stack(new QStackedWidget(this))
    , m_list(new InterviewList(session, this))
    , m_protocols(new ProtocolsPage(session, codebook, messages, this))
    , m_languages(new QMenu(tr("Language of the questions"), this))
{
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_protocols);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);

    auto *start = new QAction(tr("New interview"), this);
    CommandKeys::ofProgram().drive(*start, KeyCommand::NewInterview);
    start->setObjectName(u"newInterview"_s);
    start->setEnabled(session.isWritable());
    connect(start, &QAction::triggered, this, &InterviewWorkspace::newInterview);
    QWidget::addAction(start);
    m_actions.append(start);
    auto *practice = new QAction(tr("Try an interview"), this);
    practice->setObjectName(u"tryInterviewAction"_s);
    connect(practice, &QAction::triggered, this, &InterviewWorkspace::tryInterview);
    m_actions << practice;
    addProtocolActions();
    m_actions << nullptr;

    addAction(tr("New example"), KeyCommand::NewExample, &InterviewPage::newExample)
        ->setObjectName(u"newExample"_s);
    addAction(tr("Next question"), KeyCommand::NextQuestion, &InterviewPage::next);
    addAction(tr("Previous question"), KeyCommand::PreviousQuestion, &InterviewPage::previous);
    addAction(tr("Jump to a question…"), KeyCommand::Jump, &InterviewPage::jump);
    addAction(tr("Another of these"), KeyCommand::Another, &InterviewPage::another);
    m_back = addAction(tr("Back to where you were"), KeyCommand::GoBack, &InterviewPage::goBack);
    addAction(tr("Note on the question"), KeyCommand::NoteOnQuestion, &InterviewPage::note);
    addAction(tr("Mark…"), KeyCommand::Mark, &InterviewPage::mark)->setObjectName(u"mark"_s);
    m_whole = new QAction(tr("Whole &section at once"), this);
    m_whole->setObjectName(u"wholeSection"_s);
    m_whole->setCheckable(true);
    CommandKeys::ofProgram().drive(*m_whole, KeyCommand::WholeSection);
    connect(m_whole, &QAction::toggled, this, [this](bool on) {
        if (m_page)
            m_page->setWholeSection(on);
    });
    QWidget::addAction(m_whole);
    m_examples = new QAction(tr("Examples instead of probes"), this);
    m_examples->setObjectName(u"examplesBeside"_s);
    m_examples->setCheckable(true);
    CommandKeys::ofProgram().drive(*m_examples, KeyCommand::ExamplesBeside);
    connect(m_examples, &QAction::toggled, this, [this](bool on) {
        if (m_page)
            m_page->showExamples(on);
    });
    QWidget::addAction(m_examples);
    m_transcript = new QAction(tr("Transcript"), this);
    m_transcript->setCheckable(true);
    CommandKeys::ofProgram().drive(*m_transcript, KeyCommand::Transcript);
    connect(m_transcript, &QAction::triggered, this, [this](bool on) {
        if (!m_page)
            return;
        m_page->showTranscript(on);
        m_transcript->setChecked(m_page->isTranscriptShown()); // that in Finish is another one
    });
    QWidget::addAction(m_transcript);
    m_actions << m_transcript;
    addAction(tr("Timeline"), KeyCommand::Timeline, &InterviewPage::toggleTimeline)
        ->setObjectName(u"timelineAction"_s);
    m_actions << nullptr;
    m_pageActions.append(m_transcript);
    addAction(tr("Pause or go on"), KeyCommand::Pause, &InterviewPage::pause);
    addAction(tr("Next language of the questions"), KeyCommand::NextLanguage, &InterviewPage::nextLanguage);
    QAction *speaker = addAction(tr("Next speaker"), KeyCommand::NextSpeaker, &InterviewPage::nextSpeaker);
    QAction *participant =
        addAction(tr("Add a participant…"), KeyCommand::AddParticipant, &InterviewPage::addParticipant);
    addAction(tr("Show or fold the optional questions"), KeyCommand::FoldOptional,
              &InterviewPage::toggleFolding);
    addAction(tr("Participant's window"), KeyCommand::ParticipantWindow,
              &InterviewPage::toggleParticipantWindow)
        ->setObjectName(u"participantWindowAction"_s);
    m_recording = addAction(tr("The recording starts, or stops"), KeyCommand::RecordingStarts,
                            &InterviewPage::toggleRecording);
    m_recording->setAutoRepeat(false);
    QAction *listen =
        addAction(tr("Listen at the mark, or stop"), KeyCommand::Listen, &InterviewPage::listen);
    listen->setObjectName(u"listenAction"_s);
    listen->setAutoRepeat(false);
    QAction *consent = addAction(tr("Consent…"), KeyCommand::Consent, &InterviewPage::consent);
    consent->setObjectName(u"consentAction"_s);
    addAction(tr("Finish"), KeyCommand::Finish, &InterviewPage::finish)->setObjectName(u"finishInterview"_s);
    addAction(tr("Read the examples back"), KeyCommand::ReadBack, &InterviewPage::readBack)
        ->setObjectName(u"readBackAction"_s);
    addAction(tr("Lock as complete, or unlock"), KeyCommand::Lock, &InterviewPage::toggleLock)
        ->setObjectName(u"lockAction"_s);
    auto *all = new QAction(tr("All interviews"), this);
    connect(all, &QAction::triggered, this, &InterviewWorkspace::showList);
    m_actions.append(all);
    m_pageActions.append(all);
    // A menu of more entries than letters would leave some without one.
    auto *people = new QMenu(tr("People"), this);
    for (QAction *action : {speaker, participant, consent}) {
        people->addAction(action);
        m_actions.removeOne(action);
    }
    connect(people, &QMenu::aboutToShow, people, [people] { giveMnemonics(*people); });
    m_actions.append(people->menuAction());

    connect(m_list, &InterviewList::openRequested, this, [this](InterviewId interview, bool withTranscript) {
        withTranscript ? openInterview(interview) : goOnWith(interview);
        if (withTranscript && m_page)
            m_page->showTranscript(true);
        updateActions();
    });
    connect(m_list, &InterviewList::catalogueWanted, this, &InterviewWorkspace::catalogueWanted);
    connect(m_list, &InterviewList::imported, this, [this](const QString &sentence, bool examples) {
        m_messages.show({Severity::Information, sentence});
        if (examples)
            Q_EMIT examplesImported();
    });
    connect(m_list, &InterviewList::protocolImported, this,
            [this](const QString &sentence, const QString &remarks) {
                m_messages.show(
                    {remarks.isEmpty() ? Severity::Information : Severity::Warning, sentence, remarks});
            });
    connect(m_list, &InterviewList::failed, this, [this](const QString &sentence, const QString &detail) {
        m_messages.show({Severity::Problem, sentence, detail});
    });
    connect(m_list, &InterviewList::tryRequested, this, &InterviewWorkspace::tryInterview);
    connectProtocols();
    updateActions();
}

InterviewWorkspace::~InterviewWorkspace()
{
    // The page writes to the practice study when it goes.
    delete m_page;
}

QAction *InterviewWorkspace::addAction(const QString &text, KeyCommand command,
                                       const std::function<void(InterviewPage &)> &run)
{
    auto *action = new QAction(text, this);
    CommandKeys::ofProgram().drive(*action, command);
    connect(action, &QAction::triggered, this, [this, run] {
        if (m_page)
            run(*m_page);
    });
    QWidget::addAction(action);
    m_actions.append(action);
    m_pageActions.append(action);
    return action;
}

/// Any of the languages of the interview that is open, where the key only goes to the next and back.
void InterviewWorkspace::listLanguages()
{
    m_languages->clear();
    const QStringList languages = m_page ? m_page->session().flow().protocol().languages : QStringList();
    for (const QString &language : languages) {
        QAction *action = m_languages->addAction(nativeLanguageName(language));
        connect(action, &QAction::triggered, m_page,
                [page = m_page, language] { page->session().setLanguage(language); });
    }
    giveMnemonics(*m_languages);
    m_languages->setEnabled(languages.size() > 1);
}

void InterviewWorkspace::updateActions()
{
    listLanguages();
    for (QAction *action : std::as_const(m_pageActions))
        action->setEnabled(m_page);
    m_back->setEnabled(m_page || areProtocolsShown());
    m_transcript->setChecked(m_page && m_page->isTranscriptShown());
}

void InterviewWorkspace::setPage(InterviewPage *page)
{
    if (m_page) {
        m_page->settle();
        m_paneWidths = m_page->paneWidths();
        const QVector<InterviewId> declined = declinedOnPage();
        delete m_page;
        m_page = nullptr;
        forgetDeclined(m_session, m_messages, declined);
    }
    m_page = page;
    if (page) {
        page->setWholeSection(m_whole->isChecked());
        page->showExamples(m_examples->isChecked());
        page->setCatalogue(m_practice ? nullptr : m_catalogue);
        m_stack->addWidget(page);
        m_stack->setCurrentWidget(page);
        page->setPaneWidths(m_paneWidths);
        m_pageVersion = page->session().data().interview.version;
        connect(&page->session(), &InterviewSession::changed, this, &InterviewWorkspace::updateActions);
        connect(&page->session(), &InterviewSession::changed, this, &InterviewWorkspace::followVersion,
                Qt::QueuedConnection);
        connect(page, &InterviewPage::stateChanged, this, &InterviewWorkspace::interviewChanged);
        connect(page, &InterviewPage::examplesChosen, m_examples, &QAction::setChecked);
        connect(page, &InterviewPage::withdrawalWanted, this, &InterviewWorkspace::withdrawalWanted);
        connect(page, &InterviewPage::gone, this, &InterviewWorkspace::showList, Qt::QueuedConnection);
        connect(page, &InterviewPage::catalogueWanted, this, &InterviewWorkspace::catalogueWanted);
        connect(page, &InterviewPage::closeRequested, this, &InterviewWorkspace::showList,
                Qt::QueuedConnection);
    }
    updateActions();
    Q_EMIT interviewChanged();
}

QVector<InterviewId> InterviewWorkspace::declinedOnPage() const
{
    if (!m_page || m_practice)
        return {};
    const InterviewSession &interview = m_page->session();
    bool declined = interview.isDeclined();
    if (!interview.isSaved() && m_session.isSaving()) {
        m_session.flush(); // what is on its way may say otherwise
        const auto stored = readInterview(m_session.reader(), interview.id());
        declined = stored && stored->isDeclined();
    }
    return declined ? QVector{interview.id()} : QVector<InterviewId>();
}

void InterviewWorkspace::leaveForGood()
{
    if (m_page)
        m_page->settle();
    forgetDeclined(m_session, m_messages, declinedOnPage());
}

void InterviewWorkspace::openInterview(InterviewId interview)
{
    if (m_page && !m_practice && m_page->session().id() == interview) {
        m_page->focusQuestion();
        return;
    }
    try {
        m_protocols->flush();
        m_backToProtocols = false;
        m_leftFor = {};
        setPage(nullptr);
        m_practice.reset();
        setPage(new InterviewPage(m_session, m_codebook, m_messages, interview, false));
        m_page->focusQuestion();
    } catch (const Error &error) {
        m_messages.show({Severity::Problem, tr("This interview could not be opened; nothing was changed."),
                         error.detail()});
        showList();
    }
}

void InterviewWorkspace::goOnWith(InterviewId interview)
{
    openInterview(interview);
    if (m_page && m_page->session().state() == interview_state::finishing)
        m_page->finish();
}

void InterviewWorkspace::showList()
{
    setPage(nullptr);
    m_practice.reset();
    if (std::exchange(m_backToProtocols, false)) {
        showProtocols();
        return;
    }
    m_protocols->flush();
    m_leftFor = {};
    m_stack->setCurrentWidget(m_list);
    updateActions();
    m_list->focusDefault(); // Enter goes on with what is unfinished, before it begins something
}

void InterviewWorkspace::newInterview()
{
    m_backToProtocols = false;
    showList();
    m_list->focusNew();
}

void InterviewWorkspace::offerMaterial()
{
    m_backToProtocols = false;
    showList();
    m_list->offerMaterial();
}

void InterviewWorkspace::leave(const QVector<InterviewId> &interviews)
{
    if (interviews.contains(m_leftFor))
        m_leftFor = {};
    if (m_page && !m_practice && interviews.contains(m_page->session().id()))
        showList();
}

void InterviewWorkspace::goOnAt(const QString &place)
{
    if (m_page)
        m_page->goOnAt(place);
}

bool InterviewWorkspace::goToPlace(const QString &place)
{
    if (m_page && m_page->goToPlace(place))
        return true;
    if (!m_protocols->goToPlace(place))
        return false;
    if (!areProtocolsShown())
        showProtocols();
    return true;
}

QVector<PendingChange> InterviewWorkspace::pending() const
{
    return (m_page && !m_practice ? m_page->session().pending() : QVector<PendingChange>()) +
           m_protocols->pending();
}

void InterviewWorkspace::retry()
{
    if (m_page && !m_practice)
        m_page->session().retryFailed();
    m_protocols->retry();
}

QList<QWidget *> InterviewWorkspace::panes() const
{
    if (areProtocolsShown())
        return m_protocols->panes();
    return m_page ? m_page->panes() : m_list->panes();
}

QList<QAction *> InterviewWorkspace::viewActions() const
{
    return {m_whole, m_examples, m_languages->menuAction()};
}

QWidget *InterviewWorkspace::startOf(const QWidget *pane) const
{
    return m_page && !areProtocolsShown() ? m_page->startOf(pane) : nullptr;
}

bool InterviewWorkspace::find()
{
    return m_page && m_page->findInTranscript();
}

void InterviewWorkspace::focusDefault()
{
    if (m_page)
        m_page->focusQuestion();
    else if (areProtocolsShown())
        m_protocols->focusDefault();
    else
        m_list->focusDefault();
}

void InterviewWorkspace::flush()
{
    if (m_page)
        m_page->flush();
    m_protocols->flush();
}

void InterviewWorkspace::saveState(QSettings &settings) const
{
    settings.setValue("panes"_L1, m_page ? m_page->paneWidths() : m_paneWidths);
    settings.setValue("whole-section"_L1, m_whole->isChecked());
    settings.setValue("examples-beside"_L1, m_examples->isChecked());
    settings.setValue("language"_L1, m_list->lastLanguage());
    const InterviewId open = m_page && !m_practice ? m_page->session().id() : m_leftFor;
    settings.setValue("open"_L1, open ? toText(open) : QString());
    settings.setValue("finish"_L1, m_page && m_page->isFinishing());
}

void InterviewWorkspace::restoreState(QSettings &settings)
{
    m_paneWidths = settings.value("panes"_L1).toByteArray();
    m_whole->setChecked(settings.value("whole-section"_L1).toBool());
    m_examples->setChecked(settings.value("examples-beside"_L1).toBool());
    m_list->setLastLanguage(settings.value("language"_L1).toString());
    const QString open = settings.value("open"_L1).toString();
    // The one that was open when the program closed goes on, if it is of this study.
    const auto last = fromText<InterviewTag>(open);
    const auto found = last ? readInterview(m_session.reader(), *last) : std::nullopt;
    if (!found || !interview_state::isHeld(found->standing()))
        return;
    openInterview(*last);
    if (!m_page || !settings.value("finish"_L1).toBool() || !m_page->session().isOver())
        return;
    m_page->finish();
    if (const auto &step = m_session.nextUndo())
        m_page->goOnAt(step->place);
}

} // namespace seamfinder
