#include "core/catalogue/ReadCodebook.h"
#include "core/catalogue/StudySession.h"
#include "core/domain/Fields.h"
#include "core/protocol/BuiltInProtocols.h"
#include "core/protocol/ProtocolEdit.h"
#include "tests/support/ui/ProtocolBench.h"
#include "tests/support/ui/Shots.h"
#include "tests/support/ui/Typing.h"
#include "ui/common/AutoGrowTextEdit.h"
#include "ui/protocol/ChoiceKeys.h"
#include "ui/protocol/ExpressionEdit.h"
#include "ui/protocol/ProtocolEditor.h"
#include "ui/protocol/ProtocolOutline.h"
#include "ui/protocol/ProtocolsPage.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using test::press;
using test::type;
using namespace Qt::StringLiterals;

/// Drafts of protocols written in the editor; what is checked is what the file holds.
class TestProtocolEditor : public test::ProtocolBench
{
    Q_OBJECT

private Q_SLOTS:
    void typedTextIsSavedWithinASecond();
    void aVisitIsOneStepOfUndo();
    void structureByKeyboard();
    void aNewQuestionIsNamedByItsText();
    void renamingTakesReferencesAlong();
    void choicesAndProbes();
    void expressionsAreCheckedWhileTyping();
    void namesAreCompleted();
    void keysOfChoicesAreCompleted();
    void keysOfTheCodebookAreKnown();
    void translationsStandBesideTheSource();
    void typesShowWhatTheyHave();
    void aRepeatFillsInFields();
    void eachTermMayHaveWordsOfItsOwn();
    void whatIsNotInTheFileYetIsPending();
    void everyControlHasAName();
    void looks();
};

void TestProtocolEditor::typedTextIsSavedWithinASecond()
{
    openDraft();
    select(u"story"_s);
    outline()->setFocus();
    press(Qt::Key_Return);
    QVERIFY(text(u"label"_s)->hasFocus());
    QElapsedTimer typing;
    typing.start();
    press(Qt::Key_End);
    // Without a pause: the longest that anything may wait.
    while (typing.elapsed() < 1300) {
        type(u"x"_s);
        QTest::qWait(30);
    }
    QVERIFY(question(u"story"_s).label.byLanguage[u"en"_s].startsWith(u"What happened?xxx"_s));
    settle();
    QTRY_COMPARE(question(u"story"_s).label.byLanguage[u"en"_s], text(u"label"_s)->toPlainText());
}

void TestProtocolEditor::aVisitIsOneStepOfUndo()
{
    openDraft();
    select(u"story"_s);
    replace(text(u"label"_s), u"Tell me."_s);
    QTRY_COMPARE(question(u"story"_s).label.byLanguage[u"en"_s], u"Tell me."_s);
    type(u" All of it."_s);
    QTRY_COMPARE(question(u"story"_s).label.byLanguage[u"en"_s], u"Tell me. All of it."_s);
    replace(text(u"hint"_s), u"Listen."_s);
    QTRY_COMPARE(question(u"story"_s).hint.byLanguage[u"en"_s], u"Listen."_s);
    outline()->setFocus();
    settle();
    study().undo();
    QTRY_COMPARE(text(u"hint"_s)->toPlainText(), QString());
    QCOMPARE(text(u"label"_s)->toPlainText(), u"Tell me. All of it."_s);
    study().undo();
    QTRY_COMPARE(text(u"label"_s)->toPlainText(), u"What happened?"_s);
    study().redo();
    QTRY_COMPARE(text(u"label"_s)->toPlainText(), u"Tell me. All of it."_s);
    settle();
    // Undo from somewhere else goes to the place.
    select(u"last"_s);
    study().undo();
    QTRY_COMPARE(outline()->current().question, u"story"_s);
    QCOMPARE(question(u"story"_s).label.byLanguage[u"en"_s], u"What happened?"_s);
}

