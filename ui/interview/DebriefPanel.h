#pragma once

#include "core/analysis/Debrief.h"
#include "core/catalogue/ReadJobs.h"

#include <QWidget>

namespace seamfinder {

class CatalogueService;
class CodebookCache;
class InterviewSession;
class LinkLabel;

/// What a debrief says, as rich text; each number is a link whose address is its place in `behind`.
struct DebriefText
{
    QString html;
    QVector<Filter> behind;
};
[[nodiscard]] DebriefText debriefText(const Debrief &debrief, const Codebook &codebook);

/// After the interview: what it brought that nobody named before, what it confirmed, and who is least heard
/// so far. Counted in the background, anew with every change of the catalogue.
class DebriefPanel : public QWidget
{
    Q_OBJECT

public:
    DebriefPanel(InterviewSession &session, CodebookCache &codebook, CatalogueService &catalogue,
                 QWidget *parent = nullptr);

Q_SIGNALS:
    /// The examples behind a number.
    void catalogueWanted(const seamfinder::Filter &filter);

private:
    void count();
    void show(const std::optional<Debrief> &debrief);

    InterviewSession &m_session;
    CodebookCache &m_codebook;
    CatalogueService &m_catalogue;
    Generation m_generation;
    LinkLabel *m_sentence;
    QVector<Filter> m_behind;
};

} // namespace seamfinder
