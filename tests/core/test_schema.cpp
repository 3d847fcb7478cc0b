#include "core/catalogue/FacetNumbers.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/Schema.h"
#include "core/domain/Fields.h"
#include "tests/support/TempStudy.h"

#include <QRegularExpression>
#include <QtTest>

using namespace seamfinder;
using namespace seamfinder::test;
using namespace Qt::StringLiterals;

/// The rules that make the journal work (one idea of the design): see resources/schema/001-initial.sql.
class SchemaTest : public QObject
{
    Q_OBJECT

private:
    TempStudy m_study;

    QStringList tables()
    {
        QStringList names;
        Query q = m_study.db().query(
            u"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"_s);
        while (q.next())
            names << q.text(0);
        return names;
    }

private Q_SLOTS:
    void journaledTablesExist()
    {
        for (const QString &table : schema::journaledTables())
            QVERIFY2(tables().contains(table), qPrintable(table));
    }

    void derivedAndAppendOnlyTablesAreNotJournaled()
    {
        for (const QString &table :
             {u"adopted"_s, u"position"_s, u"paradata"_s, u"paradata_session"_s, u"journal"_s,
              u"journal_chunk"_s, u"journal_row"_s, u"search"_s, u"meta"_s, u"tombstone"_s})
            QVERIFY2(!schema::journaledTables().contains(table), qPrintable(table));
        for (const QString &table : schema::journaledTables())
            QVERIFY2(!table.startsWith(u"search"), qPrintable(table));
    }

    void journaledTablesHaveANonNullIntegerKeyCalledIdInFirstPlace()
    {
        for (const QString &table : schema::journaledTables()) {
            Query q = m_study.db().query(
                u"SELECT cid, name, type, \"notnull\", pk, hidden FROM pragma_table_xinfo('%1')"_s.arg(
                    table));
            while (q.next()) {
                QVERIFY2(q.integer(5) == 0, qPrintable(table + u": generated column"_s));
                const bool isFirst = q.integer(0) == 0;
                QCOMPARE(q.integer(4) != 0, isFirst);
                if (isFirst) {
                    QCOMPARE(q.text(1), u"id"_s);
                    QCOMPARE(q.text(2), u"INTEGER"_s);
                    QCOMPARE(q.integer(3), 1);
                }
            }
        }
    }

    void noUniqueIndexOnAnOrderColumn()
    {
        Query q = m_study.db().query(
            u"SELECT m.name, ii.name FROM sqlite_schema AS m, pragma_index_list(m.name) AS il, "
            "pragma_index_info(il.name) AS ii WHERE m.type = 'table' AND il.\"unique\" = 1"_s);
        while (q.next()) {
            if (schema::journaledTables().contains(q.text(0)))
                QVERIFY2(q.text(1) != u"position" && q.text(1) != u"number" && q.text(1) != u"priority",
                         qPrintable(q.text(0)));
        }
    }

    void triggersWriteOnlyToDerivedTables()
    {
        static const QRegularExpression written(
            u"(?:INSERT(?: OR \\w+)? INTO|UPDATE(?! OF)|DELETE FROM)\\s+(\\w+)"_s);
        int writes = 0;
        Query q = m_study.db().query(u"SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"_s);
        while (q.next()) {
            const QString body = q.text(1).section(u"BEGIN"_s, 1);
            for (auto it = written.globalMatch(body); it.hasNext(); ++writes) {
                const QString table = it.next().captured(1);
                QVERIFY2(!schema::journaledTables().contains(table),
                         qPrintable(q.text(0) + u" writes to "_s + table));
            }
        }
        QVERIFY(writes > 20);
    }

    void nothingCascades()
    {
        for (const QString &table : tables()) {
            Query q = m_study.db().query(
                u"SELECT on_delete, on_update FROM pragma_foreign_key_list('%1')"_s.arg(table));
            while (q.next()) {
                QCOMPARE(q.text(0), u"NO ACTION"_s);
                QCOMPARE(q.text(1), u"NO ACTION"_s);
            }
        }
    }

    void facetNumbersMatchTheCode()
    {
        int count = 0;
        Query q = m_study.db().query(u"SELECT id, key FROM coding_facet"_s);
        for (; q.next(); ++count) {
            const Field *field = facetField(int(q.integer(0)));
            QVERIFY2(field, qPrintable(q.text(1)));
            QCOMPARE(QString(field->key), q.text(1));
        }
        for (const Entity entity : {Entity::Example, Entity::Gap, Entity::Practice}) {
            for (const Field &field : fieldsOf(entity)) {
                if (field.kind == FieldKind::Coding) {
                    QVERIFY2(facetNumber(field) != 0, field.label);
                    --count;
                }
            }
        }
        QCOMPARE(count, 0);
    }

    void everyColumnFieldIsAColumn()
    {
        for (const Entity entity : {Entity::Participant, Entity::System, Entity::Interview, Entity::Example,
                                    Entity::Gap, Entity::Practice}) {
            for (const Field &field : fieldsOf(entity)) {
                if (field.kind == FieldKind::Coding)
                    continue;
                Query q = m_study.db().query(u"SELECT 1 FROM pragma_table_info('%1') WHERE name = '%2'"_s.arg(
                    entityKey(entity), field.key));
                QVERIFY2(q.next(), field.label);
            }
        }
    }

    void theFileIsMarkedAsAStudy()
    {
        const auto pragma = [&](const QString &name) {
            Query q = m_study.db().query(u"PRAGMA "_s + name);
            return q.next() ? q.text(0) : QString();
        };
        QCOMPARE(pragma(u"application_id"_s), QString::number(0x5345414D));
        QCOMPARE(pragma(u"user_version"_s), QString::number(schema::version));
        QCOMPARE(pragma(u"journal_mode"_s), u"wal"_s);
        QCOMPARE(pragma(u"synchronous"_s), u"2"_s);
        QCOMPARE(pragma(u"foreign_keys"_s), u"1"_s);
        QCOMPARE(pragma(u"cell_size_check"_s), u"1"_s);
    }
};

QTEST_GUILESS_MAIN(SchemaTest)
#include "test_schema.moc"