void TestProtocolEditor::structureByKeyboard()
{
    openDraft();
    const auto names = [this] {
        QStringList result;
        for (const Section &section : inFile().sections) {
            result.append(u'/' + section.key);
            for (const Question &each : section.questions)
                result.append(each.name);
        }
        return result.join(u' ');
    };
    const QString first = u"/one role years story /two last"_s;
    QCOMPARE(names(), first);
    select(u"story"_s);
    press(Qt::Key_Up, Qt::AltModifier);
    settle();
    QCOMPARE(names(), u"/one role story years /two last"_s);
    QCOMPARE(outline()->current().question, u"story"_s);
    press(Qt::Key_Down, Qt::AltModifier);
    press(Qt::Key_Down, Qt::AltModifier); // on into the next section
    settle();
    QCOMPARE(names(), u"/one role years /two story last"_s);
    press(Qt::Key_D, Qt::ControlModifier);
    settle();
    QCOMPARE(names(), u"/one role years /two story story-2 last"_s);
    QCOMPARE(outline()->current().question, u"story-2"_s);
    press(Qt::Key_Delete);
    settle();
    QCOMPARE(names(), u"/one role years /two story last"_s);
    outline()->select({u"two"_s, {}});
    press(Qt::Key_Up, Qt::AltModifier);
    settle();
    QCOMPARE(names(), u"/two story last /one role years"_s);
    for (int step = 0; step < 6; ++step) {
        study().undo();
        settle();
    }
    QTRY_COMPARE(names(), first);
    QTRY_COMPARE(outline()->topLevelItemCount(), 3); // the protocol and two sections
}

void TestProtocolEditor::aNewQuestionIsNamedByItsText()
{
    openDraft();
    select(u"years"_s);
    auto *menu = editor()->findChild<QMenu *>(u"protocolAddMenu"_s);
    menu->findChild<QAction *>(u"add-text"_s)->trigger();
    QCOMPARE(outline()->current().question, u"text"_s);
    QVERIFY(text(u"label"_s)->hasFocus());
    QTRY_VERIFY(textOf(u"problem-label"_s).contains(u"“SAY” is missing"_s));
    type(u"How old is it?"_s);
    QTRY_COMPARE(textOf(u"problem-label"_s), QString());
    outline()->setFocus();
    QTRY_COMPARE(outline()->current().question, u"how-old-is-it"_s);
    settle();
    QCOMPARE(question(u"how-old-is-it"_s).label.byLanguage[u"en"_s], u"How old is it?"_s);
    QCOMPARE(inFile().sections.first().questions[2].name, u"how-old-is-it"_s);
    menu->findChild<QAction *>(u"add-section"_s)->trigger();
    QTRY_COMPARE(inFile().sections.size(), 3);
    QVERIFY(text(u"title"_s)->hasFocus());
}

