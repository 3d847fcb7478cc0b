#include "tests/support/ui/ProtocolBench.h"

#include "core/catalogue/EditProtocols.h"
#include "core/catalogue/ReadProtocols.h"
#include "core/catalogue/ReadStudy.h"
#include "core/protocol/ProtocolEdit.h"
#include "core/protocol/ProtocolJson.h"
#include "tests/support/ui/Typing.h"
#include "ui/common/AutoGrowTextEdit.h"
#include "ui/protocol/ProtocolEditor.h"
#include "ui/protocol/ProtocolOutline.h"
#include "ui/protocol/ProtocolsPage.h"

#include <QLabel>
#include <QTreeWidget>
#include <QtTest>

namespace seamfinder::test {

using namespace Qt::StringLiterals;

Protocol smallProtocol()
{
    return readProtocolJson(
               R"j({"format":"seamfinder-protocol/1","key":"t","languages":["en","de"],"title":{"en":"Small","de":"Klein"},
"sections":[
 {"key":"one","title":"One","minutes":4,"questions":[
  {"name":"role","type":"select-one","label":"Your role?","choices":{"fixed":[{"key":"ds","label":"Data"},{"key":"se","label":"Software"}]}},
  {"name":"years","type":"integer","label":"For how many years?"},
  {"name":"story","type":"text","label":"What happened?"}]},
 {"key":"two","title":"Two","questions":[{"name":"last","type":"text","label":"Anything else?"}]}]})j")
        .protocol;
}

ProtocolBench::ProtocolBench() = default;
ProtocolBench::~ProtocolBench() = default;

StudySession &ProtocolBench::study() const
{
    return m_open->session;
}

ProtocolEditor *ProtocolBench::editor() const
{
    return m_workspace->protocols().editor();
}

ProtocolOutline *ProtocolBench::outline() const
{
    return child<ProtocolOutline>(u"protocolOutline"_s);
}

QVector<ProtocolEntry> ProtocolBench::entries() const
{
    return readProtocolEntries(study().reader());
}

ProtocolEntry ProtocolBench::newestOf(const QString &key) const
{
    for (const ProtocolEntry &entry : entries()) {
        if (entry.key == key)
            return entry;
    }
    return {};
}

Protocol ProtocolBench::inFile(ProtocolVersionId version) const
{
    return readProtocolJson(readProtocolContent(study().reader(), version)).protocol;
}

Protocol ProtocolBench::inFile() const
{
    return inFile(editor()->draft().id());
}

Question ProtocolBench::question(const QString &name) const
{
    const Protocol protocol = inFile();
    const Question *found = findQuestion(protocol, name);
    return found ? *found : Question();
}

QString ProtocolBench::textOf(const QString &label) const
{
    auto *found = child<QLabel>(label);
    return found ? found->text() : QString();
}

AutoGrowTextEdit *ProtocolBench::text(const QString &part) const
{
    return child<AutoGrowTextEdit>(u"text-"_s + part);
}

void ProtocolBench::settle() const
{
    QTRY_VERIFY(!study().isSaving());
    QCoreApplication::sendPostedEvents();
}

void ProtocolBench::publishSmall()
{
    study().perform({u"publish"_s}, [](Edit &edit) { publishProtocol(edit, smallProtocol()); });
    settle();
}

void ProtocolBench::openDraft()
{
    publishSmall();
    m_workspace->showProtocols();
    auto *list = child<QTreeWidget>(u"protocols"_s);
    QTRY_VERIFY(list->hasFocus());
    for (QTreeWidgetItemIterator at(list); *at; ++at) {
        if ((*at)->text(0) == u"Small"_s)
            list->setCurrentItem(*at);
    }
    press(Qt::Key_F2);
    QTRY_VERIFY(editor());
    QVERIFY(editor()->draft().isWritable());
    QTRY_VERIFY(outline() && outline()->hasFocus());
}

void ProtocolBench::select(const QString &name)
{
    outline()->select({sectionOf(editor()->draft().protocol(), name), name});
}

void ProtocolBench::replace(QWidget *field, const QString &words)
{
    field->setFocus();
    press(Qt::Key_A, Qt::ControlModifier);
    type(words);
}

} // namespace seamfinder::test
