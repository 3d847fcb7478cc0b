#pragma once

#include "core/domain/Filter.h"
#include "core/domain/Id.h"

#include <memory>
#include <QDeadlineTimer>
#include <QObject>

class QAction;

namespace seamfinder {

class CatalogueService;
class CatalogueWorkspace;
class CodebookCache;
class CodebookWorkspace;
class ErasurePanels;
class GapsWorkspace;
class HeldKeys;
class InterviewWorkspace;
class MainWindow;
class SaveTrouble;
class Study;
class StudySession;
class StudyWorkspace;
class Workspace;
struct Commit;
struct JournalEntry;
struct Message;
struct HiddenWord;

/// Everything that lives as long as one study is open: its session, what the workspaces share, the five
/// workspaces in the window, and the wires between them.
class OpenStudy : public QObject
{
    Q_OBJECT

public:
    OpenStudy(std::unique_ptr<Study> study, MainWindow &window);
    /// Writes what is being typed, takes the workspaces out of the window and closes the file.
    ~OpenStudy() override;

    [[nodiscard]] StudySession &session() { return *m_session; }
    /// What the catalogue shows; whether that is a look from elsewhere, which nobody chose as a filter.
    [[nodiscard]] const Filter &catalogueFilter() const;
    [[nodiscard]] bool isCatalogueLook() const;

    /// Everything typed is on disk, or has failed visibly.
    void flush();
    /// The last step, as Ctrl+Z asks for it; one that was made elsewhere is named first.
    void undo();
    void redo();
    /// Where the interview stands that was being held when the last writer died, if it did.
    void sayHowItEnded();
    /// Opens the window in which a word is removed everywhere.
    void removeEverywhere(const HiddenWord &word);
    void newExample();
    void startFromMaterial();
    void startInterview();
    void tryInterview();

Q_SIGNALS:
    /// Another study is to be opened in place of this one.
    void openWanted(const QString &path);
    /// This one is to be closed and opened again.
    void reopenWanted();

private:
    void makeWorkspaces();
    void connectWorkspaces();
    void connectSession();
    void showInCatalogue(const Filter &filter);
    void goTo(const Commit &commit);
    void sayTaken(const Commit &commit, const QString &what, const QString &ofWhat);
    [[nodiscard]] bool mayUndo(const JournalEntry &entry);
    [[nodiscard]] bool leadsAway(const QString &place) const;
    [[nodiscard]] bool isInPageShown(const QString &place) const;
    [[nodiscard]] const Workspace *homeOf(const QString &place) const;
    /// Takes the notice away once that interview is gone on with.
    void tellUntilOpen(Message message, InterviewId interview);
    void showUndoState();
    void sayWhyReadOnly();
    void watchSaving();

    MainWindow &m_window;
    std::unique_ptr<StudySession> m_session;
    std::unique_ptr<CodebookCache> m_codebook;
    std::unique_ptr<CatalogueService> m_service;
    std::unique_ptr<SaveTrouble> m_trouble;
    std::unique_ptr<ErasurePanels> m_erasures;
    HeldKeys *m_heldKeys;
    std::unique_ptr<QObject> m_taken; ///< while the strip says what was undone or redone,
    QString m_takenAt;                ///< and where
    JournalEntryId m_named{};         ///< made elsewhere: the next Ctrl+Z takes it back
    QDeadlineTimer m_namedUntil;
    QString m_undoneOf; ///< named before it is undone: its row may go with it
    StudyWorkspace *m_study = nullptr;
    InterviewWorkspace *m_interview = nullptr;
    CatalogueWorkspace *m_catalogue = nullptr;
    GapsWorkspace *m_gaps = nullptr;
    CodebookWorkspace *m_codebookPage = nullptr;
};

} // namespace seamfinder
