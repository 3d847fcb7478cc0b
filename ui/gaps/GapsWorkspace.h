#pragma once

#include "core/catalogue/ReadJobs.h"
#include "core/domain/Filter.h"
#include "ui/report/ChartData.h"
#include "ui/shell/Workspace.h"

#include <optional>

class QLabel;
class QSplitter;
class QStackedWidget;

namespace seamfinder {

class CatalogueService;
class ChartActions;
class CodebookCache;
class EmptyState;
class FilterBar;
class GapsControls;
class HeatPane;
class Messages;
class RankingPane;
class StudySession;
struct Commit;

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
    /// Whether the catalogue shows a look that was opened from elsewhere: it is not followed, and that is
    /// said.
    void setCatalogueLook(bool isLook);
    void setDimensions(Dimension rows, Dimension columns);
    void setCounting(CountBy counting);
    /// The filter that the charts show, limits that are always there included.
    [[nodiscard]] Filter filter() const;

    [[nodiscard]] QString key() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] QList<QAction *> menuActions() const override;
    [[nodiscard]] QList<QWidget *> panes() const override;
    [[nodiscard]] QWidget *startOf(const QWidget *pane) const override;
    void focusDefault() override;
    void saveState(QSettings &settings) const override;
    void restoreState(QSettings &settings) override;

Q_SIGNALS:
    /// A look at what stands behind a mark.
    void catalogueWanted(const seamfinder::Filter &filter);
    /// The filter that is followed is to be changed where it is.
    void catalogueFilterWanted();
    /// New numbers are on screen.
    void shown();

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Answer
    {
        Filter filter; ///< what it counts: what is opened must match the numbers on screen
        CrossTab table;
        QVector<ValueCount> ranking;
        Dimension ranked;
        size_t everything;                   ///< examples and gaps of the study, filter or not
        QVector<ParticipantId> participants; ///< whom the numbers are about
        int withheld = 0;                    ///< examples and gaps that must not be counted for others
    };

    void build();
    void askAnew();
    void accept(const Answer &answer);
    void render();
    void showNothing();
    void offerValues(Dimension dimension);
    void setOwnFilter(const Filter &filter);
    QString logChart(const QString &format, const QString &path);
    void followConsent(const Commit &commit);
    void sayWhatIsFollowed();
    void openCell(std::optional<DimensionValue> row, std::optional<DimensionValue> column);

    StudySession &m_session;
    CodebookCache &m_codebook;
    CatalogueService &m_catalogue;
    Messages &m_messages;
    Generation m_generation, m_offerGeneration;
    Filter m_catalogueFilter, m_ownFilter;
    std::optional<Answer> m_answer;
    bool m_stale = true;
    bool m_catalogueLook = false;
    bool m_wantsChart = false;       ///< which was not there yet when one came
    QWidget *m_openedFrom = nullptr; ///< the chart to which one comes back

    GapsControls *m_controls = nullptr;
    FilterBar *m_bar = nullptr;
    HeatPane *m_heatPane = nullptr;
    RankingPane *m_rankingPane = nullptr;
    QSplitter *m_splitter = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QLabel *m_withheld = nullptr, *m_follows = nullptr;
    ChartActions *m_heatActions = nullptr, *m_rankingActions = nullptr;
};

} // namespace seamfinder
