#include "ui/common/KeyCommands.h"

#include "core/domain/Fields.h"

#include <array>
#include <QCoreApplication>

namespace seamfinder {

namespace {

struct Row
{
    KeyCommand command;
    KeyPlace place;
    const char *id;
    const char *name = nullptr; ///< or the field's
    const char *keys = nullptr; ///< as Qt writes them, several with "; "; or the desktop's
    QKeySequence::StandardKey standard = QKeySequence::UnknownKey;
    const Field *field = nullptr; ///< that it codes
};

constexpr Row own(KeyCommand command, KeyPlace place, const char *id, const char *name, const char *keys)
{
    return {command, place, id, name, keys};
}

constexpr Row ofDesktop(KeyCommand command, const char *id, const char *name,
                        QKeySequence::StandardKey standard)
{
    return {command, KeyPlace::Everywhere, id, name, nullptr, standard};
}

constexpr Row coding(KeyCommand command, KeyPlace place, const char *id, const Field &field, const char *key)
{
    return {command, place, id, nullptr, key, QKeySequence::UnknownKey, &field};
}

using enum KeyPlace;
namespace fe = fields::example;
namespace fg = fields::gap;

constexpr std::array rows{
    ofDesktop(KeyCommand::NewStudy, "window.new", QT_TRANSLATE_NOOP("KeyCommand", "New study"),
              QKeySequence::New),
    ofDesktop(KeyCommand::OpenStudy, "window.open", QT_TRANSLATE_NOOP("KeyCommand", "Open study"),
              QKeySequence::Open),
    own(KeyCommand::Export, Everywhere, "window.export", QT_TRANSLATE_NOOP("KeyCommand", "Export"),
        "Ctrl+Shift+E"),
    ofDesktop(KeyCommand::CloseStudy, "window.close", QT_TRANSLATE_NOOP("KeyCommand", "Close study"),
              QKeySequence::Close),
    own(KeyCommand::Quit, Everywhere, "window.quit", QT_TRANSLATE_NOOP("KeyCommand", "Quit"), "Ctrl+Q"),
    ofDesktop(KeyCommand::Find, "window.find", QT_TRANSLATE_NOOP("KeyCommand", "Find"), QKeySequence::Find),
    own(KeyCommand::ToStudy, Everywhere, "window.study", QT_TRANSLATE_NOOP("KeyCommand", "Study"), "Ctrl+1"),
    own(KeyCommand::ToInterview, Everywhere, "window.interview", QT_TRANSLATE_NOOP("KeyCommand", "Interview"),
        "Ctrl+2"),
    own(KeyCommand::ToCatalogue, Everywhere, "window.catalogue", QT_TRANSLATE_NOOP("KeyCommand", "Catalogue"),
        "Ctrl+3"),
    own(KeyCommand::ToGaps, Everywhere, "window.gaps", QT_TRANSLATE_NOOP("KeyCommand", "Gaps"), "Ctrl+4"),
    own(KeyCommand::ToCodebook, Everywhere, "window.codebook", QT_TRANSLATE_NOOP("KeyCommand", "Codebook"),
        "Ctrl+5"),
    own(KeyCommand::NextPane, Everywhere, "window.next-pane", QT_TRANSLATE_NOOP("KeyCommand", "Next pane"),
        "F6"),
    own(KeyCommand::PreviousPane, Everywhere, "window.previous-pane",
        QT_TRANSLATE_NOOP("KeyCommand", "Previous pane"), "Shift+F6"),
    own(KeyCommand::ToMessages, Everywhere, "window.messages",
        QT_TRANSLATE_NOOP("KeyCommand", "Go to messages"), "F9"),
    own(KeyCommand::LargerText, Everywhere, "window.larger", QT_TRANSLATE_NOOP("KeyCommand", "Larger text"),
        "Ctrl++; Ctrl+="),
    own(KeyCommand::SmallerText, Everywhere, "window.smaller",
        QT_TRANSLATE_NOOP("KeyCommand", "Smaller text"), "Ctrl+-"),
    own(KeyCommand::NormalText, Everywhere, "window.normal",
        QT_TRANSLATE_NOOP("KeyCommand", "Normal text size"), "Ctrl+0"),
    own(KeyCommand::Help, Everywhere, "window.help", QT_TRANSLATE_NOOP("KeyCommand", "Help pages"), "F1"),
    own(KeyCommand::NewExample, Everywhere, "window.example", QT_TRANSLATE_NOOP("KeyCommand", "New example"),
        "Ctrl+Shift+N"),
    own(KeyCommand::NewInterview, Everywhere, "window.interview-new",
        QT_TRANSLATE_NOOP("KeyCommand", "New interview"), "Ctrl+I"),
    own(KeyCommand::Protocols, Interview, "interview.protocols", QT_TRANSLATE_NOOP("KeyCommand", "Protocols"),
        "Ctrl+Alt+P"),
    own(KeyCommand::NextQuestion, Interview, "interview.next",
        QT_TRANSLATE_NOOP("KeyCommand", "Next question"), "Ctrl+Enter; Ctrl+Return; Ctrl+PgDown"),
    own(KeyCommand::PreviousQuestion, Interview, "interview.previous",
        QT_TRANSLATE_NOOP("KeyCommand", "Previous question"), "Ctrl+PgUp"),
    own(KeyCommand::Jump, Interview, "interview.jump", QT_TRANSLATE_NOOP("KeyCommand", "Jump to a question"),
        "Ctrl+J"),
    own(KeyCommand::Another, Interview, "interview.another",
        QT_TRANSLATE_NOOP("KeyCommand", "Another of these"), "Ctrl+Shift+Enter; Ctrl+Shift+Return"),
    own(KeyCommand::GoBack, Interview, "interview.back",
        QT_TRANSLATE_NOOP("KeyCommand", "Back to where you were"), "Alt+Left"),
    own(KeyCommand::NoteOnQuestion, Interview, "interview.note",
        QT_TRANSLATE_NOOP("KeyCommand", "Note on the question"), "Ctrl+Alt+N"),
    own(KeyCommand::Mark, Interview, "interview.mark", QT_TRANSLATE_NOOP("KeyCommand", "Mark"), "F8"),
    own(KeyCommand::WholeSection, Interview, "interview.whole-section",
        QT_TRANSLATE_NOOP("KeyCommand", "Whole section at once"), "Ctrl+Shift+O"),
    own(KeyCommand::ExamplesBeside, Interview, "interview.examples",
        QT_TRANSLATE_NOOP("KeyCommand", "Examples instead of probes"), "Ctrl+Shift+X"),
    own(KeyCommand::Transcript, Interview, "interview.transcript",
        QT_TRANSLATE_NOOP("KeyCommand", "Transcript"), "Ctrl+T"),
    own(KeyCommand::Timeline, Interview, "interview.timeline", QT_TRANSLATE_NOOP("KeyCommand", "Timeline"),
        "Ctrl+Shift+T"),
    own(KeyCommand::Pause, Interview, "interview.pause", QT_TRANSLATE_NOOP("KeyCommand", "Pause or go on"),
        "Ctrl+Shift+P"),
    own(KeyCommand::NextLanguage, Interview, "interview.language",
        QT_TRANSLATE_NOOP("KeyCommand", "Next language of the questions"), "Ctrl+Shift+L"),
    own(KeyCommand::NextSpeaker, Interview, "interview.speaker",
        QT_TRANSLATE_NOOP("KeyCommand", "Next speaker"), "Ctrl+Alt+S"),
    own(KeyCommand::AddParticipant, Interview, "interview.participant",
        QT_TRANSLATE_NOOP("KeyCommand", "Add a participant"), "Ctrl+Alt+A"),
    own(KeyCommand::FoldOptional, Interview, "interview.fold",
        QT_TRANSLATE_NOOP("KeyCommand", "Show or fold the optional questions"), "Ctrl+Alt+F"),
    own(KeyCommand::ParticipantWindow, Interview, "interview.window",
        QT_TRANSLATE_NOOP("KeyCommand", "Participant's window"), "F7"),
    own(KeyCommand::RecordingStarts, Interview, "interview.recording",
        QT_TRANSLATE_NOOP("KeyCommand", "The recording starts, or stops"), "Ctrl+Alt+R"),
    own(KeyCommand::Listen, Interview, "interview.listen",
        QT_TRANSLATE_NOOP("KeyCommand", "Listen at the mark, or stop"), "Ctrl+Alt+L"),
    own(KeyCommand::Consent, Interview, "interview.consent", QT_TRANSLATE_NOOP("KeyCommand", "Consent"),
        "Ctrl+Alt+C"),
    own(KeyCommand::Finish, Interview, "interview.finish", QT_TRANSLATE_NOOP("KeyCommand", "Finish"),
        "Ctrl+Alt+Enter; Ctrl+Alt+Return"),
    own(KeyCommand::ReadBack, Interview, "interview.read-back",
        QT_TRANSLATE_NOOP("KeyCommand", "Read the examples back"), "Ctrl+Shift+B"),
    own(KeyCommand::Lock, Interview, "interview.lock",
        QT_TRANSLATE_NOOP("KeyCommand", "Lock as complete, or unlock"), "Ctrl+Alt+K"),
    own(KeyCommand::AddGap, ExampleCard, "card.add-gap", QT_TRANSLATE_NOOP("KeyCommand", "Add a gap"),
        "Ctrl+G"),
    own(KeyCommand::LeaveLook, Catalogue, "catalogue.back",
        QT_TRANSLATE_NOOP("KeyCommand", "Back to where it was opened from"), "Alt+Left"),
    own(KeyCommand::DeleteExample, Catalogue, "catalogue.delete", QT_TRANSLATE_NOOP("KeyCommand", "Delete"),
        "Del"),
    coding(KeyCommand::CodeElement, CodeExample, "code.element", fe::element, "E"),
    coding(KeyCommand::CodeBelievedBy, CodeExample, "code.believed-by", fe::believedBy, "B"),
    coding(KeyCommand::CodeEffect, CodeExample, "code.effect", fe::effect, "F"),
    coding(KeyCommand::CodeOrigin, CodeExample, "code.origin", fe::workflowOrigin, "W"),
    coding(KeyCommand::CodeFound, CodeExample, "code.found", fe::workflowFound, "D"),
    coding(KeyCommand::CodeDetection, CodeExample, "code.detection", fe::detection, "H"),
    coding(KeyCommand::CodeOccurrence, CodeExample, "code.occurrence", fe::occurrence, "C"),
    coding(KeyCommand::CodeTag, CodeExample, "code.tag", fe::tag, "T"),
    coding(KeyCommand::CodeStatus, CodeExample, "code.status", fe::status, "V"),
    coding(KeyCommand::CodeItem, CodeGap, "code.gap-item", fg::item, "I"),
    coding(KeyCommand::CodeGapElement, CodeGap, "code.gap-element", fg::element, "A"),
    coding(KeyCommand::CodeHadBy, CodeGap, "code.had-by", fg::hadBy, "K"),
    coding(KeyCommand::CodeOwner, CodeGap, "code.owner", fg::owner, "O"),
    coding(KeyCommand::CodeNeededBy, CodeGap, "code.needed-by", fg::neededBy, "N"),
    coding(KeyCommand::CodeState, CodeGap, "code.state", fg::state, "S"),
    coding(KeyCommand::CodeReason, CodeGap, "code.reason", fg::reason, "R"),
    coding(KeyCommand::CodeNeededWhen, CodeGap, "code.needed-when", fg::neededWhen, "M"),
    coding(KeyCommand::CodeRemedy, CodeGap, "code.remedy", fg::remedy, "Y"),
    own(KeyCommand::AddTerm, Codebook, "codebook.add", QT_TRANSLATE_NOOP("KeyCommand", "Add a term"), "Ins"),
};

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (std::size_t(rows[i].command) != i)
            return false;
    }
    return rows.size() == std::size_t(KeyCommand::AddTerm) + 1;
}
static_assert(inOrder(), "a command's row stands at its number");

