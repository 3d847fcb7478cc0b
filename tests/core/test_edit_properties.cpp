#include "core/catalogue/CatalogueOrder.h"
#include "core/catalogue/Journal.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/StudyCheck.h"
#include "tests/support/ColumnsText.h"
#include "tests/support/StudyMachine.h"

#include <QtTest>

using namespace seamfinder;
using namespace seamfinder::test;
using namespace Qt::StringLiterals;

namespace {

class EditPropertiesTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<EmptyStudy> m_empty;

    static QString nextLabel(const std::optional<JournalEntry> &entry)
    {
        return entry ? entry->label : QString();
    }

    static void checkSteps(StudyMachine &machine)
    {
        RC_ASSERT(nextLabel(machine.writer().nextUndo()) ==
                  machine.undoable().value(machine.undoable().size() - 1));
        RC_ASSERT(nextLabel(machine.writer().nextRedo()) ==
                  machine.redoable().value(machine.redoable().size() - 1));
    }

    static void checkContent(StudyMachine &machine)
    {
        const QStringList stored = described(machine.db()), expected = described(machine.model());
        for (qsizetype i = 0; i < qMax(stored.size(), expected.size()); ++i)
            RC_ASSERT(stored.value(i) == expected.value(i));
    }

    static void checkDerived(StudyMachine &machine)
    {
        for (const CheckResult &check : checkStudy(machine.db())) {
            RC_LOG() << check.name.toStdString() << std::endl;
            RC_ASSERT(check.problems.join(u'\n') == QString());
        }
        const QStringList followed = columnsText(machine.columns()),
                          loaded = columnsText(CatalogueColumns::load(machine.db()));
        for (qsizetype i = 0; i < qMax(followed.size(), loaded.size()); ++i)
            RC_ASSERT(followed.value(i) == loaded.value(i));
    }

    // The index against one made of nothing but the model's texts.
    static void checkSearch(StudyMachine &machine)
    {
        Connection db = Connection::inMemory();
        db.execute(
            u"CREATE VIRTUAL TABLE search USING fts5(text, tokenize='unicode61 remove_diacritics 2')"_s);
        for (const auto &[id, unit] : machine.model().units) {
            QStringList texts;
            for (const QString &field : {u"title"_s, u"counted_on"_s, u"turned_out"_s, u"led_to"_s,
                                         u"feared"_s, u"story"_s, u"timeline"_s, u"information"_s}) {
                if (const auto found = unit.values.find(field); found != unit.values.end())
                    texts.append(found->second.toString());
            }
            db.query(u"INSERT INTO search(rowid, text) VALUES (?, ?)"_s).bind(id, texts.join(u'\n')).run();
        }
        for (const QString &word : {u"Zug"_s, u"a"_s, u"x"_s, u"שלום"_s}) {
            std::vector<qint64> expected;
            Query q = db.query(u"SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid"_s);
            q.bind(u'"' + word + u'"');
            while (q.next())
                expected.push_back(q.integer(0));
            RC_ASSERT(searchText(machine.db(), u'"' + word + u'"') == expected);
        }
    }

private Q_SLOTS:
    void initTestCase() { m_empty = std::make_unique<EmptyStudy>(); }

    void theFileIsWhatTheModelIs()
    {
        QVERIFY(holds("edits, undo and redo do to the file what they do to the model", 60, [this] {
            const auto commands = *rc::gen::container<std::vector<Command>>(anyCommand());
            StudyMachine machine(*m_empty);
            for (const Command &command : commands) {
                machine.run(command);
                checkSteps(machine);
                checkContent(machine);
            }
            checkDerived(machine);
            checkSearch(machine);
        }));
    }

    void everythingCanBeTakenBackAndDoneAgain()
    {
        QVERIFY(holds("undo to the beginning and redo to the end", 15, [this] {
            const auto commands = *rc::gen::container<std::vector<Command>>(anyCommand());
            StudyMachine machine(*m_empty);
            for (const Command &command : commands)
                machine.run(command);
            for (const Command::Kind kind : {Command::Kind::Undo, Command::Kind::Redo}) {
                Command step;
                step.kind = kind;
                const auto left = [&] {
                    return kind == Command::Kind::Undo ? machine.undoable() : machine.redoable();
                };
                while (!left().isEmpty())
                    machine.run(step);
                checkSteps(machine);
                checkContent(machine);
                checkDerived(machine);
                RC_ASSERT(kind == Command::Kind::Redo || machine.model().units.empty());
            }
        }));
    }
};
} // namespace

QTEST_GUILESS_MAIN(EditPropertiesTest)
#include "test_edit_properties.moc"
