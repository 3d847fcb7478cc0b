#include "core/catalogue/EditCodebook.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/Tables.h"
#include "core/domain/Error.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int positionStep = 1024; // room to move a term between two others without touching them

QString slug(const QString &label)
{
    QString key;
    for (const QChar c : label.normalized(QString::NormalizationForm_KD).toLower()) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            key += c;
        else if (!key.isEmpty() && !key.endsWith(u'-'))
            key += u'-';
    }
    while (key.endsWith(u'-'))
        key.chop(1);
    return key.isEmpty() ? u"term"_s : key.left(60);
}

bool keyTaken(Connection &db, const QString &facet, const QString &key)
{
    return db.query(u"SELECT 1 FROM term WHERE facet = ? AND key = ?"_s).bind(facet, key).next();
}

QString freeKey(Connection &db, const Term &term)
{
    const QString base = slug(term.label);
    QString key = base;
    for (int number = 2; keyTaken(db, term.facet, key); ++number)
        key = u"%1-%2"_s.arg(base).arg(number);
    return key;
}

int lastPosition(Connection &db, const QString &facet)
{
    Query q = db.query(u"SELECT coalesce(max(position), 0) FROM term WHERE facet = ?"_s);
    q.bind(facet);
    return q.next() ? int(q.integer(0)) : 0;
}

void insertTerm(Edit &edit, const Term &term)
{
    edit.db()
        .query(u"INSERT INTO term(id, facet, key, label, alias, definition, use_when, use_not, example, "
               u"colour, parent, about, "
               "group_role, workflow, special, asks_text, position, retired, revision, changed_by) "
               "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s)
        .bind(term.id, term.facet, term.key, term.label, term.alias, term.definition, term.useWhen,
              term.useNot, term.example, term.colour, term.parent, term.about, term.groupRole, term.workflow,
              term.special, term.asksText, term.position, term.retired, edit.entry(), edit.coder())
        .run();
}

void writePosition(Edit &edit, TermId term, int position)
{
    edit.db()
        .query(u"UPDATE term SET position = ? WHERE id = ? AND position <> ?"_s)
        .bind(position, term, position)
        .run();
}
} // namespace

TermId createTerm(Edit &edit, Term term)
{
    if (term.label.trimmed().isEmpty())
        throw Error(ErrorCode::InvalidInput, u"a term needs a label"_s, term.facet);
    if (term.key.isEmpty())
        term.key = freeKey(edit.db(), term);
    else if (keyTaken(edit.db(), term.facet, term.key))
        throw Error(ErrorCode::AlreadyExists, u"the facet has a term of this key"_s, term.key);
    if (!term.id)
        term.id = edit.newId<TermId>();
    if (term.position == 0)
        term.position = lastPosition(edit.db(), term.facet) + positionStep;
    insertTerm(edit, term);
    return term.id;
}

void updateTerm(Edit &edit, const Term &term)
{
    edit.db()
        .query(u"UPDATE term SET label = ?, alias = ?, definition = ?, use_when = ?, use_not = ?, example = "
               u"?, colour = ?, "
               "parent = ?, about = ?, group_role = ?, workflow = ?, asks_text = ? WHERE id = ?"_s)
        .bind(term.label, term.alias, term.definition, term.useWhen, term.useNot, term.example, term.colour,
              term.parent, term.about, term.groupRole, term.workflow, term.asksText, term.id)
        .run();
    stampRow(edit, u"term"_s, term.id.value, false);
}

void renewTermKey(Edit &edit, TermId id)
{
    Term term;
    Query q = edit.db().query(u"SELECT facet, label FROM term WHERE id = ?"_s);
    q.bind(id);
    if (!q.next())
        return;
    term.facet = q.text(0);
    term.label = q.text(1);
    edit.db().query(u"UPDATE term SET key = ? WHERE id = ?"_s).bind(freeKey(edit.db(), term), id).run();
}

void setTermRetired(Edit &edit, TermId term, bool retired)
{
    edit.db().query(u"UPDATE term SET retired = ? WHERE id = ?"_s).bind(retired, term).run();
    stampRow(edit, u"term"_s, term.value, false);
}

void moveTerm(Edit &edit, TermId term, TermId before)
{
    Connection &db = edit.db();
    QVector<TermId> order;
    Query q = db.query(
        u"SELECT id FROM term WHERE facet = (SELECT facet FROM term WHERE id = ?) ORDER BY position, id"_s);
    q.bind(term);
    while (q.next()) {
        if (const auto id = q.id<TermId>(0); id != term)
            order.append(id);
    }
    const qsizetype at = before ? order.indexOf(before) : -1;
    order.insert(at < 0 ? order.size() : at, term);
    for (qsizetype i = 0; i < order.size(); ++i)
        writePosition(edit, order[i], int(i + 1) * positionStep);
    stampRow(edit, u"term"_s, term.value, false);
}

void setExpectedFlow(Edit &edit, TermId element, const QVector<TermId> &provides,
                     const QVector<TermId> &needs)
{
    Connection &db = edit.db();
    db.query(u"DELETE FROM expected_flow WHERE element = ?"_s).bind(element).run();
    const auto insert = [&](TermId role, bool isNeed) {
        db.query(u"INSERT INTO expected_flow(id, element, role, needs) VALUES (?, ?, ?, ?)"_s)
            .bind(edit.nextId(), element, role, isNeed)
            .run();
    };
    for (const TermId role : provides)
        insert(role, false);
    for (const TermId role : needs)
        insert(role, true);
}

TermId tagByLabel(Edit &edit, const QString &label)
{
    Query q = edit.db().query(u"SELECT id, label FROM term WHERE facet = 'tag'"_s);
    while (q.next()) {
        if (q.text(1).compare(label.trimmed(), Qt::CaseInsensitive) == 0)
            return q.id<TermId>(0);
    }
    return createTerm(edit, {.facet = u"tag"_s, .label = label.trimmed()});
}

} // namespace seamfinder