constexpr FixedKey fixed[]{
    {Everywhere, QT_TRANSLATE_NOOP("KeyCommand", "Undo"), "Ctrl+Z"},
    {Everywhere, QT_TRANSLATE_NOOP("KeyCommand", "Redo"), "Ctrl+Shift+Z"},
    {Everywhere, QT_TRANSLATE_NOOP("KeyCommand", "Write instead of a word to hide"), "Alt+Enter; Alt+Return"},
    {Everywhere, QT_TRANSLATE_NOOP("KeyCommand", "Menu of what has the focus"), "Shift+F10"},
    {Interview, QT_TRANSLATE_NOOP("KeyCommand", "No answer"), "F4"},
    {Interview, QT_TRANSLATE_NOOP("KeyCommand", "Correct the pseudonym"), "F2"},
    {Interview, QT_TRANSLATE_NOOP("KeyCommand", "Probes by their number"),
     "Alt+1; Alt+2; Alt+3; Alt+4; Alt+5; Alt+6; Alt+7; Alt+8; Alt+9"},
    {Protocols, QT_TRANSLATE_NOOP("KeyCommand", "Edit"), "F2"},
    {Protocols, QT_TRANSLATE_NOOP("KeyCommand", "Duplicate"), "Ctrl+D"},
    {Protocols, QT_TRANSLATE_NOOP("KeyCommand", "Move up"), "Alt+Up"},
    {Protocols, QT_TRANSLATE_NOOP("KeyCommand", "Move down"), "Alt+Down"},
    {ExampleCard, QT_TRANSLATE_NOOP("KeyCommand", "No answer"), "F4"},
    {Gaps, QT_TRANSLATE_NOOP("KeyCommand", "Copy the chart"), "Ctrl+C"},
    {Codebook, QT_TRANSLATE_NOOP("KeyCommand", "Rename the term"), "F2"},
    {Codebook, QT_TRANSLATE_NOOP("KeyCommand", "Move up"), "Alt+Up"},
    {Codebook, QT_TRANSLATE_NOOP("KeyCommand", "Move down"), "Alt+Down"},
};

