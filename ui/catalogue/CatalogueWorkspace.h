#pragma once

#include "core/catalogue/CatalogueOrder.h"
#include "core/domain/Filter.h"
#include "ui/shell/Workspace.h"

#include <exception>
#include <functional>
#include <optional>

class QSplitter;
class QStackedWidget;
class QToolButton;

namespace seamfinder {

class CatalogueActions;
class CatalogueList;
class CatalogueModel;
class StudyNames;
class CatalogueService;
class CatalogueTable;
class CodebookCache;
class DetailPane;
class ElidedLabel;
class FacetPanel;
class FilterChips;
class Messages;
class NoMatchPage;
class SearchField;
class StudySession;

/// The third workspace: facets at the left, search, chips and the table in the middle, the current example's
/// card and coding at the right.
class CatalogueWorkspace final : public Workspace
{
    Q_OBJECT

public:
    CatalogueWorkspace(StudySession &session, CodebookCache &codebook, CatalogueService &service,
                       Messages &messages, QWidget *parent = nullptr);
    ~CatalogueWorkspace() override;

    [[nodiscard]] QString key() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] QList<QAction *> menuActions() const override;
    [[nodiscard]] QList<QWidget *> panes() const override;
    void focusDefault() override;
    bool find() override;
    void flush() override;
    void saveState(QSettings &settings) const override;
    void restoreState(QSettings &settings) override;

    /// Limits the list, leaves the bin, and ends a look.
    void setFilter(const Filter &filter);
    /// What the list shows.
    [[nodiscard]] const Filter &filter() const { return m_filter; }
    /// A look at what stands behind something in another workspace: limits the list until it is taken back,
    /// which `leaveLook` does with a way back to there. The filter under it stays as it is, and is what is
    /// saved and what others follow. `key` and `title` are the other workspace's.
    void look(const Filter &filter, const QString &key, const QString &title);
    [[nodiscard]] bool isLook() const { return m_look.has_value(); }
    /// The list as it was before the look; does nothing without one.
    void endLook();
    void leaveLook();
    /// Makes the example (the gap: its example, or the need) current and shows it, also where the filter
    /// hides it.
    void showExample(ExampleId example);
    void showGap(GapId gap);
    /// The card's editor of "counted_on", or of a gap's "owner" (Field::key).
    bool focusField(QStringView field, GapId gap = {});
    /// Records an example without an interview and puts the caret into it.
    void createExample();

    [[nodiscard]] CatalogueModel &model() { return *m_model; }
    [[nodiscard]] CatalogueList &list() { return *m_list; }
    [[nodiscard]] CatalogueTable &table() { return *m_table; }
    [[nodiscard]] FacetPanel &facets() { return *m_facets; }
    [[nodiscard]] DetailPane &detail() { return *m_detail; }
    [[nodiscard]] CatalogueActions &actions() { return *m_actions; }

Q_SIGNALS:
    /// Of the filter itself; a look is none.
    void filterChanged(const seamfinder::Filter &filter);
    /// A look began or ended.
    void lookChanged(bool isLook);
    /// A look was left: the workspace of this key is to be shown again.
    void lookLeft(const QString &key);
    /// Another example is shown in the detail.
    void exampleOpened(seamfinder::ExampleId example);
    /// The doors of an empty catalogue.
    void interviewWanted();
    void materialWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeMiddle();
    QWidget *makeEmptyPage();
    void connectAll();
    struct Look
    {
        QString key, title; ///< of the workspace that it came from
        Filter before;
    };

    void applyFilter(const Filter &filter);
    void showLook();
    void changeFilter(const std::function<void(Filter &)> &change);
    void followRow(const CatalogueRow &row, bool byUser);
    void goTo(const CatalogueRow &row);
    void listChanged();
    void showCounts();
    void showProgress(double progress);
    void arrange();
    void fail(const std::exception_ptr &error);

    StudySession &m_session;
    CatalogueService &m_service;
    CodebookCache &m_codebook;
    Messages &m_messages;
    const StudyNames *m_names;
    CatalogueModel *m_model;
    CatalogueList *m_list;
    QSplitter *m_splitter;
    FacetPanel *m_facets;
    SearchField *m_search;
    QToolButton *m_facetButton;
    FilterChips *m_chips;
    ElidedLabel *m_counts;
    QStackedWidget *m_middle;
    CatalogueTable *m_table;
    QWidget *m_empty;
    NoMatchPage *m_noMatch;
    DetailPane *m_detail;
    CatalogueActions *m_actions;
    Filter m_filter;
    std::optional<Look> m_look;
    CatalogueRow m_awaited; ///< to be made current once it is among the rows
    double m_progress = 0;
    bool m_narrow = false;
    bool m_facetsWide = true;    ///< shown while there is room
    bool m_facetsNarrow = false; ///< shown where there is little
};

} // namespace seamfinder
