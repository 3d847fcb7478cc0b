#include "core/catalogue/EditCodebook.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ReadInterviews.h"
#include "tests/support/ui/OneInterviewBench.h"
#include "tests/support/ui/Shots.h"
#include "tests/support/ui/Typing.h"
#include "ui/common/Colors.h"
#include "ui/common/StateTag.h"
#include "ui/interview/AnswerEditor.h"
#include "ui/interview/InterviewList.h"
#include "ui/interview/InterviewPage.h"
#include "ui/interview/InterviewWorkspace.h"
#include "ui/interview/QuestionBlock.h"
#include "ui/interview/QuestionView.h"
#include "ui/interview/SectionView.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using test::press;
using test::type;
using namespace Qt::StringLiterals;

namespace {
/// Sixty questions of all kinds in one section, a repeat, and one that comes and goes.
QByteArray longProtocol()
{
    QStringList questions;
    for (int i = 1; i <= 60; ++i) {
        const QString kind =
            i % 3 == 0 ? u"\"type\": \"select-one\", \"choices\": {\"fixed\": [{\"key\": \"a\", \"label\": "
                         "\"Yes\"}, {\"key\": \"b\", \"label\": \"No\"}]}"_s
            : i % 5 == 0 ? u"\"type\": \"integer\""_s
                         : u"\"type\": \"text\""_s;
        questions << u"{\"name\": \"q%1\", %2, \"label\": {\"en\": \"Question number %1?\", \"de\": \"Frage "
                     "Nummer %1?\"}, \"hint\": \"A hint.\", \"reword\": \"In other words.\"}"_s.arg(i)
                         .arg(kind);
        if (i == 10)
            questions
                << uR"({"name": "more", "type": "text", "label": "More of it?", "relevance": "${q9} = 'a'"})"_s;
    }
    questions << uR"({"name": "things", "type": "repeat", "label": "Which things?", "questions": [
        {"name": "thing", "type": "text", "label": "What is it called?"}]})"_s;
    return uR"({"format": "seamfinder-protocol/1", "key": "long", "version": "1", "languages": ["en", "de"],
        "title": "A long one", "sections": [
        {"key": "before", "title": "Before", "interviewerOnly": true, "questions": [
            {"name": "ready", "type": "acknowledge", "label": "Is all ready?"}]},
        {"key": "long", "title": "The long section", "questions": [%1]},
        {"key": "after", "title": "Afterwards", "questions": [
            {"name": "how", "type": "text", "label": "How was it?", "when": "after"}]}]})"_s
        .arg(questions.join(u","_s))
        .toUtf8();
}
} // namespace

/// A whole section at once, typed through the real workspace.
class TestSectionView : public test::OneInterviewBench
{
    Q_OBJECT

public:
    TestSectionView()
        : OneInterviewBench(longProtocol())
    {
    }

private:
    SectionView &view() const { return *m_workspace->page()->section(); }
    void settle() { QTRY_VERIFY(interview().isSaved()); }
    void goTo(const QString &question, const QVector<qint64> &instances = {})
    {
        QVERIFY(interview().goTo({question, instances}));
        settle();
    }
    void toggle() { press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier); }
    [[nodiscard]] QString focusedQuestion() const
    {
        for (QWidget *at = focus(); at; at = at->parentWidget()) {
            if (auto *block = qobject_cast<QuestionBlock *>(at))
                return block->ref().question;
        }
        return {};
    }
    [[nodiscard]] int topOf(const QString &question) const
    {
        return view().block({question, {}})->mapTo(&view(), QPoint()).y();
    }
    [[nodiscard]] static QPlainTextEdit *textOf(const QuestionBlock *block)
    {
        return block->findChild<QPlainTextEdit *>(u"answerText"_s);
    }

