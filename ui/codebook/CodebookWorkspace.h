#pragma once

#include "core/catalogue/ReadJobs.h"
#include "core/domain/Filter.h"
#include "core/domain/Term.h"
#include "ui/shell/Workspace.h"

#include <QHash>
#include <QTimer>

class QLineEdit;
class QSplitter;
class QStackedWidget;

namespace seamfinder {

class CodebookCache;
class CodebookTree;
class EmptyState;
class Messages;
class SearchField;
class SectionHeading;
class StudySession;
class TermEditor;
struct Commit;

/// The terms that people code with: a tree by category at the left, everything about one term at the right.
class CodebookWorkspace final : public Workspace
{
    Q_OBJECT

public:
    CodebookWorkspace(StudySession &session, CodebookCache &codebook, Messages &messages,
                      QWidget *parent = nullptr);
    ~CodebookWorkspace() override;

    /// Shows a term, as undo and links want it.
    void showTerm(TermId term);

    [[nodiscard]] QString key() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] QList<QAction *> menuActions() const override { return m_actions; }
    [[nodiscard]] QList<QWidget *> panes() const override;
    void focusDefault() override;
    bool find() override;
    void flush() override;
    void saveState(QSettings &settings) const override;
    void restoreState(QSettings &settings) override;

Q_SIGNALS:
    void catalogueWanted(const seamfinder::Filter &filter);

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *buildTreePane();
    void makeActions();
    void readAnew();
    void showCurrent(TermId term);
    void startAdding();
    void add();
    void move(TermId term, TermId before);
    void followUse(const Commit &commit);
    void countUse();
    void openUses(TermId term);

    StudySession &m_session;
    CodebookCache &m_codebook;
    Messages &m_messages;
    Generation m_generation;
    QHash<TermId, int> m_use;
    QTimer m_usePause;
    bool m_useStale = true;
    QList<QAction *> m_actions;
    QAction *m_addAction = nullptr, *m_showRetired = nullptr;
    QWidget *m_treePane = nullptr;
    SectionHeading *m_heading = nullptr;
    SearchField *m_search = nullptr;
    QLineEdit *m_newName = nullptr;
    CodebookTree *m_tree = nullptr;
    TermEditor *m_editor = nullptr;
    EmptyState *m_nothing = nullptr;
    QStackedWidget *m_right = nullptr;
    QSplitter *m_splitter = nullptr;
};

} // namespace seamfinder
