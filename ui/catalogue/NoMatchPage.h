#pragma once

#include "core/analysis/Selection.h"
#include "core/catalogue/ReadJobs.h"

#include <QWidget>

class QVBoxLayout;

namespace seamfinder {

class CatalogueList;
class StudyNames;
class StudySession;

/// Shown where nothing matches the filter: which part of it to give up, and what that would bring.
class NoMatchPage : public QWidget
{
    Q_OBJECT

public:
    NoMatchPage(StudySession &session, const StudyNames &names, const CatalogueList &list,
                QWidget *parent = nullptr);

    /// Counts what each part of the list's filter costs, in the background.
    void ask();

Q_SIGNALS:
    void filterWanted(const seamfinder::Filter &filter);

private:
    struct WayOut
    {
        Filter filter;
        QString without;
        UnitCounts counts;
    };
    void show(const QVector<WayOut> &ways);

    StudySession &m_session;
    const StudyNames &m_names;
    const CatalogueList &m_list;
    Generation m_generation;
    QVBoxLayout *m_column;
};

} // namespace seamfinder
