#include "core/catalogue/ErasedPseudonyms.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/Edit.h"
#include "core/catalogue/Erasure.h"
#include "core/catalogue/Query.h"

#include <array>
#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QtEndian>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
QString saltOf(Connection &db)
{
    Query q = db.query(u"SELECT value FROM meta WHERE key = 'pseudonym_salt'"_s);
    return q.next() ? q.text(0) : QString();
}

QString newSalt()
{
    std::array<quint32, 4> random{};
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(random.data()), sizeof random).toHex());
}

/// As large as a row's id, in whose place it stands.
qint64 hashOf(const QString &salt, const QString &pseudonym)
{
    const QString plain = pseudonym.normalized(QString::NormalizationForm_KC).trimmed().toCaseFolded();
    const QByteArray hash = QCryptographicHash::hash((salt + plain).toUtf8(), QCryptographicHash::Sha256);
    return qFromBigEndian<qint64>(hash.constData()) & std::numeric_limits<qint64>::max();
}
} // namespace

void rememberErasedPseudonym(Edit &edit, const QString &pseudonym)
{
    Connection &db = edit.db();
    if (pseudonym.trimmed().isEmpty() || isErasedPseudonym(db, pseudonym))
        return;
    if (saltOf(db).isEmpty())
        db.query(u"INSERT INTO meta(key, value) VALUES ('pseudonym_salt', ?)"_s).bind(newSalt()).run();
    db.query(u"INSERT INTO tombstone(id, tbl, row, time, coder) VALUES (?, 'pseudonym', ?, ?, ?)"_s)
        .bind(edit.nextId(), hashOf(saltOf(db), pseudonym), edit.now(), edit.coder())
        .run();
}

bool isErasedPseudonym(Connection &db, const QString &pseudonym)
{
    const QString salt = saltOf(db);
    return !salt.isEmpty() && isTombstoned(db, hashOf(salt, pseudonym));
}

} // namespace seamfinder
