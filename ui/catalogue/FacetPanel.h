#pragma once

#include "core/catalogue/ReadJobs.h"
#include "ui/catalogue/FacetModel.h"

#include <exception>
#include <QWidget>

class QLabel;
class QListView;

namespace seamfinder {

class CatalogueList;
class StudyNames;
class SearchField;
class SectionHeading;
class StudySession;

/// What the list can be limited to, with how often each value occurs in what it shows now. A facet that
/// already limits the list counts as if it did not, so that each number says what choosing that value would
/// bring.
class FacetPanel : public QWidget
{
    Q_OBJECT

public:
    FacetPanel(StudySession &session, const StudyNames &names, const CatalogueList &list,
               QWidget *parent = nullptr);

    void setFilter(const Filter &filter);
    [[nodiscard]] FacetModel &model() { return *m_model; }
    [[nodiscard]] QListView *view() const { return m_view; }
    /// The unfolded facets, by key.
    [[nodiscard]] QStringList unfolded() const;
    void setUnfolded(const QStringList &keys);
    /// "Filters are being prepared, 40 %": while the columns are loaded. Empty: they are there.
    void setNote(const QString &note);

Q_SIGNALS:
    void toggled(seamfinder::Dimension dimension, seamfinder::DimensionValue value);
    /// By Esc: back to what is filtered.
    void left();
    void failed(const std::exception_ptr &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void count();
    void activate(int row);
    void fold(int row, bool unfolded);
    /// Runs something that may reset the model, and keeps the current line and the scrolling.
    void keepPlace(const std::function<void()> &change);

    StudySession &m_session;
    const StudyNames &m_names;
    const CatalogueList &m_list;
    Generation m_generation;
    Filter m_filter;
    SectionHeading *m_heading;
    SearchField *m_search;
    QLabel *m_none;
    QListView *m_view;
    FacetModel *m_model;
};

} // namespace seamfinder