const Row &rowOf(KeyCommand command)
{
    return rows[std::size_t(command)];
}

QList<QKeySequence> keysFrom(const char *text)
{
    return QKeySequence::listFromString(QString::fromLatin1(text), QKeySequence::PortableText);
}

/// The workspaces that have it, one bit each.
constexpr unsigned workspacesOf(KeyPlace place)
{
    switch (place) {
    case Everywhere:
        break;
    case Interview:
    case Protocols:
        return 2;
    case ExampleCard:
        return 2 | 4;
    case Catalogue:
    case CodeExample:
    case CodeGap:
        return 4;
    case Gaps:
        return 8;
    case Codebook:
        return 16;
    }
    return 31;
}

} // namespace

QList<KeyCommand> keyCommands()
{
    QList<KeyCommand> all;
    for (const Row &row : rows)
        all << row.command;
    return all;
}

std::optional<KeyCommand> commandTo(int workspace)
{
    constexpr int first = int(KeyCommand::ToStudy), last = int(KeyCommand::ToCodebook);
    if (workspace < 0 || first + workspace > last)
        return std::nullopt;
    return KeyCommand(first + workspace);
}

QString commandId(KeyCommand command)
{
    return QString::fromLatin1(rowOf(command).id);
}

QString commandName(KeyCommand command)
{
    const Row &row = rowOf(command);
    return row.field ? label(*row.field) : QCoreApplication::translate("KeyCommand", row.name);
}

