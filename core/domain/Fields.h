#pragma once

#include "core/domain/Field.h"

#include <array>

/// Every field of the study's entities, by name. See Field.h for what a field is.
namespace seamfinder::fields {

#define L(text) QLatin1StringView(text)

namespace choices {
inline constexpr Choice firstHand[]{{L("first-hand"), "First-hand"}, {L("heard"), "Heard from others"}};
inline constexpr Choice whatIf[]{{L("prevented"), "It would have been prevented"},
                                 {L("sooner"), "It would have been noticed sooner"},
                                 {L("reduced"), "It would have done less harm"},
                                 {L("no-difference"), "It would have made no difference"}};
inline constexpr Choice status[]{
    {L("candidate"), "Candidate"}, {L("confirmed"), "Confirmed"}, {L("not-mismatch"), "Not a mismatch"}};
inline constexpr Choice systemKind[]{{L("research"), "Research project"},
                                     {L("stand-alone"), "Stand-alone tool"},
                                     {L("product"), "Part of a product"}};
inline constexpr Choice systemStage[]{{L("idea"), "Idea or study"},
                                      {L("prototype"), "Prototype"},
                                      {L("pilot"), "Pilot"},
                                      {L("production"), "In production"},
                                      {L("retired"), "Retired"}};
inline constexpr Choice organisationSize[]{{L("1-9"), "1 to 9 people"},
                                           {L("10-49"), "10 to 49 people"},
                                           {L("50-249"), "50 to 249 people"},
                                           {L("250-999"), "250 to 999 people"},
                                           {L("1000+"), "1000 people or more"}};
inline constexpr Choice organisationKind[]{
    {L("company"), "Company"},       {L("start-up"), "Start-up"},
    {L("public"), "Public body"},    {L("research"), "Research organisation"},
    {L("non-profit"), "Non-profit"}, {L("self-employed"), "Self-employed"}};
inline constexpr Choice mode[]{
    {L("in-person"), "In person"}, {L("video"), "Video call"}, {L("phone"), "Phone"}};
inline constexpr Choice yes[]{{L("yes"), "Yes"}};
inline constexpr Choice yesNo[]{{L("yes"), "Yes"}, {L("no"), "No"}};
inline constexpr Choice consentHow[]{
    {L("paper"), "On paper"}, {L("recorded"), "On the recording"}, {L("e-mail"), "By e-mail"}};
inline constexpr Choice quotes[]{{L("verbatim"), "Word for word, anonymised"},
                                 {L("paraphrase"), "In other words only"},
                                 {L("none"), "No quotes"}};
inline constexpr Choice notesAccess[]{{L("interviewers"), "The interviewers only"},
                                      {L("team"), "The study team"},
                                      {L("public"), "Anyone, anonymised"}};
} // namespace choices

namespace participant {
inline constexpr Field pseudonym{Entity::Participant, L("pseudonym"), FieldKind::Text, "Pseudonym"};
inline constexpr Field role{.entity = Entity::Participant,
                            .key = L("role"),
                            .kind = FieldKind::Coding,
                            .label = "Roles",
                            .facet = L("role"),
                            .many = true};
inline constexpr Field workflow{.entity = Entity::Participant,
                                .key = L("workflow"),
                                .kind = FieldKind::Coding,
                                .label = "Takes part in",
                                .facet = L("workflow"),
                                .many = true};
inline constexpr Field years{.entity = Entity::Participant,
                             .key = L("years_ml"),
                             .kind = FieldKind::Number,
                             .label = "Years with machine learning"};
inline constexpr Field country{Entity::Participant, L("country"), FieldKind::Text, "Country"};
inline constexpr Field organisation{Entity::Participant, L("organisation"), FieldKind::Text,
                                    "Organisation (alias)"};
inline constexpr Field organisationSize{.entity = Entity::Participant,
                                        .key = L("organisation_size"),
                                        .kind = FieldKind::Choice,
                                        .label = "Size of the organisation",
                                        .choices = choices::organisationSize};
inline constexpr Field organisationKind{.entity = Entity::Participant,
                                        .key = L("organisation_kind"),
                                        .kind = FieldKind::Choice,
                                        .label = "Kind of organisation",
                                        .choices = choices::organisationKind};
inline constexpr Field notes{Entity::Participant, L("notes"), FieldKind::Text, "Notes"};
inline constexpr std::array all{
    pseudonym, role, workflow, years, country, organisation, organisationSize, organisationKind, notes};
} // namespace participant

namespace system {
inline constexpr Field alias{Entity::System, L("alias"), FieldKind::Text, "System (alias)"};
inline constexpr Field stage{.entity = Entity::System,
                             .key = L("stage"),
                             .kind = FieldKind::Choice,
                             .label = "Stage",
                             .choices = choices::systemStage};
inline constexpr Field domain{Entity::System, L("domain"), FieldKind::Text, "Domain"};
inline constexpr Field kind{.entity = Entity::System,
                            .key = L("kind"),
                            .kind = FieldKind::Choice,
                            .label = "Kind",
                            .choices = choices::systemKind};
inline constexpr Field description{Entity::System, L("description"), FieldKind::Text,
                                   "From the data to its users"};
inline constexpr std::array all{alias, stage, domain, kind, description};
} // namespace system

namespace interview {
inline constexpr Field mode{.entity = Entity::Interview,
                            .key = L("mode"),
                            .kind = FieldKind::Choice,
                            .label = "Mode",
                            .choices = choices::mode};
inline constexpr Field plannedMinutes{.entity = Entity::Interview,
                                      .key = L("planned_minutes"),
                                      .kind = FieldKind::Number,
                                      .label = "Planned minutes"};
inline constexpr Field briefingRead{.entity = Entity::Interview,
                                    .key = L("briefing_read"),
                                    .kind = FieldKind::Choice,
                                    .label = "Briefing read before",
                                    .choices = choices::yesNo};
inline constexpr Field recording{Entity::Interview, L("recording"), FieldKind::Text, "Recording"};
inline constexpr Field informed{.entity = Entity::Interview,
                                .key = L("informed"),
                                .kind = FieldKind::Choice,
                                .label = "Information sheet read",
                                .choices = choices::yes,
                                .ticked = L("yes")};
inline constexpr Field takesPart{.entity = Entity::Interview,
                                 .key = L("takes_part"),
                                 .kind = FieldKind::Choice,
                                 .label = "Takes part",
                                 .choices = choices::yesNo};
inline constexpr Field consentHow{.entity = Entity::Interview,
                                  .key = L("consent_how"),
                                  .kind = FieldKind::Choice,
                                  .label = "Consent given",
                                  .choices = choices::consentHow};
inline constexpr Field mayRecord{.entity = Entity::Interview,
                                 .key = L("may_record"),
                                 .kind = FieldKind::Choice,
                                 .label = "May be recorded",
                                 .choices = choices::yesNo};
inline constexpr Field quotes{.entity = Entity::Interview,
                              .key = L("quotes"),
                              .kind = FieldKind::Choice,
                              .label = "Quotes",
                              .choices = choices::quotes};
inline constexpr Field notesAccess{.entity = Entity::Interview,
                                   .key = L("notes_access"),
                                   .kind = FieldKind::Choice,
                                   .label = "Who may see the notes",
                                   .choices = choices::notesAccess};
inline constexpr Field contactAgain{.entity = Entity::Interview,
                                    .key = L("contact_again"),
                                    .kind = FieldKind::Choice,
                                    .label = "May be contacted again",
                                    .choices = choices::yesNo};
inline constexpr Field withdrawUntil{Entity::Interview, L("withdraw_until"), FieldKind::Text,
                                     "Can withdraw until"};
inline constexpr std::array all{mode,     plannedMinutes, briefingRead, recording,
                                informed, takesPart,      consentHow,   mayRecord,
                                quotes,   notesAccess,    contactAgain, withdrawUntil};
/// What each participant agrees to, in the order of the columns that readConsents names.
inline constexpr std::array consents{&informed, &takesPart,   &consentHow,  &mayRecord,
                                     &quotes,   &notesAccess, &contactAgain};
} // namespace interview

namespace example {
inline constexpr Field title{Entity::Example, L("title"), FieldKind::Text, "Title"};
inline constexpr Field occurrence{.entity = Entity::Example,
                                  .key = L("occurrence"),
                                  .kind = FieldKind::Term,
                                  .label = "Occurrence",
                                  .facet = L("occurrence")};
inline constexpr Field believedBy{.entity = Entity::Example,
                                  .key = L("believed_by"),
                                  .kind = FieldKind::Coding,
                                  .label = "Who counted on it",
                                  .facet = L("role"),
                                  .many = true};
inline constexpr Field countedOn{Entity::Example, L("counted_on"), FieldKind::Text, "Counted on"};
inline constexpr Field turnedOut{Entity::Example, L("turned_out"), FieldKind::Text, "What turned out"};
inline constexpr Field ledTo{Entity::Example, L("led_to"), FieldKind::Text, "What it led to"};
inline constexpr Field feared{Entity::Example, L("feared"), FieldKind::Text, "What is feared"};
inline constexpr Field element{.entity = Entity::Example,
                               .key = L("element"),
                               .kind = FieldKind::Coding,
                               .label = "Elements",
                               .facet = L("element"),
                               .many = true};
inline constexpr Field effect{.entity = Entity::Example,
                              .key = L("effect"),
                              .kind = FieldKind::Coding,
                              .label = "Effect",
                              .facet = L("effect"),
                              .many = true};
inline constexpr Field workflowOrigin{.entity = Entity::Example,
                                      .key = L("workflow_origin"),
                                      .kind = FieldKind::Coding,
                                      .label = "Where it started",
                                      .facet = L("workflow")};
inline constexpr Field workflowFound{.entity = Entity::Example,
                                     .key = L("workflow_found"),
                                     .kind = FieldKind::Coding,
                                     .label = "Where it was found",
                                     .facet = L("workflow")};
inline constexpr Field detection{.entity = Entity::Example,
                                 .key = L("detection"),
                                 .kind = FieldKind::Coding,
                                 .label = "How it was found",
                                 .facet = L("detection"),
                                 .many = true};
inline constexpr Field whatIf{.entity = Entity::Example,
                              .key = L("what_if"),
                              .kind = FieldKind::Choice,
                              .label = "Had they known on day one",
                              .choices = choices::whatIf};
inline constexpr Field severity{.entity = Entity::Example,
                                .key = L("severity"),
                                .kind = FieldKind::Number,
                                .label = "Severity",
                                .minimum = 1,
                                .maximum = 5};
inline constexpr Field likelihood{.entity = Entity::Example,
                                  .key = L("likelihood"),
                                  .kind = FieldKind::Number,
                                  .label = "Likelihood",
                                  .minimum = 1,
                                  .maximum = 5};
inline constexpr Field confidence{.entity = Entity::Example,
                                  .key = L("confidence"),
                                  .kind = FieldKind::Number,
                                  .label = "Confidence",
                                  .minimum = 1,
                                  .maximum = 5};
inline constexpr Field source{.entity = Entity::Example,
                              .key = L("source"),
                              .kind = FieldKind::Term,
                              .label = "Source",
                              .facet = L("source")};
inline constexpr Field firstHand{.entity = Entity::Example,
                                 .key = L("first_hand"),
                                 .kind = FieldKind::Choice,
                                 .label = "First-hand or heard",
                                 .choices = choices::firstHand};
inline constexpr Field breadth{.entity = Entity::Example,
                               .key = L("breadth"),
                               .kind = FieldKind::Term,
                               .label = "Breadth",
                               .facet = L("breadth")};
inline constexpr Field when{Entity::Example, L("happened_when"), FieldKind::Text, "When"};
inline constexpr Field story{Entity::Example, L("story"), FieldKind::Text, "Story"};
inline constexpr Field timeline{Entity::Example, L("timeline"), FieldKind::Text, "Timeline"};
inline constexpr Field cost{Entity::Example, L("cost"), FieldKind::Text, "Cost"};
inline constexpr Field tag{.entity = Entity::Example,
                           .key = L("tag"),
                           .kind = FieldKind::Coding,
                           .label = "Tags",
                           .facet = L("tag"),
                           .many = true};
inline constexpr Field status{.entity = Entity::Example,
                              .key = L("status"),
                              .kind = FieldKind::Choice,
                              .label = "Status",
                              .choices = choices::status,
                              .ticked = L("confirmed")}; // they were read it, and agree
inline constexpr Field statusReason{Entity::Example, L("status_reason"), FieldKind::Text,
                                    "Reason for the status"};
inline constexpr Field system{Entity::Example, L("system"), FieldKind::Link, "System"};
inline constexpr std::array all{title,   occurrence,   believedBy, countedOn,      turnedOut,     ledTo,
                                feared,  element,      effect,     workflowOrigin, workflowFound, detection,
                                whatIf,  severity,     likelihood, confidence,     source,        firstHand,
                                breadth, when,         story,      timeline,       cost,          tag,
                                status,  statusReason, system};
} // namespace example

namespace gap {
inline constexpr Field information{Entity::Gap, L("information"), FieldKind::Text, "Information"};
inline constexpr Field item{.entity = Entity::Gap,
                            .key = L("item"),
                            .kind = FieldKind::Coding,
                            .label = "Information item",
                            .facet = L("information-item"),
                            .many = true};
inline constexpr Field element{.entity = Entity::Gap,
                               .key = L("gap_element"),
                               .kind = FieldKind::Coding,
                               .label = "Element it is about",
                               .facet = L("element"),
                               .many = true};
inline constexpr Field hadBy{.entity = Entity::Gap,
                             .key = L("had_by"),
                             .kind = FieldKind::Coding,
                             .label = "Had it",
                             .facet = L("role"),
                             .many = true,
                             .withTeam = true};
inline constexpr Field owner{.entity = Entity::Gap,
                             .key = L("owner"),
                             .kind = FieldKind::Coding,
                             .label = "Would tell",
                             .facet = L("role"),
                             .many = true,
                             .withTeam = true};
inline constexpr Field neededBy{.entity = Entity::Gap,
                                .key = L("needed_by"),
                                .kind = FieldKind::Coding,
                                .label = "Needed it",
                                .facet = L("role"),
                                .many = true,
                                .withTeam = true};
inline constexpr Field importance{.entity = Entity::Gap,
                                  .key = L("importance"),
                                  .kind = FieldKind::Number,
                                  .label = "Importance",
                                  .minimum = 1,
                                  .maximum = 5};
inline constexpr Field state{.entity = Entity::Gap,
                             .key = L("state"),
                             .kind = FieldKind::Coding,
                             .label = "State of the information",
                             .facet = L("gap-state")};
inline constexpr Field reason{.entity = Entity::Gap,
                              .key = L("reason"),
                              .kind = FieldKind::Coding,
                              .label = "Reason",
                              .facet = L("gap-reason"),
                              .many = true};
inline constexpr Field neededWhen{.entity = Entity::Gap,
                                  .key = L("needed_when"),
                                  .kind = FieldKind::Coding,
                                  .label = "When it was needed",
                                  .facet = L("needed-when"),
                                  .many = true};
inline constexpr Field remedy{.entity = Entity::Gap,
                              .key = L("remedy"),
                              .kind = FieldKind::Coding,
                              .label = "Remedy",
                              .facet = L("remedy"),
                              .many = true};
inline constexpr std::array all{information, item,  element, hadBy,      owner, neededBy,
                                importance,  state, reason,  neededWhen, remedy};
} // namespace gap

namespace practice {
inline constexpr Field story{Entity::Practice, L("story"), FieldKind::Text, "What worked, and why"};
inline constexpr Field item{.entity = Entity::Practice,
                            .key = L("practice_item"),
                            .kind = FieldKind::Coding,
                            .label = "Information shared",
                            .facet = L("information-item"),
                            .many = true};
inline constexpr Field remedy{.entity = Entity::Practice,
                              .key = L("practice_remedy"),
                              .kind = FieldKind::Coding,
                              .label = "How it was shared",
                              .facet = L("remedy"),
                              .many = true};
inline constexpr std::array all{story, item, remedy};
} // namespace practice

#undef L

} // namespace seamfinder::fields
