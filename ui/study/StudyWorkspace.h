#pragma once

#include "core/catalogue/ReadJobs.h"
#include "core/domain/Filter.h"
#include "ui/shell/Workspace.h"
#include "ui/study/StudyOverview.h"

#include <functional>
#include <optional>
#include <QTimer>

class QMenu;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace seamfinder {

class CatalogueService;
class CodebookCache;
class Messages;
class OverviewTable;
class ParticipantPanel;
class SectionHeading;
class StudySession;
class StudySummary;
struct Commit;

/// The study at a glance: participants and interviews with their state, what is open, how saturated. An empty
/// study shows its three doors instead.
class StudyWorkspace final : public Workspace
{
    Q_OBJECT

public:
    StudyWorkspace(StudySession &session, CodebookCache &codebook, CatalogueService &catalogue,
                   Messages &messages, QWidget *parent = nullptr);
    ~StudyWorkspace() override;

    /// Selects a participant's line, as undo and links want it.
    void showParticipant(ParticipantId participant);

    [[nodiscard]] QString key() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] QList<QAction *> menuActions() const override { return m_actions; }
    [[nodiscard]] QList<QWidget *> panes() const override;
    void focusDefault() override;
    void flush() override;
    void saveState(QSettings &settings) const override;
    void restoreState(QSettings &settings) override;

Q_SIGNALS:
    void tryInterviewWanted();
    void newInterviewWanted();
    void materialWanted();
    void interviewWanted(seamfinder::InterviewId interview);
    void catalogueWanted(const seamfinder::Filter &filter);
    /// Everything of this participant is to be erased.
    void withdrawalWanted(seamfinder::ParticipantId participant);
    /// New numbers are on screen.
    void shown();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeActions();
    [[nodiscard]] QWidget *buildDoors();
    [[nodiscard]] QWidget *buildOverview();
    void touch();
    void follow(const Commit &commit);
    void askAnew();
    void accept(const StudyOverview &overview);
    void showCurrent();
    void selectWanted();
    void showOther();
    void showPeople(const QVector<ParticipantId> &people);
    void offerWithdrawal(const QVector<ParticipantId> &people, const QString &shown,
                         const std::function<QString(ParticipantId)> &pseudonym);
    void openCurrent();
    void openExamples(bool onlyOpen);
    void addParticipant();
    void removeCurrent();

    StudySession &m_session;
    CodebookCache &m_codebook;
    CatalogueService &m_catalogue;
    Messages &m_messages;
    Generation m_generation;
    QTimer m_pause;
    bool m_stale = true;
    std::optional<StudyOverview> m_unseen; ///< came while another workspace was shown
    ParticipantId m_wanted{};              ///< to be selected once it is read
    ParticipantId m_edited{};              ///< of the current line's participants
    QList<QAction *> m_actions;
    QMenu *m_withdrawOne = nullptr;        ///< of several in one interview,
    QVector<ParticipantId> m_withdrawable; ///< of these
    QAction *m_new = nullptr, *m_addParticipant = nullptr, *m_open = nullptr, *m_examples = nullptr,
            *m_openFields = nullptr, *m_remove = nullptr, *m_withdraw = nullptr;
    QStackedWidget *m_stack = nullptr;
    QWidget *m_doors = nullptr, *m_overview = nullptr, *m_side = nullptr, *m_tablePane = nullptr;
    StudySummary *m_summary = nullptr;
    OverviewTable *m_table = nullptr;
    SectionHeading *m_sideHeading = nullptr;
    ParticipantPanel *m_panel = nullptr;
    QToolButton *m_other = nullptr; ///< where several sat in one interview
    QSplitter *m_splitter = nullptr;
};

} // namespace seamfinder