void TestProtocolEditor::renamingTakesReferencesAlong()
{
    openDraft();
    select(u"story"_s);
    replace(child<ExpressionEdit>(u"expression-relevance"_s), u"${role} = 'ds'"_s);
    QTRY_COMPARE(question(u"story"_s).relevance.source(), u"${role} = 'ds'"_s);
    select(u"role"_s);
    auto *name = child<QLineEdit>(u"line-name"_s);
    replace(name, u"job"_s);
    QTRY_COMPARE(question(u"story"_s).relevance.source(), u"${job} = 'ds'"_s);
    QCOMPARE(outline()->current().question, u"job"_s);
    replace(name, u"years"_s); // somebody else's: stays what it was
    outline()->setFocus();
    settle();
    QVERIFY(question(u"years"_s).type == QuestionType::Integer);
    QCOMPARE(name->text(), outline()->current().question);
    QVERIFY(inFile().sections.first().questions.first().type == QuestionType::SelectOne);
    auto *key = child<QLineEdit>(u"choice-1-key"_s);
    replace(key, u"data"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(question(u"story"_s).relevance.source().endsWith(u"= 'data'"_s));
}

void TestProtocolEditor::choicesAndProbes()
{
    openDraft();
    select(u"role"_s);
    auto *second = child<QLineEdit>(u"choice-2"_s);
    second->setFocus();
    press(Qt::Key_Return); // the next one
    QTRY_VERIFY(child<QLineEdit>(u"choice-3"_s));
    QVERIFY(child<QLineEdit>(u"choice-3"_s)->hasFocus());
    type(u"Operations staff"_s);
    press(Qt::Key_Up, Qt::AltModifier);
    QTRY_COMPARE(question(u"role"_s).choices.fixed.value(1).label.byLanguage.value(u"en"_s),
                 u"Operations staff"_s);
    outline()->setFocus();
    QTRY_COMPARE(question(u"role"_s).choices.fixed.value(1).key, u"operations-staff"_s);
    child<QAbstractButton>(u"choice-1-remove"_s)->click();
    QTRY_COMPARE(question(u"role"_s).choices.fixed.size(), 2);
    child<QPushButton>(u"probe-add"_s)->click();
    QTRY_VERIFY(child<QLineEdit>(u"probe-1"_s) && child<QLineEdit>(u"probe-1"_s)->hasFocus());
    type(u"Since when?"_s);
    QTRY_COMPARE(question(u"role"_s).probes.value(0).label.byLanguage.value(u"en"_s), u"Since when?"_s);
    settle();
}

void TestProtocolEditor::expressionsAreCheckedWhileTyping()
{
    openDraft();
    select(u"story"_s);
    auto *relevance = child<ExpressionEdit>(u"expression-relevance"_s);
    replace(relevance, u"${rol} = 'ds'"_s);
    QTRY_VERIFY2(textOf(u"problem-relevance"_s).contains(u"“${rol}”, which does not exist"_s),
                 qPrintable(textOf(u"problem-relevance"_s)));
    QVERIFY2(textOf(u"problem-relevance"_s).contains(u"“Asked only if”"_s),
             "the window's word, not the file's");
    QVERIFY(relevance->hasFocus());
    QVERIFY(outline()->currentItem()->text(0).startsWith(u"⚠"_s));
    test::shoot(*m_workspace, u"protocol-problem"_s);
    replace(relevance, u"${role} = 'boss'"_s);
    QTRY_VERIFY(textOf(u"problem-relevance"_s).contains(u"There is no choice “boss”"_s));
    replace(relevance, u"${last} = ''"_s);
    QTRY_VERIFY(textOf(u"problem-relevance"_s).contains(u"asked only later"_s));
    replace(relevance, u"${years} >= (2"_s);
    QTRY_VERIFY(!textOf(u"problem-relevance"_s).isEmpty());
    QTRY_COMPARE(question(u"story"_s).relevance.source(), u"${years} >= (2"_s); // wrong, and kept
    auto *counter = child<QPushButton>(u"protocolProblems"_s);
    QVERIFY(counter && counter->text().contains(u'1'));
    select(u"last"_s);
    counter->click();
    QCOMPARE(outline()->current().question, u"story"_s);
    QVERIFY(relevance->hasFocus());
    replace(relevance, u"${years} >= 2"_s);
    QTRY_COMPARE(textOf(u"problem-relevance"_s), QString());
    QVERIFY(!child<QPushButton>(u"protocolProblems"_s));
    replace(text(u"constraintMessage"_s), u"Say more."_s);
    QTRY_COMPARE(textOf(u"problem-constraint"_s).section(u'.', 0, 0),
                 u"⚠ There is “Else say”, but no “Accepted only if”"_s);
    const QWidget *field = child<ExpressionEdit>(u"expression-constraint"_s);
    QTRY_VERIFY(field->parentWidget()->height() >=
                field->height() + child<QLabel>(u"problem-constraint"_s)->heightForWidth(field->width()));
    text(u"constraintMessage"_s)->setFocus();
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_Delete);
    QTRY_COMPARE(textOf(u"problem-constraint"_s), QString());
    replace(child<ExpressionEdit>(u"expression-constraint"_s), u"string-length(.) > 3"_s);
    QTRY_VERIFY(textOf(u"problem-constraintMessage"_s).contains(u"missing"_s));
    replace(text(u"constraintMessage"_s), u"Say more."_s);
    QTRY_COMPARE(textOf(u"problem-constraintMessage"_s), QString());
    settle();
}

