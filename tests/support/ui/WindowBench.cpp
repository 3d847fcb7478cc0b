#include "tests/support/ui/WindowBench.h"

#include "ui/shell/MessageCard.h"

#include <QAction>
#include <QHBoxLayout>
#include <QSettings>
#include <QtTest>

namespace seamfinder::test {

using namespace Qt::StringLiterals;

FakeWorkspace::FakeWorkspace(QString name)
    : m_name(std::move(name))
    , left(new QLineEdit(this))
    , leftSecond(new QLineEdit(this))
    , right(new QLineEdit(this))
{
    auto *line = new QHBoxLayout(this);
    line->addWidget(left);
    line->addWidget(leftSecond);
    line->addWidget(right);
}

QString FakeWorkspace::iconName() const
{
    return u"seamfinder-study"_s;
}

bool FakeWorkspace::find()
{
    ++finds;
    return searchable;
}

void FakeWorkspace::saveState(QSettings &settings) const
{
    settings.setValue(u"text"_s, left->text());
}

void FakeWorkspace::restoreState(QSettings &settings)
{
    left->setText(settings.value(u"text"_s).toString());
}

void WindowBench::openStudy()
{
    for (const QString &name : {u"study"_s, u"interview"_s, u"catalogue"_s}) {
        places.append(new FakeWorkspace(name));
        window->addWorkspace(places.last());
    }
    window->setStudy(folder.filePath(u"a.seam"_s), u"A & B"_s, false);
}

void WindowBench::show()
{
    window->show();
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
}

QAction *WindowBench::action(const QString &name) const
{
    return window->findChild<QAction *>(name);
}

QList<MessageCard *> WindowBench::cards() const
{
    QList<MessageCard *> cards = window->findChildren<MessageCard *>();
    cards.removeIf([](const MessageCard *card) { return card->isHidden(); });
    return cards;
}

} // namespace seamfinder::test
