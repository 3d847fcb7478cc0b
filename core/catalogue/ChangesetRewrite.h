#pragma once

#include <functional>
#include <optional>
#include <QByteArray>
#include <vector>

namespace seamfinder::changeset {

/// One value of a recorded row as it is stored: its type, then its bytes.
struct RecordedValue
{
    enum class Type : quint8 { Unchanged = 0, Integer = 1, Real = 2, Text = 3, Blob = 4, Null = 5 };
    Type type = Type::Unchanged;
    QByteArray bytes; ///< eight, big-endian, of numbers; UTF-8 of a text

    [[nodiscard]] qint64 integer() const; ///< 0 unless it is one
};

/// A change of one row: `before` of deletions and updates, `after` of insertions and updates; column by
/// column, empty where the operation has no such side.
struct RecordedChange
{
    QByteArray table;
    std::vector<RecordedValue> before, after;

    [[nodiscard]] qint64 row() const; ///< the key: the first column of every journaled table
};

/// Passes every change of a changeset to `visit`, which may change its values, and keeps those for which it
/// returns true. Nothing if all stayed as it was. The format is that of SQLite's session extension
/// (https://www.sqlite.org/sessionintro.html); 3.40 has no function for this. Error Damaged if it is none.
[[nodiscard]] std::optional<QByteArray> rewritten(const QByteArray &changeset,
                                                  const std::function<bool(RecordedChange &)> &visit);

} // namespace seamfinder::changeset
