#include "ui/interview/InterviewWorkspace.h"

#include "core/catalogue/ReadInterviews.h"
#include "ui/common/CodebookCache.h"
#include "ui/interview/ForgetDeclined.h"
#include "ui/interview/InterviewList.h"
#include "ui/interview/InterviewPage.h"
#include "ui/interview/PracticeRoom.h"
#include "ui/interview/QuestionView.h"
#include "ui/protocol/ProtocolsPage.h"
#include "ui/shell/Messages.h"

#include <QAction>
#include <QSettings>
#include <QSplitter>
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
{
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_protocols);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);

    auto *start = new QAction(tr("New interview"), this);
    start->setShortcut(QKeySequence(u"Ctrl+Shift+I"_s));
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

    addAction(tr("New example"), {QKeySequence(u"Ctrl+Shift+N"_s)}, &InterviewPage::newExample)
        ->setObjectName(u"newExample"_s);
    addAction(tr("Next question"),
              {QKeySequence(u"Ctrl+Enter"_s), QKeySequence(u"Ctrl+Return"_s), QKeySequence(u"Ctrl+PgDown"_s)},
              &InterviewPage::next);
    addAction(tr("Previous question"), {QKeySequence(u"Ctrl+PgUp"_s)}, &InterviewPage::previous);
    addAction(tr("Jump to a question…"), {QKeySequence(u"Ctrl+J"_s)}, &InterviewPage::jump);
    addAction(tr("Another of these"),
              {QKeySequence(u"Ctrl+Shift+Enter"_s), QKeySequence(u"Ctrl+Shift+Return"_s)},
              &InterviewPage::another);
    addAction(tr("Back to where you were"), {QKeySequence(u"Alt+Left"_s)}, &InterviewPage::goBack);
    addAction(tr("Note on the question"), {QKeySequence(u"Ctrl+Alt+N"_s)}, &InterviewPage::note);
    addAction(tr("Mark…"), {QKeySequence(Qt::Key_F8)}, &InterviewPage::mark)->setObjectName(u"mark"_s);
    m_whole = new QAction(tr("Whole &section at once"), this);
    m_whole->setObjectName(u"wholeSection"_s);
    m_whole->setCheckable(true);
    m_whole->setShortcut(QKeySequence(u"Ctrl+Shift+O"_s));
    connect(m_whole, &QAction::toggled, this, [this](bool on) {
        if (m_page)
            m_page->setWholeSection(on);
    });
    QWidget::addAction(m_whole);
    m_examples = new QAction(tr("Examples instead of probes"), this);
    m_examples->setObjectName(u"examplesBeside"_s);
    m_examples->setCheckable(true);
    m_examples->setShortcut(QKeySequence(u"Ctrl+Shift+X"_s));
    connect(m_examples, &QAction::toggled, this, [this](bool on) {
        if (m_page)
            m_page->showExamples(on);
    });
    QWidget::addAction(m_examples);
    m_transcript = new QAction(tr("Transcript"), this);
    m_transcript->setCheckable(true);
    m_transcript->setShortcut(QKeySequence(u"Ctrl+T"_s));
    connect(m_transcript, &QAction::triggered, this, [this](bool on) {
        if (m_page)
            m_page->showTranscript(on);
    });
    QWidget::addAction(m_transcript);
    m_actions << m_transcript;
    addAction(tr("Timeline"), {QKeySequence(u"Ctrl+Shift+T"_s)}, &InterviewPage::toggleTimeline)
        ->setObjectName(u"timelineAction"_s);
    m_actions << nullptr;
    m_pageActions.append(m_transcript);
    addAction(tr("Pause or go on"), {QKeySequence(u"Ctrl+Shift+P"_s)}, &InterviewPage::pause);
    addAction(tr("Next language of the questions"), {QKeySequence(u"Ctrl+Shift+L"_s)},
              &InterviewPage::nextLanguage);
    addAction(tr("Next speaker"), {QKeySequence(u"Ctrl+Alt+S"_s)}, &InterviewPage::nextSpeaker);
    addAction(tr("Show or fold the optional questions"), {QKeySequence(u"Ctrl+Alt+F"_s)},
              &InterviewPage::toggleFolding);
    addAction(tr("Participant's window"), {QKeySequence(Qt::Key_F7)}, &InterviewPage::toggleParticipantWindow)
        ->setObjectName(u"participantWindowAction"_s);
    m_recording = addAction(tr("The recording starts now"), {QKeySequence(u"Ctrl+Alt+R"_s)},
                            &InterviewPage::recordingStarts);
    addAction(tr("Consent…"), {QKeySequence(u"Ctrl+Alt+C"_s)}, &InterviewPage::consent)
        ->setObjectName(u"consentAction"_s);
    addAction(tr("Finish"), {QKeySequence(u"Ctrl+Alt+Enter"_s), QKeySequence(u"Ctrl+Alt+Return"_s)},
              &InterviewPage::finish)
        ->setObjectName(u"finishInterview"_s);
    addAction(tr("Read the examples back"), {QKeySequence(u"Ctrl+Shift+B"_s)}, &InterviewPage::readBack)
        ->setObjectName(u"readBackAction"_s);
    addAction(tr("Lock as complete, or unlock"), {QKeySequence(u"Ctrl+Alt+K"_s)}, &InterviewPage::toggleLock)
        ->setObjectName(u"lockAction"_s);
    auto *all = new QAction(tr("All interviews"), this);
    connect(all, &QAction::triggered, this, &InterviewWorkspace::showList);
    m_actions.append(all);
    m_pageActions.append(all);

    connect(m_list, &InterviewList::openRequested, this, [this](InterviewId interview, bool withTranscript) {
        openInterview(interview);
        if (withTranscript && m_page)
            m_page->showTranscript(true);
        updateActions();
    });
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