KeyPlace placeOf(KeyCommand command)
{
    return rowOf(command).place;
}

QList<QKeySequence> defaultKeys(KeyCommand command)
{
    const Row &row = rowOf(command);
    return row.keys ? keysFrom(row.keys) : QKeySequence::keyBindings(row.standard);
}

bool takesLetters(KeyCommand command)
{
    return placeOf(command) == CodeExample || placeOf(command) == CodeGap;
}

std::span<const FixedKey> fixedKeys()
{
    return fixed;
}

QString nameOf(const FixedKey &fixedKey)
{
    return QCoreApplication::translate("KeyCommand", fixedKey.name);
}

QList<QKeySequence> keysOf(const FixedKey &fixedKey)
{
    return keysFrom(fixedKey.keys);
}

QString placeName(KeyPlace place)
{
    switch (place) {
    case Everywhere:
        break;
    case Interview:
        return QCoreApplication::translate("KeyCommand", "Interview");
    case Protocols:
        return QCoreApplication::translate("KeyCommand", "Protocols");
    case ExampleCard:
        return QCoreApplication::translate("KeyCommand", "An example's card");
    case Catalogue:
        return QCoreApplication::translate("KeyCommand", "Catalogue");
    case CodeExample:
        return QCoreApplication::translate("KeyCommand", "Catalogue: code an example");
    case CodeGap:
        return QCoreApplication::translate("KeyCommand", "Catalogue: code a gap");
    case Gaps:
        return QCoreApplication::translate("KeyCommand", "Gaps");
    case Codebook:
        return QCoreApplication::translate("KeyCommand", "Codebook");
    }
    return QCoreApplication::translate("KeyCommand", "Everywhere");
}

bool areTogether(KeyPlace one, KeyPlace other)
{
    return (workspacesOf(one) & workspacesOf(other)) != 0;
}

} // namespace seamfinder
