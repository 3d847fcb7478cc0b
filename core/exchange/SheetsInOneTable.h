#pragma once

#include "core/exchange/Workbook.h"

namespace seamfinder {

/// Parts the rows of one table into sheets: see readWorkbook(). Rows keep their numbers.
class SheetsInOneTable
{
public:
    explicit SheetsInOneTable(const WorkbookLimits &limits)
        : m_limits(limits)
    {
    }

    /// Error InvalidInput for rows above the first sheet's name, and beyond the limits.
    void add(int number, QStringList cells);
    [[nodiscard]] Workbook take() { return std::move(m_workbook); }

private:
    WorkbookLimits m_limits;
    qint64 m_cells = 0;
    bool m_onlySurvey = false; ///< no column names sheets: the table is the survey
    Workbook m_workbook;
};

} // namespace seamfinder