private Q_SLOTS:
    void goingThroughTheSectionIsNoJump()
    {
        goTo(u"q1"_s);
        interview().goBack();
        interview().goNext(); // there again, but not by a jump
        QTRY_COMPARE(interview().currentRef().question, u"q1"_s);
        settle();
        toggle();
        QTRY_VERIFY(!focusedQuestion().isEmpty());
        const QString before = focusedQuestion();
        for (int i = 0; i < 12 && focusedQuestion() == before; ++i)
            press(Qt::Key_Tab);
        QVERIFY(focusedQuestion() != before);
        QTRY_COMPARE(interview().currentRef().question, focusedQuestion());
        QVERIFY(!interview().goBack());
    }

    void theKeySwitchesAndNothingIsLost()
    {
        goTo(u"q1"_s);
        type(u"half a sent"_s);
        QTextCursor cursor = qobject_cast<QPlainTextEdit *>(focus())->textCursor();
        cursor.setPosition(4);
        qobject_cast<QPlainTextEdit *>(focus())->setTextCursor(cursor);
        toggle();
        QVERIFY(m_workspace->page()->section());
        QCOMPARE(interview().currentRef().question, u"q1"_s);
        QCOMPARE(focusedQuestion(), u"q1"_s);
        QTRY_COMPARE(qobject_cast<QPlainTextEdit *>(focus())->toPlainText(), u"half a sent"_s);
        QCOMPARE(qobject_cast<QPlainTextEdit *>(focus())->textCursor().position(), 4);
        QCOMPARE(view().questions().size(), 61); // sixty and the repeat
        QTRY_VERIFY(view().isWhollyInSight({u"q1"_s, {}}));
        type(u"!"_s);
        toggle();
        QVERIFY(!m_workspace->page()->section());
        QTRY_COMPARE(qobject_cast<QPlainTextEdit *>(focus())->toPlainText(), u"half! a sent"_s);
        QCOMPARE(qobject_cast<QPlainTextEdit *>(focus())->textCursor().position(), 5);
        QVERIFY(m_workspace->page()->question().isAncestorOf(focus()));
    }

    void theKeysMoveAndTheCurrentOneIsAlwaysWhollyInSight()
    {
        goTo(u"q1"_s);
        toggle();
        for (int i = 2; i <= 25; ++i) {
            if (i % 2)
                press(Qt::Key_Return, Qt::ControlModifier);
            else
                press(Qt::Key_PageDown, Qt::ControlModifier);
            const QString wanted = u"q%1"_s.arg(i);
            QTRY_COMPARE(interview().currentRef().question, wanted);
            QTRY_COMPARE(focusedQuestion(), wanted);
            QTRY_VERIFY2(view().isWhollyInSight({wanted, {}}), qPrintable(wanted));
            settle();
        }
        for (int i = 24; i >= 15; --i) {
            press(Qt::Key_PageUp, Qt::ControlModifier);
            const QString wanted = u"q%1"_s.arg(i);
            QTRY_COMPARE(focusedQuestion(), wanted);
            QTRY_VERIFY2(view().isWhollyInSight({wanted, {}}), qPrintable(wanted));
            settle();
        }
        // Beyond the end of the section the next one follows, whole.
        goTo(u"q60"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(interview().currentRef().question, u"things"_s);
        QCOMPARE(interview().nextIndex(), -1); // what follows is for afterwards
        goTo(u"how"_s);
        QTRY_COMPARE(view().questions().size(), 1);
        QTRY_COMPARE(focusedQuestion(), u"how"_s);
    }

    void tabStaysInTheFormAndTheCurrentQuestionFollows()
    {
        goTo(u"q1"_s);
        toggle();
        QSet<QString> visited;
        for (int i = 0; i < 60; ++i) {
            press(Qt::Key_Tab);
            QVERIFY(view().isAncestorOf(focus()));
            QTRY_COMPARE(interview().currentRef().question, focusedQuestion());
            QTRY_VERIFY(view().isWhollyInSight(interview().currentRef()));
            visited.insert(focusedQuestion());
        }
        QVERIFY2(visited.size() > 8, qPrintable(QString::number(visited.size())));
        for (int i = 0; i < 5; ++i) {
            press(Qt::Key_Backtab, Qt::ShiftModifier);
            QVERIFY(view().isAncestorOf(focus()));
        }
    }

    void typedTextIsOnDiskWithinASecond()
    {
        goTo(u"q2"_s);
        toggle();
        type(u"the weather"_s);
        const auto stored = [this] {
            for (const Answer &answer : readAnswers(m_open->session.reader(), m_id)) {
                if (answer.place.question == "q2"_L1)
                    return answer.value.value_or(QString());
            }
            return QString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(stored(), u"the weather"_s, 1000);
    }

    void questionsComeAndGoAboveWithoutMovingAnything()
    {
        goTo(u"q9"_s);
        toggle();
        press(Qt::Key_1);
        settle();
        QTRY_VERIFY(view().questions().contains({u"more"_s, {}}));
        QCOMPARE(view().questions().indexOf({u"more"_s, {}}), 10);
        QCOMPARE(focusedQuestion(), u"q9"_s);
        // Away from it, in the middle of typing: what is above goes, and what is typed stays where it is.
        goTo(u"q13"_s);
        type(u"rain"_s);
        settle();
        QTest::qWait(50);
        const int before = topOf(u"q13"_s);
        interview().answer({u"q9"_s, {}}, Value::keys({u"b"_s}));
        settle();
        QTRY_VERIFY(!view().questions().contains({u"more"_s, {}}));
        QTest::qWait(50);
        QCOMPARE(topOf(u"q13"_s), before);
        QCOMPARE(focusedQuestion(), u"q13"_s);
        type(u" and snow"_s);
        QCOMPARE(qobject_cast<QPlainTextEdit *>(focus())->toPlainText(), u"rain and snow"_s);
        interview().answer({u"q9"_s, {}}, Value::keys({u"a"_s}));
        settle();
        QTRY_VERIFY(view().questions().contains({u"more"_s, {}}));
        QTest::qWait(50);
        QCOMPARE(topOf(u"q13"_s), before);
        QCOMPARE(focusedQuestion(), u"q13"_s);
    }

    void noAnswerNoteAndMarkAreOfTheFocusedQuestion()
    {
        goTo(u"q1"_s);
        toggle();
        goTo(u"q4"_s);
        press(Qt::Key_N, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(focus()->objectName(), u"questionNote"_s);
        type(u"hesitates"_s);
        press(Qt::Key_F8);
        press(Qt::Key_F8);
        QTRY_COMPARE(interview().data().marks.size(), 1);
        QCOMPARE(interview().data().marks.first().place.question, u"q4"_s);
        settle();
        QCOMPARE(interview().data().answers.value({u"q4"_s, {}}).note, u"hesitates"_s);
        view().focusAnswer();
        press(Qt::Key_F4);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_D);
        QTRY_VERIFY(interview().answers().missing({u"q4"_s, {}}).has_value());
    }

    void theLanguageChangesUnderTheHands()
    {
        goTo(u"q4"_s);
        toggle();
        type(u"half a sent"_s);
        press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        const auto said = [this] {
            return view().block({u"q4"_s, {}})->findChild<QLabel *>(u"say"_s)->text();
        };
        QTRY_COMPARE(said(), u"Frage Nummer 4?"_s);
        QCOMPARE(focusedQuestion(), u"q4"_s);
        type(u"ence"_s);
        QCOMPARE(qobject_cast<QPlainTextEdit *>(focus())->toPlainText(), u"half a sentence"_s);
    }

    void instancesHaveTitlesAndKeepTheFocus()
    {
        goTo(u"things"_s);
        toggle();
        press(Qt::Key_Return);
        QTRY_COMPARE(interview().currentRef().question, u"thing"_s);
        QTRY_COMPARE(focusedQuestion(), u"thing"_s);
        type(u"a feed"_s);
        press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(view().questions().size(), 63);
        QTRY_COMPARE(interview().currentRef(), view().questions().last());
        type(u"a model"_s);
        settle();
        QTRY_COMPARE(interview().answers().value(view().questions().last()).toText(), u"a model"_s);
        QCOMPARE(interview().answers().value(view().questions()[61]).toText(), u"a feed"_s);
    }

    void itIsRememberedAndResumesAtTextAndCaret()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        goTo(u"q40"_s);
        toggle();
        goTo(u"q41"_s);
        type(u"half a sent"_s);
        press(Qt::Key_Left);
        m_workspace->flush();
        m_workspace->saveState(settings);
        settle();
        close();
        show();
        m_workspace->restoreState(settings);
        QVERIFY(m_workspace->page() && m_workspace->page()->section());
        QCOMPARE(focusedQuestion(), u"q41"_s);
        QTRY_VERIFY(view().isWhollyInSight({u"q41"_s, {}}));
        QCOMPARE(qobject_cast<QPlainTextEdit *>(focus())->textCursor().position(), 10);
    }

    void farQuestionsAreMadeWhenSomebodyComesNear()
    {
        goTo(u"q1"_s);
        toggle();
        QTest::qWait(50);
        QVERIFY(view().block({u"q2"_s, {}}));
        QVERIFY(!view().block({u"q60"_s, {}}));
        goTo(u"q60"_s);
        QVERIFY(view().block({u"q60"_s, {}}));
        QTRY_VERIFY(view().isWhollyInSight({u"q60"_s, {}}));
    }

    void growingTextStaysInSight()
    {
        goTo(u"q1"_s);
        toggle();
        goTo(u"q7"_s);
        for (int i = 0; i < 9; ++i) {
            press(Qt::Key_Return);
            type(u"line"_s);
        }
        QTRY_VERIFY(view().isWhollyInSight({u"q7"_s, {}}));
        QCOMPARE(focusedQuestion(), u"q7"_s);
    }

    void whatIsForTheInterviewerAloneSaysSo()
    {
        goTo(u"ready"_s);
        const auto tags = [](QWidget &in) {
            QStringList texts;
            for (const StateTag *tag : in.findChildren<StateTag *>()) {
                if (tag->isVisible())
                    texts << tag->text();
            }
            return texts;
        };
        QCOMPARE(tags(m_workspace->page()->question()), QStringList{u"for you, not to be said"_s});
        test::shoot(*m_workspace, u"for-you-one"_s);
        goTo(u"q1"_s);
        QCOMPARE(tags(m_workspace->page()->question()), QStringList());
        goTo(u"how"_s);
        QCOMPARE(tags(m_workspace->page()->question()),
                 QStringList{u"after the interview, not to be said"_s});
        toggle();
        QCOMPARE(tags(view()), QStringList{u"after the interview, not to be said"_s});
    }

    void screens_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::newRow("light") << false << QSize(1100, 700) << 1.0;
        QTest::newRow("dark") << true << QSize(1100, 700) << 1.0;
        QTest::newRow("double") << false << QSize(1920, 1050) << 2.0;
    }

    /// The default protocol in all its kinds of questions; pictures to look at.
    void screens()
    {
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        QFETCH(double, scale);
        const QPalette palette = QApplication::palette();
        const QFont font = QApplication::font();
        const auto restore = qScopeGuard([&] {
            QApplication::setPalette(palette);
            QApplication::setFont(font);
        });
        QApplication::setPalette(paletteFor(dark ? darkColors() : lightColors()));
        QFont larger = font;
        larger.setPointSizeF(font.pointSizeF() * scale);
        QApplication::setFont(larger);
        close();
        m_file = std::make_unique<test::TempStudy>();
        m_file->writer().perform({u"New interview"_s}, [this](Edit &edit) {
            m_id = createInterview(edit, readProtocolVersions(edit.db()).first().id,
                                   {createParticipant(edit, u"P01"_s)});
        });
        open(size);
        const QString row = QString::fromLatin1(QTest::currentDataTag());
        goTo(u"setup-mode"_s);
        test::shoot(*m_workspace, u"one-setup-"_s + row);
        toggle();
        test::shoot(*m_workspace, u"section-setup-"_s + row);
        goTo(u"walk"_s);
        type(u"They get a file every night, and nobody knows who writes it."_s);
        settle();
        test::shoot(*m_workspace, u"section-you-"_s + row);
        goTo(u"headlines"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(interview().data().examples.size(), 1);
        type(u"The feed changed"_s);
        settle();
        test::shoot(*m_workspace, u"section-headlines-"_s + row);
        goTo(u"headline-picks"_s);
        press(Qt::Key_1);
        settle();
        const qint64 example = interview().data().examples.first().id;
        goTo(u"deep-effect"_s, {example});
        test::shoot(*m_workspace, u"section-deep-"_s + row);
        for (const QuestionRef &ref : view().questions()) {
            if (const QuestionBlock *block = view().block(ref))
                QVERIFY(block->width() <= view().width());
        }
    }

    void aRepeatOfThirtyStaysFast()
    {
        goTo(u"things"_s);
        for (int i = 0; i < 30; ++i) {
            interview().addInstance({u"things"_s, {}});
            settle();
        }
        goTo(u"q1"_s);
        QElapsedTimer clock;
        clock.start();
        toggle();
        QVERIFY(view().questions().size() >= 91);
        qApp->sendPostedEvents();
        // Generous: the limit is for a build with sanitizers on a loaded machine.
        QVERIFY2(clock.elapsed() < 3000, qPrintable(QString::number(clock.elapsed())));
        int made = 0;
        for (const QuestionRef &ref : view().questions())
            made += view().block(ref) ? 1 : 0;
        QVERIFY2(made < 30, qPrintable(QString::number(made)));
    }

    void theLanguageIsChosenWhereAnInterviewStarts()
    {
        m_workspace->showList();
        auto *list = m_workspace->findChild<InterviewList *>();
        auto *language = list->findChild<QComboBox *>(u"startLanguage"_s);
        auto *protocols = list->findChild<QComboBox *>(u"newInterviewProtocol"_s);
        QTRY_VERIFY(protocols->currentText().contains(u"A long one"_s)); // what was used last
        const int hour = protocols->findText(u"60"_s, Qt::MatchContains);
        protocols->setCurrentIndex(hour);
        Q_EMIT protocols->activated(hour);
        QTRY_VERIFY(language->isVisible());
        QCOMPARE(language->currentData().toString(), u"en"_s);
        language->setFocus();
        for (const int at : {language->findData(u"fr"_s)})
            QVERIFY(at > 0);
        while (language->currentData() != u"fr"_s)
            press(Qt::Key_Down);
        test::shoot(*m_workspace, u"start-language"_s);
        list->findChild<QLineEdit *>(u"pseudonym"_s)->setFocus();
        press(Qt::Key_Return);
        QTRY_VERIFY(m_workspace->page());
        QCOMPARE(interview().flow().language(), u"fr"_s);
        QCOMPARE(interview().data().interview.language, u"fr"_s);
        settle();
        // Used last, it is the first guess, also after the program was closed.
        m_workspace->showList();
        QTRY_COMPARE(language->currentData().toString(), u"fr"_s);
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        m_workspace->saveState(settings);
        InterviewWorkspace other(m_open->session, m_open->codebook, m_open->messages);
        other.restoreState(settings);
        other.show();
        auto *guess = other.findChild<QComboBox *>(u"startLanguage"_s);
        QTRY_COMPARE(guess->currentData().toString(), u"fr"_s);
    }
};

QTEST_MAIN(TestSectionView)
#include "test_section_view.moc"
