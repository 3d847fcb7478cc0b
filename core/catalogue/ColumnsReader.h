#pragma once

#include "core/catalogue/ColumnsData.h"
#include "core/catalogue/Cursor.h"

#include <array>
#include <functional>
#include <set>

namespace seamfinder {

class Connection;

/// Fills the columns from the study: everything at once, or single rows and gaps again.
class ColumnsReader
{
public:
    ColumnsReader(Connection &db, ColumnsData &data)
        : m_db(db)
        , d(data)
    {
    }

    void readAll(const std::function<void(double)> &progress);

    /// Reads these examples and gaps again, or for the first time; ids of other things are passed over. False
    /// if one of them is older than the last known: its place would move all others.
    [[nodiscard]] bool readAgain(const std::set<qint64> &targets);
    /// Reads roles, coders and the codebook's relations again. False if one changed that any gap may depend
    /// on.
    [[nodiscard]] bool refreshSmallTables();

private:
    [[nodiscard]] static QString exampleFactsSql();
    [[nodiscard]] static QString gapFactsSql();
    void readSmallTables();
    void readIds();
    void readExampleFacts(const std::function<void(double)> &progress);
    void readGapFacts();
    void readCodings(const std::function<void(double)> &progress);
    void readMissing();

    [[nodiscard]] bool append(const std::set<qint64> &targets);
    void readExample(size_t row);
    void readGap(size_t gap);
    void readTargetMissing(qint64 target);
    void deriveOpen(const std::set<qint32> &rows);
    void deriveOpenOfAll();

    void assignPeople(size_t row, qint64 participant, qint64 interview);
    void takeExampleFacts(size_t row, const Cursor &facts);
    void takeGapFacts(size_t gap, const Cursor &facts);
    void takeMissing(qint64 target, QByteArrayView field);
    void takeCoding(int facet, qint64 term, bool main);
    void clearCodings();
    void flushRowCodings(size_t row);
    void flushGapCodings(size_t gap);

    Connection &m_db;
    ColumnsData &d;
    std::array<SetColumn::Values, 64> m_values; ///< of the target being read, by facet number
    quint64 m_facets = 0;                       ///< which of them are not empty
    qint64 m_mainElement = 0;
    SetColumn::Values m_derived;
};

} // namespace seamfinder
