#include "core/catalogue/ReadInterviews.h"
#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"
#include "tests/support/ui/InterviewBench.h"
#include "tests/support/ui/Typing.h"
#include "ui/common/ExampleCard.h"
#include "ui/interview/InterviewWorkspace.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using namespace seamfinder::test;
using namespace Qt::StringLiterals;

/// What is written on an example's card in an interview is told by the paradata, once a visit.
class TestCardParadata : public InterviewBench
{
    Q_OBJECT

    QStringList changes() const
    {
        QStringList told;
        for (const ParadataEvent &event : readParadata(m_open->session.reader(), interview().id())) {
            if (const auto change = ParadataChange::fromDetail(event.detail))
                told << u"%1: %2 → %3"_s.arg(change->target(), change->before, change->after);
        }
        return told;
    }

private Q_SLOTS:
    void aVisitToAFieldIsOneEvent()
    {
        start();
        press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        auto *card = m_workspace->findChild<ExampleCard *>();
        QTRY_VERIFY(card && card->example() && card->isVisible());
        const QString row = toText(card->example());
        QVERIFY(card->focusField(u"counted_on"));
        type(u"the sc"_s);
        card->flush(); // saves in the middle of the visit
        QTRY_COMPARE(changes(), (QStringList{u"example.counted_on %1:  → the sc"_s.arg(row)}));
        type(u"hema"_s);
        QVERIFY(card->focusField(u"turned_out"));
        type(u"x"_s);
        card->flush();
        const QStringList two{u"example.counted_on %1:  → the schema"_s.arg(row),
                              u"example.turned_out %1:  → x"_s.arg(row)};
        QTRY_COMPARE(changes(), two);
        QVERIFY(card->focusField(u"counted_on"));
        type(u"s"_s);
        card->flush();
        QTRY_COMPARE(changes().size(), 3);
        QVERIFY(changes().last().contains(u"the schema → "_s));
    }
};

QTEST_MAIN(TestCardParadata)
#include "test_card_paradata.moc"