void TestProtocolEditor::namesAreCompleted()
{
    openDraft();
    select(u"story"_s);
    auto *relevance = child<ExpressionEdit>(u"expression-relevance"_s);
    relevance->setFocus();
    type(u"sel"_s);
    QAbstractItemView *offer = relevance->completer()->popup();
    QTRY_VERIFY(offer->isVisible());
    const auto offered = [relevance] {
        QStringList words;
        const QAbstractItemModel *model = relevance->completer()->completionModel();
        for (int row = 0; row < model->rowCount(); ++row)
            words.append(model->index(row, 0).data().toString());
        return words;
    };
    QVERIFY(offered().contains(u"selected("_s) && offered().contains(u"count-selected("_s));
    QTest::keyClick(offer, Qt::Key_Return);
    QTRY_COMPARE(relevance->toPlainText(), u"selected("_s);
    type(u"${"_s);
    QTRY_VERIFY(offer->isVisible());
    QVERIFY(offered().contains(u"${role}"_s) && offered().contains(u"${years}"_s));
    QVERIFY(!offered().contains(u"${last}"_s)); // only asked later
    type(u"ro"_s);
    QTest::keyClick(offer, Qt::Key_Tab);
    QTRY_COMPARE(relevance->toPlainText(), u"selected(${role}"_s);
    type(u", 'sel"_s); // no key has it
    QVERIFY(!offer->isVisible());
    type(u"')"_s);
    QTRY_COMPARE(question(u"story"_s).relevance.source(), u"selected(${role}, 'sel')"_s);
}

void TestProtocolEditor::keysOfChoicesAreCompleted()
{
    openDraft();
    select(u"story"_s);
    auto *relevance = child<ExpressionEdit>(u"expression-relevance"_s);
    relevance->setFocus();
    QAbstractItemView *offer = relevance->completer()->popup();
    const auto offered = [relevance] {
        QStringList words;
        const QAbstractItemModel *model = relevance->completer()->completionModel();
        for (int row = 0; row < model->rowCount(); ++row)
            words.append(model->index(row, 0).data().toString());
        return words;
    };
    type(u"selected(${role}, '"_s);
    QTRY_VERIFY(offer->isVisible());
    QCOMPARE(offered(), QStringList({u"ds"_s, u"se"_s}));
    type(u"se"_s);
    if (offer->isVisible()) // it is whole already
        QTest::keyClick(offer, Qt::Key_Escape);
    type(u"') and ${role} != \""_s);
    QTRY_VERIFY(offer->isVisible());
    type(u"d"_s);
    QCOMPARE(offered(), QStringList{u"ds"_s});
    QTest::keyClick(offer, Qt::Key_Return);
    QTRY_COMPARE(relevance->toPlainText(), u"selected(${role}, 'se') and ${role} != \"ds\""_s);
    // Behind the quotes there are names again; a number has no keys.
    type(u" or cou"_s);
    QTRY_VERIFY(offer->isVisible());
    QVERIFY(offered().contains(u"count("_s));
    QTest::keyClick(offer, Qt::Key_Escape);
    replace(relevance, u"${years} = '"_s);
    QVERIFY(!offer->isVisible());
    // The answer itself is "." in a constraint, and all of a default.
    select(u"role"_s);
    for (const auto &[part, start] :
         {std::pair(u"expression-constraint"_s, u". != '"_s), std::pair(u"expression-default"_s, u"'"_s)}) {
        auto *field = child<ExpressionEdit>(part);
        QVERIFY2(field, qPrintable(part));
        field->setFocus();
        type(start);
        QTRY_VERIFY(field->completer()->popup()->isVisible());
        QTest::keyClick(field->completer()->popup(), Qt::Key_Tab);
        QTRY_COMPARE(field->toPlainText(), start + u"ds'"_s);
    }
    settle();
}

