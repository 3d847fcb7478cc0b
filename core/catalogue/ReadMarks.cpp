#include "core/catalogue/ReadMarks.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/Query.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

ExampleId exampleOf(const Mark &mark)
{
    return mark.words.sourceKind == mark_source::example ? ExampleId{mark.words.source} : ExampleId{};
}

InterviewId interviewOf(Connection &db, MarkId mark)
{
    Query q = db.query(u"SELECT interview FROM mark WHERE id = ?"_s);
    q.bind(mark);
    return q.next() ? q.id<InterviewId>(0) : InterviewId{};
}

QVector<Mark> readMarks(Connection &db, InterviewId interview)
{
    QVector<Mark> marks;
    Query q = db.query(
        u"SELECT mark.id, kind, question, instances, done, mark.time, coalesce(source_kind, ''), source, "
        "coalesce(start, -1), coalesce(end, -1), coalesce(quote, ''), speaker "
        "FROM mark LEFT JOIN evidence ON evidence.target = mark.id "
        "LEFT JOIN excerpt ON excerpt.id = evidence.excerpt WHERE interview = ? ORDER BY mark.id"_s);
    q.bind(interview);
    while (q.next())
        marks.append({q.id<MarkId>(0),
                      markKindFromKey(q.text(1)).value_or(MarkKind::Star),
                      {q.text(2), q.text(3)},
                      {q.text(6), q.integer(7), int(q.integer(8)), int(q.integer(9)), q.text(10),
                       q.id<ParticipantId>(11)},
                      q.integer(4) != 0,
                      q.integer(5)});
    return marks;
}

} // namespace seamfinder
