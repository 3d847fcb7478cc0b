#include "core/catalogue/ReadSittings.h"

#include "core/catalogue/Query.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

QHash<InterviewId, int> readMinutes(Connection &db)
{
    constexpr qint64 minute = 60'000;
    QHash<InterviewId, int> minutes;
    Query whole = db.query(u"SELECT id, finished - date FROM interview "
                           "WHERE deleted_at IS NULL AND finished > date"_s);
    while (whole.next())
        minutes.insert(whole.id<InterviewId>(0), int((whole.integer(1) + minute / 2) / minute));
    Query sittings = db.query(u"SELECT interview, sum(ended - began) FROM sitting "
                              "WHERE ended > began GROUP BY interview"_s);
    while (sittings.next())
        minutes.insert(sittings.id<InterviewId>(0), int((sittings.integer(1) + minute / 2) / minute));
    return minutes;
}

} // namespace seamfinder
