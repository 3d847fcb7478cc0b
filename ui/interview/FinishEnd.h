#pragma once

#include "core/domain/Filter.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace seamfinder {

class CatalogueService;
class CodebookCache;
class InterviewSession;

/// The last page after an interview: how far it is answered, what it brought, and what can be done with it
/// now. It is complete when the interviewer says so here, not because this page was come to.
class FinishEnd : public QWidget
{
    Q_OBJECT

public:
    /// `catalogue`: nullptr in a practice, of which nothing is kept.
    FinishEnd(InterviewSession &session, CodebookCache &codebook, CatalogueService *catalogue,
              QWidget *parent = nullptr);

Q_SIGNALS:
    void readBackWanted();
    /// To the first of what is still open.
    void againWanted();
    void catalogueWanted(const seamfinder::Filter &filter);

private:
    void refresh();

    [[nodiscard]] QString stateInWords() const;

    InterviewSession &m_session;
    bool m_isPractice;
    QLabel *m_state;
    QPushButton *m_again;
    QPushButton *m_readBack;
    QPushButton *m_complete;
    QPushButton *m_lock;
};

} // namespace seamfinder
