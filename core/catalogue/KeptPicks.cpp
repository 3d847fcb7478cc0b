#include "core/catalogue/KeptPicks.h"

#include "core/catalogue/AskedQuestions.h"
#include "core/catalogue/Connection.h"
#include "core/catalogue/Edit.h"
#include "core/catalogue/ErasedRows.h"
#include "core/catalogue/Query.h"
#include "core/protocol/Value.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

QVector<RowChange> cutPicks(Edit &edit, const ErasedRows &rows)
{
    Connection &db = edit.db();
    for (const qint64 participant : rows.byTable().value(u"participant"_s))
        db.query(u"UPDATE answer SET speaker = NULL WHERE speaker = ?"_s).bind(participant).run();
    QVector<std::pair<qint64, QString>> picks;
    AskedQuestions questions(db);
    for (const InterviewId interview : rows.joint()) {
        Query q =
            db.query(u"SELECT id, question, value FROM answer WHERE interview = ? AND value IS NOT NULL"_s);
        q.bind(interview);
        while (q.next()) {
            if (questions.picksRows(interview, q.text(1)))
                picks.append({q.integer(0), q.text(2)});
        }
    }
    QVector<RowChange> changes;
    for (const auto &[answer, value] : std::as_const(picks)) {
        QStringList keys = Value::fromText(Value::Kind::Keys, value).keys();
        const auto taken = keys.removeIf(
            [&rows](const QString &key) { return rows.contains(fromCrockford(key).value_or(0)); });
        if (taken == 0)
            continue;
        db.query(u"UPDATE answer SET value = ? WHERE id = ?"_s)
            .bind(keys.isEmpty() ? std::nullopt : std::optional(Value::keys(keys).toText()), answer)
            .run();
        changes.append({u"answer"_s, answer, RowChange::Kind::Update, 0});
    }
    return changes;
}

} // namespace seamfinder
