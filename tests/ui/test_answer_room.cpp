#include "core/interview/InterviewSession.h"
#include "tests/support/ui/OneInterviewBench.h"
#include "tests/support/ui/Shots.h"
#include "tests/support/ui/Typing.h"
#include "ui/interview/AnswerEditor.h"
#include "ui/interview/InterviewPage.h"
#include "ui/interview/InterviewWorkspace.h"
#include "ui/interview/QuestionView.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using test::press;
using test::type;
using namespace Qt::StringLiterals;

namespace {
QByteArray choices(int count)
{
    QByteArray list;
    for (int i = 0; i < count; ++i)
        list += (i ? "," : "") + QByteArray("{\"key\": \"k") + QByteArray::number(i) +
                "\", \"label\": \"The choice of number " + QByteArray::number(i) + "\"}";
    return list;
}

QByteArray protocol()
{
    return R"({"format": "seamfinder-protocol/1", "key": "room", "version": "1", "languages": ["en"],
        "title": "Room", "sections": [{"key": "all", "title": "All of it", "questions": [
        {"name": "short", "type": "text", "label": "First words?"},
        {"name": "long", "type": "select-many", "label": "Who would have been the one to tell them about it?",
         "hint": "It is about the way of the information, not about a fault. “Nobody in particular” is frequent.",
         "reword": "If all had gone well, where would this piece of information have come from?",
         "choices": {"fixed": [)" +
           choices(24) + R"(]}},
        {"name": "few", "type": "select-one", "label": "How large is it, all in all?", "choices": {"fixed": [)" +
           choices(5) + R"(]}}]}]})";
}
} // namespace

/// A list of choices has the room that the rest of its question leaves.
class TestAnswerRoom : public test::OneInterviewBench
{
    Q_OBJECT

public:
    TestAnswerRoom()
        : OneInterviewBench(protocol())
    {
    }

private:
    [[nodiscard]] QListView *choicesShown() const
    {
        return m_workspace->page()->question().answer()->input()->findChild<QListView *>(u"answerChoices"_s);
    }
    void goTo(const QString &question)
    {
        QVERIFY(interview().goTo({question, {}}));
        QTRY_VERIFY(interview().isSaved());
    }
    /// What is free below everything that the question shows.
    [[nodiscard]] int freeBelow() const
    {
        auto *pane = m_workspace->page()->question().findChild<QScrollArea *>();
        int lowest = 0;
        for (const QWidget *each : pane->widget()->findChildren<QWidget *>()) {
            if (each->isVisible())
                lowest = qMax(lowest, each->mapTo(pane->widget(), QPoint(0, each->height())).y());
        }
        return pane->viewport()->height() - lowest;
    }
    void isFull(const char *when)
    {
        const QListView *list = choicesShown();
        QVERIFY(list);
        const int row = list->fontMetrics().height() + 16;
        const auto *pane = m_workspace->page()->question().findChild<QScrollArea *>();
        const auto fits = [&] {
            return pane->verticalScrollBar()->maximum() == 0 &&
                   (freeBelow() < row + 12 || list->verticalScrollBar()->maximum() == 0);
        };
        QTRY_VERIFY2_WITH_TIMEOUT(
            fits(),
            qPrintable(u"%1: list %2, free below %3, page scrolls %4"_s.arg(QLatin1StringView(when))
                           .arg(list->height())
                           .arg(freeBelow())
                           .arg(pane->verticalScrollBar()->maximum())),
            1000);
    }

private Q_SLOTS:
    void theListFillsThePane_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("small") << QSize(1100, 660);
        QTest::newRow("large") << QSize(1440, 860);
    }
    void theListFillsThePane()
    {
        QFETCH(QSize, size);
        m_workspace->resize(size);
        goTo(u"short"_s);
        goTo(u"long"_s);
        isFull("come to");
        press(Qt::Key_N, Qt::ControlModifier | Qt::AltModifier);
        type(u"a note\nof some\nlines"_s);
        isFull("with a note");
        goTo(u"short"_s);
        goTo(u"few"_s);
        isFull("a short one");
        goTo(u"long"_s);
        isFull("back");
        m_workspace->page()->readBack();
        m_workspace->page()->goBack();
        isFull("from reading back");
        m_workspace->page()->setWholeSection(true);
        m_workspace->page()->setWholeSection(false);
        isFull("from the whole section");
        m_workspace->resize(size + QSize(0, 120));
        isFull("larger");
        m_workspace->resize(size);
        isFull("smaller");
        test::shoot(*m_workspace, u"answer-room"_s);
    }
};

QTEST_MAIN(TestAnswerRoom)
#include "test_answer_room.moc"
