#include "core/catalogue/SessionRecorder.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/Schema.h"
#include "core/catalogue/SqlError.h"

#include <sqlite3.h>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
// SQLite hands out buffers to be freed with sqlite3_free.
QByteArray takeBuffer(int size, void *buffer)
{
    const QByteArray bytes(static_cast<const char *>(buffer), size);
    sqlite3_free(buffer);
    return bytes;
}

void require(int resultCode, const QString &what)
{
    if (resultCode != SQLITE_OK)
        throw sqlError(resultCode, what);
}

void *data(const QByteArray &bytes)
{
    return const_cast<char *>(bytes.constData()); // NOLINT: the API takes void *, and only reads
}
} // namespace

SessionRecorder::SessionRecorder(Connection &db)
    : m_db(db)
    , m_session(nullptr, &sqlite3session_delete)
{
    start();
}

SessionRecorder::~SessionRecorder() = default;

void SessionRecorder::start()
{
    m_session.reset();
    sqlite3_session *session = nullptr;
    require(sqlite3session_create(m_db.handle(), "main", &session), u"recording changes"_s);
    m_session.reset(session);
    for (const QString &table : schema::journaledTables())
        require(sqlite3session_attach(session, table.toUtf8().constData()),
                u"recording changes of "_s + table);
}

bool SessionRecorder::isEmpty() const
{
    return sqlite3session_isempty(m_session.get()) != 0;
}

QByteArray SessionRecorder::changeset() const
{
    int size = 0;
    void *buffer = nullptr;
    require(sqlite3session_changeset(m_session.get(), &size, &buffer), u"collecting changes"_s);
    return takeBuffer(size, buffer);
}

QByteArray SessionRecorder::cut()
{
    QByteArray bytes = changeset();
    start();
    return bytes;
}

namespace changeset {

QVector<RowChange> rows(const QByteArray &changeset)
{
    QVector<RowChange> found;
    sqlite3_changeset_iter *iterator = nullptr;
    require(sqlite3changeset_start(&iterator, int(changeset.size()), data(changeset)),
            u"reading a changeset"_s);
    QString table;
    bool hasTarget = false;
    const char *lastName = nullptr;
    while (sqlite3changeset_next(iterator) == SQLITE_ROW) {
        const char *name = nullptr;
        int columns = 0;
        int operation = 0;
        int indirect = 0;
        sqlite3changeset_op(iterator, &name, &columns, &operation, &indirect);
        if (name != lastName) {
            table = QString::fromUtf8(name);
            hasTarget = table == "coding"_L1 || table == "field_missing"_L1 || table == "evidence"_L1;
            lastName = name;
        }
        sqlite3_value *id = nullptr;
        sqlite3_value *target =
            nullptr; // in the second column; never updated, so an update does not carry it
        if (operation == SQLITE_INSERT) {
            sqlite3changeset_new(iterator, 0, &id);
            if (hasTarget)
                sqlite3changeset_new(iterator, 1, &target);
        } else {
            sqlite3changeset_old(iterator, 0, &id);
            if (hasTarget)
                sqlite3changeset_old(iterator, 1, &target);
        }
        const auto kind = operation == SQLITE_INSERT   ? RowChange::Kind::Insert
                          : operation == SQLITE_DELETE ? RowChange::Kind::Delete
                                                       : RowChange::Kind::Update;
        found.append(
            {table, id ? sqlite3_value_int64(id) : 0, kind, target ? sqlite3_value_int64(target) : 0});
    }
    require(sqlite3changeset_finalize(iterator), u"reading a changeset"_s);
    return found;
}

QByteArray inverted(const QByteArray &changeset)
{
    int size = 0;
    void *buffer = nullptr;
    require(sqlite3changeset_invert(int(changeset.size()), data(changeset), &size, &buffer),
            u"inverting a changeset"_s);
    return takeBuffer(size, buffer);
}

QByteArray concatenated(const QByteArray &first, const QByteArray &second)
{
    int size = 0;
    void *buffer = nullptr;
    require(sqlite3changeset_concat(int(first.size()), data(first), int(second.size()), data(second), &size,
                                    &buffer),
            u"joining changesets"_s);
    return takeBuffer(size, buffer);
}

void apply(Connection &db, const QByteArray &changeset)
{
    QString conflict;
    const auto onConflict = [](void *context, int type, sqlite3_changeset_iter *iterator) -> int {
        const char *name = nullptr;
        int columns = 0;
        int operation = 0;
        int indirect = 0;
        if (type != SQLITE_CHANGESET_FOREIGN_KEY) {
            sqlite3changeset_op(iterator, &name, &columns, &operation, &indirect);
            if (type == SQLITE_CHANGESET_NOTFOUND && operation == SQLITE_DELETE)
                return SQLITE_CHANGESET_OMIT;
        }
        *static_cast<QString *>(context) = u"a row of %1 is not as the journal knows it (conflict %2)"_s
                                               .arg(name ? QString::fromUtf8(name) : u"another table"_s)
                                               .arg(type);
        return SQLITE_CHANGESET_ABORT;
    };
    const int result = sqlite3changeset_apply(db.handle(), int(changeset.size()), data(changeset), nullptr,
                                              onConflict, &conflict);
    if (!conflict.isEmpty())
        throw Error(ErrorCode::Conflict, conflict);
    require(result, u"applying a changeset"_s);
}

} // namespace changeset
} // namespace seamfinder
