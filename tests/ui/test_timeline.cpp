#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"
#include "tests/support/ui/InterviewBench.h"
#include "tests/support/ui/Shots.h"
#include "tests/support/ui/Typing.h"
#include "ui/common/Colors.h"
#include "ui/common/ExampleCard.h"
#include "ui/interview/InterviewPage.h"
#include "ui/interview/InterviewWorkspace.h"
#include "ui/interview/TimelineView.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using test::press;
using test::type;
using namespace Qt::StringLiterals;

/// What the timeline tells of changes: by pointer, by key and to screen readers.
class TestTimeline : public test::InterviewBench
{
    Q_OBJECT

    TimelineView *m_timeline = nullptr;

    void changeOnTheCard()
    {
        start();
        press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        auto *card = m_workspace->findChild<ExampleCard *>();
        QTRY_VERIFY(card && card->example() && card->isVisible());
        for (const QString &words : {u"the sc"_s, u"hema"_s}) { // two visits; the first is no change
            QVERIFY(card->focusField(u"counted_on"));
            type(words);
            card->flush();
            QVERIFY(card->focusField(u"turned_out"));
        }
        m_open->session.flush();
        QTRY_VERIFY(interview().isSaved());
        m_workspace->page()->toggleTimeline();
        m_timeline = m_workspace->findChild<TimelineView *>();
        QVERIFY(m_timeline->isVisible());
    }

private Q_SLOTS:
    void aChangeTellsWhatWasThereAndWhatIs()
    {
        changeOnTheCard();
        const QString told =
            u"“%1” changed: the sc → "_s.arg(label(fields::example::countedOn)); // wherever the caret was
        const QStringList lines = m_timeline->inWords().split(u'\n').filter(u"changed:"_s);
        QVERIFY2(lines.size() == 1 && lines.first().startsWith(told), qPrintable(m_timeline->inWords()));
        QVERIFY(m_timeline->accessibleDescription().contains(told));
        test::shoot(*m_workspace, u"interview-timeline-changes"_s);
    }

    void itsSignsAreReachedByKey()
    {
        changeOnTheCard();
        m_timeline->setFocus();
        QVERIFY(m_timeline->currentSign().isEmpty());
        press(Qt::Key_Right);
        QVERIFY2(m_timeline->currentSign().startsWith(u"An example at "_s),
                 qPrintable(m_timeline->currentSign()));
        press(Qt::Key_Right);
        QVERIFY2(m_timeline->currentSign().contains(u"changed: the sc → "_s),
                 qPrintable(m_timeline->currentSign()));
        QCOMPARE(m_timeline->accessibleDescription(), m_timeline->currentSign());
        QVERIFY(QToolTip::text().contains(u"the sc"_s));
        press(Qt::Key_Right); // there is no further one
        QVERIFY(m_timeline->currentSign().contains(u"the sc"_s));
        press(Qt::Key_Home);
        QVERIFY(m_timeline->currentSign().startsWith(u"An example at "_s));
        m_timeline->clearFocus();
        QCOMPARE(m_timeline->accessibleDescription(), m_timeline->inWords());
    }

    void theLegendNamesWhatIsThereAndNothingElse()
    {
        const QFontMetrics metrics{QFont()};
        const auto height = [&](const QVector<TimelineSign> &signs, bool over, int width) {
            return TimelineLegend(signs, over, lightColors()).height(metrics, width);
        };
        using Kind = TimelineSign::Kind;
        const TimelineSign example{Kind::Example, 0, u"●"_s, u"An example"_s};
        const TimelineSign star{Kind::Mark, 1, u"★"_s, u"Star"_s}, change{Kind::Change, 2, {}, u"a → b"_s};
        constexpr int wide = 100'000, narrow = 1;
        QCOMPARE(height({}, false, wide), 0);
        const int line = height({example}, false, wide);
        QVERIFY(line > 0);
        QCOMPARE(height({example, example, star, star, change, change}, true, wide), line);
        QCOMPARE(height({example, example, star, star, change, change}, true, narrow), 4 * line);
        changeOnTheCard();
        const int before = m_timeline->sizeHint().height();
        interview().mark(MarkKind::Star, {});
        m_timeline->resize(1, m_timeline->height());
        QTRY_VERIFY(m_timeline->sizeHint().height() > before); // it has a line of its own there
    }

    // It can be taken back until the interview is left; nobody reads it meanwhile.
    void whatADeclinedInterviewSaidIsNotTold()
    {
        changeOnTheCard();
        interview().setConsent(fields::interview::takesPart, u"no"_s);
        QTRY_VERIFY(interview().isDeclined());
        QTRY_VERIFY2(!m_timeline->inWords().contains(u"the sc"_s), qPrintable(m_timeline->inWords()));
        QVERIFY(m_timeline->inWords().contains(u"Something was changed at "_s));
    }
};

QTEST_MAIN(TestTimeline)
#include "test_timeline.moc"
