#pragma once

#include <functional>
#include <optional>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QString>
#include <QVector>

namespace seamfinder::bench {

/// One line of the table.
struct Measurement
{
    QString what;
    double value = 0;
    QString unit;
    std::optional<double> ratio{}; ///< to what `beside` names, measured in the same run
    QString beside{};
    std::optional<double> limit{}; ///< what it may be at most

    /// Over the limit by more than one run differs from the next on a machine that does other things, too.
    [[nodiscard]] bool isBroken() const;
};

using Measurements = QVector<Measurement>;

[[nodiscard]] QJsonArray toJson(const Measurements &measurements);
[[nodiscard]] Measurements fromJson(const QJsonArray &array);
/// Printed for people: aligned columns.
[[nodiscard]] QString table(const Measurements &measurements);

/// Milliseconds that it takes.
[[nodiscard]] double time(const std::function<void()> &what);
/// The middle one of several; the one below the middle of an even number.
[[nodiscard]] double median(QVector<double> values);
/// The value that 99 of a hundred do not exceed.
[[nodiscard]] double ninetyNinth(QVector<double> values);

/// The most memory that this process has held so far, in megabytes (VmHWM of /proc/self/status).
[[nodiscard]] double peakMemory();

} // namespace seamfinder::bench
