#include "ui/protocol/ProtocolsPage.h"

#include "core/catalogue/EditProtocols.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/StudySession.h"
#include "core/domain/Error.h"
#include "core/protocol/ProtocolJson.h"
#include "ui/common/CodebookCache.h"
#include "ui/protocol/MovePanel.h"
#include "ui/protocol/ProtocolEditor.h"
#include "ui/protocol/ProtocolList.h"
#include "ui/shell/Messages.h"

#include <QKeyEvent>

namespace seamfinder {

using namespace Qt::StringLiterals;

ProtocolsPage::ProtocolsPage(StudySession &session, CodebookCache &codebook, Messages &messages,
                             QWidget *parent)
    : QStackedWidget(parent)
    , m_session(session)
    , m_codebook(codebook)
    , m_messages(messages)
    , m_list(new ProtocolList(session, this))
    , m_move(new MovePanel(session, this))
{
    addWidget(m_list);
    addWidget(m_move);
    connect(m_list, &ProtocolList::openRequested, this, &ProtocolsPage::open);
    connect(m_list, &ProtocolList::publishRequested, this, [this](ProtocolVersionId draft) {
        open(draft);
        if (m_editor)
            m_editor->publish();
    });
    connect(m_list, &ProtocolList::tryRequested, this, &ProtocolsPage::tryOut);
    connect(m_list, &ProtocolList::moveRequested, this, [this](ProtocolId protocol) {
        setCurrentWidget(m_move);
        m_move->begin(protocol);
    });
    connect(m_list, &ProtocolList::imported, this, &ProtocolsPage::versionAdded);
    connect(m_list, &ProtocolList::closeRequested, this, &ProtocolsPage::closeRequested);
    connect(m_list, &ProtocolList::said, this, &ProtocolsPage::say);
    connect(m_list, &ProtocolList::failed, this, &ProtocolsPage::fail);
    connect(m_move, &MovePanel::cancelled, this, [this] { showList(); });
    connect(m_move, &MovePanel::failed, this, &ProtocolsPage::fail);
    connect(m_move, &MovePanel::moved, this, [this](const QString &sentence, InterviewId interview) {
        // Undone, it is no longer true.
        auto *whileTrue = new QObject(this);
        connect(&m_session, &StudySession::undone, whileTrue, [whileTrue](const Commit &commit) {
            if (commit.touches("interview"_L1))
                whileTrue->deleteLater();
        });
        m_messages.show({Severity::Information,
                         sentence,
                         {},
                         {{tr("Go on with it"),
                           [page = QPointer(this), interview] {
                               if (page)
                                   Q_EMIT page->interviewRequested(interview);
                           }}},
                         whileTrue});
        showList();
    });
}

ProtocolsPage::~ProtocolsPage() = default;

void ProtocolsPage::say(const QString &sentence, const QString &remarks)
{
    m_messages.show({remarks.isEmpty() ? Severity::Information : Severity::Warning, sentence, remarks});
}

void ProtocolsPage::fail(const QString &sentence, const QString &detail)
{
    m_messages.show({Severity::Problem, sentence, detail});
}

void ProtocolsPage::closeEditor()
{
    if (!m_editor)
        return;
    m_editor->flush();
    m_changeNotes.insert(m_editor->draft().id(), m_editor->changeNote());
    // It may be what asked for this.
    m_editor->disconnect(this);
    m_editor->hide();
    m_editor->deleteLater();
    m_editor = nullptr;
}

void ProtocolsPage::showList(ProtocolVersionId selected)
{
    if (m_editor && !selected)
        selected = m_editor->draft().id();
    closeEditor();
    m_list->refresh();
    setCurrentWidget(m_list);
    if (selected)
        m_list->select(selected);
    m_list->focusDefault();
}

void ProtocolsPage::open(ProtocolVersionId version)
{
    if (m_editor && m_editor->draft().id() == version) {
        setCurrentWidget(m_editor);
        m_editor->focusDefault();
        return;
    }
    try {
        closeEditor();
        m_editor = new ProtocolEditor(m_session, m_codebook, version, this);
    } catch (const Error &error) {
        fail(tr("This protocol could not be opened; nothing was changed."), error.detail());
        showList();
        return;
    }
    m_editor->setChangeNote(m_changeNotes.value(version));
    addWidget(m_editor);
    setCurrentWidget(m_editor);
    connect(m_editor, &ProtocolEditor::closeRequested, this, [this] { showList(); });
    connect(m_editor, &ProtocolEditor::tryRequested, this, &ProtocolsPage::tryRequested);
    connect(m_editor, &ProtocolEditor::editRequested, this, [this, version] {
        showList(version);
        m_list->edit();
    });
    connect(m_editor, &ProtocolEditor::gone, this, &ProtocolsPage::editorGone);
    connect(m_editor, &ProtocolEditor::said, this, [this](const QString &sentence) { say(sentence); });
    m_editor->focusDefault();
}

void ProtocolsPage::editorGone()
{
    const ProtocolVersionId version = m_editor->draft().id();
    const auto entry = readProtocolEntry(m_session.reader(), version);
    if (entry && entry->isDraft()) { // its publishing was undone
        closeEditor();
        open(version);
        return;
    }
    showList(version);
    if (entry) {
        say(tr("Version %1 of “%2” is published.").arg(entry->number).arg(entry->title));
        Q_EMIT versionAdded(version);
    }
}

void ProtocolsPage::moveInterview(InterviewId interview)
{
    const auto found = readInterview(m_session.reader(), interview);
    const auto version = found ? readProtocolEntry(m_session.reader(), found->version) : std::nullopt;
    if (!version) {
        showList();
        return;
    }
    closeEditor();
    setCurrentWidget(m_move);
    m_move->begin(version->protocol, interview);
}

void ProtocolsPage::tryOut(ProtocolVersionId version)
{
    const LoadedProtocol loaded =
        loadProtocol(readProtocolContent(m_session.reader(), version), codebookKeys(m_codebook.codebook()));
    if (!loaded.isUsable()) {
        say(tr("It can be tried out once its problems are mended: %1").arg(loaded.problems.first().what));
        open(version);
        return;
    }
    Q_EMIT tryRequested(writeProtocolJson(loaded.protocol));
}

QList<QWidget *> ProtocolsPage::panes() const
{
    return m_editor && currentWidget() == m_editor ? m_editor->panes() : QList<QWidget *>{currentWidget()};
}

void ProtocolsPage::focusDefault()
{
    if (m_editor && currentWidget() == m_editor)
        m_editor->focusDefault();
    else if (currentWidget() == m_list)
        m_list->focusDefault();
}

void ProtocolsPage::goBack()
{
    if (currentWidget() == m_list) {
        Q_EMIT closeRequested();
    } else if (!m_editor || currentWidget() != m_editor) {
        showList();
    } else if (!m_editor->leavePublishing()) {
        m_editor->focusDefault(); // a field writes when it is left
        showList();
    }
}

void ProtocolsPage::keyPressEvent(QKeyEvent *event)
{
    // Here comes what nothing inside has taken.
    if (event->key() != Qt::Key_Escape || event->isAutoRepeat())
        QStackedWidget::keyPressEvent(event);
    else if (!m_editor || currentWidget() != m_editor || !m_editor->leaveForm())
        goBack();
}

void ProtocolsPage::flush()
{
    if (m_editor)
        m_editor->flush();
}

bool ProtocolsPage::goToPlace(const QString &place)
{
    const auto version = fromText<ProtocolVersionTag>(place.section(u'#', 0, 0));
    if (!version || !readProtocolEntry(m_session.reader(), *version))
        return false;
    // Where it is shown already, the focus and the caret stay.
    if (!m_editor || currentWidget() != m_editor || m_editor->draft().id() != *version)
        open(*version);
    return m_editor && m_editor->goToPlace(place);
}

QVector<PendingChange> ProtocolsPage::pending() const
{
    return m_editor ? m_editor->draft().pending() : QVector<PendingChange>();
}

void ProtocolsPage::retry()
{
    if (m_editor)
        m_editor->draft().retry();
}

} // namespace seamfinder
