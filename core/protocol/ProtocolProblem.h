#pragma once

#include <functional>
#include <optional>
#include <QString>
#include <QStringList>

namespace seamfinder {

/// One thing that is wrong with a protocol, said so that its author can mend it.
struct ProtocolProblem
{
    QString file;
    QString section;   ///< key; empty if it concerns the whole file
    QString question;  ///< name; empty if it concerns the section
    QString what;      ///< one sentence
    QString mend;      ///< what to do about it, one sentence
    QString part{};    ///< the text or expression that it is in, as in files: "label", "relevance"; or empty
    QString unknown{}; ///< the name that does not exist, if that is what is wrong; or empty
    friend bool operator==(const ProtocolProblem &, const ProtocolProblem &) = default;
};

/// The keys of a facet's terms, or nothing if the codebook has no such facet.
using CodebookKeys = std::function<std::optional<QStringList>(const QString &facet)>;

} // namespace seamfinder
