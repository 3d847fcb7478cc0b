#pragma once

#include "core/analysis/Saturation.h"
#include "core/catalogue/ReadCodebook.h"
#include "core/catalogue/ReadInterviews.h"

#include <memory>

namespace seamfinder {

/// One line of the overview: an interview, or a participant who has none yet.
struct OverviewRow
{
    InterviewId interview{};
    QVector<ParticipantId> participants{};
    QString who{};   ///< "P01, P02"
    QString roles{}; ///< "Data scientist, Software engineer"
    QString protocol{};
    QString state{}; ///< Interview::standing; empty: not interviewed yet
    std::optional<qint64> date{};
    int examples = 0, gaps = 0;
    std::optional<int> minutes{}, planned{};
    QVector<std::pair<OpenField, int>> open{}; ///< how many examples lack what; nothing while not counted
    int openExamples = 0;
    std::optional<SaturationStep> step{};
};

/// Everything that the study's page shows, read in one go in the background.
struct StudyOverview
{
    QVector<OverviewRow> rows;
    QVector<std::pair<QString, int>>
        roles; ///< how many participants have each as their main role, in codebook order
    int participants = 0, interviews = 0, complete = 0, declined = 0;
    int examples = 0, gaps = 0;
    QVector<SaturationStep> steps; ///< of the interviews that were held, oldest first

    [[nodiscard]] bool isEmpty() const { return participants + interviews + examples + gaps == 0; }
};

/// `columns` may be missing (still loading): then what is open and saturation are left out.
[[nodiscard]] StudyOverview readOverview(Connection &db, const Codebook &codebook,
                                         const std::shared_ptr<const CatalogueColumns> &columns);

} // namespace seamfinder
