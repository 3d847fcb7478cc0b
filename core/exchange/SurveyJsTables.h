#pragma once

#include <QJsonObject>

namespace seamfinder {

/// Where a generated element stands in the survey: "rows[0]", below the element that it was made of.
constexpr QLatin1StringView tablePlace("seamfinder-place");

/// The survey with its tables as panels of questions, which mean the same:
///
/// - matrix: a panel with a radiogroup for each row, named "matrix.row"
/// - matrixdropdown: a panel with a panel for each row, a question for each column: "matrix.row.column"
/// - matrixdynamic: a dynamic panel with a question for each column: "matrix.column"
/// - multipletext: a panel with a text for each item: "texts.item"
///
/// These names are those that expressions of a survey have for them.
[[nodiscard]] QJsonObject withoutTables(const QJsonObject &survey);

} // namespace seamfinder
