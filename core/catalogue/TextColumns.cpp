#include "core/catalogue/TextColumns.h"

#include <array>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr std::array texts{
    TextColumn{"study"_L1, "title"_L1},
    TextColumn{"study"_L1, "description"_L1},
    TextColumn{"coder"_L1, "name"_L1},
    TextColumn{"term"_L1, "label"_L1},
    TextColumn{"term"_L1, "alias"_L1},
    TextColumn{"term"_L1, "definition"_L1},
    TextColumn{"term"_L1, "use_when"_L1},
    TextColumn{"term"_L1, "use_not"_L1},
    TextColumn{"term"_L1, "example"_L1},
    TextColumn{"participant"_L1, "pseudonym"_L1},
    TextColumn{"participant"_L1, "country"_L1},
    TextColumn{"participant"_L1, "organisation"_L1},
    TextColumn{"participant"_L1, "notes"_L1},
    TextColumn{"system"_L1, "alias"_L1},
    TextColumn{"system"_L1, "domain"_L1},
    TextColumn{"system"_L1, "description"_L1},
    TextColumn{"protocol"_L1, "title"_L1},
    TextColumn{"protocol_version"_L1, "note"_L1},
    TextColumn{"interview"_L1, "title"_L1},
    TextColumn{"interview"_L1, "recording"_L1},
    TextColumn{"interview"_L1, "withdraw_until"_L1},
    TextColumn{"answer"_L1, "value"_L1},
    TextColumn{"answer"_L1, "note"_L1},
    TextColumn{"incident"_L1, "label"_L1},
    TextColumn{"example"_L1, "title"_L1},
    TextColumn{"example"_L1, "counted_on"_L1},
    TextColumn{"example"_L1, "turned_out"_L1},
    TextColumn{"example"_L1, "led_to"_L1},
    TextColumn{"example"_L1, "feared"_L1},
    TextColumn{"example"_L1, "happened_when"_L1},
    TextColumn{"example"_L1, "story"_L1},
    TextColumn{"example"_L1, "timeline"_L1},
    TextColumn{"example"_L1, "cost"_L1},
    TextColumn{"example"_L1, "status_reason"_L1},
    TextColumn{"gap"_L1, "information"_L1},
    TextColumn{"practice"_L1, "story"_L1},
    TextColumn{"coding"_L1, "other"_L1},
    TextColumn{"transcript"_L1, "title"_L1},
    TextColumn{"transcript"_L1, "text"_L1},
    TextColumn{"excerpt"_L1, "quote"_L1},
    TextColumn{"mark"_L1, "note"_L1},
    TextColumn{"memo"_L1, "text"_L1},
    TextColumn{"merge_base"_L1, "content"_L1},
    TextColumn{"export_log"_L1, "path"_L1},
    TextColumn{"paradata"_L1, "detail"_L1},
};

