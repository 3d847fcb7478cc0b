#include "core/catalogue/SharedFields.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/EditFields.h"
#include "core/catalogue/ErasedRows.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/ReadStudy.h"
#include "core/protocol/ProtocolIndex.h"
#include "core/protocol/ProtocolJson.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
/// The question's field, if it is one of the system and a participant is asked: what only the interviewer
/// fills in is nobody's answer.
const Field *systemField(const Protocol &protocol, const ProtocolIndex &index, const QString &question)
{
    const int at = index.find(question);
    if (at < 0 || protocol.sections[index.questions()[at].section].interviewerOnly)
        return nullptr;
    const Field *field = fieldByName(index.questions()[at].question->binding);
    return field && field->entity == Entity::System ? field : nullptr;
}
} // namespace

QVector<SharedField> sharedFieldsOf(Connection &db, const ErasedRows &rows)
{
    QVector<SharedField> fields;
    for (const InterviewId interview : rows.joint()) {
        const auto facts = readInterview(db, interview);
        if (!facts || facts->systems.isEmpty() || rows.contains(facts->systems.first().value))
            continue;
        const Protocol protocol = readProtocolJson(readProtocolContent(db, facts->version)).protocol;
        const ProtocolIndex index(protocol);
        Query q = db.query(u"SELECT id, question FROM answer WHERE interview = ?"_s);
        q.bind(interview);
        while (q.next()) {
            const Field *field =
                rows.contains(q.integer(0)) ? systemField(protocol, index, q.text(1)) : nullptr;
            if (field)
                fields.append({field, facts->systems.first().value});
        }
    }
    return fields;
}

QVector<RowChange> emptySharedFields(Edit &edit, const QVector<SharedField> &fields)
{
    QVector<RowChange> changes;
    for (const SharedField &each : fields) {
        setMissing(edit, *each.field, each.row, std::nullopt);
        setValue(edit, *each.field, each.row, {});
        edit.db().query(u"DELETE FROM merge_base WHERE row = ?"_s).bind(each.row).run();
        changes.append({u"system"_s, each.row, RowChange::Kind::Update, 0});
    }
    return changes;
}

} // namespace seamfinder
