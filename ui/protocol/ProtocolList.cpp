#include "ui/protocol/ProtocolList.h"

#include "core/catalogue/EditProtocols.h"
#include "core/catalogue/ReadStudy.h"
#include "core/catalogue/StudySession.h"
#include "core/protocol/ProtocolEdit.h"
#include "core/protocol/ProtocolJson.h"
#include "ui/common/Deliver.h"
#include "ui/common/FlowLayout.h"
#include "ui/common/SectionHeading.h"
#include "ui/interview/ProtocolImporter.h"
#include "ui/protocol/ProtocolExporter.h"

#include <QDateTime>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int versionRole = Qt::UserRole, protocolRole = Qt::UserRole + 1;

Protocol protocolIn(Connection &db, ProtocolVersionId version)
{
    return readProtocolJson(readProtocolContent(db, version)).protocol;
}
} // namespace

ProtocolList::ProtocolList(StudySession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_importer(new ProtocolImporter(session, this))
    , m_exporter(new ProtocolExporter(session, this))
    , m_tree(new QTreeWidget(this))
    , m_buttons(new FlowLayout(nullptr, 8))
{
    build();
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &ProtocolList::updateButtons);
    connect(m_tree, &QTreeWidget::itemActivated, this, [this] { m_open->click(); });
    connect(m_importer, &ProtocolImporter::failed, this, &ProtocolList::failed);
    connect(m_importer, &ProtocolImporter::imported, this,
            [this](ProtocolVersionId version, const QString &sentence, const QString &remarks) {
                refresh();
                select(version);
                Q_EMIT imported(version);
                Q_EMIT said(sentence, remarks);
            });
    connect(m_exporter, &ProtocolExporter::failed, this, &ProtocolList::failed);
    connect(m_exporter, &ProtocolExporter::exported, this,
            [this](const QString &sentence) { Q_EMIT said(sentence, {}); });
    for (const auto signal : {&StudySession::committed, &StudySession::undone, &StudySession::redone}) {
        connect(&session, signal, this, [this](const Commit &commit) {
            const bool concerns = commit.touches("protocol"_L1) || commit.touches("protocol_version"_L1) ||
                                  commit.touches("interview"_L1);
            if (concerns && isVisible())
                refresh();
        });
    }
}

void ProtocolList::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(28, 20, 28, 20);
    column->setSpacing(10);
    auto *heading = new SectionHeading(tr("Protocols"), SectionHeading::Level::Pane, this);
    column->addWidget(heading);
    m_tree->setObjectName(u"protocols"_s);
    m_tree->setAccessibleName(tr("Protocols and their versions"));
    m_tree->setHeaderLabels({tr("Version"), tr("Published"), tr("Interviews"), tr("What has changed")});
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    column->addWidget(m_tree, 1);
    column->addLayout(m_buttons);
    const bool writable = m_session.isWritable();
    m_open = addButton(u"openProtocol"_s, tr("&Open"), tr("See what it asks (Enter)"));
    m_edit =
        addButton(u"editProtocol"_s, tr("E&dit"), tr("Change its draft; versions stay as they are (F2)"));
    m_try = addButton(u"tryProtocol"_s, tr("&Try out"), tr("A practice interview; nothing of it is kept"));
    m_publish = addButton(u"publishProtocol"_s, tr("P&ublish…"), tr("Shows first what the draft changes"));
    m_duplicate = addButton(u"duplicateProtocol"_s, tr("Dup&licate"), tr("A protocol of its own (Ctrl+D)"));
    m_move = addButton(u"moveProtocol"_s, tr("&Move an interview…"),
                       tr("An interview that is under way goes on with the newest version"));
    m_export = addButton(u"exportProtocol"_s, tr("E&xport…"), tr("XLSForm (.xlsx, .csv) or JSON"));
    m_discard = addButton(u"discardDraft"_s, tr("Discard the draft"), tr("Undo brings it back (Delete)"));
    auto *start = addButton(u"newProtocol"_s, tr("&New protocol"), tr("Begins with one empty section"));
    auto *bring = addButton(u"importProtocolHere"_s, tr("Impo&rt…"),
                            tr("From an XLSForm (.xlsx, .csv, .md), SurveyJS or Seamfinder JSON"));
    auto *back = addButton(u"protocolsClose"_s, tr("Back to the interviews"), tr("Esc"));
    start->setEnabled(writable);
    bring->setEnabled(writable);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const auto entry = current())
            Q_EMIT openRequested(entry->id);
    });
    connect(m_edit, &QPushButton::clicked, this, &ProtocolList::edit);
    connect(m_try, &QPushButton::clicked, this, [this] { Q_EMIT tryRequested(current()->id); });
    connect(m_publish, &QPushButton::clicked, this, [this] { Q_EMIT publishRequested(current()->id); });
    connect(m_duplicate, &QPushButton::clicked, this, &ProtocolList::duplicate);
    connect(m_move, &QPushButton::clicked, this, [this] { Q_EMIT moveRequested(current()->protocol); });
    connect(m_export, &QPushButton::clicked, this,
            [this] { m_exporter->choose(current()->id, current()->key); });
    connect(m_discard, &QPushButton::clicked, this, &ProtocolList::discard);
    connect(start, &QPushButton::clicked, this, &ProtocolList::startNew);
    connect(bring, &QPushButton::clicked, m_importer, &ProtocolImporter::choose);
    connect(back, &QPushButton::clicked, this, &ProtocolList::closeRequested);
}