void TestProtocolEditor::keysOfTheCodebookAreKnown()
{
    const Codebook codebook = Codebook::read(study().reader());
    const Protocol protocol = builtInProtocol(u"mismatch-elicitation-60"_s);
    QVERIFY(choiceKeysOf(protocol, codebook, u"roles"_s).size() > 3);
    QVERIFY(choiceKeysOf(protocol, codebook, u"takes-part"_s).contains(u"no"_s));
    QCOMPARE(choiceKeysOf(protocol, codebook, u"years"_s), QStringList());
    QCOMPARE(choiceKeysOf(protocol, codebook, u"nobody"_s), QStringList());
}

void TestProtocolEditor::translationsStandBesideTheSource()
{
    openDraft();
    auto *into = child<QComboBox>(u"translateInto"_s);
    QVERIFY(!child<QWidget>(u"translation-title"_s));
    into->setCurrentIndex(into->findData(u"de"_s));
    Q_EMIT into->activated(into->currentIndex());
    select(u"role"_s);
    QVERIFY(outline()->currentItem()->text(0).startsWith(u"◌"_s));
    replace(child<AutoGrowTextEdit>(u"translation-label"_s), u"Ihre Rolle? Größe 漢字"_s);
    replace(child<QLineEdit>(u"choice-1-translation"_s), u"Daten"_s);
    replace(child<QLineEdit>(u"choice-2-translation"_s), u"Software"_s);
    QTRY_COMPARE(question(u"role"_s).choices.fixed.value(1).label.byLanguage.value(u"de"_s), u"Software"_s);
    QCOMPARE(question(u"role"_s).label.byLanguage.value(u"de"_s), u"Ihre Rolle? Größe 漢字"_s);
    QCOMPARE(question(u"role"_s).label.byLanguage.value(u"en"_s), u"Your role?"_s);
    QVERIFY(!outline()->currentItem()->text(0).startsWith(u"◌"_s));
    test::shoot(*m_workspace, u"protocol-translation"_s);
    outline()->select({});
    auto *code = child<QLineEdit>(u"newLanguage"_s);
    code->setFocus();
    type(u"fr"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(inFile().languages, (QStringList{u"en"_s, u"de"_s, u"fr"_s}));
    QCOMPARE(into->count(), 4 - 1);
    study().undo();
    QTRY_COMPARE(inFile().languages.size(), 2);
    settle();
}

void TestProtocolEditor::typesShowWhatTheyHave()
{
    openDraft();
    select(u"story"_s);
    auto *types = child<QComboBox>(u"questionType"_s);
    const auto choose = [&](QuestionType wanted) {
        types->setCurrentIndex(types->findData(int(wanted)));
        Q_EMIT types->activated(types->currentIndex());
        settle();
    };
    QVERIFY(!child<QWidget>(u"choiceKind"_s));
    choose(QuestionType::SelectMany);
    QVERIFY(child<QWidget>(u"choiceKind"_s) && child<QWidget>(u"choice-add"_s));
    auto *kind = child<QComboBox>(u"choiceKind"_s);
    kind->setCurrentIndex(kind->findData(int(ChoiceSource::Kind::Facet)));
    Q_EMIT kind->activated(kind->currentIndex());
    QTRY_VERIFY(!question(u"story"_s).choices.from.isEmpty());
    choose(QuestionType::Scale);
    QVERIFY(child<QWidget>(u"minimum"_s) && child<QWidget>(u"text-lowLabel"_s));
    QCOMPARE(question(u"story"_s).maximum, 5);
    choose(QuestionType::Card);
    QVERIFY(child<QWidget>(u"text-body"_s) && !child<QWidget>(u"required"_s));
    choose(QuestionType::Repeat);
    QVERIFY(child<QWidget>(u"repeatKind"_s) && child<QWidget>(u"creates"_s));
    choose(QuestionType::Text);
    auto *binding = child<QComboBox>(u"binding"_s);
    const int story = binding->findData(u"example.story"_s, Qt::UserRole + 1);
    QVERIFY(story > 0);
    binding->setCurrentIndex(story);
    Q_EMIT binding->activated(story);
    QTRY_COMPARE(question(u"story"_s).binding, u"example.story"_s);
    child<QCheckBox>(u"required"_s)->click();
    QTRY_VERIFY(question(u"story"_s).required);
}

void TestProtocolEditor::aRepeatFillsInFields()
{
    openDraft();
    const auto choose = [&](const QString &combo, int data) {
        auto *box = child<QComboBox>(combo);
        box->setCurrentIndex(box->findData(data));
        Q_EMIT box->activated(box->currentIndex());
        settle();
    };
    select(u"story"_s);
    choose(u"questionType"_s, int(QuestionType::Repeat));
    QVERIFY2(!child<QWidget>(u"presets-add"_s), "nothing is created, so no field is filled in");
    choose(u"creates"_s, int(Entity::Example));
    auto *add = child<QPushButton>(u"presets-add"_s);
    QVERIFY(add);
    Q_EMIT add->menu()->aboutToShow();
    const auto offered = [add](const QString &text) -> QAction * {
        for (QAction *action : add->menu()->actions()) {
            if (action->text() == text)
                return action;
        }
        return nullptr;
    };
    const QString source = label(fields::example::source);
    QVERIFY(offered(source));
    offered(source)->trigger();
    auto *value = child<ExpressionEdit>(u"preset-example.source"_s);
    QVERIFY(value && value->hasFocus());
    type(u"elsewhere"_s); // between the quotation marks that stand there
    QTRY_COMPARE(question(u"story"_s).repeat.presets.value(u"example.source"_s).source(), u"'elsewhere'"_s);
    QTRY_VERIFY2(textOf(u"generalProblem"_s).contains(u"has no choice “elsewhere”"_s),
                 qPrintable(textOf(u"generalProblem"_s)));
    replace(value, u"'premortem'"_s);
    QTRY_COMPARE(question(u"story"_s).repeat.presets.value(u"example.source"_s).source(), u"'premortem'"_s);
    QTRY_VERIFY(!textOf(u"generalProblem"_s).contains(u"elsewhere"_s));
    Q_EMIT add->menu()->aboutToShow();
    QVERIFY2(!offered(source), "it is filled in already");
    child<QToolButton>(u"preset-example.source-remove"_s)->click();
    QTRY_VERIFY(question(u"story"_s).repeat.presets.isEmpty());
    QVERIFY(!child<ExpressionEdit>(u"preset-example.source"_s));
    editor()->draft().undo();
    QTRY_VERIFY(child<ExpressionEdit>(u"preset-example.source"_s));
    choose(u"creates"_s, int(Entity::Gap));
    QTRY_VERIFY2(question(u"story"_s).repeat.presets.isEmpty(), "a gap has no such field");
}

void TestProtocolEditor::eachTermMayHaveWordsOfItsOwn()
{
    openDraft();
    select(u"story"_s);
    QVERIFY(!child<QWidget>(u"byTerm-1"_s));
    editor()->draft().change(u"Repeat it"_s, {u"one"_s, u"story"_s}, [](Protocol &protocol) {
        Question repeat;
        repeat.name = u"roles"_s;
        repeat.type = QuestionType::Repeat;
        repeat.repeat.over.kind = ChoiceSource::Kind::Facet;
        repeat.repeat.over.from = u"role"_s;
        repeat.children = {protocol.sections[0].questions.takeLast()};
        protocol.sections[0].questions.append(repeat);
    });
    settle();
    select(u"roles"_s);
    QVERIFY(child<ExpressionEdit>(u"expression-first"_s) &&
            child<ExpressionEdit>(u"expression-overFilter"_s));
    replace(child<ExpressionEdit>(u"expression-overFilter"_s), u"${choice.key} = 'data-scientist'"_s);
    QTRY_COMPARE(question(u"roles"_s).repeat.over.filter.source(), u"${choice.key} = 'data-scientist'"_s);
    select(u"story"_s);
    auto *own = child<QLineEdit>(u"byTerm-1"_s);
    QVERIFY(own);
    const QString key = child<QLineEdit>(u"byTerm-1-key"_s)->text();
    QVERIFY(child<QLineEdit>(u"byTerm-1-key"_s)->isReadOnly());
    QVERIFY(!child<QWidget>(u"byTerm-add"_s) && !child<QWidget>(u"byTerm-1-remove"_s));
    own->setFocus();
    type(u"And you?"_s);
    press(Qt::Key_Return); // adds nothing
    QTRY_COMPARE(question(u"story"_s).labelByTerm.value(key).byLanguage.value(u"en"_s), u"And you?"_s);
    own->clear();
    Q_EMIT own->textEdited({});
    QTRY_VERIFY(question(u"story"_s).labelByTerm.isEmpty());
}

void TestProtocolEditor::whatIsNotInTheFileYetIsPending()
{
    openDraft();
    select(u"story"_s);
    replace(text(u"label"_s), u"Kept"_s);
    QVERIFY(!m_workspace->pending().isEmpty());
    QTRY_VERIFY(m_workspace->pending().isEmpty());
    QCOMPARE(question(u"story"_s).label.byLanguage[u"en"_s], u"Kept"_s);
}

void TestProtocolEditor::everyControlHasAName()
{
    openDraft();
    for (const QString &place : {u""_s, u"role"_s, u"story"_s}) {
        select(place);
        for (QWidget *widget : editor()->findChildren<QWidget *>()) {
            if (!widget->isVisible() || !widget->isEnabled() || !(widget->focusPolicy() & Qt::TabFocus))
                continue;
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
            if (widget->focusProxy() || !interface || qobject_cast<QAbstractScrollArea *>(widget->parent()))
                continue;
            QVERIFY2(!interface->text(QAccessible::Name).isEmpty(),
                     qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                                widget->objectName()));
        }
    }
}

