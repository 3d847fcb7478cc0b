#include "ui/catalogue/CatalogueActions.h"

#include "core/catalogue/EditExamples.h"
#include "core/catalogue/ReadExamples.h"
#include "core/catalogue/StudySession.h"
#include "ui/catalogue/CatalogueList.h"
#include "ui/catalogue/CatalogueTable.h"
#include "ui/catalogue/CodingActions.h"
#include "ui/common/CodebookCache.h"
#include "ui/common/CommandKeys.h"
#include "ui/common/Deliver.h"
#include "ui/common/ExampleCard.h"
#include "ui/common/Icons.h"
#include "ui/shell/Messages.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QPointer>

namespace seamfinder {

using namespace Qt::StringLiterals;

CatalogueActions::CatalogueActions(StudySession &session, const CodebookCache &codebook, Messages &messages,
                                   CatalogueList &list, CatalogueTable &table, QObject *parent)
    : QObject(parent)
    , leaveLook(make(u"catalogueBack"_s, tr("Ba&ck to where it was opened from"), u"go-previous"_s))
    , newExample(make(u"catalogueNewExample"_s, tr("&New example"), u"document-new"_s))
    , remove(make(u"catalogueDelete"_s, tr("&Delete"), u"edit-delete"_s))
    , restore(make(u"catalogueRestore"_s, tr("&Put back from the bin"), u"edit-undo"_s))
    , sameEvent(make(u"catalogueSameEvent"_s, tr("&Same event")))
    , showBin(make(u"catalogueBin"_s, tr("Show the &bin"), u"user-trash"_s))
    , showFilters(make(u"catalogueFilters"_s, tr("Show &filters"), u"view-filter"_s))
    , resetColumns(make(u"catalogueResetColumns"_s, tr("&Reset columns")))
    , m_session(session)
    , m_messages(messages)
    , m_list(list)
    , m_table(table)
    , m_coding(new CodingActions(session, codebook, messages, table, this))
    , m_sort(new QMenu(tr("S&ort by"), &table))
    , m_link(new QMenu(tr("&Link"), &table))
{
    newExample->setToolTip(tr("Record an example without an interview"));
    CommandKeys::ofProgram().drive(*leaveLook, KeyCommand::LeaveLook);
    leaveLook->setShortcutContext(Qt::WidgetWithChildrenShortcut); // of the workspace, which adds it
    leaveLook->setEnabled(false);
    CommandKeys::ofProgram().drive(*remove, KeyCommand::DeleteExample);
    remove->setShortcutContext(Qt::WidgetShortcut);
    table.addAction(remove);
    sameEvent->setToolTip(tr("The chosen examples are accounts of one event; they stay separate"));
    showBin->setCheckable(true);
    showFilters->setCheckable(true);
    showFilters->setChecked(true);
    makeSortMenu();
    makeLinkMenu();

    connect(remove, &QAction::triggered, this, &CatalogueActions::removeChosen);
    connect(restore, &QAction::triggered, this, &CatalogueActions::restoreChosen);
    connect(sameEvent, &QAction::triggered, this, &CatalogueActions::groupChosen);
    connect(showBin, &QAction::toggled, &list, &CatalogueList::setBin);
    connect(resetColumns, &QAction::triggered, &table, &CatalogueTable::resetColumns);
    connect(&table, &CatalogueTable::chosenChanged, this, &CatalogueActions::update);
    connect(&list, &CatalogueList::changed, this, &CatalogueActions::update);
    table.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&table, &QWidget::customContextMenuRequested, this, &CatalogueActions::showTableMenu);
    update();
}

QAction *CatalogueActions::make(const QString &name, const QString &text, const QString &iconName)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    return action;
}

QList<QAction *> CatalogueActions::menu() const
{
    return {newExample,
            m_coding->menuAction(),
            sameEvent,
            m_link->menuAction(),
            remove,
            nullptr,
            m_sort->menuAction(),
            resetColumns,
            showFilters,
            leaveLook,
            nullptr,
            showBin,
            restore};
}

