#include "core/catalogue/EditCodebook.h"
#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ReadExamples.h"
#include "core/domain/Fields.h"
#include "tests/support/ui/OpenedStudy.h"
#include "tests/support/ui/Typing.h"
#include "ui/common/Chip.h"
#include "ui/common/EditedRow.h"
#include "ui/common/FieldEditor.h"
#include "ui/common/FieldWrites.h"
#include "ui/common/OptionInput.h"
#include "ui/common/Pill.h"
#include "ui/common/TermPicker.h"
#include "ui/common/TextInput.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using test::press;
using test::type;
using namespace Qt::StringLiterals;
namespace fe = fields::example;

class TestFieldEditor : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::TempStudy> m_file;
    std::unique_ptr<test::OpenedStudy> m_open;
    std::unique_ptr<QWidget> m_window;
    ExampleId m_example;
    ParticipantId m_participant;

    [[nodiscard]] EditorContext context(CodingStage stage = CodingStage::After) const
    {
        return {m_open->session, m_open->codebook, stage};
    }
    [[nodiscard]] EditedRow *row(Entity entity, qint64 id) const
    {
        return new EditedRow(m_open->session, entity, id, m_window.get());
    }
    FieldEditor *show(FieldEditor *editor) const
    {
        m_window->layout()->addWidget(editor);
        m_window->show();
        m_window->activateWindow();
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(m_window.get());
        editor->setFocus();
        return editor;
    }
    FieldEditor *exampleEditor(const Field &field,
                               const std::function<void(QString, const Field *, qint64)> &keep = {}) const
    {
        EditorContext shared = context();
        shared.keepWords = keep;
        return show(new FieldEditor(shared, field, row(Entity::Example, m_example.value),
                                    FieldEditor::Look::Block, m_window.get()));
    }
    static QPlainTextEdit *textOf(FieldEditor *editor) { return editor->findChild<QPlainTextEdit *>(); }
    [[nodiscard]] ExampleRecord stored() const { return *readExample(m_open->session.reader(), m_example); }
    [[nodiscard]] TermId term(const QString &facet, const QString &key) const
    {
        return m_open->codebook.codebook().term(facet, key)->id;
    }