constexpr std::array keys{
    TextColumn{"meta"_L1, "key"_L1},
    TextColumn{"meta"_L1, "value"_L1},
    TextColumn{"coder"_L1, "initials"_L1},
    TextColumn{"term"_L1, "facet"_L1},
    TextColumn{"term"_L1, "key"_L1}, // of a tag it is made of its label: ScrubTagKeys
    TextColumn{"term"_L1, "colour"_L1},
    TextColumn{"participant"_L1, "organisation_size"_L1},
    TextColumn{"participant"_L1, "organisation_kind"_L1},
    TextColumn{"participant"_L1, "state"_L1},
    TextColumn{"participant_term"_L1, "field"_L1},
    TextColumn{"system"_L1, "stage"_L1},
    TextColumn{"system"_L1, "kind"_L1},
    TextColumn{"protocol"_L1, "key"_L1},
    TextColumn{"protocol_version"_L1, "content"_L1}, // immutable: where it is found, people are told
    TextColumn{"protocol_version"_L1, "hash"_L1},
    TextColumn{"interview"_L1, "state"_L1},
    TextColumn{"interview"_L1, "language"_L1},
    TextColumn{"interview"_L1, "mode"_L1},
    TextColumn{"interview"_L1, "briefing_read"_L1},
    TextColumn{"interview"_L1, "informed"_L1},
    TextColumn{"interview"_L1, "takes_part"_L1},
    TextColumn{"interview"_L1, "consent_how"_L1},
    TextColumn{"interview"_L1, "may_record"_L1},
    TextColumn{"interview"_L1, "quotes"_L1},
    TextColumn{"interview"_L1, "notes_access"_L1},
    TextColumn{"interview"_L1, "contact_again"_L1},
    TextColumn{"interview_participant"_L1, "informed"_L1},
    TextColumn{"interview_participant"_L1, "takes_part"_L1},
    TextColumn{"interview_participant"_L1, "consent_how"_L1},
    TextColumn{"interview_participant"_L1, "may_record"_L1},
    TextColumn{"interview_participant"_L1, "quotes"_L1},
    TextColumn{"interview_participant"_L1, "notes_access"_L1},
    TextColumn{"interview_participant"_L1, "contact_again"_L1},
    TextColumn{"answer"_L1, "question"_L1},
    TextColumn{"answer"_L1, "instances"_L1},
    TextColumn{"answer"_L1, "missing"_L1},
    TextColumn{"repeat_instance"_L1, "repeat"_L1},
    TextColumn{"repeat_instance"_L1, "instances"_L1},
    TextColumn{"probe_asked"_L1, "question"_L1},
    TextColumn{"probe_asked"_L1, "instances"_L1},
    TextColumn{"probe_asked"_L1, "probe"_L1},
    TextColumn{"example"_L1, "what_if"_L1},
    TextColumn{"example"_L1, "first_hand"_L1},
    TextColumn{"example"_L1, "status"_L1},
    TextColumn{"example"_L1, "first_question"_L1},
    TextColumn{"gap"_L1, "first_question"_L1},
    TextColumn{"example_link"_L1, "kind"_L1},
    TextColumn{"field_missing"_L1, "field"_L1},
    TextColumn{"field_missing"_L1, "code"_L1},
    TextColumn{"coding_facet"_L1, "key"_L1},
    TextColumn{"adopted"_L1, "other"_L1}, // follows coding by trigger
    TextColumn{"excerpt"_L1, "source_kind"_L1},
    TextColumn{"evidence"_L1, "relation"_L1},
    TextColumn{"mark"_L1, "kind"_L1},
    TextColumn{"mark"_L1, "question"_L1},
    TextColumn{"mark"_L1, "instances"_L1},
    TextColumn{"tombstone"_L1, "tbl"_L1},
    TextColumn{"merge_base"_L1, "partner"_L1},
    TextColumn{"merge_base"_L1, "tbl"_L1},
    TextColumn{"export_log"_L1, "format"_L1},
    TextColumn{"export_log"_L1, "participants"_L1},
    TextColumn{"position"_L1, "question"_L1},
    TextColumn{"position"_L1, "instances"_L1},
    TextColumn{"paradata_session"_L1, "program"_L1},
    TextColumn{"paradata"_L1, "event"_L1},
    TextColumn{"paradata"_L1, "question"_L1},
    TextColumn{"paradata"_L1, "instances"_L1},
    TextColumn{"journal"_L1, "label"_L1}, // rewritten with the journal's changes
    TextColumn{"journal"_L1, "place"_L1},
    TextColumn{"journal"_L1, "visit"_L1},
    TextColumn{"journal"_L1, "installation"_L1},
    TextColumn{"journal_row"_L1, "tbl"_L1},
};
} // namespace

std::span<const TextColumn> textColumns()
{
    return texts;
}

std::span<const TextColumn> keyColumns()
{
    return keys;
}

} // namespace seamfinder