QPushButton *ProtocolList::addButton(const QString &name, const QString &text, const QString &hint)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setToolTip(hint);
    m_buttons->addWidget(button);
    return button;
}

void ProtocolList::showEvent(QShowEvent *event)
{
    refresh();
    QWidget::showEvent(event);
}

void ProtocolList::refresh()
{
    const auto before = current();
    m_entries = readProtocolEntries(m_session.reader());
    const QSignalBlocker quiet(m_tree);
    m_tree->clear();
    QTreeWidgetItem *protocol = nullptr;
    for (const ProtocolEntry &entry : std::as_const(m_entries)) {
        if (!protocol || protocolOf(protocol) != entry.protocol) {
            protocol = new QTreeWidgetItem(m_tree, {entry.title});
            protocol->setData(0, protocolRole, entry.protocol.value);
            protocol->setFirstColumnSpanned(true);
            QFont bold = font();
            bold.setBold(true);
            protocol->setFont(0, bold);
            protocol->setExpanded(true);
        }
        addVersion(protocol, entry);
    }
    for (int column = 0; column < m_tree->columnCount() - 1; ++column)
        m_tree->resizeColumnToContents(column);
    m_tree->setCurrentItem(m_tree->topLevelItem(0) ? m_tree->topLevelItem(0)->child(0) : nullptr);
    if (before)
        select(before->id);
    updateButtons();
}

void ProtocolList::addVersion(QTreeWidgetItem *protocol, const ProtocolEntry &entry)
{
    const QLocale locale;
    auto *item = new QTreeWidgetItem(protocol);
    item->setText(0, entry.isDraft() ? tr("Draft") : tr("Version %1").arg(entry.number));
    item->setText(1, entry.published
                         ? locale.toString(QDateTime::fromMSecsSinceEpoch(*entry.published).date(),
                                           QLocale::ShortFormat)
                         : tr("not yet"));
    item->setText(2, entry.interviews ? locale.toString(entry.interviews) : QString());
    item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
    item->setText(3, entry.note);
    item->setToolTip(3, entry.note);
    item->setData(0, versionRole, entry.id.value);
    item->setData(0, protocolRole, entry.protocol.value);
}

ProtocolId ProtocolList::protocolOf(const QTreeWidgetItem *item) const
{
    return ProtocolId{item->data(0, protocolRole).toLongLong()};
}

std::optional<ProtocolEntry> ProtocolList::current() const
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    if (!item)
        return std::nullopt;
    const ProtocolVersionId version{item->data(0, versionRole).toLongLong()};
    for (const ProtocolEntry &entry : m_entries) {
        if (version ? entry.id == version : entry.protocol == protocolOf(item))
            return entry;
    }
    return std::nullopt;
}

