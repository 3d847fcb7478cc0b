#pragma once

#include "core/catalogue/StudyCopy.h"
#include "core/domain/Filter.h"
#include "ui/shell/Workspace.h"

#include <functional>
#include <memory>

class QMenu;
class QStackedWidget;

namespace seamfinder {

class CatalogueService;
class CodebookCache;
class InterviewList;
class InterviewPage;
class Messages;
class ProtocolsPage;
class StudySession;
enum class KeyCommand : quint8;
struct PracticeRoom;

/// The second workspace: the list of interviews, or the one that is being held.
class InterviewWorkspace : public Workspace
{
    Q_OBJECT

public:
    InterviewWorkspace(StudySession &session, CodebookCache &codebook, Messages &messages,
                       QWidget *parent = nullptr);
    ~InterviewWorkspace() override;

    /// For the debrief of an interview: without it there is none.
    void setCatalogue(CatalogueService &catalogue) { m_catalogue = &catalogue; }

    [[nodiscard]] QString key() const override { return QStringLiteral("interview"); }
    [[nodiscard]] QString title() const override { return tr("Interview"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("seamfinder-interview"); }
    [[nodiscard]] QList<QAction *> menuActions() const override { return m_actions; }
    [[nodiscard]] QList<QAction *> viewActions() const override;
    [[nodiscard]] QList<QWidget *> panes() const override;
    [[nodiscard]] QWidget *startOf(const QWidget *pane) const override;
    void focusDefault() override;
    bool find() override;
    void flush() override;
    void saveState(QSettings &settings) const override;
    void restoreState(QSettings &settings) override;

    /// The list, with the form of a new interview filled in: Enter starts it.
    void newInterview();
    /// The same, with room for a transcript or a table that is there already.
    void offerMaterial();
    void openInterview(InterviewId interview);
    /// Where it was left: at the questions, or in Finish.
    void goOnWith(InterviewId interview);
    void showList();
    /// A practice interview on a study of its own that is thrown away.
    void tryInterview();
    /// The protocols of the study, or the one that is being written.
    void showProtocols();
    [[nodiscard]] bool areProtocolsShown() const;
    /// Where an undo or redo changed something (`Action::place`). False if it is no place of the open one.
    bool goToPlace(const QString &place);
    /// As InterviewPage::goOnAt.
    void goOnAt(const QString &place);

    /// Answers of the open interview that could not be written (a practice aside), and another try.
    [[nodiscard]] QVector<PendingChange> pending() const;
    void retry();

    [[nodiscard]] ProtocolsPage &protocols() { return *m_protocols; }
    /// The study is about to be closed: what was said in the open interview goes if it was declined.
    void leaveForGood();
    /// Shows the list if the open interview is one of these: they are about to be erased.
    void leave(const QVector<InterviewId> &interviews);

    /// nullptr when the list or the protocols are shown.
    [[nodiscard]] InterviewPage *page() const { return m_page; }

Q_SIGNALS:
    /// Another interview is open, or none; or its state changed.
    void interviewChanged();
    /// A table was imported: its examples wait in the catalogue.
    void examplesImported();
    /// Everything of this participant is to be erased.
    void withdrawalWanted(seamfinder::ParticipantId participant);
    /// The examples behind a number of the debrief.
    void catalogueWanted(const seamfinder::Filter &filter);

private:
    QAction *addAction(const QString &text, KeyCommand command,
                       const std::function<void(InterviewPage &)> &run);
    void setPage(InterviewPage *page);
    [[nodiscard]] QVector<InterviewId> declinedOnPage() const;
    void listLanguages();
    void updateActions();
    void addProtocolActions();
    void connectProtocols();
    /// Back to the interview that they were opened from, at its question; else to the list.
    void leaveProtocols();
    /// With a protocol (its JSON), or with one of three minutes.
    void practise(const QByteArray &protocol);
    void moveToNewerVersion();
    /// The open interview follows another version now: its page is made anew.
    void followVersion();

    StudySession &m_session;
    CodebookCache &m_codebook;
    Messages &m_messages;
    CatalogueService *m_catalogue = nullptr;
    QStackedWidget *m_stack;
    InterviewList *m_list;
    ProtocolsPage *m_protocols;
    InterviewPage *m_page = nullptr;
    QMenu *m_languages; ///< of the interview that is open
    ProtocolVersionId m_pageVersion{};
    std::unique_ptr<PracticeRoom> m_practice;
    bool m_backToProtocols = false; ///< from the practice
    InterviewId m_leftFor{};        ///< the interview that the protocols were opened from
    QList<QAction *> m_actions;
    QList<QAction *> m_pageActions;
    QAction *m_whole = nullptr;    ///< section at once
    QAction *m_examples = nullptr; ///< beside the question, instead of the probes
    QAction *m_back = nullptr;     ///< from the protocols, too
    QAction *m_transcript = nullptr;
    QAction *m_recording = nullptr;
    QByteArray m_paneWidths;
};

} // namespace seamfinder
