#pragma once

#include <QByteArrayList>

struct sqlite3;

namespace seamfinder::test {

/// Every statement that any connection of this process runs, from `start` on: SQLite reports them itself, so
/// that no list of them is kept by hand. What triggers and the search index run on their own is left out.
namespace statement_log {
void start();
[[nodiscard]] QByteArrayList statements(); ///< distinct texts, sorted
} // namespace statement_log

/// What SQLite's planner knows of the tables' sizes.
enum class Statistics : quint8 {
    None,     ///< a study before its first ANALYZE
    Analysed, ///< the study as it is
    Large,    ///< as if it had a million examples and gaps
};

/// Plans (https://www.sqlite.org/eqp.html) of statements on a study that nobody has open, those of the
/// triggers they fire included.
class QueryPlans
{
public:
    QueryPlans(const QString &studyPath, Statistics statistics);
    ~QueryPlans();
    Q_DISABLE_COPY_MOVE(QueryPlans)

    /// One line per step; SQLite's message where the statement cannot be prepared.
    [[nodiscard]] QByteArrayList plan(const QByteArray &sql) const;

private:
    void execute(const QByteArray &sql) const;
    sqlite3 *m_db = nullptr;
};

} // namespace seamfinder::test