void ProtocolList::select(ProtocolVersionId version)
{
    for (QTreeWidgetItemIterator at(m_tree); *at; ++at) {
        if ((*at)->data(0, versionRole).toLongLong() == version.value && version) {
            m_tree->setCurrentItem(*at);
            m_tree->scrollToItem(*at);
        }
    }
    updateButtons();
}

void ProtocolList::updateButtons()
{
    const auto entry = current();
    const bool writable = m_session.isWritable(), draft = entry && entry->isDraft();
    const bool movable =
        entry && std::any_of(m_entries.cbegin(), m_entries.cend(), [&](const ProtocolEntry &e) {
            const bool newer =
                std::any_of(m_entries.cbegin(), m_entries.cend(), [&e](const ProtocolEntry &other) {
                    return other.protocol == e.protocol && other.number > e.number;
                });
            return e.protocol == entry->protocol && e.interviews > 0 && newer;
        });
    m_open->setEnabled(entry.has_value());
    m_try->setEnabled(entry.has_value());
    m_export->setEnabled(entry.has_value());
    m_edit->setEnabled(entry && writable);
    m_duplicate->setEnabled(entry && writable);
    m_publish->setEnabled(draft && writable);
    m_discard->setEnabled(draft && writable);
    m_move->setEnabled(movable && writable);
}

void ProtocolList::focusDefault()
{
    m_tree->setFocus(Qt::OtherFocusReason);
}

void ProtocolList::startFrom(const QString &action, const Protocol &protocol)
{
    const auto draft = std::make_shared<ProtocolVersionId>();
    afterCommit(m_session.perform({.label = action},
                                  [draft, protocol](Edit &edit) { *draft = startDraft(edit, protocol); }),
                this, [this, draft](const Commit &) { Q_EMIT openRequested(*draft); });
}

void ProtocolList::edit()
{
    const auto entry = current();
    if (!entry || !m_edit->isEnabled())
        return;
    for (const ProtocolEntry &other : std::as_const(m_entries)) {
        if (other.protocol == entry->protocol && other.isDraft()) {
            Q_EMIT openRequested(other.id);
            return;
        }
    }
    startFrom(tr("New draft of “%1”").arg(entry->title), protocolIn(m_session.reader(), entry->id));
}

void ProtocolList::startNew()
{
    Protocol protocol;
    protocol.key = freeProtocolKey(m_session.reader(), u"protocol"_s);
    protocol.languages = {QLocale().name().section(u'_', 0, 0)};
    if (protocol.languages.first() == "C"_L1)
        protocol.languages = {u"en"_s};
    protocol.title.byLanguage.insert(protocol.language(), tr("New protocol"));
    addQuestion(protocol, addSection(protocol, {}, tr("First section")), QuestionType::Text);
    startFrom(tr("New protocol"), protocol);
}

void ProtocolList::duplicate()
{
    const auto entry = current();
    if (!entry || !m_duplicate->isEnabled())
        return;
    Connection &db = m_session.reader();
    startFrom(tr("Duplicate the protocol “%1”").arg(entry->title),
              duplicateOf(protocolIn(db, entry->id), freeProtocolKey(db, entry->key + u"-copy"_s),
                          tr("Copy of %1").arg(entry->title)));
}

void ProtocolList::discard()
{
    const auto entry = current();
    if (!entry || !m_discard->isEnabled())
        return;
    m_session.perform({.label = tr("Discard the draft of “%1”").arg(entry->title)},
                      [id = entry->id](Edit &edit) { discardDraft(edit, id); });
    Q_EMIT said(tr("The draft of “%1” is discarded. Undo brings it back.").arg(entry->title), {});
}

void ProtocolList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F2)
        edit();
    else if (event->key() == Qt::Key_D && event->modifiers() == Qt::ControlModifier)
        duplicate();
    else if (event->key() == Qt::Key_Delete && m_tree->hasFocus())
        discard();
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace seamfinder
