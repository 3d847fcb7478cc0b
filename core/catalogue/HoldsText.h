#pragma once

#include <QString>

namespace seamfinder {

class ScrubText;

/// Whether a file holds a text, found as the scrub finds it. Reads only, and leaves nothing beside the file.

/// Of a study: in a text, in the history, in a protocol, or in what is left in its free space or its log.
/// A damaged one is looked through as bytes.
[[nodiscard]] bool studyHolds(const QString &path, const ScrubText &text);

/// Of a file of text, in whatever encoding: as it stands there, or as HTML, CSV or JSON write it.
[[nodiscard]] bool fileHolds(const QString &path, const ScrubText &text);

} // namespace seamfinder