QAction *InterviewWorkspace::addAction(const QString &text, const QList<QKeySequence> &keys,
                                       const std::function<void(InterviewPage &)> &run)
{
    auto *action = new QAction(text, this);
    action->setShortcuts(keys);
    connect(action, &QAction::triggered, this, [this, run] {
        if (m_page)
            run(*m_page);
    });
    QWidget::addAction(action);
    m_actions.append(action);
    m_pageActions.append(action);
    return action;
}

void InterviewWorkspace::updateActions()
{
    for (QAction *action : std::as_const(m_pageActions))
        action->setEnabled(m_page);
    // Who does not agree to a recording is not asked about one.
    m_recording->setVisible(!m_page || m_page->session().data().interview.mayRecord != "no"_L1);
    m_transcript->setChecked(m_page && m_page->isTranscriptShown());
}

void InterviewWorkspace::setPage(InterviewPage *page)
{
    if (m_page) {
        m_page->flush();
        m_splitter = m_page->splitter()->saveState();
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
        if (!m_splitter.isEmpty())
            page->splitter()->restoreState(m_splitter);
        page->keepRoomForQuestion();
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
        declined = stored && stored->takesPart == "no"_L1;
    }
    return declined ? QVector{interview.id()} : QVector<InterviewId>();
}

void InterviewWorkspace::leaveForGood()
{
    if (m_page)
        m_page->flush();
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
    settings.setValue("splitter"_L1, m_page ? m_page->splitter()->saveState() : m_splitter);
    settings.setValue("whole-section"_L1, m_whole->isChecked());
    settings.setValue("examples-beside"_L1, m_examples->isChecked());
    settings.setValue("language"_L1, m_list->lastLanguage());
    const InterviewId open = m_page && !m_practice ? m_page->session().id() : m_leftFor;
    settings.setValue("open"_L1, open ? toText(open) : QString());
}

void InterviewWorkspace::restoreState(QSettings &settings)
{
    m_splitter = settings.value("splitter"_L1).toByteArray();
    m_whole->setChecked(settings.value("whole-section"_L1).toBool());
    m_examples->setChecked(settings.value("examples-beside"_L1).toBool());
    m_list->setLastLanguage(settings.value("language"_L1).toString());
    const QString open = settings.value("open"_L1).toString();
    // The one that was open when the program closed goes on, if it is of this study.
    const InterviewId last = readLastInterview(m_session.reader());
    if (last && !open.isEmpty() && toText(last) == open)
        openInterview(last);
}

} // namespace seamfinder
