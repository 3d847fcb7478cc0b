#include "core/catalogue/ErasureTransaction.h"

#include "core/catalogue/Erasure.h"
#include "core/catalogue/Journal.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/StudyWriter.h"
#include "core/domain/Error.h"

#include <QDateTime>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int tries = 3; // each waits for the connection's busy timeout
constexpr qint64 largeFile = 400'000'000;

// What is copied meanwhile is held in memory, so that nothing of it is left in a folder for temporary files;
// a file too large for that goes through one, which holds no more than the study still does.
class TemporaryStore
{
public:
    explicit TemporaryStore(Connection &db)
        : m_db(db)
    {
        Query q = db.query(u"PRAGMA page_count"_s);
        if (q.next() && q.integer(0) * 4096 > largeFile)
            m_db.execute(u"PRAGMA temp_store=FILE"_s);
    }
    ~TemporaryStore()
    {
        try {
            m_db.execute(u"PRAGMA temp_store=MEMORY"_s);
        } catch (const Error &) {
            // It is a setting of this connection only; files serve as well.
        }
    }
    Q_DISABLE_COPY_MOVE(TemporaryStore)

private:
    Connection &m_db;
};

bool emptyWal(Connection &db)
{
    for (int i = 0; i < tries; ++i) {
        Query q = db.query(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        if (q.next() && q.integer(0) == 0)
            return true;
    }
    return false;
}
} // namespace

Commit runErasure(StudyWriter &writer, const Action &action,
                  const std::function<QVector<RowChange>(Edit &)> &erase)
{
    Connection &db = writer.db();
    db.execute(u"PRAGMA secure_delete=ON"_s);
    Transaction transaction(db);
    db.execute(u"PRAGMA defer_foreign_keys=ON"_s);
    db.query(u"INSERT INTO meta(key, value) VALUES ('erasing', '1')"_s).run();
    const JournalEntryId entry{writer.ids().next()};
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    Edit edit(db, writer.ids(), writer.coder(), entry, now, nullptr);
    Commit commit{entry, action, {}};
    commit.changes = erase(edit);
    journal::recordBarrier(db, entry, action, writer.coder(), now);
    db.query(u"DELETE FROM meta WHERE key = 'erasing'"_s).run();
    db.query(u"INSERT OR REPLACE INTO meta(key, value) VALUES ('erasure_pending', '1')"_s).run();
    transaction.commit();
    return commit;
}

bool isErasurePending(Connection &db)
{
    return db.query(u"SELECT 1 FROM meta WHERE key = 'erasure_pending'"_s).next();
}

bool completeErasure(StudyWriter &writer, const std::function<void(double)> &progress)
{
    Connection &db = writer.db();
    const auto report = [&](double done) {
        if (progress)
            progress(done);
    };
    db.execute(u"PRAGMA secure_delete=ON"_s);
    report(0);
    // A word that no text has any more stays in the index until its parts are merged into one.
    db.query(u"INSERT INTO search(search) VALUES ('optimize')"_s).run();
    report(0.4);
    {
        const TemporaryStore store(db);
        db.execute(u"VACUUM"_s);
    }
    report(0.8);
    if (!emptyWal(db))
        return false;
    db.query(u"DELETE FROM meta WHERE key = 'erasure_pending'"_s).run();
    const bool clean = emptyWal(db);
    report(1);
    return clean;
}

} // namespace seamfinder