void CatalogueActions::makeSortMenu()
{
    auto *columns = new QActionGroup(m_sort);
    for (int column = 0; column < catalogueColumnCount; ++column) {
        const SortKey key = CatalogueModel::sortKey(column);
        QAction *action = m_sort->addAction(
            m_table.model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        columns->addAction(action);
        connect(action, &QAction::triggered, this, [this, column] {
            m_table.sortByColumn(column, m_table.horizontalHeader()->sortIndicatorOrder());
        });
        connect(m_sort, &QMenu::aboutToShow, action,
                [this, action, key] { action->setChecked(m_list.sortKey() == key); });
    }
    m_sort->addSeparator();
    QAction *down = m_sort->addAction(tr("Last first"));
    down->setCheckable(true);
    connect(m_sort, &QMenu::aboutToShow, down,
            [this, down] { down->setChecked(m_list.sortOrder() == Qt::DescendingOrder); });
    connect(down, &QAction::triggered, this, [this](bool descending) {
        m_table.sortByColumn(CatalogueModel::columnOf(m_list.sortKey()),
                             descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
}

void CatalogueActions::makeLinkMenu()
{
    m_link->menuAction()->setObjectName(u"catalogueLink"_s);
    m_link->setToolTipsVisible(true);
    const auto add = [this](const QString &text, const QString &kind, bool forwards) {
        connect(m_link->addAction(text), &QAction::triggered, this,
                [this, kind, forwards] { linkChosen(kind, forwards); });
    };
    add(tr("The upper one caused the lower"), u"caused"_s, true);
    add(tr("The lower one caused the upper"), u"caused"_s, false);
    add(tr("The upper one hid the lower"), u"hid"_s, true);
    add(tr("The lower one hid the upper"), u"hid"_s, false);
    add(tr("Both have the same fix"), u"same-fix"_s, true);
}

QVector<ExampleId> CatalogueActions::chosenExamples() const
{
    QVector<ExampleId> examples;
    for (const CatalogueRow &row : m_table.chosenRows()) {
        if (!row.isNeed)
            examples << ExampleId{row.id};
    }
    return examples;
}

void CatalogueActions::update()
{
    const int chosen = m_table.chosenCount();
    const bool writable = m_session.isWritable();
    const bool listed = writable && !m_list.isBin();
    newExample->setEnabled(listed);
    remove->setEnabled(listed && chosen > 0);
    restore->setEnabled(writable && m_list.isBin() && chosen > 0);
    sameEvent->setEnabled(listed && chosen > 1);
    m_link->menuAction()->setEnabled(listed && chosen == 2);
    m_coding->setEnabled(listed && chosen > 0);
    if (showBin->isChecked() != m_list.isBin())
        showBin->setChecked(m_list.isBin());
}

void CatalogueActions::showTableMenu(const QPoint &position)
{
    auto *context = new QMenu(&m_table);
    context->setAttribute(Qt::WA_DeleteOnClose);
    if (m_list.isBin()) {
        context->addAction(restore);
    } else {
        context->addMenu(m_coding->menuAction()->menu());
        context->addAction(sameEvent);
        context->addMenu(m_link);
        context->addSeparator();
        context->addAction(remove);
    }
    context->popup(m_table.viewport()->mapToGlobal(position));
}

void CatalogueActions::removeChosen()
{
    const QVector<CatalogueRow> rows = m_table.chosenRows();
    if (rows.isEmpty() || m_list.isBin())
        return;
    const QString label = rows.size() > 1       ? tr("Delete %1 rows").arg(QLocale().toString(rows.size()))
                          : rows.front().isNeed ? tr("Delete an information need")
                                                : tr("Delete an example");
    const QString place = rows.size() > 1       ? QString()
                          : rows.front().isNeed ? toText(GapId{rows.front().id})
                                                : toText(ExampleId{rows.front().id});
    afterCommit(
        m_session.perform({.label = label, .place = place}, [rows](Edit &edit) { deleteRows(edit, rows); }),
        this, [this, rows](const Commit &commit) { removed(rows, commit.entry); });
}

void CatalogueActions::removed(const QVector<CatalogueRow> &rows, JournalEntryId entry)
{
    const QPointer<CatalogueActions> alive(this);
    const auto takeBack = [alive, rows, entry] {
        if (!alive)
            return;
        StudySession &session = alive->m_session;
        // Undo is last in, first out: where something happened since, the rows come back as a step of their
        // own.
        if (session.nextUndo() && session.nextUndo()->id == entry)
            session.undo();
        else
            session.perform({.label = tr("Put back from the bin")},
                            [rows](Edit &edit) { restoreRows(edit, rows); });
    };
    m_messages.show({.severity = Severity::Information,
                     .text = rows.size() == 1
                                 ? binnedText()
                                 : tr("Deleted: %1 rows; they are in the bin. Ctrl+Z brings them back.")
                                       .arg(QLocale().toString(rows.size())),
                     .actions = {{tr("Undo"), takeBack}}});
}

void CatalogueActions::restoreChosen()
{
    const QVector<CatalogueRow> rows = m_table.chosenRows();
    if (!rows.isEmpty() && m_list.isBin())
        m_session.perform({.label = tr("Put back from the bin")},
                          [rows](Edit &edit) { restoreRows(edit, rows); });
}

void CatalogueActions::groupChosen()
{
    const QVector<ExampleId> examples = chosenExamples();
    if (examples.size() < 2)
        return;
    m_session.perform(
        {.label = tr("Mark %1 accounts of the same event").arg(QLocale().toString(examples.size()))},
        [examples](Edit &edit) {
            // An event that one of them belongs to already takes the others in.
            IncidentId incident{};
            QString name;
            for (const ExampleRecord &one : readExamples(edit.db(), examples)) {
                if (!incident)
                    incident = one.incident;
                if (name.isEmpty())
                    name = one.values.value(u"title"_s).toString();
            }
            if (!incident)
                incident = createIncident(edit, name);
            for (const ExampleId example : examples) {
                setIncident(edit, example, incident);
                edit.targetDone();
            }
        });
}

void CatalogueActions::linkChosen(const QString &kind, bool forwards)
{
    const QVector<ExampleId> examples = chosenExamples();
    if (examples.size() != 2)
        return;
    const ExampleId from = forwards ? examples[0] : examples[1];
    const ExampleId to = forwards ? examples[1] : examples[0];
    m_session.perform(
        {.label = tr("Link two examples"), .place = toText(from)},
        [from, to, kind](Edit &edit) { linkExamples(edit, from, to, QLatin1StringView(kind.toLatin1())); });
}

} // namespace seamfinder