void TestProtocolEditor::looks()
{
    m_workspace->showProtocols();
    m_workspace->protocols().open(entries().first().id);
    select(u"deep-story"_s);
    test::shoot(*m_workspace, u"protocol-version"_s);
    child<QPushButton>(u"protocolPublish"_s)->click();
    QTRY_VERIFY(editor() && editor()->draft().isWritable());
    for (const QString &name : {u"roles"_s, u"headlines"_s, u"deep-story"_s}) {
        if (!findQuestion(editor()->draft().protocol(), name))
            continue;
        select(name);
        QTest::qWait(50);
        test::shoot(*m_workspace, u"protocol-"_s + name);
    }
    // A keystroke costs less than a frame, also in the largest protocol there is.
    select(findQuestion(editor()->draft().protocol(), u"deep-story"_s) ? u"deep-story"_s : QString());
    outline()->setFocus();
    press(Qt::Key_Return);
    QElapsedTimer clock;
    qint64 longest = 0;
    for (int key = 0; key < 20; ++key) {
        clock.start();
        type(u"a"_s);
        longest = qMax(longest, clock.elapsed());
    }
    qInfo("longest keystroke: %lld ms", longest);
    settle();
}

QTEST_MAIN(TestProtocolEditor)
#include "test_protocol_editor.moc"
