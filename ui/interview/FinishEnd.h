#pragma once

#include "core/domain/Filter.h"

#include <QWidget>

class QPushButton;

namespace seamfinder {

class CatalogueService;
class CodebookCache;
class InterviewSession;

/// The last page after an interview: what it brought, and what can be done with it now.
class FinishEnd : public QWidget
{
    Q_OBJECT

public:
    /// `catalogue`: nullptr where nothing is counted.
    FinishEnd(InterviewSession &session, CodebookCache &codebook, CatalogueService *catalogue,
              QWidget *parent = nullptr);

Q_SIGNALS:
    void readBackWanted();
    void catalogueWanted(const seamfinder::Filter &filter);

private:
    void refresh();

    InterviewSession &m_session;
    QPushButton *m_readBack;
    QPushButton *m_lock;
};

} // namespace seamfinder
