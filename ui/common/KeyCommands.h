#pragma once

#include <cstdint>
#include <optional>
#include <QKeySequence>
#include <QList>
#include <QString>
#include <span>

namespace seamfinder {

/// Every command that has a key, or had one before the user took it away. The order is that of the list in
/// the window "Keys".
enum class KeyCommand : std::uint8_t {
    NewStudy,
    OpenStudy,
    Export,
    CloseStudy,
    Quit,
    Find,
    ToStudy, ///< the workspaces follow each other as on the rail
    ToInterview,
    ToCatalogue,
    ToGaps,
    ToCodebook,
    NextPane,
    PreviousPane,
    ToMessages,
    LargerText,
    SmallerText,
    NormalText,
    Help,
    NewExample,
    NewInterview,
    Protocols,
    NextQuestion,
    PreviousQuestion,
    Jump,
    Another,
    GoBack,
    NoteOnQuestion,
    Mark,
    WholeSection,
    ExamplesBeside,
    Transcript,
    Timeline,
    Pause,
    NextLanguage,
    NextSpeaker,
    AddParticipant,
    FoldOptional,
    ParticipantWindow,
    RecordingStarts,
    Listen,
    Consent,
    Finish,
    ReadBack,
    Lock,
    AddGap,
    LeaveLook,
    DeleteExample,
    CodeElement,
    CodeBelievedBy,
    CodeEffect,
    CodeOrigin,
    CodeFound,
    CodeDetection,
    CodeOccurrence,
    CodeTag,
    CodeStatus,
    CodeItem,
    CodeGapElement,
    CodeHadBy,
    CodeOwner,
    CodeNeededBy,
    CodeState,
    CodeReason,
    CodeNeededWhen,
    CodeRemedy,
    AddTerm,
};

/// Where a key works. Two commands may share a key as long as no place has both.
enum class KeyPlace : std::uint8_t {
    Everywhere,
    Interview,
    Protocols,
    ExampleCard,
    Catalogue,
    CodeExample,
    CodeGap,
    Gaps,
    Codebook,
};

/// A key of a part of the window that cannot be changed: a text field's, or one of a list among others of its
/// kind. The commands must keep off it.
struct FixedKey
{
    KeyPlace place;
    const char *name;
    const char *keys;
};

[[nodiscard]] QList<KeyCommand> keyCommands();
/// That which shows the workspace at this place of the rail; none behind the fifth.
[[nodiscard]] std::optional<KeyCommand> commandTo(int workspace);
/// What the settings file calls it; never changes.
[[nodiscard]] QString commandId(KeyCommand command);
/// As its menu calls it, without letter and dots.
[[nodiscard]] QString commandName(KeyCommand command);
[[nodiscard]] KeyPlace placeOf(KeyCommand command);
[[nodiscard]] QList<QKeySequence> defaultKeys(KeyCommand command);
/// It works in a list alone, where nobody types: a letter without Ctrl can be its key.
[[nodiscard]] bool takesLetters(KeyCommand command);

[[nodiscard]] std::span<const FixedKey> fixedKeys();
[[nodiscard]] QString nameOf(const FixedKey &fixed);
[[nodiscard]] QList<QKeySequence> keysOf(const FixedKey &fixed);

[[nodiscard]] QString placeName(KeyPlace place);
[[nodiscard]] bool areTogether(KeyPlace one, KeyPlace other);

} // namespace seamfinder
