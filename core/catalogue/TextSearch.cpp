#include "core/catalogue/CatalogueOrder.h"
#include "core/catalogue/Cursor.h"

#include <algorithm>
#include <QStringList>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
// FTS5 refuses expressions that are too deep; nobody types that many words.
constexpr qsizetype mostWords = 60;
// Up to that many hits are looked up one by one; above, walking over all ids is quicker.
constexpr size_t mostLookUps = 20'000;

bool isQuote(QChar c)
{
    return c == u'"' || c == u'\u201c' || c == u'\u201d' || c == u'\u201e' || c == u'\u00ab' ||
           c == u'\u00bb';
}

bool hasToken(QStringView text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
}

// Everything that was typed becomes a quoted string, which has no syntax but the quote, which cannot be in
// it.
QString matchExpression(const QString &text)
{
    QStringList terms;
    QString word;
    bool inPhrase = false;
    const auto finish = [&](bool isPrefix) {
        if (hasToken(word) && terms.size() < mostWords)
            terms.append(u'"' + word + (isPrefix ? u"\"*"_s : u"\""_s));
        word.clear();
    };
    for (const QChar c : text) {
        if (isQuote(c)) {
            finish(!inPhrase);
            inPhrase = !inPhrase;
        } else if (c.isNull() || (c.isSpace() && !inPhrase)) {
            finish(!inPhrase);
        } else {
            word.append(c);
        }
    }
    finish(true); // a phrase that is still being typed, too
    return terms.join(u" AND "_s);
}

// What a hit's id belongs to: an example, a gap, or the targets of a piece of evidence.
class Targets
{
public:
    explicit Targets(Connection &db)
        : m_lookUp(db, u"SELECT id FROM example WHERE id = ?1 UNION ALL SELECT id FROM gap WHERE id = ?1 "
                       "UNION ALL SELECT target FROM evidence WHERE excerpt = ?1 AND relation <> 'mark'"_s)
    {
    }

    void append(qint64 hit, std::vector<qint64> &targets)
    {
        m_lookUp.seek(hit);
        while (m_lookUp.next())
            targets.push_back(m_lookUp.integer(0));
    }

private:
    Cursor m_lookUp;
};

void keepDistinct(std::vector<qint64> &ids)
{
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

// As Targets, for very many hits (sorted).
std::vector<qint64> targetsOf(Connection &db, const std::vector<qint64> &hits)
{
    std::vector<qint64> targets;
    const auto isHit = [&](qint64 id) { return std::binary_search(hits.begin(), hits.end(), id); };
    for (const QString &ids : {u"SELECT id FROM example INDEXED BY example_created"_s,
                               u"SELECT id FROM gap INDEXED BY gap_facts"_s}) {
        Cursor cursor(db, ids);
        while (cursor.next()) {
            if (isHit(cursor.integer(0)))
                targets.push_back(cursor.integer(0));
        }
    }
    Cursor evidence(db, u"SELECT excerpt, target FROM evidence WHERE relation <> 'mark'"_s);
    while (evidence.next()) {
        if (isHit(evidence.integer(0)))
            targets.push_back(evidence.integer(1));
    }
    return targets;
}

std::vector<qint64> newestTargets(Connection &db, const QString &expression, size_t limit)
{
    Cursor matches(db, u"SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC"_s);
    matches.bind(1, expression);
    Targets lookUp(db);
    std::vector<qint64> targets, found;
    while (targets.size() < limit && matches.next()) {
        found.clear();
        lookUp.append(matches.integer(0), found);
        for (const qint64 target : found) {
            if (targets.size() < limit && std::find(targets.begin(), targets.end(), target) == targets.end())
                targets.push_back(target);
        }
    }
    return targets;
}
} // namespace

std::vector<qint64> searchText(Connection &db, const QString &text, int limit)
{
    const QString expression = matchExpression(text);
    if (expression.isEmpty())
        return {};
    if (limit > 0)
        return newestTargets(db, expression, size_t(limit));

    std::vector<qint64> hits;
    Cursor matches(db, u"SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid"_s);
    matches.bind(1, expression);
    while (matches.next())
        hits.push_back(matches.integer(0));
    std::vector<qint64> targets;
    if (hits.size() > mostLookUps) {
        targets = targetsOf(db, hits);
    } else {
        Targets lookUp(db);
        for (const qint64 hit : hits)
            lookUp.append(hit, targets);
    }
    keepDistinct(targets);
    return targets;
}

} // namespace seamfinder
