#include "ui/protocol/PublishPanel.h"

#include "core/catalogue/EditProtocols.h"
#include "core/catalogue/ReadStudy.h"
#include "core/catalogue/StudySession.h"
#include "core/domain/Error.h"
#include "core/protocol/ProtocolEdit.h"
#include "core/protocol/ProtocolJson.h"
#include "ui/common/Deliver.h"
#include "ui/common/LineEdit.h"
#include "ui/common/SectionHeading.h"
#include "ui/common/WrappedRows.h"
#include "ui/interview/LanguageButton.h"
#include "ui/protocol/ChangeWords.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
/// A remark, no hindrance: in its place stands the first language's text.
QString untranslated(const Protocol &protocol)
{
    QString said;
    for (const QString &language : protocol.languages.mid(1)) {
        if (const int missing = missingTranslations(protocol, language); missing > 0)
            said += u' ' + PublishPanel::tr("Texts without a translation (%1): %2.")
                               .arg(nativeLanguageName(language), QLocale().toString(missing));
    }
    return said;
}
} // namespace

PublishPanel::PublishPanel(ProtocolDraft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_heading(new SectionHeading(tr("Publish"), SectionHeading::Level::Pane, this))
    , m_summary(new QLabel(this))
    , m_changes(new QTreeWidget(this))
    , m_note(new LineEdit(this))
    , m_publish(new QPushButton(tr("Publish this version"), this))
    , m_cancel(new QPushButton(tr("Go on editing"), this))
    , m_toProblem(new QPushButton(tr("Go to the problem"), this))
{
    setObjectName(u"publishPanel"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(18, 14, 18, 18);
    column->setSpacing(10);
    m_summary->setWordWrap(true);
    m_summary->setObjectName(u"publishSummary"_s);
    m_changes->setObjectName(u"protocolChanges"_s);
    m_changes->setAccessibleName(tr("What differs from the newest version"));
    m_changes->setHeaderHidden(true);
    m_changes->setWordWrap(true);
    m_changes->setItemDelegate(new WrappedRows(*m_changes));
    m_changes->setRootIsDecorated(true);
    auto *name = new QLabel(tr("What has changed, and &why"), this);
    name->setBuddy(m_note);
    m_note->setObjectName(u"changeNote"_s);
    m_note->setAccessibleName(tr("Change note"));
    m_publish->setObjectName(u"publishVersion"_s);
    m_cancel->setObjectName(u"publishCancel"_s);
    m_toProblem->setObjectName(u"publishProblem"_s);
    column->addWidget(m_heading);
    column->addWidget(m_summary);
    column->addWidget(m_changes, 1);
    column->addWidget(name);
    column->addWidget(m_note);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_publish);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_toProblem);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addStretch(0); // a first version has no changes to take the room
    connect(m_note, &LineEdit::textChanged, this, &PublishPanel::showState);
    connect(m_note, &LineEdit::returnPressed, this, &PublishPanel::publish);
    connect(m_publish, &QPushButton::clicked, this, &PublishPanel::publish);
    connect(m_cancel, &QPushButton::clicked, this, &PublishPanel::cancelled);
    connect(m_toProblem, &QPushButton::clicked, this, &PublishPanel::problemWanted);
    connect(&draft, &ProtocolDraft::problemsChanged, this, &PublishPanel::showState);
    connect(&draft, &ProtocolDraft::replaced, this, [this] {
        if (isVisible())
            compare();
    });
}

void PublishPanel::begin()
{
    m_draft.flush();
    compare();
    m_note->setFocus(Qt::OtherFocusReason);
}

QString PublishPanel::note() const
{
    return m_note->text();
}

void PublishPanel::setNote(const QString &note)
{
    m_note->setText(note);
}

void PublishPanel::compare()
{
    m_changes->clear();
    Connection &db = m_draft.session().reader();
    const auto newest = readNewestVersion(db, m_draft.entry().protocol);
    m_before = newest ? newest->number : 0;
    m_same = false;
    if (newest) {
        const Protocol before = readProtocolJson(readProtocolContent(db, newest->id)).protocol;
        const QVector<ProtocolChange> changes = protocolDifference(before, m_draft.protocol());
        for (const ChangeWeight weight :
             {ChangeWeight::Breaking, ChangeWeight::Check, ChangeWeight::Harmless})
            addGroup(changes, weight);
        m_same = changes.isEmpty();
    }
    m_heading->setNote(m_before ? tr("compared with version %1").arg(m_before) : tr("the first version"));
    m_changes->setVisible(m_before > 0 && !m_same);
    showState();
}

void PublishPanel::addGroup(const QVector<ProtocolChange> &changes, ChangeWeight weight)
{
    auto *group = new QTreeWidgetItem(m_changes);
    int count = 0;
    for (const ProtocolChange &change : changes) {
        if (change.weight != weight)
            continue;
        ++count;
        auto *row = new QTreeWidgetItem(group, {ChangeWords::sentence(change)});
        row->setToolTip(0, row->text(0));
    }
    group->setText(
        0, tr("%1: %2 (%3)")
               .arg(ChangeWords::weight(weight), QLocale().toString(count), ChangeWords::meaning(weight)));
    QFont bold = font();
    bold.setBold(true);
    group->setFont(0, bold);
    group->setExpanded(true);
    group->setHidden(count == 0);
}

void PublishPanel::showState()
{
    const QVector<ProtocolProblem> &problems = m_draft.problems();
    const bool needsNote = m_before > 0 && m_note->text().trimmed().isEmpty();
    QString summary;
    if (!problems.isEmpty())
        summary = tr("Problems to mend first: %1. %2")
                      .arg(QLocale().toString(problems.size()), problems.first().what);
    else if (m_same)
        summary = tr("Nothing differs from version %1.").arg(m_before);
    else
        summary = tr("Once it is published, this version can no longer be changed. Interviews that are under "
                     "way stay with theirs until you move them.");
    if (problems.isEmpty() && !m_same && needsNote)
        summary += u' ' + tr("Say in a few words what has changed, then publish.");
    if (!m_same)
        summary += untranslated(m_draft.protocol());
    m_summary->setText(summary);
    m_toProblem->setVisible(!problems.isEmpty());
    m_publish->setEnabled(problems.isEmpty() && !m_same && !needsNote && !m_underWay && m_draft.isWritable());
}

void PublishPanel::publish()
{
    if (!m_publish->isEnabled())
        return;
    m_draft.endVisit();
    m_underWay = true;
    showState();
    const auto ended = [this] {
        m_underWay = false;
        showState();
    };
    afterCommit(
        m_draft.session().perform({.label = tr("Publish the protocol “%1”").arg(m_draft.entry().title),
                                   .place = m_draft.placeText({})},
                                  [id = m_draft.id(), note = m_note->text().trimmed()](Edit &edit) {
                                      publishDraft(edit, id, note);
                                  }),
        this, [ended](const Commit &) { ended(); }, ended);
}

} // namespace seamfinder
