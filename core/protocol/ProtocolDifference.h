#pragma once

#include "core/protocol/Protocol.h"

namespace seamfinder {

/// What a change of a protocol means for interviews that were held, or are being held, with the older one.
enum class ChangeWeight : quint8 {
    Harmless, ///< answers mean what they meant: wording, help, translations, order
    Check,    ///< something is asked differently or anew: a person should look at it
    Breaking, ///< answers lose their question, or no longer fit it
};

/// One difference between two versions. Which words describe it is the window's business.
struct ProtocolChange
{
    enum class Kind : quint8 { Added, Removed, Changed, Moved };
    enum class Subject : quint8 { Protocol, Section, Question, Choice, Probe };

    ChangeWeight weight = ChangeWeight::Harmless;
    Kind kind = Kind::Changed;
    Subject subject = Subject::Protocol;
    QString section{};         ///< key of the section it is in; in the older version if it was removed
    QString question{};        ///< name; empty for a section or the protocol
    QString item{};            ///< key of the choice or probe
    QString part{};            ///< Changed: what of it, as in files ("label", "relevance", "type")
    QString language{};        ///< Changed texts: in which language
    QString before{}, after{}; ///< the text, expression or value; of added and removed things their label
    friend bool operator==(const ProtocolChange &, const ProtocolChange &) = default;
};

/// Everything that differs, in the order of the newer version; what was removed comes at the end. Questions
/// are told apart by name, sections, choices and probes by key: another name is another question. Ids and the
/// version's label do not count.
QVector<ProtocolChange> protocolDifference(const Protocol &before, const Protocol &after);

} // namespace seamfinder