private Q_SLOTS:
    void init()
    {
        m_file = std::make_unique<test::TempStudy>();
        m_file->writer().perform({u"prepare"_s}, [this](Edit &edit) {
            m_participant = createParticipant(edit, u"P01"_s);
            m_example = createExample(edit, {.participant = m_participant});
        });
        m_open = std::make_unique<test::OpenedStudy>(*m_file);
        m_window = std::make_unique<QWidget>();
        m_window->resize(500, 600);
        new QVBoxLayout(m_window.get());
    }
    void cleanup()
    {
        m_window.reset();
        m_open.reset();
        m_file.reset();
    }

    void typingIsSavedWithinASecond()
    {
        exampleEditor(fe::countedOn);
        type(u"past weather"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stored().text(fe::countedOn), u"past weather"_s, 1000);
    }

    void typingWithoutAPauseIsSavedAllTheSame()
    {
        exampleEditor(fe::countedOn);
        QElapsedTimer typing;
        typing.start();
        while (stored().text(fe::countedOn).isEmpty() && typing.elapsed() < 20'000) {
            type(u"a"_s);
            QTest::qWait(40);
        }
        QVERIFY(!stored().text(fe::countedOn).isEmpty());
        QTRY_COMPARE(stored().text(fe::countedOn),
                     textOf(m_window->findChild<FieldEditor *>())->toPlainText());
    }

    void leavingSavesAtOnceAndTheFileHasIt()
    {
        FieldEditor *editor = exampleEditor(fe::countedOn);
        auto *other = new QLineEdit(m_window.get());
        m_window->layout()->addWidget(other);
        other->show();
        textOf(editor)->setPlainText(u"שלום 🙂\nzweite Zeile"_s);
        other->setFocus();
        m_open->session.flush();
        QCOMPARE(stored().text(fe::countedOn), u"שלום 🙂\nzweite Zeile"_s);
        QTRY_VERIFY(!editor->isUnsaved());
    }

    void ownCommitsLeaveTheCaretAlone()
    {
        FieldEditor *editor = exampleEditor(fe::turnedOut);
        type(u"abcdef"_s);
        press(Qt::Key_Left);
        press(Qt::Key_Left);
        QTRY_COMPARE(stored().text(fe::turnedOut), u"abcdef"_s);
        QTRY_VERIFY(!editor->isUnsaved());
        QCOMPARE(textOf(editor)->textCursor().position(), 4);
        type(u"X"_s);
        QCOMPARE(textOf(editor)->toPlainText(), u"abcdXef"_s);
    }

    void oneVisitIsOneStepAndUndoGoesBeyondTheField()
    {
        FieldEditor *editor = exampleEditor(fe::ledTo);
        type(u"one"_s);
        editor->flush();
        type(u" two"_s);
        editor->flush();
        QTRY_COMPARE(stored().text(fe::ledTo), u"one two"_s);
        QTRY_VERIFY(!editor->isUnsaved());
        m_open->session.undo();
        QTRY_COMPARE(stored().text(fe::ledTo), QString());
        QTRY_COMPARE(textOf(editor)->toPlainText(), QString());
        m_open->session.redo();
        QTRY_COMPARE(textOf(editor)->toPlainText(), u"one two"_s);
        // The text came from outside: the field itself has nothing to undo, so the key is the journal's.
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(textOf(editor)->toPlainText(), QString());
    }

    void anotherViewsChangeIsShown()
    {
        FieldEditor *editor = exampleEditor(fe::countedOn);
        const ExampleId id = m_example;
        m_open->session.perform({u"elsewhere"_s}, [id](Edit &edit) {
            setValue(edit, fe::countedOn, id.value, u"from elsewhere"_s);
        });
        QTRY_COMPARE(textOf(editor)->toPlainText(), u"from elsewhere"_s);
    }

    void missingCodeByF4AndBack()
    {
        FieldEditor *editor = exampleEditor(fe::turnedOut);
        type(u"gone soon"_s);
        press(Qt::Key_F4);
        auto *menu = editor->findChild<QMenu *>(u"no-answer"_s);
        QVERIFY(menu && menu->isVisible());
        QTest::keyClick(menu, Qt::Key_W);
        QTRY_COMPARE(stored().missing.value(QString(fe::turnedOut.key)), MissingCode::NeverFoundOut);
        QCOMPARE(stored().text(fe::turnedOut), QString());
        QTRY_COMPARE(textOf(editor)->toPlainText(), QString());
        // The offscreen platform does not give the window its activation back when a menu closes.
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        editor->setFocus();
        press(Qt::Key_F4);
        QTRY_VERIFY(!stored().isMissing(fe::turnedOut));
    }

    void everyMissingCodeHasALetterOfItsOwn()
    {
        FieldEditor *editor = exampleEditor(fe::turnedOut);
        press(Qt::Key_F4);
        auto *menu = editor->findChild<QMenu *>(u"no-answer"_s);
        QVERIFY(menu);
        QStringList letters;
        for (const QAction *action : menu->actions())
            letters += QKeySequence::mnemonic(action->text()).toString();
        QCOMPARE(letters.size(), 6);
        QVERIFY(!letters.contains(QString()));
        letters.removeDuplicates();
        QCOMPARE(letters.size(), 6);
        menu->close();
    }

    void optionsByDigitAndBack()
    {
        FieldEditor *editor = exampleEditor(fe::occurrence);
        press(Qt::Key_3);
        QTRY_COMPARE(stored().value(fe::occurrence).toLongLong(), term(u"occurrence"_s, u"likely"_s).value);
        QTRY_VERIFY(!editor->isUnsaved());
        press(Qt::Key_9); // there is no ninth: it may begin words, and a list looks for them
        press(Qt::Key_Escape);
        press(Qt::Key_Escape);
        press(Qt::Key_Delete);
        QTRY_VERIFY(!stored().has(fe::occurrence));
    }

    void optionsByTheirWords()
    {
        FieldEditor *editor = exampleEditor(fe::occurrence);
        type(u"likely to"_s); // the space picks nothing by itself
        press(Qt::Key_Return);
        QTRY_COMPARE(stored().value(fe::occurrence).toLongLong(), term(u"occurrence"_s, u"likely"_s).value);
        auto *input = editor->findChild<OptionInput *>();
        QTRY_VERIFY(input->pills().at(2)->hasFocus());
        type(u"lik"_s);
        press(Qt::Key_Return); // a list takes nothing back
        QTRY_VERIFY(!editor->isUnsaved());
        QCOMPARE(stored().value(fe::occurrence).toLongLong(), term(u"occurrence"_s, u"likely"_s).value);
    }

    void wordsThatNoOptionHasAreKept()
    {
        QString kept;
        const Field *asked = nullptr;
        FieldEditor *editor =
            exampleEditor(fe::occurrence, [&](const QString &words, const Field *field, qint64 row) {
                kept = words;
                asked = row == m_example.value ? field : nullptr;
            });
        type(u"who knows"_s);
        press(Qt::Key_Tab);
        QCOMPARE(kept, u"who knows"_s);
        QCOMPARE(asked, &fe::occurrence);
        QTRY_VERIFY(!editor->isUnsaved());
        QVERIFY(!stored().has(fe::occurrence));
    }

    void wordsThatWaitAreOfTheirRow_data()
    {
        QTest::addColumn<QString>("key");
        QTest::newRow("options") << u"occurrence"_s;
        QTest::newRow("codings") << u"believed_by"_s;
    }

    void wordsThatWaitAreOfTheirRow()
    {
        QFETCH(QString, key);
        ExampleId second;
        m_open->session.perform({u"second"_s}, [&second, who = m_participant](Edit &edit) {
            second = createExample(edit, {.participant = who});
        });
        m_open->session.flush();
        FieldEditor *editor = exampleEditor(key == u"occurrence"_s ? fe::occurrence : fe::believedBy);
        type(u"zookeeper"_s);
        press(Qt::Key_Tab);
        const auto waits = [editor] {
            const auto chips = editor->findChildren<Chip *>();
            return std::ranges::any_of(chips, [](const Chip *chip) {
                return chip->isVisible() && chip->text().contains(u"zookeeper"_s);
            });
        };
        QTRY_VERIFY(waits());
        EditedRow *first = editor->row();
        editor->setRow(row(Entity::Example, second.value));
        QVERIFY(!waits());
        editor->setRow(first);
        QVERIFY(waits());
    }

    void codingByTypingInThePicker()
    {
        FieldEditor *editor = exampleEditor(fe::believedBy);
        type(u"d"_s);
        type(u"ata sc"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(stored().coded(fe::believedBy).size(), 1);
        QCOMPARE(stored().coded(fe::believedBy).first().term, term(u"role"_s, u"data-scientist"_s));
        QTRY_VERIFY(!editor->isUnsaved());
        Chip *chip = nullptr;
        for (Chip *candidate : editor->findChildren<Chip *>()) {
            if (candidate->isVisible() && candidate->text() == u"Data scientist"_s)
                chip = candidate;
        }
        QVERIFY(chip);
        chip->setFocus();
        press(Qt::Key_Delete);
        QTRY_COMPARE(stored().coded(fe::believedBy).size(), 0);
    }

    void newTagsAreMade()
    {
        exampleEditor(fe::tag);
        type(u"brand new"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(stored().coded(fe::tag).size(), 1);
        QTRY_COMPARE(m_open->codebook.codebook().label(stored().coded(fe::tag).first().term), u"brand new"_s);
    }

    void failuresKeepTheTextAndAreTriedAgain()
    {
        bool broken = true;
        FieldEditor *editor = exampleEditor(fe::countedOn);
        editor->setAlongside([&broken](Edit &) -> AnswerId {
            if (broken)
                throw Error(ErrorCode::DiskFull, u"no room"_s);
            return {};
        });
        type(u"must not be lost"_s);
        editor->flush();
        FieldWrites &writes = FieldWrites::of(m_open->session);
        QTRY_COMPARE(writes.failedCount(), 1);
        QCOMPARE(textOf(editor)->toPlainText(), u"must not be lost"_s);
        QCOMPARE(stored().text(fe::countedOn), QString());
        // Even when its editor is gone.
        delete editor;
        broken = false;
        const ExampleId id = m_example;
        m_open->session.perform({u"next"_s},
                                [id](Edit &edit) { setValue(edit, fe::title, id.value, u"Title"_s); });
        QTRY_COMPARE(stored().text(fe::countedOn), u"must not be lost"_s);
        QTRY_COMPARE(writes.failedCount(), 0);
    }

    void otherEntitiesToo()
    {
        FieldEditor *editor = show(new FieldEditor(context(), fields::participant::country,
                                                   row(Entity::Participant, m_participant.value),
                                                   FieldEditor::Look::Block, m_window.get()));
        type(u"Norway"_s);
        editor->flush();
        QTRY_COMPARE(readRecord(m_open->session.reader(), Entity::Participant, m_participant.value)
                         ->text(fields::participant::country),
                     u"Norway"_s);
    }
};

QTEST_MAIN(TestFieldEditor)
#include "test_field_editor.moc"
