#include "core/catalogue/EditMarks.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/Query.h"

#include <array>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr std::array<QLatin1StringView, 5> keys{QLatin1StringView("star"), QLatin1StringView("quote"),
                                                QLatin1StringView("passage"), QLatin1StringView("time"),
                                                QLatin1StringView("back")};

void requireOwnerUnlocked(Edit &edit, MarkId mark)
{
    Query q = edit.db().query(u"SELECT interview FROM mark WHERE id = ?"_s);
    q.bind(mark);
    if (q.next())
        requireUnlocked(edit, q.id<InterviewId>(0));
}

void removeWords(Edit &edit, MarkId mark)
{
    QVector<EvidenceId> words;
    Query q = edit.db().query(u"SELECT id FROM evidence WHERE target = ?"_s);
    q.bind(mark);
    while (q.next())
        words.append(q.id<EvidenceId>(0));
    for (const EvidenceId each : words)
        removeEvidence(edit, each);
}
} // namespace

QLatin1StringView keyOf(MarkKind kind)
{
    return keys[size_t(kind)];
}

std::optional<MarkKind> markKindFromKey(QStringView key)
{
    const auto found = std::find(keys.begin(), keys.end(), key);
    return found == keys.end() ? std::nullopt : std::optional(MarkKind(found - keys.begin()));
}

MarkId addMark(Edit &edit, InterviewId interview, MarkKind kind, const AnswerPlace &place,
               const Passage &words)
{
    requireUnlocked(edit, interview);
    const auto mark = edit.newId<MarkId>();
    edit.db()
        .query(
            u"INSERT INTO mark(id, interview, kind, question, instances, time) VALUES (?, ?, ?, ?, ?, ?)"_s)
        .bind(mark, interview, keyOf(kind), place.question, place.instances + u""_s, edit.now())
        .run();
    addEvidence(edit, mark.value, words, "mark"_L1);
    return mark;
}

void setMarkWords(Edit &edit, MarkId mark, const Passage &words)
{
    requireOwnerUnlocked(edit, mark);
    removeWords(edit, mark);
    addEvidence(edit, mark.value, words, "mark"_L1);
}

void setMarkDone(Edit &edit, MarkId mark, bool done)
{
    requireOwnerUnlocked(edit, mark);
    edit.db().query(u"UPDATE mark SET done = ?1 WHERE id = ?2 AND done <> ?1"_s).bind(done, mark).run();
}

void removeMark(Edit &edit, MarkId mark)
{
    requireOwnerUnlocked(edit, mark);
    removeWords(edit, mark);
    edit.db().query(u"DELETE FROM mark WHERE id = ?"_s).bind(mark).run();
}

} // namespace seamfinder
