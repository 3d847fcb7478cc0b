#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditFields.h"
#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"
#include "core/protocol/SpokenLabels.h"
#include "tests/support/ui/InterviewBench.h"
#include "tests/support/ui/Typing.h"
#include "ui/common/Chip.h"
#include "ui/common/ExampleCard.h"
#include "ui/common/ReadBackForm.h"
#include "ui/common/SearchField.h"
#include "ui/interview/GoToItems.h"
#include "ui/interview/InterviewPage.h"
#include "ui/interview/InterviewWorkspace.h"
#include "ui/interview/LanguageButton.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using test::press;
using test::type;
using namespace Qt::StringLiterals;

/// How a question is found, what is listed, and in which words.
class TestInterviewWords : public test::InterviewBench
{
    Q_OBJECT

private:
    /// A headline with its title, in the file.
    qint64 addHeadline(const QString &title)
    {
        const auto made = std::make_shared<qint64>(0);
        interview().addInstance({u"headlines"_s, {}}, [made](qint64 id) { *made = id; });
        [&] { QTRY_VERIFY(*made); }();
        interview().answer({u"headline-title"_s, {*made}}, Value::text(title));
        [&] { QTRY_VERIFY(interview().isSaved()); }();
        return *made;
    }
    void change(const std::function<void(Edit &)> &edit)
    {
        m_open->session.perform({u"change"_s}, edit);
        m_open->session.flush();
    }
    void pressLanguage()
    {
        press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(interview().isSaved());
    }

private Q_SLOTS:
    void goingToAQuestionStaysWithTheSameExample()
    {
        start();
        addHeadline(u"Rain"_s);
        const qint64 second = addHeadline(u"Snow"_s);
        goTo({u"headline-occurrence"_s, {second}});
        press(Qt::Key_J, Qt::ControlModifier);
        type(u"put it in one line"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(interview().currentRef(), (QuestionRef{u"headline-title"_s, {second}}));
        press(Qt::Key_J, Qt::ControlModifier);
        type(u"one line rain"_s);
        press(Qt::Key_Return);
        QTRY_VERIFY(interview().currentRef().question == u"headline-title"_s &&
                    interview().currentRef().instances.first() != second);
    }

    void aSentenceThatIsReadAloudIsFoundByItsTitleAlone()
    {
        start();
        const qint64 example = addHeadline(u"Rain"_s);
        change([example](Edit &edit) {
            setValue(edit, fields::example::countedOn, example, u"a small deviation"_s);
        });
        QTRY_VERIFY(interview().flow().indexOf({u"read-back-right"_s, {example}}) >= 0);
        const auto said = [this, example] { // the steps are made anew with each answer
            const Flow &flow = interview().flow();
            return flow.say(flow.steps()[flow.indexOf({u"read-back-right"_s, {example}})]);
        };
        QTRY_VERIFY(said().contains(u"deviation"_s));
        int found = 0;
        for (const PickItem &item : goToItems(interview())) {
            QVERIFY2(!item.label.contains(u"deviation"_s), qPrintable(item.label));
            QVERIFY(!item.alias.contains(u"deviation"_s));
            found += item.label.startsWith(u"I understood it like this"_s) && item.label.endsWith(u"Rain"_s);
        }
        QCOMPARE(found, 1);
    }

    void whatCameUpIsListed()
    {
        start();
        const qint64 example = addHeadline(u"Rain"_s);
        change([example](Edit &edit) {
            const GapId gap = createGap(edit, ExampleId{example});
            setValue(edit, fields::gap::information, gap.value, u"when the gauge was moved"_s);
            createGap(edit, ExampleId{example}); // nothing said of it yet
        });
        press(Qt::Key_F7);
        goTo({u"share-intro"_s, {}});
        const auto shows = [](const QWidget *among, const QString &words) {
            const auto labels = among->findChildren<QLabel *>();
            return std::ranges::any_of(labels, [&](const QLabel *label) {
                return label->isVisible() && label->text().contains(words);
            });
        };
        QTRY_VERIFY(shows(m_workspace->page(), u"1. when the gauge was moved"_s));
        QVERIFY(!shows(m_workspace->page(), u"\n2. "_s));
        auto *cards = m_workspace->findChild<QWidget *>(u"participantWindow"_s);
        QVERIFY(cards);
        QVERIFY(shows(cards, u"Here is all the information"_s));
        QVERIFY(cards->findChild<QTextBrowser *>()->toPlainText().contains(u"when the gauge was moved"_s));
    }

    void theLanguageGoesBackToWhereItCameFrom()
    {
        start();
        interview().setLanguage(u"fr"_s);
        QTRY_VERIFY(interview().isSaved());
        QTRY_COMPARE(interview().flow().language(), u"fr"_s);
        pressLanguage();
        QTRY_COMPARE(interview().flow().language(), u"en"_s);
        pressLanguage();
        QTRY_COMPARE(interview().flow().language(), u"fr"_s);
    }

    void theCardFindsTermsByTheWordsOfTheInterview()
    {
        start();
        interview().setLanguage(u"fr"_s);
        QTRY_COMPARE(interview().flow().language(), u"fr"_s);
        const QVector<Term> roles = m_open->codebook.codebook().inFacet(u"role");
        const auto owner = std::ranges::find(roles, u"data-owner"_s, &Term::key);
        QVERIFY(owner != roles.end());
        QVERIFY(!owner->label.contains(u"responsable"_s, Qt::CaseInsensitive));
        const ExampleId example{addHeadline(u"Rain"_s)};
        m_workspace->page()->openExample(example, u"believed_by"_s);
        QTRY_VERIFY(m_workspace->findChild<ExampleCard *>()->isAncestorOf(QApplication::focusWidget()));
        type(u"responsable source"_s);
        QVERIFY(qobject_cast<SearchField *>(QApplication::focusWidget()));
        press(Qt::Key_Return);
        const auto coded = [&] {
            const ExampleRecord *record = interview().data().example(example.value);
            return record ? record->coded(fields::example::believedBy) : QVector<CodedTerm>();
        };
        QTRY_COMPARE(coded().size(), 1);
        QCOMPARE(coded().first().term, owner->id);
    }

    void theCardShowsTermsInTheWordsOfTheInterview()
    {
        start();
        const QVector<Term> roles = m_open->codebook.codebook().inFacet(u"role");
        const auto owner = std::ranges::find(roles, u"data-owner"_s, &Term::key);
        QVERIFY(owner != roles.end());
        const ExampleId example{addHeadline(u"Rain"_s)};
        m_workspace->page()->openExample(example, u"believed_by"_s);
        change([example, owner](Edit &edit) {
            setCodings(edit, fields::example::believedBy, example.value, {{.term = owner->id}},
                       CodingStage::Live);
        });
        const auto chipSays = [this](const QString &label) {
            const auto chips = m_workspace->findChild<ExampleCard *>()->findChildren<Chip *>();
            return std::ranges::any_of(chips, [&](const Chip *chip) { return chip->text() == label; });
        };
        QTRY_VERIFY(chipSays(owner->label));
        for (const QString &language : {u"fr"_s, u"de"_s, u"es"_s, u"en"_s}) {
            interview().setLanguage(language);
            const QString said = SpokenLabels::in(language).term(u"role"_s, owner->key, owner->label);
            QTRY_VERIFY2(chipSays(said), qPrintable(said));
        }
    }

    // It is read aloud from the card, and the blanks stand where the language wants them.
    void theSentenceOfTheCardIsInTheLanguageOfTheInterview()
    {
        start();
        const ExampleId example{addHeadline(u"Rain"_s)};
        m_workspace->page()->openExample(example, u"counted_on"_s);
        const auto *form = m_workspace->findChild<ExampleCard *>()->form();
        const auto said = [form] {
            QStringList words;
            for (const QLabel *each : form->findChildren<QLabel *>(QString(), Qt::FindDirectChildrenOnly)) {
                if (each->isVisible())
                    words += each->text();
            }
            return words.join(u' ');
        };
        QTRY_VERIFY2(said().contains(u"counted on"_s), qPrintable(said()));
        QWidget *typedIn = QApplication::focusWidget();
        type(u"the gauge"_s);
        interview().setLanguage(u"fr"_s);
        QTRY_VERIFY2(said().contains(u"on comptait sur ceci"_s), qPrintable(said()));
        QVERIFY2(!said().contains(u"counted on"_s), qPrintable(said()));
        QCOMPARE(QApplication::focusWidget(), typedIn);
        const auto *edit = qobject_cast<QPlainTextEdit *>(typedIn);
        QVERIFY(edit);
        QCOMPARE(edit->toPlainText(), u"the gauge"_s);
        QCOMPARE(edit->placeholderText(), SpokenLabels::in(u"fr"_s).phrase("what?"));
        interview().setLanguage(u"en"_s);
        QTRY_VERIFY2(said().contains(u"counted on"_s), qPrintable(said()));
    }

    void quotesAreThoseOfTheLanguage()
    {
        QCOMPARE(quotationMarks(u"en"_s), u"“%1”"_s);
        QCOMPARE(quotationMarks(u"fr"_s), u"«\u202f%1\u202f»"_s);
        QCOMPARE(quotationMarks(u"de"_s), u"„%1“"_s);
        QCOMPARE(quotationMarks(QString()).count(u"%1"_s), 1);
    }
};

QTEST_MAIN(TestInterviewWords)
#include "test_interview_words.moc"
