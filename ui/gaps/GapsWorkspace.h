#pragma once

#include "core/catalogue/ReadJobs.h"
#include "core/domain/Filter.h"
#include "ui/report/ChartData.h"
#include "ui/shell/Workspace.h"

class QCheckBox;
class QComboBox;
class QSplitter;
class QStackedWidget;

namespace seamfinder {

class CatalogueService;
class ChartActions;
class CodebookCache;
class EmptyState;
class FilterBar;
class HeatMapView;
class HeatScale;
class Messages;
class RankingView;
class SectionHeading;
class Segments;
class StudySession;

/// What recurs: two dimensions crossed as a heat map, and one ranked by bars. Every mark opens the catalogue
/// with exactly what is behind it.
class GapsWorkspace final : public Workspace
{
    Q_OBJECT

public:
    GapsWorkspace(StudySession &session, CodebookCache &codebook, CatalogueService &catalogue,
                  Messages &messages, QWidget *parent = nullptr);
    ~GapsWorkspace() override;

    /// What the catalogue is limited to; followed while the switch says so.
    void setCatalogueFilter(const Filter &filter);
    void setDimensions(Dimension rows, Dimension columns);
    void setCounting(Counting counting);
    /// The filter that the charts show, limits that are always there included.
    [[nodiscard]] Filter filter() const;

    [[nodiscard]] QString key() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] QList<QAction *> menuActions() const override;
    [[nodiscard]] QList<QWidget *> panes() const override;
    void focusDefault() override;
    void saveState(QSettings &settings) const override;
    void restoreState(QSettings &settings) override;

Q_SIGNALS:
    void catalogueWanted(const seamfinder::Filter &filter);
    /// New numbers are on screen.
    void shown();

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Answer
    {
        CrossTab table;
        QVector<ValueCount> ranking;
        DimensionNames names;
    };

    void build();
    [[nodiscard]] QWidget *buildControls();
    [[nodiscard]] QWidget *buildHeatPane();
    [[nodiscard]] QWidget *buildRankingPane();
    [[nodiscard]] Dimension rows() const;
    [[nodiscard]] Dimension columns() const;
    [[nodiscard]] Dimension ranked() const;
    void chooseSide(bool isRow);
    void askAnew();
    void accept(const Answer &answer);
    void render();
    void showNothing();
    void offerValues(Dimension dimension);
    void setOwnFilter(const Filter &filter);
    void openCell(std::optional<DimensionValue> row, std::optional<DimensionValue> column);

    StudySession &m_session;
    CodebookCache &m_codebook;
    CatalogueService &m_catalogue;
    Messages &m_messages;
    Generation m_generation, m_offerGeneration;
    Filter m_catalogueFilter, m_ownFilter;
    Filter m_shownFilter; ///< that of the answer on screen: what is opened must match the numbers
    std::optional<Answer> m_answer;
    bool m_stale = true;
    int m_rowIndex = -1, m_columnIndex = -1; ///< of the combo boxes, before a change

    QComboBox *m_rows = nullptr, *m_columns = nullptr, *m_ranked = nullptr;
    Segments *m_counting = nullptr;
    Segments *m_follow = nullptr;
    QCheckBox *m_expected = nullptr;
    FilterBar *m_bar = nullptr;
    SectionHeading *m_heatHeading = nullptr, *m_rankingHeading = nullptr;
    HeatMapView *m_heat = nullptr;
    HeatScale *m_scale = nullptr;
    RankingView *m_ranking = nullptr;
    QWidget *m_controls = nullptr, *m_heatPane = nullptr, *m_rankingPane = nullptr;
    QSplitter *m_splitter = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    ChartActions *m_heatActions = nullptr, *m_rankingActions = nullptr;
};

} // namespace seamfinder
