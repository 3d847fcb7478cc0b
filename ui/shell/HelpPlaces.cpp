#include "ui/shell/HelpPlaces.h"

#include <QWidget>

namespace seamfinder {

namespace {
constexpr const char *start = "1-start", *interview = "2-interview", *catalogue = "3-catalogue",
                     *gaps = "4-gaps", *codebook = "5-codebook", *exporting = "6-export",
                     *privacy = "8-privacy";

constexpr HelpPart parts[]{
    // What opens over a workspace.
    {"FormOptions", exporting, "A form to print"},
    {"ExportLogPanel", exporting, "What consent keeps back"},
    {"ExportPanel", exporting, ""},
    {"WithdrawalPanel", privacy, "Withdrawal"},
    {"ScrubPanel", privacy, "Remove a word everywhere"},
    {"HiddenWordsPanel", privacy, "Words to hide"},
    {"KeysPanel", start, "Keys of your own"},
    // An interview: of what several views have, the special before the view.
    {"TranscriptPane", interview, "Transcripts"},
    {"NewTranscript", interview, "Transcripts"},
    {"MarkTranscript", interview, "Marks, when there is no time to type"},
    {"MarkTargets", interview, "Marks, when there is no time to type"},
    {"MarkStrip", interview, "Marks, when there is no time to type"},
    {"MarkList", interview, "Marks, when there is no time to type"},
    {"ConsentStrip", interview, "Consent"},
    {"LanguageButton", interview, "Languages"},
    {"PeoplePanel", interview, "Several people, systems and days"},
    {"ParticipantWindow", interview, "The participant's window"},
    {"InterviewClock", interview, "Time"},
    {"PauseStrip", interview, "Time"},
    {"RecordingStrip", interview, "Time"},
    {"TimelineView", interview, "Time"},
    {"LockStrip", interview, "Afterwards"},
    {"FinishView", interview, "Afterwards"},
    {"ReadBackView", interview, "Afterwards"},
    {"DebriefPanel", interview, "Afterwards"},
    {"MaterialBox", start, ""},
    {"ProtocolsPage", interview, "Protocols of your own"},
    {"ProtocolEditor", interview, "Protocols of your own"},
    {"PublishPanel", interview, "Protocols of your own"},
    {"MovePanel", interview, "Protocols of your own"},
    // The catalogue; its pane shows an example with the same card as an interview.
    {"FacetPanel", catalogue, "Search and filter"},
    {"FilterChips", catalogue, "Search and filter"},
    {"LinkLine", catalogue, "One event, several accounts"},
    {"RelatedPage", catalogue, "One event, several accounts"},
    {"DetailPane", catalogue, "Coding"},
    {"CatalogueWorkspace", catalogue, ""},
    {"ExampleCard", interview, "An example at any moment"},
    {"SectionView", interview, "One question, or the whole section"},
    {"InterviewWorkspace", interview, ""},
    {"HeatMapView", gaps, "The heat map"},
    {"RankingView", gaps, "The ranking"},
    {"GapsWorkspace", gaps, ""},
    {"CodebookWorkspace", codebook, ""},
    {"StudyWorkspace", start, "The Study workspace"},
};
} // namespace

std::span<const HelpPart> helpParts()
{
    return parts;
}

HelpPlace helpPlaceOf(const QWidget *widget)
{
    for (const HelpPart &part : parts) {
        const QByteArray name = QByteArrayLiteral("seamfinder::") + part.className;
        for (const QWidget *at = widget; at; at = at->parentWidget()) {
            if (at->inherits(name.constData()))
                return {QString::fromLatin1(part.page), QString::fromLatin1(part.heading)};
            if (at->isWindow())
                break; // what a window belongs to is not where one is
        }
    }
    return {QString::fromLatin1(start), {}};
}

} // namespace seamfinder
