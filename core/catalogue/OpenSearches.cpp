#include "core/catalogue/OpenSearches.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/ParadataChange.h"
#include "core/catalogue/Query.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

QVector<OpenSearch> readOpenSearches(Connection &db, InterviewId interview)
{
    QVector<OpenSearch> searches;
    Query q = db.query(u"SELECT paradata.id, question, instances, detail FROM paradata_session "
                       "JOIN paradata ON paradata.session = paradata_session.id "
                       "WHERE interview = ? AND event = 'changed' AND detail LIKE ? ORDER BY paradata.id"_s);
    q.bind(interview, u"[\"%1\",%"_s.arg(ParadataChange::search));
    while (q.next()) {
        const auto change = ParadataChange::fromDetail(q.text(3));
        if (change && change->what == ParadataChange::search && !change->after.isEmpty())
            searches.append({q.integer(0), {q.text(1), q.text(2)}, change->row, change->after});
    }
    return searches;
}

} // namespace seamfinder
