#pragma once

#include "tests/bench/Measurement.h"

namespace seamfinder::bench {

/// The parts of the benchmark. Each runs in a process of its own, so that its peak memory is its own; `path`
/// is the synthetic study.

/// Open, columns, order, pages, filter, search as typed, heat map: the queries without a window.
Measurements measureQueries(const QString &path);
/// Rows that the program's own edits write, in one action, journal and search index included.
Measurements measureBulkInsert(const QString &path);
/// CSV beside the `sqlite3` shell on the same joins, alternating.
Measurements measureExport(const QString &path);
/// The real window on the study: opening, scrolling, typing in search, filter, heat map, typing into a field.
Measurements measureWindow(const QString &path);
/// Key press to painted letter in an interview of the study that saves itself meanwhile.
Measurements measureTyping(const QString &path);

/// Starts a window (the application's on the study; a bare one without a path), prints a line once its first
/// paint is done, and ends.
int showFirstPaint(const QString &path);

} // namespace seamfinder::bench
