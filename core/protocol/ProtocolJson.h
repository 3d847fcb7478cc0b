#pragma once

#include "core/protocol/Protocol.h"
#include "core/protocol/ProtocolProblem.h"

namespace seamfinder {

/// The file format "seamfinder-protocol/1": one JSON object in UTF-8.
///
///     { "format": "seamfinder-protocol/1", "id": 1001, "versionId": 1101, "key": "…", "version": "1",
///       "languages": ["en"], "title": TEXT, "description": TEXT, "reserveMinutes": 4,
///       "sections": [ { "key": "…", "title": TEXT, "minutes": 4, "interviewerOnly": false,
///                       "relevance": EXPRESSION, "questions": [ QUESTION … ] } … ] }
///
/// TEXT is a string in the first language, or an object { "en": "…", "de": "…" }.
/// EXPRESSION is a string (Expression.h).
/// QUESTION is { "name", "type", "label", "hint", "reword", "guidance", "body": TEXT,
///     "labelByTerm": { KEY: TEXT }, "probes": [ { "key", "label" } ], "choices": CHOICES, "minimum",
///     "maximum", "lowLabel", "highLabel": TEXT, "required": true, "interviewerOnly": true, "priority":
///     "core" | "if-time", "when": "live" | "after" | "either", "binding": "example.story", "relevance",
///     "constraint", "calculation", "default": EXPRESSION, "constraintMessage": TEXT, "repeat": { "minimum",
///     "maximum", "count": EXPRESSION, "creates": "example" | "gap" | "practice",
///                 "presets": { "example.source": EXPRESSION }, "over": CHOICES, "first": EXPRESSION },
///     "questions": [ QUESTION … ] }; what is left out is empty, false, 0, "core" and "live".
/// CHOICES is { "fixed": [ { "key", "label" } … ] }, { "facet": "role" }, { "question": "headlines" } or
///     { "rows": "gap" }, each with an optional "filter": EXPRESSION.
/// Type names are those of keyOf(QuestionType).
inline constexpr QLatin1StringView protocolFormat{"seamfinder-protocol/1"};

struct LoadedProtocol
{
    Protocol protocol; ///< as far as it could be read
    QVector<ProtocolProblem> problems;
    [[nodiscard]] bool isUsable() const { return problems.isEmpty(); }
};

/// Reads and checks. Never throws: everything that is wrong is in `problems`, all at once. `file` is only
/// named in them.
LoadedProtocol loadProtocol(const QByteArray &json, const CodebookKeys &codebook = {},
                            const QString &file = {});

/// Only reads: problems of form, not of sense.
LoadedProtocol readProtocolJson(const QByteArray &json, const QString &file = {});

/// Written so that reading it gives an equal protocol; indented, keys in a stable order.
QByteArray writeProtocolJson(const Protocol &protocol);

} // namespace seamfinder
